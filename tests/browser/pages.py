"""The dashboard's pages as a person uses them: by what is seen, with the mouse."""

from playwright.sync_api import expect

MILLISECONDS = 30_000
expect.set_options(timeout=MILLISECONDS)

BAR_OF = """(event) => {
    for (const trace of document.querySelectorAll('.st-key-panel-lanes g.trace.bars')) {
        const held = trace.__data__[0].trace.customdata;
        const points = trace.querySelectorAll('g.point');
        for (let at = 0; at < points.length; at++) {
            const box = points[at].querySelector('path').getBoundingClientRect();
            if (held[at][0] === event) return {x: box.x, y: box.y, width: box.width, height: box.height};
        }
    }
    return null;
}"""
"""Where the bar of a claim is on the screen."""


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
        expect(self.lanes.locator(".main-svg").first).to_be_attached()
        expect(self.page.get_by_test_id("stStatusWidget")).to_have_count(0)
        return self

    def bar(self, event):
        """The box of a claim's bar."""
        self.page.wait_for_function(BAR_OF, arg=event)
        return self.page.evaluate(BAR_OF, event)

    def click_bar(self, event):
        """Click into the middle of a claim's bar."""
        self.page.evaluate("document.querySelector('.st-key-panel-lanes').scrollIntoView({block: 'center'})")
        box = self.bar(event)
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def brush(self, first, last):
        """Drag over a part of the strip, from and to shares of its width."""
        box = self.strip.locator(".nsewdrag").first.bounding_box()
        height = box["y"] + box["height"] / 2
        self.page.mouse.move(box["x"] + first * box["width"], height)
        self.page.mouse.down()
        self.page.mouse.move(box["x"] + (first + last) / 2 * box["width"], height, steps=5)
        self.page.mouse.move(box["x"] + last * box["width"], height, steps=5)
        self.page.mouse.up()

    def choose_actor(self, name):
        """Pick an actor from the list."""
        self._choose("Actor", name)

    def choose_kind(self, name):
        """Pick a kind, with its count, from the list."""
        self._choose("Kind", name)

    def _choose(self, filtered, name):
        box = self.page.get_by_role("combobox", name=filtered)
        box.click()
        box.fill(name)
        self.page.get_by_role("option", name=name, exact=True).click()
        self.page.keyboard.press("Escape")

    def choose_language(self, name):
        """Press the pill of a language."""
        self.page.get_by_role("button", name=name).click()

    def key_date(self, title):
        """The line of a key date."""
        return self.page.locator(".st-key-panel-key").get_by_role("button", name=title)
