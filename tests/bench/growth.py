"""What one more document costs in a library of many: python tests/bench/growth.py [--documents 500 2000] [--years 1].

Each document names people of its own and two whom all name; of the undated, each asks its neighbours for its date. With
`--years` the dates lie so far apart: in one year, more documents tell of the same days. The milliseconds are those of a
document's build by itself, with all that follows for others.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.build import build  # noqa: E402 - the checkout is no package
from extract.dates.interval import to_day  # noqa: E402
from extract.store.library import create_or_open  # noqa: E402

READ_ON = to_day(2026, 11, 22)
TIMES = 9
SYLLABLES = ("ba", "do", "ki", "lu", "mar", "nor", "pe", "ran", "so", "tik", "ver", "zan", "gri", "hol", "fem", "dus")
MONTHS = ("January", "February", "March", "April", "May", "June")


def texts(count: int, seed: int, dated: bool, years: int = 1) -> Iterator[str]:
    """News of half of each year, each with two people of its own and two of all."""
    chance = random.Random(seed)  # noqa: S311 - the same texts on every run
    name = lambda parts: "".join(chance.choices(SYLLABLES, k=parts)).capitalize()  # noqa: E731
    for _ in range(count):
        day, month, year = chance.randint(1, 28), chance.choice(MONTHS), 2025 - chance.randint(1, years)
        one, other = (f"{name(2)} {name(3)}" for _ in range(2))
        header, told = (f"Published: {day} {month} {year}\n\n", f" {year}") if dated else ("", "")
        yield (
            f"{header}On {day} {month}{told} President {one} met Minister {other} in Madrid. Vladimir Putin and Joe Biden will "
            f"speak on {min(day + 3, 28)} {month}, the minister said. {other.split()[1]} left on Friday."
        )


def measure(count: int, dated: bool, years: int) -> str:
    """What it costs to build so many, and then one more."""
    with tempfile.TemporaryDirectory() as place:
        folder, more = Path(place, "texts"), Path(place, "more")
        folder.mkdir()
        more.mkdir()
        for number, text in enumerate(texts(count, 1, dated, years)):
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        library = create_or_open(Path(place, "library.db"))
        begun = time.process_time()
        build([folder], library, READ_ON)
        each = (time.process_time() - begun) * 1000 / count
        own = []
        for number, text in enumerate(texts(TIMES, 2, dated=True, years=years)):
            (more / f"{number}.txt").write_text(text, encoding="utf-8")
            begun = time.process_time()
            build([more / f"{number}.txt"], library, READ_ON)
            own.append((time.process_time() - begun) * 1000)
        library.close()
    return (
        f"{count} documents, {'dated' if dated else 'undated'}: {each:.1f} ms of CPU each; one more, dated:"
        f" {median(own):.0f} ms, at most {max(own):.0f}"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[500, 2000])
    parser.add_argument("--years", type=int, default=1)
    given = parser.parse_args()
    for count in given.documents:
        for dated in (True, False):
            print(measure(count, dated, given.years), flush=True)


if __name__ == "__main__":
    main()
