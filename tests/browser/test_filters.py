"""Filters as a person uses them: searched for in any script, taken off by their chips, kept by name, with the keyboard."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.pages import counted, parameters

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("typed", ["putin", "πουτιν", "بوتين"])
def test_an_actor_is_found_in_any_script(visit, seeds, typed):
    timeline = visit(seeds).drawn()
    body = timeline.behind("Actor")
    body.get_by_role("textbox", name="Actor").fill(typed)
    body.get_by_role("button", name="Vladimir Putin").click()
    timeline.shut()
    expect(timeline.chip("Vladimir Putin")).to_be_visible()
    timeline.page.wait_for_url(re.compile("actor=Vladimir"))
    expect(timeline.counts).to_contain_text("9 of 33 claims")


def test_chips_take_off_one_filter_each(visit, hand_made):
    timeline = visit(f"{hand_made}/?actor=Iran&lang=en&q=missiles&since=2024&sure=50").drawn()
    expect(timeline.counts).to_contain_text("1 of 16 claims")
    for name, left in (("missiles", 2), ("from 2024", 3), ("confidence", 3), ("English", 5)):
        timeline.chip(name).click()
        expect(timeline.chip(name)).to_have_count(0)
        expect(timeline.counts).to_contain_text(f"{left} of 16 claims")
    assert parameters(timeline.page) == {"actor": ["Iran"]}
    timeline.chip("Iran").click()
    expect(timeline.counts).to_contain_text("16 claims, 1 undated")
    expect(timeline.page.locator(".st-key-panel-chips button")).to_have_count(0)


def test_told_in_arabic_and_not_in_english(visit, hand_made):
    timeline = visit(hand_made).drawn()
    body = timeline.behind("Told by")
    body.locator(".st-key-told").get_by_role("button", name="العربية").click()
    body.locator(".st-key-untold").get_by_role("button", name="English").click()
    timeline.shut()
    expect(timeline.counts).to_contain_text("2 of 16 claims")
    timeline.page.wait_for_url(re.compile("told=ar&untold=en"))


def test_filters_by_the_keyboard_alone(visit, hand_made):
    timeline = visit(hand_made).drawn()
    page = timeline.page
    page.locator(".st-key-panel-filters").get_by_role("button", name="Kind").focus()
    page.keyboard.press("Enter")
    war = page.get_by_test_id("stPopoverBody").get_by_role("button", name=counted("War", 3))
    expect(war).to_be_visible()
    for _ in range(12):
        if war.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("ArrowRight")
    expect(war).to_be_focused()
    page.keyboard.press("Enter")
    expect(timeline.counts).to_contain_text("3 of 16 claims")
    page.keyboard.press("Tab")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    expect(page.locator(".st-key-panel-filters").get_by_role("button", name="Kind")).to_be_focused()
    timeline.chip("War").focus()
    page.keyboard.press("Enter")
    expect(timeline.counts).to_contain_text("16 claims, 1 undated")


def test_the_chosen_claim_stays_when_a_filter_changes(visit, hand_made):
    timeline = visit(hand_made).drawn()
    timeline.click_bar("en.2")
    expect(timeline.evidence.locator("h2")).to_have_text("Missiles sent")
    timeline.choose_language("English")
    expect(timeline.counts).to_contain_text("9 of 16 claims")
    expect(timeline.evidence.locator("h2")).to_have_text("Missiles sent")
    timeline.choose_language("English")
    timeline.choose_language("Ελληνικά")
    expect(timeline.counts).to_contain_text("4 of 16 claims")
    expect(timeline.evidence.locator("h2")).to_have_text("Missiles sent")
    expect(timeline.evidence).to_contain_text("Outside the filters", ignore_case=True)


def test_the_window_goes_on_and_nearer(visit, hand_made):
    timeline = visit(f"{hand_made}/?since=2024&until=2024").drawn()
    steps = timeline.page.locator(".st-key-panel-steps")
    steps.get_by_role("button").nth(1).click()
    since = timeline.page.get_by_role("textbox", name="From")
    expect(since).to_have_value("2024-07-02")
    expect(timeline.page.get_by_role("textbox", name="To", exact=True)).to_have_value("2025-07-02")
    steps.get_by_role("button").nth(2).click()
    expect(since).not_to_have_value("2024-07-02")
    timeline.page.wait_for_url(re.compile("since=2024-10"))


def test_how_many_lie_in_the_window_for_sure(visit, hand_made):
    timeline = visit(f"{hand_made}/?since=2024-06&until=2024-06").drawn()
    certainty = timeline.page.locator(".st-key-time")
    expect(certainty.get_by_role("radio", name="sure or possible 3")).to_be_visible()
    certainty.get_by_role("radio", name="sure only 2").click()
    expect(timeline.counts).to_contain_text("2 of 16 claims")


def test_a_view_is_kept_by_name_for_everybody(visit, own_library):
    timeline = visit(f"{own_library}/?lang=el&lanes=language").drawn()
    page = timeline.page
    page.get_by_role("button", name="Views").click()
    body = page.get_by_test_id("stPopoverBody")
    body.get_by_role("textbox", name="Name").fill("Greek ![x](http://tracker.invalid/v.png)")
    body.get_by_role("button", name="Keep this view").click()
    expect(body.get_by_role("button", name="Greek ![x]")).to_be_visible()
    other = visit(own_library).drawn()
    expect(other.counts).to_contain_text("12 claims")
    other.page.get_by_role("button", name="Views").click()
    other.page.get_by_test_id("stPopoverBody").get_by_role("button", name="Greek ![x]").click()
    expect(other.counts).to_contain_text("4 of 12 claims")
    other.page.wait_for_url(re.compile("lang=el&lanes=language"))
    other.page.get_by_test_id("stPopoverBody").get_by_role("button", name="✕").click()
    expect(other.page.get_by_role("button", name="Greek ![x]")).to_have_count(0)
