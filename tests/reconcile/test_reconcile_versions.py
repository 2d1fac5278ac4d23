"""What changed between versions of a report: figures, voices, denials, quotes, headlines, and nothing where nothing did."""

from dataclasses import replace
from pathlib import Path

import pytest
import told_again

from dragoman.model.claim import Field
from dragoman.model.record import RecordData
from dragoman.model.report import Report, Section, SectionKind
from dragoman.model.verdict import Verdict
from dragoman.reconcile.change import Change, ChangeKind
from dragoman.reconcile.headline_changes import headline_changes
from dragoman.reconcile.two_versions import Held, TwoVersions
from dragoman.reconcile.versions import VersionChange, version_changes

REPORTS = {
    "first": (told_again.FIRST, "Northern Post", "2031-03-04", told_again.MARKET),
    "second": (told_again.SECOND, "Northern Post", "2031-03-05", told_again.MARKET),
    "third": (told_again.THIRD, "Northern Post", "2031-03-06", told_again.MARKET),
    "barracks": (told_again.BARRACKS, "Nile Dispatch", "2031-06-10", told_again.TOWN),
    "barracks-later": (told_again.BARRACKS_LATER, "Nile Dispatch", "2031-06-11", told_again.TOWN),
    "other": (told_again.OTHER, "Southern Courier", "2031-03-05", ""),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> RecordData:
    return told_again.record_of(tmp_path_factory.mktemp("versions"), REPORTS)


@pytest.fixture(scope="module")
def versions(record: RecordData) -> dict[str, VersionChange]:
    names = {report.id: Path(report.path_or_url).stem for report in record.reports}
    return {names[version.report]: version for version in version_changes(record)}


def of(version: VersionChange, kind: ChangeKind) -> list[Change]:
    return [change for change in version.changes if change.kind == kind]


def words(change: Change) -> tuple[str, str]:
    return change.before.exact if change.before else "", change.after.exact if change.after else ""


def test_each_version_follows_the_one_before_it(record: RecordData, versions: dict[str, VersionChange]) -> None:
    ids = {Path(report.path_or_url).stem: report.id for report in record.reports}
    found = {name: version.supersedes for name, version in versions.items()}
    assert found == {"second": ids["first"], "third": ids["second"], "barracks-later": ids["barracks"]}


def test_every_word_shown_is_cut_from_its_report(record: RecordData) -> None:
    texts = {report.id: report.text for report in record.reports}
    for version in version_changes(record):
        for change in version.changes:
            assert change.before is None or change.before.report == version.supersedes
            assert change.after is None or change.after.report == version.report
            for span in (change.before, change.after):
                if span:
                    span.check(texts[span.report])


def test_a_figure_goes_up_once_though_headline_and_text_tell_it(versions: dict[str, VersionChange]) -> None:
    (up,) = of(versions["second"], ChangeKind.FIGURE_UP)
    assert words(up) == ("At least 12 people", "At least 15 people")
    assert up.text.startswith("figure up by 3")
    assert up.claim_before
    assert up.claim_after


def test_a_figure_goes_down_and_another_is_told_less_exactly(versions: dict[str, VersionChange]) -> None:
    (down,) = of(versions["third"], ChangeKind.FIGURE_DOWN)
    assert words(down) == ("At least 15 people", "Fourteen people")
    (vague,) = of(versions["third"], ChangeKind.FIGURE_HEDGE_CHANGED)
    assert words(vague) == ("30", "dozens")


def test_a_source_put_before_what_was_the_outlets_own_word(versions: dict[str, VersionChange]) -> None:
    added = of(versions["second"], ChangeKind.ATTRIBUTION_ADDED)
    assert [change.text.split(":")[1].split(";")[0].strip() for change in added] == [
        "Yemen's Health Ministry",
        "Yemeni officials (not named)",
    ]
    (removed,) = of(versions["barracks-later"], ChangeKind.ATTRIBUTION_REMOVED)
    assert "police" in removed.text


def test_a_denial_is_added_and_stays(versions: dict[str, VersionChange]) -> None:
    (denial,) = of(versions["second"], ChangeKind.DENIAL_ADDED)
    assert denial.text == "denial added: Saudi Arabia's Defense Ministry"
    assert not of(versions["third"], ChangeKind.DENIAL_ADDED)


def test_what_was_planned_has_happened_on_another_day(versions: dict[str, VersionChange]) -> None:
    (modality,) = of(versions["third"], ChangeKind.MODALITY_CHANGED)
    assert modality.text == "told as planned before, now as happened"
    (time,) = of(versions["third"], ChangeKind.TIME_CHANGED)
    assert words(time) == ("March 10", "March 5")


def test_what_was_asserted_is_denied(versions: dict[str, VersionChange]) -> None:
    (polarity,) = of(versions["barracks-later"], ChangeKind.POLARITY_CHANGED)
    assert polarity.text == "told as asserted before, now as denied"


def test_who_acts_is_named_no_longer(versions: dict[str, VersionChange]) -> None:
    assert [change.text for change in of(versions["third"], ChangeKind.ACTOR_DROPPED)] == [
        "who acts is named no longer here: Saudi forces"
    ]


def test_quotes_gone_reworded_new_and_given_to_another(versions: dict[str, VersionChange]) -> None:
    second, barracks = versions["second"], versions["barracks-later"]
    assert [words(c)[0] for c in of(second, ChangeKind.QUOTE_GONE)] == ["The world must act"]
    (reworded,) = of(second, ChangeKind.QUOTE_REWORDED)
    assert reworded.text == "quote reworded, Ali Marran: [today] / [now]"
    assert [words(c)[1] for c in of(second, ChangeKind.QUOTE_NEW)] == ["We did not fire at any market"]
    (given,) = of(barracks, ChangeKind.QUOTE_SPEAKER_CHANGED)
    assert given.text == "the same quote given to another: Amina Idris before, now Hassan Bakri"
    assert ["no blood" in words(c)[0] for c in of(barracks, ChangeKind.QUOTE_GONE)] == [True]


def test_a_note_of_the_newsroom_comes_first(versions: dict[str, VersionChange]) -> None:
    first = versions["third"].changes[0]
    assert first.kind == ChangeKind.CORRECTION_NOTE
    assert words(first)[1].startswith("Correction: An earlier version")


def test_what_is_told_in_one_version_only(versions: dict[str, VersionChange]) -> None:
    (gone,) = of(versions["barracks-later"], ChangeKind.TOLD_NO_LONGER)
    assert words(gone) == ("the operation was over", "")


def test_a_text_moved_about_and_cut_shows_no_change_of_what_stayed(record: RecordData, tmp_path: Path) -> None:
    """Offsets move with every edit: what is printed alike must match all the same."""
    headline, dateline, *rest = told_again.FIRST.split("\n\n")
    moved = "\n\n".join([headline, dateline, rest[2], rest[1], rest[0], *rest[3:]])
    record = told_again.record_of(
        tmp_path,
        {
            "first": (told_again.FIRST, "Northern Post", "2031-03-04", told_again.MARKET),
            "moved": (moved, "Northern Post", "2031-03-05", told_again.MARKET),
        },
    )
    (version,) = version_changes(record)
    assert version.changes == ()
    assert (version.sentences_gone, version.sentences_new, version.sentences_reworded) == (0, 0, 0)


def test_versions_of_one_report_are_one_account(record: RecordData) -> None:
    """Three versions and one other outlet can never be more than two accounts."""
    northern = {report.id for report in record.reports if report.outlet == "Northern Post"}
    accounts = {claim.account for claim in record.claims if claim.report in northern and not claim.voice.chain}
    assert accounts == {"Northern Post"}
    for event in record.events:
        reports = {claim.report for claim in record.claims if claim.id in event.claims}
        if reports <= northern:
            assert event.accounts == 1


def test_the_same_voice_with_another_number_in_a_later_version_is_a_revision(record: RecordData) -> None:
    claims = {claim.id: claim for claim in record.claims}
    days = [
        {claims[comparison.a].as_of, claims[comparison.b].as_of}
        for comparison in record.comparisons
        if comparison.verdict == Verdict.REVISED and comparison.field == Field.QUANTITY
    ]
    assert {"2031-03-05", "2031-03-06"} in days


def test_a_version_without_its_earlier_one_is_no_version(record: RecordData) -> None:
    third = next(report for report in record.reports if "Correction:" in report.text)
    assert version_changes(replace(record, reports=(third,))) == ()


def test_versions_in_a_circle_end(record: RecordData) -> None:
    first, second = (r for r in record.reports if r.outlet == "Nile Dispatch")
    circle = (replace(first, supersedes=second.id), replace(second, supersedes=first.id))
    assert {v.report for v in version_changes(replace(record, reports=circle))} == {first.id, second.id}


@pytest.mark.parametrize(
    ("before", "after", "kind", "rule"),
    [
        ("Rebels shell port", "Rebels shell port, army says", "softened", "attribution added (“says”)"),
        ("Rebels shell port", "Army: Rebels shell port", "softened", "attribution added (“Army”)"),
        ("Rebels shell port", "Rebels may have shelled port", "softened", "hedge added (“may”)"),
        ("Rebels shell port", "Did rebels shell port?", "softened", "question mark added"),
        ("Massacre at the port", "‘Massacre’ at the port", "softened", "put in quotation marks (“Massacre”)"),
        ("Raid destroys port", "Raid damages port", "softened", "a weaker word (“destroys” became “damages”)"),
        ("Raid damages port", "Raid destroys port", "hardened", "a stronger word (“damages” became “destroys”)"),
        ("Rebels shell port, army says", "Rebels shell port", "hardened", "attribution removed (“says”)"),
        ("Raid destroys port", "Raid damages port and kills 3", "softened", "a weaker word"),
        ("Army says raid destroys port", "Raid damages port", "changed", ""),
        ("Rebels shell port", "Rebels shell port of Velm", "changed", ""),
    ],
)
def test_headlines_soften_by_listed_rules_only(before: str, after: str, kind: str, rule: str) -> None:
    (change,) = headline_changes(two(before, after))
    assert change.text.startswith(f"headline {kind}")
    assert rule in change.text


@pytest.mark.parametrize("after", ["Rebels shell port", "Rebels  Shell Port"])
def test_a_headline_set_otherwise_has_not_changed(after: str) -> None:
    assert list(headline_changes(two("Rebels shell port", after))) == []


def two(before: str, after: str) -> TwoVersions:
    reports = [_report(name, text) for name, text in (("r-1", before), ("r-2", after))]
    return TwoVersions(*reports, Held({r.id: r for r in reports}, {}, {}, {}, {}))


def _report(name: str, headline: str) -> Report:
    return Report(name, name, headline, "", "Harbour Post", sections=(Section(SectionKind.HEADLINE, 0, len(headline)),))


def test_a_not_that_goes_is_told_as_such(tmp_path: Path) -> None:
    first = (
        "Talks set for Muscat\n\nYemen would not take part in the talks in Muscat, its foreign minister said on Tuesday."
        "\n\nSaudi Arabia will host the meeting, officials said.\n"
    )
    address = "https://northern-post.example/talks"
    reports = {
        "first": (first, "Northern Post", "2031-03-04", address),
        "second": (first.replace("would not", "would"), "Northern Post", "2031-03-05", address),
    }
    (version,) = version_changes(told_again.record_of(tmp_path, reports))
    assert [change.kind for change in version.changes] == [ChangeKind.NEGATION_CHANGED]
    assert version.changes[0].text == "a negation came or went: [not] / []"
