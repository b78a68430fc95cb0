"""What a build of many small files takes beside extraction: python tests/bench/folder.py --data FILE... [--documents N].

Each .jsonl file holds {"text", "dct"} a line: a text and its day, if known. Documents are these over and over, each time
with other people, of whom few are named often (as in a collection on one affair), and a whole cycle of the calendar
earlier or later, so that weekdays fit. Printed: how many documents a second extraction alone does (texts in memory, no
files, no library), how many a build does, the ratio, and the largest memory of all its processes together, a page that
they share counted once.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.among import BATCH  # noqa: E402 - the checkout is no package
from extract.collection import Collection  # noqa: E402
from extract.garbage import collect_rarely  # noqa: E402
from extract.pipeline import settle  # noqa: E402
from extract.read.documents import make_source  # noqa: E402
from extract.read.pieces import Text  # noqa: E402
from extract.work import analysed  # noqa: E402
from extract.workers import Workers  # noqa: E402
from tests.bench.linking import READ_ON, names_in  # noqa: E402

YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
CYCLE = 28  # years after which the same days fall on the same weekdays, between 1901 and 2099
CYCLES = (-2, -1, 0, 1)
PEOPLE = 3_000
SOUNDS = ("al", "an", "ber", "bor", "chen", "da", "del", "dra", "el", "er", "fa", "fer", "gar", "gu", "ha", "her", "i", "is",
          "ja", "jor", "ka", "kle", "la", "lin", "lo", "mar", "mi", "mon", "na", "nor", "o", "os", "pa", "pe", "ra", "ri", "ro",
          "sa", "sen", "so", "ste", "ta", "ter", "to", "u", "va", "ver", "vi", "wal", "wen", "xi", "ya", "za", "zo")  # fmt: skip

LOOKED_EVERY = 0.2  # seconds between two looks at memory
KIB_PER_MIB = 1024


def documents(base: list[tuple[str, str, list[tuple[int, int]]]], count: int) -> Iterator[str]:
    """So many texts, the same on every run."""
    chance = random.Random(1)  # noqa: S311 - the same texts on every run
    people = [tuple("".join(chance.choices(SOUNDS, k=3)).capitalize() for _ in range(3)) for _ in range(PEOPLE)]
    often = [1 / rank for rank in range(1, PEOPLE + 1)]
    for number in range(count):
        text, day, names = base[number % len(base)]
        later = CYCLE * chance.choice(CYCLES)
        head = f"Published: {_later(day, later)}\n\n" if day else ""
        yield head + YEAR.sub(lambda found: str(int(found[0]) + later), _renamed(text, names, people, often, chance))  # noqa: B023


def _renamed(
    text: str, names: list[tuple[int, int]], people: list[tuple[str, ...]], often: list[float], chance: random.Random
) -> str:
    """The text with other people: who was one is one, by the last word of the name."""
    called: dict[str, tuple[str, ...]] = {}
    parts, last = [], 0
    for start, end in names:
        words = text[start:end].split()
        one = called.setdefault(words[-1], chance.choices(people, often)[0])
        parts += [text[last:start], " ".join(one[-len(words) :])]
        last = end
    return "".join([*parts, text[last:]])


def _later(day: str, years: int) -> str:
    return YEAR.sub(lambda found: str(int(found[0]) + years), day)


def alone(texts: list[str], jobs: int) -> float:
    """Documents a second that are analysed and settled, and nothing else."""
    sources = [make_source(Text(text), f"{number}.txt", read_on=READ_ON) for number, text in enumerate(texts)]
    collect_rarely()
    begun = time.perf_counter()
    with Workers(jobs, 600) as workers:
        analyses = workers.in_order(partial(analysed, ()), sources)
        while batch := list(islice(analyses, BATCH)):
            settle(batch, Collection())
    return len(texts) / (time.perf_counter() - begun)


def built(texts: list[str], jobs: int) -> tuple[float, float]:
    """Documents a second that the command `build` does, from its start to its end, and MiB of all its processes."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "texts")
        folder.mkdir()
        for number, text in enumerate(texts):
            (folder / f"{number:06}.txt").write_text(text, encoding="utf-8")
        command = [sys.executable, "-m", "extract", "build", str(folder), "--library", f"{place}/library.db"]
        begun = time.perf_counter()
        process = subprocess.Popen([*command, "--jobs", str(jobs)], cwd=ROOT)
        over, most = Event(), [0.0]
        watcher = Thread(target=_watch, args=(process.pid, over, most))
        watcher.start()
        process.wait()
        took = time.perf_counter() - begun
        over.set()
        watcher.join()
    return len(texts) / took, most[0]


def _watch(pid: int, over: Event, most: list[float]) -> None:
    while not over.wait(LOOKED_EVERY):
        most[0] = max(most[0], sum(map(_memory, _tree(pid))) / KIB_PER_MIB)


def _tree(pid: int) -> list[int]:
    """A process and all that it began."""
    parents = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(status.parent.name)] = int(after[1])
    found = [pid]
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def _memory(pid: int) -> int:
    """KiB, of shared pages its share."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    lines = (line for path in given.data for line in path.read_text(encoding="utf-8").splitlines())
    told = (json.loads(line) for line in lines if line.strip())
    base = [(each["text"], each.get("dct") or "", names_in(each["text"])) for each in told]
    texts = list(documents(base, given.documents))
    extraction = alone(texts, given.jobs)
    print(f"extraction alone: {extraction:.1f} documents a second", flush=True)
    build, memory = built(texts, given.jobs)
    print(f"build: {build:.1f} documents a second, {build / extraction:.2f} of that, {memory:.0f} MiB")


if __name__ == "__main__":
    main()
