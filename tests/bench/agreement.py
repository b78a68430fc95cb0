"""How long it takes to say of all stories how those stand who tell them, and to lay a page of them side by side.

python tests/bench/agreement.py --claims 100000 1000000 --folder /some/where

Libraries are made as dashboard.py makes them. The first is worked out once for each version of a library.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from extract.store.library import open_read_only  # noqa: E402 - the checkout is no package
from extract.table import comparison  # noqa: E402
from extract.table.agreement import agreements, voices_of  # noqa: E402
from extract.table.columns import columns_of  # noqa: E402
from extract.table.comparison import Across, Stories  # noqa: E402
from extract.table.filters import Filters, Order  # noqa: E402
from extract.table.selection import EventTable  # noqa: E402
from tests.bench.many_claims import make  # noqa: E402

TIMES = 5
PAGE = 50

BOUNDS = {100_000: 0.2, 1_000_000: 2.0}
"""Seconds that all stories may take."""


def measure(path: Path, claims: int) -> None:
    """Print what a library of so many claims takes."""
    library = open_read_only(path)
    table = EventTable(library, columns_of(library))
    columns, conflicts = table.columns, Filters(agreements=("conflict",))
    print(f"{claims:,} claims, {len(columns.story_keys):,} stories")
    took = _median(lambda: agreements(columns, voices_of(library, columns.source)))
    print(f"  all stories    {took:6.3f} s of {BOUNDS.get(claims, '-')}")
    print(f"  their counts   {_median(lambda: comparison.tally(table, Filters())):6.3f} s")
    for order in Order:
        first = Stories(conflicts, order, 0, PAGE)
        tellers = comparison.fullest(table, first, Across.LANGUAGE, 4)
        took = _median(lambda first=first, tellers=tellers: comparison.page(table, first, Across.LANGUAGE, tellers))
        print(f"  a page by {order:6}{took:6.3f} s")
    library.close()


def _median(act: Callable[[], object]) -> float:
    """Seconds of this process's own time."""
    took = []
    for _ in range(TIMES):
        began = time.process_time()
        act()
        took.append(time.process_time() - began)
    return median(took)


def main() -> None:
    """Measure libraries of some sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, nargs="+", default=[100_000])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()))
    asked = parser.parse_args()
    for claims in asked.claims:
        path = asked.folder / f"dateline-{claims}.db"
        if not path.exists():
            make(path, claims)
        measure(path, claims)


if __name__ == "__main__":
    main()
