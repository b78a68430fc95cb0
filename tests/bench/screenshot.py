"""Makes README's picture: the timeline of the seeds as the dashboard draws it.

python tests/bench/screenshot.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import CHROMIUM, FLAGS, serving  # noqa: E402 - the checkout is no package

PICTURE = ROOT / "dashboard" / "screenshot.png"
WIDTH, HEIGHT = 1440, 1010
VIEW = "?since=2024&until=2025-01-31"
"""The year that most of the seeds' claims lie in."""


def main() -> None:
    """Build the seeds' library, open the timeline, write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        command = [sys.executable, "-m", "extract", "build", "seeds", "--library", str(library)]
        subprocess.run(command, cwd=ROOT, check=True)
        with serving(library) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
            page.goto(f"{address}/{VIEW}")
            expect(page.locator(".js-plotly-plot .bars .point path").first).to_be_attached(timeout=60_000)
            expect(page.locator("[data-testid=stStatusWidget]")).to_have_count(0, timeout=60_000)
            page.wait_for_function("document.fonts.status === 'loaded'")
            page.screenshot(path=PICTURE)
            browser.close()
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
