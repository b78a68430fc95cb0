"""What the commands `claim` and `add` do: they tell what people said of a claim, or say it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from extract.handmade import NewClaim
from extract.judge import add_claim, judge, told, undo
from extract.redate import by
from extract.said import Verdict
from extract.store.corrections import standing
from extract.store.judged import Judged, entries
from extract.store.library import Library
from extract.store.reading import Claim, of_story
from extract.written import plain

SAID = {
    Verdict.JOIN: "that these claims are of one event: {}",
    Verdict.PART: "that this is another event: {}",
    Verdict.PREFER: "that its date is the story's: {}",
    Verdict.REJECT: "that this is no claim: {}",
    Verdict.ADD: "this claim: {}",
}


def tell(library: Library, name: str) -> str:
    """A claim, who else tells of its event, and what people said of it. Raises CorrectionError where there is none."""
    claim = told(library, name)
    others = [each for each in of_story(library, claim.story_id) if each.row.event_id != claim.event_id]
    lines = [f"{claim.event_id}: {claim.headline}"]
    if claim.is_rejected:
        lines.append("A person rejected it.")
    elif others:
        lines.append(f"{len(others)} other claims are of the same event:")
        lines += [f"  {each.row.event_id} {_when(each)}: {each.row.headline}" for each in others]
    said = [entry for entry in standing(entries(library)) if claim.event_id in entry.claims]
    return "\n".join(map(plain, [*lines, *map(words, said)]))


def _when(claim: Claim) -> str:
    return claim.row.edtf or claim.row.timex3


def words(entry: Judged) -> str:
    """What somebody said, in a sentence."""
    why = f": \u201c{entry.reason}\u201d" if entry.reason else ""
    says = "added" if entry.verdict is Verdict.ADD else "said"
    return f"{entry.who} {says} on {entry.at[:10]} {SAID[entry.verdict].format(', '.join(entry.claims))}{why}."


def change(library: Library, verdict: Verdict, names: Sequence[str], who: str, why: str) -> str:
    """Say something of claims, and what was said. Raises CorrectionError where that cannot be, LibraryError."""
    return plain(words(judge(library, verdict, names, by(who, why, datetime.now(UTC)))))


def take_back(library: Library, name: str, who: str, why: str) -> str:
    """Take back what was said last of a claim. Raises CorrectionError where nothing was, LibraryError."""
    return f"Taken back: {plain(words(undo(library, name, by(who, why, datetime.now(UTC)))))}"


def add(library: Library, new: NewClaim, who: str, why: str) -> str:
    """Add a claim that nobody found. Raises CorrectionError where it cannot be made, LibraryError."""
    return plain(words(add_claim(library, new, by(who, why, datetime.now(UTC)))))
