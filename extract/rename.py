"""Documents of a library call their actors by better names that came after them: in full, and in Latin letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from extract.actors.changes import as_said, in_order
from extract.actors.clusters import kept_under
from extract.actors.unify import Actor
from extract.model import ActorMention, ActorType
from extract.others import NOWHERE, Reach, reach
from extract.store.library import Library
from extract.store.names import rename_known
from extract.store.retell import retell
from extract.store.who import changes_in_force, mentions_of, rename


@dataclass(frozen=True, slots=True)
class Renaming:
    """Sources with other names in them, and how far their claims reached and reach."""

    sources: frozenset[str] = frozenset()
    before: Reach = NOWHERE
    after: Reach = NOWHERE

    def __or__(self, later: Renaming) -> Renaming:
        """Both together."""
        return Renaming(self.sources | later.sources, self.before | later.before, self.after | later.after)


def rename_actors(library: Library, renamed: Mapping[Actor, Actor]) -> Renaming:
    """Call actors by other names, as they were found, in one write; what people said of them counts as before.

    Whatever comes of it for the stories and dates of others is the caller's.
    """
    if not renamed:
        return Renaming()
    with library.writing():
        rename_known(library, renamed, kept_under)
        concerned = mentions_of(library, {name for name, _ in renamed})
        mentions = [(source_id, each) for source_id, each in concerned if each.as_found in renamed]
        sources = frozenset(source_id for source_id, _ in mentions)
        before, changes = reach(library, sources), in_order(changes_in_force(library))
        rename(library, [(at, as_said(_called(each, *renamed[each.as_found]), changes)) for at, each in mentions])
        retell(library, sorted(sources))
        return Renaming(sources, before, reach(library, sources))


def _called(mention: ActorMention, name: str, kind: ActorType) -> ActorMention:
    return replace(mention, canonical=name, type=kind, found=None, ignored=False)
