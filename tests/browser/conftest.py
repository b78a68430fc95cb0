"""One browser and one server for each library, shared by all browser tests; every request is watched."""

import os
import shutil
import socket
import subprocess
import sys
from contextlib import contextmanager
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright

from dashboard.launch import ROOT
from tests import library_factory
from tests.browser.pages import Timeline

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip

HERE = "127.0.0.1"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def serving(library, *flags, port=None):
    """The dashboard of a library, at a port that the system chooses free unless one is given."""
    port = port or _free_port()
    command = [sys.executable, "-m", "dashboard", str(library), f"--server.port={port}", *flags]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        _wait_until_well(server, port)
        yield f"http://{HERE}:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _free_port():
    with socket.create_server((HERE, 0)) as probe:
        return probe.getsockname()[1]


def _wait_until_well(server, port):
    """Ask until it answers; the test's own time limit ends the asking."""
    while server.poll() is None:
        try:
            with urlopen(f"http://{HERE}:{port}/_stcore/health", timeout=5):
                return
        except OSError:
            continue
    pytest.fail(f"the dashboard ended with {server.returncode} before it had begun")


@pytest.fixture(scope="session")
def hand_made(full):
    with serving(full) as address:
        yield address


@pytest.fixture(scope="session")
def papers(disputed):
    """Of a library in which papers contradict each other."""
    with serving(disputed) as address:
        yield address


@pytest.fixture(scope="session")
def seeds(tmp_path_factory):
    library = tmp_path_factory.mktemp("seeds") / "seeds.db"
    subprocess.run(
        [sys.executable, "-m", "extract", "build", "seeds", "--library", str(library)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    with serving(library) as address:
        yield address


@pytest.fixture
def own_library(tmp_path):
    """A library that a test may change."""
    with serving(library_factory.plain(tmp_path / "own.db")) as address:
        yield address


@pytest.fixture(scope="session")
def contexts(browser):
    """Browser profiles by their settings, kept for all tests: the dashboard's scripts are loaded and read once."""
    held = {}

    def context(width, height, scheme, locale="en-US"):
        key = (width, height, scheme, locale)
        if key not in held:
            size = {"width": width, "height": height}
            held[key] = browser.new_context(viewport=size, color_scheme=scheme, locale=locale)
        return held[key]

    yield context
    for one in held.values():
        one.close()


@pytest.fixture
def visit(contexts):
    """Open an address in a tab of its own, which to the dashboard is somebody new."""
    pages, requests, broken = [], [], []

    def open_page(url, width=1440, height=1000, scheme="light", locale="en-US"):
        page = contexts(width, height, scheme, locale).new_page()
        pages.append(page)
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.goto(url)
        return Timeline(page)

    yield open_page
    for page in pages:
        page.close()
    assert requests
    assert not [
        url for url in requests if urlsplit(url).scheme not in {"data", "blob"} and urlsplit(url).hostname != HERE
    ]
    assert not broken
