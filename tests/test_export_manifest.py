"""Manifests: what was asked for, what came of it, what each column means; and words for all of it in one place."""

import string
import tomllib
from dataclasses import replace

import pytest

from extract.chart.steps import BIN_STEPS
from extract.events.lexicon import scheme
from extract.export.form import FORMS, Format
from extract.export.manifest import Outcome, lines_of, manifest_of
from extract.export.selection import Amount
from extract.export.wording import MESSAGES, words
from extract.kind import Kind
from extract.model import AnchorBasis, Status
from extract.store.columns import COLUMNS, EventRow
from extract.version import VERSION
from tests.event_rows import row, selection

OUTCOME = Outcome({"undated": 2, "out_of_years": 0}, {"cut": 1}, {"limit": "9", "sign": "+", "first": "a", "last": "b"})


@pytest.mark.parametrize("form", list(Format))
def test_what_it_says(form: Format) -> None:
    asked = selection([row()] * 5, title="T", filters=(("Words", "x"),), address="http://a.example/?q=x")
    told = manifest_of(replace(asked, held=Amount(9, 3, 8, 4, 2)), form, OUTCOME)
    assert told.made_by == f"Dateline {VERSION}"
    assert (told.format, told.title, told.address, told.rows) == (form, "T", "http://a.example/?q=x", 3)
    assert (told.library.version, told.library.changes) == ("9", 12)
    assert [(each.name, each.value) for each in told.filters] == [("Words", "x")]
    assert (told.selected.claims, told.in_library.claims) == (5, 9)
    assert [(each.number, "date" in each.what) for each in told.left_out] == [(2, True)]
    assert [each.number for each in told.altered] == [1]
    assert tuple(column.name for column in told.columns) == (COLUMNS if FORMS[form].is_table else ())
    assert all(column.meaning for column in told.columns)


def test_what_it_says_in_words() -> None:
    told = dict(lines_of(manifest_of(selection([row(), row(event_id="2")]), Format.ICS, OUTCOME)))
    assert told["Selected"] == "2 claims of 1 story, in 1 source and 1 language"
    assert told["Filters"] == "none: all that the library holds"
    assert told["Left out"] == "2 claims: without a date there is no place in this format"
    assert told["Library"] == "version 9, 12 writes"
    assert "Title" not in told


def test_every_column_says_what_it_means() -> None:
    assert not [name for name, field in EventRow.model_fields.items() if not field.description]


LANGUAGES = sorted(entry.name for entry in MESSAGES.iterdir() if entry.name.endswith(".toml"))


def leaves(messages: dict[str, dict[str, str | list[str]]]) -> dict[str, list[set[str]]]:
    """The parts of each message, of counts those of each form."""
    return {
        f"{table}.{entry}": [
            {name for _, name, _, _ in string.Formatter().parse(form) if name is not None}
            for form in (told if isinstance(told, list) else [told])
        ]
        for table, entries in messages.items()
        for entry, told in entries.items()
    }


@pytest.mark.parametrize("file", LANGUAGES)
def test_every_language_has_every_message_with_its_parts(file: str) -> None:
    told, usual = (tomllib.loads(MESSAGES.joinpath(name).read_text(encoding="utf-8")) for name in (file, "en.toml"))
    assert leaves(told) == leaves(usual)


def test_all_that_the_table_may_hold_has_words() -> None:
    told = words("en")
    for table, every in (("kind", Kind), ("status", Status), ("basis", AnchorBasis)):
        assert all(told.say(f"{table}.{each}") for each in every)
    assert all(told.say(f"step.{step.name.replace(' ', '_')}") for step in BIN_STEPS)
    assert {kind: told.say(f"kind.{kind}") for kind in scheme()} == {
        kind: each.label for kind, each in scheme().items()
    }


@pytest.mark.parametrize("language", ["xx", "", "../../etc/passwd", "en/../en"])
def test_a_language_without_words_gets_the_usual_ones(language: str) -> None:
    assert words(language).language == "en"
