"""The dashboard as a script, which Streamlit runs for each page: where the library is, and what all pages share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import streamlit as st

from dashboard import reach, served, tongues, way_back
from dashboard.marked import in_english, safe
from dashboard.places import PLACES
from dashboard.tongue import _
from extract.errors import LibraryError
from extract.store.library import DEFAULT_LIBRARY, Library, open_read_only


def library_path() -> Path:
    """The library named on the command line, else the usual one."""
    return Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_LIBRARY


def told(path: Path, error: LibraryError) -> None:
    """The page where a library cannot be opened."""
    st.html(f'<h1>Dateline</h1><p class="note">{in_english(safe(str(error)))}</p>')
    if not path.exists():
        here = f'<a href="/sources" target="_self">{_("Add documents here")}</a>'
        st.html(f"<p>{_('{here}, or try it with the sample articles.', here=here)}</p>")


def with_library(
    show: Callable[[Library], None], instead: Callable[[Path, LibraryError], None] = told
) -> Callable[[], None]:
    """A page that opens the library for one run: others may replace the file, and users do not wait for one another.

    `instead` is drawn where it cannot be opened.
    """

    def page() -> None:
        path = library_path()
        try:
            library = open_read_only(path)
        except LibraryError as error:
            instead(path, error)
            return
        try:
            show(library)
        except LibraryError as error:
            st.html(f'<p class="note">{in_english(safe(str(error)))}</p>')
        finally:
            library.close()

    page.__name__ = show.__module__
    return page


def page_of(module: str) -> Callable[[], None]:
    """The page of one of the modules, which is loaded when the page is opened: nobody waits for the others."""

    def show(library: Library) -> None:
        import_module(module).show(library)

    def begin(path: Path, error: LibraryError) -> None:
        getattr(import_module(module), "begin", told)(path, error)

    show.__module__ = module
    return with_library(show, begin)


def main() -> None:
    """Draw the page that is asked for."""
    st.set_page_config(page_title=served.TITLE, page_icon=served.ICON, layout="wide")
    with st.container(key="panel-unseen"):
        tongues.dress()
        reach.show()
        way_back.show()
    tongues.show()
    pages = [
        st.Page(page_of(each.module), title=_(each.title), url_path=each.path, default=each is PLACES[0])
        for each in PLACES
    ]
    st.navigation(pages, position="top").run()


if __name__ == "__main__":
    main()
