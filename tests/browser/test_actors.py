"""The actors page as a person uses it: type a new name, see it on the timeline, take it back."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from dashboard.launch import ROOT
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser


@pytest.fixture
def address(tmp_path):
    """A library of its own, as it is changed."""
    folder = tmp_path / "texts"
    folder.mkdir()
    text = "On 3 March 2024 the minister Boris Kovalenko met Anna Petrova and spoke with her about the new law."
    (folder / "en.txt").write_text(text, encoding="utf-8")
    (folder / "el.txt").write_text("Στις 4 Μαρτίου 2024 η Άννα Πετρόβα μίλησε.", encoding="utf-8")
    command = [sys.executable, "-m", "extract", "build", str(folder), "--library", str(tmp_path / "library.db")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with serving(tmp_path / "library.db") as address:
        yield address


def test_a_name_that_a_person_gives_is_the_timelines(visit, address):
    page = visit(address).drawn().page
    page.goto(f"{address}/actors?actor=Anna%20Petrova")
    panel = page.locator(".st-key-panel-source")
    expect(panel.locator("h2")).to_have_text("Anna Petrova")
    expect(panel).to_contain_text("2 claims · 2 mentions · 2 sources")
    box = panel.get_by_role("combobox", name="It is")
    box.fill("Πετρόβα, Άννα")
    box.press("Enter")
    panel.get_by_role("textbox", name="Who").fill("Μαρία")
    panel.get_by_role("button", name="Say so").click()
    expect(panel.get_by_role("status")).to_have_text("2 mentions in 2 sources named anew.")
    expect(panel.locator("h2")).to_have_text("Πετρόβα, Άννα")
    expect(panel.locator("ol.changes")).to_contain_text("Μαρία said that Anna Petrova is Πετρόβα, Άννα")
    panel.get_by_role("link", name="on the timeline").click()
    page.wait_for_url(re.compile(r"/\?actor="))
    expect(page.locator(".counts")).to_contain_text("2 claims")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.goto(f"{address}/actors?actor=%CE%A0%CE%B5%CF%84%CF%81%CF%8C%CE%B2%CE%B1%2C%20%CE%86%CE%BD%CE%BD%CE%B1")
    panel.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status").first).to_have_text("2 mentions in 2 sources named anew.")
