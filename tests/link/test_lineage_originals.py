"""Originals and reasons: which report a text came from, and why it is held to."""

from dataclasses import replace

from builders import at, report

from dragoman.link.derivations import made_from
from dragoman.link.lineage import link_lineages, placed, root_of
from dragoman.model.lineage import Reason

WIRE = (
    "Negotiators from Norvania and Sudria ended a third day of meetings in Velm without any sign that the two "
    "governments were ready to sign the draft which Kestria had put before them on Friday evening."
)
SECOND = (
    "The draft would leave the disputed stretch of the river under a joint watch for two winters and then ask the "
    "people on both banks whether they want the ferries to run again."
)
OWN = "Our correspondent counted empty shops along the harbour and long lines at the only bakery still open that day."
MORE = "Residents of the old town spoke of sleepless nights, closed schools and a shortage of clean drinking water."
OTHER = "Farmers in the hills had brought their sheep down early because nobody could tell when the snow would come."


def test_a_passage_of_a_credited_report_descends_from_the_agency_even_when_it_came_later():
    wire = replace(report(f"{WIRE}\n{SECOND}", "B", "2031-03-11"), byline="Reuters")
    mixed = report(f"{OWN}\n{WIRE}\n{MORE}\n{OTHER}", "A", "2031-03-10")
    lineages = link_lineages([mixed, wire])
    assert root_of(lineages, at(mixed, WIRE)) == "Reuters"
    assert root_of(lineages, at(mixed, OTHER)) is None


def test_an_agencys_own_report_at_hand_is_the_original():
    wire = report(f"{WIRE}\n{SECOND}", "Reuters", "2031-03-11")
    copy = replace(report(f"{WIRE}\n{SECOND}", "B", "2031-03-10"), byline="By Reuters")
    (lineage,) = link_lineages([copy, wire])
    assert lineage.original == wire.id


def test_passages_from_two_reports_are_two_lineages():
    first = report(f"{WIRE}\n{OWN}", "A", "2031-03-08")
    second = report(f"{SECOND}\n{MORE}", "B", "2031-03-08")
    mixed = report(f"{WIRE}\n{OTHER}\n{SECOND}", "C", "2031-03-10")
    lineages = link_lineages([first, mixed, second])
    assert len(lineages) == 2
    assert root_of(lineages, at(mixed, WIRE)) == first.id
    assert root_of(lineages, at(mixed, SECOND)) == second.id
    assert root_of(lineages, at(mixed, OTHER)) is None


def test_a_brief_inside_a_long_report_does_not_pull_the_rest_of_it_in():
    brief = report(WIRE, "A", "2031-03-08")
    long = report(f"{OWN}\n{MORE}\n{WIRE}\n{OTHER}", "B", "2031-03-10")
    lineages = link_lineages([long, brief])
    assert root_of(lineages, at(long, WIRE)) == brief.id
    assert root_of(lineages, at(long, OTHER)) is None
    assert all(told.lineage is None for told in placed([long, brief], lineages))


def test_a_reworked_copy_is_found_by_its_passages_in_another_order():
    wire = report(f"{WIRE} {OWN}\n{SECOND}\n{MORE}", "A", "2031-03-08")
    told = (
        "Life in the old town goes on. People spoke of sleepless nights, closed schools and a shortage of water. "
        "Under the plan the disputed stretch of the river would stay under a joint watch for two winters. "
        "Late on Friday the delegations ended a third day of meetings in Velm without any sign of a signature."
    )
    copy = report(f"{OTHER}\n{told}", "B", "2031-03-09")
    (lineage,) = link_lineages([copy, wire])
    assert (lineage.original, lineage.reason) == (wire.id, Reason.PASSAGES)
    assert root_of([lineage], at(copy, OTHER)) is None


def test_two_reporters_at_one_conference_share_names_numbers_titles_and_quotes_but_no_lineage():
    said = "“We have agreed on forty pages out of fifty, and the rest will be agreed before the snow melts,”"
    a = f"{said} Foreign Minister Ilan Torve of Norvania told reporters after talks in Velm on 12 March 2031.\n{OWN}"
    b = f"Norvania’s Foreign Minister Ilan Torve sounded hopeful in Velm on 12 March 2031. {said} he said.\n{MORE}"
    assert link_lineages([report(a, "A"), report(b, "B")]) == ()


def test_stock_phrases_and_footers_of_one_house_show_nothing():
    stock = "He spoke on condition of anonymity because he was not authorized to speak to the media about the talks."
    footer = "Write to our newsroom at the old mill, ring the desk at any hour of the day, or leave your letter there."
    assert link_lineages([report(f"{OWN}\n{stock}", "A"), report(f"{MORE}\n{stock}", "B")]) == ()
    assert link_lineages([report(f"{OWN}\n{footer}", "A", "2031-03-08"), report(f"{MORE}\n{footer}", "A")]) == ()


def test_a_stated_source_is_the_original_of_the_whole_by_identifier_or_address():
    source = replace(report(OWN, "A", "2031-03-12"), identifier="urn:newsml:a:1")
    made = replace(report(MORE, "B", "2031-03-10"), derived=("urn:newsml:a:1",))
    (lineage,) = link_lineages([made, source])
    assert (lineage.original, lineage.reason) == (source.id, Reason.STATED)
    assert [told.lineage for told in placed([made, source], [lineage])] == [lineage.id, lineage.id]
    elsewhere = [replace(report(text, text[:3]), derived=("https://www.wire.example/7/",)) for text in (OWN, MORE)]
    (lineage,) = link_lineages(elsewhere)
    assert lineage.original == "wire.example/7"
    assert len(lineage.members) == 2


def test_a_compilation_and_a_report_that_names_itself_state_no_source():
    a = replace(report(OWN, "A"), identifier="a", derived=("a",))
    b = replace(report(MORE, "B"), identifier="b", derived=("a", "c"))
    assert made_from([a, b]) == {}
    c, d = replace(a, derived=("b",)), replace(b, derived=("a",))
    assert len(made_from([c, d])) == 1
