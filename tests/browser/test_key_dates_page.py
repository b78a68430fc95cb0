"""The page of key dates as a person uses it: read on a screen of any size, by keyboard, and on paper."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.pages import settled

pytestmark = pytest.mark.browser

BROKEN_APART = """() => [...document.querySelectorAll('.digest .entry')]
    .filter(each => getComputedStyle(each).breakInside !== 'avoid').length"""


def read(visit, address, **how):
    seen = visit(address, **how)
    expect(seen.page.locator(".digest .entry").first).to_be_visible()
    settled(seen.page)
    return seen


def entry(seen, title):
    return seen.page.get_by_role("article").filter(has=seen.page.get_by_role("heading", name=title))


def test_dates_in_order_under_headings_with_words_marked(visit, hand_made):
    seen = read(visit, f"{hand_made}/key-dates")
    headings = seen.page.locator(".digest h2")
    expect(headings.first).to_have_text("480 BCE")
    expect(headings.last).to_have_text("2025")
    korea = entry(seen, "Putin signs with North Korea")
    expect(korea.locator("mark")).to_have_text(["June 2024", "Τον περασμένο Ιούνιο"])
    left, right = (each.bounding_box() for each in korea.locator("blockquote").all())
    assert left["x"] + left["width"] <= right["x"]  # side by side


def test_arabic_runs_from_the_right(visit, hand_made):
    seen = read(visit, f"{hand_made}/key-dates?lang=ar")
    title = seen.page.locator(".digest h3").first
    assert title.evaluate("element => getComputedStyle(element).direction") == "rtl"
    strip = seen.page.locator(".rail").first
    assert strip.evaluate("element => getComputedStyle(element).direction") == "ltr"


def test_strips_show_where_each_date_lies(visit, hand_made):
    seen = read(visit, f"{hand_made}/key-dates?since=2024&until=2025")
    places = [mark.bounding_box()["x"] for mark in seen.page.locator(".rail i").all()]
    assert len(places) == 4
    assert places == sorted(places)
    assert all(mark.bounding_box()["width"] >= 2 for mark in seen.page.locator(".rail i").all())


def test_links_lead_to_the_evidence_to_compare_and_to_the_reader(visit, hand_made):
    seen = read(visit, f"{hand_made}/key-dates?lang=en")
    entry(seen, "Missiles sent").get_by_role("link", name="evidence").click()
    expect(seen.drawn().evidence.locator("blockquote mark")).to_have_text(["September 2024"])
    expect(seen.counts).to_contain_text("9 of 16 claims")
    seen.page.go_back()
    entry(seen, "Missiles sent").get_by_role("link", name="compare").click()
    expect(seen.page.locator("table.compared tr.chosen").first).to_contain_text("Missiles sent")
    seen.page.go_back()
    entry(seen, "Missiles sent").get_by_role("link", name="read in place").click()
    expect(seen.article.locator("mark#chosen")).to_have_text("September 2024")


def test_by_keyboard(visit, hand_made):
    seen = read(visit, f"{hand_made}/key-dates")
    links = seen.page.locator(".digest a")
    links.first.focus()
    for at in range(1, 5):
        seen.page.keyboard.press("Tab")
        expect(links.nth(at)).to_be_focused()
    seen.page.keyboard.press("Enter")
    expect(seen.page).not_to_have_url(re.compile("key-dates"))


def test_how_many_dates_is_chosen_and_kept_in_the_address(visit, hand_made):
    seen = read(visit, f"{hand_made}/key-dates")
    seen.page.locator(".st-key-dates").get_by_text("24", exact=True).click()
    seen.page.wait_for_url(re.compile("dates=24"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_small_screen_has_it_all_below_one_another(visit, hand_made, scheme):
    seen = read(visit, f"{hand_made}/key-dates", width=390, height=844, scheme=scheme)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 390
    korea = entry(seen, "Putin signs with North Korea")
    tops = [
        each.bounding_box()["y"]
        for each in (korea.locator(".when"), korea.locator("h3"), *korea.locator("blockquote").all())
    ]
    assert tops == sorted(tops)
    assert max(each.bounding_box()["width"] for each in seen.page.locator(".digest .entry").all()) <= 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_there_is_what_is_read_and_where_links_lead(visit, hand_made, scheme):
    seen = read(visit, f"{hand_made}/key-dates?since=2019", scheme=scheme)
    paper = PdfReader(io.BytesIO(seen.page.pdf(format="A5")))
    text = "\n".join(page.extract_text() for page in paper.pages)
    joined = re.sub(r"\s+", "", text)
    assert len(paper.pages) > 1
    for told in ("Key dates", "17 January 2025", "Missiles sent", "Filtered: ", "from 2019"):
        assert told in text
    assert f"({hand_made}/reader?event=en.2)" in joined
    for control in ("Export CSV", "Show everything", "Told by", "Sources\n", "sure or possible"):
        assert control not in text
    seen.page.emulate_media(media="print")
    assert seen.page.evaluate(BROKEN_APART) == 0
    assert (
        seen.page.locator(".stApp").evaluate("element => getComputedStyle(element).backgroundColor")
        == "rgb(255, 255, 255)"
    )
    assert seen.page.locator(".digest").evaluate("element => getComputedStyle(element).color") == "rgb(0, 0, 0)"


def test_disagreement_is_told(visit, papers):
    seen = read(visit, f"{papers}/key-dates")
    expect(seen.page.locator(".digest .note").first).to_contain_text("Sources differ on")


def test_hostile_text_does_nothing(visit, hand_made):
    seen = read(visit, f"{hand_made}/key-dates?src=hostile")
    expect(seen.page.locator(".digest blockquote")).to_contain_text("<script>window.hacked=1</script>")
    assert seen.page.evaluate("window.hacked") is None
    assert seen.page.locator("img").count() == 0
    assert seen.page.locator("a[href^='javascript']").count() == 0
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 1440
