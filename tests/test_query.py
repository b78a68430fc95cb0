"""Filters as SQL: what they let through, and that no typed sign is ever read as syntax."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.interval import to_day
from extract.store import summary
from extract.store.library import open_read_only
from extract.store.query import Certainty, Filters, condition, fts_expression
from tests import library_factory


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    library = open_read_only(library_factory.full(tmp_path_factory.mktemp("query") / "full.db"))
    yield library
    library.close()


def ids(library, **filters):
    where = condition(Filters(**filters))
    return {row.event_id for row in library.rows(where.sql, where.parameters)}


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
def test_words_find_claims_of_every_script(library, words, found):
    assert len(ids(library, words=words)) == found


@given(st.text(max_size=40))
def test_no_text_is_syntax(library, words):
    assert summary.count(library, Filters(words=words)).claims <= 16


@given(st.text(max_size=20), st.text(max_size=20))
def test_values_are_only_values(library, one, other):
    nobody = Filters(actors=(f"{one}'", other + "nobody"), languages=(f"{other}x'",), statuses=("' OR 1",))
    assert summary.count(library, nobody).claims == 0
    assert summary.count(library, Filters(kinds=(f"{one}'", "war' OR 1"))).claims == 0


def test_values_of_a_field_are_alternatives_and_fields_add_up(library):
    assert ids(library, languages=("el", "ar")) == ids(library, languages=("el",)) | ids(library, languages=("ar",))
    both = ids(library, languages=("en",), actors=("Iran",))
    assert both == ids(library, languages=("en",)) & ids(library, actors=("Iran",))
    assert len(both) == 3


def test_statuses(library):
    assert ids(library, statuses=("denied",)) == {"en.3"}
    assert len(ids(library, statuses=("alleged", "denied"))) == 2


def test_kinds(library):
    assert ids(library, kinds=("war",)) == {"el.2", "ar.2", "en.4"}
    assert ids(library, kinds=("aid", "dispute")) == {"en.2", "en.3"}
    assert ids(library, kinds=("war",), languages=("el", "en")) == {"el.2", "en.4"}


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
def test_window(library, first, end, certainty, expected):
    assert ids(library, first=first, end=end, certainty=certainty) == expected


def test_undated_claims_are_in_a_view_without_a_window_only(library):
    undated = {row.event_id for row in library.rows("start_day IS NULL")}
    assert undated
    assert undated <= ids(library)
    assert not undated & ids(library, first=to_day(1))
    assert not undated & ids(library, certainty=Certainty.SURE)


@given(
    st.integers(to_day(-600), to_day(2030)),
    st.integers(1, 100_000),
    st.sampled_from(list(Certainty)),
)
def test_sure_claims_are_possible_ones_and_a_wider_window_loses_none(library, first, days, certainty):
    window = Filters(first=first, end=first + days, certainty=certainty)
    wider = replace(window, first=first - 400, end=first + days + 400)
    found = ids(library, first=window.first, end=window.end, certainty=certainty)
    assert found <= ids(library, first=wider.first, end=wider.end, certainty=certainty)
    assert ids(library, first=first, end=first + days, certainty=Certainty.SURE) <= ids(
        library, first=first, end=first + days
    )


def test_whenever_forgets_the_window_alone():
    filters = Filters(words="x", actors=("y",), first=1, end=2, certainty=Certainty.SURE)
    assert filters.whenever() == Filters(words="x", actors=("y",))
