"""Relays: a sentence that names its source descends from it; the report around it does not."""

from dataclasses import replace

import pytest
from builders import at, report

from dragoman.link.lineage import link_lineages, root_of
from dragoman.model.lineage import Reason

OWN = "Our correspondent counted empty shops along the harbour and long lines at the only bakery still open."


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The crossing would stay shut for a week, the minister told Reuters.", "Reuters"),
        ("In an interview with Xinhua, the governor ruled out a second round.", "Xinhua"),
        ("Two depots burned down overnight, the Interfax news agency reported.", "Interfax"),
        ("The convoy turned back at the bridge, according to the Velm Courier.", "Velm Courier"),
        ("“We will not sign,” the envoy told the Velm Courier on Friday.", "Velm Courier"),
        ("The road is open again, a guard told AP Friday.", "Associated Press"),
    ],
)
def test_a_named_source_is_the_root_of_its_sentence_alone(sentence, source):
    relay = report(f"{OWN}\n{sentence}\n{OWN}", "Harbour Post")
    lineages = link_lineages([relay, report("Snow fell on the passes.", "Velm Courier")])
    assert root_of(lineages, at(relay, sentence)) == source
    assert root_of(lineages, at(relay, OWN)) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister told reporters that the crossing would stay shut for a week.",
        "The minister told Harbour Post that the crossing would stay shut for a week.",
        "The Reuters Building reported no damage after the blast in the old town.",
        "The director general of the Reuters agency board said the office had been moved to the coast.",
        "The Velm Institute of Foreign Affairs said the office had been moved to the coast.",
        "AP President Jane Doe said the office had been moved to the coast.",
        "The price of grain rose by a tenth, according to traders at the harbour.",
    ],
)
def test_what_names_no_other_outlet_is_no_relay(sentence):
    assert link_lineages([report(f"{OWN}\n{sentence}", "Harbour Post")]) == ()


def test_a_relay_leads_to_the_report_of_that_outlet_that_holds_it():
    told = "The northern crossing will stay shut for a week because the bridge has to be repaired."
    source = report(f"{told} Traders were not amused by the sudden order.", "Velm Courier", "2031-03-09")
    words = "The northern crossing will be shut for a week while its bridge is repaired, the Velm Courier reported."
    relay = report(f"{OWN}\n{words}", "Harbour Post", "2031-03-10")
    (lineage,) = link_lineages([relay, source])
    assert (lineage.original, lineage.reason) == (source.id, Reason.RELAY)
    late = replace(source, published=replace(source.published, start="2031-03-12", end="2031-03-12"))
    assert link_lineages([relay, late])[0].original == "Velm Courier"
