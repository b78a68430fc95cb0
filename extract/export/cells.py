"""A value of the event table as the text of one cell, and back: nothing where nothing is known, lists in one line."""

from __future__ import annotations

import re
import types
from typing import get_args

from pydantic.fields import FieldInfo

BETWEEN_ACTORS = "; "

_ACTOR = re.compile(r"((?:\\.?|[^\\;])*+)(?:; ?|\Z)", re.DOTALL)


def may_be_empty(field: FieldInfo) -> bool:
    """Whether a column may say that nothing is known."""
    return types.NoneType in get_args(field.annotation)


def in_cell(value: object) -> str:
    """A value as text. What parts the members of a list stands in none of them without a backslash before it."""
    match value:
        case None:
            return ""
        case list():
            return BETWEEN_ACTORS.join(_escaped(each) for each in value)
        case _:
            return str(value)


def members(cell: str) -> list[str]:
    """The list whose text that is."""
    return [re.sub(r"\\(.)", r"\1", name, flags=re.DOTALL) for name in _ACTOR.findall(cell) if name]


def _escaped(name: str) -> str:
    return name.replace("\\", "\\\\").replace(";", "\\;")
