"""The stages in order: from sources to documents in which every date and actor has its meaning.

First each source by itself (`analyse`), then the collection (`settle`), because documents name one another's actors and
date one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.actors.detect import find_actors
from extract.actors.unify import unify
from extract.dates.anchor import anchor_of
from extract.dates.clues import Told
from extract.dates.cues import FoundCue, find_cues, manner_of
from extract.dates.lexicon import lexicon
from extract.dates.neighbours import SURE_LENDER, Neighbourhood, lent_clues
from extract.dates.pack import connectives
from extract.dates.register import tells_a_story
from extract.dates.resolve import resolve_all
from extract.dates.side import Prefer
from extract.dates.tag import tag
from extract.events.claims import Dated, actors_of, claims
from extract.model import (
    ActorMention,
    ActorType,
    Anchor,
    AnchorBasis,
    Document,
    Sentence,
    Source,
)
from extract.text.fold import fold_with_origin
from extract.text.language import detect_language
from extract.text.sentences import split_sentences

LONGEST_EVIDENCE = 2000
"""Characters; what runs on longer without a stop is a table or a list, and no sentence."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a source says by itself, before its collection is asked."""

    source: Source
    language: str
    told: tuple[tuple[Told, Sentence], ...]
    actors: tuple[ActorMention, ...]


@dataclass(slots=True)
class Collection:
    """What is known of the documents that were settled before."""

    actors: dict[str, ActorType] = field(default_factory=dict)
    neighbourhood: Neighbourhood = field(default_factory=Neighbourhood)


def analyse(source: Source) -> Analysis:
    """Language, sentences, mentions with the manner of their clauses, and actors of one source."""
    text = source.text
    language = source.stated_language or detect_language(text)
    sentences = split_sentences(text, language)
    told = mentions_of(text, language, sentences)
    actors = find_actors(text, language, sentences, [(each.mention.start, each.mention.end) for each, _ in told])
    return Analysis(source, language, tuple(told), actors)


def mentions_of(text: str, language: str, sentences: Sequence[Sentence]) -> list[tuple[Told, Sentence]]:
    """The mentions of a text with the manner of their clauses, each with the sentence that is its evidence."""
    folded = fold_with_origin(text)
    mentions = tag(folded, text, lexicon(language), sentences)
    told: list[tuple[Told, Sentence]] = []
    cues: list[FoundCue] = []
    cued: Sentence | None = None
    for mention, sentence in zip(mentions, _sentence_of([m.start for m in mentions], sentences), strict=True):
        if sentence is not cued:
            cues, cued = find_cues(folded, (sentence.start, sentence.end), language), sentence
        manner = manner_of(cues, folded, text, (mention.start, mention.end), language)
        told.append((Told(mention, manner), _evidence(sentence, mention.start)))
    return told


def _sentence_of(positions: Iterable[int], sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentence that holds each position; both in order."""
    found, place = [], 0
    for position in positions:
        while sentences[place].end <= position:
            place += 1
        found.append(sentences[place])
    return found


def _evidence(sentence: Sentence, position: int) -> Sentence:
    """The sentence; of one without end, the words round a position: evidence is read by people."""
    if sentence.end - sentence.start <= LONGEST_EVIDENCE:
        return sentence
    first = max(sentence.start, position - LONGEST_EVIDENCE // 2)
    last = min(sentence.end, first + LONGEST_EVIDENCE)
    text = sentence.text[first - sentence.start : last - sentence.start]
    return Sentence(first, last, text)


def settle(analyses: Sequence[Analysis], collection: Collection, prefer: Prefer = Prefer.CONTEXT) -> list[Document]:
    """Documents in the order given, with names shared over the collection and dates that borrow from one another.

    Those that are sure of their own date come first and lend; none lends what it borrowed. `collection` learns of them.
    """
    unified = unify([analysis.actors for analysis in analyses], collection.actors)
    named = [replace(analysis, actors=actors) for analysis, actors in zip(analyses, unified, strict=True)]
    collection.actors |= {actor.canonical: actor.type for analysis in named for actor in analysis.actors}
    alone = [_document(analysis, _anchor(analysis), prefer) for analysis in named]
    for document in alone:
        _lend(document, collection.neighbourhood)
    return [
        document
        if document.anchor.confidence >= SURE_LENDER
        else _with_neighbours(analysis, document, collection, prefer)
        for analysis, document in zip(named, alone, strict=True)
    ]


def settle_anew(source: Source, actors: tuple[ActorMention, ...], neighbourhood: Neighbourhood) -> Document:
    """What `settle` gives for one source whose actors have their names already, among those who lend their dates."""
    analysis = replace(analyse(source), actors=actors)
    alone = _document(analysis, _anchor(analysis), Prefer.CONTEXT)
    if alone.anchor.confidence >= SURE_LENDER:
        return alone
    return _with_neighbours(analysis, alone, Collection(neighbourhood=neighbourhood), Prefer.CONTEXT)


def _with_neighbours(analysis: Analysis, alone: Document, collection: Collection, prefer: Prefer) -> Document:
    told = [(each, frozenset(actors_of(sentence, analysis.actors))) for each, sentence in analysis.told]
    near = list(lent_clues(told, analysis.source.source_id, collection.neighbourhood))
    if not near:
        return alone
    anchor = anchor_of(analysis.source, [each for each, _ in told], near)
    return alone if anchor == alone.anchor else _document(analysis, anchor, prefer)


def _anchor(analysis: Analysis) -> Anchor:
    return anchor_of(analysis.source, [each for each, _ in analysis.told])


def _document(analysis: Analysis, anchor: Anchor, prefer: Prefer) -> Document:
    """All that a source says, seen from the day it was written."""
    told = [each for each, _ in analysis.told]
    found = resolve_all(told, anchor, prefer, story=tells_a_story(told, anchor))
    dated = [
        Dated(timex, each.manner, _without_header(sentence, anchor))
        for timex, (each, sentence) in zip(found, analysis.told, strict=True)
    ]
    telling = [each for each in dated if (each.timex.start, each.timex.end) != anchor.header]
    events = claims(analysis.source.source_id, telling, analysis.actors, connectives(analysis.language))
    timexes = tuple(each.timex for each in dated)
    return Document(analysis.source, analysis.language, anchor, timexes, analysis.actors, events)


def _without_header(sentence: Sentence, anchor: Anchor) -> Sentence:
    """The part of a sentence that follows the document's date, where both stand in one line."""
    if anchor.header is None or not sentence.start <= anchor.header[0] < sentence.end:
        return sentence
    rest = sentence.text[anchor.header[1] - sentence.start :]
    text = rest.lstrip(" :|-\u2013\u2014")
    return Sentence(sentence.end - len(text), sentence.end, text) if text.strip() else sentence


def _lend(document: Document, neighbourhood: Neighbourhood) -> None:
    """Let the document's claims date others, where it is sure of its own date and has that not from others."""
    source, anchor = document.source, document.anchor
    if anchor.confidence < SURE_LENDER or anchor.basis is AnchorBasis.NEIGHBOURS:
        return
    for event in document.events:
        neighbourhood.add(source.source_id, source.title or source.location, event.timex.interval, event.actors)
