"""A person's word in the record: it holds against the rules, can be undone, is never lost silently, touches no claim."""

from dataclasses import replace

import pytest
from builders import LIKENESS, NORVANIA, event, named, number, occurrence, report
from hypothesis import given, settings
from hypothesis import strategies as st
from raid_story import ARMY, MINISTRY, SUNDAY, TERENSKIY, TERENSKY, A, B, material

from dragoman.errors import InputError
from dragoman.link.anchors import GONE, anchor_at
from dragoman.link.judgeable import Anchoring
from dragoman.link.material import Material
from dragoman.model.entity import Form, Mention
from dragoman.model.judgement import Answer, Effect, in_force, judgement
from dragoman.model.span import Span
from dragoman.model.verdict import Verdict
from dragoman.reconcile.record import reconcile

WHOLE = material()
NAMES = tuple(
    Mention(f"m-{n}", Span.cut(told.id, told.text, at, at + len(word)), who.id, Form.NAME)
    for n, (told, who, word) in enumerate(((A, TERENSKY, "Terensky"), (B, TERENSKIY, "Terenskiy")))
    for at in (told.text.index(word),)
)
WHOLE = replace(WHOLE, mentions=NAMES)
KINDS = [
    [mention.id for mention in WHOLE.events],
    [claim.id for claim in WHOLE.claims if claim.field == "quantity"],
    [quote.id for quote in WHOLE.quotes],
    [TERENSKY.id, TERENSKIY.id],
]
ANCHORS = Anchoring(WHOLE)
ANCHORS_BY = {ANCHORS.of(one): one for kind in KINDS for one in kind}


def said(verdict, *ids, by="Ann", when="2031-03-11"):
    return judgement(verdict, [ANCHORS.of(one) for one in ids], by=by, when=when)


def linked(*judgements, of=WHOLE):
    return reconcile(of, similarity=LIKENESS, judgements=in_force(judgements))


@pytest.fixture(scope="module")
def plain():
    return linked()


def item_of(record):
    """Each thing that can be judged to the item that holds it."""
    entities = {name: entity.id for entity in record.entities for name in (entity.name, *entity.aliases)}
    found = {one.id: entities[one.name] for one in (TERENSKY, TERENSKIY)}
    for item in (*record.events, *record.figures, *record.utterances):
        found.update(dict.fromkeys(item.aliases, item.id))
    return found


def untouched(claim):
    """All of a claim that is read off its report."""
    return replace(claim, event=None, about=None, voice=None, account="")


@st.composite
def logs(draw):
    """Rows of several persons on things of one kind each, and withdrawals of some."""
    rows = []
    for number_ in range(draw(st.integers(1, 5))):
        ids = draw(st.lists(st.sampled_from(draw(st.sampled_from(KINDS))), min_size=2, max_size=3, unique=True))
        verdict = draw(st.sampled_from([Answer.SAME, Answer.DIFFERENT, Answer.UNSURE]))
        rows.append(said(verdict, *ids, by=draw(st.sampled_from(["Ann", "Ben"])), when=f"2031-03-1{number_}"))
    for gone in draw(st.lists(st.sampled_from(rows), max_size=1)):
        rows.append(judgement(Answer.WITHDRAWN, (), by="Cid", when="2031-03-19", withdraws=gone.id))
    return rows


@settings(deadline=None, max_examples=40)
@given(logs(), st.randoms())
def test_judgements_hold_in_any_order_of_them_and_of_the_material_and_touch_no_claim(plain, log, random):
    record = linked(*log)
    names = (n for n in WHOLE.__slots__ if n != "outlets")
    shuffled = {name: tuple(random.sample(getattr(WHOLE, name), len(getattr(WHOLE, name)))) for name in names}
    assert linked(*random.sample(log, len(log)), of=replace(WHOLE, **shuffled)) == record
    assert [untouched(c) for c in record.claims] == [untouched(c) for c in plain.claims]
    held = item_of(record)
    for row in record.judgements:
        first, *others = (ANCHORS_BY[anchor] for anchor in row.anchors)
        if row.effect == Effect.HOLDS and row.verdict == Answer.SAME:
            assert len({held[thing] for thing in row.things}) == 1
        if row.effect == Effect.HOLDS and row.verdict == Answer.DIFFERENT:
            assert all(held[first] != held[other] for other in others)
        assert row.effect in (Effect.HOLDS, Effect.CONTRADICTED, Effect.NOTED)
        assert bool(row.note) == (row.effect == Effect.CONTRADICTED)


