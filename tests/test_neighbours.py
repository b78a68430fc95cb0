"""Documents that date one another: what they lend, to whom, and that none hears itself or one voice twice."""

from dataclasses import replace

import numpy as np
import pytest

from extract.collection import Collection
from extract.dates.days import believe, days_of
from extract.dates.interval import Grain, Interval, from_day, iso_day, one_day, to_day
from extract.dates.neighbours import (
    MOST_LENDERS,
    DatedClaim,
    Neighbourhood,
    known_day,
    lent_clues,
    lent_days,
)
from extract.dates.told import Told
from extract.model import ActorType, AnchorBasis, Document
from extract.pipeline import analyse, settle
from extract.wording import worded
from tests.test_anchor import source

NAMES = {"Vladimir Putin": ActorType.PERSON, "Masoud Pezeshkian": ActorType.PERSON, "Moscow": ActorType.PLACE}
DAY = to_day(2025, 1, 17)
DAYS = days_of(Interval(to_day(2000), to_day(2026)))


def told_in(text: str) -> list[Told]:
    found = analyse(source(text, stated_language="en")).told
    return [replace(each, actors=frozenset(NAMES)) for each, _ in found]


def claim(name: str, *days: tuple[int, float], actors: frozenset[str] = frozenset(NAMES)) -> DatedClaim:
    return DatedClaim(name, f"title of {name}", days, actors)


def neighbourhood(*claims: DatedClaim) -> Neighbourhood:
    found = Neighbourhood()
    for each in claims:
        found.add(each)
    return found


def clues_for(text: str, *claims: DatedClaim, name: str = "asking") -> list[str]:
    near = neighbourhood(*claims)
    return [worded(clue.reason) for clue in lent_clues(told_in(text), NAMES, name, near)]


def together(**texts: str) -> dict[str, Document]:
    settled = settle([analyse(source(text, name)) for name, text in texts.items()], Collection())
    return {document.source.source_id: document for document in settled}


def test_a_day_is_lent_to_a_text_that_tells_it_without_its_year() -> None:
    (words,) = clues_for("They met on January 17.", claim("a", (DAY, 0.9)))
    assert "17 January 2025" in words
    assert "title of a" in words


@pytest.mark.parametrize(
    ("text", "lender"),
    [
        ("They met on January 18.", claim("a", (DAY, 0.9))),
        ("They met on January 17, 2025.", claim("a", (DAY, 0.9))),
        ("They met on Thursday.", claim("a", (DAY, 0.9))),
        ("They met on Friday.", claim("a", (DAY, 0.4))),
        ("They met in January.", claim("a", (DAY, 0.9))),
        ("They met on January 17.", claim("a")),
        ("They met on January 17.", claim("a", (DAY, 0.9), actors=frozenset(["Moscow", "Olaf Scholz"]))),
        ("They met on January 17.", claim("asking", (DAY, 0.9))),
    ],
)
def test_nothing_is_lent_where_day_or_actors_differ_or_by_itself(text: str, lender: DatedClaim) -> None:
    assert clues_for(text, lender) == []


def test_those_that_say_the_very_same_are_one_voice() -> None:
    same = [claim(name, (DAY, 0.6), (DAY - 365, 0.3)) for name in "abc"]
    other = claim("d", (DAY, 0.7))
    assert len(clues_for("They met on January 17.", *same)) == 1
    assert len(clues_for("They met on January 17.", *same, other)) == 2


def test_one_neighbour_is_heard_once_however_much_it_tells() -> None:
    many = [claim("a", (DAY, 0.5 + n / 100)) for n in range(9)]
    assert len(clues_for("They met on January 17.", *many)) == 1


def test_there_is_an_end_to_voices() -> None:
    many = [claim(f"n{n}", (DAY, 0.5 + n / 100)) for n in range(20)]
    assert len(clues_for("They met on January 17.", *many)) == MOST_LENDERS


def test_a_weekday_is_asked_only_where_no_date_is_shared() -> None:
    friday, monday = claim("a", (DAY, 0.9)), claim("b", (to_day(2025, 1, 20), 0.9))
    both = clues_for("They met on January 17. They will meet on Monday.", friday, monday)
    assert len(both) == 1
    assert "January 17" in both[0]
    (alone,) = clues_for("They met on January 18. They will meet on Monday.", friday, monday)
    assert "“Monday”" in alone


def test_more_shared_actors_and_rarer_ones_lend_more() -> None:
    def gain(*actors: str) -> float:
        near = neighbourhood(claim("a", (DAY, 0.9), actors=frozenset(actors)))
        (clue,) = lent_clues(told_in("They met on January 17."), NAMES, "asking", near)
        bits = clue.weigh(DAYS)
        return float(bits.max() - bits.min())

    persons, person_and_place = gain("Vladimir Putin", "Masoud Pezeshkian"), gain("Vladimir Putin", "Moscow")
    assert 0 < person_and_place < persons < gain(*NAMES)


