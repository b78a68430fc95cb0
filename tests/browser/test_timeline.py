"""The timeline as a person uses it: click, brush, filter, follow, export."""

import io
import re

import pandas as pd
import pytest
from playwright.sync_api import expect

from extract.store.columns import COLUMNS
from tests.browser.pages import Timeline, counted, parameters, settled

pytestmark = pytest.mark.browser


def test_a_click_on_a_bar_shows_the_very_sentence(visit, hand_made):
    timeline = visit(hand_made).drawn()
    timeline.click_bar("en.2")
    expect(timeline.evidence.locator("h2")).to_have_text("Missiles sent")
    settled(timeline.page)
    expect(timeline.evidence.locator("blockquote")).to_have_text(
        "Washington says missiles were sent in September 2024 by Iran."
    )
    expect(timeline.evidence.locator("blockquote mark")).to_have_text(["September 2024"])
    assert parameters(timeline.page)["event"] == ["en.2"]
    timeline.click_bar("en.4")
    expect(timeline.evidence.locator("blockquote mark")).to_have_text(["around 2022"])
    timeline.click_bar("en.2")
    expect(timeline.evidence.locator("blockquote mark")).to_have_text(["September 2024"])


def test_a_bar_of_one_day_can_be_seen_and_clicked_among_years(visit, hand_made):
    timeline = visit(hand_made).drawn()
    box = timeline.bar("en.0").bounding_box()
    assert box["width"] >= 6
    timeline.click_bar("en.0")
    expect(timeline.evidence.locator(".when")).to_contain_text("17 January 2025")


def test_a_key_date_is_opened_with_the_mouse_and_with_the_keyboard(visit, hand_made):
    timeline = visit(hand_made).drawn()
    timeline.key_date("Missiles sent").click()
    expect(timeline.evidence.locator("h2")).to_have_text("Missiles sent")
    expect(timeline.evidence.locator("blockquote mark")).to_have_text(["September 2024"])
    timeline.page.wait_for_url(re.compile("event=en.2"))
    timeline.page.keyboard.press("Shift+Tab")
    expect(timeline.key_date("Putin signs with North Korea")).to_be_focused()
    timeline.page.keyboard.press("Enter")
    expect(timeline.evidence.locator("h2")).to_have_text("Putin signs with North Korea")
    timeline.page.wait_for_url(re.compile("event=en.1"))


def test_titles_of_key_dates_run_in_their_own_direction(visit, hand_made):
    timeline = visit(f"{hand_made}/?lang=ar").drawn()
    line = timeline.key_date("سقط الأسد").locator("p")
    date, title, told = (line.locator(part).bounding_box() for part in ("strong", "em", "span"))
    assert date["x"] < title["x"] < told["x"]
    text = """element => { const range = document.createRange(); range.selectNodeContents(element);
        const box = range.getBoundingClientRect(); return [box.left, box.right]; }"""
    left, right = line.locator("em").evaluate(text)
    assert right == pytest.approx(title["x"] + title["width"], abs=2)
    assert left > title["x"] + 50
    english = visit(f"{hand_made}/?lang=en").drawn().key_date("Missiles sent").locator("em")
    left, _ = english.evaluate(text)
    assert left == pytest.approx(english.bounding_box()["x"], abs=2)


def test_arabic_runs_from_the_right(visit, hand_made):
    timeline = visit(f"{hand_made}/?event=ar.1").drawn()
    quote = timeline.evidence.locator("blockquote[lang=ar]").first
    expect(quote.locator("mark")).to_have_text("العام الماضي")
    assert quote.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert quote.evaluate("element => getComputedStyle(element).borderRightWidth") == "3px"


def test_filters_by_actor_and_language_reach_the_chart_the_counts_and_the_address(visit, hand_made):
    timeline = visit(hand_made).drawn()
    timeline.choose_actor("Iran")
    expect(timeline.counts).to_contain_text("5 of 16 claims")
    timeline.choose_language("English")
    expect(timeline.counts).to_contain_text("3 of 16 claims")
    timeline.page.wait_for_url(re.compile("lang=en"))
    assert parameters(timeline.page)["actor"] == ["Iran"]
    again = visit(timeline.page.url).drawn()
    expect(again.counts).to_contain_text("3 of 16 claims")
    again.page.get_by_role("button", name="Show everything").click()
    expect(again.counts).to_contain_text("16 claims, 1 undated")


