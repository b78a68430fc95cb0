"""The data files: read strictly, agreeing with one another, and open to new languages."""

import tomllib
from pathlib import Path

import pytest

from extract.actors import lexicon
from extract.actors.gazetteer import words_of
from extract.actors.lexicon import DATA, Language, language, phones, shared
from extract.actors.places import is_canonical
from extract.errors import LanguageError

NOT_LANGUAGES = {"shared", "phones"}
LANGUAGES = sorted(file.stem for file in DATA.glob("*.toml") if file.stem not in NOT_LANGUAGES)
NAMED = [code for code in LANGUAGES if code != "en"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_is_valid_and_says_its_code(code: str) -> None:
    assert language(code).code == code


@pytest.mark.parametrize("code", NAMED)
def test_organisations_and_cities_have_canonical_names(code: str) -> None:
    data = language(code)
    assert [name for name in (*data.organisations, *data.cities) if not is_canonical(name)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_have_words(code: str) -> None:
    data = language(code)
    tables = (data.organisations, data.cities, data.countries, data.metonyms)
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
