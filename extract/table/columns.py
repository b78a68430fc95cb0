"""The event table in memory, column by column: what is counted over all claims is counted here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from extract.store.library import Library
from extract.table.packs import SCHEMAS, Of, Packs, key, read

Ints = npt.NDArray[np.signedinteger[Any]]
Bools = npt.NDArray[np.bool_]

UNDATED = np.iinfo(np.int64).max
"""Stands for the day of what is undated, which comes last."""

ID_BYTES = 8
"""Of a claim's id: of claims of one time no two are likely to begin with the same."""

CODED_COLUMNS = ("source", "language", "publisher", "grain", "status", "kind", "basis", "mod")
"""Those of which each claim has one value or none."""

NONE = -1
"""The code of what is not known."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A column of few texts: for each row the place of its text among `names`, -1 where nothing is known."""

    codes: Ints
    names: tuple[str, ...]

    def codes_of(self, names: tuple[str, ...]) -> Ints:
        """The codes of some names, those that no row has left out."""
        wanted = set(names)
        return np.array([code for code, name in enumerate(self.names) if name in wanted], dtype=np.int64)


@dataclass(frozen=True)
class Columns:
    """All claims of a library, rejected ones aside, by their ids; and the stories that they tell. Never changed."""

    packs: Mapping[Of, Packs]
    """What they were made from: what of it did not change is taken over by the next ones."""
    ids: Ints
    """Of the rows in the library's table events, rising."""
    event_ids: pa.StringArray
    start: Ints
    """First day, `UNDATED` where unknown."""
    end: Ints
    """The day after the last, `UNDATED` where unknown."""
    sure: Bools
    confidence: npt.NDArray[np.float32]
    preferred: Ints
    """Above 0 where a person says that its date is its story's."""
    marks: Ints
    """What people say of each, as bits: see `packs.MARKS`."""
    source: Coded
    language: Coded
    publisher: Coded
    grain: Coded
    status: Coded
    kind: Coded
    basis: Coded
    mod: Coded
    actors: Coded
    """Those of all claims in one row after the other."""
    actor_rows: Ints
    """The claim of each of these."""
    things: Coded
    """What all claims count, likewise."""
    amounts: npt.NDArray[np.float64]
    """How many of each of these."""
    figure_rows: Ints
    """The claim of each of these."""
    story: Ints
    """For each claim the place of its story in what follows."""
    story_keys: Ints
    """Of stories: see `packs.key`."""
    weight: npt.NDArray[np.float64]
    """Of stories; 0 where they were not weighed yet, as in the two below."""
    voices: Ints
    claims: Ints
    days: Ints
    """Of their finest dates."""

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def dated(self) -> Bools:
        """Which claims have a date."""
        return np.not_equal(self.start, UNDATED)

    @cached_property
    def by_time(self) -> Ints:
        """The rows in the order of `query.IN_ORDER`: by time, undated ones last, then by their ids."""
        first, last = self.start.astype(np.float64), self.end.astype(np.float64)
        return np.lexsort((self._by_id, last, first))

    @cached_property
    def _by_id(self) -> Ints:
        """The first bytes of each claim's id as a number: they order claims of one time, where nothing else does."""
        names = np.array([name.encode()[:ID_BYTES] for name in self.event_ids.to_pylist()], dtype=f"S{ID_BYTES}")
        return names.view(">u8").astype(np.uint64)

    @cached_property
    def ranks(self) -> Ints:
        """The place of each story among all, the weightiest first; see `weights.BY_WEIGHT`."""
        order = np.lexsort((self.story_keys, self.days, -self.claims, -self.weight))
        ranks = np.empty(len(order), dtype=np.int64)
        ranks[order] = np.arange(len(order))
        return ranks

    def told_in(self, language: int) -> Bools:
        """Which stories are told in a language, by its code."""
        told = np.zeros(len(self.story_keys), dtype=bool)
        told[self.story[self.language.codes == language]] = True
        return told

    @cached_property
    def _by_key(self) -> Ints:
        return np.argsort(self.story_keys)

    def rows_called(self, events: Sequence[str]) -> Ints:
        """The places of claims by their ids; those that the table does not hold left out."""
        return np.flatnonzero(_values(pc.is_in(self.event_ids, value_set=pa.array(events, type=pa.string()))))

    def stories_called(self, ids: Iterable[str]) -> dict[str, int]:
        """The places of stories by their ids; those that no claim tells left out."""
        called = {key(story_id): story_id for story_id in ids}
        asked = np.array(list(called), dtype=np.int64)
        at = np.searchsorted(self.story_keys, asked, sorter=self._by_key)
        places = self._by_key[at[at < len(self._by_key)]].tolist()
        return {called[found]: place for place in places if (found := int(self.story_keys[place])) in called}

    @cached_property
    def by_weight(self) -> Ints:
        """The rows, those of the weightiest story first, by time."""
        return self.by_time[np.argsort(self.ranks[self.story[self.by_time]], kind="stable")]


