"""Why a date means what it means: what it is counted from, the reason, and how sure that is."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from extract.dates.candidates import candidates, choose
from extract.dates.expression import (
    Calendar,
    Counterpart,
    Expression,
    FromTold,
    Holding,
    Nth,
    Offset,
    Placed,
    Shift,
    WeekdayFrom,
    Within,
    core,
)
from extract.dates.interval import weekday
from extract.dates.place import Told, View, answered, place, told_origin, units_from_writing
from extract.model import Anchor, DateBasis
from extract.reason import Amount, Date, Element, Reason, Unit

EXPLICIT_CONFIDENCE = 0.98
"""The words say it all; what is left is that they were misread."""
RELATIVE_CONFIDENCE = 0.93
CUED_CONFIDENCE = 0.9
"""A missing part filled in with the help of tense, direction or weekday."""
UNCUED_CONFIDENCE = 0.75
"""A missing part filled in by nearness alone."""
TOLD_CONFIDENCE = 0.75
"""Counted from what the text told before."""
SLIP_CONFIDENCE = 0.6
"""The weekday contradicts the date: one of the two is a slip of the writer's."""

NOTHING_TOLD = View(None, None)

DIRECTION_KEYS = ("told_last", "told_this", "told_next")


class Why(NamedTuple):
    """How the words of a date lead to its value."""

    basis: DateBasis
    reason: Reason
    confidence: float


def why(expression: Expression, anchor: Anchor, view: View, words: str) -> Why:
    """Basis, reason and confidence of what an expression means; `words` of the text show the side it is seen on."""

    def of(inner: Placed) -> Why:
        return why(core(inner), anchor, view, words)

    match expression:
        case Calendar():
            return _of_calendar(expression, anchor, view, words)
        case Offset() | FromTold():
            return _of_distance(expression, view)
        case WeekdayFrom():
            return of(expression.origin)._replace(reason=Reason("weekday_from"))
        case Shift():
            return of(expression.origin)._replace(reason=_distance("shift", expression))
        case Within() | Nth():
            key = "within" if isinstance(expression, Within) else "nth"
            return of(expression.outer)._replace(reason=Reason(key))
        case Counterpart():
            return _of_counterpart(of(expression.outer), answered(expression, view))
        case Holding():
            return of(expression.date)._replace(reason=Reason("holding", {"unit": Unit(expression.grain)}))
    raise TypeError(f"no reason is known for {expression!r}")


def _of_calendar(expression: Calendar, anchor: Anchor, view: View, words: str) -> Why:
    if expression.year is not None:
        return _explicit(expression)
    if expression.told is None and not view.story:
        return _underspecified(expression, anchor, view, words)
    if view.told is None:
        return Why(DateBasis.EVENT, Reason("nothing_told"), TOLD_CONFIDENCE)
    told = {"told": Date(view.told.interval, view.told.grain)}
    if expression.told is None:
        return Why(DateBasis.UNDERSPECIFIED, Reason("story", told), UNCUED_CONFIDENCE)
    return Why(DateBasis.RELATIVE, Reason(DIRECTION_KEYS[expression.told + 1], told), TOLD_CONFIDENCE)


def _of_counterpart(outer: Why, told: Told | None) -> Why:
    if told is None:
        return Why(DateBasis.EVENT, Reason("counterpart_of_nothing"), min(outer.confidence, TOLD_CONFIDENCE))
    words = {"told": Date(told.interval, told.grain)}
    return Why(DateBasis.EVENT, Reason("counterpart", words), min(outer.confidence, TOLD_CONFIDENCE))


def _of_distance(expression: Offset | FromTold, view: View) -> Why:
    told = told_origin(expression, view)
    if told is not None:
        reason = _distance("from_told", expression, told=Date(told.interval, told.grain))
        return Why(DateBasis.EVENT, reason, TOLD_CONFIDENCE)
    if view.story:
        return Why(DateBasis.EVENT, Reason("nothing_told"), TOLD_CONFIDENCE)
    counted_on = replace(expression, count=units_from_writing(expression, view))
    sure = RELATIVE_CONFIDENCE if isinstance(expression, Offset) else UNCUED_CONFIDENCE
    return Why(DateBasis.RELATIVE, _distance("offset", counted_on), sure)


def _distance(stem: str, expression: Offset | FromTold | Shift, **parts: Element) -> Reason:
    side = "0" if expression.count == 0 else "future" if expression.count > 0 else "past"
    counted: dict[str, Element] = {"count": Amount(expression.count, expression.grain)}
    if expression.count == 0:
        counted = {"unit": Unit(expression.grain)}
    return Reason(f"{stem}_{side}", {**counted, **parts})


def _explicit(expression: Calendar) -> Why:
    interval = place(expression, NOTHING_TOLD)
    if interval and interval.days == 1 and expression.weekday not in (None, weekday(interval.start)):
        return Why(DateBasis.EXPLICIT, Reason("slip"), SLIP_CONFIDENCE)
    return Why(DateBasis.EXPLICIT, Reason("full"), EXPLICIT_CONFIDENCE)


def _underspecified(expression: Calendar, anchor: Anchor, view: View, words: str) -> Why:
    directed = expression.direction is not None
    cued = directed or view.outlook is not None or (expression.day is not None and expression.weekday is not None)
    basis = DateBasis.RELATIVE if directed else DateBasis.UNDERSPECIFIED
    day = anchor.interval.start if anchor.interval else 0
    possible = candidates(expression, day)
    _, key = choose(expression, possible, day, view.outlook, strict=view.strict, led=view.led, firm=view.firm)
    reason = Reason(key)
    if key in ("planned", "past") and words:
        reason = Reason("because", {"reason": reason, "words": words})
    return Why(basis, reason, CUED_CONFIDENCE if cued else UNCUED_CONFIDENCE)
