"""The almanac's files: read strictly, and agreeing with the calendar and with one another."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from extract.actors import almanac
from extract.actors.almanac import ALMANAC, Line, ages, holders
from extract.actors.holders import named_alone, named_in_full
from extract.actors.lexicon import DATA, language
from extract.actors.office import Office
from extract.actors.places import english_names
from extract.dates.interval import to_day
from extract.errors import LanguageError

MONTH = 31
"""Days for which an old and a new holder may both be named: the sources differ on the day."""

OFFICES = [(state, office) for state, offices in holders().holders.items() for office in offices]
LANGUAGES = sorted(file.stem for file in DATA.glob("*.toml") if file.stem not in {"shared", "phones"})
WITH_OFFICES = [code for code in LANGUAGES if language(code).offices]
EARLIEST, LATEST = to_day(1920), to_day(2027)


@pytest.mark.parametrize(("state", "office"), OFFICES)
def test_no_holder_overlaps_the_next(state: str, office: Office) -> None:
    lines = holders().holders[state][office]
    for one, other in pairwise(lines):
        assert one.last is not None, f"{one.name} has no end and a successor"
        assert one.first.days.start < other.first.days.start, f"{other.name} stands before {one.name}"
        assert other.first.days.end + MONTH > one.last.days.start, f"{one.name} overlaps {other.name}"
        assert other.first.days.start + MONTH > one.last.days.start, f"{one.name} overlaps {other.name}"


def test_all_days_are_of_our_time() -> None:
    for state, offices in holders().holders.items():
        for lines in offices.values():
            for line in lines:
                assert EARLIEST < line.first.days.start < LATEST, (state, line)
                assert line.last is None or line.last.days.end < LATEST, (state, line)


def test_states_are_known_or_gone() -> None:
    assert [state for state in holders().holders if len(state) == 2 and state not in english_names()] == []
    adjectives = {state for code in LANGUAGES for state in language(code).adjectives}
    assert adjectives <= {*holders().holders, *english_names(), *ages()}


def test_no_state_stands_in_two_files() -> None:
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in ALMANAC.glob("terms*.toml")]
    states = [state for data in files for state in data.get("holders", {})]
    assert len(states) == len(set(states))


def test_other_names_are_of_holders_and_nobody_is_known_after_the_first_term() -> None:
    terms: dict[str, list[Line]] = {}
    for offices in holders().holders.values():
        for lines in offices.values():
            for line in lines:
                terms.setdefault(line.name, []).append(line)
    assert set(holders().also) | set(holders().known) <= set(terms)
    late = {
        name: when.words
        for name, when in holders().known.items()
        if when.days.start > min(line.first.days.start for line in terms[name])
    }
    assert not late


def test_every_holder_is_found_by_name() -> None:
    names = {line.name for offices in holders().holders.values() for lines in offices.values() for line in lines}
    lost = [
        name
        for name in sorted(names)
        if name not in {each.name for each in (*named_in_full(name)[1], *named_alone(name))}
    ]
    assert lost == []


def test_things_have_a_day_and_a_name() -> None:
    names = {english for code in LANGUAGES for english in language(code).ages}
    assert names <= set(ages())
    for english, age in ages().items():
        assert age.first or age.last, english
        assert age.names or english in names, english
        assert not (age.first and age.last) or age.first.days.start < age.last.days.start


@pytest.mark.parametrize("code", WITH_OFFICES)
def test_languages_that_name_offices_name_the_common_ones(code: str) -> None:
    data = language(code)
    common = {Office.PRESIDENT, Office.PREMIER, Office.MONARCH, Office.POPE, Office.SECRETARY_GENERAL}
    assert common <= set(data.offices)
    assert data.former
    assert data.lesser


@pytest.mark.parametrize(
    ("file", "content", "named"),
    [
        ("terms.toml", '[holders.US]\npresident = [["Somebody"]]', "holders.US.president.0"),
        ("terms.toml", '[holders.US]\npresident = [["Somebody", "2001-13-01"]]', "holders.US.president.0"),
        ("terms.toml", '[holders.US]\npresident = [["Somebody", "2001", "1999"]]', "ends before it begins"),
        ("terms.toml", '[holders.US]\npresidnt = [["Somebody", "2001"]]', "presidnt"),
        ("ages.toml", '[ages]\n"X" = { first = "soon" }', "ages.X.first"),
        ("ages.toml", '[ages]\n"X" = { frist = "2001" }', "frist"),
        ("ages.toml", "[ages", "ages.toml"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, content: str, named: str
) -> None:
    (tmp_path / file).write_text(content, encoding="utf-8")
    monkeypatch.setattr(almanac, "ALMANAC", tmp_path)
    with pytest.raises(LanguageError, match=named) as refused:
        almanac.holders.__wrapped__() if file.startswith("terms") else almanac.ages.__wrapped__()
    assert file in str(refused.value)
