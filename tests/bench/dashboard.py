"""How long the timeline page takes in a browser, for libraries of many claims; beside it, what the server takes of that.

python tests/bench/dashboard.py --claims 100000 1000000 --folder /some/where

Libraries are made by chance from a seed (many_claims.py) and kept in the folder for the next time. The browser has seen
a dashboard before, so that Streamlit's own scripts come from its cache. A change is painted when the page's script has
ended and nothing in the page changes any more; what a table puts into its canvas for those who hear the page, some time
after it is drawn, is not seen.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from math import inf
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright  # noqa: E402 - the checkout is no package
from streamlit.testing.v1 import AppTest  # noqa: E402

from dashboard.launch import APP  # noqa: E402
from tests.bench.many_claims import make  # noqa: E402
from tests.browser.conftest import CHROMIUM, FLAGS, serving  # noqa: E402

TIMES = 5
PORT = 8599
"""Always the same one: to a browser's cache every port is another place."""
QUIET = 400
"""Milliseconds without any change after which a page is painted."""
LONGEST = 60_000
WIDTH, HEIGHT = 1440, 1000

WATCH = """() => {
    window.changed = performance.now();
    if (window.watching) return;
    window.watching = new MutationObserver((changes) => {
        if (changes.some((each) => each.target.tagName !== 'CANVAS')) window.changed = performance.now();
    });
    window.watching.observe(document.body, {childList: true, subtree: true, attributes: true, characterData: true});
}"""
PAINTED = f"""() => {{
    const app = document.querySelector('[data-testid=stApp]');
    const bars = document.querySelector('.st-key-panel-lanes .lanes a');
    const strip = document.querySelector('.st-key-panel-strip .bars .point path');
    return app && app.dataset.testScriptState === 'notRunning' && bars && strip && performance.now() - window.changed > {QUIET};
}}"""

BOUNDS = {100_000: (3.0, 1.0, 0.5), 1_000_000: (5.0, 2.0, 1.0)}
"""Seconds that the first view, a filter and a click may take."""


def painted(page: Page, act: Callable[[], None]) -> float:
    """Seconds from the beginning of an act until what it changes is painted."""
    return _painted(page, _begun(page, act))


def _begun(page: Page, act: Callable[[], None]) -> float:
    page.evaluate(WATCH)
    began = float(page.evaluate("performance.now()"))
    act()
    return began


def _painted(page: Page, began: float) -> float:
    page.wait_for_function("(began) => window.changed > began", arg=began, timeout=LONGEST)
    page.wait_for_function(PAINTED, timeout=LONGEST)
    return float(page.evaluate("window.changed") - began) / 1000


def side_by_side(pages: Sequence[Page]) -> dict[str, list[float]]:
    """What people wait who choose different filters in browsers of their own, at the same time."""
    took: dict[str, list[float]] = {}
    for _ in range(TIMES):
        began = [
            _begun(page, page.locator(".st-key-status").get_by_role("button", name=name).click)
            for page, name in zip(pages, ("planned", "alleged"), strict=True)
        ]
        took.setdefault("two at once", []).extend(map(_painted, pages, began))
    return took


def _opened(context: BrowserContext, address: str) -> Page:
    """The painted page."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("[data-testid=stApp]")
    page.evaluate(WATCH)
    page.wait_for_function(PAINTED, timeout=LONGEST)
    return page


def first_view(library: Path, context: BrowserContext) -> float:
    """Seconds from the server's start to the painted page."""
    began = time.perf_counter()
    with serving(library, port=PORT) as address:
        page = _opened(context, address)
        took = time.perf_counter() - began
        idle = page.evaluate("(performance.now() - window.changed) / 1000")
        page.close()
    return took - float(idle)


