"""Filters: what they let through, and that no typed sign is ever read as syntax."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.interval import to_day
from extract.store.library import open_read_only
from extract.store.query import fts_expression
from extract.table import counts
from extract.table.filters import Certainty, Filters
from tests import tables


@pytest.fixture(scope="module")
def table(full):
    library = open_read_only(full)
    yield tables.table_of(library)
    library.close()


def ids(table, **filters):
    return tables.ids_in(table, Filters(**filters))


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("putin", '"putin"*'),
        ("  Putin  signed ", '"putin"* AND "signed"*'),
        ("Πούτιν", '"πουτιν"*'),
        ('"strategic partnership" Iran', '"strategic partnership" AND "iran"*'),
        ("«strategic partnership»", '"strategic partnership"'),
        ("NOT a*", '"not"* AND "a"*'),
        ("x NEAR(y)", '"x"* AND "near"* AND "y"*'),
        ("col:umn", '"col"* AND "umn"*'),
        ("\x00", ""),
        ('"', ""),
        ("", ""),
    ],
)
def test_typed_words_become_quoted_words(typed, expression):
    assert fts_expression(typed) == expression


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("putin", 3),  # by the canonical name, in all three languages
        ("πουτιν", 1),
        ("ΠΟΎΤΙΝ", 1),
        ("بوتين", 1),
        ("بوت", 1),
        ("putin korea", 3),
        ('"north korea"', 3),
        ('"korea north"', 0),
        ("nobodyelse", 0),
        ("*", 0),
        ("   ", 16),
    ],
)
def test_words_find_claims_of_every_script(table, words, found):
    assert len(ids(table, words=words)) == found


@given(st.text(max_size=40))
def test_no_text_is_syntax(table, words):
    assert counts.count(table, Filters(words=words)).claims <= 16


@given(st.text(max_size=20), st.text(max_size=20))
def test_values_are_only_values(table, one, other):
    nobody = Filters(actors=(f"{one}'", other + "nobody"), languages=(f"{other}x'",), statuses=("' OR 1",))
    assert counts.count(table, nobody).claims == 0
    assert counts.count(table, Filters(kinds=(f"{one}'", "war' OR 1"))).claims == 0


def test_values_of_a_field_are_alternatives_and_fields_add_up(table):
    assert ids(table, languages=("el", "ar")) == ids(table, languages=("el",)) | ids(table, languages=("ar",))
    both = ids(table, languages=("en",), actors=("Iran",))
    assert both == ids(table, languages=("en",)) & ids(table, actors=("Iran",))
    assert len(both) == 3


def test_statuses(table):
    assert ids(table, statuses=("denied",)) == {"en.3"}
    assert len(ids(table, statuses=("alleged", "denied"))) == 2


def test_kinds(table):
    assert ids(table, kinds=("war",)) == {"el.2", "ar.2", "en.4"}
    assert ids(table, kinds=("aid", "dispute")) == {"en.2", "en.3"}
    assert ids(table, kinds=("war",), languages=("el", "en")) == {"el.2", "en.4"}


JUNE, JULY = to_day(2024, 6), to_day(2024, 7)


@pytest.mark.parametrize(
    ("first", "end", "certainty", "expected"),
    [
        (JUNE, JULY, Certainty.POSSIBLE, {"el.1", "en.1", "ar.1"}),  # 2024 may mean June
        (JUNE, JULY, Certainty.SURE, {"el.1", "en.1"}),
        (JUNE + 1, JULY, Certainty.SURE, set()),
        (JUNE, JULY - 1, Certainty.SURE, set()),
        (to_day(2024), to_day(2024) + 1, Certainty.POSSIBLE, {"ar.1"}),  # the first day is in
        (to_day(2025), to_day(2025, 1, 17), Certainty.POSSIBLE, set()),  # the day after the last is out
        (to_day(-479), to_day(-478), Certainty.SURE, {"old.0"}),
        (None, to_day(0), Certainty.POSSIBLE, {"old.0"}),
        (to_day(2022), to_day(2023), Certainty.SURE, set()),  # "around 2022" is never sure
        (to_day(2022), to_day(2023), Certainty.POSSIBLE, {"en.4"}),
    ],
)
def test_window(table, first, end, certainty, expected):
    assert ids(table, first=first, end=end, certainty=certainty) == expected


def test_undated_claims_are_in_a_view_without_a_window_only(table):
    undated = {row.event_id for row in table.library.rows("start_day IS NULL")}
    assert undated
    assert undated <= ids(table)
    assert not undated & ids(table, first=to_day(1))
    assert not undated & ids(table, certainty=Certainty.SURE)


@given(
    st.integers(to_day(-600), to_day(2030)),
    st.integers(1, 100_000),
    st.sampled_from(list(Certainty)),
)
def test_sure_claims_are_possible_ones_and_a_wider_window_loses_none(table, first, days, certainty):
    window = Filters(first=first, end=first + days, certainty=certainty)
    wider = replace(window, first=first - 400, end=first + days + 400)
    found = ids(table, first=window.first, end=window.end, certainty=certainty)
    assert found <= ids(table, first=wider.first, end=wider.end, certainty=certainty)
    assert ids(table, first=first, end=first + days, certainty=Certainty.SURE) <= ids(
        table, first=first, end=first + days
    )


def test_whenever_forgets_the_window_alone():
    filters = Filters(words="x", actors=("y",), first=1, end=2, certainty=Certainty.SURE)
    assert filters.whenever() == Filters(words="x", actors=("y",))
