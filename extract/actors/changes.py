"""What people say of who is who: names that are one actor's, another's or nobody's, in the order they were said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.model import ActorMention
from extract.said import ActorChange
from extract.text.fold import fold


def as_said(mention: ActorMention, changes: Sequence[ActorChange]) -> ActorMention:
    """A mention as people want it: under another name, of another type, or ignored; as it was found where none do."""
    found = mention.as_found
    name, kind = found
    form = fold(mention.text) if changes else ""
    for change in changes:
        if change.actor != name or (change.forms and form not in change.forms):
            continue
        if change.target is None:
            return replace(mention, canonical=name, type=kind, found=found, ignored=True)
        name, kind = change.target, change.type or kind
    return replace(mention, canonical=name, type=kind, found=None if (name, kind) == found else found, ignored=False)


def firm_names(changes: Iterable[ActorChange]) -> frozenset[str]:
    """The names of which people said something: no document gives them a better one."""
    return frozenset(name for change in changes for name in (change.actor, change.target) if name)
