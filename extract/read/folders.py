"""From what a person names, files and folders, to the files that may hold documents, each once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import InputError, Unreadable
from extract.read.manifest import NO_ENTRY, Entry, find_manifest, read_manifest
from extract.read.pieces import SEE_WHETHER_YOURS, Piece, unreadable

NO_DOCUMENTS = (".toml",)
"""What lies among documents and tells of them."""

LEFT_BY_PROGRAMS = ("~$",)
"""How names begin of files that a program puts beside one that it has open; others are hidden."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file, and what its folder's manifest says of it."""

    piece: Piece
    entry: Entry = NO_ENTRY
    is_named: bool = False
    """Whether it was named itself: then it is read whatever it is called."""


@dataclass(slots=True)
class Survey:
    """What was seen of the inputs before anything is read."""

    files: int = 0
    entries: dict[Path, Entry] = field(default_factory=dict)
    """What manifests say, by the resolved paths of files."""


def survey(inputs: Sequence[Path]) -> Survey:
    """How many files there are, and what manifests say of them.

    Raises InputError for an input that is not there, ManifestError for a manifest that breaks its form.
    """
    seen = Survey()
    for given in inputs:
        try:
            if given.is_dir():
                _survey_folder(given, seen)
            else:
                _survey_file(given, seen)
        except OSError as error:
            raise InputError(f"{given} cannot be read: {error.strerror}: {SEE_WHETHER_YOURS}") from error
    return seen


def _survey_folder(folder: Path, seen: Survey) -> None:
    for parent, files, _ in _folders(folder):
        seen.files += sum(path.suffix not in NO_DOCUMENTS for path in files)
        if any(path.suffix in NO_DOCUMENTS for path in files) and (manifest := find_manifest(parent)):
            seen.entries |= read_manifest(manifest)


def _survey_file(path: Path, seen: Survey) -> None:
    if not path.exists():
        raise InputError(f"There is no {path}: name a file or folder that exists")
    seen.files += 1
    for manifest in _manifests_naming(path):
        told = read_manifest(manifest)
        seen.entries |= {file: entry for file, entry in told.items() if file == path.resolve()}


def _manifests_naming(path: Path) -> list[Path]:
    """The manifest beside a file, where it tells of it; other TOML files may lie there for reasons of their own."""
    name = os.fsencode(path.name)
    try:
        beside = [file for file in path.parent.glob("*.toml") if file.is_file() and name in file.read_bytes()]
    except OSError:
        return []
    return beside if len(beside) == 1 else []


def find(inputs: Sequence[Path], seen: Survey) -> Iterator[Found | Unreadable]:
    """Each file once, in the order of the inputs, those of a folder and its folders sorted by name.

    Hidden ones are passed over, and links are not followed; one that leads out of its folder is told.
    """
    known: set[Path] = set()
    for given in inputs:
        for each in _in_folder(given, seen) if given.is_dir() else iter([_named(given, seen)]):
            if isinstance(each, Found) and len(inputs) > 1:
                path = _path(each).resolve()
                if path in known:
                    continue
                known.add(path)
            yield each


def _named(path: Path, seen: Survey) -> Found:
    return Found(Piece(readable(path), path), seen.entries.get(path.resolve(), NO_ENTRY), is_named=True)


def _in_folder(folder: Path, seen: Survey) -> Iterator[Found | Unreadable]:
    is_empty = True
    root = folder.resolve()
    for parent, files, troubles in _folders(folder):
        yield from troubles
        for path in files:
            if path.is_symlink():
                if trouble := _link_trouble(path, root):
                    is_empty = False
                    yield trouble
            elif path.suffix not in NO_DOCUMENTS:
                is_empty = False
                entry = seen.entries.get(parent.resolve() / path.name, NO_ENTRY) if seen.entries else NO_ENTRY
                yield Found(Piece(readable(path), path), entry)
    if is_empty:
        yield Unreadable(readable(folder), "is a folder that holds no documents", "name one that does")


def _folders(folder: Path) -> Iterator[tuple[Path, list[Path], list[Unreadable]]]:
    """The folder and all below, with their files by name, but for what is hidden and what links lead to."""
    troubles: list[Unreadable] = []

    def note(error: OSError) -> None:
        troubles.append(unreadable(readable(Path(error.filename)), error))

    for parent, names, files in os.walk(folder, onerror=note):
        names[:] = sorted(name for name in names if not name.startswith("."))
        linked = [name for name in names if Path(parent, name).is_symlink()]
        kept = sorted(name for name in (*files, *linked) if not name.startswith((".", *LEFT_BY_PROGRAMS)))
        yield Path(parent), [Path(parent, name) for name in kept], troubles[:]
        troubles.clear()
    if troubles:
        yield folder, [], troubles


def _link_trouble(path: Path, root: Path) -> Unreadable | None:
    """What is lost where a link is not followed: nothing where it leads to what its folder holds anyway."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return Unreadable(readable(path), "is a link that leads nowhere", "remove it, or mend it")
    if target.is_relative_to(root):
        return None
    return Unreadable(readable(path), "is a link that leads out of its folder", "name what it leads to itself")


def readable(path: Path) -> str:
    """The path as text; bytes of a name that are no UTF-8 are shown as such."""
    return path.as_posix().encode("utf-8", errors="backslashreplace").decode()


def _path(found: Found) -> Path:
    return found.piece.content if isinstance(found.piece.content, Path) else Path(found.piece.location)
