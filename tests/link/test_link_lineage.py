"""Lineage: credit lines, copies and long shared passages; a speaker's shared words are no copy."""

from dataclasses import replace

from builders import at, report

from dragoman.link.lineage import link_lineages, root_of, versions

WIRE = (
    "Negotiators from Norvania and Sudria ended a third day of meetings in Velm without any sign that the two "
    "governments were ready to sign the draft which Kestria had put before them on Friday evening."
)
OWN = "Our correspondent saw empty shops along the harbour and long lines at the only bakery that was still open."
MORE = "Residents of the old town spoke of sleepless nights, closed schools and a shortage of drinking water."


def test_a_long_passage_in_common_is_one_lineage_and_the_rest_is_not():
    a = report(f"{WIRE}\n{OWN} {OWN} {OWN}", "A", "2031-03-09")
    b = report(f"{MORE} {MORE} {MORE}\n{WIRE}", "B", "2031-03-10")
    (lineage,) = link_lineages([b, a])
    assert lineage.original == a.id
    assert root_of([lineage], at(b, WIRE)) == a.id
    assert root_of([lineage], at(b, MORE)) is None


def test_a_long_quote_in_common_is_no_copying():
    said = f"“{WIRE}”"
    assert link_lineages([report(f"{OWN} {said}", "A"), report(f"{MORE} {said}", "B")]) == ()


def test_near_copies_and_same_bytes_descend_from_the_earliest():
    text = f"{WIRE} {OWN} {MORE}"
    early, late = report(text, "A", "2031-03-09"), report(text + " Updated.", "B", "2031-03-10")
    (lineage,) = link_lineages([late, early])
    assert lineage.original == early.id
    assert len(lineage.members) == 2


def test_a_credit_names_the_agency_but_thanks_to_a_reporter_do_not():
    assert link_lineages([replace(report(WIRE, "A"), byline="By Reuters")])[0].original == "Reuters"
    assert link_lineages([report(f"VELM (AFP) — {WIRE}", "A")])[0].original == "Agence France-Presse"
    assert link_lineages([replace(report(WIRE, "A"), byline="Reuters contributed to this report")]) == ()
    assert link_lineages([replace(report(WIRE, "Reuters"), byline="Reuters")]) == ()


def test_a_later_text_of_one_outlet_at_one_address_supersedes_the_earlier():
    first = report(WIRE, "A", "2031-03-09", address="https://a.example/talks")
    second = report(f"Correction: {OWN}", "A", "2031-03-10", address="https://a.example/talks")
    other = report(MORE, "A", "2031-03-10", address="https://a.example/town")
    assert versions([second, other, first]) == {second.id: first.id}
