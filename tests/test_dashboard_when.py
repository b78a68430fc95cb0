"""Dates in the reader's language: CLDR's names and orders, all grains, edges, years before 1 and after 9999."""

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.scale import IN_READERS_LANGUAGE
from dashboard.when import as_stored, in_words, interval_in_words, moment, written_in_words
from dashboard.wording import date_in_words, grain_in_words
from extract import written
from extract.chart.steps import ticks
from extract.dates import write
from extract.dates.interval import Grain, Interval, Mod, months, one_day, to_day, unit_of
from extract.dates.write import CLOCK_GRAINS
from extract.label import ISOLATE, ISOLATE_END
from tests.apps import in_language

GRAINS = [grain for grain in Grain if grain not in CLOCK_GRAINS]
DAYS = st.integers(to_day(-12_000), to_day(14_000))
CODES = ("el", "ar")

JANUARY_13 = one_day(to_day(2025, 1, 13))
JUNE = months(2024, 6)
RANGE = Interval(to_day(2025, 1, 13), to_day(2025, 1, 17))

TABLE = [
    (JANUARY_13, Grain.DAY, None, "13 Ιανουαρίου 2025", "13 يناير 2025"),
    (JANUARY_13, Grain.DAY, Mod.APPROX, "περί τις 13 Ιανουαρίου 2025", "نحو 13 يناير 2025"),
    (JANUARY_13, Grain.DAY, Mod.BEFORE, "πριν από τις 13 Ιανουαρίου 2025", "قبل 13 يناير 2025"),
    (JUNE, Grain.MONTH, None, "Ιούνιος 2024", "يونيو 2024"),
    (JUNE, Grain.MONTH, Mod.APPROX, "περί τον Ιούνιο 2024", "نحو يونيو 2024"),
    (JUNE, Grain.MONTH, Mod.BEFORE, "πριν από τον Ιούνιο 2024", "قبل يونيو 2024"),
    (JUNE, Grain.MONTH, Mod.AFTER, "μετά τον Ιούνιο 2024", "بعد يونيو 2024"),
    (Interval(to_day(2024, 6), to_day(2024, 6, 11)), Grain.MONTH, Mod.START, "αρχές Ιουνίου 2024", "أوائل يونيو 2024"),
    (JUNE, Grain.MONTH, Mod.MID, "μέσα Ιουνίου 2024", "منتصف يونيو 2024"),
    (JUNE, Grain.MONTH, Mod.END, "τέλη Ιουνίου 2024", "أواخر يونيو 2024"),
    (months(2024, 6, 3), Grain.SEASON, None, "καλοκαίρι 2024", "صيف 2024"),
    (months(2024, 12, 3), Grain.SEASON, Mod.START, "αρχές του χειμώνα 2024", "أوائل شتاء 2024"),
    (months(2024, 3, 3), Grain.SEASON, Mod.AFTER, "μετά την άνοιξη 2024", "بعد ربيع 2024"),
    (months(2024, 9, 3), Grain.SEASON, None, "φθινόπωρο 2024", "خريف 2024"),
    (months(2024, 7, 3), Grain.QUARTER, None, "3ο τρίμηνο 2024", "الربع 3 من عام 2024"),
    (months(2024, 7, 3), Grain.QUARTER, Mod.END, "τέλη του 3ου τριμήνου 2024", "أواخر الربع 3 من عام 2024"),
    (months(2024, 7, 6), Grain.HALF, None, "2ο εξάμηνο 2024", "النصف 2 من عام 2024"),
    (months(2024, 1, 12), Grain.YEAR, None, "2024", "2024"),
    (months(2024, 1, 12), Grain.YEAR, Mod.START, "αρχές του 2024", "أوائل عام 2024"),
    (months(2024, 1, 12), Grain.YEAR, Mod.BEFORE, "πριν από το 2024", "قبل عام 2024"),
    (months(-479, 1, 12), Grain.YEAR, None, "480 π.Χ.", "480 ق.م"),
    (months(-479, 1, 12), Grain.YEAR, Mod.APPROX, "περί το 480 π.Χ.", "نحو عام 480 ق.م"),
    (months(-479, 8), Grain.MONTH, None, "Αύγουστος 480 π.Χ.", "أغسطس 480 ق.م"),
    (one_day(to_day(-43, 3, 15)), Grain.DAY, None, "15 Μαρτίου 44 π.Χ.", "15 مارس 44 ق.م"),
    (months(12_000, 1, 12), Grain.YEAR, None, "12000", "12000"),
    (one_day(to_day(12_000, 2, 29)), Grain.DAY, None, "29 Φεβρουαρίου 12000", "29 فبراير 12000"),
    (unit_of(to_day(1994), Grain.DECADE), Grain.DECADE, None, "δεκαετία του 1990", "عقد 1990"),
    (unit_of(to_day(1994), Grain.DECADE), Grain.DECADE, Mod.APPROX, "περί τη δεκαετία του 1990", "نحو عقد 1990"),
    (unit_of(to_day(1994), Grain.CENTURY), Grain.CENTURY, None, "αιώνας από το 1900", "القرن البادئ عام 1900"),
    (unit_of(to_day(1994), Grain.MILLENNIUM), Grain.MILLENNIUM, None, "χιλιετία από το 1000", "الألفية البادئة عام 1000"),
    (unit_of(to_day(2025, 1, 15), Grain.WEEK), Grain.WEEK, None, "εβδομάδα από 13 Ιανουαρίου 2025", "الأسبوع البادئ في 13 يناير 2025"),
    (unit_of(to_day(2025, 1, 15), Grain.WEEKEND), Grain.WEEKEND, None, "Σαββατοκύριακο 18 Ιανουαρίου 2025", "نهاية الأسبوع (السبت 18 يناير 2025)"),
    (RANGE, Grain.DAY, None, "13 Ιανουαρίου 2025 – 16 Ιανουαρίου 2025", "13 يناير 2025 – 16 يناير 2025"),
    (months(2024, 11, 3), Grain.MONTH, None, "Νοέμβριος 2024 – Ιανουάριος 2025", "نوفمبر 2024 – يناير 2025"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "code"), [(3, "el"), (4, "ar")])
