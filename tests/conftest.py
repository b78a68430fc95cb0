"""Settings for every test."""

import os
import sys

import pytest
from hypothesis import settings

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
