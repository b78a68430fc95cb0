"""What somebody names for a build, checked before it starts: paths of this machine, addresses, the samples."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from dashboard.running import ROOT
from dashboard.wording import label
from extract.errors import InputError
from extract.inputs import understood
from extract.read.manifest import is_web_address

SAMPLES = ROOT / "seeds"

FETCH = "DATELINE_FETCH"
"""The variable that the launcher sets to `on` where web pages may be fetched."""

MOST_ADDRESSES = 500
"""That are given to a build at once; systems bound how long a command is."""

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
"""Addresses at which nobody but this machine's own users sees the dashboard."""

NOT_OWN = "Folders of this machine can be read where the dashboard is seen from this machine alone."
NO_FETCHING = (
    "Web pages are not fetched: nothing leaves this machine. To allow it, start the dashboard with "
    "<code>python -m dashboard --fetch=on</code>."
)


def may_fetch() -> bool:
    """Whether whoever started the dashboard lets it fetch web pages."""
    return os.environ.get(FETCH) == "on"


def is_own_machine() -> bool:
    """Whether nobody but this machine's own users sees the dashboard: others must not read its folders."""
    return st.get_option("server.address") in HERE


def near(path: Path) -> str:
    """A path as people write it: from where the dashboard was started, if it lies there."""
    place = Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve follows links
    return str(place.relative_to(Path.cwd())) if place.is_relative_to(Path.cwd()) else str(place)


def path_of(typed: str) -> str:
    """The folder or file that somebody means. Raises InputError where it is not there, or would be fetched."""
    text = typed.strip().strip("\"'")
    if not text:
        raise InputError("There is no path yet: write one")
    try:
        path = Path(text).expanduser()
        is_file, is_there = path.is_file(), path.exists()
    except (OSError, ValueError, RuntimeError) as error:
        raise InputError(f"{label(text)!r} can be no path") from error
    if not is_there:
        raise InputError(f"There is no {label(text, 200)}: name a folder or file of this machine")
    if is_file and not may_fetch() and understood([path]).addresses:
        raise InputError(f"{label(path.name)} lists addresses of web pages, and these are not fetched")
    return near(path)


def addresses_of(typed: str) -> list[str]:
    """The addresses of web pages, one a line. Raises InputError where one is none, or fetching is off."""
    addresses = list(dict.fromkeys(typed.split()))
    wrong = next((each for each in addresses if not is_web_address(each)), None)
    if not may_fetch():
        raise InputError("Web pages are not fetched by this dashboard")
    if not addresses:
        raise InputError("There is no address yet: write one a line")
    if wrong is not None:
        raise InputError(f"{label(wrong)!r} is no web address: it begins with https:// or http://")
    if len(addresses) > MOST_ADDRESSES:
        raise InputError(f"These are more than {MOST_ADDRESSES} addresses: save them as a file, and name that")
    return addresses
