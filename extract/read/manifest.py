"""What is known of a folder's documents beside their text: its manifest, the one TOML file in it.

[[source]]
file = "kremlin.txt"            # all else may be left out
title = "A treaty is signed"
publisher = "The Paper"
url = "https://example.org/treaty"
date = 2025-01-17               # or "2025-01", "2025"
language = "en"
"""

from __future__ import annotations

import datetime as dt
import os
import re
import tomllib
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from extract.dates.interval import is_day
from extract.errors import ManifestError

ISO_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d[\d:.,]*(?:Z|[+-]\d\d:?\d\d)?)?)?)?", re.ASCII)
"""A year, a month or a day, perhaps with the time of day."""


def _as_text(value: object) -> object:
    """TOML has dates and times of its own."""
    return value.isoformat() if isinstance(value, dt.date) else value


Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
"""What is left out is not known; an empty text says nothing."""


class Entry(BaseModel):
    """What the manifest says of one document."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    file: Text
    title: Text | None = None
    publisher: Text | None = None
    url: Text | None = None
    date: Annotated[Text | None, BeforeValidator(_as_text)] = None
    language: Annotated[str | None, Field(pattern=r"^[a-z]{2}$")] = None
    columns: dict[str, Text] = {}
    """Of a table: which of its columns holds what."""

    @field_validator("date")
    @classmethod
    def _is_date(cls, value: str | None) -> str | None:
        if value is None or names_a_date(value):
            return value
        raise ValueError(f"{value!r} is no day, month or year: write 2025-01-17, 2025-01 or 2025")

    @field_validator("url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is None or is_web_address(value):
            return value
        raise ValueError(f"{value!r} is no web address: it begins with https:// or http://")


class Manifest(BaseModel):
    """A whole manifest."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    source: list[Entry] = []


NO_ENTRY = Entry(file=".")
"""Stands for the documents of which nothing is said."""


def find_manifest(folder: Path) -> Path | None:
    """The folder's manifest, None where it has none. Raises ManifestError where it has several TOML files."""
    found = sorted(path for path in folder.glob("*.toml") if path.is_file() and not path.name.startswith("."))
    if len(found) > 1:
        names = ", ".join(path.name for path in found)
        raise ManifestError(f"{folder} has several manifests: {names}. Keep one TOML file there")
    return found[0] if found else None


def read_manifest(path: Path) -> dict[Path, Entry]:
    """What a manifest says of each document, by the document's resolved path.

    Raises ManifestError, with the file, the entry and its key, where the manifest breaks its form, names a document
    that is not there or outside its folder, or the same one twice.
    """
    entries: dict[Path, Entry] = {}
    for number, entry in enumerate(_load(path).source, start=1):
        where = f"{path}: source {number}, file"
        try:
            document = Path(os.path.realpath(path.parent / entry.file))
            is_there = document.is_file()
        except (OSError, ValueError) as error:
            raise ManifestError(f"{where}: {entry.file!r} cannot be the name of a file: correct it") from error
        if not document.is_relative_to(path.parent.resolve()):
            raise ManifestError(f"{where}: {entry.file} lies outside the folder: name files in it")
        if not is_there:
            raise ManifestError(f"{where}: there is no {entry.file} in the folder: correct or remove the entry")
        if document in entries:
            raise ManifestError(f"{where}: {entry.file} has an entry already: put what is known of it into one")
        entries[document] = entry
    return entries


def _load(path: Path) -> Manifest:
    try:
        return Manifest.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise ManifestError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ManifestError(f"{path} is not saved as UTF-8: save it so") from error
    except ValidationError as error:
        raise ManifestError(f"{path}: {_first_fault(error)}") from error
    except RecursionError as error:
        raise ManifestError(f"{path} is nested too deep: write one [[source]] for each file") from error
    except ValueError as error:  # broken TOML, or a number beyond all bounds
        raise ManifestError(f"{path} is no TOML: {error}") from error


def _first_fault(error: ValidationError) -> str:
    """The first thing wrong, in words: `source 2, dat: unknown key; known are date, file, ...`."""
    fault = error.errors()[0]
    place, *rest = (str(part + 1) if isinstance(part, int) else part for part in fault["loc"])
    where = f"{place} {', '.join(rest)}".rstrip()
    if fault["type"] == "extra_forbidden":
        known = Entry if rest else Manifest
        return f"{where}: unknown key; known are {', '.join(sorted(known.model_fields))}"
    if fault["type"] == "missing":
        return f"{where}: is missing"
    return f"{where}: {fault['msg'].removeprefix('Value error, ')}"


def is_web_address(text: str) -> bool:
    """Whether it is the address of a page."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def names_a_date(text: str) -> bool:
    """Whether it is a day, month or year as ISO text."""
    found = ISO_DATE.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part) if part else None for part in found.groups())
    return year is not None and (month is None or is_day(year, month, day or 1))
