"""What the first page needs, made ready while the server starts and the browser loads: modules, and the event table."""

from __future__ import annotations

import gc
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Thread

from extract.errors import DatelineError
from extract.store.library import open_read_only

PAGE = "dashboard.timeline"
"""The module of the page that is seen first: it needs most of the others."""

ANY_LABEL = "\N{MIDDLE DOT}"


def begin(library: Path) -> None:
    """Begin, beside whatever else this process does; what cannot be made ready is not, and the page says why.

    Until that is done nothing is looked through for what can be thrown away, and what is there then never is.
    """
    gc.disable()
    Thread(target=_warm, args=(library,), daemon=True, name="warm").start()


def _warm(path: Path) -> None:
    try:
        import_module(PAGE)
        _read(path)
        _first_uses()
    finally:
        gc.enable()
        gc.freeze()


def _read(path: Path) -> None:
    from dashboard.opened import table_of  # noqa: PLC0415 - loads Streamlit, for which nobody should wait here

    with suppress(DatelineError, OSError):
        library = open_read_only(path)
        try:
            columns = table_of(library).columns
            columns.by_time  # noqa: B018 - worked out at the first use
            columns.ranks  # noqa: B018
        finally:
            library.close()


def _first_uses() -> None:
    """What Streamlit puts together when the first element is drawn: its signs for pictures, and where it was called."""
    from streamlit import env_util, string_util  # noqa: PLC0415

    string_util.extract_leading_icon(ANY_LABEL)
    env_util.is_repl()
