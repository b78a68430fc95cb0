"""The page of key dates: dates under their headings, in whose words, who tells them, and where links lead on paper."""

import re

import pytest

from dashboard import digest, rail
from dashboard.entries import MOST_READ
from dashboard.marked import Span, around
from dashboard.quoting import EXCERPT
from dashboard.view import DATES, View
from extract.dates.interval import Grain, Interval, months, one_day, to_day, unit_of
from extract.store.library import create_or_open
from tests import library_factory
from tests.apps import dates_page, said, start
from tests.disputed import DAY, NEXT
from tests.library_factory import HOSTILE_TEXT, Told, document


@pytest.fixture
def app(monkeypatch):
    return lambda library, **address: start(monkeypatch, dates_page, library, address)


def headings(page):
    return re.findall(r"<h2>(.*?)</h2>", said(page))


def entries(page):
    """Each date with all that stands beside it, as HTML."""
    return said(page).split('<article class="entry">')[1:]


def entry(page, title):
    return next(each for each in entries(page) if title in each)


def plain(html):
    return re.sub(r"<[^>]+>", "", html)


def test_dates_stand_in_order_of_time_under_their_headings(app, full):
    page = app(full)
    assert headings(page) == ["480 BCE", "1800 to 1899", "1990s", "2019", "2022", "2023", "2024", "2025"]
    dates = [re.findall(r'<p class="when">(.*?)</p>', each)[0] for each in entries(page)]
    assert dates == ["September 480 BCE", "the century from 1800", "the 1990s", "2019", "about 2022", "2023", "June 2024",
                     "September 2024", "December 2024", "17 January 2025"]  # fmt: skip
    assert "10 stories, in order of time." in said(page)


def test_a_date_is_told_in_two_languages_with_its_words_marked(app, full):
    told = entry(app(full), "Putin signs with North Korea</h3>")
    assert re.findall(r'<blockquote dir="auto" lang="(\w+)">', told) == ["en", "el"]
    assert "<mark>June 2024</mark>" in told
    assert "<mark>Τον περασμένο Ιούνιο</mark>" in told


def test_who_tells_it(app, full):
    told = plain(entry(app(full), "Putin signs with North Korea</h3>"))
    assert "3 sources (" in told
    for called in (
        "Ρωσία και Ιράν υπογράφουν",
        "Russia and Iran to sign",
        "روسيا وإيران توقعان",
        "English",
        "Ελληνικά",
        "العربية",
    ):
        assert called in told
    assert "1 source · English" in plain(entry(app(full), "Missiles sent</h3>"))


def test_on_what_they_differ(app, disputed):
    told = plain(entry(app(disputed), "on the 17th there.</h3>"))
    assert "Sources differ on the date: " in told
    assert "Sources differ on whether it happened: " in told
    assert "Sources differ" not in plain(entry(app(disputed), "It fell alone there.</h3>"))


def test_of_a_story_of_very_many_claims_the_evidence_tells_on_what_they_differ(app, tmp_path):
    papers = [
        document(f"s{place:04}", "en", "It fell then.", [Told("then", NEXT if place else DAY)])
        for place in range(MOST_READ + 1)
    ]
    path = library_factory.build(tmp_path / "l.db", papers, {f"s{place:04}.0": "s" for place in range(MOST_READ + 1)})
    told = plain(entries(app(path))[0])
    assert "Its sources differ: see the evidence." in told
    assert "and 297 more" in told


def test_links_lead_to_the_same_view_and_on_paper_have_a_short_address(app, full):
    told = entry(app(full, lang="el"), "υπέγραψε")
    assert 'href="/?lang=el&amp;event=el.1" data-short="/?event=el.1"' in told
    assert 'href="/compare?lang=el&amp;event=el.1" data-short="/compare?event=el.1"' in told
    assert 'href="/reader?event=el.1"' in told


def test_what_is_filtered_is_told_in_words_for_paper(app, full):
    page = app(full, lang="el", since="2024", q="Πούτιν")
    assert "Filtered: <bdi>“Πούτιν”</bdi>; <bdi>Ελληνικά</bdi>; <bdi>from 2024</bdi>." in said(page)
    assert re.findall(r'<blockquote dir="auto" lang="(\w+)">', said(page)) == ["el"]
    assert "Filtered" not in said(app(full))


def test_what_is_filtered_is_told_whole_where_it_is_read(app, full):
    every_word = " ".join(["Iran"] * 20)
    assert f"“{every_word}”" in said(app(full, q=every_word))


