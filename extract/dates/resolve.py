"""When is that: from the words of a mention and the time of writing to days, with the reason.

Where the time of writing is known only as an interval, the words are resolved from its first and from its last day:
what both give is sure, and where they differ the result is the whole stretch between, marked as such.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from extract.dates.candidates import candidates, choose, grain_of
from extract.dates.clues import Told as Mentioned
from extract.dates.expression import (
    At,
    Calendar,
    Clock,
    FromTold,
    Holding,
    Length,
    Mention,
    NoDate,
    Nth,
    Offset,
    Part,
    Placed,
    Repeated,
    Shift,
    Stretch,
    Vague,
    Within,
    core,
)
from extract.dates.interval import Grain, Interval, Mod, is_unit, shift_unit, weekday
from extract.dates.place import COMPARED, Told, View, counts_from_writing, grain_seen, place
from extract.dates.wording import Reason, counted, worded
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
TOLD_CONFIDENCE = 0.75
"""Counted from what the text told before."""
EVENT_CONFIDENCE = 0.6
SLIP_CONFIDENCE = 0.6
"""The weekday contradicts the date: one of the two is a slip of the writer's."""
SPREAD_FACTOR = 0.7
"""Where the possible times of writing lead to different days."""

FARTHEST_TOLD = 600
"""Characters beyond which what a text told is no longer what "the same day" counts from."""

NOW = Offset(0, Grain.DAY)

