"""How the claims of every story stand to one another: which date it has, who differs from it, whether all agree.

Worked out for all stories at once, from the days that dates may mean, statuses and figures; `extract.agreement` says
what that means, and `extract.events.disagreement` tells the same of one story in words.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from extract.agreement import FIRM, LOOSE, Agreement, reach
from extract.dates.interval import Mod
from extract.model import Status
from extract.store.library import Library
from extract.table.columns import NONE, Bools, Coded, Columns, Ints

CODES = {agreement: code for code, agreement in enumerate(Agreement)}
"""What stands for each in arrays."""

DENIABLE = (Status.REPORTED, Status.ALLEGED)
"""What somebody denies who denies a story; what is only planned nobody says to have happened."""


@dataclass(frozen=True, slots=True, eq=False)
class Agreements:
    """How all stories and their claims stand."""

    of_story: npt.NDArray[np.int8]
    """Whether those who tell it agree, as `CODES` has it."""
    dated_by: Ints
    """A claim with the date to show, by its place in the table: the first that reports it, if any does.

    `NONE` where no claim tells the story.
    """
    same: Bools
    """Which claims give the days of their story."""
    odd: Bools
    """Which claims conflict with what their story is taken to say."""
    languages: Ints
    """In how many languages each story is told."""


def agreements(columns: Columns, voices: Ints) -> Agreements:
    """How the stories of a library stand; `voices` are numbers of the voice that each of its sources is."""
    dates = _dates(columns)
    dated_by = _dated_by(columns, dates, voices)
    own = dated_by[columns.story]
    same = columns.dated & (dates == dates[own])
    odd, conflicting = _apart_in_time(columns, own)
    for differing, where in (_denied(columns), _counted_otherwise(columns, own, voices)):
        odd |= differing
        conflicting |= where
    of_story = np.select(
        [conflicting, columns.voices <= 1, _all_sources(columns, same)],
        [CODES[Agreement.CONFLICT], CODES[Agreement.ALONE], CODES[Agreement.AGREE]],
        CODES[Agreement.COMPATIBLE],
    ).astype(np.int8)
    return Agreements(of_story, dated_by, same, odd, _different(columns, columns.language.codes))


def voices_of(library: Library, sources: Coded) -> Ints:
    """For each source, by its code, a number that it shares with the copies of its text."""
    copied = dict(library.connection.execute("SELECT source_id, voice FROM voices WHERE voice <> source_id"))
    voices: Ints = pd.factorize(np.array([copied.get(name, name) for name in sources.names], dtype=object))[0]
    return voices


def _dated_by(columns: Columns, dates: Ints, voices: Ints) -> Ints:
    """For each story a claim that gives the date to show.

    What people prefer; else what happened before what was planned, the finest, what most voices give, the earliest.
    """
    count = int(dates.max(initial=-1)) + 1
    first = _first(dates, count, columns.status.codes != _code(columns.status, Status.REPORTED))
    is_plan = columns.status.codes == _code(columns.status, Status.PLANNED)
    happened = np.bincount(dates, weights=~is_plan, minlength=count)
    told = _distinct(dates, voices[columns.source.codes])
    heard = np.bincount(told, minlength=count)
    start, end = columns.start[first], columns.end[first]
    order = np.lexsort((columns.mod.codes[first], start, -heard, end - start, happened == 0, ~columns.dated[first]))
    dated_by = np.full(len(columns.story_keys), NONE)
    backwards = first[order[::-1]]  # of what is written to one place several times, the last stays
    dated_by[columns.story[backwards]] = backwards
    preferred = np.flatnonzero(columns.preferred > 0)
    preferred = preferred[np.argsort(columns.preferred[preferred], kind="stable")]
    dated_by[columns.story[preferred]] = preferred
    return dated_by


def _first(dates: Ints, count: int, later: Bools) -> Ints:
    """For each date the first claim that gives it; some claims only where no other does."""
    claims = len(dates)
    first = np.full(count, 2 * claims)
    np.minimum.at(first, dates, np.arange(claims) + claims * later)
    return first % max(claims, 1)


def _apart_in_time(columns: Columns, own: Ints) -> tuple[Bools, Bools]:
    """The claims whose date and that of their story have no day in common; the stories of which any two have none."""
    start, end = _reach(columns)
    happened = columns.dated & (columns.status.codes != _code(columns.status, Status.PLANNED))
    odd = happened & happened[own] & ((start >= end[own]) | (end <= start[own]))
    stories = len(columns.story_keys)
    latest, earliest = np.full(stories, np.iinfo(np.int64).min), np.full(stories, np.iinfo(np.int64).max)
    np.maximum.at(latest, columns.story[happened], start[happened])
    np.minimum.at(earliest, columns.story[happened], end[happened])
    # Stretches of which any two share a day have one that all of them share.
    return odd, latest >= earliest


def _reach(columns: Columns) -> tuple[Ints, Ints]:
    """The days that each claim's date may mean."""
    known = [LOOSE.get(Mod(name), FIRM) for name in columns.mod.names]
    how_far = np.array([*known, FIRM], dtype=np.int64)  # where `NONE` finds it
    before, after = how_far[columns.mod.codes].T
    start, end = (np.where(columns.dated, days, 0) for days in (columns.start, columns.end))
    return reach(start, end, before, after)


