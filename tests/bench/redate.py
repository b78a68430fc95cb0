"""Measures what it costs to change a document's date: the step for itself, and the one for all others.

    python tests/bench/redate.py [--documents N]

The library is that of the seeds, with N small documents of one paragraph beside them, which name two of a
thousand people each. Each change is made a few times; the median is told, in milliseconds of the clock.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract import redate  # noqa: E402 - the checkout is no package
from extract.build import build  # noqa: E402
from extract.by import by  # noqa: E402
from extract.dates.interval import from_day, to_day  # noqa: E402
from extract.dates.write import MONTH_NAMES  # noqa: E402
from extract.redate import Deed  # noqa: E402
from extract.store.library import Library, create_or_open  # noqa: E402

READ_ON = to_day(2026, 11, 21)
FIRST_DAY = to_day(2015)
DAYS = 4_000
TIMES = 3
FIRST_NAMES = ("Anna", "Boris", "Carla", "David", "Elena", "Fritz", "Greta", "Hugo", "Irina", "Jakob")
BEGINNINGS = ("Ab", "Bran", "Con", "Dim", "Eng", "Fuch", "Gall", "Hor", "Ivan", "Jens")
ENDINGS = ("adel", "asov", "enti", "eris", "idou", "ogel", "ossi", "uber", "ulis", "yrne")


def small(number: int) -> str:
    """A document that tells of two people, once with its date and twice without."""
    day = FIRST_DAY + number * 7919 % DAYS
    year, month, number_of_day = from_day(day)
    people = [number * 31 + step for step in (0, 1)]
    names = [f"{FIRST_NAMES[at % 10]} {BEGINNINGS[at // 10 % 10]}{ENDINGS[at // 100 % 10]}" for at in people]
    who, date = f"President {names[0]} and Minister {names[1]}", f"{number_of_day} {MONTH_NAMES[month - 1]}"
    header = f"Published: {date} {year}\n" if number % 3 else ""
    return f"{header}{who} met in Berlin on {date}. Last year {names[0]} was in Rome. Document {number} ends here.\n"


def filled(folder: Path, documents: int) -> Library:
    """A library of the seeds and so many small documents."""
    for number in range(documents):
        (folder / f"{number:06}.txt").write_text(small(number), encoding="utf-8")
    library = create_or_open(folder / "library.db")
    build([ROOT / "seeds", *([folder] if documents else [])], library, READ_ON)
    return library


def ids(library: Library, where: str) -> list[str]:
    """Sources whose location is like this."""
    found = library.connection.execute(
        "SELECT source_id FROM sources WHERE location LIKE ? ORDER BY location", (where,)
    )
    return [source_id for (source_id,) in found]


def measure(library: Library, sources: list[str]) -> dict[str, tuple[list[float], list[float]]]:
    """Milliseconds for the document and for the others, by what is done."""
    said = by("bench", "", datetime.now(UTC))
    steps = {
        "set": (Deed.SET, "2025-01-13"),
        "unknown": (Deed.SET, "unknown"),
        "undo": (Deed.UNDO, ""),
        "clear": (Deed.CLEAR, ""),
    }
    taken: defaultdict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    for source in sources:
        for name, (deed, date) in steps.items():
            begun = time.perf_counter()
            change = redate.change(library, source, deed, date, said)
            between = time.perf_counter()
            redate.settle_others(library, change)
            taken[name][0].append((between - begun) * 1000)
            taken[name][1].append((time.perf_counter() - between) * 1000)
    return taken


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=0, help="small documents beside the seeds")
    documents = parser.parse_args().documents
    with tempfile.TemporaryDirectory() as place:
        library = filled(Path(place), documents)
        claims = library.connection.execute("SELECT count(*) FROM events").fetchone()[0]
        print(f"{documents + 5} sources, {claims} claims")
        for kind, where in (("article", "%seeds/%"), ("small", f"{place}/%")):
            for name, (own, others) in measure(library, ids(library, where)[:TIMES]).items():
                print(f"{kind}, {name}: the document {median(own):.0f} ms, the others {median(others):.0f} ms")


if __name__ == "__main__":
    main()