NOTHING_TOLD = View(None, None, None)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a mention means: days (None: unknown), grain and why."""

    interval: Interval | None
    grain: Grain
    basis: DateBasis
    reason: Reason
    confidence: float


def resolve_all(
    mentioned: Sequence[Mentioned], anchor: Anchor, prefer: Prefer = Prefer.CONTEXT, *, story: bool = False
) -> list[Timex]:
    """The mentions of one text with their values and reasons, in order; each may count from those before it.

    `story` says that the text counts from what it told and not from the day of writing.
    """
    found: list[Timex] = []
    told = period = None
    for each in mentioned:
        near = told if told and (story or each.mention.start - told.at <= FARTHEST_TOLD) else None
        compared = period if period and each.mention.start - period.at <= FARTHEST_TOLD else None
        view = View(None, near, _outlook(each.manner, prefer, core(each.mention.expression))[0], prefer is not Prefer.CONTEXT, compared, story)
        timex = resolve(each.mention, anchor, each.manner, prefer, view)
        found.append(timex)
        if not timex.interval or not timex.grain or timex.type not in (TimexType.DATE, TimexType.TIME):
            continue
        if not _looks_back(core(each.mention.expression)):
            told = Told(timex.interval, timex.grain, timex.end)
            if timex.grain in COMPARED:
                period = told
    return _ranges(mentioned, found)


def _ranges(mentioned: Sequence[Mentioned], found: list[Timex]) -> list[Timex]:
    """The two ends of a range keep their values; what they speak of is the stretch between."""
    for place, (one, other) in enumerate(pairwise(found)):
        joined = mentioned[place].mention.until is not None and mentioned[place + 1].mention.until is not None
        if joined and one.interval and other.interval and one.interval.start < other.interval.end:
            whole = one.interval.hull(other.interval)
            words = {"first": _end_in_words(one), "last": _end_in_words(other)}
            for number, end in ((place, one), (place + 1, other)):
                explanation = worded(Reason("range", {"explanation": end.explanation, **words}))
                edtf = f"{one.edtf}/{other.edtf}" if one.edtf and other.edtf else None
                found[number] = replace(end, interval=whole, edtf=edtf, explanation=explanation)
    return found


def _end_in_words(end: Timex) -> str:
    return in_words(end.interval, end.grain) if end.interval and end.grain else end.text


def _looks_back(expression: object) -> bool:
    """Whether a text only compares with a date and goes on from where it was: "a year earlier"."""
    return isinstance(expression, FromTold | Offset) and expression.count < 0 and (
        isinstance(expression, FromTold) or expression.counted
    )


def resolve(
    mention: Mention,
    anchor: Anchor,
    manner: Manner,
    prefer: Prefer = Prefer.CONTEXT,
    view: View = NOTHING_TOLD,
) -> Timex:
    """The mention with its value and the reason for it; `view` holds what the text told before it."""
    expression = mention.expression
    match expression:
        case Length():
            return _placeless(mention, TimexType.DURATION, _length_value(expression), Reason("length"))
        case Stretch():
            return _stretch(mention, expression, anchor)
        case Repeated():
            return _placeless(mention, TimexType.SET, expression.value, Reason("repeated"))
        case Vague():
            return _placeless(mention, TimexType.DATE, expression.value, Reason("vague"))
        case Clock():
            return _clock(mention, expression, anchor, manner, prefer, view)
        case NoDate():
            raise ValueError("what is no date has no meaning")
    if view.story and core(expression) == NOW:
        return _placeless(mention, TimexType.DATE, "PRESENT_REF", Reason("vague"))
    meaning = _meaning(expression, anchor, manner, prefer, view)
    return _timex(mention, meaning, anchor)


def _length_value(length: Length) -> str:
    return length_value(length.count, length.grain)


def _stretch(mention: Mention, stretch: Stretch, anchor: Anchor) -> Timex:
    """ "The last two years": a length that has its place beside the time of writing."""
    length = stretch.length
    value = _length_value(length)
    reason = Reason("length")
    if length.count is None or anchor.interval is None or stretch.direction == 0:
        return _placeless(mention, TimexType.DURATION, value, reason)
    first, last = anchor.interval.start, anchor.interval.last
    count = int(length.count)
    if stretch.direction < 0:
        interval = shift_unit(first, -count, length.grain).hull(shift_unit(last, -1, length.grain))
    else:
        interval = shift_unit(first, 1, length.grain).hull(shift_unit(last, count, length.grain))
    plain = _placeless(mention, TimexType.DURATION, value, reason)
    explanation = worded(
        Reason(
            "plain",
            {
                "reason": _sentence(worded(Reason("stretch", {"count": counted(count, length.grain)}))),
                "result": f"{in_words(interval, Grain.DAY)}",
            },
        )
    )
    return replace(plain, interval=interval, grain=Grain.DAY, explanation=explanation)


def _clock(
    mention: Mention, clock: Clock, anchor: Anchor, manner: Manner, prefer: Prefer, view: View
) -> Timex:
    """A time without its day: of the day told just before, where there is one."""
    if view.told is None or view.told.grain is not Grain.DAY:
        return _placeless(mention, TimexType.TIME, f"T{clock.time}", Reason("clock"))
    return resolve(replace(mention, expression=At(clock.time, FromTold(0, Grain.DAY))), anchor, manner, prefer, view)


def _outlook(manner: Manner, prefer: Prefer, expression: object) -> tuple[Outlook | None, str]:
    """The side on which a date lies, and the words that show it.

    The word right before a date outweighs the tense, but for weekdays: "had filed by Wednesday".
    """
    if prefer is not Prefer.CONTEXT:
        return (Outlook.PAST if prefer is Prefer.PAST else Outlook.PLANNED), ""
    if manner.lead and isinstance(expression, Calendar) and expression.yearly:
        return manner.lead, manner.lead_words
    return manner.outlook, manner.outlook_words


def _meaning(
    expression: Placed, anchor: Anchor, manner: Manner, prefer: Prefer, view: View
) -> _Meaning:
    inner = core(expression)
    if isinstance(inner, FromTold) and (inner.of_event or (view.told is None and not view.strict and not counts_from_writing(inner))):
        return _from_event(inner, expression, anchor, manner)
    basis, reason, confidence = _why(inner, anchor, manner, prefer, view)
    grain = grain_seen(expression, view)
    if anchor.interval is None:
        interval = place(expression, view)
        if interval is None and _counts_from_now(inner, view):
            return _Meaning(None, grain, basis, Reason("no_writing", {"reason": worded(reason)}), 0.0)
        first = last = interval
    else:
        first = place(expression, replace(view, now=anchor.interval.start))
        last = place(expression, replace(view, now=anchor.interval.last))
    if first is None or last is None:
        return _Meaning(None, grain, basis, Reason("no_such_day", {"reason": worded(reason)}), 0.0)
    if basis is DateBasis.EXPLICIT:
        return _Meaning(first, grain, basis, reason, confidence)
    sure = confidence * (anchor.confidence if _counts_from_now(inner, view) else 1.0)
    if first != last:
        return _Meaning(first.hull(last), grain, basis, reason, sure * SPREAD_FACTOR)
    return _Meaning(first, grain, basis, reason, sure)


def _counts_from_now(expression: object, view: View) -> bool:
    """Whether the day of writing decides what is meant."""
    match expression:
        case Calendar():
            from_told = expression.told is not None or view.story
            return expression.year is None and not from_told
        case FromTold():
            return False
        case Offset():
            return not view.story
        case Shift():
            return _counts_from_now(core(expression.origin), view)
        case Within() | Nth():
            return _counts_from_now(core(expression.outer), view)
        case Holding():
            return _counts_from_now(core(expression.date), view)
    return True


def _why(
    expression: object, anchor: Anchor, manner: Manner, prefer: Prefer, view: View
) -> tuple[DateBasis, Reason, float]:
    """Basis, reason and confidence of what an expression means."""
    told = view.told
    told_words = {"told": in_words(told.interval, told.grain)} if told else {}
    match expression:
        case Calendar() if expression.year is not None:
            return _explicit(expression)
        case Calendar() if expression.told is not None and told is None:
            return DateBasis.EVENT, Reason("nothing_told"), TOLD_CONFIDENCE
        case Calendar() if expression.told is not None:
            return DateBasis.RELATIVE, Reason(_told_key("told", expression.told), told_words), TOLD_CONFIDENCE
        case Calendar() if view.story and told is None:
            return DateBasis.UNDERSPECIFIED, Reason("nothing_told"), TOLD_CONFIDENCE
        case Calendar() if view.story:
            return DateBasis.UNDERSPECIFIED, Reason("story", told_words), UNCUED_CONFIDENCE
        case Calendar():
            return _underspecified(expression, anchor, manner, prefer)
        case Offset() if view.story:
            return _why(FromTold(expression.count, expression.grain), anchor, manner, prefer, view)
        case Offset():
            return DateBasis.RELATIVE, _offset_reason(expression), RELATIVE_CONFIDENCE
        case FromTold() if told is None and view.story:
            return DateBasis.EVENT, Reason("nothing_told"), TOLD_CONFIDENCE
        case FromTold() if told is None:
            return DateBasis.RELATIVE, _offset_reason(Offset(expression.count, expression.grain)), UNCUED_CONFIDENCE
        case FromTold():
            key = _sign_key("from_told", expression.count)
            parts = told_words | {"unit": expression.grain, "count": counted(expression.count, expression.grain)}
            return DateBasis.EVENT, Reason(key, parts), TOLD_CONFIDENCE
        case Shift():
            key = _sign_key("shift", expression.count)
            reason = Reason(key, {"count": counted(expression.count, expression.grain)})
            basis, _, confidence = _why(core(expression.origin), anchor, manner, prefer, view)
            return basis, reason, confidence
        case Within() | Nth():
            basis, _, confidence = _why(core(expression.outer), anchor, manner, prefer, view)
            return basis, Reason("within" if isinstance(expression, Within) else "nth"), confidence
        case Holding():
            basis, _, confidence = _why(core(expression.date), anchor, manner, prefer, view)
            return basis, Reason("holding", {"unit": expression.grain}), confidence
    raise TypeError(f"no reason is known for {expression!r}")


def _told_key(stem: str, direction: int) -> str:
    return f"{stem}_{('last', 'this', 'next')[direction + 1]}"


def _sign_key(stem: str, count: int) -> str:
    return f"{stem}_0" if count == 0 else f"{stem}_{'future' if count > 0 else 'past'}"


def _offset_reason(offset: Offset) -> Reason:
    parts = {"unit": str(offset.grain), "count": counted(offset.count, offset.grain)}
    return Reason(_sign_key("offset", offset.count), parts)


def _explicit(expression: Calendar) -> tuple[DateBasis, Reason, float]:
    interval = place(expression, NOTHING_TOLD)
    if interval and interval.days == 1 and expression.weekday not in (None, weekday(interval.start)):
        return DateBasis.EXPLICIT, Reason("slip"), SLIP_CONFIDENCE
    return DateBasis.EXPLICIT, Reason("full"), EXPLICIT_CONFIDENCE


def _underspecified(
    expression: Calendar, anchor: Anchor, manner: Manner, prefer: Prefer
) -> tuple[DateBasis, Reason, float]:
    outlook, words = _outlook(manner, prefer, expression)
    directed = expression.direction is not None
    cued = directed or outlook is not None or (expression.day is not None and expression.weekday is not None)
    basis = DateBasis.RELATIVE if directed else DateBasis.UNDERSPECIFIED
    day = anchor.interval.start if anchor.interval else 0
    key = choose(expression, candidates(expression, day), day, outlook, strict=prefer is not Prefer.CONTEXT)[1]
    reason = Reason(key)
    if key in ("planned", "past") and words:
        reason = Reason("because", {"reason": worded(reason), "words": words})
    return basis, reason, CUED_CONFIDENCE if cued else UNCUED_CONFIDENCE


def _from_event(expression: FromTold, whole: Placed, anchor: Anchor, manner: Manner) -> _Meaning:
    grain = grain_of(whole)
    if manner.outlook is not Outlook.PRESENT or expression.count == 0 or not expression.of_event:
        key = "event" if expression.of_event else "nothing_told"
        return _Meaning(None, grain, DateBasis.EVENT, Reason(key), 0.0)
    reason = Reason(
        "now_after_event",
        {
            "words": manner.outlook_words,
            "count": counted(expression.count, expression.grain),
            "side": worded(Reason("after" if expression.count > 0 else "before")),
        },
    )
    if anchor.interval is None:
        return _Meaning(None, grain, DateBasis.EVENT, Reason("no_writing", {"reason": worded(reason)}), 0.0)
    first = shift_unit(anchor.interval.start, -expression.count, expression.grain)
    last = shift_unit(anchor.interval.last, -expression.count, expression.grain)
    spread = 1.0 if first == last else SPREAD_FACTOR
    return _Meaning(first.hull(last), grain, DateBasis.EVENT, reason, EVENT_CONFIDENCE * anchor.confidence * spread)


def _timex(mention: Mention, meaning: _Meaning, anchor: Anchor) -> Timex:
    interval, grain, expression = meaning.interval, meaning.grain, mention.expression
    mod = next((each.mod for each in _wrappers(expression) if isinstance(each, Part)), None)
    time = next((each.time for each in _wrappers(expression) if isinstance(each, At)), None)
    whole = _whole_unit(interval, grain, mod)
    value = timex3_value(whole, grain) if whole else _unplaced_value(core(expression))
    return Timex(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        type=TimexType.TIME if time else TimexType.DATE,
        value=f"{value}T{time}" if time else value,
        mod=mod,
        edtf=edtf_value(whole, grain, mod) if whole else _unplaced_edtf(core(expression)),
        interval=interval,
        grain=grain,
        basis=meaning.basis,
        explanation=_explanation(meaning, whole, mod, anchor),
        confidence=round(meaning.confidence, 3),
    )


def _wrappers(expression: object) -> list[Part | At]:
    found: list[Part | At] = []
    while isinstance(expression, Part | At):
        found.append(expression)
        expression = expression.whole if isinstance(expression, Part) else expression.date
    return found


def _whole_unit(interval: Interval | None, grain: Grain, mod: Mod | None) -> Interval | None:
    """The unit whose edge an interval is."""
    if interval is None or mod not in (Mod.START, Mod.MID, Mod.END):
        return interval
    whole = shift_unit(interval.start, 0, grain)
    return whole if whole.holds(interval) else interval


def _explanation(meaning: _Meaning, whole: Interval | None, mod: Mod | None, anchor: Anchor) -> str:
    reason = worded(meaning.reason)
    if whole is None:
        return worded(Reason("not_placed", {"reason": reason}))
    result = in_words(whole, meaning.grain)
    if not is_unit(whole, meaning.grain) and meaning.basis is not DateBasis.EXPLICIT:
        result = worded(Reason("one_of", {"unit": str(meaning.grain), "result": result}))
    if mod:
        result = worded(Reason(mod, {"result": result}))
    if meaning.basis is DateBasis.EXPLICIT or anchor.told is None:
        return worded(Reason("plain", {"reason": _sentence(reason), "result": result}))
    written = in_words(anchor.told, anchor.grain)
    return worded(Reason("written", {"reason": _sentence(reason), "written": written, "result": result}))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _placeless(mention: Mention, kind: TimexType, value: str, reason: Reason) -> Timex:
    return Timex(
        start=mention.start, end=mention.end, text=mention.text, type=kind, value=value, mod=None, edtf=None,
        interval=None, grain=None, basis=DateBasis.RELATIVE,
        explanation=worded(Reason("not_placed", {"reason": worded(reason)})), confidence=0.0,
    )  # fmt: skip


def _unplaced_value(expression: object) -> str:
    if isinstance(expression, Calendar) and expression.season is not None:
        return f"{UNKNOWN_YEAR}-{TIMEX3_SEASONS[expression.season]}"
    if isinstance(expression, Calendar) and expression.month is not None:
        day = f"-{expression.day:02d}" if expression.day is not None else ""
        return f"{UNKNOWN_YEAR}-{expression.month:02d}{day}"
    if isinstance(expression, Calendar) and expression.weekday is not None:
        return weekday_value(expression.weekday)
    return f"{UNKNOWN_YEAR}-XX-XX"


def _unplaced_edtf(expression: object) -> str | None:
    """`XXXX-01-17`: EDTF can leave the year open beside a month, but not beside a weekday or season."""
    if isinstance(expression, Calendar) and expression.month is not None:
        return _unplaced_value(expression)
    return None
