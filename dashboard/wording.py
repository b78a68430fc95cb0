"""Words for what the library holds, in the reader's language: dates, grains, counts; and text that is safe to show."""

from __future__ import annotations

from dashboard.tongue import N_, _, is_rtl, n_
from dashboard.when import Case, in_words
from extract.dates.interval import Grain, Interval, Mod, is_unit, whole_of
from extract.events.lexicon import scheme
from extract.kind import Kind
from extract.label import isolated, label
from extract.model import DateBasis
from extract.store.cast import Title
from extract.table.lanes import Mark

MOD_WORDS = {
    Mod.START: (N_("early {date}"), Case.OF),
    Mod.MID: (N_("middle of {date}"), Case.OF),
    Mod.END: (N_("end of {date}"), Case.OF),
    Mod.APPROX: (N_("about {date}"), Case.BY),
    Mod.BEFORE: (N_("before {date}"), Case.BY),
    Mod.AFTER: (N_("after {date}"), Case.BY),
}
GRAIN_WORDS = {
    Grain.DAY: N_("to the day"),
    Grain.WEEK: N_("week, no day given"),
    Grain.MONTH: N_("month, no day given"),
    Grain.SEASON: N_("season, no month given"),
    Grain.QUARTER: N_("quarter, no month given"),
    Grain.HALF: N_("half-year, no month given"),
    Grain.YEAR: N_("year, no month given"),
    Grain.DECADE: N_("decade, no year given"),
    Grain.CENTURY: N_("century, no year given"),
    Grain.MILLENNIUM: N_("millennium, no century given"),
    Grain.WEEKEND: N_("weekend, no day given"),
}
ONE_OF_THESE = {
    Grain.DAY: N_("one day of these"),
    Grain.WEEKEND: N_("one weekend of these"),
    Grain.WEEK: N_("one week of these"),
    Grain.MONTH: N_("one month of these"),
    Grain.SEASON: N_("one season of these"),
    Grain.QUARTER: N_("one quarter of these"),
    Grain.HALF: N_("one half of these"),
    Grain.YEAR: N_("one year of these"),
    Grain.DECADE: N_("one decade of these"),
    Grain.CENTURY: N_("one century of these"),
    Grain.MILLENNIUM: N_("one millennium of these"),
}
BASIS_WORDS = {
    DateBasis.EXPLICIT: N_("the words give the whole date"),
    DateBasis.UNDERSPECIFIED: N_("a part of the date is left to the reader"),
    DateBasis.RELATIVE: N_("counted from the day of writing"),
    DateBasis.EVENT: N_("counted from something that happened"),
    DateBasis.BY_HAND: N_("a person says so"),
}
NO_KIND = N_("Other")
"""The name of what the scheme of kinds does not know."""

RANGE_SIGN = "/"
"""What EDTF writes between the ends of a range."""


def date_in_words(interval: Interval, grain: Grain, mod: Mod | None) -> str:
    """ "about June 2024"."""
    whole = whole_of(interval, grain, mod)
    if mod is None:
        return in_words(whole, grain)
    words, case = MOD_WORDS[mod]
    return _(words, date=in_words(whole, grain, case))


def when(mark: Mark) -> str:
    """The date of a mark in words."""
    if mark.grain is None:
        return mark.date
    return date_in_words(Interval(mark.start, mark.end), mark.grain, mark.mod)


def grain_in_words(interval: Interval, grain: Grain, mod: Mod | None, edtf: str | None) -> str:
    """ "month, no day given"; "from the first to the last" of a range, "one day of these" where it may be any."""
    if edtf and RANGE_SIGN in edtf:
        return _("from the first to the last")
    return _((GRAIN_WORDS if is_unit(whole_of(interval, grain, mod), grain) else ONE_OF_THESE)[grain])


def kind_name(kind: Kind) -> str:
    """A kind's name for readers, as the scheme of kinds has it."""
    return _(NO_KIND if kind is Kind.OTHER else scheme()[kind].label)


def number_of(count: int, one: str, many: str | None = None) -> str:
    """ "1 claim", "1,204 claims"; `terms.COUNTED` lists what may be counted."""
    return n_(f"{{count}} {one}", f"{{count}} {many or one + 's'}", count)


def sources_of(sources: int, independent: int) -> str:
    """ "5 sources", and how many of them are independent where not all are."""
    told = number_of(sources, "source")
    if independent >= sources:
        return told
    return n_("{sources}, {count} independent", "{sources}, {count} independent", independent, sources=told)


def apart(words: str) -> str:
    """Words that keep their direction to themselves, where whoever reads does so from right to left.

    A chart's text runs from left to right always; and within such a reader's words, paths and names do.
    """
    return isolated(words) if is_rtl() else words


def without_markdown(text: str, most: int = 60) -> str:
    """A label for widgets that read Markdown, in which every sign stands for itself."""
    return as_text(label(text, most))


def as_text(words: str) -> str:
    """The same of words that are a label already, and may hold signs that keep the direction of their parts."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()<>#+-.!|$:~^&'\"" else sign for sign in words)


LONGEST_QUOTE = 300
"""Characters of a sentence that are shown on hover."""


def said_to_be(title: Title) -> str:
    """What a source says that somebody is, and the sentence that says so, as one line."""
    return _("{role}: “{sentence}”", role=label(title.role, 120), sentence=label(title.sentence, LONGEST_QUOTE))
