"""How the clause round a date is put, past or planned, told, alleged or denied: by the cue words of its language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extract.dates.pack import Pack, load_pack
from extract.dates.tables import Cue
from extract.dates.trie import trie_pattern
from extract.dates.vocabulary import tidy
from extract.model import Manner, Outlook, Status
from extract.text.fold import Folded

OUTLOOKS = {"past": Outlook.PAST, "planned": Outlook.PLANNED, "present": Outlook.PRESENT, "open": Outlook.OPEN}
STATUSES = {"alleged": Status.ALLEGED, "denied": Status.DENIED}

CLAUSE_BREAKS = frozenset(";:\u00b7(),\u060c\u061b")
"""Marks between clauses: a cue beyond one speaks of another clause more often than not."""

CLAUSE_BREAK = re.compile(f"[{re.escape(''.join(sorted(CLAUSE_BREAKS)))}]")

QUOTATION_MARK = '"'
"""Folded; an even number of them between a date and a cue is a quotation that both stand outside of."""

FARTHEST_CUE = 240
"""Characters beyond which a cue says nothing of the date."""

LONGEST_PERIPHRASIS = 12
"""Characters between the parts of one verb form: " have been "."""

BESIDE = 12
"""Characters between a cue and the date that it stands beside: " on the "."""

SHORTEST_STEM = 2
"""Letters that a word must have besides a verb's ending or beginning."""


@dataclass(frozen=True, slots=True, order=True)
class FoundCue:
    """A cue word in a folded sentence, and what it shows."""

    kind: str
    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A part of verbs, their ending or beginning, that shows how a clause is put."""

    kind: str
    part: str
    but: tuple[str, ...]
    but_words: frozenset[str]

    def allows(self, word: str) -> bool:
        """Whether a word with this part is not one of those that only look alike."""
        return word not in self.but_words and not word.startswith(self.but)


@dataclass(frozen=True, slots=True)
class CueFinder:
    """The cue words of a language, compiled."""

    pattern: re.Pattern[str]
    kinds: dict[str, tuple[str, ...]]
    endings: tuple[VerbForm, ...]
    beginnings: tuple[VerbForm, ...]

    def find(self, text: str, first: int, last: int) -> list[FoundCue]:
        """All cues of a stretch of folded text."""
        found = [
            FoundCue(kind, word.start("word"), word.end("word"), word["word"])
            for word in self.pattern.finditer(text, first, last)
            for kind in self._kinds_of(" ".join(word["word"].split()))
        ]
        return [cue for number, cue in enumerate(found) if number == 0 or not _completes(cue, found[number - 1], text)]

    def _kinds_of(self, word: str) -> Iterable[str]:
        listed = self.kinds.get(word, ())
        if any(kind in OUTLOOKS for kind in listed):
            return listed
        by_ending = [form.kind for form in self.endings if word.endswith(form.part) and form.allows(word)]
        by_beginning = [form.kind for form in self.beginnings if word.startswith(form.part) and form.allows(word)]
        return [*listed, *by_ending, *by_beginning]


@cache
def cue_finder(language: str) -> CueFinder | None:
    """The cue words of a language; None where its file gives none."""
    pack = load_pack(language)
    return _build(pack) if pack else None


@dataclass(frozen=True, slots=True)
class Leads:
    """Words right beside a date that tell on which side of the time of writing it lies."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    sides: dict[str, Outlook]


LONGEST_LEAD = 40
"""Characters beside a date in which such a word, and an article, have room."""


@cache
def _leads(language: str) -> Leads:
    pack = load_pack(language) or Pack(code="und")
    cues = pack.cues
    sides = {tidy(word): Outlook.PLANNED for word in (*cues.ahead_before, *cues.ahead_after)}
    sides |= {tidy(word): Outlook.PAST for word in (*cues.back_before, *cues.back_after)}
    sides |= {tidy(word): Outlook.OPEN for word in cues.open_before}
    articles = _any_of(pack.joiners.articles)
    words = _any_of((*cues.ahead_before, *cues.back_before, *cues.open_before))
    before = rf"(?<!\w)(?P<word>{words})\s+(?:(?:{articles})\s+)?$"
    after = rf"\W?\w?\w?\w?\s+(?P<word>{_any_of((*cues.ahead_after, *cues.back_after))})(?!\w)"
    return Leads(re.compile(before), re.compile(after), sides)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted((re.escape(tidy(word)) for word in words), key=len, reverse=True)) or "(?!)"


