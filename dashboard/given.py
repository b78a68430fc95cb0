"""What somebody names for a build, checked before it starts: paths of this machine, addresses, the samples."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from dashboard.refused import Refused
from dashboard.running import ROOT
from dashboard.tongue import N_, _, number
from dashboard.wording import apart
from extract.inputs import understood
from extract.label import label
from extract.read.manifest import is_web_address

SAMPLES = ROOT / "seeds"

FETCH = "DATELINE_FETCH"
"""The variable that the launcher sets to `on` where web pages may be fetched."""

MOST_ADDRESSES = 500
"""That are given to a build at once; systems bound how long a command is."""

HERE = frozenset({"127.0.0.1", "localhost", "::1"})
"""Addresses at which nobody but this machine's own users sees the dashboard."""

NOT_OWN = N_("Folders of this machine can be read where the dashboard is seen from this machine alone.")
NO_FETCHING = N_(
    "Web pages are not fetched: nothing leaves this machine. To allow it, start the dashboard with {command}."
)
TO_FETCH = "<code>python -m dashboard --fetch=on</code>"


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
    """The folder or file that somebody means. Raises Refused where it is not there, or would be fetched."""
    text = typed.strip().strip("\"'")
    if not text:
        raise Refused(_("There is no path yet: write one"))
    try:
        path = Path(text).expanduser()
        is_file, is_there = path.is_file(), path.exists()
    except (OSError, ValueError, RuntimeError) as error:
        raise Refused(_("{text!r} can be no path", text=apart(label(text)))) from error
    if not is_there:
        raise Refused(_("There is no {path}: name a folder or file of this machine", path=apart(label(text, 200))))
    if is_file and not may_fetch() and understood([path]).addresses:
        raise Refused(_("{file} lists addresses of web pages, and these are not fetched", file=apart(label(path.name))))
    return near(path)


def addresses_of(typed: str) -> list[str]:
    """The addresses of web pages, one a line. Raises Refused where one is none, or fetching is off."""
    addresses = list(dict.fromkeys(typed.split()))
    wrong = next((each for each in addresses if not is_web_address(each)), None)
    if not may_fetch():
        raise Refused(_("Web pages are not fetched by this dashboard"))
    if not addresses:
        raise Refused(_("There is no address yet: write one a line"))
    if wrong is not None:
        raise Refused(_("{text!r} is no web address: it begins with https:// or http://", text=apart(label(wrong))))
    if len(addresses) > MOST_ADDRESSES:
        raise Refused(
            _("These are more than {most} addresses: save them as a file, and name that", most=number(MOST_ADDRESSES))
        )
    return addresses
