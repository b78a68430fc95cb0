"""Texts written into a folder, and the library that is built of them."""

from collections.abc import Mapping
from pathlib import Path

from extract.build import build
from extract.dates.interval import to_day
from extract.store.library import Library, create_or_open

READ_ON = to_day(2026, 11, 22)


def write(folder: Path, texts: Mapping[str, str]) -> Path:
    """The folder, made where there is none, with a file for each text beside those that are there."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def built(place: Path, texts: Mapping[str, str], name: str = "library") -> Library:
    """A library of texts, which lie beside it in the folder `texts`."""
    library = create_or_open(place / f"{name}.db")
    build([write(place / "texts", texts)], library, READ_ON)
    return library
