"""A library of as many claims as wanted, by chance from a seed: for measuring what reads it."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice
from pathlib import Path
from typing import TypeVar

from extract.dates.interval import Grain, Interval, Mod, one_day, shift_unit, to_day, unit_of
from extract.dates.write import edtf_value, timex3_value
from extract.figure import Figure
from extract.kind import Kind
from extract.model import (
    ActorType,
    Anchor,
    AnchorBasis,
    DateBasis,
    Document,
    Event,
    Source,
    Status,
    Timex,
    TimexType,
)
from extract.reason import Reason
from extract.store.library import create_or_open
from extract.store.weights import weigh
from extract.table import packs

Value = TypeVar("Value")

SEED = 1821
ACTORS = 5_000
PUBLISHERS = 60
CLAIMS_OF_SOURCE = 20
WORDS_OF_SENTENCE = 14
SOURCES_AT_ONCE = 500

FIRST, LAST = to_day(1990), to_day(2026)
"""Most claims lie between these days; some centuries before."""

LANGUAGES = {"en": 40, "ar": 18, "el": 12, "ru": 8, "fr": 6, "de": 5, "es": 4, "tr": 3, "uk": 2, "fa": 1, "it": 1}
GRAINS = {Grain.DAY: 60, Grain.MONTH: 20, Grain.YEAR: 14, Grain.DECADE: 3, Grain.CENTURY: 1}
STATUSES = {Status.REPORTED: 82, Status.PLANNED: 10, Status.ALLEGED: 5, Status.DENIED: 3}
BASES = {DateBasis.EXPLICIT: 5, DateBasis.UNDERSPECIFIED: 3, DateBasis.RELATIVE: 2}
UNDATED = 0.02
OLD = 0.01
TOLD_AGAIN = 0.6
"""The share of claims that tell a story which another one tells."""
VAGUER, OTHERWISE = 0.25, 0.05
"""The shares of these that give the year or decade alone, or the day, month or year beside."""
COUNTED = 0.1
"""The share of claims that count something."""
THINGS = ("soldiers", "dead", "wounded", "people")

SYLLABLES = {
    "el": ["κα", "λη", "μέ", "ρα", "σύ", "νο", "δος", "πο", "λις", "της"],
    "ar": ["سلا", "مة", "حر", "بية", "مد", "ينة", "كت", "اب", "نو", "رة"],
    "ru": ["ва", "мир", "ска", "до", "го", "вор", "стра", "на", "пре", "сти"],
}
LATIN = ["ta", "mer", "ion", "que", "lo", "san", "der", "vi", "ste", "man"]


@dataclass(slots=True)
class Chance:
    """What is drawn, always the same from one seed."""

    random: random.Random = field(default_factory=lambda: random.Random(SEED))  # noqa: S311 - nothing is secret

    def one_of(self, weights: dict[Value, int]) -> Value:
        """A value by its weight."""
        return self.random.choices(list(weights), list(weights.values()))[0]

    def words(self, language: str, count: int) -> str:
        """So many words that look like those of a language; the first ones are common."""
        syllables = SYLLABLES.get(language, LATIN)
        return " ".join("".join(self.random.choices(syllables, k=self.random.randint(1, 4))) for _ in range(count))

    def when(self) -> tuple[Interval, Grain]:
        """A date: of late oftener than long ago."""
        if self.random.random() < OLD:
            day = self.random.randint(to_day(-500), FIRST)
        else:
            day = int(FIRST + (LAST - FIRST) * self.random.random() ** 0.5)
        grain = self.one_of(GRAINS)
        return (one_day(day) if grain is Grain.DAY else unit_of(day, grain)), grain

    def again(self, when: tuple[Interval, Grain]) -> tuple[Interval, Grain]:
        """The same date, as another source may give it."""
        (interval, grain), drawn = when, self.random.random()
        if drawn < OTHERWISE:
            return shift_unit(interval.start, self.random.choice((-1, 1)), grain), grain
        if drawn < OTHERWISE + VAGUER:
            coarser = Grain.YEAR if grain in (Grain.DAY, Grain.MONTH) else Grain.CENTURY
            return unit_of(interval.start, coarser), coarser
        return when

    def figures(self) -> tuple[Figure, ...]:
        """What a claim counts, if anything."""
        if self.random.random() >= COUNTED:
            return ()
        thing, count = self.random.choice(THINGS), self.random.choice((10, 10, 12))
        return (Figure(count, thing, f"{count} {thing}"),)


def actors_of(chance: Chance) -> list[str]:
    """Names, the first of them those that most texts name."""
    return [chance.words("en", 2).title() + f" {number}" for number in range(ACTORS)]


def documents(claims: int) -> Iterator[tuple[Document, dict[str, str]]]:
    """Documents with so many claims in all, each with the stories of its claims."""
    chance = Chance()
    actors = actors_of(chance)
    often = list(accumulate(1 / (place + 10) for place in range(ACTORS)))
    told: list[tuple[str, tuple[Interval, Grain]]] = []
    for first in range(0, claims, CLAIMS_OF_SOURCE):
        named = chance.random.choices(actors, cum_weights=often, k=6)
        number = first // CLAIMS_OF_SOURCE
        yield _document(chance, number, min(CLAIMS_OF_SOURCE, claims - first), named, told)


def _document(
    chance: Chance, number: int, claims: int, actors: list[str], told: list[tuple[str, tuple[Interval, Grain]]]
) -> tuple[Document, dict[str, str]]:
    name, language = f"s{number:07}", chance.one_of(LANGUAGES)
    timexes: list[Timex] = []
    events: list[Event] = []
    stories: dict[str, str] = {}
    text = ""
    for place in range(claims):
        event_id = f"{name}.{place}"
        when: tuple[Interval | None, Grain | None]
        if told and chance.random.random() < TOLD_AGAIN:
            stories[event_id], first_told = told[int(len(told) * chance.random.random() ** 0.5)]
            when = chance.again(first_told)
        else:
            when = chance.when()
            stories[event_id] = event_id
            told.append((event_id, when))
        if chance.random.random() < UNDATED:
            when, stories[event_id] = (None, None), event_id
        sentence = chance.words(language, WORDS_OF_SENTENCE) + "."
        timex = _timex(chance, len(text), sentence, *when)
        named = dict.fromkeys(chance.random.choices(actors, k=chance.random.randint(1, 4)), ActorType.PERSON)
        events.append(_event(chance, event_id, timex, sentence, len(text), named))
        timexes.append(timex)
        text += sentence + "\n"
    anchor = Anchor(one_day(LAST), Grain.DAY, AnchorBasis.GIVEN, Reason("given", {"stated": "so"}), 1.0)
    title, publisher = chance.words(language, 6), f"Paper {number % PUBLISHERS}"
    source = Source(name, f"{name}.txt", text, text, title, publisher, f"https://news.example/{name}")
    return Document(source, language, anchor, tuple(timexes), (), tuple(events)), stories


def _timex(chance: Chance, start: int, sentence: str, interval: Interval | None, grain: Grain | None) -> Timex:
    words = sentence.split(" ", 2)
    mod = Mod.APPROX if interval and chance.random.random() < 0.05 else None
    return Timex(
        start=start,
        end=start + len(words[0]),
        text=words[0],
        type=TimexType.DATE,
        value=timex3_value(interval, grain) if interval and grain else "XXXX",
        mod=mod,
        edtf=edtf_value(interval, grain, mod) if interval and grain else None,
        interval=interval,
        grain=grain,
        basis=chance.one_of(BASES),
        explanation=Reason("full"),
        confidence=round(0.4 + 0.6 * chance.random.random() ** 0.3, 2),
    )


def _event(
    chance: Chance, event_id: str, timex: Timex, sentence: str, start: int, actors: dict[str, ActorType]
) -> Event:
    return Event(
        event_id=event_id,
        timex=timex,
        headline=sentence[:60],
        sentence=sentence,
        sentence_start=start,
        status=chance.one_of(STATUSES),
        kind=chance.random.choice(list(Kind)),
        actors=actors,
        figures=chance.figures(),
    )


def make(path: Path, claims: int) -> None:
    """The library at `path`, in place of what was there."""
    path.unlink(missing_ok=True)
    library = create_or_open(path)
    library.connection.execute("PRAGMA synchronous = OFF")
    remaining = documents(claims)
    while batch := list(islice(remaining, SOURCES_AT_ONCE)):
        with library.writing():
            library.put_all([(document, "digest") for document, _ in batch], {})
            library.set_stories({event: story for _, stories in batch for event, story in stories.items()})
    with library.writing():
        weigh(library)
        library.note_linked()
    with library.noting():
        packs.keep(library)
    library.close()


def main() -> None:
    """Make a library."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("--claims", type=int, default=100_000)
    asked = parser.parse_args()
    start = time.perf_counter()
    make(asked.library, asked.claims)
    print(f"{asked.library}: {asked.claims:,} claims in {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
