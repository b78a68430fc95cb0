"""When is that: from the words of a mention and the time of writing to days, with the reason.

Where the time of writing is known only as an interval, the words are resolved from its first and from its last day:
what both give is sure, and where they differ the result is the whole stretch between, marked as such.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from extract.dates.candidates import AS_PAST, AS_PLANNED, candidates, choose, grain_of, in_year
from extract.dates.expression import Calendar, Expression, FromEvent, Length, Mention, Offset, Repeated, Vague
from extract.dates.interval import Grain, Interval, Mod, is_unit, shift_unit, weekday
from extract.dates.write import (
    TIMEX3_SEASONS,
    UNKNOWN_YEAR,
    edtf_value,
    in_words,
    length_value,
    timex3_value,
    weekday_value,
)
from extract.model import Anchor, DateBasis, Manner, Outlook, Timex, TimexType


class Prefer(StrEnum):
    """Where a date that gives no direction lies: as its context suggests, or always on one side."""

    CONTEXT = "context"
    PAST = "past"
    FUTURE = "future"


EXPLICIT_CONFIDENCE = 0.98
"""The words say it all; what is left is that they were misread."""
RELATIVE_CONFIDENCE = 0.93
CUED_CONFIDENCE = 0.9
"""A missing part filled in with the help of tense, direction or weekday."""
UNCUED_CONFIDENCE = 0.75
"""A missing part filled in by nearness alone."""
EVENT_CONFIDENCE = 0.6
SLIP_CONFIDENCE = 0.6
"""The weekday contradicts the date: one of the two is a slip of the writer's."""
SPREAD_FACTOR = 0.7
"""Where the possible times of writing lead to different days."""


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a mention means: days (None: unknown), grain and why."""

    interval: Interval | None
    grain: Grain
    basis: DateBasis
    reason: str
    confidence: float


def resolve(mention: Mention, anchor: Anchor, manner: Manner, prefer: Prefer = Prefer.CONTEXT) -> Timex:
    """The mention with its value and the reason for it."""
    expression = mention.expression
    match expression:
        case Length():
            return _placeless(
                mention,
                TimexType.DURATION,
                length_value(expression.count, expression.grain),
                "a length of time, with no place in the calendar",
            )
        case Repeated():
            return _placeless(mention, TimexType.SET, expression.value, "it comes again and again")
        case Vague():
            return _placeless(mention, TimexType.DATE, expression.value, "too vague for a place in the calendar")
        case _:
            meaning = _meaning(expression, anchor, manner, prefer)
    mod = None if isinstance(expression, FromEvent) else expression.mod
    return _timex(mention, meaning, mod, anchor)


def _meaning(expression: Calendar | Offset | FromEvent, anchor: Anchor, manner: Manner, prefer: Prefer) -> _Meaning:
    match expression:
        case Calendar() if expression.year is not None:
            return _explicit(expression, in_year(expression, expression.year))
        case Calendar():
            return _underspecified(expression, anchor, manner, prefer)
        case Offset():
            return _from_anchor(
                lambda day: shift_unit(day, expression.count, expression.grain),
                anchor, expression.grain, DateBasis.RELATIVE, _offset_words(expression), RELATIVE_CONFIDENCE,
            )  # fmt: skip
        case FromEvent():
            return _from_event(expression, anchor, manner)


def _explicit(expression: Calendar, interval: Interval | None) -> _Meaning:
    reason, confidence = "the words say it all", EXPLICIT_CONFIDENCE
    if interval and expression.weekday not in (None, weekday(interval.start)):
        reason, confidence = "the words say it all, but that day is another weekday", SLIP_CONFIDENCE
    return _Meaning(interval, grain_of(expression), DateBasis.EXPLICIT, reason, confidence)


def _underspecified(expression: Calendar, anchor: Anchor, manner: Manner, prefer: Prefer) -> _Meaning:
    outlook = {Prefer.PAST: Outlook.PAST, Prefer.FUTURE: Outlook.PLANNED}.get(prefer, manner.outlook)
    directed = expression.direction is not None or expression.years_away is not None
    cued = directed or outlook is not None or (expression.day is not None and expression.weekday is not None)
    basis = DateBasis.RELATIVE if directed else DateBasis.UNDERSPECIFIED
    day = anchor.interval.start if anchor.interval else 0
    why = choose(expression, candidates(expression, day), day, outlook)[1]
    if why in (AS_PLANNED, AS_PAST) and prefer is Prefer.CONTEXT and manner.outlook_words:
        why += f" (\u201c{manner.outlook_words}\u201d)"
    return _from_anchor(
        lambda day: choose(expression, candidates(expression, day), day, outlook)[0],
        anchor, grain_of(expression), basis, why, CUED_CONFIDENCE if cued else UNCUED_CONFIDENCE,
    )  # fmt: skip


def _from_event(expression: FromEvent, anchor: Anchor, manner: Manner) -> _Meaning:
    if manner.outlook is not Outlook.PRESENT or expression.count == 0:
        reason = "counted from something the text tells without a date"
        return _Meaning(None, expression.grain, DateBasis.EVENT, reason, 0.0)
    side = "after" if expression.count > 0 else "before"
    reason = (
        f"what is told here is going on now (\u201c{manner.outlook_words}\u201d), "
        f"{_count_words(expression.count, expression.grain)} {side} the other event, which lies so far from now"
    )
    return _from_anchor(
        lambda day: shift_unit(day, -expression.count, expression.grain),
        anchor, expression.grain, DateBasis.EVENT, reason, EVENT_CONFIDENCE,
    )  # fmt: skip


def _from_anchor(
    seen_from: Callable[[int], Interval | None],
    anchor: Anchor,
    grain: Grain,
    basis: DateBasis,
    reason: str,
    confidence: float,
) -> _Meaning:
    if anchor.interval is None:
        return _Meaning(None, grain, basis, f"{reason}; when the text was written is not known", 0.0)
    first, last = seen_from(anchor.interval.start), seen_from(anchor.interval.last)
    if first is None or last is None:
        return _Meaning(None, grain, basis, f"{reason}; there is no such day near the time of writing", 0.0)
    if first != last:
        return _Meaning(first.hull(last), grain, basis, reason, confidence * anchor.confidence * SPREAD_FACTOR)
    return _Meaning(first, grain, basis, reason, confidence * anchor.confidence)


def _timex(mention: Mention, meaning: _Meaning, mod: Mod | None, anchor: Anchor) -> Timex:
    interval, grain = meaning.interval, meaning.grain
    return Timex(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        type=TimexType.DATE,
        value=timex3_value(interval, grain) if interval else _unplaced_value(mention.expression),
        mod=mod,
        edtf=edtf_value(interval, grain, mod) if interval else _unplaced_edtf(mention.expression),
        interval=interval,
        grain=grain,
        basis=meaning.basis,
        explanation=_explanation(meaning, mod, anchor),
        confidence=round(meaning.confidence, 3),
    )


def _explanation(meaning: _Meaning, mod: Mod | None, anchor: Anchor) -> str:
    if meaning.interval is None:
        return f"Not placed: {meaning.reason}."
    result = in_words(meaning.interval, meaning.grain)
    part = {Mod.START: "the start of ", Mod.MID: "the middle of ", Mod.END: "the end of ", Mod.APPROX: "about "}
    if mod in part:
        result = part[mod] + result
    if meaning.basis is DateBasis.EXPLICIT or anchor.told is None:
        return f"{_sentence(meaning.reason)}: {result}."
    written = in_words(anchor.told, anchor.grain)
    spread = "" if is_unit(meaning.interval, meaning.grain) else "one " + meaning.grain + " from "
    return f"{_sentence(meaning.reason)}; written {written}; so {spread}{result}."


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _placeless(mention: Mention, kind: TimexType, value: str, reason: str) -> Timex:
    return Timex(
        start=mention.start, end=mention.end, text=mention.text, type=kind, value=value, mod=None, edtf=None,
        interval=None, grain=None, basis=DateBasis.RELATIVE, explanation=f"Not placed: {reason}.", confidence=0.0,
    )  # fmt: skip


def _count_words(count: int, grain: Grain) -> str:
    return f"{abs(count)} {grain}{'s' if abs(count) != 1 else ''}"


def _offset_words(offset: Offset) -> str:
    if offset.count == 0:
        return f"the {offset.grain} of writing"
    side = "before" if offset.count < 0 else "after"
    return f"{_count_words(offset.count, offset.grain)} {side} the one of writing"


def _unplaced_value(expression: Expression) -> str:
    if not isinstance(expression, Calendar):
        return f"{UNKNOWN_YEAR}-XX-XX"
    if expression.month is not None:
        day = f"-{expression.day:02d}" if expression.day is not None else ""
        return f"{UNKNOWN_YEAR}-{expression.month:02d}{day}"
    if expression.season is not None:
        return f"{UNKNOWN_YEAR}-{TIMEX3_SEASONS[expression.season]}"
    return weekday_value(expression.weekday or 0)


def _unplaced_edtf(expression: Expression) -> str | None:
    """`XXXX-01-17`: EDTF can leave the year open beside a month, but not beside a weekday or season."""
    if isinstance(expression, Calendar) and expression.month is not None:
        return _unplaced_value(expression)
    return None
