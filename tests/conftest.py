"""Settings for every test."""

import os
import sys
from contextlib import closing

import pytest
from hypothesis import settings

from extract.store.library import open_read_only
from tests import disputed as disputes
from tests import library_factory

# Deadlines measure the machine, not the code; in CI a run must be repeatable.
settings.register_profile("dateline", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("dateline")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol():
    """Streamlit leaves the script of a page as the main module, and processes that are started later would run it."""
    main = sys.modules["__main__"]
    try:
        return (yield)
    finally:
        sys.modules["__main__"] = main


def unchanged(path):
    """The library of a session, which no test may write to."""

    def changes():
        with closing(open_read_only(path)) as library:
            return library.meta("changes")

    before = changes()
    yield path
    assert changes() == before


@pytest.fixture(scope="session")
def full(tmp_path_factory):
    """The path of a library that holds three languages, old times and an attack in every field; only to be read."""
    yield from unchanged(library_factory.full(tmp_path_factory.mktemp("full") / "full.db"))


@pytest.fixture(scope="session")
def disputed(tmp_path_factory):
    """The path of a library in which papers contradict each other; only to be read."""
    yield from unchanged(disputes.made(tmp_path_factory.mktemp("disputed") / "l.db"))
