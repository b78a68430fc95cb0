"""The tables of a language's file that hold more than a list of words."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Words = list[str]

VagueValue = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]

PartOfDay = Literal["MO", "MI", "AF", "EV", "NI", "DT", "00:00", "12:00"]
"""TIMEX3's parts of the day; midnight and noon are times of the clock."""


class Table(BaseModel):
    """Part of a language's file; a key that it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Directions(Table):
    """Words for the unit before, the current one and the one after: "last June"."""

    last: Words = []
    this: Words = []
    next: Words = []
    week_after: Words = []
    """The same, but with a weekday that of the next week: "*next* Friday"."""
    last_unit: Words = []
    """Words for the last of units alone: "*recent* years"."""
    told_last: Words = []
    """The same, seen from what the text has just told: "the *preceding* month"."""
    told_this: Words = []
    """"the *same* day"."""
    told_unit: Words = []
    """The same before units alone: "*that* year", where "that Friday" opens another clause as often."""
    told_next: Words = []
    """"the *following* week"."""


class Moment(Table):
    """A part of a day counted from the day of writing: "tonight", "last night"."""

    day: int
    part: PartOfDay


class Approximate(Table):
    """Words that make a date or length loose, by where they stand: "*about* 1950"."""

    before: Words = []
    after: Words = []
    bounds: Words = []
    """Words for more or less than a length: "*at least* three days"."""
    within: Words = []
    """Words for some time within the date, which change nothing of it: "*earlier* this year"."""


class Names(Table):
    """Words beside a date that make it a name: "17 November *Street*"."""

    before: Words = []
    after: Words = []


class Marks(Table):
    """What is written right after the number of a year, month or day and makes it one: 2013年2月12日."""

    year: Words = []
    month: Words = []
    day: Words = []


class Counting(Table):
    """Words that make a length of time a distance from now, by where they stand: "ago" stands after it."""

    past_before: Words = []
    past_after: Words = []
    future_before: Words = []
    doubtful: Words = []
    """Of these, words that also tell how long something takes: they count only where the clause ends."""
    future_after: Words = []
    later_before: Words = []
    """Words that count a length on from something told, and those that count it back."""
    later_after: Words = []
    earlier_before: Words = []
    earlier_after: Words = []
    since_date: Words = []
    """Words between a length and the date it is counted from: "a week *from* Tuesday"."""
    ended: Words = []
    """Words that tie a stretch to a day gone by on which it ended: "the year *ended* March 31"."""
    ending: Words = []
    """The same with a day that may be still to come."""
    with_object: Words = []
    """Words above that count from what follows, unless the clause ends there: "a month *after* the attack"."""
    of_event: Words = []
    """Words that, after a unit, name what a distance is counted from: "three days before" in «قبل ثلاثة أيام *من*»."""
    before_event: Words = []
    """The same after a word for "ago": «τρεις μέρες πριν *τις* εκλογές»."""


class Joiners(Table):
    """Words that may stand between the parts of one date and add nothing to it."""

    of: Words = []
    articles: Words = []
    """Articles before a unit belong to the words of its date: "*the* third quarter"."""
    possessive: Words = []
    """What makes the unit before it the owner of the edge after it: "the week*'s* close"."""
    places: Words = []
    """Prepositions of time within a date: "5 p.m. *on* Friday", "early *in* 1990"."""
    ranges: Words = []
    """What stands between the ends of a range: "3 *to* 7 May"."""
    lists: Words = []
    """"and", "or"."""
    between: Words = []
    """What, before two dates in a list, makes them a range: "*between* May and July"."""


class Company(Table):
    """Words that, standing before a doubtful one, make it a date: "in May", "since 2011"."""

    months: Words = []
    weekdays: Words = []
    days: Words = []
    """What makes 15/2 a date: "on"."""
    day_articles: Words = []
    """What, right before a number that ends a clause, makes it a day of the month: « *le* 16 »."""
    years: Words = []
    years_after: Words = []
    """Endings written on to four digits that only a year takes: 2011'de."""
    vague: Words = []
    """What makes a latent word a vague time: "in *the* past"."""
    units: Words = []
    """What makes a unit alone the one that the text is about: "for *the* quarter", „*am* Wochenende“."""
    plurals: Words = []
    """What makes a unit in the plural a length that nobody counts: "*for* years"."""
    parts: Words = []
    """What makes a part of the day alone a time: "in *the* morning"."""
    clocks: Words = []
    """What makes 9:30 a time of the day: "at"."""


class Cue(Table):
    """Words and parts of words by which a clause shows how it stands to the time of writing."""

    words: Words = []
    beginnings: Words = []
    """Verb prefixes; `but` lists the beginnings of other words that start alike."""
    endings: Words = []
    but: Words = []
    but_words: Words = []
    """Other words that start or end alike, where their own beginning is also that of many verbs."""


class Cues(Table):
    """How a clause is put: as told, as planned, as somebody's allegation, as denied, as going on now."""

    ahead_before: Words = []
    """Words that, right before a date, put it after the time of writing: "*by* May"."""
    ahead_after: Words = []
    """The same for words right after a date."""
    back_before: Words = []
    """And those that put it before: "*since* May"."""
    back_after: Words = []
    open_before: Words = []
    """And those that put it on neither side: "sales *through* August"."""
    imminent: Words = []
    """Planned cues that are said of what comes within days: "on the eve of"."""
    past: Cue = Cue()
    planned: Cue = Cue()
    alleged: Cue = Cue()
    denied: Cue = Cue()
    present: Cue = Cue()
    open: Cue = Cue()
    """What is told as past and speaks of what may lie ahead: "agreed to meet"."""


class Example(Table):
    """A text, and the TIMEX3 value of each stretch of it that is a date; none for a text that holds none."""

    text: str
    finds: dict[str, str] = {}
    written: str = "2025-01-15"
    """The day on which the text is taken to be written."""