def test_a_kind_stays_chosen_while_its_count_follows_the_other_filters(visit, hand_made):
    timeline = visit(hand_made).drawn()
    timeline.choose_kind("War")
    expect(timeline.counts).to_contain_text("3 of 16 claims")
    timeline.choose_language("English")
    expect(timeline.counts).to_contain_text("1 of 16 claims")
    expect(timeline.behind("Kind").get_by_role("button", name=counted("War", 1))).to_be_visible()
    timeline.shut()
    timeline.choose_kind("Aid")
    expect(timeline.counts).to_contain_text("2 of 16 claims")
    timeline.page.wait_for_url(re.compile("kind=war&kind=aid&lang=en"))


def test_words_of_any_script_without_accents(visit, hand_made):
    timeline = visit(hand_made).drawn()
    box = timeline.page.get_by_role("textbox", name="Search", exact=True)
    for words, found in (("πουτιν", 1), ("putin", 3), ("بوتين", 1)):
        box.fill(words)
        expect(timeline.counts).to_contain_text(f"{found} of 16 claims")


def test_brushing_sets_the_window(visit, hand_made):
    timeline = visit(f"{hand_made}/?lang=el&lang=ar").drawn()
    timeline.brush(0.45, 0.55)
    timeline.page.wait_for_url(re.compile("since="))
    since, until = parameters(timeline.page)["since"][0], parameters(timeline.page)["until"][0]
    assert since <= until
    assert since.startswith("2024")
    expect(timeline.page.get_by_role("textbox", name="From")).to_have_value(since)
    expect(timeline.counts).to_contain_text("of 16 claims")


@pytest.mark.parametrize("page", ["", "compare", "key-dates"])
def test_what_is_being_typed_stays_while_what_was_typed_before_is_answered(visit, hand_made, page):
    seen = visit(f"{hand_made}/{page}")
    since, until = (seen.page.get_by_role("textbox", name=name, exact=True) for name in ("From", "To"))
    since.fill("500 BCE")
    since.press("Enter")
    until.press_sequentially("401")
    expect(seen.counts).to_contain_text("15 of 16 claims")
    expect(seen.page.get_by_role("button", name="from 500 BCE")).to_be_visible()
    expect(until).to_be_focused()
    until.press_sequentially(" BCE")
    until.press("Enter")
    expect(seen.counts).to_contain_text("1 of 16 claims")


def test_a_window_before_year_1_is_drawn_where_it_belongs(visit, hand_made):
    timeline = visit(hand_made).drawn()
    timeline.page.get_by_role("textbox", name="From").fill("500 BCE")
    timeline.page.get_by_role("textbox", name="From").press("Enter")
    timeline.page.get_by_role("textbox", name="To", exact=True).fill("401 BCE")
    timeline.page.get_by_role("textbox", name="To", exact=True).press("Enter")
    expect(timeline.counts).to_contain_text("1 of 16 claims")
    expect(timeline.lanes).to_contain_text("480 BCE")
    box, frame = timeline.bar("old.0").bounding_box(), timeline.lanes.locator(".rules").bounding_box()
    share = (box["x"] + box["width"] / 2 - frame["x"]) / frame["width"]
    assert share == pytest.approx(20.7 / 100, abs=0.01)  # September 480 BCE in the hundred years from 500 to 401 BCE
    timeline.click_bar("old.0")
    expect(timeline.evidence.locator(".when")).to_contain_text("September 480 BCE")


def test_the_reader_shows_the_claim_in_place_and_leads_back(visit, hand_made):
    timeline = visit(f"{hand_made}/?lang=en&event=en.1").drawn()
    timeline.evidence.get_by_role("link", name="read in place").first.click()
    expect(timeline.article.locator("mark#chosen")).to_have_text("June 2024")
    expect(timeline.article.locator("mark#chosen")).to_be_in_viewport()
    assert timeline.article.locator("mark:not(.actor)").count() == 5
    timeline.page.go_back()
    expect(timeline.drawn().counts).to_contain_text("9 of 16 claims")
    timeline.page.get_by_role("link", name="Reader").click()
    expect(timeline.article).to_be_visible()
    timeline.page.get_by_role("link", name="Timeline").click()
    expect(timeline.drawn().counts).to_contain_text("9 of 16 claims")  # as it was left


def test_a_claim_of_the_reader_leads_to_the_timeline(visit, hand_made):
    reader = visit(f"{hand_made}/reader?source=old")
    settled(reader.page)
    reader.page.get_by_role("link", name="September 480 BCE").last.click()
    expect(reader.drawn().evidence.locator("h2")).to_have_text("Battle of Salamis")


