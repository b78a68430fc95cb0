"""Actors of a library get better names as documents come: in full, in Latin letters, and once for all of their texts."""

from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from extract.build import build
from extract.by import by
from extract.model import ActorType
from extract.recast import Deed, Wish, recast
from extract.rename import rename_actors
from extract.store.library import Library, create_or_open
from tests import tables
from tests.texts import READ_ON, write

MARIA = by("Maria", "seen", datetime(2026, 11, 22, 6, 10, tzinfo=UTC))
TEXTS = {
    "el": "Ο υπουργός Σεργκέι Λαβρόφ συναντήθηκε με τον Αντόνιο Γκουτέρες στις 3 Μαρτίου 2024.",
    "ar": "التقى الوزير سيرغي لافروف مع أنطونيو غوتيريش في 3 مارس 2024.",
    "en": "Sergei Lavrov met Antonio Guterres on 3 March 2024.",
    "by surname": "Lavrov left on 4 March 2024.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, {f"{name}.txt": text for name, text in TEXTS.items()})


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return create_or_open(tmp_path / "library.db")


def add(library: Library, folder: Path, *names: str) -> None:
    for name in names:
        build([folder / f"{name}.txt"], library, READ_ON)


def claims(library: Library) -> list[tuple[object, ...]]:
    told = "SELECT event_id, start, actors, story_id FROM event_table ORDER BY 1"
    return [tuple(row) for row in library.connection.execute(told)]


def named(library: Library) -> set[str]:
    return {name for row in library.rows() for name in row.actors}


@pytest.mark.parametrize("order", list(permutations(TEXTS)), ids=" ".join)
def test_names_and_stories_are_those_of_one_build(library: Library, folder: Path, order: tuple[str, ...]) -> None:
    together = create_or_open(folder / "together.db")
    build([folder / f"{name}.txt" for name in TEXTS], together, READ_ON)
    assert named(together) == {"Sergei Lavrov", "Antonio Guterres"}
    add(library, folder, *order)
    assert claims(library) == claims(together)


def test_filter_and_search_know_the_better_name(library: Library, folder: Path) -> None:
    add(library, folder, "el", "ar")
    assert "Sergei Lavrov" not in named(library)
    add(library, folder, "en")
    assert len(tables.ids(library, actors=("Sergei Lavrov",))) == 3
    assert len(tables.ids(library, words="Sergei Lavrov")) == 3


def test_a_name_that_a_person_gave_stays_and_is_joined(library: Library, folder: Path) -> None:
    add(library, folder, "el")
    (called,) = (name for name in named(library) if name.startswith("Serg"))
    recast(library, called, Wish(Deed.CALL, "S. V. Lavrov"), MARIA)
    add(library, folder, "en", "ar")
    assert named(library) == {"S. V. Lavrov", "Antonio Guterres"}


def test_where_the_build_is_cut_off_after_the_names_the_next_one_ends_it(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, folder, "el")
    with monkeypatch.context() as cut:
        cut.setattr("extract.take.put_all", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            add(library, folder, "en")
    assert not library.is_linked
    assert "Sergei Lavrov" in named(library)
    add(library, folder, "en")
    together = create_or_open(folder / "together.db")
    build([folder / "el.txt", folder / "en.txt"], together, READ_ON)
    assert claims(library) == claims(together)


def test_nobody_is_renamed_where_nothing_is_better(library: Library, folder: Path) -> None:
    add(library, folder, "el")
    before = library.meta("changes")
    assert rename_actors(library, {}).sources == frozenset()
    assert library.meta("changes") == before
    assert rename_actors(library, {("Nobody", ActorType.PERSON): ("None", ActorType.PERSON)}).sources == frozenset()
