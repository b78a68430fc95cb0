"""Makes README's pictures: the timeline of the seeds as the dashboard draws it, its stories compared, and its sources.

python tests/bench/screenshot.py
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Position, expect, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import CHROMIUM, FLAGS, serving  # noqa: E402 - the checkout is no package

TIMELINE = ROOT / "dashboard" / "screenshot.png"
COMPARE = ROOT / "dashboard" / "compare.png"
SOURCES = ROOT / "dashboard" / "sources.png"
WIDTH, HEIGHT = 1440, 1010
VIEW = "?since=2024&until=2025-01-31"
"""The year that most of the seeds' claims lie in."""

SECOND_BOX: Position = {"x": 15, "y": 77}
"""The box of the second row of the list of sources, in pixels."""

BROKEN = {"interview.docx": b"PK\x03\x04 the rest was lost", "notes of March.txt": b""}
"""Files that cannot be read, so that the page shows what it tells of them."""


def main() -> None:
    """Build libraries, open their pages, write the pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        with _dashboard({}) as address:
            page.goto(f"{address}/{VIEW}")
            expect(page.locator(".st-key-panel-strip .bars .point path").first).to_be_attached(timeout=60_000)
            _take(page, TIMELINE)
            page.goto(f"{address}/compare{VIEW}")
            expect(page.locator("table.compared .told blockquote").first).to_be_visible(timeout=60_000)
            _take(page, COMPARE)
        with _dashboard(BROKEN) as address:
            page.goto(f"{address}/sources")
            expect(page.get_by_text("2 failures")).to_be_visible(timeout=60_000)
            page.get_by_text("Add documents").click()
            page.locator(".st-key-panel-shelf .dvn-scroller").click(position=SECOND_BOX)
            expect(page.locator(".st-key-panel-source h2")).to_be_visible(timeout=60_000)
            _take(page, SOURCES)
        browser.close()


@contextmanager
def _dashboard(more: dict[str, bytes]) -> Iterator[str]:
    """The address at which the seeds are shown, read from a folder with some more files."""
    with tempfile.TemporaryDirectory(prefix="treaty-") as place:
        folder, library = Path(place, "articles"), Path(place, "library.db")
        shutil.copytree(ROOT / "seeds", folder)
        for name, content in more.items():
            (folder / name).write_bytes(content)
        command = [sys.executable, "-m", "extract", "build", str(folder), "--library", str(library)]
        subprocess.run(command, cwd=ROOT, check=not more)
        with serving(library) as address:
            yield address


def _take(page: Page, picture: Path) -> None:
    for under_way in ("stStatusWidget", "stSkeleton"):
        expect(page.get_by_test_id(under_way)).to_have_count(0, timeout=60_000)
    page.wait_for_function("document.fonts.status === 'loaded'")
    page.screenshot(path=picture)
    print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
