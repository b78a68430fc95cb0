"""The actors that people know themselves: a TOML or CSV file of names, what they are and how else they are written.

[[actor]]
canonical = "Zorvan Legion"     # what it is called everywhere
type = "organisation"           # or person, place; "ignored": nobody, whatever it looks like
aliases = ["PMC Zorvan", "ЧВК Зорвана", "زورفان"]
language = "ru"                 # the aliases hold in texts of this language alone; left out: in all

The same as CSV has the columns canonical, type, aliases ("; " between them) and language, the last two may be missing.
"""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from extract.errors import ActorsError
from extract.model import ActorType
from extract.said import OwnActor

IGNORED = "ignored"
"""The type of names that are nobody's."""

TYPES: dict[str, ActorType | None] = {**{kind.name.lower(): kind for kind in ActorType}, IGNORED: None}
"""What may be given as a type. States are places."""

BETWEEN = ";"
"""What stands between aliases in a cell."""

LONGEST_NAME = 200
"""Characters: a longer one is a sentence that slipped in."""

Name = Annotated[str, Field(max_length=LONGEST_NAME)]


class Entry(BaseModel):
    """An actor as it is written in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    canonical: Name
    type: str
    aliases: tuple[Name, ...] = ()
    language: Annotated[str | None, Field(pattern=r"^[a-z]{2,3}$")] = None

    @field_validator("canonical", "aliases")
    @classmethod
    def _has_letters(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        for each in (value,) if isinstance(value, str) else value:
            if not any(map(str.isalpha, each)):
                raise ValueError(f"{each!r} is no name: it has no letters")
        return value

    @field_validator("type")
    @classmethod
    def _is_type(cls, value: str) -> str:
        if value.casefold() not in TYPES:
            raise ValueError(f"{value!r} is none of {', '.join(TYPES)}")
        return value.casefold()


class Sheet(BaseModel):
    """A whole TOML file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    actor: list[Entry] = []


def read_own_actors(path: Path) -> tuple[OwnActor, ...]:
    """The actors of a file, which is CSV by its name or else TOML.

    Raises ActorsError, with the file, the entry and its key, where it cannot be read, breaks its form, or calls one
    alias two different names.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ActorsError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ActorsError(f"{path} is not UTF-8 at byte {error.start}: save it as UTF-8") from error
    entries = list(_of_csv(path, text) if path.suffix.lower() == ".csv" else _of_toml(path, text))
    _check_aliases(path, entries)
    return tuple(OwnActor(each.canonical, TYPES[each.type], each.aliases, each.language) for each in entries)


def _of_toml(path: Path, text: str) -> Iterable[Entry]:
    try:
        return Sheet.model_validate(tomllib.loads(text)).actor
    except ValidationError as error:
        fault = error.errors()[0]
        raise ActorsError(f"{path}, {_place(fault)}: {_told(fault)}") from error
    except RecursionError as error:
        raise ActorsError(f"{path} is nested too deep: write one [[actor]] for each") from error
    except ValueError as error:
        raise ActorsError(f"{path} is no TOML: {error}") from error


def _of_csv(path: Path, text: str) -> Iterator[Entry]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    known = set(Entry.model_fields)
    try:
        columns = reader.fieldnames or ()
        if not {"canonical", "type"} <= set(columns) or set(columns) - known:
            found = ", ".join(columns) or "none"
            raise ActorsError(f"{path}: its columns are canonical, type, aliases, language; found: {found}")
        for row in reader:
            yield _row(path, reader.line_num, row)
    except csv.Error as error:
        raise ActorsError(f"{path}, line {reader.line_num}: {error}") from error


def _row(path: Path, line: int, row: dict[str, Any]) -> Entry:
    if None in row:
        raise ActorsError(f"{path}, line {line}: has more cells than there are columns: put quotes round commas")
    given = {column: value for column, value in row.items() if value and value.strip()}
    given["aliases"] = tuple(alias for alias in given.get("aliases", "").split(BETWEEN) if alias.strip())
    try:
        return Entry.model_validate(given)
    except ValidationError as error:
        fault = error.errors()[0]
        raise ActorsError(f"{path}, line {line}, {fault['loc'][0]}: {_told(fault)}") from error


def _place(fault: Mapping[str, Any]) -> str:
    """Where a fault lies, for people: "actor 2, type"."""
    return ", ".join(f"{part + 1}" if isinstance(part, int) else part for part in fault["loc"][:3]).replace(
        ", ", " ", 1
    )


def _told(fault: Mapping[str, Any]) -> str:
    if fault["type"] == "extra_forbidden":
        return f"unknown key; known are [[actor]] and in it {', '.join(Entry.model_fields)}"
    if fault["type"] == "missing":
        return "is missing"
    return str(fault["msg"]).removeprefix("Value error, ")


def _check_aliases(path: Path, entries: Iterable[Entry]) -> None:
    """One name means one actor in one language."""
    meant: dict[tuple[str, str | None], Entry] = {}
    for each in entries:
        for alias in (each.canonical, *each.aliases):
            key = (alias.casefold(), each.language)
            other = meant.setdefault(key, each)
            if (other.canonical, other.type) != (each.canonical, each.type):
                both = " and ".join(f"{one.canonical} ({one.type})" for one in (other, each))
                raise ActorsError(f"{path}: {alias!r} is {both}: keep it once")
