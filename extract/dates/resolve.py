"""When is that: from the words of a mention and the time of writing to days, with the reason.

Where the time of writing is known only as an interval, the words are resolved from its first and from its last day:
what both give is sure, and where they differ the result is the whole stretch between, marked as such.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extract.dates.candidates import grain_of
from extract.dates.explain import Meaning, placed, placeless
from extract.dates.expression import (
    LAST,
    NEXT,
    At,
    Calendar,
    Clock,
    Counterpart,
    Expression,
    FromTold,
    Holding,
    Length,
    Mention,
    NoDate,
    Nth,
    Offset,
    Placed,
    Repeated,
    Shift,
    Stretch,
    Vague,
    WeekdayFrom,
    Within,
    core,
)
from extract.dates.interval import (
    Grain,
    Interval,
    shift_unit,
    whole_of,
)
from extract.dates.place import COMPARED, FARTHEST_TOLD, Told, View, counts_from_writing, grain_seen, place, told_origin
from extract.dates.side import Prefer, side_of
from extract.dates.stretches import length_in_timex3, numbered, up_to_a_date, up_to_now
from extract.dates.told import Told as Mentioned
from extract.dates.why import NOTHING_TOLD, why
from extract.dates.write import length_value
from extract.model import Anchor, DateBasis, Manner, Outlook, Timex, TimexType
from extract.reason import Amount, Date, Element, Reason

EVENT_CONFIDENCE = 0.6
SPREAD_FACTOR = 0.7
"""Where the possible times of writing lead to different days."""

COMPARABLE = (Grain.MONTH, *COMPARED)
"""Units that a text compares with those of another year as "the same period"."""

NOW = Offset(0, Grain.DAY)


def resolve_all(
    mentioned: Sequence[Mentioned], anchor: Anchor, prefer: Prefer = Prefer.CONTEXT, *, story: bool = False
) -> list[Timex]:
    """The mentions of one text with their values and reasons, in order; each may count from those before it.

    `story` says that the text counts from what it told and not from the day of writing.
    """
    found: list[Timex] = []
    told: Told | None = None
    period: Told | None = None
    compared: Told | None = None
    before: Mentioned | None = None
    for each in mentioned:
        at = each.mention.start
        near = told if told and (story or at - told.at <= FARTHEST_TOLD) else None
        view = View(None, near, period=period, compared=compared, at=at, story=story)
        ends_range = before is not None and before.mention.until is not None
        manner = each.manner
        if ends_range or each.mention.until is not None:  # "from" and "until" of a range tell no side
            manner = replace(manner, lead=None, lead_words="")
        timex = resolve(each.mention, anchor, manner, prefer, view)
        if (heard := _told(each, timex)) is not None:
            if compared and heard.grain is compared.grain and ends_range:
                compared = replace(heard, interval=compared.interval.hull(heard.interval))
            elif heard.grain in COMPARABLE:
                compared = heard
            told = heard
            period = heard if heard.grain in COMPARED else period
        elif timex.interval and isinstance(each.expression, Stretch) and each.expression.until is not None:
            compared = Told(timex.interval, Grain.MONTH, timex.end)
        found.append(timex)
        before = each
    return _ranges(mentioned, found, anchor, prefer)


def _told(each: Mentioned, timex: Timex) -> Told | None:
    """What later words can count from; a text only compares with "a year earlier", and goes on from where it was."""
    if not timex.interval or not timex.grain or timex.type not in (TimexType.DATE, TimexType.TIME):
        return None
    match each.expression:
        case Counterpart():
            return None
        case FromTold(count=count) | Offset(count=count, counted=True) if count < 0:
            return None
        case Stretch(quarter=int(quarter)):
            return Told(timex.interval, Grain.QUARTER, timex.end, quarter)
    return Told(timex.interval, timex.grain, timex.end)


def _ranges(mentioned: Sequence[Mentioned], found: list[Timex], anchor: Anchor, prefer: Prefer) -> list[Timex]:
    """The two ends of a range keep their values; what they speak of is the stretch between."""
    for number, (first, last) in enumerate(pairwise(mentioned)):
        if first.mention.until is None:
            continue
        one, other = _in_order((first, last), (found[number], found[number + 1]), anchor, prefer)
        if not one.interval or not other.interval or one.interval.start >= other.interval.end:
            continue
        whole = one.interval.hull(other.interval)
        words = {"first": _named(one), "last": _named(other)}
        edtf = f"{one.edtf}/{other.edtf}" if one.edtf and other.edtf else None
        for at, end in ((number, one), (number + 1, other)):
            explanation = Reason("range", {"explanation": end.explanation, **words})
            found[at] = replace(end, interval=whole, edtf=edtf, explanation=explanation)
    return found


def _in_order(
    mentioned: tuple[Mentioned, Mentioned], found: tuple[Timex, Timex], anchor: Anchor, prefer: Prefer
) -> tuple[Timex, Timex]:
    """The ends of a range, one of them moved where each by itself would put the last before the first.

    What is planned begins with its first end; what is past is over with its last.
    """
    one, other = found
    if not one.interval or not other.interval or not one.grain or not other.grain:
        return found
    if one.interval.start < other.interval.end:
        return found
    planned = side_of(mentioned[0].manner, prefer, core(mentioned[0].expression))[0] is Outlook.PLANNED
    moved = mentioned[1] if planned else mentioned[0]
    expression = moved.expression
    if not isinstance(expression, Calendar) or any((expression.year, expression.direction, expression.told)):
        return found
    still = Told(one.interval, one.grain) if planned else Told(other.interval, other.grain)
    mention = replace(moved.mention, expression=replace(expression, told=NEXT if planned else LAST))
    timex = resolve(mention, anchor, moved.manner, prefer, View(None, still))
    return (one, timex) if planned else (timex, other)


def _named(end: Timex) -> Element:
    if not end.interval or not end.grain:
        return end.text
    return Date(whole_of(end.interval, end.grain, end.mod), end.grain)


def resolve(
    mention: Mention,
    anchor: Anchor,
    manner: Manner,
    prefer: Prefer = Prefer.CONTEXT,
    view: View = NOTHING_TOLD,
) -> Timex:
    """The mention with its value and the reason for it; `view` holds what the text told before it."""
    expression = mention.expression
    outlook, words = side_of(manner, prefer, core(expression))
    led = bool(words) and words == manner.lead_words
    view = replace(view, outlook=outlook, strict=prefer is not Prefer.CONTEXT, led=led, firm=manner.firm)
    match expression:
        case Length():
            value = length_in_timex3(expression)
            return placeless(mention, TimexType.DURATION, value, Reason("length"))
        case Stretch(until=until) if until is not None:
            return up_to_a_date(mention, expression, until, anchor, view)
        case Stretch():
            return up_to_now(mention, expression, anchor)
        case Repeated():
            return placeless(mention, TimexType.SET, expression.value, Reason("repeated"))
        case Vague():
            return placeless(mention, TimexType.DATE, expression.value, Reason("vague"))
        case Offset(counted=True) if expression.count > 0 and manner.outlook is Outlook.PAST and not view.strict:
            return _taken(mention, expression)
        case NoDate():
            raise ValueError("what is no date has no meaning")
        case Clock() if view.told is None or view.told.grain is not Grain.DAY:
            return placeless(mention, TimexType.TIME, f"T{expression.time}", Reason("clock"))
        case Clock():
            mention = replace(mention, expression=At(expression.time, FromTold(0, Grain.DAY)))
    if view.story and core(mention.expression) == NOW:
        return placeless(mention, TimexType.DATE, "PRESENT_REF", Reason("vague"))
    meaning = _meaning(mention.expression, anchor, manner, view, words)
    if meaning.interval is None and (length := _length_from_event(mention.expression)):
        return replace(placeless(mention, TimexType.DURATION, length, meaning.reason), basis=meaning.basis)
    found = placed(mention, meaning, anchor)
    inner = core(mention.expression)
    origin = told_origin(inner, view) if isinstance(inner, Offset | FromTold) else None
    return numbered(found, origin.quarter) if origin and origin.quarter and found.grain is Grain.QUARTER else found


def _length_from_event(expression: Expression) -> str | None:
    """The length that lies between a date and what it is counted from, where the words count one and name no hour."""
    inner = core(expression)
    if not isinstance(inner, FromTold) or not inner.counted or isinstance(expression, At):
        return None
    return length_value(abs(inner.count), inner.grain)


def _taken(mention: Mention, offset: Offset) -> Timex:
    """ "In ten days" of something past is how long it took; the preposition is no part of that."""
    preposition, space, words = mention.text.partition(" ")
    trimmed = replace(mention, start=mention.start + len(preposition + space), text=words) if words else mention
    return placeless(trimmed, TimexType.DURATION, length_value(offset.count, offset.grain), Reason("length"))


def _meaning(expression: Expression, anchor: Anchor, manner: Manner, view: View, words: str) -> Meaning:
    inner = core(expression)
    if not isinstance(expression, Placed) or not isinstance(inner, Placed):
        raise TypeError(f"{expression!r} has no place in the calendar")
    unheard = view.told is None and not view.strict
    if isinstance(inner, FromTold) and (inner.event or (unheard and not counts_from_writing(inner, view))):
        return _from_event(inner, grain_of(expression), anchor, manner)
    basis, reason, confidence = why(inner, anchor, view, words)
    grain, from_now = grain_seen(expression, view), _counts_from_now(inner, view)
    first, last = _seen(expression, view, anchor.interval)
    if first is None or last is None:
        key = "no_writing" if anchor.interval is None and from_now else "no_such_day"
        return Meaning(None, grain, basis, Reason(key, {"reason": reason}), 0.0)
    sure = confidence * (_confidence_in(first, expression, view, anchor) if from_now else 1.0)
    if first != last:
        return Meaning(first.hull(last), grain, basis, reason, sure * SPREAD_FACTOR, spread=True)
    return Meaning(first, grain, basis, reason, sure)


def _seen(expression: Placed, view: View, written: Interval | None) -> tuple[Interval | None, Interval | None]:
    """What is meant when seen from the first day of writing, and from the last."""
    if written is None:
        return (found := place(expression, replace(view, now=None))), found
    first = place(expression, replace(view, now=written.start))
    return first, first if written.days == 1 else place(expression, replace(view, now=written.last))


def _confidence_in(meant: Interval, expression: Placed, view: View, anchor: Anchor) -> float:
    """How sure the days are that are meant: as sure as the longest stretch of writing from which they are the same."""
    for written, confidence in reversed(anchor.wider):
        if _seen(expression, view, written) == (meant, meant):
            return confidence
    return anchor.confidence


def _counts_from_now(expression: Expression, view: View) -> bool:
    """Whether the day of writing decides what is meant."""
    match expression:
        case Calendar():
            return expression.year is None and expression.told is None and not view.story
        case FromTold():
            return False
        case Offset():
            return not view.story
        case Shift() | WeekdayFrom():
            return _counts_from_now(core(expression.origin), view)
        case Within() | Nth() | Counterpart():
            return _counts_from_now(core(expression.outer), view)
        case Holding():
            return _counts_from_now(core(expression.date), view)
    return True


def _from_event(expression: FromTold, grain: Grain, anchor: Anchor, manner: Manner) -> Meaning:
    if manner.outlook is not Outlook.PRESENT or expression.count == 0 or not expression.event:
        reason = Reason("event", {"event": expression.event}) if expression.event else Reason("nothing_told")
        return Meaning(None, grain, DateBasis.EVENT, reason, 0.0)
    side = Reason("after" if expression.count > 0 else "before")
    count = Amount(expression.count, expression.grain)
    named: dict[str, Element] = {"words": manner.outlook_words, "count": count, "side": side, "event": expression.event}
    reason = Reason("now_after_event", named)
    seen = [shift_unit(day, -expression.count, expression.grain) for day in anchor.ends]
    if not seen:
        return Meaning(None, grain, DateBasis.EVENT, Reason("no_writing", {"reason": reason}), 0.0)
    first, last = seen[0], seen[-1]
    spread = 1.0 if first == last else SPREAD_FACTOR
    sure = EVENT_CONFIDENCE * anchor.confidence * spread
    return Meaning(first.hull(last), grain, DateBasis.EVENT, reason, sure, first != last)
