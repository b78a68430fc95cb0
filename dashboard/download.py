"""Files of exactly what is filtered, of any kind, by themselves or with a manifest that says what they hold."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from dashboard.ask import ask
from dashboard.opened import table_of
from dashboard.tongue import N_, _, language
from dashboard.view import View, query
from dashboard.wording import number_of
from extract.export.form import FORMS, Format
from extract.export.outbound import DASHBOARD
from extract.export.selection import Said
from extract.store.library import Library, open_read_only
from extract.table import counts
from extract.table.filters import Filters

NAME = "dateline"
"""What the files are called, before their suffixes."""

ZIP = "application/zip"

FORM = "export-form"

KINDS = {
    Format.CSV: N_("CSV for spreadsheets"),
    Format.CSV_RAW: N_("CSV for programs, nothing altered"),
    Format.XLSX: N_("Excel workbook"),
    Format.JSONL: N_("JSON Lines"),
    Format.PARQUET: N_("Parquet"),
    Format.ICS: N_("Calendar (iCalendar)"),
    Format.TIMELINEJS: N_("TimelineJS"),
    Format.HTML: N_("Report as a web page"),
    Format.MD: N_("Report as Markdown"),
}


def of(library: Library, view: View | None, told: str) -> None:
    """Draw the button on a page that shows no event table, for the claims of a view; `told` says which these are.

    Without a view it is for all claims.
    """
    which = view or View()
    claims = ask(table_of(library), counts.count, which.filters).claims
    button(library, which, claims, told if view else _("{claims} of the whole library."))


def button(library: Library, view: View, claims: int, told: str | None = None) -> None:
    """Draw the button, and what opens with it; a file is made when it is asked for.

    `told` says which claims these are, with `{claims}` for how many.
    """
    with st.popover(_("Export"), key="open-export", width="stretch"):
        which = told or _("{claims}: what is filtered, as it stands on the screen.")
        st.html(f'<p class="from">{which.format(claims=number_of(claims, "claim"))}</p>')
        names = {form: _(name) for form, name in KINDS.items()}
        form: Format = st.selectbox(_("Kind of file"), list(names), key=FORM, format_func=names.__getitem__)
        make = partial(made, library.path, view.filters, _said(view), form)
        with st.container(horizontal=True, gap="small"):
            _offer(_("Download"), make, f"{NAME}{FORMS[form].suffix}", FORMS[form].media_type)
            _offer(_("With its manifest"), partial(make, packed=True), f"{NAME}.zip", ZIP)


def _offer(words: str, make: Callable[[], bytes], name: str, media_type: str) -> None:
    st.download_button(words, data=make, file_name=name, mime=media_type, on_click="ignore", key=f"export-{name}")


def _said(view: View) -> Said:
    base = address()
    told = f"{base}/{query(view)}"
    return Said(moment=datetime.now(UTC).replace(microsecond=0), address=told, reader=base, language=language())


def address() -> str:
    """Where this app is seen, so that links of a file, or on paper, lead back to it."""
    seen = urlsplit(st.context.url or "")
    return f"{seen.scheme}://{seen.netloc}" if seen.netloc else DASHBOARD


def made(path: Path, filters: Filters, said: Said, form: Format, *, packed: bool = False) -> bytes:
    """The claims of a selection as a file, in order of time; `packed` with its manifest, in an archive.

    Raises LibraryError where the library cannot be read.
    """
    from extract.export import write as exports  # noqa: PLC0415 - loads all formats, for which no page should wait
    from extract.export.taken import taken  # noqa: PLC0415

    stream = io.BytesIO()
    library = open_read_only(path)
    try:
        with taken(library, filters, said, form) as (selection, rows):
            writer = partial(exports.zipped, name=NAME) if packed else exports.write
            writer(selection, rows, stream, form)
    finally:
        library.close()
    return stream.getvalue()
