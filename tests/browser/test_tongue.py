"""The interface's languages as readers use them: chosen by mouse and keyboard, kept, turned, and two at once."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import Timeline, settled

pytestmark = pytest.mark.browser

A_YEAR = 365 * 24 * 60 * 60
PAGES = {
    "": "Dateline",
    "compare": "مقارنة",
    "key-dates": "التواريخ الرئيسية",
    "sources": "المصادر",
    "actors": "الأطراف",
    "corrections": "التصحيحات",
    "reader": "القراءة",
}

WATCH = """
    window.drawn = [];
    new MutationObserver(() => {
        const title = document.querySelector('h1');
        if (title) window.drawn.push(getComputedStyle(title).direction);
    }).observe(document, {childList: true, subtree: true});
"""
"""Notes in which direction a page's title is drawn, from the first time on."""

END_OF_TITLE = """() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('h1'));
    return range.getBoundingClientRect().right;
}"""
"""Where the letters of a page's title end, in pixels."""


@pytest.fixture
def reader(browser):
    """Somebody with a browser of their own, in which nothing is chosen yet."""
    contexts, broken = [], []

    def open_page(url, locale="en-US", width=1440, height=1000, scheme="light"):
        contexts.append(
            browser.new_context(locale=locale, viewport={"width": width, "height": height}, color_scheme=scheme)
        )
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda said: broken.append(said.text) if said.type == "error" else None)
        page.add_init_script(WATCH)
        page.goto(url)
        return page

    yield open_page
    for context in contexts:
        context.close()
    # Streamlit asks below each page's own address for what lies at the root, and then there.
    assert not [words for words in broken if "Failed to load resource" not in words]


def read_in(page, code, direction):
    expect(page.locator("html")).to_have_attribute("lang", code)
    expect(page.locator("html")).to_have_attribute("dir", direction)
    expect(page.locator("body")).to_have_css("direction", direction)
    settled(page)


def choose(page, name):
    page.get_by_role("radio", name=name).click()


def test_a_choice_by_mouse_turns_the_page_and_is_kept(reader, hand_made):
    page = reader(f"{hand_made}/?lang=el&kind=war")
    expect(page.locator(".counts")).to_contain_text("1 of 16 claims")
    choose(page, "العربية")
    read_in(page, "ar", "rtl")
    expect(page.get_by_role("link", name="المصادر")).to_be_visible()
    expect(page.locator(".st-key-panel-evidence")).to_contain_text("لماذا هذا التاريخ")
    assert page.url.endswith("/?lang=el&kind=war")
    expect(page.locator(".st-key-panel-chips")).to_contain_text("حرب")
    page.reload()
    read_in(page, "ar", "rtl")
    assert set(page.evaluate("window.drawn")) == {"rtl"}  # never the other way round before
    [kept] = [cookie for cookie in page.context.cookies() if cookie["name"] == "dateline-language"]
    assert kept["value"] == "ar"
    assert abs(kept["expires"] - page.evaluate("Date.now() / 1000") - A_YEAR) < 3_600
    choose(page, "English")
    read_in(page, "en", "ltr")
    expect(page.locator(".counts")).to_contain_text("1 of 16 claims")


def test_a_choice_by_keyboard(reader, hand_made):
    page = reader(f"{hand_made}/sources")
    read_in(page, "en", "ltr")
    page.get_by_role("radio", name="English").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Ελληνικά")).to_be_focused()
    page.keyboard.press("Enter")
    read_in(page, "el", "ltr")
    expect(page.get_by_role("heading", name="Πηγές")).to_be_visible()
    expect(page.get_by_role("radio", name="Ελληνικά")).to_be_checked()


def test_the_control_is_reached_before_the_page(reader, hand_made):
    page = reader(f"{hand_made}/sources")
    read_in(page, "en", "ltr")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('.st-key-panel-tongue [role=radio]'))"):
            return
        assert not page.evaluate("Boolean(document.activeElement.closest('.st-key-panel-intake'))")
    pytest.fail("twenty steps do not reach it")


@pytest.mark.parametrize(
    ("locale", "code", "direction"), [("el-GR", "el", "ltr"), ("ar-LB", "ar", "rtl"), ("ru", "en", "ltr")]
)
def test_the_browsers_language_comes_first_and_is_no_choice(reader, hand_made, locale, code, direction):
    page = reader(f"{hand_made}/reader", locale=locale)
    read_in(page, code, direction)
    assert "dateline-language" not in {cookie["name"] for cookie in page.context.cookies()}


