"""Dates that documents lend one another are the same, whether they were read together or one after the other."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from extract.build import build
from extract.dates.interval import to_day
from extract.model import ActorMention, ActorType
from extract.reason import read
from extract.store.library import Library, create_or_open
from extract.store.names import names_near, note_names
from extract.wording import worded
from tests import library_factory

READ_ON = to_day(2026, 11, 21)
HEADER = "Published: 13 January 2025\n"
TEXTS = {
    "lends": HEADER + "Vladimir Putin and Masoud Pezeshkian will sign in Moscow on 17 January 2025.",
    "lends another year": "Published: 15 January 2024\n"
    "Vladimir Putin and Masoud Pezeshkian will sign in Moscow on 19 January 2024.",
    "lends nothing": HEADER + "On 17 January 2025 it rained.",
    "tells of others": HEADER + "Olaf Scholz and Emmanuel Macron will sign in Paris on 17 January 2025.",
    "borrows": "Vladimir Putin and Masoud Pezeshkian met in Moscow on Friday. They spoke of trade in 2023.",
    "is unsure": "In December 2023 Vladimir Putin announced plans."
    " Vladimir Putin and Masoud Pezeshkian will sign on January 17.",
    "is dated by its manifest": "Vladimir Putin and Masoud Pezeshkian will sign in Moscow on Friday.",
    "knows by itself": "Announced on Monday. They will sign on Friday."
    " On January 17 Vladimir Putin and Masoud Pezeshkian will meet the press.",
}


def write(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(TEXTS[text], encoding="utf-8")


def dates(library: Library) -> dict[str, tuple[object, ...]]:
    """What each file's source says of its date, and its claims of theirs."""
    told: dict[str, tuple[object, ...]] = {}
    for location, source_id, *date in library.connection.execute(
        "SELECT location, source_id, source_date, source_date_basis, source_date_evidence, source_date_confidence,"
        " anchor_start, anchor_end FROM sources"
    ):
        rows = library.rows("source_id = ?", [source_id], "ORDER BY char_start")
        told[Path(location).name] = (*date, *((row.timex3, row.explanation, row.story_id) for row in rows))
    return told


def basis(library: Library, name: str) -> object:
    return dates(library)[name][1]


@pytest.mark.parametrize(
    "states",
    [
        [{"a.txt": "borrows"}, {"a.txt": "borrows", "b.txt": "lends"}],
        [{"a.txt": "borrows", "b.txt": "lends"}, {"b.txt": "lends nothing"}],
        [{"a.txt": "borrows", "b.txt": "lends"}, {"b.txt": "tells of others"}],
        [{"a.txt": "borrows", "b.txt": "lends"}, {"b.txt": "lends another year"}, {"b.txt": "lends"}],
        [{"a.txt": "borrows", "b.txt": "lends", "c.txt": "lends another year"}, {"c.txt": "lends nothing"}],
        [{"a.txt": "borrows", "b.txt": "lends"}, {"b.txt": "borrows"}, {"b.txt": "lends another year"}],
        [{"a.txt": "is unsure"}, {"b.txt": "lends"}, {"b.txt": "lends another year"}, {"b.txt": "lends nothing"}],
        [{"a.txt": "knows by itself"}, {"b.txt": "lends another year"}, {"c.txt": "borrows"}],
        [{"a.txt": "borrows", "b.txt": "knows by itself"}, {"b.txt": "lends another year"}],
    ],
    ids=lambda states: " > ".join(", ".join(f"{name} {text}" for name, text in state.items()) for state in states),
)
def test_a_date_follows_those_who_lent_it(tmp_path: Path, states: list[dict[str, str]]) -> None:
    folder, library = tmp_path / "texts", create_or_open(tmp_path / "library.db")
    for number, state in enumerate(states):
        write(folder, state)
        build([folder], library, READ_ON)
        whole = create_or_open(tmp_path / f"whole{number}.db")
        build([folder], whole, READ_ON)
        assert dates(library) == dates(whole)


def test_a_lender_given_alone_takes_its_date_back(tmp_path: Path) -> None:
    folder, library = tmp_path / "texts", create_or_open(tmp_path / "library.db")
    write(folder, {"a.txt": "borrows", "b.txt": "lends"})
    build([folder / "a.txt", folder / "b.txt"], library, READ_ON)
    assert basis(library, "a.txt") == "neighbours"
    write(folder, {"b.txt": "lends nothing"})
    build([folder / "b.txt"], library, READ_ON)
    assert basis(library, "a.txt") == "none"


def test_what_the_manifest_says_of_a_lender_reaches_those_who_borrow(tmp_path: Path) -> None:
    folder, library = tmp_path / "texts", create_or_open(tmp_path / "library.db")
    write(folder, {"a.txt": "borrows", "b.txt": "is dated by its manifest"})
    entry = '[[source]]\nfile = "b.txt"\ndate = '
    for written, friday in (("2025-01-13", "17 January 2025"), ("2024-01-15", "19 January 2024")):
        (folder / "about.toml").write_text(entry + written, encoding="utf-8")
        build([folder], library, READ_ON)
        assert f"“Friday” is {friday} in" in worded(read(str(dates(library)["a.txt"][2])))


def near(library: Library, keys: list[str], without: Collection[str] = ()) -> set[tuple[str | ActorType, ...]]:
    found = names_near(library, keys, 9, without)
    return {(actor.name, actor.type, *actor.own_names) for actor in found}


def test_names_are_found_by_their_keys_and_the_type_that_most_mentions_give(tmp_path: Path) -> None:
    library = create_or_open(tmp_path / "names.db")
    with library.writing():
        for number, kind in enumerate((ActorType.PERSON, ActorType.PERSON, ActorType.ORGANISATION)):
            document = library_factory.document(f"d{number}", "en", "Mirador spoke in June 2024.", [])
            mention = ActorMention(0, 7, "Mirador", kind, "Mirador")
            library.put(replace(document, actors=(mention,)), f"digest {number}")
            note_names(library, {("Μιραδόρ", "Mirador", kind)}, lambda _own: ["a M", "b M"])
        note_names(library, {("Gone", "Gone", ActorType.PERSON)}, lambda _own: ["a M"])
    assert near(library, ["b M"]) == {("Mirador", ActorType.PERSON, "Μιραδόρ")}
    assert near(library, ["a M", "b M"], {"d0", "d1"}) == {("Mirador", ActorType.ORGANISATION, "Μιραδόρ")}
    assert near(library, ["a M"], {"d0", "d1", "d2"}) == set()
    assert near(library, ["x"]) == set()
