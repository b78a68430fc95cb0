"""Documents come in and go by the sources page as a person does it: dropped, pasted, by path, stopped, removed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serving
from tests.browser.pages import Timeline, settled
from tests.browser.test_sources import pick

pytestmark = pytest.mark.browser

SLOW = 120_000
"""Milliseconds that a build may take on a machine that does other things too."""

MANY = 20_000
"""Documents that are not read before somebody has stopped it."""

ARABIC = "استقال أولاف شولتس في يونيو 2024 في برلين."
FILES = [
    {"name": "رسالة من بغداد.txt", "mimeType": "text/plain", "buffer": ARABIC.encode()},
    {"name": "<img src=x onerror=window.hacked=1>.pdf", "mimeType": "application/pdf", "buffer": b"%PDF"},
]


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library.db"


@pytest.fixture
def address(library):
    """The dashboard where there is no library yet."""
    with serving(library) as address:
        yield f"{address}/sources"


def is_done(page, told):
    expect(page.locator(".st-key-panel-build").get_by_role("status")).to_contain_text(told, timeout=SLOW)


def name_path(page, path):
    settled(page)
    page.get_by_role("textbox", name="Folder or file").fill(str(path))
    page.get_by_role("button", name="Read this folder or file").click()


def test_dropped_files_become_a_library(visit, address, library):
    page = visit(address).page
    page.locator("input[type=file]").set_input_files(FILES)
    expect(page.get_by_text("رسالة من بغداد.txt")).to_be_visible()
    page.get_by_role("button", name="Read these files").click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    is_done(page, "1 new, 0 changed, 0 unchanged. 1 date found, 0 of them undated. 1 could not be read")
    expect(page.locator(".counts")).to_contain_text("1 source · 0 with doubts · 1 without a date · 1 failure")
    expect(page.get_by_role("button", name="Read these files")).not_to_be_visible()
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)
    assert {path.name for path in library.with_name("library-documents").iterdir()} == {
        "رسالة من بغداد.txt", "_img src=x onerror=window.hacked=1_.pdf",
    }  # fmt: skip
    pick(page, 1)
    expect(page.locator(".st-key-panel-source .from").first).to_contain_text("العربية · 1 claim · ")
    page.get_by_role("radio", name="failures").click()
    expect(page.locator(".st-key-panel-failures canvas").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export CSV").click()
    assert "_img src=x onerror" in download.value.path().read_text(encoding="utf-8-sig")
    assert page.evaluate("window.hacked") is None
    page.get_by_role("link", name="Timeline").click()
    expect(Timeline(page).drawn().counts).to_contain_text("1 claim")


def test_a_pasted_text_is_read_with_what_is_known_of_it(visit, address):
    page = visit(address).page
    page.get_by_role("textbox", name="Text", exact=True).fill("Έπεσε χθες.\n<b>Ανέβηκε</b> σήμερα.")
    page.get_by_role("textbox", name="Title").fill("Πτώση")
    page.get_by_role("textbox", name="Written").fill("soon")
    page.get_by_role("button", name="Read this text").click()
    expect(page.locator(".st-key-panel-intake").get_by_role("status")).to_contain_text("'soon' is no date")
    page.get_by_role("textbox", name="Written").fill("2025-01-13")
    page.get_by_role("button", name="Read this text").click()
    is_done(page, "1 new")
    pick(page, 1)
    panel = page.locator(".st-key-panel-source")
    expect(panel.locator("h2")).to_have_text("Πτώση")
    expect(panel.locator(".when")).to_contain_text("Monday 13 January 2025")
    panel.get_by_role("link", name="read it").click()
    expect(page.locator("article")).to_contain_text("<b>Ανέβηκε</b> σήμερα.")


def test_the_samples_are_removed_and_taken_back(visit, address):
    page = visit(address).page
    page.get_by_role("button", name="Try it with the five sample articles").click()
    is_done(page, "5 new")
    pick(page, 1)
    panel = page.locator(".st-key-panel-source")
    expect(panel.locator("h2")).to_contain_text("Η συνθήκη")
    panel.get_by_text("Remove it").click()
    form = page.locator(".st-key-panel-removing")
    form.get_by_role("textbox", name="Why").fill("<b>double</b>")
    form.get_by_role("textbox", name="Who").fill("Μαρία")
    form.get_by_role("button", name="Remove this source").click()
    expect(page.locator(".counts")).to_contain_text("4 sources")
    expect(panel).to_contain_text("Choose a row")
    page.get_by_text("1 removed source").click()
    expect(page.locator(".st-key-panel-removed")).to_contain_text("Μαρία removed Η συνθήκη")
    expect(page.locator(".st-key-panel-removed q")).to_have_text("<b>double</b>")
    settled(page)
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".counts")).to_contain_text("5 sources", timeout=SLOW)
    expect(page.get_by_text("1 removed source")).to_have_count(0)


def test_a_build_that_somebody_stops_keeps_what_it_read(visit, address, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number}.txt").write_text(f"On 3 March 2024 number {number} fell.", encoding="utf-8")
    first = visit(address).page
    name_path(first, folder)
    running = first.locator(".st-key-panel-build")
    expect(running).to_contain_text(re.compile(r"Reading · [\d,]+ of 20,000 · .+ left"), timeout=SLOW)
    first.close()  # it does not end with the tab
    page = visit(address).page
    expect(page.locator(".st-key-panel-build")).to_contain_text(" of 20,000", timeout=SLOW)
    page.get_by_text("Add documents").click()
    name_path(page, folder)
    expect(page.locator(".st-key-panel-intake").get_by_role("status")).to_contain_text("are being read already")
    page.get_by_role("button", name="Stop").click()
    is_done(page, "Stopped. What was read is kept")


def test_a_build_that_cannot_be_tells_why(visit, address, tmp_path):
    folder = tmp_path / "two"
    folder.mkdir()
    for name in ("<b>a", "b"):
        (folder / f"{name}.toml").write_text("", encoding="utf-8")
    page = visit(address).page
    name_path(page, folder)
    is_done(page, "has several manifests: <b>a.toml, b.toml")
    expect(page.get_by_role("button", name="Read this folder or file")).to_be_visible()


def test_pages_are_fetched_where_that_is_on(visit, library):
    with serving(library, "--fetch=on") as address:
        page = visit(f"{address}/sources").page
        page.get_by_role("textbox", name="Addresses").fill("http://127.0.0.1:9/a")
        page.get_by_role("button", name="Fetch these pages").click()
        is_done(page, "1 could not be read")  # this machine's own pages are not fetched


def test_a_small_screen_shows_the_form_without_a_sideways_page(visit, address):
    page = visit(address, width=390, height=844).page
    expect(page.get_by_role("button", name="Read this text")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
