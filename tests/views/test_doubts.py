"""The links most worth judging: near the threshold, and much depends on them; what was judged is not asked again."""

from dataclasses import replace

from dragoman.link.clusters import LinkScore
from dragoman.link.linkage import load_linkage
from dragoman.link.weak_links import holding, missing
from dragoman.model.judgement import Answer, Kind, judgement
from dragoman.run.pipeline import Built
from dragoman.views.doubts import doubts, doubts_rows, doubts_text

JOIN = load_linkage("events").join
ITEMS = {"a": ("a", "b", "c"), "d": ("d",)}


def test_a_weak_link_beside_a_strong_way_holds_nothing() -> None:
    strong = [LinkScore("a", "b", 9.0, ()), LinkScore("b", "c", 9.0, ())]
    weak = LinkScore("a", "c", 4.1, ())
    assert list(holding(ITEMS, [*strong, weak], most=5)) == []
    ((link, parts),) = holding(ITEMS, [strong[0], weak], most=5)
    assert (link, parts) == (weak, (frozenset("ab"), frozenset("c")))


def test_of_two_items_the_best_link_is_asked_about() -> None:
    links = [LinkScore("a", "d", 3.2, ()), LinkScore("b", "d", 3.8, ()), LinkScore("c", "d", 2.0, ())]
    assert [link.score for link, _ in missing(ITEMS, links, least=3)] == [3.8]
    assert list(missing(ITEMS, links, least=3.9)) == []


def _nearly(built: Built) -> tuple[str, str]:
    """A mention of each of two events that claims tell."""
    told = {claim.event_mention for claim in built.record.claims}
    first, second = ([m for m in event.aliases if m in told] for event in built.record.events[:2])
    return min(first[0], second[0]), max(first[0], second[0])


def test_a_doubt_shows_both_words_and_the_reasons_and_is_gone_when_judged(built: Built) -> None:
    a, b = _nearly(built)
    link = LinkScore(a, b, JOIN - 0.1, ("type: both ASSAULT (+0.00)",))
    found = doubts(built.record, [link])
    (one,) = found
    assert (one.kind, one.a, one.b, one.together) == (Kind.EVENT, a, b, False)
    assert one.claims >= 1
    shown = doubts_text(found)
    assert all(" ".join(ground.span.exact.split())[:40] in shown for ground in one.ends)
    assert "apart now" in shown
    assert link.reasons[0] in shown
    assert doubts_rows(found)[0]["sentences"][0]["exact"] == one.sentences[0].exact
    row = replace(judgement(Answer.UNSURE, (), by="Ann", when="2031-03-09"), things=(a, b))
    assert doubts(replace(built.record, judgements=(row,)), [link]) == ()


def test_the_nearer_the_threshold_and_the_more_depends_on_it_the_more_it_is_worth(built: Built) -> None:
    a, b = _nearly(built)
    near, far = (doubts(built.record, [LinkScore(a, b, JOIN - gap, ())])[0].worth for gap in (0.1, 1.9))
    assert near > far
    assert doubts(built.record, [LinkScore(a, b, JOIN - 9, ())]) == ()
    figure = next(f for f in built.record.figures if f.verdict == "conflict")
    pair = next(c for c in built.record.comparisons if c.verdict == "conflict" and {c.a, c.b} <= set(figure.claims))
    (weak,) = doubts(built.record, [LinkScore(*sorted((pair.a, pair.b)), JOIN + 0.1, ())])
    assert (weak.together, weak.conflicts) == (True, 1)
    assert weak.worth > near
