"""The event table: its columns, in order, and the one model that checks a row both ways."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from extract.dates.interval import Grain, Mod
from extract.kind import Kind
from extract.model import AnchorBasis, DateBasis, Status

ISO_DAY = re.compile(r"^[+-]?\d{4,}-\d\d-\d\d$")
"""A day as the event table writes it: years of at least four digits, signed before the year 0."""

Day = Annotated[str, Field(pattern=ISO_DAY.pattern)]


class EventRow(BaseModel):
    """One claim: a source says that something happened at a time."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    event_id: str = Field(min_length=1, description="stable: the same document gives the same ids on every machine")
    story_id: str = Field(min_length=1, description="shared by the claims that tell the same event")
    start: Day | None = Field(description="first day, ISO; empty where unknown")
    end: Day | None = Field(description="last day, ISO, inclusive; empty where unknown")
    edtf: str | None = Field(description="the date as EDTF (ISO 8601-2)")
    timex3: str = Field(description="the date as a TIMEX3 value")
    grain: Grain | None = Field(description="how fine the date is: day, week, month, ...")
    mod: Mod | None = Field(description="TIMEX3 modifier: START, MID, END, APPROX, BEFORE, AFTER")
    date_text: str = Field(description="the words of the source that say when")
    date_basis: DateBasis = Field(description="explicit, underspecified, relative, counted from an event, or by hand")
    explanation: str = Field(description="why this date")
    headline: str = Field(description="what happened, in the source's words")
    sentence: str = Field(description="the evidence: the whole sentence")
    status: Status = Field(description="reported, planned, alleged or denied")
    kind: Kind = Field(
        description="what sort of thing happens: meeting, agreement, attack, ...; other where no word tells"
    )
    actors: list[str] = Field(description="canonical names; '; ' between them in CSV")
    language: str = Field(description="ISO 639-1")
    source_id: str = Field(description="stable: a digest of the document")
    source_title: str | None = Field(description="title of the source")
    publisher: str | None = Field(description="who published it")
    source_url: str | None = Field(description="its address")
    source_date: str | None = Field(description="when it was written, EDTF")
    source_date_basis: AnchorBasis = Field(description="how that is known")
    link: str = Field(description="to the very sentence")
    char_start: int = Field(ge=0, description="where the date's words start in the source's text, in code points")
    char_end: int = Field(ge=0, description="where they end")
    confidence: float = Field(ge=0, le=1, description="how sure the date is")
    checked: bool = Field(description="whether a person checked its date, as it stands here, and found it right")
    starred: bool = Field(description="whether a person marked it to come back to")
    note: str | None = Field(description="what a person remarks on it")
    found: list[str] = Field(description="what the program had found where a person put it right: 'field: value'")


COLUMNS = tuple(EventRow.model_fields)


class StoryRow(BaseModel):
    """One happening, and all that the sources say of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    story_id: str = Field(min_length=1, description="as in the event table")
    title: str = Field(description="the headline of the claim that tells most")
    title_language: str = Field(description="ISO 639-1")
    start: Day | None = Field(description="first day, by the finest date that most voices give; empty where unknown")
    end: Day | None = Field(description="last day, inclusive")
    edtf: str | None = Field(description="that date as EDTF")
    dates: list[str] = Field(description="every date that is given, and by how many voices")
    kind: Kind = Field(description="what sort of thing happens, as most claims tell")
    status: Status = Field(description="reported where one source reports it; else planned, alleged or denied")
    actors: list[str] = Field(description="who, those whom most claims name first")
    languages: list[str] = Field(description="in which it is told")
    sources: int = Field(ge=1, description="how many tell it")
    voices: int = Field(ge=1, description="how many of these are independent: copies of one text are one voice")
    claims: int = Field(ge=1, description="how many claims tell it")
    weight: float = Field(ge=0, description="how much it matters in the collection")
    differences: list[str] = Field(description="on what sources differ, what each side says, and who")
    event_ids: list[str] = Field(description="its claims, by time")