def columns_of(library: Library, before: Columns | None = None) -> Columns:
    """The columns of a library as it is now, or at the moment at which it is being asked.

    What did not change since those `before` is not read again.
    """
    with nullcontext() if library.connection.in_transaction else library.at_one_moment():
        packs = {of: read(library, of, before.packs[of] if before else {}) for of in Of}
    if before and packs == before.packs:
        return before
    return _columns(packs)


def _columns(packs: Mapping[Of, Packs]) -> Columns:
    claims, stories = (_whole(packs[of], SCHEMAS[of]) for of in Of)
    weighed = _ints(stories["story"])
    every, keys = pd.factorize(np.concatenate([weighed, _ints(claims["story"])]))
    count = len(keys)
    return Columns(
        packs,
        ids=_ints(claims["id"]),
        event_ids=claims["event_id"],
        start=_ints(claims["start"]),
        end=_ints(claims["end"]),
        sure=_values(claims["sure"]).astype(bool),
        confidence=_values(claims["confidence"]),
        preferred=_ints(claims["preferred"]),
        marks=_values(claims["marks"]),
        **{name: _coded(claims[name]) for name in CODED_COLUMNS},
        actors=_coded(claims["actors"].flatten()),
        actor_rows=_rows_of(claims["actors"]),
        things=_coded(claims["things"].flatten()),
        amounts=_values(claims["amounts"].flatten()),
        figure_rows=_rows_of(claims["things"]),
        story=every[len(weighed) :],
        story_keys=keys,
        weight=_filled(_values(stories["weight"]), count, 0.0),
        voices=_filled(_ints(stories["voices"]), count, 1),
        claims=_filled(_ints(stories["claims"]), count, 1),
        days=_filled(_ints(stories["days"]), count, UNDATED),
    )


def _whole(packs: Packs, schema: pa.Schema) -> dict[str, Any]:
    """The rows of all packs as one array a column."""
    table = pa.Table.from_batches([pack.rows for pack in packs.values()], schema=schema)
    merged = table.unify_dictionaries().combine_chunks()
    return {
        name: column.chunk(0) if column.num_chunks else pa.array([], type=column.type)
        for name, column in zip(merged.column_names, merged.columns, strict=True)
    }


def _values(array: pa.Array) -> Any:  # noqa: ANN401 - of whatever kind the array is
    return array.to_numpy(zero_copy_only=False)


def _ints(array: pa.Array) -> Ints:
    found: Ints = _values(array.fill_null(UNDATED) if array.null_count else array).astype(np.int64)
    return found


def _coded(array: pa.DictionaryArray) -> Coded:
    codes = array.indices.fill_null(NONE) if array.indices.null_count else array.indices
    return Coded(_values(codes), tuple(array.dictionary.to_pylist()))


def _rows_of(lists: pa.ListArray) -> Ints:
    """For each value of lists, of which row it is."""
    return np.repeat(np.arange(len(lists)), np.diff(_values(lists.offsets)))


def _filled(values: npt.NDArray[Any], count: int, rest: float) -> npt.NDArray[Any]:
    """Values of the stories that were weighed, and one for the rest."""
    return np.concatenate([values, np.full(count - len(values), rest, dtype=values.dtype)])