def _build(pack: Pack) -> CueFinder | None:
    named: list[tuple[str, Cue]] = [(kind, getattr(pack.cues, kind)) for kind in (*OUTLOOKS, *STATUSES)]
    kinds: dict[str, tuple[str, ...]] = {tidy(word): ("planned",) for word in pack.cues.imminent}
    for kind, cue in named:
        for word in map(tidy, cue.words):
            if kind not in kinds.get(word, ()):
                kinds[word] = (*kinds.get(word, ()), kind)
    parts = [
        [
            VerbForm(kind, tidy(part), tuple(map(tidy, cue.but)), frozenset(map(tidy, cue.but_words)))
            for kind, cue in named
            for part in getattr(cue, name)
        ]
        for name in ("endings", "beginnings")
    ]
    alternatives = [f"{trie_pattern(kinds)}(?!\\w)"] if kinds else []
    if parts[0]:
        alternatives.append(rf"\w{{{SHORTEST_STEM},}}(?:{_either(parts[0])})(?!\w)")
    if parts[1]:
        alternatives.append(rf"(?:{_either(parts[1])})\w{{{SHORTEST_STEM},}}")
    if not alternatives:
        return None
    proclitics = "|".join(sorted(map(re.escape, map(tidy, pack.proclitics)), key=len, reverse=True))
    before = f"(?:{proclitics})?" if proclitics else ""
    pattern = re.compile(rf"(?<!\w){before}(?P<word>{'|'.join(alternatives)})")
    return CueFinder(pattern, kinds, tuple(parts[0]), tuple(parts[1]))


def _completes(cue: FoundCue, before: FoundCue, text: str) -> bool:
    """Whether a past form only completes the plan right before it: "will be *signed*", "is to have *ended*"."""
    between = text[before.end : cue.start]
    parted = len(between) > LONGEST_PERIPHRASIS or not CLAUSE_BREAKS.isdisjoint(between)
    return (before.kind, cue.kind) == ("planned", "past") and not parted


def _either(forms: Iterable[VerbForm]) -> str:
    return "|".join(re.escape(form.part) for form in forms)


def find_cues(folded: Folded, within: tuple[int, int], language: str) -> list[FoundCue]:
    """The cues of a sentence, in order, by offsets of the folded text; `within` are its bounds in the original."""
    finder = cue_finder(language)
    return finder.find(folded.text, folded.at(within[0]), folded.at(within[1])) if finder else []


def manner_of(cues: Sequence[FoundCue], folded: Folded, original: str, date: tuple[int, int], language: str) -> Manner:
    """How the clause is put in which a date stands, by the cues of its sentence; a plain report where none is near.

    `date` are the bounds of the date's words in the original text.
    """
    text, start, end = folded.text, folded.at(date[0]), folded.at(date[1])
    first = bisect_left(cues, start - FARTHEST_CUE, key=lambda cue: cue.start)
    last = bisect_left(cues, end + FARTHEST_CUE, key=lambda cue: cue.start)
    near = sorted((_distance(text, start, end, cue), cue) for cue in cues[first:last])
    near = [(distance, cue) for distance, cue in near if distance[1]]
    away, outlook = next(((away, cue) for away, cue in near if cue.kind in OUTLOOKS), ((0, 0), None))
    shown = next((cue for _, cue in near if cue.kind in STATUSES), None)
    kind = OUTLOOKS[outlook.kind] if outlook else None
    words = _words(original, folded, outlook)
    plan = Status.PLANNED if kind is Outlook.PLANNED else Status.REPORTED
    leads = _leads(language)
    lead = leads.before.search(text, max(0, start - LONGEST_LEAD), start) or leads.after.match(text, end)
    return Manner(
        kind,
        words,
        STATUSES[shown.kind] if shown else plan,
        leads.sides[lead["word"]] if lead else None,
        original[slice(*folded.span(*lead.span("word")))] if lead else "",
        outlook is not None and outlook.end <= start and away <= (0, BESIDE),
        outlook is not None and outlook.word in _imminent(language),
        _words(original, folded, shown) if shown else words if plan is Status.PLANNED else "",
    )


def _words(original: str, folded: Folded, cue: FoundCue | None) -> str:
    """The words of a cue as the text has them."""
    return original[slice(*folded.span(cue.start, cue.end))] if cue else ""


@cache
def _imminent(language: str) -> frozenset[str]:
    pack = load_pack(language)
    return frozenset(map(tidy, pack.cues.imminent)) if pack else frozenset()


def _distance(text: str, start: int, end: int, cue: FoundCue) -> tuple[int, int]:
    """Clause breaks and characters between a date and a cue; no characters where they overlap."""
    if cue.start < end and start < cue.end:
        return 0, 0
    first, last = (cue.end, start) if cue.end <= start else (end, cue.start)
    between = text[first:last]
    breaks = len(CLAUSE_BREAK.findall(between)) + between.count(QUOTATION_MARK) % 2
    return breaks, last - first
