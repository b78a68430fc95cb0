"""What people put right in a claim: its date, how it is put, of what kind it is, what it tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from extract.by import By
from extract.dates.interval import Grain, Interval
from extract.dates.write import edtf_value
from extract.errors import CorrectionError
from extract.handmade import by_hand, headline_of, when_of
from extract.judge import BY_DATE, claim_of, said_of, write
from extract.kind import Kind
from extract.model import Status
from extract.reason import Element, Reason, because
from extract.redate import NOT_THERE, day_of
from extract.said import UNKNOWN, Field, Verdict
from extract.store.corrections import undone
from extract.store.judged import Judged, entries_about, entry
from extract.store.library import Library
from extract.store.shown import as_found, date_shown, field_shown, rows_of
from extract.store.values import date_values


def amend(library: Library, name: str, values: Mapping[Field, str], said: By) -> list[Judged]:
    """Put some fields of a claim right, each by an entry of its own; a date is given as people write it, or `unknown`.

    Raises CorrectionError where the claim is not known or rejected, a value is none, or all of it is so already;
    LibraryError where nothing can be written.
    """

    def make() -> list[Judged]:
        claim = claim_of(library, name)
        (row,) = rows_of(library, [claim.event_id])
        new = said_of(library, Verdict.AMEND, [claim], said)
        made = [_amending(new, field, value_of(field, text), row) for field, text in values.items()]
        changed = [each for each in made if each.new != each.old]
        if not changed:
            raise CorrectionError("It is so already: that it is right can be said by accepting it")
        return changed

    return list(write(library, make))


def say_again(library: Library, number: int, said: By) -> Judged:
    """Say what an entry says once more, knowing what the program finds now.

    Raises CorrectionError where that entry does not count, or its claim is gone; LibraryError.
    """

    def make() -> list[Judged]:
        meant = entry(library, number)
        if meant is None or meant.undoes is not None or number in undone(entries_about(library, meant.claims)):
            raise CorrectionError(NOT_THERE)
        rows = rows_of(library, meant.claims)
        if not rows or meant.verdict not in BY_DATE | {Verdict.AMEND}:
            raise CorrectionError("This cannot be said again: its claim is gone, or depends on nothing that is found")
        (row,) = rows
        at = said.after(entries_about(library, meant.claims))
        new = replace(meant, id=0, reason=said.why, who=said.who, at=at, follows=None)
        if meant.verdict is Verdict.AMEND:
            return [_amending(new, Field(meant.field), str(meant.new), row)]
        date = date_shown(row) if meant.verdict is Verdict.ACCEPT else None
        return [replace(new, new=date, found=date_shown(as_found(row)))]

    return write(library, make)[0]


def value_of(field: Field, text: str) -> str:
    """A value of a field as it is kept. Raises CorrectionError where it is none, with what can be one."""
    match field:
        case Field.DATE:
            return _kept(when_of(text))
        case Field.STATUS:
            return _one_of(Status, "status", text)
        case Field.KIND:
            return _one_of(Kind, "kind", text)
        case Field.HEADLINE:
            return headline_of(text)


def _one_of(names: type[StrEnum], what: str, text: str) -> str:
    wanted = text.strip().casefold()
    if wanted not in set(names):
        raise CorrectionError(f"{' '.join(text.split())!r} is no {what}: write {', '.join(names)}")
    return wanted


def _amending(new: Judged, field: Field, value: str, row: Mapping[str, Any]) -> Judged:
    old, found = field_shown(row, field), field_shown(as_found(row), field)
    return with_columns(replace(new, field=field, old=old, new=value, found=found))


def with_columns(amending: Judged) -> Judged:
    """An entry that amends a claim, with what its new value means for the columns of events.

    Raises CorrectionError where the value is none.
    """
    value = str(amending.new)
    if amending.field != Field.DATE:
        return replace(amending, row={amending.field: value_of(Field(amending.field), value)})
    day = day_of(datetime.fromisoformat(amending.at))
    parts: dict[str, Element] = {"who": amending.who, "day": day, "old": str(amending.old), "new": value}
    why = because(Reason("corrected_by", parts), amending.reason)
    return replace(amending, row=_dated(when_of(value), why))


def _kept(when: tuple[Interval, Grain] | None) -> str:
    """A date that a person gives, as it is kept."""
    return edtf_value(*when) if when else UNKNOWN


def _dated(when: tuple[Interval, Grain] | None, why: Reason) -> dict[str, object]:
    """The columns of such a date."""
    timex = by_hand(0, 0, "", when, why)
    is_day = timex.interval is not None and timex.interval.days == 1
    lent = ((timex.interval.start, 1.0),) if timex.interval and is_day else ()
    return date_values(timex, lent)
