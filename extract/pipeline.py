"""The stages in order: from sources to documents in which every date and actor has its meaning.

First each source by itself (`analyse`), then the collection (`settle`), because documents name one another's actors and
date one another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.actors.changes import as_said, firm_names
from extract.actors.detect import find_actors
from extract.actors.roster import NOBODY, Roster
from extract.actors.terms import eras
from extract.actors.unify import unify
from extract.collection import Collection
from extract.dates.anchor import SURE_ALONE, Weighed, inferred, question, stated
from extract.dates.days import Belief
from extract.dates.inference import Question
from extract.dates.neighbours import DatedClaim, Neighbourhood, day_asked, known_day, lent_by, lent_clues
from extract.dates.pack import connectives
from extract.dates.register import tells_a_story
from extract.dates.resolve import resolve_all
from extract.dates.side import Prefer
from extract.dates.statements import is_dateline
from extract.dates.told import Told
from extract.dates.vintage import vintage_of
from extract.era import Era, Vintage
from extract.events.claims import Dated, Page, actors_of, claims
from extract.happened import first_line, headed
from extract.happened import told as ready_made
from extract.mentions import mentions_of
from extract.model import ActorMention, Anchor, AnchorBasis, DateBasis, Document, Event, Sentence, Source
from extract.text.language import detect_language
from extract.text.sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a source says by itself, before its collection is asked."""

    source: Source
    language: str
    told: tuple[tuple[Told, Sentence], ...]
    actors: tuple[ActorMention, ...]
    eras: tuple[Era, ...] = ()
    """The stretches of time that its people and things give for its writing."""
    ignored: tuple[ActorMention, ...] = ()
    """Mentions of what people said is nobody."""
    alone: Document | None = None
    """All that it tells, with its own names, where that was made already: it needs no more than names then."""
    vintage: Vintage | None = None
    """What it says of the age of its collection, where it was studied already and states no date."""

    def named(self, actors: Sequence[ActorMention]) -> Analysis:
        """The same with its actors' names."""
        return replace(
            self,
            actors=tuple(each for each in actors if not each.ignored),
            ignored=tuple(each for each in actors if each.ignored),
        )


@dataclass(frozen=True, slots=True)
class Study:
    """What a source says of its own date."""

    analysis: Analysis
    asked: Question
    stated: Anchor | None
    weighed: tuple[Weighed, ...]
    said: Belief | None
    """What the text says by itself, where nothing is stated."""
    vintage: Vintage
    """What it says of the age of its collection."""
    lent: Mapping[int, tuple[tuple[int, float], ...]]
    """Where nothing is stated: the days that each mention without year may mean by that, by where it begins."""
    reports: frozenset[int]
    """Where the days of datelines begin."""
    asks: tuple[tuple[int, str], ...]
    """Where nothing is stated: where words begin that mean one day of a recurrence, in order, and that recurrence."""


def analyse(source: Source, roster: Roster = NOBODY) -> Analysis:
    """Language, sentences, mentions with the manner of their clauses, and actors of one source."""
    text = source.text
    language = source.stated_language or detect_language(text)
    sentences = split_sentences(text, language)
    told = mentions_of(text, language, sentences)
    if source.happened:
        told = [each for each in told if each[0].mention.start >= first_line(source)]
    actors = find_actors(
        text, language, sentences, [(each.mention.start, each.mention.end) for each, _ in told], roster
    )
    return Analysis(source, language, tuple(told), actors, eras(text, language, actors))


def told_alone(analysis: Analysis) -> Analysis:
    """The same with all that it tells, where it states its date: `settle` has no more than names to give it then."""
    study = _study_alone(analysis)
    if study.stated is None:
        return replace(analysis, vintage=study.vintage)
    return replace(analysis, alone=_document(study, study.stated, Prefer.CONTEXT))


def told_beside(vintage: Vintage, analysis: Analysis) -> Analysis:
    """The same with all that it tells among others of such a vintage, itself one of them, but for its neighbours."""
    return replace(analysis, alone=_alone(_study_alone(analysis), Collection(vintage=vintage), Prefer.CONTEXT))


