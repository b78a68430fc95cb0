"""The words of explanations: each that the code asks for is there, and none that it never asks for."""

import ast
import string
from pathlib import Path

import pytest

from extract.dates.interval import Grain, Mod
from extract.dates.wording import Reason, counted, templates, worded

DATES = Path("extract/dates")
KEYS = templates().keys() - {"units"}


def calls_of(name: str) -> list[ast.Call]:
    return [
        node
        for path in sorted(DATES.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


def test_every_key_that_a_reason_is_given_is_there() -> None:
    given = {call.args[0].value for call in calls_of("Reason") if isinstance(call.args[0], ast.Constant)}
    assert len(given) > 10
    assert given <= KEYS


def test_every_distance_has_words_for_both_sides() -> None:
    stems = {call.args[0].value for call in calls_of("_distance") if isinstance(call.args[0], ast.Constant)}
    assert stems == {"offset", "from_told", "shift"}
    assert {f"{stem}_{side}" for stem in stems for side in ("past", "future")} <= KEYS


@pytest.mark.parametrize("mod", list(Mod))
def test_every_part_has_words(mod: Mod) -> None:
    assert "{result}" in templates()[mod]


@pytest.mark.parametrize("grain", list(Grain))
def test_every_unit_has_words_for_one_and_for_many(grain: Grain) -> None:
    one, many = counted(1, grain), counted(-3, grain)
    assert one.startswith("1 ")
    assert many.startswith("3 ")
    assert one.removeprefix("1 ") != many.removeprefix("3 ")


def test_every_template_names_its_parts() -> None:
    for key in KEYS:
        parts = {name for _, name, _, _ in string.Formatter().parse(templates()[key]) if name is not None}
        assert all(part.isidentifier() for part in parts), key
        assert worded(Reason(key, dict.fromkeys(parts, "x")))


@pytest.mark.parametrize(
    ("count", "grain", "words"),
    [(1, Grain.CENTURY, "1 century"), (2, Grain.CENTURY, "2 centuries"), (1.5, Grain.HOUR, "1.5 hours"), (0, Grain.DAY, "0 days")],
)  # fmt: skip
def test_counts_in_words(count: float, grain: Grain, words: str) -> None:
    assert counted(count, grain) == words


def test_a_reason_is_worded_with_its_parts() -> None:
    assert worded(Reason("because", {"reason": "planned", "words": "will"})) == "planned (“will”)"
