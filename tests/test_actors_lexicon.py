"""The data files: read strictly, agreeing with one another, and open to new languages."""

import tomllib
from pathlib import Path

import pytest

from extract.actors import lexicon
from extract.actors.detect import find_actors
from extract.actors.gazetteer import words_of
from extract.actors.lexicon import DATA, Language, World, language, organisations, phones, places, shared
from extract.actors.places import is_canonical
from extract.errors import LanguageError
from extract.text.fold import fold
from extract.text.sentences import split_sentences

NOT_LANGUAGES = {"shared", "phones"}
LANGUAGES = sorted(file.stem for file in DATA.glob("*.toml") if file.stem not in NOT_LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_is_valid_and_says_its_code(code: str) -> None:
    assert language(code).code == code


@pytest.mark.parametrize("world", [organisations(), places()])
def test_no_name_of_the_world_is_two(world: World) -> None:
    for code in {code for names in world.root.values() for code in names}:
        known: dict[str, str] = {}
        for name, canonical in world.names(code):
            assert words_of(name)
            assert known.setdefault(fold(name), canonical) == canonical, f"{code}: {name}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_have_words(code: str) -> None:
    data = language(code)
    tables = (data.countries, data.metonyms)
    assert all(words_of(name) for table in tables for names in table.values() for name in names)


def test_a_language_without_a_file_is_empty() -> None:
    assert language("xx") == Language(code="xx")


@pytest.mark.parametrize("code", ["../en", "shared", "phones", "", "e/n", "en.toml"])
def test_a_code_is_never_a_path(code: str) -> None:
    assert language(code) == Language(code=code)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ('code = "zz"\nsayng = ["said"]', "sayng"),
        ('code = "zz"\nroles = "president"', "roles"),
        ('code = "zz"\n[countries]\nRU = [1]', "countries.RU"),
        ('code = "zz', "zz.toml"),
        ("roles = []", "code"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str, named: str
) -> None:
    (tmp_path / "zz.toml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(lexicon, "DATA", tmp_path)
    language.cache_clear()
    with pytest.raises(LanguageError, match=named) as refused:
        language("zz")
    assert "zz.toml" in str(refused.value)


def test_shared_capitals_are_of_states_named_once() -> None:
    assert not set(shared().capital_zones) & set(shared().capitals)


def test_sounds_are_of_the_alphabet() -> None:
    known = set("pbfvtdTDkgxGhszSZCJmnNlrwyaeiou")
    assert {sound for heard in phones().graphemes.values() for sound in heard} <= known
    assert {sound for group in phones().costs.substitute for sound in group.sounds} <= known
    assert {sound for members in phones().blocks.values() for sound in members} <= known


@pytest.mark.parametrize("path", sorted(DATA.glob("*.toml")), ids=lambda path: path.stem)
def test_lists_say_nothing_twice(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    twice = {
        key: word for key, words in data.items() if isinstance(words, list) for word in words if words.count(word) > 1
    }
    assert not twice


HOMONYMS = [(code, homonym) for code in LANGUAGES for homonym in language(code).homonyms]


@pytest.mark.parametrize(("code", "homonym"), HOMONYMS)
def test_a_homonym_is_told_by_its_company(code: str, homonym: lexicon.Homonym) -> None:
    def named(text: str) -> set[str]:
        return {each.canonical for each in find_actors(text, code, split_sentences(text, code), ())}

    assert is_canonical(homonym.of)
    assert not homonym.another or is_canonical(homonym.another)
    for text in homonym.example:
        assert homonym.of not in named(text), text
        assert not homonym.another or homonym.another in named(text), text
        assert not [name for name in named(text) if homonym.of in name and not is_canonical(name)], text
    for text in homonym.counter:
        assert homonym.of in named(text), text
