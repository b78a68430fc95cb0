"""Times of the day, alone and with their day."""

from __future__ import annotations

from extract.dates.candidates import grain_of
from extract.dates.cascade import Parts
from extract.dates.expression import At, Clock, Offset, Placed
from extract.dates.interval import Grain
from extract.dates.rules.parts import value_of

NOON = 12
UNIVERSAL = frozenset(("gmt", "utc"))
"""Zones that TIMEX3 writes as Z."""


def clock(parts: Parts) -> Clock | None:
    """A time of the day as TIMEX3 writes it."""
    told, half, part = value_of(parts, "clock", str), parts.get("half"), parts.get("part")
    hour = value_of(parts, "hour", int)
    if told is None and hour is None:
        return Clock(str(part)) if part else None
    hour, minutes = (int(told[:2]), told[3:]) if told else (hour or 0, "30" if "past" in parts else "00")
    if hour > 24 or int(minutes) > 59:
        return None
    afternoon = half == "PM" or part in ("AF", "EV") or (part == "NI" and hour > 6)
    if afternoon and hour < NOON:
        hour += NOON
    elif (half == "AM" or part == "NI") and hour == NOON:
        hour = 0
    zone = "Z" if parts.get("zone") in UNIVERSAL else ""
    return Clock(f"{hour:02d}:{minutes}{zone}")


def noon(parts: Parts) -> Clock | None:
    """Noon or midnight, which are times of the clock; "at night" is none."""
    part = str(parts["part"])
    return Clock(part) if ":" in part else None


def moment(parts: Parts) -> At | None:
    """A part of a day that is counted from now."""
    value = value_of(parts, "moment", tuple)
    if not value or not isinstance(value[0], int):
        return None
    return At(str(value[1]), Offset(value[0], Grain.DAY))


def at(parts: Parts) -> At | None:
    """A day with a time."""
    date, time = parts.get("date"), parts.get("time")
    if not isinstance(date, Placed) or grain_of(date) is not Grain.DAY:
        return None
    return At(time.time if isinstance(time, Clock) else str(time), date)
