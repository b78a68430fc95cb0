"""The things that flow from stage to stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from extract.dates.interval import Grain, Interval, Mod, covering
from extract.era import Vintage
from extract.figure import Figure
from extract.kind import Kind
from extract.reason import Reason


class TimexType(StrEnum):
    """TIMEX3's types of time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class DateBasis(StrEnum):
    """How the words of a date lead to its value."""

    EXPLICIT = "explicit"
    """The words say it all: "17 January 2025"."""
    UNDERSPECIFIED = "underspecified"
    """A larger unit is missing: "17 January"."""
    RELATIVE = "relative"
    """Counted from the day of writing: "last June"."""
    EVENT = "event"
    """Counted from something that happened: "a month after the attack"."""
    GIVEN = "given"
    """The table of events says so from which it comes."""
    BY_HAND = "by hand"
    """A person says when; the words are the evidence."""


class AnchorBasis(StrEnum):
    """Where the knowledge of a document's date comes from, best first."""

    CORRECTED = "corrected"
    """A person set it, or said that nobody knows."""
    GIVEN = "given"
    HEADER = "header"
    ADDRESS = "address"
    DATELINE = "dateline"
    INFERRED = "inferred"
    NEIGHBOURS = "neighbours"
    NONE = "none"


class Status(StrEnum):
    """How a source puts a claim."""

    REPORTED = "reported"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"


class Outlook(StrEnum):
    """How a clause stands to the time of writing."""

    PAST = "past"
    PLANNED = "planned"
    PRESENT = "present"
    OPEN = "open"
    """Past in form, of something that may lie ahead: "agreed to meet"; the nearest day is meant."""


class ActorType(StrEnum):
    """Kinds of actor: a person, a state or place that acts, an organisation."""

    PERSON = "PER"
    PLACE = "GPE"
    ORGANISATION = "ORG"


@dataclass(frozen=True, slots=True)
class CorrectedDate:
    """What a person says of the day a document was written."""

    date: str | None
    """A day, a month or a year as ISO text; None where the person says that nobody knows."""
    reason: Reason
    """Who says so, when and why."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document stripped of its clutter. Offsets elsewhere count code points of `text`."""

    source_id: str
    location: str
    """Where it was read: a path as given, or a name."""
    raw: str
    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    page: str | None = None
    """What its address is of, however it was reached; texts of one page are versions of one document."""
    stated_date: str | None = None
    """The date that came with the document, as ISO or EDTF text."""
    stated_by: str | None = None
    """Where that stands, for people; None where the manifest states it."""
    stated_language: str | None = None
    read_on: int | None = None
    """The day it was read; nothing in it was written later."""
    corrected: CorrectedDate | None = None
    seen: str | None = None
    """When this version of it was fetched or last changed, as an ISO instant; of two of one page the later counts."""
    is_excerpt: bool = False
    """Whether it only announces a document that is at its address."""
    happened: str | None = None
    """Of an event that came ready-made: when it happened, as EDTF; the words for that are the text's first line."""

    @property
    def name(self) -> str:
        """What people call it."""
        return called(self.title, self.location)


