"""Measures what README tells of the seeds: dates found and right, stories, and the speed of each stage.

    python tests/bench/seeds.py

Speed is that of one process, in kB of text a second of CPU, over the five articles read a hundred times.
"""

from __future__ import annotations

import importlib.util
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.build import build  # noqa: E402 - the checkout is no package
from extract.collection import Collection  # noqa: E402
from extract.dates.interval import to_day  # noqa: E402
from extract.model import Source  # noqa: E402
from extract.pipeline import analyse, settle  # noqa: E402
from extract.store.known import known_sources, source_ids  # noqa: E402
from extract.store.library import Library, create_or_open  # noqa: E402

READ_ON = to_day(2026, 11, 21)
TIMES = 100


def expected() -> dict[str, list[tuple[str, str, str | None]]]:
    """The dates of each article as its test has them."""
    spec = importlib.util.spec_from_file_location("test_seeds", ROOT / "tests" / "test_seeds.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.DATES


def right(library: Library) -> tuple[int, int, int]:
    """Dates found, dates expected, and of these the ones with the right value and part."""
    found: dict[str, list[tuple[str, str, str | None]]] = {}
    for location, text, value, mod in library.connection.execute(
        "SELECT location, m.text, timex3, mod FROM mentions AS m JOIN sources USING (source_id) ORDER BY char_start"
    ):
        found.setdefault(Path(location).name[:3], []).append((text, value, mod))
    wanted = expected()
    agreeing = sum(date in found.get(name, []) for name, dates in wanted.items() for date in dates)
    return sum(map(len, found.values())), sum(map(len, wanted.values())), agreeing


def speed(work: Callable[[], object], size: int) -> float:
    """kB a second of CPU."""
    begun = time.process_time()
    work()
    return size / 1000 / (time.process_time() - begun)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        library = create_or_open(Path(folder) / "library.db")
        report = build([ROOT / "seeds"], library, READ_ON)
        found, wanted, agreeing = right(library)
        stories = library.connection.execute("SELECT count(DISTINCT story_id) FROM events").fetchone()[0]
        sources = [each.source for each in known_sources(library, source_ids(library))]
    print(f"Python {platform.python_version()}, dateparser {version('dateparser')}, Babel {version('babel')}")
    print(f"claims: {report.dates}, placed {report.placed}, undated {report.undated}, stories {stories}")
    print(f"dates: {found} found, {agreeing} of {wanted} right")
    many = [named(source, number) for number in range(TIMES) for source in sources]
    size = sum(len(source.text.encode()) for source in many)
    for source in sources:
        analyse(source)
    analyses = []
    print(f"analyse: {speed(lambda: analyses.extend(map(analyse, many)), size):.0f} kB/s")
    print(f"settle: {speed(lambda: settle(analyses, Collection()), size):.0f} kB/s")


def named(source: Source, number: int) -> Source:
    """The source under another name."""
    return replace(source, source_id=f"{source.source_id}-{number}", location=f"{source.location}-{number}")


if __name__ == "__main__":
    main()
