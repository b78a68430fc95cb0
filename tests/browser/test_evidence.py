"""The evidence panel as a person uses it: unfold what stands round a sentence, read voices side by side, cite."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_what_stands_round_a_sentence_takes_its_place_until_it_is_folded_again(visit, hand_made):
    panel = visit(f"{hand_made}/?event=ar.1").drawn().evidence
    quote, whole = panel.locator("blockquote").first, panel.locator(".round .quote")
    expect(quote).to_be_visible()
    expect(whole).to_be_hidden()
    panel.get_by_text("More of the text").click()
    expect(whole).to_be_visible()
    expect(quote).to_be_hidden()
    expect(whole).to_contain_text("سقط الأسد")
    expect(whole.locator(".own")).to_have_text("ووقع بوتين معاهدة تحمل نفس الاسم مع كوريا الشمالية العام الماضي.")
    assert whole.evaluate("element => getComputedStyle(element).direction") == "rtl"
    panel.get_by_text("Less", exact=True).click()
    expect(quote).to_be_visible()
    expect(whole).to_be_hidden()


def test_another_claim_begins_folded(visit, hand_made):
    timeline = visit(f"{hand_made}/?event=en.2").drawn()
    timeline.evidence.get_by_text("More of the text").click()
    timeline.click_bar("en.4")
    expect(timeline.evidence.locator("blockquote mark")).to_have_text(["around 2022"])
    expect(timeline.evidence.locator(".round .quote")).to_be_hidden()


@pytest.mark.parametrize(("width", "is_beside"), [(620, True), (1440, False)])
def test_languages_stand_side_by_side_where_there_is_room(visit, hand_made, width, is_beside):
    timeline = visit(f"{hand_made}/?event=el.1").drawn()
    timeline.page.set_viewport_size({"width": width, "height": 1000})
    sections = timeline.evidence.locator(".voices section")
    expect(sections).to_have_count(2)
    first, second = (each.bounding_box() for each in sections.all())
    assert (abs(first["y"] - second["y"]) < 2) == is_beside


def test_a_footnote_is_copied_by_keyboard(visit, hand_made):
    page = visit(f"{hand_made}/?event=en.2").drawn().page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Cite").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Footnote")).to_be_focused()
    copy = page.get_by_role("button", name="Copy to clipboard")
    expect(copy).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(copy).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Russia and Iran to sign, ")
    assert copied.endswith(f"{hand_made}/reader?event=en.2")