def test_a_lent_day_favours_the_days_from_which_it_is_meant() -> None:
    (told,) = told_in("They met on January 17.")
    (clue,) = lent_clues([told], NAMES, "asking", neighbourhood(claim("a", (DAY, 0.9))))
    belief = believe([clue], DAYS)
    assert belief.of(Interval(DAY, to_day(2026))) > 0.5
    assert belief.shares.min() > 0


@pytest.mark.parametrize(
    ("interval", "lent"),
    [(one_day(DAY), ((DAY, 0.8),)), (Interval(DAY, DAY + 2), ()), (None, ())],
)
def test_only_a_known_day_is_lent(interval: Interval | None, lent: tuple[tuple[int, float], ...]) -> None:
    assert known_day(interval, 0.8) == lent


def test_what_a_text_leaves_open_is_lent_with_its_shares() -> None:
    (told,) = told_in("They met on January 17.")
    years = DAYS.years + 1970
    shares = np.where(years == 2015, 3.0, np.where(years == 2020, 1.0, 0.0))
    belief = believe([], DAYS)
    belief.shares[:] = shares / shares.sum()
    lent = lent_days(told, belief)
    assert 0.9 < sum(share for _, share in lent) <= 1
    assert [share for _, share in lent] == sorted((share for _, share in lent), reverse=True)
    assert {from_day(day)[1:] for day, _ in lent} == {(1, 17)}
    assert from_day(lent[0][0])[0] == 2015
    (weekday,) = told_in("They met on Friday.")
    assert lent_days(weekday, belief) == ()


TELLS_YEAR = "In December 2024 Vladimir Putin praised him. Vladimir Putin and Masoud Pezeshkian will sign in Moscow on January 17."
TELLS_WEEKDAY = "Vladimir Putin and Masoud Pezeshkian will sign in Moscow on Friday, January 17. They spoke of gas."


def test_two_undated_texts_of_one_day_lend_one_another_their_years() -> None:
    alone = {name: together(**{name: text})[name] for name, text in (("a", TELLS_YEAR), ("b", TELLS_WEEKDAY))}
    both = together(a=TELLS_YEAR, b=TELLS_WEEKDAY)
    assert any(both[name].anchor.basis is AnchorBasis.NEIGHBOURS for name in both)
    for name, document in both.items():
        assert document.anchor.interval
        assert document.anchor.confidence >= alone[name].anchor.confidence
        signed = next(each for each in document.timexes if "17" in each.text)
        assert signed.value == "2025-01-17"


def test_copies_count_as_one_voice_and_not_as_proof() -> None:
    one = together(a=TELLS_WEEKDAY, asking=TELLS_YEAR)["asking"].anchor
    many = together(asking=TELLS_YEAR, **{f"n{n}": TELLS_WEEKDAY for n in range(6)})["asking"].anchor
    assert (many.interval, many.grain) == (one.interval, one.grain)
    assert many.confidence == pytest.approx(one.confidence, rel=0.02)


def test_a_document_draws_on_nothing_that_it_lent() -> None:
    alone = together(a=TELLS_YEAR)["a"].anchor
    collection = Collection()
    settle([analyse(source(TELLS_YEAR, "a"))], collection)
    (again,) = settle([analyse(source(TELLS_YEAR, "a"))], Collection(neighbourhood=collection.neighbourhood))
    assert collection.neighbourhood.held
    assert again.anchor.basis is not AnchorBasis.NEIGHBOURS
    assert (again.anchor.interval, again.anchor.evidence) == (alone.interval, alone.evidence)


def test_texts_of_other_persons_on_the_same_day_leave_each_other_alone() -> None:
    other = "In December 2014 Emmanuel Macron praised him. Emmanuel Macron and Olaf Scholz will sign in Paris on January 17."
    alone, both = together(a=TELLS_WEEKDAY)["a"].anchor, together(a=TELLS_WEEKDAY, b=other)["a"].anchor
    assert (both.interval, both.basis) == (alone.interval, alone.basis)


def test_the_order_of_documents_is_nothing_to_their_dates() -> None:
    one, other = together(a=TELLS_YEAR, b=TELLS_WEEKDAY), together(b=TELLS_WEEKDAY, a=TELLS_YEAR)
    for name in one:
        assert one[name].anchor == other[name].anchor


def test_a_stated_date_borrows_nothing() -> None:
    dated = f"Published: 3 January 2025\n{TELLS_WEEKDAY.replace('Friday, ', '')}"
    found = together(a=dated, b=TELLS_YEAR)["a"].anchor
    assert found.basis is AnchorBasis.HEADER
    assert found.interval
    assert (iso_day(found.interval.start), found.grain) == ("2025-01-03", Grain.DAY)