def test_the_csv_holds_what_the_screen_counts(visit, hand_made):
    timeline = visit(f"{hand_made}/?lang=el&lang=ar").drawn()
    expect(timeline.counts).to_contain_text("7 of 16 claims")
    timeline.page.get_by_role("button", name="Export", exact=True).click()
    with timeline.page.expect_download() as download:
        timeline.page.get_by_role("button", name="Download", exact=True).click()
    with open(download.value.path(), "rb") as stream:  # noqa: PTH123 - Playwright's path
        data = stream.read()
    assert data.startswith(b"\xef\xbb\xbf")
    table = pd.read_csv(io.BytesIO(data), encoding="utf-8-sig")
    assert list(table.columns) == list(COLUMNS)
    assert len(table) == 7
    assert set(table["language"]) == {"el", "ar"}
    assert table["start"].isna().sum() == 1
    assert table["link"].str.startswith(("https://", f"{hand_made}/reader?event=")).all()


def test_a_row_of_the_table_opens_its_evidence(visit, hand_made):
    timeline = visit(f"{hand_made}/?lang=en").drawn()
    grid = timeline.page.locator(".st-key-panel-table canvas").first
    grid.scroll_into_view_if_needed()
    box = grid.bounding_box()
    timeline.page.mouse.click(box["x"] + 18, box["y"] + 1.5 * 36)
    expect(timeline.evidence.locator("h2")).to_have_text("Battle of Salamis")


def test_hostile_text_does_nothing_anywhere(visit, hand_made):
    timeline = visit(f"{hand_made}/?since=2019&until=2019&lanes=actor&event=hostile.0").drawn()
    expect(timeline.evidence).to_contain_text("<script>window.hacked=1</script>")
    for name in ("Actor", "Source"):
        expect(timeline.behind(name).get_by_role("button").first).to_be_visible()
        timeline.shut()
    for lanes in ("source", "story"):
        visit(f"{hand_made}/?since=2019&until=2019&lanes={lanes}").drawn()
    reader = visit(f"{hand_made}/reader?event=hostile.0")
    expect(reader.article).to_contain_text("</p></mark><b>=HYPERLINK</b>")
    reader.page.get_by_role("combobox", name="Source").click()
    expect(reader.page.get_by_role("option").first).to_be_visible()
    for page in (timeline.page, reader.page):
        assert page.evaluate("window.hacked") is None
        assert page.locator("img").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0


def test_a_small_screen_shows_all_parts_without_a_sideways_page(visit, hand_made):
    timeline = visit(f"{hand_made}/?kind=aid&kind=agreement&kind=war&event=en.2", width=390, height=844).drawn()
    expect(timeline.evidence.locator("blockquote mark")).to_have_text(["September 2024"])
    assert timeline.page.evaluate("document.documentElement.scrollWidth") <= 390
    order = [
        timeline.page.locator(f".st-key-panel-{part}").bounding_box()["y"] for part in ("lanes", "evidence", "table")
    ]
    assert order == sorted(order)


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(251, 250, 247)"), ("dark", "rgb(25, 24, 22)")])
def test_light_and_dark_are_its_own(visit, hand_made, scheme, ground):
    timeline = visit(hand_made, scheme=scheme).drawn()
    assert timeline.page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == ground


def test_charts_and_controls_have_names(visit, hand_made):
    timeline = visit(hand_made).drawn()
    for role, pattern in (("figure", "Claims over time"), ("group", "Timeline of")):
        expect(timeline.page.get_by_role(role, name=re.compile(pattern))).to_be_attached()


def test_two_people_do_not_see_each_other(visit, hand_made):
    one, other = visit(hand_made).drawn(), visit(hand_made).drawn()
    one.choose_language("Ελληνικά")
    expect(one.counts).to_contain_text("4 of 16 claims")
    expect(other.counts).to_contain_text("16 claims, 1 undated")
    assert "lang" not in parameters(other.page)


def test_the_seeds_tell_the_signing_in_three_languages(visit, seeds):
    timeline = Timeline(visit(seeds).drawn().page)
    expect(timeline.counts).to_contain_text("5 sources · 3 languages")
    expect(timeline.evidence.locator(".when")).to_contain_text("17 January 2025")
    expect(timeline.evidence).to_contain_text("5 sources, 3 languages")
    assert {"en", "el", "ar"} <= {
        quote.get_attribute("lang") for quote in timeline.evidence.locator("blockquote").all()
    }
    timeline.choose_language("العربية")
    expect(timeline.counts).to_contain_text("of 33 claims")
