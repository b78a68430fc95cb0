"""Words for what the library holds: dates, grains, languages, numbers; and text made safe to be shown."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from babel import Locale, UnknownLocaleError

from extract.dates.interval import Grain, Interval, Mod, is_unit, whole_of
from extract.dates.write import in_words
from extract.events.centre import LONGEST_NAME
from extract.events.lexicon import scheme
from extract.kind import Kind
from extract.model import DateBasis
from extract.store.cast import Title

LONG_CONTEXT = re.compile(rf"\[(?:[^\]]*\u2026|[^\]]{{{LONGEST_NAME + 1},}})\]\s+")
"""The sentence that a headline goes on from, in brackets before it; names in brackets are shorter and whole."""

MOD_WORDS = {
    Mod.START: "early {}",
    Mod.MID: "middle of {}",
    Mod.END: "end of {}",
    Mod.APPROX: "about {}",
    Mod.BEFORE: "before {}",
    Mod.AFTER: "after {}",
}
GRAIN_WORDS = {
    Grain.DAY: "to the day",
    Grain.WEEK: "week, no day given",
    Grain.MONTH: "month, no day given",
    Grain.SEASON: "season, no month given",
    Grain.QUARTER: "quarter, no month given",
    Grain.HALF: "half-year, no month given",
    Grain.YEAR: "year, no month given",
    Grain.DECADE: "decade, no year given",
    Grain.CENTURY: "century, no year given",
    Grain.MILLENNIUM: "millennium, no century given",
    Grain.WEEKEND: "weekend, no day given",
}
BASIS_WORDS = {
    DateBasis.EXPLICIT: "the words give the whole date",
    DateBasis.UNDERSPECIFIED: "a part of the date is left to the reader",
    DateBasis.RELATIVE: "counted from the day of writing",
    DateBasis.EVENT: "counted from something that happened",
    DateBasis.BY_HAND: "a person says so",
}
NO_KIND = "Other"
"""The name of what the scheme of kinds does not know."""

RANGE_SIGN = "/"
"""What EDTF writes between the ends of a range."""

DIRECTION_SIGNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
"""Signs that turn the direction of what follows: in a label they would reach into the program's own words."""

ISOLATE, ISOLATE_END = "\u2068", "\u2069"
"""Put around a source's words, they keep the direction of what stands beside them."""


def date_in_words(interval: Interval, grain: Grain, mod: Mod | None) -> str:
    """ "about June 2024"."""
    words = in_words(whole_of(interval, grain, mod), grain)
    return MOD_WORDS[mod].format(words) if mod else words


def grain_in_words(interval: Interval, grain: Grain, mod: Mod | None, edtf: str | None) -> str:
    """ "month, no day given"; "from the first to the last" of a range, "one day of these" where it may be any."""
    if edtf and RANGE_SIGN in edtf:
        return "from the first to the last"
    return GRAIN_WORDS[grain] if is_unit(whole_of(interval, grain, mod), grain) else f"one {grain} of these"


@cache
def language_name(code: str) -> str:
    """A language's name in that language; the code where there is no such language."""
    try:
        name = Locale.parse(code).get_display_name(code)
    except (ValueError, UnknownLocaleError, TypeError):
        return label(code)
    return name[:1].upper() + name[1:] if name else label(code)


def kind_name(kind: Kind) -> str:
    """A kind's name for readers, as the scheme of kinds has it."""
    return NO_KIND if kind is Kind.OTHER else scheme()[kind].label


def number_of(count: int, one: str, many: str | None = None) -> str:
    """ "1 claim", "1,204 claims"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def sources_of(sources: int, independent: int) -> str:
    """ "5 sources", and how many of them are independent where not all are."""
    told = number_of(sources, "source")
    return told if independent >= sources else f"{told}, {independent:,} independent"


def without_context(headline: str) -> str:
    """A headline without the sentence in brackets before it, for where there is no room for both; names stay."""
    return headline[found.end() :] if (found := LONG_CONTEXT.match(headline)) else headline


def label(text: str, most: int = 60) -> str:
    """A source's words as one short line without signs that steer direction or layout."""
    kept = "".join(
        " " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign
        for sign in text[: 4 * most]
        if sign not in DIRECTION_SIGNS
    )
    line = " ".join(kept.split())
    if len(line) <= most:
        return line
    shorter = line[:most]
    at = shorter.rfind(" ")
    return f"{shorter[: at if at > most // 2 else most].rstrip(' ,;:.')}…"


def without_markdown(text: str, most: int = 60) -> str:
    """A label for widgets that read Markdown, in which every sign stands for itself."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()<>#+-.!|$:~^&'\"" else sign for sign in label(text, most))


LONGEST_QUOTE = 300
"""Characters of a sentence that are shown on hover."""


def said_to_be(title: Title) -> str:
    """What a source says that somebody is, and the sentence that says so, as one line."""
    return f"{label(title.role, 120)}: \u201c{label(title.sentence, LONGEST_QUOTE)}\u201d"
