"""Who is who, as people say: two actors are one, a name is another's, another name, or nobody; and the way back.

What is said goes into a log first, in one write with the names of all mentions and the actors of their claims. Claims
find their stories, and documents that borrow dates ask again, in a second one; where that is cut off, the next build
does it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum

from extract.actors.changes import as_said, in_order
from extract.by import By
from extract.errors import CorrectionError
from extract.model import ActorMention, ActorType
from extract.others import reach, settle_reached
from extract.redate import NOT_THERE
from extract.store.corrections import last_change, standing, undone
from extract.store.library import Library
from extract.store.names import all_actors, types_of
from extract.store.retell import retell
from extract.store.who import Said, add, entries_about, entries_leading_from, entry, mentions_of, rename
from extract.text.fold import fold

LONGEST_NAME = 200
"""Characters: a longer one is a sentence that slipped in."""

NEAREST = 3
"""So many names are offered where one is not known."""


class Deed(StrEnum):
    """What a person can say of an actor."""

    CALL = "call"
    """All of it, or some forms, is another actor or has another name."""
    IGNORE = "ignore"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is said of an actor: `target` is its name from now on, `forms` the words by which texts name it."""

    deed: Deed
    target: str = ""
    type: ActorType | None = None
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recast:
    """What came of it."""

    mentions: int
    """Mentions that have another name now, or none, or one again."""
    sources: int
    said: Said
    """What was said, or is taken back."""


def recast(library: Library, actor: str, wish: Wish, said: By) -> Recast:
    """Say who an actor is; `actor` is its canonical name.

    Raises CorrectionError where nobody is called so, a form is none of its own, the new name is none, or there is
    nothing to take back; LibraryError where the library cannot be written.
    """
    return _write(library, lambda: _entry(library, actor, wish, said))


def take_back(library: Library, number: int, said: By) -> Recast:
    """Take back one entry of the log, whatever was said since; an undo may be undone.

    Raises CorrectionError where there is none, or it was taken back already; LibraryError.
    """

    def undoing() -> Said:
        meant = entry(library, number)
        if meant is None or number in undone(entries_about(library, meant.actor)):
            raise CorrectionError(NOT_THERE)
        return _taking_back(meant, said)

    return _write(library, undoing)


def _write(library: Library, make: Callable[[], Said]) -> Recast:
    with library.writing():
        version = library.others_version if library.is_linked else None
        new = make()
        add(library, new)
        moved = rename_as_said(library, [new])
        sources = sorted({source_id for source_id, _ in moved})
        reached = reach(library, sources)
        retell(library, sources)
        touched = reached.changed_to(reach(library, sources))
    settle_reached(library, touched, version, renamed=sources)
    meant = None if new.undoes is None else entry(library, new.undoes)
    return Recast(len(moved), len(sources), meant or new)


def rename_as_said(library: Library, said: Iterable[Said]) -> list[tuple[str, ActorMention]]:
    """Let mentions be called as people want it after some entries came, and which are called otherwise since.

    To be called inside `library.writing()`.
    """
    concerned = entries_leading_from(library, {each.actor for each in said})
    names = {name for each in concerned for name in (each.actor, each.target) if name}
    before = mentions_of(library, names)
    log = entries_leading_from(library, {each.as_found[0] for _, each in before})
    changes = in_order([each.change for each in standing(log)])
    after = [(source_id, as_said(mention, changes)) for source_id, mention in before]
    moved = [new for old, new in zip(before, after, strict=True) if old != new]
    rename(library, moved)
    return moved


def _entry(library: Library, actor: str, wish: Wish, said: By) -> Said:
    log = entries_about(library, actor)
    if wish.deed is Deed.UNDO:
        last = last_change(log)
        if last is None:
            raise CorrectionError(f"Nobody has said anything of {actor!r} that could be taken back")
        return _taking_back(last, said)
    target = " ".join(wish.target.split())
    types = types_of(library, (actor, target))
    if actor not in types:
        raise CorrectionError(f"Nobody is called {actor!r} in {library.path}{offered(actor, all_actors(library))}")
    at = said.after(entries_leading_from(library, [actor]))
    forms = _forms(library, actor, wish.forms)
    if wish.deed is Deed.IGNORE:
        return Said(0, actor, forms, None, None, said.why, said.who, at)
    kind = wish.type or types.get(target)
    check_name(target)
    if target == actor and kind in (None, types[actor]):
        raise CorrectionError(f"It is called {actor} already")
    return Said(0, actor, forms, target, kind, said.why, said.who, at)


def _taking_back(meant: Said, said: By) -> Said:
    return replace(meant, id=0, reason=said.why, who=said.who, at=said.after([meant]), undoes=meant.id)


def check_name(name: str) -> None:
    """Raise CorrectionError where a text is no name that an actor can have."""
    if not name:
        raise CorrectionError("Say who it is: another actor, or the name that it is to have")
    if not any(map(str.isalpha, name)) or len(name) > LONGEST_NAME:
        raise CorrectionError(f"{name!r} is no name: it has no letters, or more than {LONGEST_NAME} characters")


def _forms(library: Library, actor: str, wished: Sequence[str]) -> tuple[str, ...]:
    known = {fold(mention.text) for _, mention in mentions_of(library, [actor]) if _is_called(mention, actor)}
    forms = tuple(dict.fromkeys(fold(form.strip()) for form in wished if form.strip()))
    for form in forms:
        if form not in known:
            raise CorrectionError(f"No text names {actor} by {form!r}{offered(form, known)}")
    return forms


def _is_called(mention: ActorMention, actor: str) -> bool:
    return mention.canonical == actor and not mention.ignored


def offered(name: str, known: Iterable[str]) -> str:
    """Names near to one that is not known, as the end of a sentence."""
    near = get_close_matches(name, list(known), NEAREST)
    return f": is it {' or '.join(near)}?" if near else ""


def told_of(library: Library, actor: str) -> tuple[Said, ...]:
    """What counts of all that people said of an actor."""
    return standing(entries_about(library, actor))
