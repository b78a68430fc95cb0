"""Pages of the dashboard run without a browser."""

import sys
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard.tongue import READ

SECONDS = 60

APP = Path(__file__).resolve().parent.parent / "dashboard" / "pages.py"
"""The script that Streamlit runs for each page."""


def start(monkeypatch, app, library, address, language=None):
    """A page on a library, drawn once; `app` is its script, `address` what stands behind the question mark."""
    monkeypatch.setattr(sys, "argv", ["app.py", str(library)])
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])  # Streamlit leaves its script there
    page = AppTest.from_function(app) if callable(app) else AppTest.from_file(app)
    for name, value in address.items():
        page.query_params[name] = value
    if language:
        page.session_state[READ] = language
    page.run(timeout=SECONDS)
    assert not page.exception
    return page


def in_language(code, ask):
    """What a function answers in a session that reads a language."""

    def script():
        import streamlit as st  # noqa: PLC0415 - runs as a script

        st.session_state["answer"] = st.session_state["ask"]()

    page = AppTest.from_function(script)
    page.session_state[READ], page.session_state["ask"] = code, ask
    page.run(timeout=SECONDS)
    assert not page.exception
    return page.session_state["answer"]


def said(page):
    """All that a page writes as HTML."""
    return "\n".join(element.proto.body for element in page.get("html"))


def reader_page():
    """The reader as a script of its own: a test cannot go to a page that is no file."""
    from dashboard import reader  # noqa: PLC0415 - runs as a script
    from dashboard.pages import with_library  # noqa: PLC0415

    with_library(reader.show)()


def sources_page():
    """The same for the sources."""
    from dashboard import sources  # noqa: PLC0415 - runs as a script
    from dashboard.pages import with_library  # noqa: PLC0415

    with_library(sources.show)()


def actors_page():
    """The same for the actors."""
    from dashboard import actors  # noqa: PLC0415 - runs as a script
    from dashboard.pages import with_library  # noqa: PLC0415

    with_library(actors.show)()


def corrections_page():
    """The same for what people corrected."""
    from dashboard import corrections  # noqa: PLC0415 - runs as a script
    from dashboard.pages import with_library  # noqa: PLC0415

    with_library(corrections.show)()


def compare_page():
    """The same for stories beside one another."""
    from dashboard import compare  # noqa: PLC0415 - runs as a script
    from dashboard.pages import with_library  # noqa: PLC0415

    with_library(compare.show)()


def dates_page():
    """The same for the page of key dates."""
    from dashboard import digest  # noqa: PLC0415 - runs as a script
    from dashboard.pages import with_library  # noqa: PLC0415

    with_library(digest.show)()
