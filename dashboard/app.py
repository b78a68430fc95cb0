"""The dashboard as a page: where the library is, what it looks like, which pages there are."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

# Streamlit runs this file as a script, so the folder that holds both packages is not on the path by itself.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import streamlit as st

from dashboard import actors, reader, sources, timeline
from dashboard.marked import safe
from extract.errors import LibraryError
from extract.store.library import DEFAULT_LIBRARY, Library, open_read_only

STYLE = Path(__file__).with_name("style.css")
ICON = str(Path(__file__).with_name("icon.svg"))


def library_path() -> Path:
    """The library named on the command line, else the usual one."""
    return Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_LIBRARY


def told(path: Path, error: LibraryError) -> None:
    """The page where a library cannot be opened."""
    st.html(f'<h1>Dateline</h1><p class="note">{safe(str(error))}</p>')
    if not path.exists():
        st.html('<p><a href="/sources" target="_self">Add documents here</a>, or try it with the sample articles.</p>')


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
            st.html(f'<p class="note">{safe(str(error))}</p>')
        finally:
            library.close()

    page.__name__ = show.__module__
    return page


def main() -> None:
    """Draw the page that is asked for."""
    st.set_page_config(page_title="Dateline", page_icon=ICON, layout="wide")
    st.html(STYLE)
    pages = [
        st.Page(with_library(timeline.show), title="Timeline", url_path="timeline", default=True),
        st.Page(with_library(sources.show, sources.begin), title="Sources", url_path="sources"),
        st.Page(with_library(actors.show), title="Actors", url_path="actors"),
        st.Page(with_library(reader.show), title="Reader", url_path="reader"),
    ]
    chosen = st.navigation(pages, position="top")
    chosen.run()


if __name__ == "__main__":
    main()
