"""A claim is checked and put right beside its evidence, and taken back on the page of corrections, by mouse and by keys."""

import json
import re

import pytest
from playwright.sync_api import expect

from extract.amend import amend
from extract.remark import star
from extract.said import Field
from extract.store.library import create_or_open
from tests.browser.conftest import serving
from tests.browser.pages import settled
from tests.correcting import claim, made, says

pytestmark = pytest.mark.browser


@pytest.fixture
def event(tmp_path):
    library = made(tmp_path)
    event = claim(library, "resigned").event_id
    library.close()
    return event


@pytest.fixture
def address(tmp_path, event):
    with serving(tmp_path / "library.db") as address:
        yield address


@pytest.fixture
def corrected(tmp_path, event):
    """The same where somebody has starred the claim and put its date right."""
    library = create_or_open(tmp_path / "library.db")
    star(library, event, says("Μαρία", "", 1), is_on=True)
    amend(library, event, {Field.DATE: "2024-03-06"}, says("Μαρία", "το ημερολόγιο", 2))
    library.close()
    with serving(tmp_path / "library.db") as address:
        yield address


def test_a_claim_is_checked_and_put_right_beside_its_evidence(visit, address, event):
    timeline = visit(f"{address}/?event={event}")
    page, panel = timeline.page, timeline.evidence
    name = panel.get_by_role("textbox", name="Who").first
    name.fill("Μαρία")
    name.press("Enter")
    panel.get_by_role("button", name=re.compile("^Accept\\b")).click()
    expect(panel.get_by_role("status")).to_have_text("Accepted: its date is checked.")
    expect(panel.locator(".chips")).to_contain_text("checked")
    panel.get_by_role("button", name="Correct…").focus()
    page.keyboard.press("Enter")
    date = panel.get_by_role("textbox", name="Date, now 2024-03-05")
    date.fill("soonish")
    date.press("Enter")
    expect(panel.get_by_role("status")).to_contain_text("'soonish' is no date")
    settled(page)
    date.fill("6 March 2024")
    panel.get_by_role("textbox", name="Why").first.fill("το ημερολόγιο")
    panel.get_by_role("button", name="Save").press("Enter")
    expect(panel.locator(".when")).to_contain_text("6 March 2024")
    expect(panel.locator(".chips")).not_to_contain_text("checked")
    expect(panel.locator("dl")).to_contain_text("Μαρία corrected it on")
    expect(panel.locator("dl s")).to_have_text("2024-03-05")
    panel.get_by_role("button", name="Undo").click()
    expect(panel.locator(".when")).to_contain_text("5 March 2024")
    expect(panel.locator(".chips")).to_contain_text("checked")


def test_what_was_said_is_found_taken_back_and_taken_along(visit, corrected, event):
    page = visit(f"{corrected}/corrections").page
    expect(page.locator(".counts")).to_have_text("2 entries · 1 person")
    expect(page.locator(".logged").first).to_contain_text("2024-03-05 → 2024-03-06")
    page.get_by_role("textbox", name="Find").fill("ημερολόγιο")
    expect(page.locator(".logged")).to_have_count(1)
    page.get_by_role("button", name="Take back").focus()
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name="Who").fill("Eve")
    why = page.get_by_role("textbox", name="Why")
    why.fill("a slip")
    why.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Taken back: claim-2.")
    expect(page.locator(".logged s").first).to_be_visible()
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Export the log").click()
    exported = download.value.path().read_text("utf-8").splitlines()
    assert [json.loads(line).get("undoes") for line in exported[1:]] == [None, None, "claim-2"]
    page.locator(".logged a").first.click()
    page.wait_for_url(re.compile(f"event={event}"))
    expect(page.locator(".st-key-panel-evidence .when")).to_contain_text("5 March 2024")


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_nothing_stands_out_of_the_page(visit, address, event, width, scheme):
    page = visit(f"{address}/?event={event}", width, 900, scheme).page
    page.get_by_role("button", name="Star", exact=True).click()
    expect(page.get_by_role("button", name="Starred")).to_be_visible()
    page.goto(f"{address}/corrections")
    expect(page.locator(".logged")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
