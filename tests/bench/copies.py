"""What telling copies costs: python tests/bench/copies.py [--documents 1000 4000].

The milliseconds of a sketch; and of keeping the voices of one more document, by itself, in libraries of so many: half of
them copies of a few texts, all with what their site prints under each.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.copies import keep_voices  # noqa: E402 - the checkout is no package
from extract.store.library import create_or_open  # noqa: E402
from extract.text.sketch import sketch  # noqa: E402
from tests.library_factory import document  # noqa: E402

BATCH = 500
WORDS, NOTICE_WORDS = 400, 100
COPIED = 5
"""Texts of which half of the documents are copies."""
TIMES = 40


def texts(count: int, seed: int) -> Iterator[str]:
    """Every second one a copy with a line of its own."""
    chance, common = random.Random(seed), random.Random(1)  # noqa: S311 - the same texts on every run
    some = lambda random_, number: " ".join(f"w{random_.randrange(50_000)}" for _ in range(number))  # noqa: E731
    notice, copied = some(common, NOTICE_WORDS), [some(common, WORDS) for _ in range(COPIED)]
    for number in range(count):
        text = some(chance, WORDS) if number % 2 else chance.choice(copied)
        yield f"{some(chance, 15)} {text} {notice}"


def of_sketches() -> str:
    """What a sketch costs."""
    found = []
    sketch("")  # what is made once
    for size in (500, 5_000, 50_000):
        made = [text[:size] for text in (" ".join(texts(60, seed)) for seed in range(10))]
        begun = time.process_time()
        for text in made:
            sketch(text)
        found.append(f"{(time.process_time() - begun) * 1000 / len(made):.1f} ms for {size:,} characters")
    return f"A sketch: {', '.join(found)}"


def of_voices(count: int) -> str:
    """What one more document costs among so many."""
    ids = random.Random(3)  # noqa: S311
    with tempfile.TemporaryDirectory() as place:
        library = create_or_open(Path(place, "library.db"))
        every = [document(f"{ids.getrandbits(64):016x}", "en", text, []) for text in texts(count + TIMES, 2)]
        spent = []
        for batch in [every[first : min(first + BATCH, count)] for first in range(0, count, BATCH)] + [
            [one] for one in every[count:]
        ]:
            with library.writing():
                for one in batch:
                    library.put(one, "digest")
                begun = time.process_time()
                keep_voices(library)
                spent.append((time.process_time() - begun) * 1000)
        library.close()
    own, together = spent[-TIMES:], sum(spent[:-TIMES]) / count
    return f"{count:,} documents: {together:.1f} ms each; one more {median(own):.1f}, {mean(own):.1f} on average, at most {max(own):.0f}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 4_000])
    print(of_sketches(), flush=True)
    for count in parser.parse_args().documents:
        print(of_voices(count), flush=True)


if __name__ == "__main__":
    main()
