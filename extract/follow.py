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
from extract.store.judged import Judged, add, entries
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
    """What was said of claims of some sources."""
    asked, log = set(sources), entries(library)
    followed = {each.follows for each in log}  # what was carried over before is told by the entry that follows
    said = tuple(
        each for each in standing(log) if each.id not in followed and not asked.isdisjoint(each.claims.values())
    )
    return Spoken(said, {claim: key for (_, key), claim in _by_key(library, asked).items()}) if said else Spoken()


def follow(library: Library, spoken: Spoken, heirs: Mapping[str, str]) -> None:
    """Say it of the same claims of the sources that came in place of these; `heirs` are theirs.

    What was said of a sentence that is gone stays in the log, and changes nothing any more. Inside
    `library.writing()`.
    """
    found = _by_key(library, set(heirs.values()))
    said = {(each.verdict, frozenset(each.claims)) for each in standing(entries(library))}
    for entry in spoken.entries:
        if entry.row is not None:
            carried = _added(library, entry, heirs)
        else:
            carried = replace(entry, claims=_claims(entry, spoken, heirs, found))
        if carried is None or (entry.verdict, frozenset(carried.claims)) in said:  # the text may have been there before
            continue
        if len(carried.claims) >= FEWEST_OF_STORIES.get(entry.verdict, 1):
            add(library, replace(carried, follows=entry.id))


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
