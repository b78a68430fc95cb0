"""Who agrees with whom: a table of cases, what holds of any claims, and claim by claim in Python beside all at once."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.agreement import Agreement
from extract.dates.interval import Interval, Mod, months, one_day, to_day
from extract.events.disagreement import Saying, differences
from extract.figure import Figure
from extract.model import Status
from tests.tables import agreed, columns

DAY = one_day(to_day(2025, 1, 17))
JANUARY = months(2025, 1)
REPORTED, PLANNED, ALLEGED, DENIED = Status.REPORTED, Status.PLANNED, Status.ALLEGED, Status.DENIED


def said(source, when=DAY, status=REPORTED, mod=None, figures=(), voice=None, place=0):
    date = f"{when.start}/{when.end}{mod or ''}" if when else ""
    return Saying(f"{source}.{place}", source, voice or source, when, date, status, tuple(figures), mod)


def soldiers(count, thing="soldiers"):
    return Figure(count, thing, f"{count} {thing}")


def verdict(*claims, **more):
    (code,) = agreed(list(claims), **more).of_story
    return list(Agreement)[code]


def pair(one, other):
    return verdict(
        replace(one, event_id="1", source_id="a", voice="a"), replace(other, event_id="2", source_id="b", voice="b")
    )


AGREE, COMPATIBLE, CONFLICT, ALONE = Agreement.AGREE, Agreement.COMPATIBLE, Agreement.CONFLICT, Agreement.ALONE


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (said("a"), said("b"), AGREE),
        (said("a"), said("b", JANUARY), COMPATIBLE),
        (said("a"), said("b", one_day(DAY.start + 1)), CONFLICT),
        (said("a", Interval(DAY.start, DAY.start + 7)), said("b", Interval(DAY.start + 5, DAY.start + 12)), COMPATIBLE),
        (said("a", Interval(DAY.start, DAY.start + 5)), said("b", Interval(DAY.start + 5, DAY.start + 12)), CONFLICT),
        (said("a"), said("b", None), COMPATIBLE),
        (said("a", None), said("b", None), COMPATIBLE),
        # Plans slip.
        (said("a"), said("b", months(2024, 12), PLANNED), COMPATIBLE),
        (said("a", status=PLANNED), said("b", months(2024, 12), PLANNED), COMPATIBLE),
        (said("a"), said("b", status=PLANNED), AGREE),
        # Whether it happened at all.
        (said("a"), said("b", status=DENIED), CONFLICT),
        (said("a", status=ALLEGED), said("b", status=DENIED), CONFLICT),
        (said("a", status=DENIED), said("b", status=DENIED), AGREE),
        (said("a", status=PLANNED), said("b", status=DENIED), AGREE),
        (said("a", status=ALLEGED), said("b"), AGREE),
        # How many.
        (said("a", figures=[soldiers(10)]), said("b", figures=[soldiers(12)]), CONFLICT),
        (said("a", figures=[soldiers(10)]), said("b", figures=[soldiers(10)]), AGREE),
        (said("a", figures=[soldiers(10)]), said("b", figures=[soldiers(12, "dead")]), AGREE),
        (said("a", figures=[soldiers(10), soldiers(11)]), said("b", figures=[soldiers(12)]), AGREE),
        (said("a", None, figures=[soldiers(10)]), said("b", None, figures=[soldiers(12)]), CONFLICT),
        # Loose dates.
        (said("a", months(2024, 3)), said("b", months(2024, 6), mod=Mod.BEFORE), COMPATIBLE),
        (said("a", months(2024, 7)), said("b", months(2024, 6), mod=Mod.BEFORE), CONFLICT),
        (said("a", months(2024, 9)), said("b", months(2024, 6), mod=Mod.AFTER), COMPATIBLE),
        (said("a", months(2024, 5)), said("b", months(2024, 6), mod=Mod.AFTER), CONFLICT),
        (said("a", months(2023, 1)), said("b", months(2022, 1, 12), mod=Mod.APPROX), COMPATIBLE),
        (said("a", months(2024, 1)), said("b", months(2022, 1, 12), mod=Mod.APPROX), CONFLICT),
        (said("a", months(2024, 6)), said("b", months(2024, 6), mod=Mod.APPROX), COMPATIBLE),
        (said("a", months(2024, 6), mod=Mod.BEFORE), said("b", months(2024, 9), mod=Mod.AFTER), CONFLICT),
        (said("a", months(-479, 9)), said("b", months(-480, 9), mod=Mod.BEFORE), CONFLICT),
        (said("a", months(-479, 9)), said("b", months(-480, 9), mod=Mod.AFTER), COMPATIBLE),
    ],
)  # fmt: skip
def test_two_claims(one, other, expected):
    assert pair(one, other) is pair(other, one) is expected
    assert bool(differences([one, other])) == (expected is CONFLICT)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([said("a")], ALONE),
        ([said("a"), said("a", JANUARY)], ALONE),
        ([said("a"), said("b", voice="a")], ALONE),
        ([said("a"), said("a", one_day(DAY.end))], CONFLICT),  # a source that contradicts itself
        ([said("a", figures=[soldiers(10)]), said("b", figures=[soldiers(12)], voice="a")], CONFLICT),  # a changed copy
        ([said("a"), said("b"), said("c", JANUARY)], COMPATIBLE),
        ([said("a"), said("b"), said("b", JANUARY)], AGREE),  # who also says it less finely gives the day
        ([said("a"), said("b"), said("c", status=DENIED)], CONFLICT),
    ],
)
def test_stories(claims, expected):
    assert verdict(*(replace(each, event_id=str(place)) for place, each in enumerate(claims))) is expected


@pytest.mark.parametrize(
    ("claims", "preferred", "expected"),
    [
        ([said("a", JANUARY), said("b")], [0, 0], 1),  # the finest
        ([said("a", None), said("b", JANUARY)], [0, 0], 1),
        ([said("a", status=PLANNED), said("b", JANUARY)], [0, 0], 1),  # what happened before what was planned
        ([said("a", one_day(DAY.start - 1)), said("b"), said("c")], [0, 0, 0], 1),  # what most say
        ([said("a", one_day(DAY.start - 1)), said("b"), said("c", voice="b")], [0, 0, 0], 0),  # copies are one voice
        ([said("a"), said("b", JANUARY), said("c", None)], [0, 3, 5], 2),  # what a person said last
        ([said("a", status=PLANNED), said("b")], [0, 0], 1),  # of those that give it one that reports it
    ],
)
def test_the_date_to_show(claims, preferred, expected):
    assert agreed(claims, preferred=preferred).dated_by.tolist() == [expected]


def test_those_who_differ_from_what_their_story_says():
    claims = [said("a"), said("b"), said("c", one_day(DAY.end)), said("d", JANUARY), said("e", status=DENIED),
              said("f", figures=[soldiers(10)]), said("g", figures=[soldiers(12)]), said("h", figures=[soldiers(12)])]  # fmt: skip
    found = agreed(claims)
    assert [each.source_id for each, odd in zip(claims, found.odd, strict=True) if odd] == ["c", "e", "f"]
    assert [each.source_id for each, same in zip(claims, found.same, strict=True) if not same] == ["c", "d"]


def test_figures_stand_as_those_say_who_give_the_date():
    claims = [
        said("a", figures=[soldiers(10)]),
        said("b", JANUARY, figures=[soldiers(12)]),
        said("c", JANUARY, figures=[soldiers(12)]),
    ]
    assert agreed(claims).odd.tolist() == [False, True, True]


def test_copies_count_as_one_voice_on_a_figure():
    """Nobody counts who gives the date: of as many voices the least number stands."""
    counted = [said("b", JANUARY, figures=[soldiers(12)]), said("c", JANUARY, figures=[soldiers(12)], voice="b")]
    claims = [said("a"), *counted, said("d", JANUARY, figures=[soldiers(10)])]
    assert agreed(claims).odd.tolist() == [False, True, True, False]
    assert agreed([*claims, said("e", JANUARY, figures=[soldiers(12)])]).odd.tolist() == [
        False,
        False,
        False,
        True,
        False,
    ]


def test_nobody_differs_from_a_plan_that_a_person_prefers():
    assert agreed([said("a", months(2024, 12), PLANNED), said("b")], preferred=[1, 0]).odd.tolist() == [False, False]


def test_languages_of_stories():
    found = agreed([said("a"), said("b"), said("c")], stories=["1", "1", "2"], languages=["el", "ar", "el"])
    assert found.languages.tolist() == [2, 1]


def test_no_claims():
    found = agreed([])
    assert [len(each) for each in (found.of_story, found.dated_by, found.same, found.odd)] == [0, 0, 0, 0]


DAYS = st.integers(-30, 30)
INTERVALS = st.one_of(st.none(), st.builds(lambda start, days: Interval(start, start + days), DAYS, st.integers(1, 20)))
FIGURES = st.lists(st.builds(soldiers, st.sampled_from([10, 12]), st.sampled_from(["soldiers", "dead"])), max_size=2)
CLAIMS = st.builds(
    lambda source, when, status, mod, figures: said(source, when, status, mod if when else None, figures, source[0]),
    st.sampled_from(["a1", "a2", "b1", "c1"]),
    INTERVALS,
    st.sampled_from(Status),
    st.none() | st.sampled_from(Mod),
    FIGURES,
)


def numbered(claims):
    return [replace(each, event_id=f"{place:03}") for place, each in enumerate(claims)]


def best(claims):
    """The date to show, claim by claim; see `extract.story`."""
    dates = {}
    for each in claims:
        dates.setdefault((each.when, each.mod), []).append(each)

    def rank(date):
        when, told = date[0], dates[date]
        voices = len({each.voice for each in told})
        return (when is None, all(each.status is PLANNED for each in told), when.days if when else 0, -voices,
                when.start if when else 0)  # fmt: skip

    return min(dates, key=rank), rank


@given(st.lists(st.tuples(st.sampled_from("xy"), CLAIMS), min_size=1, max_size=7))
def test_all_at_once_is_claim_by_claim(told):
    stories, claims = [story for story, _ in told], numbered(each for _, each in told)
    found = agreed(claims, stories=stories)
    for place, story in enumerate(dict.fromkeys(stories)):
        rows = [row for row, of in enumerate(stories) if of == story]
        held = [claims[row] for row in rows]
        shown = claims[found.dated_by[place]]
        expected, rank = best(held)
        assert rank((shown.when, shown.mod)) == rank(expected)
        for row in rows:
            assert found.same[row] == (
                claims[row].when is not None and (claims[row].when, claims[row].mod) == (shown.when, shown.mod)
            )
            if not claims[row].figures and {each.status for each in held} <= {REPORTED, PLANNED}:
                assert found.odd[row] == bool(differences([claims[row], replace(shown, figures=())]))
        agreement = list(Agreement)[found.of_story[place]]
        assert (agreement is CONFLICT) == bool(differences(held))
        if agreement is not CONFLICT:
            assert not found.odd[rows].any()
            assert (agreement is ALONE) == (len({each.voice for each in held}) == 1)
        if agreement is AGREE:
            assert {claims[row].source_id for row in rows if found.same[row]} == {each.source_id for each in held}


@given(st.lists(CLAIMS, min_size=2, max_size=6), st.randoms())
def test_the_order_of_claims_says_nothing(claims, random):
    claims = numbered(claims)
    other = random.sample(claims, len(claims))
    found, again = agreed(claims), agreed(other)
    assert found.of_story[0] == again.of_story[0]
    if claims[found.dated_by[0]] == other[again.dated_by[0]]:
        at = [other.index(each) for each in claims]
        assert (found.odd.tolist(), found.same.tolist()) == (again.odd[at].tolist(), again.same[at].tolist())


@given(INTERVALS.filter(bool), st.none() | st.sampled_from(Mod), st.integers(2, 5))
def test_the_same_date_never_conflicts(when, mod, count):
    assert verdict(*(said(f"{place}", when, mod=mod) for place in range(count))) is AGREE


@given(INTERVALS.filter(bool), INTERVALS.filter(bool), st.integers(0, 9), st.integers(0, 9))
def test_a_vaguer_date_conflicts_with_nothing_more(one, other, before, after):
    vaguer = Interval(other.start - before, other.end + after)
    if pair(said("a", one), said("b", vaguer)) is CONFLICT:
        assert pair(said("a", one), said("b", other)) is CONFLICT
    if pair(said("a", one), said("b", other)) is AGREE and vaguer != other:
        assert pair(said("a", one), said("b", vaguer)) is COMPATIBLE


def test_columns_made_by_hand_are_those_that_are_meant():
    made = columns([said("a", figures=[soldiers(10)]), said("b", None, mod=None)])
    assert made.dated.tolist() == [True, False]
    assert np.array_equal(made.figure_rows, [0])
