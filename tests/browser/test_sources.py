"""The sources page as a person uses it: pick one, say when it was written, see its claim move."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from dashboard.launch import ROOT
from tests.browser.conftest import serving
from tests.browser.pages import Timeline, settled

pytestmark = pytest.mark.browser

GREEK = "Ο Όλαφ Σολτς παραιτήθηκε τον περασμένο Ιούνιο.\n\nΤο 1999 δεν έγινε τίποτα τέτοιο στη Γερμανία."
ENGLISH = "Published: 20 January 2012\nOlaf Scholz was in Berlin on 17 January 2012.\n"
ROW_PIXELS = 31
"""Height of a row, and of the head over them."""


@pytest.fixture
def address(tmp_path):
    """A library of its own, as it is changed."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "el.txt").write_text(GREEK, encoding="utf-8")
    (folder / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "about.toml").write_text('[[source]]\nfile = "el.txt"\ntitle = "Παραίτηση"\n', encoding="utf-8")
    command = [sys.executable, "-m", "extract", "build", str(folder), "--library", str(tmp_path / "library.db")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with serving(tmp_path / "library.db") as address:
        yield address


def pick(page, row):
    """Click the box of a row of the list, counted from 1, once the list stands still."""
    settled(page)
    grid = page.locator(".st-key-panel-shelf .dvn-scroller")
    grid.click(position={"x": ROW_PIXELS / 2, "y": (row + 0.5) * ROW_PIXELS})


def test_a_date_that_a_person_sets_moves_the_claim_on_the_timeline(visit, address):
    page = visit(address).drawn().page
    expect(Timeline(page).counts).to_contain_text("3 claims, 1 undated")
    page.get_by_role("link", name="Sources").click()
    expect(page.locator(".counts")).to_contain_text("2 sources · 0 with doubts · 1 without a date")
    pick(page, 2)  # without a date, so last
    panel = page.locator(".st-key-panel-source")
    expect(panel.locator("h2")).to_have_text("Παραίτηση")
    page.wait_for_url(re.compile("source="))
    panel.get_by_role("textbox", name="Written").fill("soon")
    panel.get_by_role("button", name="Set", exact=True).click()
    expect(panel.get_by_role("status")).to_contain_text("'soon' is no date")
    panel.get_by_role("textbox", name="Written").fill("2025-01-13")
    panel.get_by_role("textbox", name="Why").fill("το ευρετήριο")
    panel.get_by_role("textbox", name="Who").fill("Μαρία")
    panel.get_by_role("button", name="Set", exact=True).click()
    expect(panel.get_by_role("status")).to_have_text("1 of 2 claims moved.")
    expect(panel.locator(".when")).to_have_text("Monday 13 January 2025 · as a person says")
    expect(panel.locator("ol.changes li")).to_contain_text("Μαρία set it to Monday 13 January 2025 (it was not known)")
    page.get_by_role("link", name="Timeline").click()
    timeline = Timeline(page).drawn()
    expect(timeline.counts).to_contain_text("3 claims, 0 undated")
    expect(timeline.lanes).to_contain_text("Σολτς")
    page.get_by_role("link", name="Reader").click()
    page.get_by_text("When was it written?").click()
    expect(page.locator("article")).to_be_visible()
    page.get_by_role("link", name="Sources").click()
    expect(panel.locator("h2")).to_have_text("Παραίτηση")  # as it was left
    expect(panel.get_by_role("textbox", name="Who")).to_have_value("Μαρία")
    panel.get_by_role("button", name="Undo").click()
    expect(panel.locator(".when")).to_have_text("Nobody knows when · unknown")


def test_a_small_screen_shows_all_parts_without_a_sideways_page(visit, hand_made):
    page = visit(f"{hand_made}/sources?source=ar", width=390, height=844).page
    title = page.locator(".st-key-panel-source h2")
    expect(title).to_have_text("روسيا وإيران توقعان")
    assert title.evaluate("element => getComputedStyle(element).direction") == "rtl"
    expect(page.get_by_role("button", name="Set", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_hostile_text_does_nothing(visit, hand_made):
    for path in ("sources", "reader"):
        page = visit(f"{hand_made}/{path}?source=hostile").page
        expect(page.locator("h2").first).to_contain_text("<img src=x onerror=")
        assert page.evaluate("window.hacked") is None
        assert page.locator("img").count() == 0
        assert page.locator("a[href^='javascript']").count() == 0
