"""Dates and units seen from the time of writing or from what was told."""

from __future__ import annotations

from dataclasses import replace

from extract.dates.cascade import Parts
from extract.dates.expression import (
    LAST,
    NEXT,
    THIS,
    At,
    Calendar,
    Expression,
    FromTold,
    Length,
    Offset,
    Shift,
    Stretch,
)
from extract.dates.interval import DAYS_PER_WEEK, WITHIN_DAY, Grain
from extract.dates.rules.lengths import length
from extract.dates.rules.parts import value_of, weekday_of

TALKED_OF = (Grain.WEEKEND, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)
"""Units that "the" alone can point to: "for the quarter"."""


def offset(parts: Parts) -> Offset | None:
    """A word that counts from the time of writing, with the weekday beside it."""
    value, weekday = parts.get("offset"), value_of(parts, "weekday", int)
    if not isinstance(value, tuple) or not isinstance(value[0], int) or not isinstance(value[1], Grain):
        return None
    if isinstance(day := parts.get("day_of_week"), Calendar):
        weekday = day.weekday
    return Offset(value[0], value[1], weekday) if weekday is None or value[1] is Grain.DAY else None


def on_weekday(parts: Parts) -> Offset | None:
    """ "Yesterday, Tuesday": the weekday beside a day that is counted from now."""
    date, weekday = value_of(parts, "date", Offset), weekday_of(parts)
    if date is None or date.grain is not Grain.DAY or date.weekday is not None:
        return None
    return replace(date, weekday=weekday) if parts.get("weekday") == Calendar(weekday=weekday) else None


def told_phrase(parts: Parts) -> FromTold | None:
    """A phrase that counts from what was told."""
    value = value_of(parts, "phrase", tuple)
    if not value or not isinstance(value[0], int) or not isinstance(value[1], Grain):
        return None
    return FromTold(value[0], value[1])


def the_unit(parts: Parts) -> Expression | None:
    """ "The quarter", "the weekend": the one that the text is about."""
    grain = value_of(parts, "unit", Grain)
    if grain not in TALKED_OF:
        return None
    return Calendar(unit=grain) if grain is Grain.WEEKEND else FromTold(THIS, grain)


def directed(parts: Parts) -> Expression | None:
    """A date or unit with a word for the last, this or the next one."""
    direction = value_of(parts, "direction", int)
    if direction is None:
        return None
    found = parts.get("date")
    if isinstance(found, Calendar):
        return replace(found, direction=direction) if (found.direction, found.year) == (None, None) else None
    if isinstance(found, Length):
        return Stretch(min(direction, NEXT), found)
    if (part := parts.get("part")) is not None:
        return At(str(part), Offset(direction, Grain.DAY))
    grain, direction = value_of(parts, "unit", Grain), min(direction, NEXT)
    if grain is None or grain in WITHIN_DAY - {Grain.DAY}:
        return None
    if grain is Grain.DAY and direction != THIS:  # yesterday and tomorrow have words of their own
        return FromTold(direction, grain) if direction == NEXT else None
    return Offset(direction, grain)


def directed_after(parts: Parts) -> Expression | None:
    """The same where the word stands behind: "this" there belongs to what follows it."""
    return directed(parts) if parts.get("direction") != THIS else None


def directed_this(parts: Parts) -> Expression | None:
    """The same with an article after the word, which only "this" can have: «αυτής της εβδομάδας»."""
    return directed(parts) if parts.get("direction") == THIS else None


def directed_many(parts: Parts) -> Expression | None:
    """Units of an unsaid number: "recent years", "the coming weeks"."""
    direction, grain = value_of(parts, "direction", int), value_of(parts, "unit", Grain)
    return Stretch(direction, Length(None, grain)) if direction is not None and grain else None


def counted_direction(parts: Parts) -> Stretch | None:
    """ "Two coming weeks", with the number first."""
    found, direction = length(parts), value_of(parts, "direction", int)
    return Stretch(direction, found) if found and direction is not None else None


def told(parts: Parts) -> Expression | None:
    """A date or unit counted from what the text has just told."""
    direction = value_of(parts, "told", int)
    if direction is None:
        return None
    found = parts.get("date")
    if isinstance(found, Calendar):
        return replace(found, told=direction) if found.year is None else None
    if isinstance(found, Offset):
        return FromTold(direction, Grain.DAY) if found == Offset(0, Grain.DAY) else None
    if (part := parts.get("part")) is not None:
        return At(str(part), FromTold(direction, Grain.DAY))
    grain = value_of(parts, "unit", Grain)
    return FromTold(direction, grain) if grain and grain not in WITHIN_DAY - {Grain.DAY} else None


def but_one(parts: Parts) -> Expression | None:
    """ "The week after next", "Friday after next", "the month before last"."""
    direction, date, grain = value_of(parts, "direction", int), parts.get("date"), value_of(parts, "unit", Grain)
    if direction is None or direction == THIS:
        return None
    sign = LAST if direction == LAST else NEXT
    if isinstance(date, Calendar):
        seen = replace(date, direction=sign)
        return Shift(sign * DAYS_PER_WEEK, Grain.DAY, seen) if date == Calendar(weekday=date.weekday) else None
    return Offset(2 * sign, grain) if grain and grain not in WITHIN_DAY else None
