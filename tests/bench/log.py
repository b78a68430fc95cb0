"""What one more word of a person costs beside a log of many: python tests/bench/log.py [--entries 1000 10000 100000].

The library is that of the seeds, with `--documents` small ones beside them; the entries are spread over all its claims,
by five people, and are brought in from a file. Milliseconds of the clock, the median of a few.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.amend import amend  # noqa: E402 - the checkout is no package
from extract.bring import bring  # noqa: E402
from extract.by import by  # noqa: E402
from extract.judge import judge, undo  # noqa: E402
from extract.log_file import FIRST_LINE, lines  # noqa: E402
from extract.remark import star  # noqa: E402
from extract.said import Field, Verdict  # noqa: E402
from extract.store.conflicts import clashes, conflicts  # noqa: E402
from extract.store.judged import entries_about  # noqa: E402
from extract.store.library import Library  # noqa: E402
from extract.store.logged import Which, page, people  # noqa: E402
from extract.store.logged import count as how_many  # noqa: E402
from tests.bench.redate import filled  # noqa: E402

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
PEOPLE = ("Anna", "Boris", "Carla", "David", "Elena")
TIMES = 5


def file_of(library: Library, entries: int) -> Iterator[str]:
    """A log of so many entries of all kinds, by which each claim is spoken of about as often."""
    claims = library.connection.execute("SELECT event_id, source_id FROM events ORDER BY event_id").fetchall()
    yield FIRST_LINE
    for number, who in zip(range(entries), cycle(PEOPLE), strict=False):
        place = number % len(claims)
        (claim, source), (other, source_of_other) = claims[place], claims[(place ^ 1) % len(claims)]
        says: dict[str, object] = [
            {"says": "note", "new": f"remark {number}"},
            {"says": "star", "new": "yes" if number % 3 else None},
            {"says": "amend", "field": "date", "old": "2020", "new": f"20{number % 20:02}-03"},
            {"says": "accept", "new": "2020", "found": "2020"},
            {"says": "amend", "field": "headline", "old": "x", "new": f"It happened {number}"},
            {"says": "join" if number % 60 == 5 else "note", "new": "once more"},
        ][number % 6]
        about = {claim: source} | ({other: source_of_other} if says["says"] == "join" else {})
        at = (BEGUN + timedelta(minutes=number)).isoformat()
        yield json.dumps({"id": f"claim-{number}", "at": at, "who": who, "kind": "claim", "claims": about} | says)


def clock(deed: Callable[[], object]) -> float:
    """Milliseconds that something takes."""
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000


def measured(library: Library) -> Iterator[tuple[str, float]]:
    """What people do, each with the milliseconds that it takes."""
    names = [event_id for (event_id,) in library.connection.execute("SELECT event_id FROM events LIMIT 400")]
    of_story, name = names[: 2 * TIMES], iter(names[2 * TIMES :])
    said, dates = by("bench", "", datetime.now(UTC)), (f"19{number}" for number in count(10))
    deeds: dict[str, Callable[[], object]] = {
        "star": lambda: star(library, next(unstarred), said, is_on=True),
        "put a date right": lambda: amend(library, next(name), {Field.DATE: next(dates)}, said),
        "reject": lambda: judge(library, Verdict.REJECT, [next(name)], said),
        "part and take back": lambda: (judge(library, Verdict.JOIN, [next(name), of_story[0]], said), undo(library, of_story[0], said)),
        "what was said of a claim": lambda: entries_about(library, [next(name)]),
        "first page": lambda: page(library, Which(), 50),
        "last page": lambda: page(library, Which(), 50, max(0, how_many(library, Which()) - 50)),
        "a person's page of words": lambda: (page(library, Which("Anna", None, "remark"), 50), how_many(library, Which("Anna", None, "remark"))),
        "counts": lambda: (how_many(library, Which()), people(library)),
        "conflicts": lambda: conflicts(library, clashes(library)[:20]),
    }  # fmt: skip
    starred = {row[0] for row in library.connection.execute("SELECT event_id FROM events WHERE starred")}
    unstarred = iter([each for each in names if each not in starred])
    for what, deed in deeds.items():
        yield what, median(clock(deed) for _ in range(TIMES))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--entries", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--documents", type=int, default=300, help="small documents beside the seeds")
    given = parser.parse_args()
    for entries in given.entries:
        with tempfile.TemporaryDirectory() as place:
            library = filled(Path(place), given.documents)
            taken = clock(lambda: bring(library, file_of(library, entries), "log"))  # noqa: B023 - called at once
            print(f"{entries} entries, brought in {taken / 1000:.1f} s, {len(clashes(library))} conflicts")
            for what, milliseconds in measured(library):
                print(f"  {what}: {milliseconds:.1f} ms")
            print(f"  to a file: {clock(lambda: sum(1 for _ in lines(library))):.0f} ms")  # noqa: B023


if __name__ == "__main__":
    main()
