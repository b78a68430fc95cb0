"""When a document was written: a ladder of evidence, best first, and its answer as an interval with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.dates.ages import age_clues
from extract.dates.days import Clue
from extract.dates.inference import Inference, Question, infer
from extract.dates.interval import Grain, covering
from extract.dates.objections import SLACK, Objection, objection
from extract.dates.register import tells_a_story
from extract.dates.statements import Statement, is_dateline, parse_stated, statements, telling
from extract.dates.told import Told
from extract.era import Era, Vintage
from extract.model import Anchor, AnchorBasis, CorrectedDate, Source
from extract.reason import Date, Reason

CONFIDENCE = {
    AnchorBasis.GIVEN: 1.0,
    AnchorBasis.HEADER: 0.97,
    AnchorBasis.ADDRESS: 0.95,
    AnchorBasis.DATELINE: 0.95,
}
INFERRED_CONFIDENCE = 0.95
"""Times the share of likelihood that the answer holds."""

SURE_ALONE = 0.85
"""An inference of this confidence asks no neighbours."""

OBJECTED = 9.0
"""Bits that the text must say against a date that somebody gives it, for that to be in doubt: so that of 431 news texts
the true dates of two are doubted (TempEval-3's training texts)."""
OBJECTED_ON_PAGE = 5.5
"""The same for a date that stands on the page or in its address, which may be its template's."""
OBJECTED_ON_READING = 4.0
"""The same for a page's date that is the very day of reading: it is often the day on which the page was fetched."""

RIVALLED = 4.0
"""The same where the text tells another date by itself."""

DISPUTED = 0.8
"""What is left of the confidence where another statement names another date."""
DOUBTED = 0.5
"""The same where the text speaks against the statement, and nothing better is known."""

SENT_WITHIN = 3
"""Days from a dateline's day in which its report is written."""

NO_TEXTS = Vintage()
"""What a collection of no others says of its age."""

NO_ANCHOR = Anchor(None, Grain.YEAR, AnchorBasis.NONE, Reason("nothing"), 0.0)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement and what the text says against it."""

    said: Statement
    objection: Objection
    stands: bool


def stated(source: Source, asked: Question) -> tuple[Anchor | None, list[Weighed]]:
    """The document's date as somebody states it, if the text lets it stand; and all that is stated."""
    if source.corrected:
        return replace(corrected(source.corrected), header=_bounds(asked.said)), []
    weighed = [_weighed(said, source, asked) for said in asked.said]
    best = next((each for each in weighed if each.stands), None)
    return (_as_stated(best, weighed) if best else None), weighed


def inferred(
    asked: Question, weighed: Sequence[Weighed] = (), vintage: Vintage = NO_TEXTS, near: Sequence[Clue] = ()
) -> Anchor:
    """The document's date by what it says, where no statement stands; what was set aside is among its doubts.

    `vintage` is what the other documents of its collection say of its age, `near` are clues that they lend; an answer
    that needs them has the basis `neighbours`.
    """
    found = _inferred_best(asked, vintage, near)
    given = next((each for each in weighed if each.said.basis is AnchorBasis.GIVEN), None)
    if found is None and given:
        return _as_stated(given, weighed)
    anchor = found or NO_ANCHOR
    doubts = (*anchor.doubts, *_set_aside(weighed))
    return replace(anchor, header=_bounds([each.said for each in weighed]), doubts=doubts)


def _bounds(said: Sequence[Statement]) -> tuple[int, int] | None:
    """Where a text states its date: these words tell of no event, whether they are believed or not."""
    return next((each.bounds for each in said if each.bounds), None)


def corrected(said: CorrectedDate) -> Anchor:
    """The date that a person gives a document. Raises ValueError for what is no date."""
    if said.date is None:
        return Anchor(None, Grain.YEAR, AnchorBasis.CORRECTED, said.reason, 0.0)
    read = parse_stated(said.date)
    if read is None:
        raise ValueError(f"{said.date!r} is no day, month or year")
    return Anchor(*read, AnchorBasis.CORRECTED, said.reason, 1.0)


def question(source: Source, told: Sequence[Told], eras: Sequence[Era] = ()) -> Question:
    """What a document gives to infer its date from: all that it tells but for the dates of its page's head."""
    said = statements(source, told)
    own = telling(source.text, told, said)
    report = next((each for each in own if is_dateline(source.text, each) and each.in_full is None), None)
    ages = age_clues(eras, is_story=tells_a_story(own, None))
    return Question(own, source.read_on, report, tuple(ages), said=tuple(said))


def _weighed(said: Statement, source: Source, asked: Question) -> Weighed:
    """A statement, and what the text says against it; the days of a story say nothing of its writing."""
    found = [] if tells_a_story(asked.told, said.interval) else asked.clues
    against = objection(said, found, asked.within, source.read_on)
    stands = against.bits < _most_bits(said, source.read_on) and not (against.bits >= RIVALLED and _rivals(said, asked))
    return Weighed(said, against, stands)


def _rivals(said: Statement, asked: Question) -> bool:
    """Whether the text by itself tells another date."""
    own = infer(asked, None)
    return own is not None and not own.interval.meets(said.interval)


def _most_bits(said: Statement, read_on: int | None) -> float:
    if said.basis is AnchorBasis.GIVEN:
        return OBJECTED
    return OBJECTED_ON_READING if said.interval.last == read_on else OBJECTED_ON_PAGE


def _as_stated(best: Weighed, all_said: Sequence[Weighed]) -> Anchor:
    said = best.said
    others = [each for each in all_said if each is not best]
    disputes = [
        Reason("disputed", {"said": each.said.reason}) for each in others if each.stands and not _agree(said, each.said)
    ]
    doubts = [*disputes, *_set_aside([each for each in others if not _agree(said, each.said)])]
    confidence = CONFIDENCE[said.basis] * (DISPUTED if doubts else 1.0)
    if not best.stands:
        doubts.insert(0, Reason("doubted", {"why": best.objection.reasons}))
        confidence *= DOUBTED
    return Anchor(
        said.interval,
        said.grain,
        said.basis,
        said.reason,
        confidence,
        _bounds([each.said for each in all_said]),
        tuple(doubts),
    )


def _agree(one: Statement, other: Statement) -> bool:
    return one.interval.start - SLACK < other.interval.end and other.interval.start < one.interval.end + SLACK


def _set_aside(weighed: Sequence[Weighed]) -> list[Reason]:
    aside = (each for each in weighed if not each.stands)
    return [Reason("set_aside", {"said": each.said.reason, "why": each.objection.reasons}) for each in aside]


def _inferred_best(asked: Question, vintage: Vintage, near: Sequence[Clue]) -> Anchor | None:
    """By the text alone where that is sure, else by all that others of its collection say of it."""
    alone = infer(asked, replace(vintage, months={}))
    is_sure = alone is not None and alone.share * INFERRED_CONFIDENCE >= SURE_ALONE
    borrowed = infer(asked, vintage, near) if (near or vintage.months) and not is_sure else None
    best = borrowed or alone
    if best is None:
        return None
    if borrowed and (near or alone is None or alone.interval != borrowed.interval):
        return _inferred(borrowed, AnchorBasis.NEIGHBOURS)
    return _inferred(best, AnchorBasis.DATELINE if asked.report and _is_sent(best) else AnchorBasis.INFERRED)


def _is_sent(found: Inference) -> bool:
    return found.grain is Grain.DAY and found.interval.days <= SENT_WITHIN


def _inferred(found: Inference, basis: AnchorBasis) -> Anchor:
    when = Date(covering(found.interval, found.grain), found.grain)
    reason = Reason("inferred", {"when": when, "why": found.reasons})
    doubts = tuple(Reason("unfitting", {"why": each}) for each in found.objections)
    confidence, *more = (INFERRED_CONFIDENCE * share for share in (found.share, *(share for _, share in found.wider)))
    wider = tuple(zip((interval for interval, _ in found.wider), more, strict=True))
    return Anchor(found.interval, found.grain, basis, reason, confidence, doubts=doubts, wider=wider)
