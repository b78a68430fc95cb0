"""The lanes as a person uses them: with the pointer, by keyboard, as links, and where claims are too many to draw."""

import re

import pytest
from playwright.sync_api import expect

from tests import library_factory
from tests.browser.conftest import serving
from tests.browser.pages import parameters

pytestmark = pytest.mark.browser

TIP = """(link) => { const shown = getComputedStyle(link, '::after');
    return shown.content === 'none' ? null : link.dataset.tip; }"""
OUT_OF_SIGHT = """() => [...document.querySelectorAll('.lanes .label')].filter((label) => {
    const frame = label.closest('.lanes').getBoundingClientRect(), box = label.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1;
}).length"""


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    with serving(library_factory.crowded(tmp_path_factory.mktemp("crowd") / "crowd.db", 2_100)) as address:
        yield address


def test_a_bar_is_opened_by_keyboard_and_keeps_it(visit, hand_made):
    timeline = visit(hand_made).drawn()
    story = timeline.lanes.get_by_role("link", name=re.compile("^Missiles sent"))
    expect(story).to_have_accessible_name(re.compile("September 2024, alleged, Aid, 1 independent source$"))
    story.focus()
    timeline.page.keyboard.press("Enter")
    expect(timeline.evidence.locator("h2")).to_have_text("Missiles sent")
    expect(story).to_have_attribute("aria-current", "true")
    expect(story).to_be_focused()


def test_the_chart_is_skipped_by_keyboard(visit, hand_made):
    timeline = visit(hand_made).drawn()
    skip = timeline.page.get_by_role("link", name="Skip the chart")
    skip.focus()
    timeline.page.keyboard.press("Enter")
    expect(timeline.page.locator("#claims")).to_be_focused()


def test_a_bar_is_an_address_of_its_own(visit, hand_made):
    timeline = visit(f"{hand_made}/?lang=en").drawn()
    address = timeline.lanes.locator("a[data-to='en.4']").get_attribute("href")
    other = visit(f"{hand_made}/{address}").drawn()
    expect(other.evidence.locator("blockquote mark").first).to_have_text("around 2022")
    assert parameters(other.page) == {"lang": ["en"], "event": ["en.4"]}


@pytest.mark.parametrize("width", [1440, 390])
def test_words_beside_the_pointer_say_the_whole_of_it(visit, hand_made, width):
    timeline = visit(hand_made, width=width).drawn()
    story = timeline.lanes.locator("a[data-to='en.2']")
    assert story.evaluate(TIP) is None
    timeline.bar("en.2").hover(force=True)
    said = story.evaluate(TIP)
    assert "Missiles sent" in said
    assert "September 2024 · alleged · Aid" in said


@pytest.mark.parametrize("lanes", ["story", "actor", "language"])
@pytest.mark.parametrize("width", [1440, 800, 390])
def test_no_label_leaves_the_chart(visit, hand_made, lanes, width):
    timeline = visit(f"{hand_made}/?lanes={lanes}", width=width).drawn()
    assert timeline.lanes.locator(".label").count()
    assert timeline.page.evaluate(OUT_OF_SIGHT) == 0


def test_links_are_followed_in_place_after_lanes_have_become_counts_and_bars_again(visit, crowd):
    timeline = visit(crowd).drawn()
    timeline.page.evaluate("window.here = true")
    for lanes, drawn in (("Actor", ".counted a"), ("Story", ".row .bar")):
        timeline.page.locator(".st-key-lanes").get_by_role("radio", name=lanes).click()
        expect(timeline.lanes.locator(drawn).first).to_be_visible()
    story = timeline.lanes.locator(".row a:not(.chosen)").first
    story.locator(".bar").click(force=True)
    expect(timeline.lanes.locator("a.chosen .label").first).to_be_visible()
    timeline.page.wait_for_url(re.compile("event="))
    assert timeline.page.evaluate("window.here")


def test_a_click_on_a_count_goes_into_its_time(visit, crowd):
    timeline = visit(f"{crowd}/?lanes=actor").drawn()
    expect(timeline.lanes.locator(".counted")).to_have_count(8)
    spring = timeline.lanes.locator("a[data-to='2001-04/2001-06']").first
    spring.hover()
    assert spring.evaluate(TIP) == "quarter 2 of 2001: 91 sure, 0 possible"
    spring.click()
    expect(timeline.counts).to_contain_text("91 of 2,100 claims")
    expect(timeline.page.get_by_role("textbox", name="From")).to_have_value("2001-04")
    assert parameters(timeline.page) == {"lanes": ["actor"], "since": ["2001-04"], "until": ["2001-06"]}
    expect(timeline.lanes.locator("a .bar").first).to_be_visible()  # few enough to be drawn, each by itself
