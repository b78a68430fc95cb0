"""Pages for everyone: what axe-core finds at fault, small screens, large type, and the way by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.pages import settled

pytestmark = pytest.mark.browser

PAGES = {
    "timeline": ("/?event=en.2", ".st-key-panel-evidence h2"),
    "lanes": ("/?lanes=actor&colour=kind&lang=en&lang=ar", ".st-key-panel-evidence h2"),
    "nothing": ("/?q=nobodyelse", ".note"),
    "compare": ("/compare", "table.compared"),
    "key-dates": ("/key-dates", ".digest .entry"),
    "corrections": ("/corrections", "h1"),
    "sources": ("/sources", ".st-key-panel-shelf"),
    "actors": ("/actors?actor=Iran", "h2"),
    "reader": ("/reader?event=ar.1", "article mark#chosen"),
}
"""Addresses, and what has to be there before a page is looked at."""

GRAVE = {"serious", "critical"}


def faults(page):
    """What axe-core calls serious or critical, with where it is."""
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["html"][:120] for node in each["nodes"]]) for each in found if each["impact"] in GRAVE]


def opened(visit, hand_made, name, **how):
    address, sign = PAGES[name]
    page = visit(hand_made + address, **how).page
    expect(page.locator(sign).first).to_be_visible()
    settled(page)
    return page


@pytest.mark.parametrize(("scheme", "locale"), [("light", "en"), ("dark", "en"), ("dark", "ar"), ("light", "el")])
@pytest.mark.parametrize("name", list(PAGES))
def test_no_page_has_a_serious_fault(visit, hand_made, name, scheme, locale):
    page = opened(visit, hand_made, name, scheme=scheme, locale=locale)
    expect(page.locator("html")).to_have_attribute("lang", locale)
    assert faults(page) == []


@pytest.mark.parametrize("name", list(PAGES))
def test_a_narrow_screen_scrolls_one_way_and_has_no_serious_fault(visit, hand_made, name):
    page = opened(visit, hand_made, name, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert faults(page) == []


@pytest.mark.parametrize("name", list(PAGES))
def test_type_twice_as_large_fits(visit, hand_made, name):
    page = opened(visit, hand_made, name, width=720, height=500)  # what 200 % leave of 1440 by 1000
    assert page.evaluate("document.documentElement.scrollWidth") <= 720


def test_what_is_open_has_no_serious_fault(visit, hand_made):
    timeline = visit(hand_made).drawn()
    for name in ("Actor", "Kind", "Source", "Date", "Told by", "Marks"):
        expect(timeline.behind(name)).to_be_visible()
        assert faults(timeline.page) == []
        timeline.shut()


def test_the_reader_by_its_keys(visit, hand_made):
    page = opened(visit, hand_made, "reader")
    title = page.locator(".st-key-panel-evidence h2")
    first = title.inner_text()
    page.locator("article").click(position={"x": 2, "y": 2})
    page.keyboard.press("j")
    expect(title).not_to_have_text(first)
    expect(page.locator("article mark#chosen")).to_be_in_viewport()
    page.keyboard.press("k")
    expect(title).to_have_text(first)