def test_dates(place, code):
    expected = [row[place] for row in TABLE]
    assert in_language(code, lambda: [date_in_words(*row[:3]) for row in TABLE]) == expected


BARE = [
    (to_day(2025, 1), to_day(2025, 2), "Ιανουάριος 2025", "يناير 2025"),
    (to_day(2025, 1, 15), to_day(2025, 1, 17), "15–16 Ιανουαρίου 2025", "15–16 يناير 2025"),
    (to_day(2024, 12, 30), to_day(2025, 1, 3), "30 Δεκεμβρίου 2024 – 2 Ιανουαρίου 2025", "30 ديسمبر 2024 – 2 يناير 2025"),
    (to_day(2025), to_day(2026), "2025", "2025"),
    (None, None, None, None),
    (to_day(2025), None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("place", "code"), [(2, "el"), (3, "ar")])
def test_intervals(place, code):
    assert in_language(code, lambda: [interval_in_words(*row[:2]) for row in BARE]) == [row[place] for row in BARE]


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "Monday 13 January 2025"), ("el", "Δευτέρα 13 Ιανουαρίου 2025"), ("ar", "الاثنين 13 يناير 2025")],
)
def test_a_day_of_writing_has_its_weekday(code, words):
    assert in_language(code, lambda: written_in_words(to_day(2025, 1, 13), to_day(2025, 1, 14))) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "22 November 2026, 06:10 UTC"),
        ("el", "22 Νοεμβρίου 2026, 06:10 UTC"),
        ("ar", "22 نوفمبر 2026، 06:10 بتوقيت غرينتش"),
    ],
)
def test_moments(code, words):
    assert in_language(code, lambda: moment("2026-11-22T06:10:00+00:00")) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("el", ["μήνας, χωρίς ημέρα", "μία από αυτές τις ημέρες", "από την πρώτη έως την τελευταία"]),
        ("ar", ["شهر بلا يوم محدد", "يوم من هذه الأيام", "من أولها إلى آخرها"]),
    ],
)
def test_grains(code, words):
    asked = [
        (JUNE, Grain.MONTH, None, None),
        (RANGE, Grain.DAY, None, None),
        (RANGE, Grain.DAY, None, "2025-01/2025-02"),
    ]
    assert in_language(code, lambda: [grain_in_words(*each) for each in asked]) == words


