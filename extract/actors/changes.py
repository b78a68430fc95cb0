"""What people say of who is who: names that are one actor's, another's or nobody's, in the order they were said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract.model import ActorMention
from extract.said import ActorChange
from extract.text.fold import fold

Changes = Mapping[str, Sequence[tuple[int, ActorChange]]]
"""What was said, by the name of whom, each with its place in the order: what others said is not gone through."""


def in_order(changes: Iterable[ActorChange]) -> Changes:
    """What was said, in the order given."""
    by_name: defaultdict[str, list[tuple[int, ActorChange]]] = defaultdict(list)
    for place, change in enumerate(changes):
        by_name[change.actor].append((place, change))
    return dict(by_name)


def as_said(mention: ActorMention, changes: Changes) -> ActorMention:
    """A mention as people want it: under another name, of another type, or ignored; as it was found where none do."""
    found = mention.as_found
    (name, kind), last = found, -1
    form = fold(mention.text) if changes else ""
    while step := _next(changes.get(name, ()), last, form):
        last, change = step
        if change.target is None:
            return replace(mention, canonical=name, type=kind, found=found, ignored=True)
        name, kind = change.target, change.type or kind
    return replace(mention, canonical=name, type=kind, found=None if (name, kind) == found else found, ignored=False)


def _next(said: Sequence[tuple[int, ActorChange]], last: int, form: str) -> tuple[int, ActorChange] | None:
    """What was said next of a name where a text has it in some form; what was said before does not count any more."""
    return next(
        ((place, change) for place, change in said if place > last and (not change.forms or form in change.forms)), None
    )


def firm_names(changes: Changes) -> frozenset[str]:
    """The names of which people said something: no document gives them a better one."""
    targets = (change.target for said in changes.values() for _, change in said)
    return frozenset((*changes, *filter(None, targets)))
