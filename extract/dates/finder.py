"""The pattern that finds the words and numbers of a language in folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extract.dates.pack import Pack
from extract.dates.trie import trie_pattern
from extract.dates.vocabulary import tidy

ZONES = (
    "gmt",
    "utc",
    "est",
    "edt",
    "cst",
    "cdt",
    "mst",
    "mdt",
    "pst",
    "pdt",
    "cet",
    "cest",
    "eet",
    "eest",
    "bst",
    "msk",
)
"""Time zones' names, which are the same in all languages; they move no day and are passed over."""


_ALONE = r"(?<![^\n]){}(?![^\n])"
_PAIRS = "|".join(
    (
        r"\d\d?\s?/\s?\d\d?",
        r"\d\d?\.\d\d?(?=\.)",
        r"(?:(?<=\d\.-)|(?<=\d\. - ))\d\d?\.\d\d?",
        _ALONE.format(r"\d\d?\.\d\d?"),
        r"\d\d?[./-]\d{4}",
        r"\d{4}-0[1-9]",
        _ALONE.format(r"\d{4}-1[0-2]"),
    )
)
"""Day and month, or month and year, in figures. What may be a fraction or a span of years must fill its line."""


def finder(known: Iterable[str], months: Iterable[str], units: Iterable[str], pack: Pack) -> re.Pattern[str]:
    """Groups: `word` for one of the known words, or the kind of number.

    `months` may be joined to their day: 14april. Words for a half that stand after their unit are none before `units`.
    """
    after = set(map(tidy, pack.halves_after))
    words = trie_pattern(set(known) - after)
    half = rf"|(?<!\w)(?P<after>{trie_pattern(after)})(?!\w|\s+{trie_pattern(units)}(?!\w))" if after else ""
    begins = "" if pack.proclitics else r"(?=[\d'fqh])"  # a look at one letter spares the looks back at most
    before = f"(?:{_either(pack.proclitics)})?"
    ordinal = _either(pack.ordinal_suffixes)
    decade = _either(pack.decade_suffixes)
    opens, closes = (r"(?<!\w)", r"(?:(?!\w)|(?<='))") if not pack.unspaced else ("", "")
    letter = r"\w" if not pack.unspaced else r"[a-z\d_]"
    no_code = _not_after_a_code(pack)
    eras = _either(word for words in pack.eras.values() for word in words)
    hour = _either([*pack.oclock, *ZONES, *(word for words in pack.meridiem.values() for word in words)])
    joined = trie_pattern(() if pack.unspaced else months)
    roman = rf"|(?<!\w)(?P<roman>[ivx]{{1,6}})(?:{_either(pack.roman_suffixes)})?(?!\w)" if pack.roman else ""
    return re.compile(
        rf"{opens}{before}(?P<word>{words}){closes}{roman}"
        rf"{half}|(?P<half>½(?<=\d½))|(?P<fraction>1/2(?<=\d 1/2))(?= {letter})"
        rf"|{begins}(?<!{letter})(?<!\d[.,:/]){no_code}(?<![$€£#]){before}(?:"
        r"(?P<season>\d{4}/\d\d(?:\d\d)?)(?![\w/.,-]\d|\w)"
        rf"|(?P<days>\d\d?/\d\d?)(?=\s{trie_pattern(months)}(?!\w))"
        rf"|(?P<erayear>\d{{1,4}}(?:{eras}))(?!\w)"
        r"|(?P<fiscal>fy ?'?(?:\d{4}|\d\d))(?!\w)"
        rf"|(?P<iso>\d{{4}}-\d\d?-\d\d?)(?=t\d|(?!{letter}|-\w)|-?$)"
        rf"|(?P<numeric>\d{{1,2}}(?P<sep>[./-])\d{{1,2}}(?P=sep)\d{{4}})(?!{letter}|/)"
        rf"|(?P<brief>\d{{1,2}}(?P<sep2>[./-])\d{{1,2}}(?P=sep2)\d\d)(?!{letter}|[/:-]|[.,]\d)"
        rf"|(?P<clock>(?:[01]?\d|2[0-4])(?:[:h][0-5]\d| h [0-5]\d|\.[0-5]\d(?=\s?(?:{hour}))))"
        rf"(?::[0-5]\d)?(?!{letter}|:|[.,]\d)"
        rf"|(?P<pair>{_PAIRS})(?!{letter}|[/%:-]|[.,]\d|\.-)"
        rf"|(?P<compound>\d{{1,3}}(?:[ -]?(?:{_either(_suffixes(pack))})))(?!{letter})"
        rf"|(?P<joined>\d\d?{joined}(?:\d{{4}}|\d\d)?)(?!\w)"
        rf"|(?P<decimal>\d{{1,3}}[.,]\d)(?= {letter})"
        r"|(?P<quarter>(?:\d\d)?[qh][1-4]|[1-4]q(?:\d\d)?)(?!\w)"
        rf"|(?P<decade>\d{{3}}0(?:{decade}))(?!{letter})"
        rf"|(?P<thousands>\d{{1,3}}(?:[,. ]\d{{3}})+)(?!{letter}|[.,]?\d)"
        rf"|(?P<number>\d{{1,4}})(?P<ordinal>{ordinal})?(?!(?!½){letter}|[%€$£°]|[.,:/]\d)"
        rf"|(?P<short>'\d\d)(?P<shortdecade>{decade})?(?!{letter}))"
    )


def _not_after_a_code(pack: Pack) -> str:
    """What must not stand before figures: a letter and a hyphen, as in F-16, unless they are an edge's: mid-2024."""
    edges = sorted({tidy(word) for words in pack.edges.values() for word in words if " " not in word.strip()})
    excepted = "".join(f"|(?<={re.escape(word)}-)" for word in edges)
    return f"(?:(?<![^\\W\\d]-){excepted})"


def _suffixes(pack: Pack) -> list[str]:
    return [suffix for listed in pack.length_suffixes.values() for suffix in listed]


def _either(parts: Iterable[str]) -> str:
    """A pattern for any of the parts, the longest first; one that never matches where there are none."""
    return "|".join(sorted((re.escape(tidy(part)) for part in parts), key=len, reverse=True)) or "(?!)"


def ending_in(words: Iterable[str], pack: Pack) -> re.Pattern[str]:
    """What finds one of the words, and an article, at the end of a stretch of text."""
    articles, proclitics, either = _either(pack.joiners.articles), _either(pack.proclitics), _either(words)
    return re.compile(rf"(?<!\w)(?:{proclitics})?(?:{either})\s+(?:(?:{articles})\s+)?$")
