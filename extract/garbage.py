"""How often a process looks for garbage that refers to itself; all other goes at once."""

import gc

OBJECTS, YOUNG, OLD = 20_000, 20, 20
"""New objects after which the young ones are looked through, and looks after which those are that stayed. Names and
claims of a batch are many small objects of which none refers to itself: Python's 700, 10 and 10 are for programs that
hold little, and go through all that a build holds so often that naming actors takes half as long again."""


def collect_rarely() -> None:
    """Set that for this process."""
    gc.set_threshold(OBJECTS, YOUNG, OLD)
