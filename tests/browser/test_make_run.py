"""The first command of a newcomer: `make run` in a clean copy, a claim in the browser, Ctrl-C."""

import os
import shutil
import signal
import socket
import subprocess
import sysconfig
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent.parent

SECONDS_TO_SET_UP = 180
BETWEEN_QUESTIONS = 0.2
SECONDS_TO_END = 15
MILLISECONDS_TO_PAINT = 60_000

FIRST_CLAIM = "Russia and Iran have unveiled plans to sign a"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The files that git knows or would take, and nothing else: as after a clone."""
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    for name in filter(None, names.split("\0")):
        if (ROOT / name).exists():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / name, follow_symlinks=False)
    return tmp_path


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def offline() -> dict[str, str]:
    """An environment in which pip finds the packages of this one already there, and asks nobody for any."""
    packages = sysconfig.get_paths()
    without_uv = [folder for folder in os.environ["PATH"].split(os.pathsep) if not shutil.which("uv", path=folder)]
    return {
        **os.environ,
        "PATH": os.pathsep.join(without_uv),
        "PIP_NO_INDEX": "1",
        "PYTHONPATH": os.pathsep.join(dict.fromkeys((packages["purelib"], packages["platlib"]))),
    }


@pytest.fixture
def started(copy: Path) -> Iterator[tuple[subprocess.Popen[bytes], int, Path]]:
    """`make run` as a terminal starts it: the whole group gets what is typed."""
    port, log = free_port(), copy / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["make", "run", f"PORT={port}"],
            cwd=copy,
            env=offline(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        yield process, port, log
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def wait_until_healthy(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Ask until the server says that it is up; there is nothing else to wait for."""
    end = time.monotonic() + SECONDS_TO_SET_UP
    while time.monotonic() < end:
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=BETWEEN_QUESTIONS)
    pytest.fail(f"not up after {SECONDS_TO_SET_UP} seconds:\n{log.read_text()}")


def test_make_run_in_a_clean_copy(started: tuple[subprocess.Popen[bytes], int, Path], browser: Browser) -> None:
    process, port, log = started
    wait_until_healthy(process, port, log)
    assert f"http://127.0.0.1:{port}" in log.read_text()

    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{port}/")
    expect(page.locator("body")).to_contain_text(FIRST_CLAIM, timeout=MILLISECONDS_TO_PAINT)
    page.close()

    os.killpg(process.pid, signal.SIGINT)
    process.wait(timeout=SECONDS_TO_END)
    said = log.read_text()
    assert "Traceback" not in said
    assert "***" not in said
