"""What it takes to link the claims of many documents: python tests/bench/linking.py --data FILE... [--documents 5000 10000].

Each .jsonl file holds {"text"} a line. Documents are these texts over and over, each time with other people, days and
figures and written on another day, by a seeded generator. Printed: CPU for reading and dating a document, CPU for linking all claims, and the
largest memory so far; linking has to grow by less than 2.3 where documents double.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.actors.detect import find_actors  # noqa: E402 - the checkout is no package
from extract.build import build  # noqa: E402
from extract.dates.interval import to_day  # noqa: E402
from extract.model import ActorType  # noqa: E402
from extract.others import link_all  # noqa: E402
from extract.store.library import create_or_open  # noqa: E402
from extract.text.language import detect_language  # noqa: E402
from extract.text.sentences import split_sentences  # noqa: E402

READ_ON = to_day(2026, 11, 22)
SYLLABLES = ("ba", "do", "ki", "lu", "mar", "nor", "pe", "ran", "so", "tik", "ver", "zan", "gri", "hol", "fem", "dus")
YEARS = range(1985, 2026)
NUMBER = re.compile(r"\d+")
KIB_PER_MIB = 1024


def names_in(text: str) -> list[tuple[int, int]]:
    """Where a text names people."""
    code = detect_language(text)
    found = find_actors(text, code, split_sentences(text, code), ())
    return [(each.start, each.end) for each in found if each.type is ActorType.PERSON]


def varied(text: str, names: Sequence[tuple[int, int]], chance: random.Random) -> str:
    """The text with other people, days and figures: who was one is one, and a year stays a year."""
    called: dict[str, str] = {}
    parts, last = [], 0
    for start, end in names:
        words = text[start:end].split()
        for word in words:
            called.setdefault(word, "".join(chance.choices(SYLLABLES, k=3)).capitalize())
        parts += [text[last:start], " ".join(called[word] for word in words)]
        last = end
    return NUMBER.sub(lambda found: _figure(found[0], chance), "".join([*parts, text[last:]]))


def _figure(digits: str, chance: random.Random) -> str:
    if len(digits) == len("2025") and int(digits) in YEARS:
        return str(chance.choice(YEARS))
    return (
        str(chance.randint(1, 28))
        if len(digits) <= len("28")
        else str(chance.randrange(10 ** (len(digits) - 1), 10 ** len(digits)))
    )


def documents(base: Sequence[tuple[str, list[tuple[int, int]]]], count: int) -> Iterator[str]:
    """So many texts, the same on every run."""
    chance = random.Random(1)  # noqa: S311 - the same texts on every run
    for number in range(count):
        text, names = base[number % len(base)]
        written = f"{chance.choice(YEARS)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield f"Published: {written}\n\n{varied(text, names, chance)}"


def measure(base: Sequence[tuple[str, list[tuple[int, int]]]], count: int) -> str:
    """What it takes for so many documents."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "texts")
        folder.mkdir()
        for number, text in enumerate(documents(base, count)):
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        library = create_or_open(Path(place, "library.db"))
        begun = time.process_time()
        build([folder], library, READ_ON)
        built = time.process_time()
        link_all(library)
        linked = time.process_time()
        (claims,) = library.connection.execute("SELECT count(*) FROM events").fetchone()
        library.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB
    return (
        f"{count} documents, {claims} claims: {1000 * (built - begun) / count:.1f} ms of CPU a document,"
        f" linking {linked - built:.2f} s, {memory:.0f} MiB"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--documents", type=int, nargs="+", default=[5000, 10000, 20000])
    given = parser.parse_args()
    lines = (line for path in given.data for line in path.read_text(encoding="utf-8").splitlines())
    texts = [json.loads(line)["text"] for line in lines if line.strip()]
    base = [(text, names_in(text)) for text in texts]
    for count in given.documents:  # each in a process of its own, so that none is charged with another's memory
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            print(pool.submit(measure, base, count).result(), flush=True)


if __name__ == "__main__":
    main()