def _study_alone(analysis: Analysis) -> Study:
    """A source with its own names."""
    return _study(analysis.named([replace(each, own_name=each.canonical) for each in analysis.actors]))


def share_names(analyses: Sequence[Analysis], collection: Collection) -> list[Analysis]:
    """The same with the names that their actors have in the collection, which learns of them."""
    named = [analysis.actors for analysis in analyses]
    firm = firm_names(collection.changes)
    unified = unify(named, collection.actors, collection.roster, collection.company, firm)
    collection.renamed |= unified.renamed
    said = ([as_said(actor, collection.changes) for actor in actors] for actors in unified.mentions)
    return [analysis.named(actors) for analysis, actors in zip(analyses, said, strict=True)]


def settle(analyses: Sequence[Analysis], collection: Collection, prefer: Prefer = Prefer.CONTEXT) -> list[Document]:
    """Documents in the order given, with names shared over the collection and dates that borrow from one another.

    All lend what they know by themselves; none lends what it borrowed. `collection` learns of them.
    """
    studies = [_made(analysis, prefer) for analysis in share_names(analyses, collection)]
    collection.hear(each.vintage for each in studies)
    alone = [each if isinstance(each, Document) else _alone(each, collection, prefer) for each in studies]
    for document in alone:
        _lend(document, collection.neighbourhood)
    return [
        document if isinstance(study, Document) else _with_neighbours(study, document, collection, prefer)
        for study, document in zip(studies, alone, strict=True)
    ]


def _made(analysis: Analysis, prefer: Prefer) -> Document | Study:
    """A source with its names in the collection: all that it tells where nothing but these is new to it."""
    if analysis.alone and prefer is Prefer.CONTEXT and (document := _called(analysis.alone, analysis)):
        return document
    return _study(analysis)


def _called(document: Document, named: Analysis) -> Document | None:
    """A document with other names for its actors; None where more is new: two are one, or one is of another type."""
    if named.ignored:
        return None
    names: dict[str, str] = {}
    for own, actor in zip(document.actors, named.actors, strict=True):
        if own.type is not actor.type or names.setdefault(own.canonical, actor.canonical) != actor.canonical:
            return None
    if len(set(names.values())) < len(names):
        return None
    events = (
        replace(event, actors={names[name]: kind for name, kind in event.actors.items()}) for event in document.events
    )
    return replace(document, actors=named.actors, events=tuple(events))


@dataclass(frozen=True, slots=True)
class Dating:
    """A source with its date, of which the rest is not told yet."""

    study: Study
    anchor: Anchor

    def document(self) -> Document:
        """All that it tells, seen from that date."""
        return _document(self.study, self.anchor, Prefer.CONTEXT)


def date_anew(
    source: Source, actors: tuple[ActorMention, ...], collection: Collection, known: Analysis | None = None
) -> Dating:
    """How `settle` dates one source whose actors have their names already; `known` is what it says by itself."""
    analysis = replace(known, source=source) if known else analyse(source, collection.roster)
    study = _study(analysis.named(actors))
    collection.hear([study.vintage])
    return Dating(study, _anchor_beside(study, _anchor_alone(study, collection), collection))


def _is_open(study: Study, anchor: Anchor) -> bool:
    """Whether a source asks its neighbours for its date."""
    return study.stated is None and anchor.confidence < SURE_ALONE


def _alone(study: Study, collection: Collection, prefer: Prefer) -> Document:
    return _document(study, _anchor_alone(study, collection), prefer)


def _anchor_alone(study: Study, collection: Collection) -> Anchor:
    return study.stated or inferred(study.asked, study.weighed, _beside(study, collection))


def _beside(study: Study, collection: Collection) -> Vintage:
    """What the others say of the age of a source."""
    return collection.vintage_beside(study.analysis.source.source_id, study.vintage)


