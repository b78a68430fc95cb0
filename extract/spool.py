"""Objects that wait on disk until they are asked for again, as long as the process lives."""

from __future__ import annotations

import pickle
import tempfile
from dataclasses import dataclass, field
from typing import IO, Generic, TypeVar

Kept = TypeVar("Kept")


@dataclass(slots=True)
class Spool(Generic[Kept]):
    """Objects of one kind by their names, in a file that nobody else sees."""

    _file: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    _places: dict[str, tuple[int, int]] = field(default_factory=dict)

    def put(self, name: str, kept: Kept) -> None:
        """Keep an object."""
        data = pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)
        self._places[name] = (self._file.seek(0, 2), len(data))
        self._file.write(data)

    def get(self, name: str) -> Kept | None:
        """An object that is kept, None where there is none of that name."""
        place = self._places.get(name)
        if place is None:
            return None
        self._file.seek(place[0])
        kept: Kept = pickle.loads(self._file.read(place[1]))  # noqa: S301 - this process alone has written it
        return kept

    def close(self) -> None:
        """Keep nothing any more."""
        self._file.close()
