"""What it takes to export a library, a format a line: python tests/bench/exports.py [--claims 100000] [--form html ...].

The library is made by a seeded generator: sentences of news in three languages, two claims of five in stories that
several sources tell, one of thirty without a date, some from before 1 and some of whole years. Each format is written
by a process of its own; printed are its seconds of CPU, the most memory that it held, and the size of the file.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.dates.interval import Grain, to_day, unit_of  # noqa: E402 - the checkout is no package
from extract.export.form import FORMS, Format  # noqa: E402
from extract.export.selection import Said  # noqa: E402
from extract.export.taken import taken  # noqa: E402
from extract.export.write import save  # noqa: E402
from extract.kind import Kind  # noqa: E402
from extract.model import Document, Status  # noqa: E402
from extract.store.library import open_read_only  # noqa: E402
from extract.table.filters import Filters  # noqa: E402
from tests.library_factory import Told, build, document  # noqa: E402

CLAIMS_PER_SOURCE = 20
SENTENCES = {
    "en": "The ministers of the two countries met in the capital {at} and signed an agreement on trade and energy.",
    "el": "Οι υπουργοί των δύο χωρών συναντήθηκαν στην πρωτεύουσα {at} και υπέγραψαν συμφωνία για το εμπόριο.",
    "ar": "التقى وزراء البلدين في العاصمة {at} ووقعوا اتفاقية بشأن التجارة والطاقة بين البلدين.",
}
GRAINS = (Grain.DAY, Grain.DAY, Grain.DAY, Grain.MONTH, Grain.YEAR)
PEOPLE = tuple(f"Minister {letter}{number}" for letter in "ABCDEFGHIJ" for number in range(20))
KIB_PER_MIB = 1024
MIB = 1 << 20


def documents(claims: int, chance: random.Random) -> Iterator[Document]:
    """Sources with their claims."""
    for number in range(claims // CLAIMS_PER_SOURCE):
        language = chance.choice(tuple(SENTENCES))
        told, lines = [], []
        for place in range(CLAIMS_PER_SOURCE):
            words = f"<{number}.{place}>"
            lines.append(SENTENCES[language].format(at=words))
            grain = chance.choice(GRAINS)
            day = to_day(chance.choice((*range(1990, 2026), -479)), 1, chance.randint(1, 365))
            when = None if chance.random() < 1 / 30 else (unit_of(day, grain), grain)
            told.append(
                Told(
                    words, when, tuple(chance.sample(PEOPLE, 3)), chance.choice(tuple(Status)),
                    chance.choice(tuple(Kind)),
                )
            )  # fmt: skip
        yield document(
            f"s{number}", language, "\n".join(lines), told, title=f"Report {number}", url=f"https://n.example/{number}"
        )


def library(path: Path, claims: int) -> None:
    """A library of so many claims; two of five share a story with others."""
    chance = random.Random(1)  # noqa: S311 - the same library on every run
    stories = {
        f"s{number}.{place}": f"shared{chance.randrange(max(claims // 10, 1))}"
        for number in range(claims // CLAIMS_PER_SOURCE)
        for place in range(CLAIMS_PER_SOURCE)
        if chance.random() < 0.4
    }
    build(path, documents(claims, chance), stories)


def measure(path: Path, form: Format, output: Path) -> None:
    """Write one file, and print what that took as JSON."""
    started = time.process_time()
    said = Said(moment=datetime(2026, 11, 23, tzinfo=UTC), title="A benchmark")
    with closing(open_read_only(path)) as opened, taken(opened, Filters(), said, form) as (selection, rows):
        save(selection, rows, output, form)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB
    print(json.dumps({"seconds": time.process_time() - started, "MiB": memory, "file": output.stat().st_size / MIB}))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--form", nargs="+", type=Format, default=list(Format))
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        path, form, output = given.measure
        measure(Path(path), Format(form), Path(output))
        return
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "library.db")
        library(path, given.claims)
        print("| format | seconds of CPU | MiB of memory | MiB of file |\n|---|---|---|---|")
        for form in given.form:
            output = Path(place, f"out{FORMS[form].suffix}")
            command = [sys.executable, __file__, "--measure", str(path), form, str(output)]
            done = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
            print(f"| {form} | {done['seconds']:.1f} | {done['MiB']:.0f} | {done['file']:.1f} |", flush=True)


if __name__ == "__main__":
    main()
