"""Pages of the dashboard run without a browser."""

import sys

from streamlit.testing.v1 import AppTest

SECONDS = 60


def start(monkeypatch, app, library, address):
    """A page on a library, drawn once; `app` is its script, `address` what stands behind the question mark."""
    monkeypatch.setattr(sys, "argv", ["app.py", str(library)])
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])  # Streamlit leaves its script there
    page = AppTest.from_function(app) if callable(app) else AppTest.from_file(app)
    for name, value in address.items():
        page.query_params[name] = value
    page.run(timeout=SECONDS)
    assert not page.exception
    return page


def said(page):
    """All that a page writes as HTML."""
    return "\n".join(element.proto.body for element in page.get("html"))


def reader_page():
    """The reader as a script of its own: a test cannot go to a page that is no file."""
    from dashboard import reader  # noqa: PLC0415 - runs as a script
    from dashboard.app import with_library  # noqa: PLC0415

    with_library(reader.show)()


def sources_page():
    """The same for the sources."""
    from dashboard import sources  # noqa: PLC0415 - runs as a script
    from dashboard.app import with_library  # noqa: PLC0415

    with_library(sources.show)()


def actors_page():
    """The same for the actors."""
    from dashboard import actors  # noqa: PLC0415 - runs as a script
    from dashboard.app import with_library  # noqa: PLC0415

    with_library(actors.show)()
