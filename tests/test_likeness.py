"""What speaks for two claims telling one event, and what against it."""

from dataclasses import replace

import pytest

from extract.dates.interval import Grain, Interval, months, one_day, to_day
from extract.events.likeness import Tellable, likeness
from extract.model import ActorType
from tests.tellables import PERSON, PLACE, source

DAY = one_day(to_day(2025, 1, 17))
LONG_AGO = one_day(to_day(1946, 3, 29))
PLAIN = (DAY, Grain.DAY, ("Putin", "Iran"), ("sign",))


def pair(one=PLAIN, other=PLAIN, **of_other) -> tuple[Tellable, Tellable]:
    (first,) = source("first", ("a", *one))
    (second,) = source("second", ("b", *other), **of_other)
    return first, second


def bits(one=PLAIN, other=PLAIN, **of_other) -> float:
    return likeness(*pair(one, other, **of_other))


def told(when: Interval = DAY, who=("Putin", "Iran"), what=("sign",), grain: Grain = Grain.DAY):
    return when, grain, who, what


@pytest.mark.parametrize(
    ("likelier", "less_likely"),
    [
        ((told(), told()), (told(what=("sign",)), told(what=("kill",)))),
        ((told(what=("sign", "agree")), told(what=("sign", "agree"))), (told(), told())),
        ((told(what=("sign",)), told(what=("ratify",))), (told(what=("sign",)), told(what=("kill",)))),
        ((told(what=()), told()), (told(), told(what=("kill",)))),
        ((told(), told()), (told(), told(who=("Iran",)))),
        ((told(), told(who=())), (told(), told(who=("Ukraine", "Trump")))),
        ((told(who=("Russia",)), told(who=("Iran",))), (told(who=("Putin",)), told(who=("Assad",)))),
        ((told(who=()), told(who=("Russia", "Iran"))), (told(who=()), told(who=("Ukraine", "Trump")))),
        ((told(LONG_AGO), told(LONG_AGO)), (told(), told())),
        ((told(what=("announce", "sign")), told(what=("announce",))), (told(what=("announce", "sign")), told())),
    ],
)
def test_evidence_adds_up(likelier, less_likely) -> None:
    assert bits(*likelier) > bits(*less_likely)


def test_it_is_the_same_both_ways() -> None:
    one, other = pair(told(who=()), told(LONG_AGO, ("Russia",), ("agree", "sign")))
    assert likeness(one, other) == likeness(other, one)


def test_sources_about_others_tell_other_events() -> None:
    assert bits(named=()) > bits(told(who=("Iran",)), told(who=("Iran",)), named=("Ukraine", "Trump"))


def test_sources_that_share_one_country_are_not_related() -> None:
    iran = told(who=("Iran",), what=("sign",))
    (one,) = source("first", ("a", *iran), named=("Trump", "Ukraine"), others=9)
    (other,) = source("second", ("b", *iran), named=("Assad", "Russia"), others=9)
    (related,) = source("second", ("b", *iran), named=("Trump", "Ukraine"), others=9)
    assert likeness(one, other) < 0 < likeness(one, related)


def test_what_a_source_always_tells_of_says_little() -> None:
    often = [(f"a{n}", one_day(to_day(2024, 5, n)), Grain.DAY, ("Putin",), ("say",)) for n in range(1, 9)]
    (rare,) = source("first", ("a", DAY, Grain.DAY, ("Putin",), ("sign",)))
    *_, usual = source("second", *often, ("b", DAY, Grain.DAY, ("Putin",), ("sign",)))
    once = [(f"a{n}", one_day(to_day(2024, 5, n)), Grain.DAY, ("Iran",), ("say",)) for n in range(1, 9)]
    *_, unusual = source("second", *once, ("b", DAY, Grain.DAY, ("Putin",), ("sign",)))
    assert likeness(rare, unusual) > likeness(rare, usual)


def test_that_all_sources_say_something_joins_nothing() -> None:
    assert bits(told(what=("say",)), told(what=("say",))) == bits(told(what=()), told(what=()))


def test_who_is_less_in_one_claim_counts_as_that() -> None:
    """A name that is a person's here and a place's there is no person in common."""
    one, other = pair(told(who=("Putin",)), told(who=("Putin",)))
    as_place = replace(other, actors={"Putin": PLACE})
    assert other.actors == {"Putin": PERSON}
    assert likeness(one, other) >= likeness(one, as_place)


def test_a_short_text_is_no_proof_of_a_common_subject() -> None:
    """One name is all that two texts of a line have in common, and yet little."""
    (one,) = source("first", ("a", DAY, Grain.DAY, ("Putin",), ()), named=())
    (other,) = source("second", ("b", DAY, Grain.DAY, ("Putin",), ()), named=())
    assert likeness(one, other) < 0


def test_a_month_is_weighed_in_months() -> None:
    june = (months(2024, 6), Grain.MONTH, ("Putin",), ("sign",))
    assert bits(june, june) < bits(
        (one_day(to_day(2024, 6, 19)), Grain.DAY, ("Putin",), ("sign",)),
        (one_day(to_day(2024, 6, 19)), Grain.DAY, ("Putin",), ("sign",)),
    )


def test_every_type_of_actor_has_a_weight() -> None:
    for kind in ActorType:
        one, _ = pair()
        assert replace(one, actors={"x": kind}).weight > 0
