"""Sources, and words of other people, that attack whoever reads them: every field, on every page, does nothing."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from extract.by import by
from extract.dates.interval import Grain, to_day, unit_of
from extract.remark import note, star
from extract.store.library import open_to_change
from extract.store.views import name_view
from tests import library_factory
from tests.browser.conftest import serving
from tests.browser.pages import settled
from tests.library_factory import HOSTILE_NAME, HOSTILE_TEXT, Told, document

pytestmark = pytest.mark.browser

FORMULA = '=HYPERLINK("http://tracker.invalid/","x")'
YEAR = (unit_of(to_day(2019), Grain.YEAR), Grain.YEAR)

ADDRESSES = {
    "script": "javascript:window.hacked=1",
    "data": "data:text/html,<script>window.hacked=1</script>",
    "quotes": "https://tracker.invalid/\"onmouseover='window.hacked=1'<img src=x onerror=window.hacked=1>",
    "turned": "https://tracker.invalid/\u202egpj.exe",
    "broken": "http://[half",
}
"""Where sources say that they come from."""

PAGES = {
    "/?lanes=story&event={event}": ".st-key-panel-evidence h2",
    "/?lanes=actor&colour=kind&event={event}": ".st-key-panel-evidence h2",
    "/?lanes=source&event={event}": ".st-key-panel-evidence h2",
    "/compare?across=source&event={event}": "table.compared",
    "/compare?across=publisher": "table.compared",
    "/key-dates?dates=100": ".digest .entry",
    "/sources?source={source}": ".st-key-panel-source h2",
    "/actors": "h1",
    "/corrections": ".logged",
    "/reader?event={event}": "article mark#chosen",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "hostile.db"
    documents = []
    for name, url in ADDRESSES.items():
        actors = (HOSTILE_NAME, FORMULA, "a\0b", "x" * 10_000)
        made = document(
            name, "ar" if name == "turned" else "en", f"{HOSTILE_TEXT}\0 {FORMULA}",
            [Told("2019", YEAR, actors, story="one", headline=f"{name} {HOSTILE_NAME}\0")],
            title=f"{FORMULA}\0{HOSTILE_NAME}", url=url,
        )  # fmt: skip
        documents.append(replace(made, source=replace(made.source, publisher=f"{HOSTILE_NAME} {name}")))
    library_factory.build(path, documents, {})
    now = datetime(2026, 11, 22, tzinfo=UTC)
    said = by(HOSTILE_NAME[:100], HOSTILE_NAME, now)
    with closing(open_to_change(path, 5)) as opened:
        for name in ADDRESSES:
            note(opened, f"{name}.0", f"{HOSTILE_NAME}\n{FORMULA}", said)
            star(opened, f"{name}.0", said, is_on=True)
        name_view(opened, HOSTILE_NAME[:60], "lang=en", now)
    return path


@pytest.fixture(scope="module")
def address(library):
    with serving(library) as address:
        yield address


def harmless(page):
    """Nothing of what is shown has run, stands for a picture, or leads anywhere but to a page, shown by its host."""
    settled(page)
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, object, embed").count() == 0
    assert page.locator('.stHtml script:not(#language, #choice, #way-back, [id^="at-"])').count() == 0
    told = page.evaluate(
        "[...document.querySelectorAll('.stMain a[href]')].map(each => [each.getAttribute('href'), each.rel, each.text])"
    )
    for href, rel, text in told:
        assert href.startswith(("/", "?", "#", "http://", "https://"))
        if href.startswith(("http://", "https://")):
            assert "noopener" in rel
            assert "noreferrer" in rel
            assert "tracker.invalid" in text


@pytest.mark.parametrize("pattern", list(PAGES))
def test_every_page_is_readable_and_nothing_runs(visit, address, pattern):
    page = visit(address + pattern.format(event="script.0", source="script")).page
    expect(page.locator(PAGES[pattern]).first).to_be_visible()
    harmless(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1440


@pytest.mark.parametrize("name", [name for name in ADDRESSES if name != "script"])
def test_no_address_of_a_source_does_anything(visit, address, name):
    page = visit(f"{address}/?event={name}.0").page
    expect(page.locator(".st-key-panel-evidence h2")).to_contain_text(f"{name} ![x](http://tracker.invalid/a.png)")
    harmless(page)


@pytest.mark.parametrize("pattern", ["/?event={event}", "/compare?event={event}", "/reader?event={event}"])
def test_a_small_screen_is_not_broken_by_long_words(visit, address, pattern):
    page = visit(address + pattern.format(event="quotes.0"), width=390, height=844).page
    expect(page.locator("mark, .date").first).to_be_visible()
    harmless(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_names_in_what_opens_are_text(visit, address):
    timeline = visit(f"{address}/?event=script.0").drawn()
    for name in ("Actor", "Source"):
        expect(timeline.behind(name).get_by_role("button").first).to_be_visible()
        harmless(timeline.page)
        timeline.shut()
    timeline.page.get_by_role("button", name="Views", exact=True).click()
    kept = timeline.page.get_by_test_id("stPopoverBody").get_by_role("button").first
    expect(kept).to_contain_text("![x](http://tracker.invalid/a.png)")
    kept.click()
    expect(timeline.counts).to_contain_text("4 of 5 claims")
    harmless(timeline.page)


def test_an_address_cannot_bring_in_anything(visit, address):
    attack = "%3Cscript%3Ewindow.hacked%3D1%3C%2Fscript%3E%22%3E%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E"
    for where in (
        f"/?q={attack}&since={attack}&actor={attack}&src={attack}&pub={attack}&event={attack}&lang={attack}",
        f"/compare?col={attack}&event={attack}&across={attack}",
        f"/key-dates?dates={attack}&until={attack}",
        f"/sources?source={attack}", f"/actors?actor={attack}", f"/reader?event={attack}", f"/reader?source={attack}",
    ):  # fmt: skip
        page = visit(address + where).page
        expect(page.locator("h1, h2, .note, .stHtml p").first).to_be_visible()
        harmless(page)
