"""Whether those who tell of one event agree: what that means, for two claims and for all claims of a library alike."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from extract.dates.interval import Mod

Days = TypeVar("Days", int, npt.NDArray[np.signedinteger[Any]])
"""A day, or one for each of some claims."""


class Agreement(StrEnum):
    """How what some tell of an event stands to what its story is taken to say; and how all who tell it stand.

    A story is taken to say the date that a person prefers, else the finest that most voices give for what happened;
    that it happened, where anybody reports or alleges it; of how many, what those say who give that date.
    """

    CONFLICT = "conflict"
    """They cannot both be right: no day could be meant by both dates, one denies what the other reports or alleges, or
    they count the same thing otherwise. The date of a plan conflicts with none: plans slip."""
    COMPATIBLE = "compatible"
    """Both may be right, and one says less: a month and a day in it, weeks that overlap, a plan, no date at all."""
    AGREE = "agree"
    """They give the same days."""
    ALONE = "alone"
    """Of a story: one independent voice tells it, and there is nothing to compare."""
    SILENT = "silent"
    """Of a source, publisher or language: it does not tell the story."""


EVER = 1_000_000_000
"""So many times as long as a date is itself: beyond all that anybody dates."""

FIRM = (0, 0)
LOOSE: Mapping[Mod, tuple[int, int]] = {Mod.BEFORE: (EVER, 0), Mod.AFTER: (0, EVER), Mod.APPROX: (1, 1)}
"""By how many times its own length a date may reach beyond its first day, and beyond its last: "before June" may mean
March, and "about 2022" the December before it. Others are `FIRM`."""


def reach(start: Days, end: Days, before: Days, after: Days) -> tuple[Days, Days]:
    """The first day that a date may mean, and the day after the last, by how loose it is; see `LOOSE`."""
    days = end - start
    return start - before * days, end + after * days
