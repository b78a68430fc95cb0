"""Any entry of the one log is taken back, with all that follows from it for dates, names and stories."""

from __future__ import annotations

from extract import judge, recast, redate
from extract.by import By
from extract.errors import CorrectionError
from extract.store.library import Library
from extract.store.log import Kind


def number_in(name: str) -> tuple[Kind, int]:
    """The log and number of an entry by what people call it. Raises CorrectionError where no entry is called so."""
    kind, _, number = name.strip().partition("-")
    if kind not in set(Kind) or not (number.isascii() and number.isdigit()):
        raise CorrectionError(f"{name!r} is no entry of the log: they are called claim-17, source-3 or actor-5")
    return Kind(kind), int(number)


def take_back_entry(library: Library, kind: Kind, number: int, said: By) -> None:
    """Take an entry back; an undo may be taken back too. Raises CorrectionError where that is done, LibraryError."""
    match kind:
        case Kind.SOURCE:
            redate.settle_others(library, redate.take_back(library, number, said))
        case Kind.ACTOR:
            recast.take_back(library, number, said)
        case Kind.CLAIM:
            judge.take_back(library, number, said)