def _study(analysis: Analysis) -> Study:
    """A source by itself, before its collection is asked."""
    source = analysis.source
    told = [replace(each, actors=frozenset(actors_of(sentence, analysis.actors))) for each, sentence in analysis.told]
    asked = question(source, told, analysis.eras)
    anchor, weighed = stated(source, asked)
    said = None if anchor else asked.evidence
    written = anchor.interval if anchor else said if asked.is_open else None
    own = vintage_of(written, asked.within) if written and asked.within else Vintage()
    reports = frozenset(each.mention.start for each in told if is_dateline(source.text, each))
    asks = () if anchor else tuple((each.mention.start, day) for each in asked.told if (day := day_asked(each)))
    return Study(analysis, asked, anchor, tuple(weighed), said, own, lent_by(asked.told, said), reports, asks)


def _with_neighbours(study: Study, alone: Document, collection: Collection, prefer: Prefer) -> Document:
    anchor = _anchor_beside(study, alone.anchor, collection)
    return alone if anchor == alone.anchor else _document(study, anchor, prefer)


def _anchor_beside(study: Study, alone: Anchor, collection: Collection) -> Anchor:
    """The date of a source that has one `alone`, by what its neighbours lend it where it asks them."""
    if not _is_open(study, alone):
        return alone
    types = {actor.canonical: actor.type for actor in study.analysis.actors}
    told = [each for each in study.asked.told if each.mention.start not in study.reports]
    near = lent_clues(told, types, study.analysis.source.source_id, collection.neighbourhood)
    return inferred(study.asked, study.weighed, _beside(study, collection), near) if near else alone


def _document(study: Study, anchor: Anchor, prefer: Prefer) -> Document:
    """All that a source says, seen from the day it was written."""
    analysis = study.analysis
    told = [each for each, _ in analysis.told]
    found = resolve_all(told, anchor, prefer, story=tells_a_story(study.asked.told, anchor.interval))
    dated = [
        Dated(timex, each.manner, _without_header(sentence, anchor))
        for timex, (each, sentence) in zip(found, analysis.told, strict=True)
    ]
    own = {each.mention.start for each in study.asked.told}
    telling = [
        each for each in dated if each.timex.start in own and (each.timex.start, each.timex.end) != anchor.header
    ]
    language, source = analysis.language, analysis.source
    page = Page(source.source_id, source.text, language, analysis.actors, connectives(language))
    if given := ready_made(source):
        dated, telling = [given, *dated], [given, *telling]
    events = headed(claims(page, telling), source)
    timexes = tuple(each.timex for each in dated)
    lending = tuple(replace(event, lent=_lent(event, study), asks=_asks(event, study)) for event in events)
    unsure = _is_open(study, anchor) or anchor.basis is AnchorBasis.NEIGHBOURS
    return Document(
        analysis.source,
        analysis.language,
        anchor,
        timexes,
        analysis.actors,
        lending,
        study.vintage,
        analysis.ignored,
        unsure,
    )


def _without_header(sentence: Sentence, anchor: Anchor) -> Sentence:
    """The part of a sentence that follows the document's date, where both stand in one line."""
    if anchor.header is None or not sentence.start <= anchor.header[0] < sentence.end:
        return sentence
    rest = sentence.text[anchor.header[1] - sentence.start :]
    text = rest.lstrip(" :|-\u2013\u2014")
    return Sentence(sentence.end - len(text), sentence.end, text) if text.strip() else sentence


def _lend(document: Document, neighbourhood: Neighbourhood) -> None:
    source = document.source
    for event in document.events:
        neighbourhood.add(DatedClaim(source.source_id, source.name, event.lent, frozenset(event.actors)))


def _lent(event: Event, study: Study) -> tuple[tuple[int, float], ...]:
    """The days that a claim lends: its own where the source states its date, else those that its text alone leaves."""
    timex = event.timex
    if timex.start in study.reports:
        return ()
    if study.said is None or timex.basis is DateBasis.EXPLICIT:
        return known_day(timex.interval, timex.confidence)
    return study.lent.get(timex.start, ())


def _asks(event: Event, study: Study) -> tuple[str, ...]:
    """The recurrences of which its words mean one day each; a range has two ends."""
    first = bisect_left(study.asks, (event.timex.start, ""))
    last = bisect_left(study.asks, (event.timex.end, ""))
    return tuple(sorted({day for _, day in study.asks[first:last]}))
