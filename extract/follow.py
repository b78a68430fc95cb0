"""What people said of claims, carried over to the text that takes the place of theirs, where the sentence stands."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from extract.events.claims import EVENT_ID_LENGTH
from extract.said import Verdict
from extract.store.corrections import standing
from extract.store.counting import append_all, by_claim, counting
from extract.store.judged import OF_STORIES, Judged, entries_of_sources, followed
from extract.store.library import Library
from extract.store.link import link_to
from extract.store.query import AMONG

Key = tuple[str, str, int]
"""By which a claim is found again in another text: its sentence and its date's words, both but for white space, and
how many like it stand before it."""

FEWEST_OF_STORIES = {Verdict.JOIN: 2, Verdict.PART: 1}
"""Claims without which nothing can be said of stories."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What counts of all that people said of claims of sources that are about to go."""

    entries: tuple[Judged, ...] = ()
    keys: Mapping[str, Key] = field(default_factory=dict)
    """Of the claims that were found in these, by their ids."""


def spoken_of(library: Library, sources: Collection[str]) -> Spoken:
    """What was said of claims of some sources, and counts."""
    asked = set(sources)
    log = standing(entries_of_sources(library, asked))
    told = followed(library, [each.id for each in log])  # by the entry that follows
    counts = {each.id for said in by_claim(log).values() for each in counting(said).values()}
    said = tuple(each for each in log if each.id not in told and (each.id in counts or each.verdict in OF_STORIES))
    return Spoken(said, {claim: key for (_, key), claim in _by_key(library, asked).items()}) if said else Spoken()


def follow(library: Library, spoken: Spoken, heirs: Mapping[str, str]) -> None:
    """Say it of the same claims of the sources that came in place of these; `heirs` are theirs.

    What was said of a sentence that is gone stays in the log, and changes nothing any more. Inside
    `library.writing()`.
    """
    if not spoken.entries:
        return
    found = _by_key(library, set(heirs.values()))
    log = standing(entries_of_sources(library, set(heirs.values())))
    said = {_of_one(each) for of_claim in by_claim(log).values() for each in counting(of_claim).values()}
    said |= {_of_one(each) for each in log if each.verdict in OF_STORIES}
    carried = [(entry, _carried(library, entry, spoken, heirs, found)) for entry in spoken.entries]
    new = [
        replace(each, follows=entry.id)
        for entry, each in carried
        if each is not None and _of_one(each) not in said  # the text may have been there before
    ]
    if new:
        append_all(library, new)


def _of_one(entry: Judged) -> tuple[object, ...]:
    """What an entry says, whoever said it and when."""
    value = None if entry.verdict is Verdict.ADD else entry.new
    return entry.verdict, entry.field, value, frozenset(entry.claims)


def _carried(
    library: Library, entry: Judged, spoken: Spoken, heirs: Mapping[str, str], found: Mapping[tuple[str, Key], str]
) -> Judged | None:
    """An entry as it is said of later texts; None where these do not say that any more."""
    if entry.verdict is Verdict.ADD:
        return _added(library, entry, heirs)
    claims = _claims(entry, spoken, heirs, found)
    return replace(entry, claims=claims) if len(claims) >= FEWEST_OF_STORIES.get(entry.verdict, 1) else None


def _claims(
    entry: Judged, spoken: Spoken, heirs: Mapping[str, str], found: Mapping[tuple[str, Key], str]
) -> dict[str, str]:
    """The claims of which an entry speaks, with the sources where they stand now; those that are gone are left out."""
    now: dict[str, str] = {}
    for claim, source in entry.claims.items():
        heir = heirs.get(source)
        if heir is None:
            now[claim] = source
        elif (key := spoken.keys.get(claim)) and (same := found.get((heir, key))):
            now[same] = heir
    return now


def _by_key(library: Library, sources: Collection[str]) -> dict[tuple[str, Key], str]:
    """The claims of some sources by these and their keys."""
    rows = library.connection.execute(
        f"SELECT event_id, source_id, sentence, date_text FROM events WHERE source_id {AMONG}"
        " ORDER BY source_id, char_start",
        (json.dumps(sorted(sources)),),
    )
    before: Counter[tuple[str, str, str]] = Counter()
    found = {}
    for event_id, source_id, sentence, words in rows:
        alike = (source_id, _plain(sentence), _plain(words))
        found[source_id, (*alike[1:], before[alike])] = event_id
        before[alike] += 1
    return found


def _added(library: Library, entry: Judged, heirs: Mapping[str, str]) -> Judged | None:
    """An entry that adds a claim, with its row as it is in the heir; None where the words are there no more."""
    ((claim, source),) = entry.claims.items()
    heir = heirs.get(source)
    found = library.connection.execute("SELECT text, url FROM sources WHERE source_id = ?", (heir,)).fetchone()
    if heir is None or found is None or entry.row is None:
        return None
    row = _moved(entry.row, found["text"], found["url"], heir, _id(claim, heir))
    return replace(entry, claims={str(row["event_id"]): heir}, row=row) if row else None


def _moved(
    row: Mapping[str, object], text: str, url: str | None, source_id: str, event_id: str
) -> dict[str, object] | None:
    sentence, words = str(row["sentence"]), str(row["date_text"])
    place = _find(sentence, text)
    within = _find(words, text[place[0] : place[1]]) if place else None
    if place is None or within is None:
        return None
    start, end = (place[0] + offset for offset in within)
    return {
        **row,
        "event_id": event_id,
        "story_id": event_id,
        "source_id": source_id,
        "sentence": text[slice(*place)],
        "sentence_start": place[0],
        "char_start": start,
        "char_end": end,
        "date_text": text[start:end],
        "link": link_to(url, event_id, text[slice(*place)]),
    }


def _find(words: str, text: str) -> tuple[int, int] | None:
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    return found.span() if found else None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _id(claim: str, source_id: str) -> str:
    return hashlib.sha256(f"{source_id}\0{claim}".encode()).hexdigest()[:EVENT_ID_LENGTH]
