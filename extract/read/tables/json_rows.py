"""Tables as JSON: an object a line, a list of objects, or the list that an object holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TextIO

from extract.errors import Unreadable
from extract.read.limits import Limits
from extract.read.pieces import Piece
from extract.read.tables.table import Cell, Row, Table, sampled
from extract.read.tables.text_stream import encoding_of, open_text

CHUNK = 1_000_000
"""Characters that are read of a list at once."""

DEEPEST = 3
"""Objects in objects whose values are cells of their own: "source.name"."""

MOST_CELLS = 500
"""Of one object; what has more is no row."""

AS_LINES = "save it as JSON Lines: one object a line"
BLANKS = " \t\r\n"
FAULTS = (ValueError, RecursionError)
"""What reading JSON raises on what is none, or lies too deep."""

_BETWEEN = re.compile(r"[\s,]*")
_DECODER = json.JSONDecoder()

Found = tuple[int, dict[str, object]] | Unreadable


def is_json(head: bytes) -> bool:
    """Whether it begins as an object or a list of objects, and not only with a bracket, as texts do."""
    text = head.decode("utf-8-sig", errors="ignore").lstrip()
    inner = text[1:].lstrip()
    return (text.startswith("[") and inner.startswith("{") and inner[1:].lstrip()[:1] in {'"', "}"}) or (
        text.startswith("{") and inner[:1] == '"'
    )


def table_of_json(piece: Piece, limits: Limits) -> Table:
    """Its objects as rows, those of a list with their places in it as numbers. Raises Unreadable where it has none."""
    rows = (_row(found) for found in _objects(piece, limits))
    table = sampled("", (), rows)
    if not table.sample:
        for row in table.rest:
            if isinstance(row, Unreadable):
                raise row
        raise Unreadable(piece.location, "holds no list of objects", AS_LINES)
    columns = dict.fromkeys(column for row in table.sample for column in row.cells)
    return Table("", tuple(columns), table.sample, table.rest)


def _objects(piece: Piece, limits: Limits) -> Iterator[Found]:
    encoding = encoding_of(piece)
    with open_text(piece, encoding) as stream:
        is_list = _first_sign(stream) == "["
    with open_text(piece, encoding) as stream:
        are_lines = not is_list and _are_lines(stream, limits)
    with open_text(piece, encoding) as stream:
        if is_list:
            _first_sign(stream)
            yield from _of_list(piece, stream, limits)
        elif are_lines:
            yield from _of_lines(piece, stream, limits)
        else:
            yield from _of_object(piece, stream, limits)


def _are_lines(stream: TextIO, limits: Limits) -> bool:
    """Whether one of the first two lines is an object by itself, and not the whole."""
    lines = iter(lambda: stream.readline(limits.text_bytes), "")
    filled = (line for line in lines if line.strip("\ufeff" + BLANKS))
    first, second = next(filled, ""), next(filled, "")
    return bool(second) and (_parsed(first) is not None or _parsed(second) is not None)


def _first_sign(stream: TextIO) -> str:
    while sign := stream.read(1):
        if sign not in BLANKS + "\ufeff":
            return sign
    return ""


def _of_lines(piece: Piece, stream: TextIO, limits: Limits) -> Iterator[Found]:
    number = 0
    while line := stream.readline(limits.text_bytes):
        number += 1
        where = f"{piece.location}/row {number}"
        if len(line) >= limits.text_bytes and not line.endswith("\n"):
            yield Unreadable(where, f"is longer than {limits.text_bytes:,} letters", "split it into its documents")
            while line and not line.endswith("\n"):
                line = stream.readline(limits.text_bytes)
        elif line.strip("\ufeff" + BLANKS):
            found = _parsed(line)
            yield (number, found) if found is not None else Unreadable(where, "is no JSON object", "take the line out")


def _of_list(piece: Piece, stream: TextIO, limits: Limits) -> Iterator[Found]:
    """The objects of a list of any length, of which one is held at a time."""
    held, at, number, wanted = "", 0, 0, CHUNK
    while True:
        between = _BETWEEN.match(held, at)
        at = between.end() if between else at
        if held.startswith("]", at):
            return
        value, end = _decoded(held, at)
        if end is not None:
            number, at, wanted = number + 1, end, CHUNK
            where = f"{piece.location}/row {number}"
            yield (number, value) if isinstance(value, dict) else Unreadable(where, "is no object", "take it out")
            continue
        more = stream.read(wanted) if len(held) - at <= limits.text_bytes else ""
        if not more:
            yield _broken(piece, number + 1, is_long=len(held) - at > limits.text_bytes)
            return
        held, at, wanted = held[at:] + more, 0, 2 * wanted  # twice, as what is held is gone through again each time


def _decoded(text: str, at: int) -> tuple[object, int | None]:
    """A value and its end, which is not known where more of a number may follow."""
    try:
        value, end = _DECODER.raw_decode(text, at)
    except FAULTS:
        return None, None
    return value, end if end < len(text) else None


def _broken(piece: Piece, number: int, *, is_long: bool) -> Unreadable:
    where = f"{piece.location}/row {number}"
    reason = "is longer than a text may be" if is_long else "is no JSON, and nothing behind it can be told"
    return Unreadable(where, reason, AS_LINES)


def _of_object(piece: Piece, stream: TextIO, limits: Limits) -> Iterator[Found]:
    """The list that an object holds; TimelineJS's named stretches of time come after its events."""
    text = stream.read(limits.text_bytes + 1)
    if len(text) > limits.text_bytes:
        reason = f"is one JSON object of more than {limits.text_bytes:,} letters"
        raise Unreadable(piece.location, reason, AS_LINES)
    whole = _parsed(text)
    if whole is None:
        raise Unreadable(piece.location, "is no JSON, or broken off", "save it again")
    events, eras = _objects_in(whole.get("events")), _objects_in(whole.get("eras"))
    yield from enumerate([*events, *eras] if events else _longest_list(whole, DEEPEST) or [whole], 1)


def _objects_in(value: object) -> list[dict[str, object]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _longest_list(value: object, depth: int) -> list[dict[str, object]]:
    if not isinstance(value, dict) or not depth:
        return _objects_in(value)
    return max((_longest_list(each, depth - 1) for each in value.values()), key=len, default=[])


def _parsed(text: str) -> dict[str, object] | None:
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except FAULTS:
        return None
    return found if isinstance(found, dict) else None


def _row(found: Found) -> Row | Unreadable:
    if isinstance(found, Unreadable):
        return found
    number, values = found
    cells: dict[str, Cell] = {}
    _flatten("", values, cells, DEEPEST)
    return Row(number, cells)


def _flatten(prefix: str, value: object, cells: dict[str, Cell], depth: int) -> None:
    if len(cells) >= MOST_CELLS:
        return
    if isinstance(value, dict):
        for name, each in value.items() if depth else ():
            _flatten(f"{prefix}.{name}" if prefix else name, each, cells, depth - 1)
    elif isinstance(value, list):
        lines = [each for each in value if isinstance(each, str)]
        cells[prefix] = "\n\n".join(lines) if lines else None
    elif value is None or isinstance(value, str | int | float):
        cells[prefix] = value.replace("\0", "") if isinstance(value, str) else value
