"""Settings for every test."""

import os
import sys

import pytest
from hypothesis import settings

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


@pytest.fixture(scope="session")
def full(tmp_path_factory):
    """The path of a library that holds three languages, old times and an attack in every field; to be read alone."""
    return library_factory.full(tmp_path_factory.mktemp("full") / "full.db")


@pytest.fixture(scope="session")
def disputed(tmp_path_factory):
    """The path of a library in which papers contradict each other; to be read alone."""
    return disputes.made(tmp_path_factory.mktemp("disputed") / "l.db")