@settings(deadline=None, max_examples=10)
@given(logs())
def test_all_taken_back_gives_the_record_before(plain, log):
    rows = [row for row in log if row.verdict != Answer.WITHDRAWN]
    undone = [judgement(Answer.WITHDRAWN, (), by="Ann", when="2031-03-20", withdraws=row.id) for row in rows]
    assert linked(*log, *undone) == plain


def test_a_person_joins_what_the_rules_refuse_and_the_rest_comes_along(plain):
    raid, talks = WHOLE.events[0].id, WHOLE.events[-1].id
    before = item_of(plain)
    assert before[raid] != before[talks]
    record = linked(said(Answer.SAME, raid, talks))
    assert len(record.events) == len(plain.events) - 1
    after = item_of(record)
    joined = [mention.id for mention in WHOLE.events if before[mention.id] in (before[raid], before[talks])]
    assert len({after[mention] for mention in joined}) == 1


def test_one_speaker_of_two_spellings_is_two_when_a_person_says_so(plain):
    record = linked(said(Answer.DIFFERENT, TERENSKY.id, TERENSKIY.id))
    assert len(record.entities) == len(plain.entities) + 1
    assert len(record.utterances) == 2


def test_a_quote_is_taken_out_of_its_utterance_and_put_back():
    quotes = [quote.id for quote in WHOLE.quotes]
    apart = said(Answer.DIFFERENT, *quotes)
    assert len(linked(apart).utterances) == 2
    assert len(linked(apart, said(Answer.SAME, *quotes, by="Ben")).utterances) == 1


def test_two_numbers_that_a_person_makes_one_figure_are_a_conflict():
    first = report("Norvania shelled Orsk on Sunday. The army said 12 sailors died at sea in spring.", "North Wire")
    other = report("The mill was rebuilt for 40 families of the valley, the ministry said.", "Harbour Post")
    army, ministry = named(ARMY), named(MINISTRY)
    shelled = event(first, "shelled", clause="Norvania shelled Orsk on Sunday.", time=SUNDAY)
    few, _ = number(first, "12 sailors", 12, "people", voice=army)
    many, _ = number(other, "40 families", 40, "people", voice=ministry)
    quantities = tuple(
        number(*args)[1] for args in ((first, "12 sailors", 12, "people"), (other, "40 families", 40, "people"))
    )
    whole = Material(
        (first, other),
        (NORVANIA, ARMY, MINISTRY),
        claims=(occurrence(first, shelled), few, many),
        events=(shelled,),
        quantities=quantities,
    )
    anchors = [Anchoring(whole).of(claim.id) for claim in (few, many)]
    record = linked(judgement(Answer.SAME, anchors, by="Ann", when="2031-03-11"), of=whole)
    assert [figure.verdict for figure in record.figures] == [Verdict.CONFLICT]
    assert len(linked(of=whole).figures) == 2


def test_two_who_disagree_are_both_named_and_neither_has_effect(plain):
    ids = [WHOLE.events[0].id, WHOLE.events[1].id]
    record = linked(said(Answer.SAME, *ids), said(Answer.DIFFERENT, *ids, by="Ben"))
    assert {row.by: row.effect for row in record.judgements} == dict.fromkeys(("Ann", "Ben"), Effect.CONTRADICTED)
    notes = {row.by: row.note for row in record.judgements}
    assert "different, Ben" in notes["Ann"]
    assert "same, Ann" in notes["Ben"]
    assert record.events == plain.events


