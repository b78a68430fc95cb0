"""From what a person names, files and folders, to one source a document."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from extract.errors import InputError
from extract.model import Source
from extract.read.clean import clean
from extract.read.manifest import NO_ENTRY, Entry, find_manifest, read_manifest
from extract.read.plain import read_plain

SUFFIXES = frozenset({".txt", ".md"})
"""Kinds of file that are read."""

SOURCE_ID_LENGTH = 16
"""Hex digits of a digest: 64 bits tell billions of documents apart."""

LONGEST_TITLE = 150
"""Characters of a first line that may be a headline."""

FEWEST_TITLE_WORDS = 3
"""A shorter first line is a rubric, a place or a name."""

SENTENCE_END = re.compile(r"[.\u2026\u06d4\u0964\u3002]\W*$")
"""How a first line ends that is a sentence of the text; headlines may ask or exclaim."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document that is to be read, and what its folder's manifest says of it."""

    path: Path
    location: str
    """The path as it was given, readable on every machine."""
    entry: Entry


def find_documents(inputs: Sequence[Path]) -> list[Found]:
    """Each document once, in the order of the inputs, those of a folder and its folders sorted by name.

    In folders only .txt and .md files count; hidden ones are passed over, and links are not followed. Raises InputError
    for an input that is not there or a folder without documents, ManifestError for a manifest that breaks its form.
    """
    found: dict[Path, Found] = {}
    for given in inputs:
        try:
            for document in _in_folder(given) if given.is_dir() else _one_file(given):
                found.setdefault(document.path.resolve(), document)
        except OSError as error:
            _unreadable(error)
    return list(found.values())


def read_document(found: Found, read_on: int | None = None) -> Source:
    """The document, cleaned, with what is known of it; `read_on` is the day of reading.

    Raises InputError where it cannot be read or holds no text.
    """
    if found.path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{found.location} is of no kind that is read ({_kinds()}): save it as plain text")
    return make_source(read_plain(found.path), found.location, found.entry, read_on)


def make_source(raw: str, location: str, known: Entry = NO_ENTRY, read_on: int | None = None) -> Source:
    """A source from a text that was read elsewhere. Raises InputError where the text holds nothing but litter."""
    text = clean(raw)
    if not text:
        raise InputError(f"{location} holds no text: take it out, or see what was saved in it")
    return Source(
        source_id=_id_of(raw),
        location=location,
        raw=raw,
        text=text,
        title=known.title or headline(text),
        publisher=known.publisher,
        url=known.url,
        stated_date=known.date,
        stated_language=known.language,
        read_on=read_on,
    )


def digest(source: Source) -> str:
    """Changes when anything changes that was given: the text, or what is known of it."""
    given = (source.raw, source.title, source.publisher, source.url, source.stated_date, source.stated_language)
    return hashlib.sha256(json.dumps(given).encode()).hexdigest()


def holds(path: Path, source_id: str) -> bool:
    """Whether a file still holds the text of that source."""
    try:
        return _id_of(read_plain(path)) == source_id
    except InputError:
        return False


def headline(text: str) -> str | None:
    """The first line where it reads as a headline, None where it is a sentence, or broken off by the line's width."""
    first, _, rest = text.partition("\n")
    title = first.strip()
    following = rest.partition("\n")[0]
    stands_alone = rest.startswith("\n") or len(following) > 2 * len(first)
    is_short = len(title) <= LONGEST_TITLE and len(title.split()) >= FEWEST_TITLE_WORDS
    return title if stands_alone and is_short and not SENTENCE_END.search(title) else None


def _id_of(raw: str) -> str:
    return hashlib.sha256(raw.encode()).hexdigest()[:SOURCE_ID_LENGTH]


def _one_file(path: Path) -> list[Found]:
    if not path.exists():
        raise InputError(f"There is no {path}: name a file or folder that exists")
    entries = {file: entry for manifest in _manifests_naming(path) for file, entry in read_manifest(manifest).items()}
    return [Found(path, _readable(path), entries.get(path.resolve(), NO_ENTRY))]


def _manifests_naming(path: Path) -> list[Path]:
    """The manifest beside a file, where it tells of it; other TOML files may lie there for reasons of their own."""
    name = os.fsencode(path.name)
    try:
        beside = [file for file in path.parent.glob("*.toml") if file.is_file() and name in file.read_bytes()]
    except OSError:
        return []
    return beside if len(beside) == 1 else []


def _in_folder(folder: Path) -> Iterator[Found]:
    entries: dict[Path, Entry] = {}
    documents = []
    for parent in _folders(folder):
        if manifest := find_manifest(parent):
            entries.update(read_manifest(manifest))
        documents += [path for path in sorted(parent.iterdir()) if _is_document(path)]
    if not documents:
        raise InputError(f"{folder} holds no documents ({_kinds()}): name a folder that does")
    for path in documents:
        yield Found(path, _readable(path), entries.get(path.resolve(), NO_ENTRY))


def _folders(folder: Path) -> Iterator[Path]:
    """The folder and all below, but for hidden ones and those that links lead to."""
    for parent, names, _ in os.walk(folder, onerror=_unreadable):
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield Path(parent)


def _unreadable(error: OSError) -> NoReturn:
    raise InputError(f"{error.filename} cannot be read: {error.strerror}. See whether it is there and yours") from error


def _is_document(path: Path) -> bool:
    return (
        path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and not path.is_symlink() and path.is_file()
    )


def _readable(path: Path) -> str:
    """The path as text; bytes of a name that are no UTF-8 are shown as such."""
    return path.as_posix().encode("utf-8", errors="backslashreplace").decode()


def _kinds() -> str:
    return ", ".join(sorted(SUFFIXES))
