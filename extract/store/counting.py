"""What counts of all that people said of single claims: of one field the last word, until that is taken back.

It is kept beside the log, so that a claim is shown as people want it without reading what was said of others.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from extract.said import Field, Verdict
from extract.store.corrections import standing
from extract.store.judged import OF_STORIES, Judged, append, entries_about
from extract.store.library import Library
from extract.store.query import AMONG
from extract.store.retell import retell
from extract.store.shown import show_claims, show_judged

Slot = tuple[str, str]
"""The verdict and the field: of what is said of a claim in one of these the last word counts."""

MAY_SAY_NOTHING = frozenset({Verdict.NOTE, Verdict.STAR})
"""Verdicts that are taken away by saying nothing."""

OF_WHOLE = frozenset({Verdict.REJECT, Verdict.ADD})
"""What changes for which claims a source speaks, and so what its other claims have in common with those of others."""


def append_all(library: Library, said: Sequence[Judged]) -> None:
    """Write entries, whose own ids are not looked at, and let the rows show them. Inside `library.writing()`."""
    for each in said:
        append(library, each)
    count(library, said)


def count(library: Library, said: Sequence[Judged]) -> None:
    """Let the rows show entries that were written. To be called inside `library.writing()`."""
    of_stories = {claim for each in said if each.verdict in OF_STORIES for claim in each.claims}
    library.connection.execute(  # their stories are put together anew
        f"INSERT OR IGNORE INTO unweighed SELECT story_id FROM events WHERE event_id {AMONG}",
        (json.dumps(sorted(of_stories)),),
    )
    of_one = [each for each in said if each.verdict not in OF_STORIES]
    if of_one:
        _show(library, of_one)


def _show(library: Library, said: Sequence[Judged]) -> None:
    claims = {claim for each in said for claim in each.claims}
    _keep(library, claims)
    added = [claim for each in said if each.verdict is Verdict.ADD for claim in each.claims]
    library.connection.execute(f"DELETE FROM events WHERE event_id {AMONG}", (json.dumps(added),))
    changed = {source for each in said if each.verdict in OF_WHOLE for source in each.claims.values()}
    show_claims(library, claims)
    if added:
        show_judged(library, changed)
    elif changed:
        retell(library, sorted(changed))


def _keep(library: Library, claims: Collection[str]) -> None:
    """Work out anew what counts of what was said of some claims."""
    library.connection.execute(f"DELETE FROM judged WHERE event_id {AMONG}", (json.dumps(sorted(claims)),))
    rows = []
    for claim, log in by_claim(standing(entries_about(library, claims))).items():
        against = disputes(log)
        rows += [_row(claim, slot, entry, against.get(slot)) for slot, entry in counting(log).items()]
    library.insert("judged", [row for row in rows if row["event_id"] in claims])


def _row(claim: str, slot: Slot, entry: Judged, against: int | None) -> dict[str, object]:
    return {
        "event_id": claim,
        "verdict": slot[0],
        "field": slot[1],
        "source_id": entry.claims[claim],
        "new": entry.new,
        "found": entry.found,
        "row": None if entry.row is None else json.dumps(entry.row, ensure_ascii=False),
        "said": entry.id,
        "against": against,
    }


def by_claim(log: Iterable[Judged]) -> dict[str, list[Judged]]:
    """What was said of claims one by one, by the claim; `log` is by time."""
    said: defaultdict[str, list[Judged]] = defaultdict(list)
    for entry in log:
        for claim in entry.claims if entry.verdict not in OF_STORIES else ():
            said[claim].append(entry)
    return said


def counting(log: Iterable[Judged]) -> dict[Slot, Judged]:
    """What counts of what was said of one claim; `log` are the entries that stand, by time."""
    last = {(str(entry.verdict), entry.field): entry for entry in log}
    return {
        slot: entry for slot, entry in last.items() if entry.new is not None or entry.verdict not in MAY_SAY_NOTHING
    }


def disputes(log: Sequence[Judged]) -> dict[Slot, int]:
    """What counts of a claim though somebody else says otherwise, with the last entry that does so; `log` as before.

    People are at odds where they give a field two values, where one gives it another date than the one that another
    checked, and where one rejects what another checked. Who says something else later has changed their mind.
    """
    words = {(entry.who, _topic(entry)): entry for entry in log}
    odd = {
        slot: [other.id for (who, _), other in words.items() if who != entry.who and _contradicts(entry, other)]
        for slot, entry in counting(log).items()
    }
    return {slot: max(others) for slot, others in odd.items() if others}


def _topic(entry: Judged) -> str:
    """Of what it speaks: who checks a date gives it."""
    return Field.DATE if entry.verdict is Verdict.ACCEPT else entry.field or entry.verdict


def _contradicts(entry: Judged, other: Judged) -> bool:
    """Whether what counts and what somebody else says cannot both be so."""
    match entry.verdict:
        case Verdict.REJECT:
            return other.verdict is Verdict.ACCEPT
        case Verdict.AMEND:
            return _topic(entry) == _topic(other) and entry.new != other.new
        case _:  # who checks another date later saw that it had become another
            return False
