"""Measures kB of text a second of CPU: python tests/bench/speed.py --data FILE.jsonl [--most N].

Finds and resolves the dates of the same texts, in one process and one run, with Dateline, with dateparser's
`search_dates` and, where it is installed, with Duckling (`pip install pyduckling-native-phihos`). Each line of the file
is a document as `annotate` reads it; "lang" and "dct" are used where given.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.dates.anchor import inferred, question, stated  # noqa: E402 - the checkout is no package
from extract.dates.register import tells_a_story  # noqa: E402
from extract.dates.resolve import resolve_all  # noqa: E402
from extract.mentions import mentions_of  # noqa: E402
from extract.model import Source  # noqa: E402
from extract.text.sentences import split_sentences  # noqa: E402

ZONES = "/usr/share/zoneinfo"
"""Where Linux keeps its time zones."""

REPEATS = 3
"""Runs of Dateline; the fastest counts. The others are run once, as they take long."""

Documents = list[tuple[str, str, str]]
"""Text, language and day of writing."""


def dateline(documents: Documents) -> int:
    """How many dates are found and resolved."""
    count = 0
    for text, language, written in documents:
        told = [each for each, _ in mentions_of(text, language, split_sentences(text, language))]
        source = Source("", "", text, text, stated_date=written)
        asked = question(source, told)
        anchor = stated(source, asked)[0] or inferred(asked)
        count += len(resolve_all(told, anchor, story=tells_a_story(told, anchor.interval)))
    return count


def dateparser_search(documents: Documents) -> int:
    """The same by dateparser's `search_dates`."""
    count = 0
    for text, language, written in documents:
        base = dt.datetime.fromisoformat(written)
        count += len(search_dates(text, languages=[language], settings={"RELATIVE_BASE": base}) or ())
    return count


def duckling() -> Callable[[Documents], int] | None:
    """The same by Duckling; None where it is not installed."""
    try:
        module: Any = import_module("duckling")
    except ImportError:
        return None
    zones = module.load_time_zones(ZONES)

    def run(documents: Documents) -> int:
        count = 0
        dimensions = module.parse_dimensions(["time"])
        for text, language, written in documents:
            seconds = int(dt.datetime.fromisoformat(written).replace(tzinfo=dt.UTC).timestamp())
            locale = module.default_locale_lang(module.parse_lang(language.upper()))
            context = module.Context(module.parse_ref_time(zones, "UTC", seconds), locale)
            count += len(module.parse(text, context, dimensions, False))
        return count

    return run


def measured(run: Callable[[Documents], int], documents: Documents, repeats: int) -> tuple[float, int]:
    """Seconds of CPU of the fastest run, and how many dates it found."""
    best, count = float("inf"), 0
    for _ in range(repeats):
        start = time.process_time()
        count = run(documents)
        best = min(best, time.process_time() - start)
    return best, count


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--most", type=int, default=60, help="documents of the file that are used")
    given = parser.parse_args()
    lines = [json.loads(line) for line in given.data.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = [(d["text"], d.get("lang", "en"), d.get("dct") or "2020-01-01") for d in lines[: given.most]]
    size = sum(len(text.encode()) for text, _, _ in documents) / 1000
    dateline(documents[:1])
    seconds, count = measured(dateline, documents, REPEATS)
    ours = size / seconds
    print(f"{given.data.stem}: {len(documents)} documents, {size:.0f} kB\n")
    print("| | kB/s of CPU | dates | Dateline is faster by |\n|---|---|---|---|")
    print(f"| Dateline | {ours:.0f} | {count} | |")
    others = [(f"dateparser {version('dateparser')} search_dates", dateparser_search)]
    if run := duckling():
        others.append((_duckling_name(), run))
    for name, other in others:
        seconds, count = measured(other, documents, 1)
        print(f"| {name} | {size / seconds:.0f} | {count} | {ours * seconds / size:.1f} |")


def _duckling_name() -> str:
    try:
        return f"Duckling (pyduckling-native-phihos {version('pyduckling-native-phihos')})"
    except PackageNotFoundError:
        return "Duckling"


if __name__ == "__main__":
    main()
