"""A mention with its meaning, written out: TIMEX3, EDTF, and the explanation."""

from __future__ import annotations

from dataclasses import dataclass

from extract.dates.expression import At, Calendar, Expression, Mention, Part, core
from extract.dates.interval import Grain, Interval, Mod, is_unit, whole_of
from extract.dates.write import TIMEX3_SEASONS, UNKNOWN_YEAR, edtf_value, timex3_value, weekday_value
from extract.model import Anchor, DateBasis, Timex, TimexType
from extract.reason import Date, Element, Reason, Unit


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention means: days (None: unknown), grain and why."""

    interval: Interval | None
    grain: Grain
    basis: DateBasis
    reason: Reason
    confidence: float
    spread: bool = False
    """Whether it is one unit of several, as the possible days of writing lead to different ones."""


def placed(mention: Mention, meaning: Meaning, anchor: Anchor) -> Timex:
    """A mention that has a place in the calendar, or would have one if more were known."""
    interval, grain, inner = meaning.interval, meaning.grain, core(mention.expression)
    wrappers = list(_wrappers(mention.expression))
    mod = next((each.mod for each in wrappers if isinstance(each, Part)), None)
    time = next((each.time for each in wrappers if isinstance(each, At)), None)
    whole = interval and whole_of(interval, grain, mod)
    value = timex3_value(whole, grain) if whole else _unplaced_value(inner)
    return Timex(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        type=TimexType.TIME if time else TimexType.DATE,
        value=f"{value}T{time}" if time else value,
        mod=mod,
        edtf=edtf_value(whole, grain, mod) if whole else _unplaced_edtf(inner),
        interval=interval,
        grain=grain,
        basis=meaning.basis,
        explanation=_explanation(meaning, whole, mod, anchor),
        confidence=round(meaning.confidence, 3),
    )


def placeless(mention: Mention, kind: TimexType, value: str, reason: Reason) -> Timex:
    """A mention that has no place in the calendar."""
    return Timex(
        start=mention.start, end=mention.end, text=mention.text, type=kind, value=value, mod=None, edtf=None,
        interval=None, grain=None, basis=DateBasis.RELATIVE,
        explanation=Reason("not_placed", {"reason": reason}), confidence=0.0,
    )  # fmt: skip


def _wrappers(expression: Expression) -> list[Part | At]:
    found: list[Part | At] = []
    while isinstance(expression, Part | At):
        found.append(expression)
        expression = expression.whole if isinstance(expression, Part) else expression.date
    return found


def _explanation(meaning: Meaning, whole: Interval | None, mod: Mod | None, anchor: Anchor) -> Reason:
    if whole is None:
        return Reason("not_placed", {"reason": meaning.reason})
    result: Element = Date(whole, meaning.grain, mod)
    if meaning.spread and not is_unit(whole, meaning.grain):
        one = Reason("one_of", {"unit": Unit(meaning.grain), "result": Date(whole, meaning.grain)})
        result = Reason(f"{mod}_OF", {"one": one}) if mod else one
    if meaning.basis is DateBasis.EXPLICIT or anchor.told is None:
        return Reason("plain", {"reason": meaning.reason, "result": result})
    written = Date(anchor.told, anchor.grain)
    return Reason("written", {"reason": meaning.reason, "written": written, "result": result})


def _unplaced_value(expression: Expression) -> str:
    if isinstance(expression, Calendar) and expression.season is not None:
        return f"{UNKNOWN_YEAR}-{TIMEX3_SEASONS[expression.season]}"
    if isinstance(expression, Calendar) and expression.month is not None:
        day = f"-{expression.day:02d}" if expression.day is not None else ""
        return f"{UNKNOWN_YEAR}-{expression.month:02d}{day}"
    if isinstance(expression, Calendar) and expression.weekday is not None:
        return weekday_value(expression.weekday)
    return f"{UNKNOWN_YEAR}-XX-XX"


def _unplaced_edtf(expression: Expression) -> str | None:
    """`XXXX-01-17`: EDTF can leave the year open beside a month, but not beside a weekday or season."""
    if isinstance(expression, Calendar) and expression.month is not None:
        return _unplaced_value(expression)
    return None
