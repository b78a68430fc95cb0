from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.interval import Grain, Interval, months, one_day, to_day, unit_of
from extract.events.stories import Tellable, stories
from extract.model import ActorType

PERSON, PLACE, ORGANISATION = ActorType
PUTIN, PEZESHKIAN, ASSAD = ("Vladimir Putin", PERSON), ("Masoud Pezeshkian", PERSON), ("Bashar Assad", PERSON)
RUSSIA, IRAN, KOREA, BRICS = ("Russia", PLACE), ("Iran", PLACE), ("North Korea", PLACE), ("BRICS", ORGANISATION)
DAY = one_day(to_day(2025, 1, 17))


def claim(name: str, interval: Interval | None, grain: Grain | None, *actors: tuple[str, ActorType]) -> Tellable:
    return Tellable(name, interval, grain, dict(actors))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((DAY, Grain.DAY, PUTIN, PEZESHKIAN), (DAY, Grain.DAY, PEZESHKIAN, RUSSIA), True),
        ((DAY, Grain.DAY, RUSSIA, IRAN), (DAY, Grain.DAY, RUSSIA, IRAN, PUTIN), True),
        ((DAY, Grain.DAY, RUSSIA), (DAY, Grain.DAY, RUSSIA), False),
        ((DAY, Grain.DAY, PUTIN, KOREA), (one_day(to_day(2025, 1, 18)), Grain.DAY, PUTIN, KOREA), False),
        ((months(2024, 12), Grain.MONTH, ASSAD, RUSSIA), (months(2024, 12), Grain.MONTH, ASSAD, IRAN), True),
        ((months(2024, 12), Grain.MONTH, IRAN), (months(2024, 12), Grain.MONTH, ASSAD, RUSSIA, IRAN), False),
        (
            (unit_of(to_day(2024), Grain.YEAR), Grain.YEAR, PUTIN, KOREA),
            (unit_of(to_day(2024), Grain.YEAR), Grain.YEAR, PUTIN, BRICS, RUSSIA, IRAN),
            False,
        ),
        ((None, None, PUTIN, RUSSIA), (None, None, PUTIN, RUSSIA), False),
        ((DAY, Grain.DAY), (DAY, Grain.DAY), False),
    ],
)
def test_claims_of_one_time_and_the_same_actors_tell_one_story(one, other, same: bool) -> None:
    found = stories([claim("a", *one), claim("b", *other)])
    assert (found["a"] == found["b"]) is same


CLAIMS = st.lists(
    st.tuples(
        st.sampled_from([DAY, one_day(to_day(2025, 1, 18)), None]),
        st.frozensets(st.sampled_from([PUTIN, PEZESHKIAN, ASSAD, RUSSIA, IRAN, KOREA, BRICS]), max_size=4),
    ),
    max_size=30,
)


def test_who_is_less_in_one_claim_counts_as_that() -> None:
    """A name that is a person's here and a place's there is no more in common than a place."""
    name, place = PUTIN[0], ActorType.PLACE
    one, other = claim("a", DAY, Grain.DAY, PUTIN), claim("b", DAY, Grain.DAY, (name, place))
    assert len(set(stories([one, other]).values())) == 2
    assert len(set(stories([one, replace(one, event_id="b")]).values())) == 1


@given(CLAIMS, st.randoms())
def test_every_claim_has_a_story_whatever_the_order(claims, random) -> None:
    tellables = [Tellable(f"{n:03}", i, i and Grain.DAY, dict(actors)) for n, (i, actors) in enumerate(claims)]
    shuffled = list(tellables)
    random.shuffle(shuffled)
    found = stories(tellables)
    assert found == stories(shuffled)
    assert set(found) == {claim.event_id for claim in tellables}
    by_id = {claim.event_id: claim for claim in tellables}
    for event_id, story_id in found.items():
        assert by_id[event_id].interval == by_id[story_id].interval
