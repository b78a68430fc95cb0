"""A mention with the manner of its clause: what stages after the tagger see of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extract.dates.candidates import in_year
from extract.dates.expression import THIS, Calendar, Expression, Mention, Offset, Part, System, core
from extract.dates.interval import Interval
from extract.model import Manner, Outlook


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with the manner of its clause."""

    mention: Mention
    manner: Manner
    actors: frozenset[str] = frozenset()
    """Canonical names of those that its sentence names."""

    @property
    def expression(self) -> Expression:
        """What its words ask for, edge and time of day left out."""
        return core(self.mention.expression)

    @property
    def outlook(self) -> Outlook | None:
        """How it stands to the time of writing: by a word before it that points ahead, else by its clause."""
        lead = self.manner.lead
        return lead if lead is Outlook.PLANNED else self.manner.outlook or lead

    @property
    def is_imminent(self) -> bool:
        """Whether the text says that it comes within days."""
        return self.manner.imminent and self.outlook is Outlook.PLANNED

    @property
    def calendar(self) -> Calendar | None:
        """The same, where it is a place in the calendar."""
        return self.expression if isinstance(self.expression, Calendar) else None

    @property
    def in_full(self) -> Interval | None:
        """The days that it means, where its words give the year and name no era."""
        date = self.calendar
        return in_year(date, date.year) if date and date.year is not None and not date.unit else None

    @property
    def yearless_day(self) -> Calendar | None:
        """A day of our calendar that comes again every year."""
        date = self.calendar
        is_one = date and date.year is None and date.direction is None and date.system is System.GREGORIAN
        return date if date and is_one and date.month is not None and date.day is not None else None

    @property
    def yearless_month(self) -> Calendar | None:
        """A month that comes again every year, with the words that tell which of them is meant, if any."""
        date = self.calendar
        is_one = date and date.year is None and date.day is None and date.system is System.GREGORIAN
        return date if date and is_one and date.month is not None and not date.unit else None

    @property
    def bare_weekday(self) -> int | None:
        """A weekday without a date: 0 for Monday to 6 for Sunday."""
        date = None if isinstance(self.mention.expression, Part) else self.calendar
        is_bare = date and date.month is None and date.day is None and date.direction in (None, THIS)
        return date.weekday if date and is_bare else None

    @property
    def weekday(self) -> int | None:
        """The weekday that its words name, alone or beside a day without year."""
        date = self.yearless_day
        return date.weekday if date else self.bare_weekday


def speaks_from_its_present(told: Iterable[Told]) -> bool:
    """Whether anything in a text is counted from the time of writing; else that time is nowhere in it."""
    return any(
        isinstance(each.expression, Offset) or (each.calendar is not None and each.calendar.year is None)
        for each in told
    )


def in_full_past(told: Iterable[Told]) -> list[tuple[Interval, Told]]:
    """The dates that a text gives in full and tells as past, each once, the newest first, of these the finest."""
    past = {days: each for each in told if each.outlook is not Outlook.PLANNED and (days := each.in_full)}
    return sorted(past.items(), key=lambda found: (found[0].start, -found[0].end), reverse=True)


def newest_past(told: Iterable[Told]) -> tuple[Interval, Told] | None:
    """The newest date that a text gives in full and tells as past."""
    return next(iter(in_full_past(told)), None)


def soonest_planned(told: Iterable[Told]) -> tuple[Interval, Told] | None:
    """The first date that a text gives in full and tells as still to come."""
    planned = ((days, each) for each in told if each.outlook is Outlook.PLANNED and (days := each.in_full))
    return min(planned, key=lambda found: found[0].end, default=None)