def test_a_chain_of_sames_contradicts_a_different_of_its_ends_and_the_rest_holds():
    a, b, c, d, *_ = (mention.id for mention in WHOLE.events)
    chain = [said(Answer.SAME, a, b), said(Answer.SAME, b, c, by="Ben")]
    apart, beside = said(Answer.DIFFERENT, a, c, by="Cid"), said(Answer.SAME, c, d)
    effects = {row.id: row.effect for row in linked(*chain, apart, beside).judgements}
    assert effects == {
        **dict.fromkeys([row.id for row in (*chain, apart)], Effect.CONTRADICTED),
        beside.id: Effect.HOLDS,
    }


def test_an_anchor_of_a_report_that_is_gone_or_of_words_that_are_gone_is_listed(plain):
    row = said(Answer.DIFFERENT, WHOLE.events[0].id, WHOLE.events[3].id)
    gone = replace(row.anchors[0], exact="bombarded", end=row.anchors[0].start + len("bombarded"), report=A.id)
    nowhere = replace(row.anchors[1], report="r-unknown")
    other = judgement(Answer.SAME, [gone, nowhere], by="Ann", when="2031-03-11")
    record = linked(other)
    (lost,) = record.judgements
    assert lost.effect == Effect.LOST
    assert GONE in lost.note
    assert "the report is not in the record" in lost.note
    assert record.events == plain.events


def test_of_three_anchors_the_two_that_are_found_hold():
    row = said(Answer.SAME, WHOLE.events[0].id, WHOLE.events[-1].id)
    nowhere = replace(row.anchors[0], report="r-unknown")
    record = linked(judgement(Answer.SAME, [*row.anchors, nowhere], by="Ann", when="2031-03-11"))
    assert [one.effect for one in record.judgements] == [Effect.PARTLY]
    assert len({item_of(record)[one] for one in (WHOLE.events[0].id, WHOLE.events[-1].id)}) == 1


def test_what_is_said_of_a_report_holds_for_the_same_words_in_its_later_version():
    first = report("Norvania shelled Orsk on Sunday. Talks were held.", "North Wire")
    later = replace(
        report("Correction: the name.\nNorvania shelled Orsk on Sunday.", "North Wire"), supersedes=first.id
    )
    other = report("Norvania shelled Orsk on Sunday.", "Harbour Post")
    told = [event(r, "shelled", time=SUNDAY) for r in (first, later, other)]
    whole = Material(
        (first, later, other),
        (NORVANIA,),
        events=tuple(told),
        claims=tuple(occurrence(r, m) for r, m in zip((first, later, other), told, strict=True)),
    )
    anchors = [Anchoring(whole).of(mention.id) for mention in (told[0], told[2])]
    apart = judgement(Answer.DIFFERENT, anchors, by="Ann", when="2031-03-11")
    assert len(linked(of=whole).events) == 1
    record = linked(apart, of=whole)
    assert sorted(len(e.aliases) for e in record.events) == [1, 2]
    (row,) = record.judgements
    assert set(row.things) == {mention.id for mention in told}


def test_unsure_is_kept_without_effect(plain):
    record = linked(said(Answer.UNSURE, WHOLE.events[0].id, WHOLE.events[-1].id))
    assert record.events == plain.events
    assert [row.effect for row in record.judgements] == [Effect.NOTED]


def test_what_cannot_be_judged_is_refused_by_name():
    with pytest.raises(InputError, match="nothing that can be judged"):
        ANCHORS.of("p-1")


def test_an_anchor_is_cut_from_the_report_with_the_words_around_it():
    mention = WHOLE.events[0]
    assert ANCHORS.of(mention.id) == anchor_at("event", mention.trigger, A.text)
    claims = [c for c in WHOLE.claims if c.event_mention == mention.id and c.field == "occurrence"]
    assert {ANCHORS.of(claim.id) for claim in claims} == {ANCHORS.of(mention.id)}
