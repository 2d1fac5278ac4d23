"""A rewrite that names its source and tells nothing that it has not is no account of its own; all else is."""

import pytest

from dragoman.link.lineage import link_lineages
from dragoman.model.lineage import Reason
from dragoman.model.report import Published, Report, Section, SectionKind
from dragoman.model.time import Precision

WIRE = (
    "Shells fell on the market of Ostrel on Tuesday and killed seven people, Mayor Daro Venn said.\n\nAnother 19 were"
    " wounded, the hospital of Ostrel said. Colonel Brek Asand of Talveth blamed Quessara for the attack.\n\nQuessara's"
    " envoy, Lio Marn, denied it in Port Nessa and called for an inquiry by the Inner Seas Council.\n"
)
RETOLD = (
    "An artillery strike left seven dead at a crowded bazaar, Northern Wire reported, quoting Mayor Daro Venn of Ostrel."
    " Talveth's Colonel Brek Asand accused the Quessaran side, whose envoy Lio Marn rejected the charge while in Port Nessa"
    " and wants the Inner Seas Council to look into it. A further 19 people went to hospital.\n"
)


def _report(outlet: str, text: str, day: str = "2031-03-04") -> Report:
    return Report(
        id=f"r-{outlet}",
        path_or_url=outlet,
        text=text,
        text_sha256=outlet,
        outlet=outlet,
        published=Published(day, day, Precision.DAY, "test"),
        sections=(Section(SectionKind.BODY, 0, len(text)),),
    )


def _reasons(retold: str, day: str = "2031-03-04") -> dict[str, Reason | None]:
    lineages = link_lineages([_report("Northern Wire", WIRE), _report("Harbour Times", retold, day)])
    return {
        m.report: m.reason for lineage in lineages for m in lineage.members if lineage.original == "r-Northern Wire"
    }


def test_a_rewrite_that_names_its_source_descends_from_it_as_a_whole() -> None:
    assert _reasons(RETOLD)["r-Harbour Times"] is Reason.RETOLD


@pytest.mark.parametrize(
    "retold",
    [
        pytest.param(RETOLD.replace("Northern Wire reported, quoting", "said"), id="names no source"),
        pytest.param(
            RETOLD + "Nurse Ila Tereth told the Harbour Times that the wards were full.\n", id="has its own word"
        ),
        pytest.param(RETOLD.replace("seven dead", "nine dead"), id="has another number"),
    ],
)
def test_a_report_with_something_of_its_own_is_an_account(retold: str) -> None:
    assert Reason.RETOLD not in _reasons(retold).values()


def test_nothing_is_retold_before_it_was_published() -> None:
    assert Reason.RETOLD not in _reasons(RETOLD, day="2031-03-01").values()
