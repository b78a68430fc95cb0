"""Words for dates, languages and numbers; labels without signs that steer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.wording import (
    DIRECTION_SIGNS,
    date_in_words,
    grain_in_words,
    kind_name,
    label,
    language_name,
    number_of,
    without_markdown,
)
from extract.dates.interval import Grain, Interval, Mod, months, one_day, to_day
from extract.dates.write import CLOCK_GRAINS, interval_in_words
from extract.kind import Kind


@pytest.mark.parametrize(
    ("interval", "grain", "mod", "words"),
    [
        (months(2024, 6), Grain.MONTH, None, "June 2024"),
        (months(2024, 6), Grain.MONTH, Mod.APPROX, "about June 2024"),
        (months(2024, 12), Grain.MONTH, Mod.START, "early December 2024"),
        (Interval(to_day(2024, 12), to_day(2024, 12, 11)), Grain.MONTH, Mod.START, "early December 2024"),
        (months(2024, 12), Grain.MONTH, Mod.END, "end of December 2024"),
    ],
)
def test_dates(interval, grain, mod, words):
    assert date_in_words(interval, grain, mod) == words


@pytest.mark.parametrize("grain", [grain for grain in Grain if grain not in CLOCK_GRAINS])
@pytest.mark.parametrize("mod", list(Mod))
def test_every_grain_and_mod_has_words(grain, mod):
    assert date_in_words(months(2024, 1), grain, mod)
    assert grain_in_words(one_day(to_day(2024)), grain, None, None)


def test_several_units_are_said_to_be_several():
    assert (
        grain_in_words(Interval(to_day(2025, 1, 13), to_day(2025, 1, 17)), Grain.DAY, None, None) == "one day of these"
    )


@pytest.mark.parametrize(
    ("first", "end", "words"),
    [
        (to_day(2025, 1), to_day(2025, 2), "January 2025"),
        (to_day(2025, 1, 15), to_day(2025, 1, 17), "15 to 16 January 2025"),
        (to_day(2025, 1, 17), to_day(2025, 1, 18), "17 January 2025"),
        (to_day(2024, 12, 30), to_day(2025, 1, 3), "30 December 2024 to 2 January 2025"),
        (to_day(2025), to_day(2026), "2025"),
        (to_day(-479), to_day(-478), "480 BCE"),
        (None, None, None),
        (to_day(2025), None, None),
    ],
)
def test_intervals(first, end, words):
    assert interval_in_words(first, end) == words


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "English"), ("el", "Ελληνικά"), ("ar", "العربية"), ("xx", "xx"), ("", ""), ("![x]", "![x]")],
)
def test_languages_are_named_in_themselves(code, name):
    assert language_name(code) == name


def test_every_kind_has_a_name_of_its_own():
    assert len({kind_name(kind) for kind in Kind}) == len(Kind)
    assert kind_name(Kind.AID) == "Aid"
    assert kind_name(Kind.OTHER) == "Other"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (12_345, "12,345 claims")]
)
def test_numbers(count, words):
    assert number_of(count, "claim") == words


@given(st.text(max_size=300), st.integers(5, 80))
def test_labels_are_short_lines_that_steer_nothing(text, most):
    line = label(text, most)
    assert len(line) <= most + 1
    assert not DIRECTION_SIGNS & set(line)
    assert "\n" not in line
    assert "\x00" not in line


def test_labels_end_at_a_word():
    assert label("one two three four", 10) == "one two…"
    assert label("w" * 10_000, 10) == "w" * 10 + "…"
    assert label("short\n line ") == "short line"


def test_markdown_is_only_signs():
    assert without_markdown("![x](y) :red[z]") == r"\!\[x\]\(y\) \:red\[z\]"