def tick_texts(shown):
    marks = ticks(shown, words=IN_READERS_LANGUAGE)
    return [f"{tick.label}<br>{tick.below}" if tick.below else tick.label for tick in marks]


@pytest.mark.parametrize(
    ("code", "shown", "texts"),
    [
        ("el", months(2024, 10, 6), ["Νοέ<br>2024", "Δεκ", "Ιαν<br>2025", "Φεβ", "Μάρ"]),
        ("el", Interval(to_day(2024, 12, 29), to_day(2025, 1, 3)), ["30 Δεκ<br>2024", "31 Δεκ", "1 Ιαν<br>2025", "2 Ιαν"]),
        ("el", months(-419, 1, 12 * 900), [*(f"{year} π.Χ." for year in (400, 300, 200, 100)), "100", "200", "300", "400"]),
        ("ar", months(2024, 10, 6), ["نوفمبر<br>2024", "ديسمبر", "يناير<br>2025"]),
        ("ar", months(-419, 1, 12 * 500), ["400 ق.م", "350 ق.م"]),
    ],
)  # fmt: skip
def test_ticks(code, shown, texts):
    found = in_language(code, lambda: tick_texts(shown))
    apart = [text.replace(ISOLATE, "").replace(ISOLATE_END, "") for text in found]
    assert apart[: len(texts)] == texts
    if code == "ar":  # each line of a label by itself, as a chart runs from left to right
        lines = [line for text in found for line in text.split("<br>")]
        assert all(line.startswith(ISOLATE) and line.endswith(ISOLATE_END) for line in lines)


@given(DAYS, st.integers(1, 900), st.sampled_from(GRAINS))
def test_english_is_that_of_the_explanations(start, days, grain):
    interval, unit = Interval(start, start + days), unit_of(start, grain)
    assert in_words(unit, grain) == write.in_words(unit, grain)
    assert in_words(interval, grain) == write.in_words(interval, grain)
    assert interval_in_words(start, start + days) == write.interval_in_words(start, start + days)
    assert written_in_words(start, start + 1) == written.when(start, start + 1)


@given(st.datetimes(timezones=st.just(UTC)))
def test_english_moments_are_those_of_the_command_line(time):
    assert moment(time.isoformat()) == written.moment(time.isoformat())


@pytest.mark.parametrize(
    ("code", "typed", "stored"),
    [
        ("el", "Άγνωστο ", "unknown"),
        ("el", "unknown", "unknown"),
        ("ar", "مجهول", "unknown"),
        ("ar", "2025-01", "2025-01"),
        ("en", "άγνωστο", "άγνωστο"),
    ],
)
def test_the_readers_word_for_an_unknown_date_is_understood(code, typed, stored):
    assert in_language(code, lambda: as_stored(typed)) == stored


@pytest.mark.parametrize("code", CODES)
def test_every_grain_and_edge_has_words(code):
    def ask():
        units = [unit_of(to_day(2024, 5, 5), grain) for grain in GRAINS]
        return [date_in_words(unit, grain, mod) for unit, grain in zip(units, GRAINS, strict=True) for mod in Mod]

    assert all(words and "{" not in words and "|" not in words for words in in_language(code, ask))
