"""What a person names for a build: files, folders, addresses of pages, and lists of addresses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.errors import Unreadable
from extract.fetch.settings import SETTINGS, FetchSettings
from extract.read.folders import Found, Survey, find, readable, survey
from extract.read.web.address_lists import WHOLE_HEAD, address_list, is_address_list, is_shortcut, shortcut
from extract.store.values import ADDRESSES, place_of

LONGEST_LIST = 50_000_000
"""Bytes of a list of addresses: half a million of them."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is there of what somebody named."""

    paths: tuple[Path, ...]
    seen: Survey
    addresses: tuple[str, ...] = ()
    fetching: FetchSettings = SETTINGS

    @property
    def count(self) -> int:
        """Of files and pages."""
        return self.seen.files + len(self.addresses)

    @property
    def places(self) -> list[str]:
        """Under which all of them lie."""
        return [place_of(each) for each in (*map(readable, self.paths), *self.addresses)]

    def files(self) -> Iterator[Found | Unreadable]:
        """All files, then all pages, which are fetched."""
        yield from find(self.paths, self.seen)
        if self.addresses:
            from extract.fetch.polite import fetch

            pages = fetch(self.addresses, self.fetching)
            yield from (each if isinstance(each, Unreadable) else Found(each, is_named=True) for each in pages)


def understood(given: Sequence[str | Path], fetching: FetchSettings = SETTINGS) -> Inputs:
    """What is meant by paths and addresses as a person writes them; a file that lists addresses stands for these.

    Raises InputError for what is not there, ManifestError for a manifest that breaks its form.
    """
    paths: list[Path] = []
    addresses: list[str] = []
    for each in given:
        if str(each).lower().startswith(ADDRESSES):
            addresses.append(str(each))
        elif listed := _addresses_in(Path(each)):
            addresses += listed
        else:
            paths.append(Path(each))
    return Inputs(tuple(paths), survey(paths), tuple(dict.fromkeys(addresses)), fetching)


def _addresses_in(path: Path) -> list[str]:
    """The addresses that a file lists, none where it is no list; what is wrong with it is found on reading."""
    try:
        if not path.is_file():
            return []
        with path.open("rb") as stream:
            head = stream.read(WHOLE_HEAD)
            if is_shortcut(head):
                return [address] if (address := shortcut(head)) else []
            return address_list(head + stream.read(LONGEST_LIST)) if is_address_list(head) else []
    except OSError:
        return []
