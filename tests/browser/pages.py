"""The dashboard's pages as a person uses them: by what is seen, with the mouse."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

MILLISECONDS = 30_000
expect.set_options(timeout=MILLISECONDS)


def counted(name, count):
    """What a value of a filter is called: its name, which keeps its direction to itself, and its count."""
    return re.compile(rf"^\W*{name}\W* {count}$")


def settled(page):
    """Wait until the page has drawn all and hears what somebody does next.

    Before its script begins, nothing runs either; and when it has ended, what draws an element may still be on its way.
    """
    expect(page.locator("h1").first).to_be_attached()
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)


def parameters(page):
    """What stands in the address behind the question mark."""
    return parse_qs(urlsplit(page.url).query)


class Timeline:
    """The timeline page; the reader shares its notes and headings."""

    def __init__(self, page):
        self.page = page
        self.evidence = page.locator(".st-key-panel-evidence")
        self.counts = page.locator(".counts")
        self.lanes = page.locator(".st-key-panel-lanes")
        self.strip = page.locator(".st-key-panel-strip")
        self.article = page.locator("article")

    def drawn(self):
        """Wait until both charts are there."""
        expect(self.strip.locator(".bars .point path").first).to_be_attached()
        expect(self.page.locator(".st-key-panel-lanes[data-followed] .lanes")).to_be_attached()
        settled(self.page)
        return self

    def bar(self, event):
        """The bar of a claim."""
        return self.lanes.locator(f'a[data-to="{event}"] .bar:not(.widest)')

    def click_bar(self, event):
        """Click into the middle of a claim's bar."""
        self.bar(event).click(force=True)  # its own label may lie over its middle

    def brush(self, first, last):
        """Drag over a part of the strip, from and to shares of its width."""
        box = self.strip.locator(".nsewdrag").first.bounding_box()
        height = box["y"] + box["height"] / 2
        self.page.mouse.move(box["x"] + first * box["width"], height)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + (first + last) / 2 * box["width"], height, steps=5)
        self.page.mouse.move(box["x"] + last * box["width"], height, steps=5)
        self.page.mouse.up()

    def behind(self, name):
        """Open what is behind a button of the filters; the body of it."""
        button = self.page.locator(".st-key-panel-filters").get_by_role("button", name=re.compile(rf"^{name}\b"))
        if button.get_attribute("aria-expanded") != "true":
            button.click()
        return self.page.get_by_test_id("stPopoverBody")

    def shut(self):
        """Shut what is open."""
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_test_id("stPopoverBody")).to_have_count(0)

    def choose_actor(self, name):
        """Type the name of an actor, and pick it."""
        body = self.behind("Actor")
        body.get_by_role("textbox", name="Actor").fill(name)
        body.get_by_role("button", name=name).click()
        self.shut()

    def choose_kind(self, name):
        """Pick a kind."""
        self.behind("Kind").get_by_role("button", name=name).click()
        self.shut()

    def chip(self, name):
        """The chip that takes a filter off."""
        return self.page.locator(".st-key-panel-chips").get_by_role("button", name=name)

    def choose_language(self, name):
        """Press the pill of a language."""
        self.page.locator(".st-key-lang").get_by_role("button", name=name).click()

    def key_date(self, title):
        """The line of a key date."""
        return self.page.locator(".st-key-panel-key").get_by_role("button", name=title)
