"""What one more document costs in a library of many: python tests/bench/growth.py [--documents 500 2000].

Each document names people of its own and some whom all name. The milliseconds are those of its build by itself; what
follows for all claims (stories) is told apart.
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

from extract import build as building  # noqa: E402 - the checkout is no package
from extract.build import build  # noqa: E402
from extract.dates.interval import to_day  # noqa: E402
from extract.store.library import create_or_open  # noqa: E402

READ_ON = to_day(2026, 11, 22)
TIMES = 5
SYLLABLES = ("ba", "do", "ki", "lu", "mar", "nor", "pe", "ran", "so", "tik", "ver", "zan", "gri", "hol", "fem", "dus")


def texts(count: int, seed: int) -> Iterator[str]:
    """Dated news of one month, each with two people of its own."""
    chance = random.Random(seed)  # noqa: S311 - the same texts on every run
    name = lambda parts: "".join(chance.choices(SYLLABLES, k=parts)).capitalize()  # noqa: E731
    for _ in range(count):
        day = chance.randint(1, 28)
        one, other = (f"{name(2)} {name(3)}" for _ in range(2))
        yield (
            f"Published: {day} March 2024\n\nOn {day} March 2024 President {one} met Minister {other} in Madrid. Vladimir Putin and Joe Biden will "
            f"speak on {min(day + 3, 28)} March, the minister said. {other.split()[1]} left on Friday."
        )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[500, 2000])
    for count in parser.parse_args().documents:
        with tempfile.TemporaryDirectory() as place:
            folder, more = Path(place, "texts"), Path(place, "more")
            folder.mkdir()
            more.mkdir()
            for number, text in enumerate(texts(count, 1)):
                (folder / f"{number}.txt").write_text(text, encoding="utf-8")
            library = create_or_open(Path(place, "library.db"))
            begun = time.perf_counter()
            build([folder], library, READ_ON)
            each = (time.perf_counter() - begun) * 1000 / count
            own, linking = [], []
            for number, text in enumerate(texts(TIMES, 2)):
                (more / f"{number}.txt").write_text(text, encoding="utf-8")
                begun = time.perf_counter()
                build([more / f"{number}.txt"], library, READ_ON)
                own.append((time.perf_counter() - begun) * 1000)
                begun = time.perf_counter()
                building.link_all(library)
                linking.append((time.perf_counter() - begun) * 1000)
            print(
                f"{count} documents: {each:.1f} ms each when built; one more {median(own):.0f} ms, of these about "
                f"{median(linking):.0f} for the stories of all claims"
            )


if __name__ == "__main__":
    main()
