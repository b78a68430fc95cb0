"""What the commands `claim` and `add` do: they tell what people said of a claim, or say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from extract.amend import amend
from extract.by import by
from extract.handmade import NewClaim
from extract.judge import add_claim, judge, told, undo
from extract.remark import note, star
from extract.said import Field, Verdict
from extract.store.corrections import standing
from extract.store.judged import Judged, entries_about
from extract.store.library import Library
from extract.store.reading import Claim, of_story
from extract.written import plain

SAID = {
    Verdict.JOIN: "that these claims are of one event: {claims}",
    Verdict.PART: "that this is another event: {claims}",
    Verdict.PREFER: "that its date is the story's: {claims}",
    Verdict.REJECT: "that this is no claim: {claims}",
    Verdict.ADD: "this claim: {claims}",
    Verdict.ACCEPT: "that {new} is right: {claims}",
    Verdict.AMEND: "that its {field} is {new}, not {old}: {claims}",
    Verdict.NOTE: "of {claims}: {new}",
    Verdict.STAR: "that this is to be come back to: {claims}",
}
TAKEN_AWAY = {
    Verdict.NOTE: "that there is nothing to note of {claims}",
    Verdict.STAR: "that this need not be come back to: {claims}",
}
"""The same where nothing is said any more."""


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
    said = standing(entries_about(library, [claim.event_id]))
    return "\n".join(map(plain, [*lines, *map(words, said)]))


def _when(claim: Claim) -> str:
    return claim.row.edtf or claim.row.timex3


def words(entry: Judged) -> str:
    """What somebody said, in a sentence."""
    why = f": \u201c{entry.reason}\u201d" if entry.reason else ""
    says = "added" if entry.verdict is Verdict.ADD else "said"
    what = SAID[entry.verdict] if entry.new else TAKEN_AWAY.get(entry.verdict, SAID[entry.verdict])
    told = what.format(claims=", ".join(entry.claims), field=entry.field, old=entry.old, new=entry.new)
    return f"{entry.who} {says} on {entry.at[:10]} {told}{why}."


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody says of a claim: one of these."""

    verdict: Verdict | None = None
    other: str | None = None
    """The claim of the same event."""
    values: Mapping[Field, str] = field(default_factory=dict)
    note: str | None = None
    star: bool | None = None


def say(library: Library, name: str, wish: Wish, who: str, why: str) -> str:
    """Say something of a claim, and what was said. Raises CorrectionError where that cannot be, LibraryError."""
    said = by(who, why, datetime.now(UTC))
    if wish.values:
        made = amend(library, name, wish.values, said)
    elif wish.note is not None:
        made = [note(library, name, wish.note, said)]
    elif wish.star is not None:
        made = [star(library, name, said, is_on=wish.star)]
    elif wish.verdict is not None:
        made = [judge(library, wish.verdict, [name, *([wish.other] if wish.other else [])], said)]
    else:
        return f"Taken back: {plain(words(undo(library, name, said)))}"
    return "\n".join(plain(words(each)) for each in made)


def add(library: Library, new: NewClaim, who: str, why: str) -> str:
    """Add a claim that nobody found. Raises CorrectionError where it cannot be made, LibraryError."""
    return plain(words(add_claim(library, new, by(who, why, datetime.now(UTC)))))
