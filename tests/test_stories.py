"""Which claims tell one story, and which only look as if they did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.interval import Grain, Interval, months, one_day, to_day, unit_of
from extract.events.context import in_states
from extract.events.stories import stories
from extract.events.tellings import FACES, gather
from tests.tellables import TYPES, source

DAY, NEXT_DAY = one_day(to_day(2025, 1, 17)), one_day(to_day(2025, 1, 18))
JANUARY = months(2025, 1)
SIGNING = (DAY, Grain.DAY, ("Putin", "Pezeshkian"), ("sign", "agree"))
OCTOBER = one_day(to_day(2024, 10, 31))


def year(number: int) -> Interval:
    return months(number, 1, 12)


def same(*sources) -> bool:
    """Whether all claims tell one story."""
    return len(set(stories(claim for claims in sources for claim in claims).values())) == 1


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (SIGNING, SIGNING, True),
        (SIGNING, (DAY, Grain.DAY, ("Pezeshkian", "Russia"), ("sign",)), True),
        (SIGNING, (NEXT_DAY, *SIGNING[1:]), False),
        (SIGNING, (DAY, Grain.DAY, ("Trump",), ("inaugurate",)), False),
        ((None, None, *SIGNING[2:]), (None, None, *SIGNING[2:]), False),
        (SIGNING, (JANUARY, Grain.MONTH, *SIGNING[2:]), True),
        (SIGNING, (year(2025), Grain.YEAR, *SIGNING[2:]), True),
        (SIGNING, (months(2024, 12), Grain.MONTH, *SIGNING[2:]), False),
        (SIGNING, (JANUARY, Grain.MONTH, ("Trump",), ("inaugurate",)), False),
        (
            (year(2023), Grain.YEAR, ("BRICS", "Kazan", "Iran"), ("summit",)),
            (year(2024), Grain.YEAR, ("BRICS", "Kazan", "Putin"), ("summit",)),
            True,
        ),
        (
            (year(2023), Grain.YEAR, ("BRICS", "Iran"), ("join",)),
            (year(2024), Grain.YEAR, ("BRICS", "Kazan"), ("summit",)),
            False,
        ),
        (
            (months(2024, 6), Grain.MONTH, ("BRICS", "Kazan", "Iran"), ("summit",)),
            (months(2024, 7), Grain.MONTH, ("BRICS", "Kazan", "Putin"), ("summit",)),
            True,
        ),
        (
            (year(2022), Grain.YEAR, ("BRICS", "Kazan"), ("summit",)),
            (year(2024), Grain.YEAR, ("BRICS", "Kazan"), ("summit",)),
            False,
        ),
    ],
)
def test_claims_of_two_sources(one, other, is_one: bool) -> None:
    assert same(source("first", ("a", *one), others=5), source("second", ("b", *other), others=5)) is is_one


def test_a_vague_time_that_fits_two_happenings_is_left_alone() -> None:
    first = source("first", ("a", *SIGNING))
    second = source("second", ("b", one_day(to_day(2025, 1, 20)), *SIGNING[1:]))
    vague = source("third", ("c", JANUARY, Grain.MONTH, *SIGNING[2:]))
    assert same(first, vague)
    found = stories([*first, *second, *vague])
    assert len(set(found.values())) == 3


@pytest.mark.parametrize(
    ("time", "act", "is_one"),
    [
        ((None, None), "sign", True),
        ((year(2024), Grain.YEAR), "sign", True),
        ((one_day(to_day(2024, 12, 12)), Grain.DAY), "sign", True),
        ((None, None), "visit", False),
        ((one_day(to_day(2024, 11, 2)), Grain.DAY), "sign", False),
    ],
)
def test_a_plan_is_told_by_what_came_of_it(time, act: str, is_one: bool) -> None:
    """Late at most by as much again as it was early: a plan for the day after tomorrow did not slip by months."""
    plan = source("first", ("a", *time, ("Pezeshkian", "Russia"), (act,)), written=OCTOBER, planned=("a",))
    signing = source("second", ("b", *SIGNING))
    assert same(plan, signing) is is_one
    assert not same([*source("first", ("a", *time, ("Trump",), ("resign",)), planned=("a",))], signing)


def test_a_plan_of_which_nobody_says_what_is_planned_comes_to_nothing() -> None:
    plan = source("first", ("a", None, None, *SIGNING[2:3], ()), written=OCTOBER, planned=("a",), others=9)
    assert not same(plan, source("second", ("b", *SIGNING), others=9))


def test_a_plan_does_not_come_true_before_it_is_made() -> None:
    plan = source("first", ("a", None, None, *SIGNING[2:]), written=one_day(to_day(2025, 3, 1)), planned=("a",))
    assert not same(plan, source("second", ("b", *SIGNING)))


def test_two_happenings_of_one_source_on_one_day_stay_two() -> None:
    claims = source(
        "first",
        ("a", DAY, Grain.DAY, ("Putin", "Pezeshkian"), ("sign",)),
        ("b", DAY, Grain.DAY, ("Assad",), ("flee",)),
    )
    assert len(set(stories(claims).values())) == 2


def test_a_telling_holds_claims_beyond_those_that_speak_for_it() -> None:
    claims = [claim for n in range(FACES * 3) for claim in source(f"s{n}", (f"e{n:02}", *SIGNING))]
    ((telling, ids),) = gather(claims)
    assert ids == {claim.event_id for claim in claims}
    assert (telling.sources, len(telling.faces), telling.telling_id) == (FACES * 3, FACES, "e00")


TIMES = [
    (DAY, Grain.DAY),
    (NEXT_DAY, Grain.DAY),
    (JANUARY, Grain.MONTH),
    (months(2025, 2), Grain.MONTH),
    (unit_of(DAY.start, Grain.WEEK), Grain.WEEK),
    (year(2025), Grain.YEAR),
    (year(2024), Grain.YEAR),
    (None, None),
]
CLAIMS = st.tuples(
    st.sampled_from(TIMES),
    st.lists(st.sampled_from(sorted(TYPES)), max_size=3, unique=True),
    st.lists(st.sampled_from(["sign", "agree", "summit", "visit", "say", "kill"]), max_size=2, unique=True),
    st.booleans(),
)
SOURCES = st.lists(st.lists(CLAIMS, min_size=1, max_size=4), max_size=8)


@given(SOURCES, st.randoms())
def test_every_claim_has_a_story_whatever_the_order(told, random) -> None:
    claims = []
    for number, each in enumerate(told):
        ids = [f"{number}.{place}" for place in range(len(each))]
        planned = [name for name, (_, _, _, is_planned) in zip(ids, each, strict=True) if is_planned]
        rows = [(name, *time, who, what) for name, (time, who, what, _) in zip(ids, each, strict=True)]
        claims += source(f"s{number}", *rows, planned=planned)
    found = stories(claims)
    random.shuffle(claims)
    assert stories(claims) == found
    assert set(found) == {claim.event_id for claim in claims}
    assert all(story == min(name for name, other in found.items() if other == story) for story in found.values())


def test_a_capital_counts_as_its_state() -> None:
    actors = {"Moscow": TYPES["Russia"], "Iran": TYPES["Iran"]}
    assert in_states(actors, {"Moscow": "Russia"}) == {"Russia": TYPES["Russia"], "Iran": TYPES["Iran"]}
