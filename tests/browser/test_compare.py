"""The page Compare as a person uses it: with the mouse, by keyboard, on a small screen, and with texts that attack."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NAMELESS = """() => [...document.querySelectorAll('table.compared a, table.compared button')]
    .filter(each => !each.textContent.trim()).length"""


def drawn(seen):
    """Wait until the table is there, and its links are followed without loading the page anew."""
    expect(seen.page.locator(".st-key-panel-compared[data-followed] table")).to_be_visible()
    return seen


def row(seen, title):
    return seen.page.get_by_role("row").filter(has=seen.page.get_by_role("rowheader", name=title))


def test_a_click_on_a_date_opens_its_evidence_without_loading_the_page_anew(visit, hand_made):
    seen = drawn(visit(f"{hand_made}/compare"))
    korea = row(seen, "Putin signs with North Korea")
    expect(korea.get_by_role("cell")).to_have_count(3)
    seen.page.evaluate("window.here = true")
    korea.get_by_role("link", name="compatible: 2024").click()
    expect(seen.evidence.locator("blockquote mark").first).to_have_text("العام الماضي")
    seen.page.wait_for_url(re.compile("event=ar.1"))
    assert seen.page.evaluate("window.here")
    told = seen.page.get_by_role("row").filter(has=seen.page.get_by_role("rowheader", name="In their words"))
    quotes = told.locator("blockquote")
    expect(quotes).to_have_count(3)
    tops = [quote.bounding_box()["y"] for quote in quotes.all()]
    assert max(tops) - min(tops) < 5  # side by side
    arabic = told.locator("blockquote[lang=ar]")
    assert arabic.evaluate("element => getComputedStyle(element).direction") == "rtl"


def test_a_link_opens_the_same_in_another_tab(visit, hand_made):
    seen = drawn(visit(f"{hand_made}/compare?lang=el&lang=ar"))
    address = seen.page.locator("table.compared a[data-to='el.1']").first.get_attribute("href")
    other = visit(f"{hand_made}/compare{address}")
    expect(other.evidence.locator("blockquote mark").first).to_have_text("Τον περασμένο Ιούνιο")
    expect(other.counts).to_contain_text("7 of 16 claims")


def test_the_whole_way_by_keyboard(visit, hand_made):
    seen = drawn(visit(f"{hand_made}/compare"))
    first = row(seen, "Treaty signed in Moscow").get_by_role("link").first
    expect(first).to_be_visible()
    first.focus()
    while "Putin signs" not in seen.page.evaluate("document.activeElement.textContent"):
        seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Enter")
    expect(seen.evidence.locator("h2")).to_have_text("Putin signs with North Korea")
    expect(row(seen, "Putin signs with North Korea").get_by_role("link").first).to_be_focused()
    seen.page.keyboard.press("Tab")
    focused = seen.page.locator(":focus")
    expect(focused).to_have_text(re.compile("June 2024"))
    seen.page.get_by_role("link", name="All evidence").focus()
    seen.page.keyboard.press("Enter")
    seen.page.keyboard.press("Tab")
    assert seen.evidence.evaluate("panel => panel.contains(document.activeElement)")


def test_signs_and_silence_are_heard(visit, hand_made):
    seen = drawn(visit(f"{hand_made}/compare"))
    expect(seen.page.get_by_role("table")).to_have_count(1)
    expect(seen.page.get_by_role("columnheader")).to_have_text(["Story", "English", "العربية", "Ελληνικά"])
    alone = row(seen, "Missiles sent").get_by_role("cell")
    assert "silent" in alone.nth(1).aria_snapshot()
    assert "compatible: 2024" in row(seen, "Putin signs").aria_snapshot()
    assert seen.page.evaluate(NAMELESS) == 0


def test_conflicts_only(visit, papers):
    seen = drawn(visit(f"{papers}/compare"))
    expect(seen.page.locator("table.compared tbody th[scope=row] .dated")).to_have_count(3)
    seen.page.locator(".st-key-agree").get_by_role("button", name="conflict").click()
    expect(seen.page.locator("table.compared tbody th[scope=row] .dated")).to_have_count(2)
    seen.page.wait_for_url(re.compile("agree=conflict"))
    sign = seen.page.locator("table.compared td .sign.conflict").first
    expect(sign).to_have_text("≠")
    seen.page.locator(".st-key-across").get_by_text("Source", exact=True).click()
    expect(seen.page.get_by_role("columnheader").nth(1)).to_have_text(re.compile("Paper"))
    seen.page.get_by_role("button", name="Export", exact=True).click()
    with seen.page.expect_download() as download:
        seen.page.get_by_role("button", name="Download", exact=True).click()
    with open(download.value.path(), encoding="utf-8-sig") as stream:  # noqa: PTH123 - Playwright's path
        assert len(stream.read().strip().splitlines()) > 8


def test_the_view_goes_along_from_page_to_page(visit, hand_made):
    timeline = visit(f"{hand_made}/?lang=el").drawn()
    timeline.page.get_by_role("link", name="Compare").click()
    expect(timeline.page.get_by_role("heading", name="Compare")).to_be_visible()
    expect(timeline.counts).to_contain_text("4 of 16 claims")
    timeline.page.wait_for_url(re.compile(r"compare\?lang=el"))
    timeline.choose_language("English")
    expect(timeline.counts).to_contain_text("13 of 16 claims")
    timeline.page.get_by_role("link", name="Key dates").click()
    expect(timeline.page.get_by_role("heading", name="Key dates")).to_be_visible()
    expect(timeline.counts).to_contain_text("13 of 16 claims")
    timeline.page.get_by_role("link", name="Timeline").click()
    expect(timeline.drawn().counts).to_contain_text("13 of 16 claims")
    for place, title in (("/", "Dateline"), ("/key-dates", "Key dates"), ("/compare", "Compare")):
        timeline.page.wait_for_url(f"**{place}?lang=el&lang=en")
        expect(timeline.page.get_by_role("heading", name=title, exact=True)).to_be_visible()
        expect(timeline.counts).to_contain_text("13 of 16 claims")
        timeline.page.go_back()
    timeline.page.wait_for_url("**/compare?lang=el")  # what was filtered before, on the same page
    expect(timeline.counts).to_contain_text("4 of 16 claims")


def test_the_way_back_from_a_filter_leads_to_the_page_without_it(visit, hand_made):
    timeline = visit(hand_made).drawn()
    timeline.page.get_by_role("link", name="Compare").click()
    expect(timeline.page.get_by_role("heading", name="Compare")).to_be_visible()
    timeline.choose_language("English")
    expect(timeline.counts).to_contain_text("9 of 16 claims")
    timeline.page.wait_for_url("**/compare?lang=en")
    timeline.page.go_back()
    timeline.page.wait_for_url("**/compare")
    expect(timeline.counts).to_contain_text("16 claims, 1 undated")


def test_columns_are_chosen(visit, hand_made):
    seen = drawn(visit(f"{hand_made}/compare"))
    seen.page.locator(".st-key-open-col button").click()
    offered = seen.page.locator(".st-key-col")
    offered.get_by_role("button", name="Ελληνικά").click()
    expect(seen.page.get_by_role("columnheader")).to_have_text(["Story", "Ελληνικά"])
    seen.page.wait_for_url(re.compile("col=el"))
    expect(seen.counts).to_contain_text("16 claims, 1 undated")  # nothing is filtered


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_small_screen_shows_a_list(visit, papers, scheme):
    seen = drawn(visit(f"{papers}/compare", width=390, height=844, scheme=scheme))
    expect(seen.page.locator("table.compared td .given").first).to_be_visible()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 390
    fall = seen.page.locator("table.compared tr").nth(1)
    lefts = {round(cell.bounding_box()["x"]) for cell in fall.locator("td").all()}
    assert len(lefts) == 1  # below one another
    expect(fall.locator(".teller").first).to_be_visible()
    expect(seen.evidence.locator("blockquote mark").first).to_be_attached()


def test_hostile_text_does_nothing(visit, hand_made):
    seen = drawn(visit(f"{hand_made}/compare?across=source&src=hostile&event=hostile.0"))
    expect(seen.page.locator("table.compared blockquote").first).to_contain_text("<script>window.hacked=1</script>")
    seen.page.locator(".st-key-open-col button").click()
    expect(seen.page.locator(".st-key-col button").first).to_be_visible()
    seen.page.locator("table.compared a[data-to='hostile.0']").first.click(force=True)
    assert seen.page.evaluate("window.hacked") is None
    assert seen.page.locator("img").count() == 0
    assert seen.page.locator("a[href^='javascript']").count() == 0
