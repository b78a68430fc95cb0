"""Actors whom the user knows: read strictly, found in every form, above all else, and kept by the library."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.__main__ import app
from extract.actors.detect import find_actors
from extract.actors.roster import Roster
from extract.build import build
from extract.collection import Collection
from extract.errors import ActorsError
from extract.model import ActorType, KnownActor
from extract.pipeline import analyse, settle
from extract.read.own_actors import read_own_actors
from extract.said import OwnActor
from extract.store.library import Library, create_or_open
from extract.text.sentences import split_sentences
from tests.test_anchor import READ_ON, source

PER, GPE, ORG = ActorType.PERSON, ActorType.PLACE, ActorType.ORGANISATION

TOML = """
[[actor]]
canonical = "Zorvan Legion"
type = "organisation"
aliases = ["PMC Zorvan", "ЧВК Зорвана", "زورفان"]

[[actor]]
canonical = "Loading"
type = "ignored"
"""
CSV = """canonical,type,aliases,language
Zorvan Legion,organisation,PMC Zorvan; ЧВК Зорвана; زورفان,
Loading,ignored,,
"""
ZORVAN = OwnActor("Zorvan Legion", ORG, ("PMC Zorvan", "ЧВК Зорвана", "زورفان"))


def file(folder: Path, text: str, name: str = "actors.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "text"), [("actors.toml", TOML), ("actors.csv", CSV), ("ACTORS.CSV", "\ufeff" + CSV)])
def test_a_file_says_who_they_are(tmp_path: Path, name: str, text: str) -> None:
    assert read_own_actors(file(tmp_path, text, name)) == (ZORVAN, OwnActor("Loading", None))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.toml", "[[actor]]\ncanonical = 'X Corp'", "actor 1, type: is missing"),
        ("a.toml", "[[actor]]\ncanonical = 'X'\ntype = 'firm'", "actor 1, type: 'firm' is none of person, place"),
        ("a.toml", "[[actor]]\ncanonical = 'X'\ntype = 'person'\nalias = 'Y'", "actor 1, alias: unknown key"),
        ("a.toml", "[[actors]]\ncanonical = 'X'", "actors: unknown key"),
        ("a.toml", "[[actor]]\ncanonical = '12'\ntype = 'person'", "'12' is no name"),
        ("a.toml", "[[actor]]\ncanonical = 'X'\ntype = 'person'\naliases = ['']", "'' is no name"),
        ("a.toml", "[[actor]\n", "is no TOML"),
        (
            "a.toml",
            TOML + "[[actor]]\ncanonical = 'Other'\ntype = 'person'\naliases = ['pmc zorvan']",
            "'pmc zorvan' is",
        ),
        ("a.csv", "canonical,kind\nX,person\n", "found: canonical, kind"),
        ("a.csv", "canonical,type\nX,firm\n", "line 2, type: 'firm' is none of"),
        ("a.csv", "canonical,type\nX,person,a,b\n", "line 2: has more cells"),
        ("a.csv", "", "found: none"),
    ],
)
def test_what_breaks_the_form_is_named(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(ActorsError, match=name) as raised:
        read_own_actors(file(tmp_path, text, name))
    assert told in str(raised.value)
    assert str(raised.value).startswith(str(tmp_path))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ActorsError, match="cannot be read"):
        read_own_actors(tmp_path / "none.toml")
    (tmp_path / "latin.csv").write_bytes("canonical,type\nMünchen,place\n".encode("latin-1"))
    with pytest.raises(ActorsError, match="not UTF-8 at byte"):
        read_own_actors(tmp_path / "latin.csv")


def found(text: str, language: str, *own: OwnActor) -> list[tuple[str, str, ActorType]]:
    actors = find_actors(text, language, split_sentences(text, language), (), Roster(own))
    return [(actor.text, actor.canonical, actor.type) for actor in actors]


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("en", "Fighters of PMC Zorvan left the town.", "PMC Zorvan"),
        ("ru", "Бойцы ЧВК Зорвана ушли.", "ЧВК Зорвана"),
        ("ar", "قال مقاتلو زورفان إنهم غادروا.", "زورفان"),
        ("ar", "غادرت القوات لزورفان المدينة.", "زورفان"),
        ("el", "Η Zorvan Legion έφυγε.", "Zorvan Legion"),
    ],
)
def test_they_are_found_in_every_language(language: str, text: str, surface: str) -> None:
    assert (surface, "Zorvan Legion", ORG) in found(text, language, ZORVAN)


def test_they_take_the_cases_of_their_language() -> None:
    own = OwnActor("Kostas Rallis", PER, ("Κώστας Ράλλης",))
    assert found("Η δήλωση του Κώστα Ράλλη έγινε χθες.", "el", own) == [("Κώστα Ράλλη", "Kostas Rallis", PER)]


def test_they_win_over_data_and_shapes() -> None:
    own = (OwnActor("Georgia (state)", GPE, ("Georgia",)), OwnActor("Reading FC", ORG, ("Reading",)))
    assert found("Georgia voted. Reading won.", "en", *own) == [
        ("Georgia", "Georgia (state)", GPE), ("Reading", "Reading FC", ORG)
    ]  # fmt: skip


def test_a_name_in_small_letters_is_meant_so_and_one_with_capitals_is_not() -> None:
    own = (OwnActor("The Company", ORG, ("the firm",)), OwnActor("WHO", ORG))
    assert found("In the end the firm asked who paid.", "en", *own) == [("the firm", "The Company", ORG)]


def test_who_is_ignored_is_nowhere() -> None:
    text = "Mirador said so. Talks with Mirador failed."
    assert {name for name, *_ in found(text, "en")} == {"Mirador"}
    assert found(text, "en", OwnActor("Mirador", None)) == []


def test_aliases_of_one_language_hold_there_alone() -> None:
    own = OwnActor("Sun (newspaper)", ORG, ("Sonne",), "de")
    assert found("Die Sonne schrieb das.", "de", own) == [("Sonne", "Sun (newspaper)", ORG)]
    assert ("Sonne", "Sun (newspaper)", ORG) not in found("The Sonne wrote it.", "en", own)


def test_other_spellings_of_theirs_join_them() -> None:
    own = OwnActor("LAVROV, Sergey", PER, ("Sergey Lavrov",))
    collection = Collection(roster=Roster((own,)))
    texts = [
        "Sergey Lavrov spoke on Monday.",
        "Ο Σεργκέι Λαβρόφ μίλησε χθες.",
        "Wednesday, Sergei Lavrov left. Lavrov said no.",
    ]
    documents = settle([analyse(source(text, text[:9]), collection.roster) for text in texts], collection)
    assert {actor.canonical for document in documents for actor in document.actors} == {"LAVROV, Sergey"}


def test_they_join_what_had_another_name_before() -> None:
    own = OwnActor("Lavrov, S. V.", PER, ("Sergey Lavrov",))
    collection = Collection((KnownActor("Sergei Lavrov", PER, frozenset({"Sergei Lavrov"})),), Roster((own,)))
    (document,) = settle([analyse(source("Sergei Lavrov spoke on Monday."), collection.roster)], collection)
    assert [actor.canonical for actor in document.actors] == ["Lavrov, S. V."]


def names(library: Library) -> set[str]:
    return {name for (name,) in library.connection.execute("SELECT DISTINCT actor FROM event_actors")}


def test_a_library_names_all_its_sources_by_them_and_keeps_them(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text("PMC Zorvan left Mali on 3 March 2024.", encoding="utf-8")
    library = create_or_open(tmp_path / "library.db")
    build([texts], library, READ_ON)
    assert "Zorvan Legion" not in names(library)
    report = build([texts], library, READ_ON, own=[ZORVAN])
    assert report.unchanged == 1
    assert names(library) == {"Zorvan Legion", "Mali"}
    assert library.is_linked
    (texts / "two.txt").write_text("On 5 March 2024 fighters of PMC Zorvan came.", encoding="utf-8")
    build([texts], library, READ_ON)
    assert {len(row.actors) for row in library.rows()} == {1, 2}
    build([texts], library, READ_ON, own=[])
    assert "Zorvan Legion" not in names(library)


def test_the_command_line_takes_them_and_tells_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("PMC Zorvan left Mali on 3 March 2024.", encoding="utf-8")
    build_it = ["build", str(tmp_path / "texts"), "--library", str(tmp_path / "library.db"), "--actors"]
    run = CliRunner().invoke(app, [*build_it, str(file(tmp_path, TOML))])
    assert run.exit_code == 0, run.output
    assert names(create_or_open(tmp_path / "library.db")) == {"Zorvan Legion", "Mali"}
    run = CliRunner().invoke(app, [*build_it, str(file(tmp_path, "[[actor]]\ncanonical = 'X'"))])
    assert run.exit_code == 1
    assert "actor 1, type: is missing" in run.output
    documents = file(tmp_path, '{"id": "1", "text": "PMC Zorvan left."}\n', "docs.jsonl")
    run = CliRunner().invoke(app, ["annotate", str(documents), "--actors", str(file(tmp_path, CSV, "a.csv"))])
    assert '"canonical": "Zorvan Legion"' in run.output
