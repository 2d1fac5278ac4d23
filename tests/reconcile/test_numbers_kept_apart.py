"""Numbers for each side, for one and in all; kinds of things; a report against itself; shares; copies by the hundred."""

from builders import number, report
from told_by import record_told, shown

from dragoman.model.claim import Field
from dragoman.model.quantity import Measure
from dragoman.model.verdict import Verdict
from dragoman.reconcile.compare import compare_amounts

EACH = "QUITO - Peru and Chile agreed on Tuesday to exchange the bodies of 6,000 soldiers each, Peru's army said.\n"
IN_ALL = "QUITO - Peru and Chile agreed on Tuesday to exchange the bodies of {} soldiers in all, a mediator said.\n"


def reading(value, unit, outlet="North Wire", **fields):
    return number(report(f"So many things, by {outlet}.", outlet), "So many things", value, unit, **fields)[0]


def test_each_sides_number_is_reckoned_against_the_number_in_all(tmp_path):
    record = record_told(tmp_path, EACH, IN_ALL.format("12,000"))
    (same,) = shown(record, field=Field.QUANTITY)
    assert (same.verdict, same.reason) == (Verdict.SAME, "“6,000 soldiers each”, of two sides, are “12,000 soldiers”")
    record = record_told(tmp_path, EACH, IN_ALL.format("10,000"))
    (other,) = shown(record, field=Field.QUANTITY)
    assert other.verdict == Verdict.DIFFERENT_SCOPE
    assert "would be 12,000, not “10,000 soldiers”" in other.reason


def test_one_sides_share_of_each_is_said_to_be_one_sides():
    each, one = reading(30, "prisoner", per="side"), reading(30, "prisoner", "Harbour Post", side="Sudria")
    verdict, reason = compare_amounts(each, one)
    assert (verdict, "counted of Sudria alone" in reason) == (Verdict.SAME, True)


def test_words_for_the_things_counted_are_a_question_of_scope():
    planes, bombers = reading(41, "warplane"), reading(13, "bomber", "Harbour Post")
    aircraft = reading(41, "aircraft", "East Star", what="military aircraft")
    assert compare_amounts(planes, bombers)[0] == Verdict.DIFFERENT_SCOPE
    assert compare_amounts(aircraft, bombers)[0] == Verdict.DIFFERENT_SCOPE
    verdict, reason = compare_amounts(planes, aircraft)
    assert (verdict, "not counted in the same words" in reason) == (Verdict.SAME, True)
    fewer = reading(20, "aircraft", "West Sun", what="military aircraft")
    assert compare_amounts(planes, fewer)[0] == Verdict.CONFLICT


def test_a_word_that_narrows_the_kind_narrows_the_count():
    all_drones, some = reading(31, "drone", what="drones"), reading(12, "drone", "Harbour Post", what="attack drones")
    assert compare_amounts(all_drones, some)[0] == Verdict.DIFFERENT_SCOPE
    more = reading(40, "drone", "East Star", what="attack drones")
    assert compare_amounts(all_drones, more)[0] == Verdict.CONFLICT


def test_a_share_told_as_a_fraction_is_met_by_one_that_rounds_to_it():
    third = reading(33.3, "percent", measure=Measure.SHARE)
    assert compare_amounts(third, reading(34, "percent", "Harbour Post"))[0] == Verdict.COMPATIBLE
    assert compare_amounts(third, reading(40, "percent", "Harbour Post"))[0] == Verdict.CONFLICT


def test_shares_of_one_thing_by_two_sides_are_in_conflict(tmp_path):
    text = "The strikes on Tuesday destroyed {} of Chile's bombers, the {} army said.\n"
    record = record_told(tmp_path, text.format("34 percent", "Peruvian"), text.format("10 percent", "Chilean"))
    assert [c.verdict for c in shown(record, field=Field.QUANTITY)] == [Verdict.CONFLICT]


def test_lengths_of_one_meeting_are_compared_once_converted(tmp_path):
    text = "The two delegations met for {} in Quito on Monday.\n"
    record = record_told(tmp_path, *(text.format(told) for told in ("90 minutes", "an hour and a half", "two hours")))
    assert sorted(c.verdict for c in shown(record, field=Field.QUANTITY)) == [
        Verdict.CONFLICT,
        Verdict.CONFLICT,
        Verdict.SAME,
    ]


MARKET = (
    "TACNA, Peru - Chilean forces shelled the market in Tacna on Tuesday, killing 12 people, the hospital said.\n\n"
    "The bodies were brought out at dusk. The shelling of the market on Tuesday killed {} people, the hospital said.\n"
)


def test_a_report_that_contradicts_itself_is_shown(tmp_path):
    (found,) = shown(record_told(tmp_path, MARKET.format(15)), verdict=Verdict.CONFLICT)
    assert found.reason == "one report of Outlet A gives “12 people” and “15 people”: both cannot hold"
    assert not shown(record_told(tmp_path, MARKET.format(12)), verdict=Verdict.CONFLICT)


def test_a_part_of_the_toll_and_a_risen_one_are_no_contradiction(tmp_path):
    for told in ("killed 12 people in all, nine of them children", "killed at least 11 people"):
        text = MARKET.replace("killed {} people", told)
        assert not shown(record_told(tmp_path, text), verdict=Verdict.CONFLICT)
    risen = MARKET.format(15).replace("The shelling", "The toll later rose: the shelling")
    assert not shown(record_told(tmp_path, risen), verdict=Verdict.CONFLICT)


def test_one_garbled_copy_among_very_many_is_shown_once(tmp_path):
    text = (
        "TACNA, Peru - Chilean shelling of Tacna on Tuesday displaced {} people, the mayor's office said.\n\n"
        "The road to the harbour was closed through the morning, and the hospital asked for blood and for fuel.\n"
    )
    record = record_told(tmp_path, *[text.format("1,600")] * 199, text.format("16,000"))
    (found,) = shown(record, verdict=Verdict.CONFLICT)
    assert "the same digits but for a place" in found.reason
    assert len({claim.account for claim in record.claims}) == 1
    assert len([f for f in record.figures if f.verdict == Verdict.CONFLICT]) == 1
