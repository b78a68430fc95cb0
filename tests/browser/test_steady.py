"""Nothing moves by itself: neither while a page is drawn for the first time, nor when a filter is set."""

import pytest
from playwright.sync_api import expect

from tests.browser.pages import settled

pytestmark = pytest.mark.browser

MOST = 0.25
"""Of the screen's height and width together, as browsers count layout shifts: more is poor (web.dev, CLS)."""

WATCH = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifts += each.value;
}).observe({ type: 'layout-shift', buffered: true });
"""


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("path", ["", "compare", "key-dates", "sources", "actors", "corrections", "reader?source=el"])
def test_what_is_drawn_stays_where_it_is(browser, hand_made, path, locale):
    page = browser.new_page(viewport={"width": 1440, "height": 1000}, locale=locale)
    page.add_init_script(WATCH)
    page.goto(f"{hand_made}/{path}")
    settled(page)
    assert page.evaluate("document.documentElement.dir") == ("rtl" if locale == "ar" else "ltr")
    assert page.evaluate("window.shifts") < MOST
    page.close()


def test_a_filter_moves_nothing_above_the_lanes(visit, hand_made):
    timeline = visit(hand_made).drawn()
    strip = timeline.page.locator(".st-key-panel-strip")
    before = strip.bounding_box()
    timeline.page.locator(".st-key-status button").nth(1).click()
    expect(timeline.page.get_by_role("button", name="Show everything")).to_be_visible()
    settled(timeline.page)
    expect(timeline.page.locator(".st-key-panel-chips").get_by_role("button")).to_have_count(2)
    assert strip.bounding_box() == before
