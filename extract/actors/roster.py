"""The user's own actors, ready to be found in texts: they win over everything that data know or shapes suggest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.actors.gazetteer import SHORT_ACRONYM, Phrases, folded_paradigms, forms, words_of
from extract.actors.lexicon import language
from extract.model import ActorType
from extract.said import OwnActor


@dataclass(frozen=True, slots=True)
class OwnName:
    """What a name of the user's stands for, and how a text must write it."""

    canonical: str
    type: ActorType | None
    capital: bool
    """Whether it begins with a capital, where the script has any."""
    upper: bool
    """Whether all of it is written in capitals."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The user's actors."""

    actors: tuple[OwnActor, ...] = ()
    _by_language: dict[str, Phrases[OwnName]] = field(default_factory=dict, compare=False, repr=False)

    def names(self, code: str) -> Phrases[OwnName]:
        """Their names as a language writes them, in all its forms."""
        if code not in self._by_language:
            self._by_language[code] = _phrases(self.actors, code)
        return self._by_language[code]

    def settles(self, canonical: str) -> bool:
        """Whether a name is one that the user gave, and stays."""
        return any(canonical == actor.canonical for actor in self.actors)

    def known_as(self, kind: ActorType) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The canonical names of a type, each with all its names."""
        for actor in self.actors:
            if actor.type is kind:
                yield actor.canonical, (actor.canonical, *actor.aliases)


NOBODY = Roster()
"""Of users who have none."""


def _phrases(actors: Iterable[OwnActor], code: str) -> Phrases[OwnName]:
    paradigms = folded_paradigms(language(code))
    table: Phrases[OwnName] = Phrases()
    for actor in actors:
        aliases = actor.aliases if actor.language in (None, code) else ()
        for name in (actor.canonical, *aliases):
            words = words_of(name)
            for form in forms(words, paradigms) if words else ():
                table.add(form, _own_name(actor, name))
    return table


def _own_name(actor: OwnActor, name: str) -> OwnName:
    letters = [letter for letter in name if letter.isalpha()]
    upper = all(map(str.isupper, letters)) and len(letters) <= SHORT_ACRONYM
    return OwnName(actor.canonical, actor.type, letters[0].isupper(), upper)