def test_how_many_dates(app, tmp_path):
    path = library_factory.crowded(tmp_path / "l.db", 120)
    for most in DATES:
        page = app(path, dates=str(most))
        assert len(entries(page)) == most
        assert f"The {most} weightiest of 120 stories, in order of time." in said(page)
    page.button_group(key="dates").set_value(24).run()
    assert len(entries(page)) == 24
    assert page.query_params == {"dates": "24"}


def test_an_empty_library_and_empty_filters_say_so(app, tmp_path, full):
    create_or_open(tmp_path / "empty.db").close()
    assert "This library is empty" in said(app(tmp_path / "empty.db"))
    assert "No dated claim is left by these filters" in said(app(full, q="nothing that anybody says"))


def test_hostile_texts_are_only_text_and_short(app, full):
    told = said(app(full, src="hostile"))
    assert "<script" not in told
    assert "<img" not in told
    assert "javascript:" not in re.sub(r">[^<]*<", "><", told)
    (quoted,) = re.findall(r"<blockquote [^>]*>(.*?)</blockquote>", told)
    assert len(plain(quoted)) < EXCERPT + 200  # as entities take some letters
    assert "<mark>2019</mark>" in quoted


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (unit_of(to_day(2024), Grain.YEAR), "2024"),
        (unit_of(to_day(-479), Grain.YEAR), "480 BCE"),
        (unit_of(to_day(1995), Grain.DECADE), "1990s"),
        (unit_of(to_day(-479), Grain.DECADE), "481 BCE to 472 BCE"),
        (unit_of(to_day(1850), Grain.CENTURY), "1800 to 1899"),
        (Interval(to_day(1950), to_day(2050)), "1950 to 2049"),
        (Interval(to_day(1999, 12, 30), to_day(2000, 1, 2)), "30 December 1999 to 1 January 2000"),
    ],
)
def test_headings_in_words(unit, words):
    assert digest.heading(unit) == words


def test_strips_reach_over_most_dates_and_arrows_lead_to_the_rest():
    dates = [months(-479, 9), *(one_day(to_day(2024, month)) for month in range(1, 13))]
    shown = digest.stretch(dates, View())
    assert shown.start > to_day(2023)
    assert 'class="rail before"' in rail.strip(dates[0], shown)
    assert 'class="rail after"' in rail.strip(one_day(to_day(2030)), shown)
    lefts = [float(re.findall(r"left:([\d.]+)%", rail.strip(date, shown))[0]) for date in dates[1:]]
    assert lefts == sorted(lefts)
    assert 0 <= lefts[0] < 15
    assert 85 < lefts[-1] < 100
    assert rail.ground(dates, shown).count("var(--hair)") == 12


def test_a_window_is_what_strips_reach_over():
    window = View(since="2020", until="2029")
    assert digest.stretch([one_day(to_day(2024))], window) == Interval(to_day(2020), to_day(2030))
    assert "from 2020 to 2029" in rail.ends(Interval(to_day(2020), to_day(2030)))
    assert "from June 2024 to December 2024" in rail.ends(months(2024, 6, 7))
    assert "from 3 June 2024 to 9 June 2024" in rail.ends(Interval(to_day(2024, 6, 3), to_day(2024, 6, 10)))


@pytest.mark.parametrize(
    ("text", "words", "most", "expected"),
    [
        ("It fell in 2019.", "2019", 50, "It fell in 2019."),
        ("one two three 2019 four five six", "2019", 20, "…three 2019 four…"),
        ("2019 two three four five six seven", "2019", 14, "2019 two…"),
        ("one two three four five six 2019", "2019", 13, "…five six 2019"),
        ("x" * 50 + "2019" + "y" * 50, "2019", 10, "…xxx2019yyy…"),
        ("a 2019-01-01 b", "2019-01-01", 4, "…2019-01-01…"),
    ],
)
def test_a_long_sentence_is_cut_round_its_date(text, words, most, expected):
    start = text.index(words)
    shorter, span = around(text, Span(start, start + len(words)), most)
    assert shorter == expected
    assert shorter[span.start : span.end] == words


def test_a_hostile_sentence_is_cut_to_so_many_letters():
    start = HOSTILE_TEXT.index("2019")
    shorter, _ = around(HOSTILE_TEXT, Span(start, start + 4), EXCERPT)
    assert len(shorter) <= EXCERPT + 2