def test_two_readers_at_once_each_in_their_language(reader, hand_made):
    greek, arabic = reader(hand_made, locale="el-GR"), reader(hand_made, locale="ar-EG")
    for _turn in range(2):
        expect(greek.locator(".st-key-panel-evidence")).to_contain_text("Γιατί αυτή η ημερομηνία")
        expect(arabic.locator(".st-key-panel-evidence")).to_contain_text("لماذا هذا التاريخ")
        greek.reload()
        arabic.reload()


def test_time_runs_from_left_to_right_and_labels_do_not_scramble(reader, hand_made):
    page = reader(f"{hand_made}/?since=2024-10&until=2025-02&lanes=language", locale="ar")
    timeline = Timeline(page).drawn()
    read_in(page, "ar", "rtl")
    labels = timeline.lanes.locator(".ticks span")
    boxes = [(box["x"], text) for box, text in ((one.bounding_box(), one.text_content()) for one in labels.all())]
    months = [re.sub(r"[\u2068\u2069\d]", "", text) for _, text in sorted(boxes)]
    assert months == ["نوفمبر", "ديسمبر", "يناير", "فبراير"]
    days = [timeline.bar(event).bounding_box()["x"] for event in ("ar.2", "en.0")]
    assert days == sorted(days)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_every_page_turns_without_a_sideways_page(reader, hand_made, width, scheme):
    page = reader(hand_made, locale="ar", width=width, height=844, scheme=scheme)
    for path, title in PAGES.items():
        page.goto(f"{hand_made}/{path}")
        read_in(page, "ar", "rtl")
        expect(page.get_by_role("heading", name=title, exact=True).first).to_be_visible()
        assert width - page.evaluate(END_OF_TITLE) < 30
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
        for panel in page.locator(".st-key-panel-evidence").all():
            assert panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")


@pytest.mark.parametrize(("locale", "name"), [("en", "English"), ("ar", "العربية")])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_control_stands_in_the_head_beside_what_is_there(reader, hand_made, locale, name, width):
    page = reader(f"{hand_made}/sources", locale=locale, width=width, height=844)
    expect(page.get_by_role("radio", name=name)).to_be_checked()
    settled(page)
    expect(page.locator(".st-key-panel-tongue")).to_have_css("position", "fixed")
    control = page.locator(".st-key-panel-tongue").bounding_box()
    head = page.get_by_test_id("stHeader").bounding_box()
    assert head["y"] <= control["y"]
    assert control["y"] + control["height"] <= head["y"] + head["height"] + 1
    others = page.locator("[data-testid=stMainMenu], [data-testid=stTopNavLink], [data-testid=stExpandSidebarButton]")
    for other in (one.bounding_box() for one in others.all()):
        assert other["x"] + other["width"] <= control["x"] + 1 or control["x"] + control["width"] <= other["x"] + 1
    title = page.locator("h1").bounding_box()["y"]
    page.evaluate("document.querySelector('.st-key-panel-tongue').closest('[data-testid=stLayoutWrapper]').remove()")
    assert page.locator("h1").bounding_box()["y"] == title


def test_the_menu_of_a_small_screen_opens_from_its_own_side(reader, hand_made):
    page = reader(f"{hand_made}/sources", locale="ar", width=390, height=844)
    read_in(page, "ar", "rtl")
    page.get_by_test_id("stExpandSidebarButton").click()
    link = page.get_by_test_id("stSidebar").get_by_role("link", name="الأطراف")
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.get_by_role("heading", name="الأطراف")).to_be_visible()


def test_a_form_that_refuses_says_so_in_its_readers_language(reader, hand_made):
    page = reader(f"{hand_made}/sources", locale="ar")
    read_in(page, "ar", "rtl")
    page.get_by_text("إضافة وثائق").click()
    page.get_by_role("button", name="قراءة هذا النص").click()
    refused = page.locator(".st-key-panel-intake").get_by_role("status")
    expect(refused).to_have_text("لا نص بعد: ألصق نصًا.")
    expect(refused.locator("[lang=en]")).to_have_count(0)
    page.get_by_role("textbox", name="النص", exact=True).fill("سقط أمس.")
    page.get_by_role("textbox", name="تاريخ الكتابة").first.fill("soon")
    page.get_by_role("button", name="قراءة هذا النص").click()
    expect(refused.locator("[lang=en]")).to_contain_text("'soon' is no date")