def acts(page: Page) -> Iterator[tuple[str, Callable[[], None]]]:
    """What people do to filters, one by one, each undone by the next; the page is left as it was."""
    for name in ("planned", "alleged"):
        pill = page.locator(".st-key-status").get_by_role("button", name=name)
        yield f"on: {name}", pill.click
        yield f"off: {name}", pill.click
    lanes = page.locator(".st-key-lanes")
    for name in ("Actor", "Kind", "Language", "Story"):
        yield f"lanes: {name}", lanes.get_by_role("radio", name=name).click
    search = page.get_by_role("textbox", name="Search")
    yield "words", lambda: search.fill("tamer")
    yield "no words", lambda: search.fill("")
    since = page.get_by_role("textbox", name="From")
    yield "since", lambda: (since.fill("2010"), since.press("Enter"))[0]
    yield "no since", lambda: (since.fill(""), since.press("Enter"))[0]
    yield "order", page.locator(".st-key-order").get_by_role("radio", name="by weight").click
    yield "order back", page.locator(".st-key-order").get_by_role("radio", name="by time").click


def clicks(page: Page) -> Iterator[tuple[str, Callable[[], None]]]:
    """Claims opened, with the mouse."""
    lines = page.locator(".st-key-panel-key .stButton button[kind=tertiary]")
    for place in range(3):
        yield "key date", lines.nth(place).click
    bars = page.locator(".st-key-panel-lanes a:not(.chosen) .bar:not(.widest)")
    for place in range(5, 8):
        yield "bar", partial(bars.nth(place).click, force=True)


def server_alone(library: Path) -> tuple[float, float]:
    """Seconds of the page's script without a browser: at first, and after a change of filter."""
    sys.argv = ["app.py", str(library)]
    page = AppTest.from_file(str(APP.with_name("pages.py")), default_timeout=LONGEST / 1000)
    began = time.perf_counter()
    page.run()
    first = time.perf_counter() - began
    again = []
    for language in ("el", "en", "ar", "ru", "fr"):
        page.session_state["lang"] = [language]
        began = time.perf_counter()
        page.run()
        again.append(time.perf_counter() - began)
    return first, median(again)


def measure(library: Path, claims: int, browser: Browser) -> None:
    """Print what a library of so many claims takes."""
    bounds = BOUNDS.get(claims, (inf, inf, inf))
    print(f"{claims:,} claims")
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    with context_warmed(context, library):
        _tell({"first view": [first_view(library, context) for _ in range(TIMES)]}, bounds[0])
        with serving(library) as address:
            page = _opened(context, address)
            _tell(_many(page, acts), bounds[1])
            _tell(_many(page, clicks), bounds[2])
            with _another(browser, address) as other:
                _tell(side_by_side((page, other)), bounds[1])
    first, again = server_alone(library)
    print(f"  the script alone: {first:.2f} s at first, {again:.2f} s after a filter")


@contextmanager
def _another(browser: Browser, address: str) -> Iterator[Page]:
    """The painted page of somebody else."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
    yield _opened(context, address)
    context.close()


def _tell(took: dict[str, list[float]], bound: float) -> None:
    for name, each in took.items():
        print(f"  {name:16} {median(each):5.2f} s of {bound}", flush=True)


def _many(page: Page, doings: Callable[[Page], Iterator[tuple[str, Callable[[], None]]]]) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {}
    for _ in range(TIMES):
        for name, act in doings(page):
            took.setdefault(name, []).append(painted(page, act))
    return took


@contextmanager
def context_warmed(context: BrowserContext, library: Path) -> Iterator[None]:
    """A browser that has loaded Streamlit's scripts before."""
    with serving(library, port=PORT) as address:
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector(".st-key-panel-lanes .lanes", timeout=LONGEST)
        page.close()
    yield
    context.close()


def main() -> None:
    """Measure libraries of some sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[100_000])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    asked = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for claims in asked.claims:
            library = asked.folder / f"dateline-{claims}.db"
            if not library.exists():
                make(library, claims)
            measure(library, claims, browser)
        browser.close()


if __name__ == "__main__":
    main()