def _denied(columns: Columns) -> tuple[Bools, Bools]:
    """The claims that deny what others report or allege, and the stories of which some do."""
    held = [_stories(columns, np.isin(columns.status.codes, columns.status.codes_of(which)))
            for which in ((Status.DENIED,), DENIABLE)]  # fmt: skip
    both = held[0] & held[1]
    return both[columns.story] & (columns.status.codes == _code(columns.status, Status.DENIED)), both


def _counted_otherwise(columns: Columns, own: Ints, voices: Ints) -> tuple[Bools, Bools]:
    """The claims that count something otherwise than those who date their story, and the stories of which any do.

    A source that says several things on how many takes no side. Where those who give the date count no such thing, the
    count of most voices stands, of several the least.
    """
    odd, stories = np.zeros(len(columns), dtype=bool), np.zeros(len(columns.story_keys), dtype=bool)
    rows = columns.figure_rows
    told = pd.DataFrame({
        "row": rows, "story": columns.story[rows], "source": columns.source.codes[rows],
        "thing": columns.things.codes, "amount": columns.amounts,
    })  # fmt: skip
    sides = told.drop_duplicates(["story", "thing", "source", "amount"])
    sides = sides[~sides.duplicated(["story", "thing", "source"], keep=False)]
    differ = sides.groupby(["story", "thing"])["amount"].transform("nunique") > 1
    sides = sides[differ]
    if sides.empty:
        return odd, stories
    taken = _taken(sides, columns.source.codes[own[sides["row"]]], voices)
    against = sides[sides["amount"] != taken]
    found = told.merge(against[["story", "thing", "source"]])
    odd[found["row"]] = True
    stories[sides["story"]] = True
    return odd, stories


def _taken(sides: pd.DataFrame, dating: Ints, voices: Ints) -> pd.Series[float]:
    """For each side that somebody takes on a figure, which one their story is taken to say."""
    ranked = sides.assign(voice=voices[sides["source"]], other=sides["source"] != dating)
    heard = ranked.groupby(["story", "thing", "amount"])["voice"].transform("nunique")
    ranked = ranked.assign(heard=-heard).sort_values(["other", "heard", "amount"], kind="stable")
    return ranked.groupby(["story", "thing"])["amount"].transform("first").reindex(sides.index)


def _all_sources(columns: Columns, same: Bools) -> Bools:
    """The stories of which every source gives the days in some claim."""
    sources = columns.source.codes
    return np.equal(_different(columns, sources), _different(columns, sources, same))


def _different(columns: Columns, codes: Ints, among: Bools | None = None) -> Ints:
    """For each story the number of different codes of its claims, or of some of these."""
    story, codes = (columns.story, codes) if among is None else (columns.story[among], codes[among])
    counts: Ints = np.bincount(_distinct(story, codes), minlength=len(columns.story_keys))
    return counts


def _distinct(of: Ints, codes: Ints) -> Ints:
    """Of pairs of numbers that come several times, the first number once for each pair."""
    width = int(codes.max(initial=NONE)) - NONE + 1
    pairs = pd.unique(of.astype(np.int64) * width + codes - NONE)
    return np.asarray(pairs // width, dtype=np.int64)


def _dates(columns: Columns) -> Ints:
    """A number for each claim, the same for those of a story that give one date."""
    first, last = (pd.factorize(days)[0] for days in (columns.start, columns.end))
    when = _paired(first, _paired(last, columns.mod.codes))
    return _paired(columns.story, when)


def _paired(one: Ints, other: Ints) -> Ints:
    """A number for each pair of numbers."""
    width = int(other.max(initial=NONE)) - NONE + 1
    return np.asarray(pd.factorize(one.astype(np.int64) * width + other - NONE)[0], dtype=np.int64)


def _stories(columns: Columns, which: Bools) -> Bools:
    """The stories that some claims tell."""
    told = np.zeros(len(columns.story_keys), dtype=bool)
    told[columns.story[which]] = True
    return told


def _code(column: Coded, name: str) -> int:
    """The code of a name; one that no row has where there is none."""
    codes = column.codes_of((name,))
    return int(codes[0]) if len(codes) else len(column.names)