def called(title: str | None, location: str) -> str:
    """What people call a source: by its title, else by the last part of where it was read."""
    return title or location.rstrip("/").rpartition("/")[2] or location


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the text that ends where a sentence does."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Manner:
    """How the clause round a date is put: its outlook, with the words that show it, and its status."""

    outlook: Outlook | None = None
    outlook_words: str = ""
    status: Status = Status.REPORTED
    lead: Outlook | None = None
    """The side of the time of writing to which the word right before the date points: "by May", "since May"."""
    lead_words: str = ""
    firm: bool = False
    """Whether the words of the outlook stand right beside the date: "died on 3 March"."""
    imminent: bool = False
    """Whether they are said of what comes within days: "on the eve of"."""
    status_words: str = ""
    """Those that show the status; empty for a plain report."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a document was written, as far as is known; None where nothing is."""

    interval: Interval | None
    """All the days on which it may have been written."""
    grain: Grain
    """How finely the day of writing is told: the evidence may exclude some days of a month without telling its day."""
    basis: AnchorBasis
    evidence: Reason
    confidence: float
    header: tuple[int, int] | None = None
    """Bounds of the words of the text that date the document, and no event in it."""
    doubts: tuple[Reason, ...] = ()
    """What speaks against it, or was set aside for it."""
    wider: tuple[tuple[Interval, float], ...] = ()
    """Longer stretches round the interval, with the greater confidence that it was written in them."""

    @property
    def told(self) -> Interval | None:
        """The interval as it is told: the whole units of its grain that hold it."""
        return self.interval and covering(self.interval, self.grain)

    @property
    def is_stated(self) -> bool:
        """Whether somebody states it in full; what is inferred is sure to be in longer stretches only."""
        return self.interval is not None and not self.wider

    @property
    def ends(self) -> tuple[int, ...]:
        """The first and the last day on which it may have been written: once where they are one, none if unknown."""
        return tuple(sorted({self.interval.start, self.interval.last})) if self.interval else ()


@dataclass(frozen=True, slots=True)
class Timex:
    """A resolved mention: words of the text that speak of time, what they mean and why."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    """TIMEX3's value."""
    mod: Mod | None
    edtf: str | None
    interval: Interval | None
    """The days it may mean; None where it has no place on the timeline."""
    grain: Grain | None
    basis: DateBasis
    explanation: Reason
    confidence: float


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name somebody who can act."""

    start: int
    end: int
    text: str
    type: ActorType
    canonical: str
    """The name shared by all languages and scripts of a collection."""
    found: tuple[str, ActorType] | None = None
    """That name and type before people said that it is another's; None: nobody did."""
    ignored: bool = False
    """Whether people said that it is nobody's."""
    role: str = ""
    """What the text says that somebody is, beside the name: "Russian Foreign Minister"; empty where it does not."""
    told_in: tuple[int, int] | None = None
    """The bounds of the sentence that says so; None where there is no role."""
    own_name: str = ""
    """What its document alone calls it, in its own script; empty where that is not told."""

    @property
    def as_found(self) -> tuple[str, ActorType]:
        """Its name and type whatever people said."""
        return self.found or (self.canonical, self.type)


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of whom other documents tell."""

    name: str
    """What it is called there."""
    type: ActorType
    own_names: frozenset[str]
    """What each of these documents alone calls it."""


@dataclass(frozen=True, slots=True)
class Event:
    """A claim: the source says that something happened at a time. `timex` dates it, `sentence` is the evidence."""

    event_id: str
    timex: Timex
    headline: str
    sentence: str
    sentence_start: int
    """Offset of the sentence, so that the date can be marked in it."""
    status: Status
    actors: Mapping[str, ActorType]
    """Those whom the sentence names, by canonical name in the order of their first mention, and what each is there."""
    acts: tuple[str, ...] = ()
    """What is done, the nearest to the date first, as `extract/events/data/kinds.toml` lists it."""
    kind: Kind = Kind.OTHER
    figures: tuple[Figure, ...] = ()
    """What is counted in its sentence, and in those that go on from it."""
    lent: tuple[tuple[int, float], ...] = ()
    """The days on which it may have happened by what its source alone says, with their shares, the likeliest first."""
    asks: tuple[str, ...] = ()
    """The recurrences of which its words mean one day each: 03-17 for "17 March", 0 for "Monday"."""


@dataclass(frozen=True, slots=True)
class Document:
    """All that was found in one source."""

    source: Source
    language: str
    anchor: Anchor
    timexes: tuple[Timex, ...]
    actors: tuple[ActorMention, ...]
    events: tuple[Event, ...]
    vintage: Vintage = field(default_factory=Vintage)
    ignored: tuple[ActorMention, ...] = ()
    """Mentions of what people said is nobody."""
    is_unsure: bool = False
    """Whether it may ask the others of its collection for its date."""
