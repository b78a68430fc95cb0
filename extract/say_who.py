"""What the command `actor` does: it tells how texts name an actor and what people said of it, or says who it is."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from extract import recast
from extract.by import by
from extract.errors import CorrectionError
from extract.recast import Deed, Wish, told_of
from extract.store.library import Library
from extract.store.names import all_actors, types_of
from extract.store.who import Said, mentions_of
from extract.written import plain


def tell(library: Library, actor: str) -> str:
    """How texts name an actor, and what people said of it. Raises CorrectionError where nobody is called so."""
    types, said = types_of(library, [actor]), told_of(library, actor)
    if actor not in types and not said:
        offered = recast.offered(actor, all_actors(library))
        raise CorrectionError(f"Nobody is called {actor!r} in {library.path}{offered}")
    lines = [f"{actor}, {types[actor].name.lower()}." if actor in types else f"{actor} is nobody's name any more."]
    mentions = [(source_id, each) for source_id, each in mentions_of(library, [actor]) if each.canonical == actor]
    forms = Counter(each.text for _, each in mentions if not each.ignored)
    sources = {source_id for source_id, each in mentions if not each.ignored}
    if forms:
        named = ", ".join(f"{form} ({count})" for form, count in forms.most_common())
        lines.append(f"Named {forms.total()} times in {len(sources)} sources: {named}.")
    return "\n".join(map(plain, [*lines, *(words(entry) for entry in said)]))


def words(entry: Said) -> str:
    """What somebody said, in a sentence."""
    some = f" where texts say {', '.join(entry.forms)}" if entry.forms else ""
    called = "is nobody" if entry.target is None else f"is {entry.target}"
    why = f": \u201c{entry.reason}\u201d" if entry.reason else ""
    return f"{entry.who} said on {entry.at[:10]} that {entry.actor}{some} {called}{why}."


def change(library: Library, actor: str, wish: Wish, who: str, why: str) -> str:
    """Say who an actor is, and what came of it. Raises CorrectionError where that cannot be, LibraryError."""
    made = recast.recast(library, actor, wish, by(who, why, datetime.now(UTC)))
    done = "Taken back: " if wish.deed is Deed.UNDO else ""
    return f"{done}{plain(words(made.said))}\n{made.mentions} mentions in {made.sources} sources are named anew."
