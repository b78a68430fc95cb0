"""Set-up: what the code imports is pinned and installed, nothing is done twice, and what is missing is said."""

import ast
import os
import re
import subprocess
import sys
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PINNED = dict(
    line.split("==")
    for line in (ROOT / "requirements.txt").read_text().splitlines()
    if line and not line.startswith("#")
)
NEVER_IMPORTED = {"types-cachetools", "types-convertdate", "types-python-dateutil",
    "lxml-html-clean", "cryptography",  # needed by other packages
    "mypy", "pandas-stubs", "pytest-timeout", "pytest-xdist", "ruff",  # tools
}  # fmt: skip
TOOLS = ("sh", "sed", "touch", "dirname", "env", "id", "rm", "make")


def imported() -> set[str]:
    """Names of all packages that the code and its tests import from elsewhere."""
    names: set[str] = set()
    for folder in ("extract", "dashboard", "tests"):
        for file in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    names.update(alias.name.partition(".")[0] for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"extract", "dashboard", "tests"}


def test_requirements_are_what_is_imported_and_the_tools() -> None:
    owners = packages_distributions()
    needed = {owners[name][0].lower().replace("_", "-") for name in imported()}
    assert needed | NEVER_IMPORTED == set(PINNED)


@pytest.mark.parametrize("name", sorted(PINNED))
def test_what_runs_here_is_what_is_pinned(name: str) -> None:
    assert re.fullmatch(r"\d+(\.\d+)+", PINNED[name])
    assert version(name) == PINNED[name]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of commands that stands for a machine: the tools that every one has, and no Python."""
    commands = tmp_path / "bin"
    commands.mkdir()
    for name in TOOLS:
        path = next(Path(folder) / name for folder in os.defpath.split(":") if (Path(folder) / name).exists())
        (commands / name).symlink_to(path)
    return commands


def command(machine: Path, name: str, script: str) -> None:
    """Put a command on the machine."""
    (machine / name).unlink(missing_ok=True)
    (machine / name).write_text(f"#!/bin/sh\n{script}\n")
    (machine / name).chmod(0o755)


def run(machine: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the machine in a checkout beside it."""
    checkout = machine.parent / "checkout"
    if not checkout.exists():
        (checkout / ".ci").mkdir(parents=True)
        for name in ("Makefile", "requirements.txt", ".ci/environment.sh", ".ci/chromium.sh"):
            (checkout / name).write_bytes((ROOT / name).read_bytes())
    return subprocess.run(
        arguments,
        cwd=checkout,
        env={"PATH": str(machine), **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


NEW_PYTHON = f'exec "{sys.executable}" "$@"'


@pytest.mark.parametrize(
    ("script", "found"),
    [
        ("exit 127", "no Python"),
        ('[ "$1" = --version ] && echo Python 3.9.2; exit 1', "no Python"),
        ('case "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac', "Python 3.9.2"),
    ],
)
def test_python_that_is_missing_or_old(machine: Path, script: str, found: str) -> None:
    command(machine, "python3", script)
    result = run(machine, "make", "setup")
    assert result.returncode != 0
    assert f"needs Python 3.11 or newer, and here is {found}." in result.stderr
    assert "sudo apt-get install python3 python3-venv" in result.stderr
    assert not (machine.parent / "checkout/.venv").exists()


def test_a_newer_python_beside_an_old_one_is_taken(machine: Path) -> None:
    command(machine, "python3", "exit 1")
    command(machine, "python3.12", f'case "$2" in *ensurepip*) exit 1;; esac; {NEW_PYTHON}')
    result = run(machine, "make", "setup")
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"sudo apt-get install python{here}-venv" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (machine.parent / "checkout/.venv").exists()


def test_packages_that_cannot_be_installed(machine: Path) -> None:
    command(machine, "python3", NEW_PYTHON)
    result = run(machine, "make", "setup", PIP_NO_INDEX="1", PYTHONNOUSERSITE="1")
    assert result.returncode != 0
    assert "The packages could not be installed" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (machine.parent / "checkout/.venv/requirements-installed").exists()


def test_uv_is_used_where_it_is_there(machine: Path) -> None:
    command(machine, "python3", NEW_PYTHON)
    command(machine, "uv", 'echo "uv $*" >>log; [ "$1" = pip ] || { /bin/mkdir -p .venv/bin; : >.venv/bin/python; }')
    result = run(machine, "make", "setup")
    assert result.returncode == 0, result.stderr
    log = (machine.parent / "checkout/log").read_text().splitlines()
    assert log[0].startswith("uv venv --quiet --python ")
    assert log[1] == "uv pip install --quiet --python .venv/bin/python --requirement requirements.txt"


def test_nothing_is_done_twice_and_all_anew_when_the_requirements_change(machine: Path) -> None:
    command(machine, "python3", NEW_PYTHON)
    command(machine, "uv", f'echo >>log; /bin/mkdir -p .venv/bin; /bin/ln -sf "{sys.executable}" .venv/bin/python')
    checkout = machine.parent / "checkout"

    def installs() -> int:
        assert run(machine, "make", "setup").returncode == 0
        return len((checkout / "log").read_text())

    once = installs()
    assert installs() == once
    stamp = (checkout / ".venv/requirements-installed").stat().st_mtime
    os.utime(checkout / "requirements.txt", (stamp + 5, stamp + 5))
    again = installs()
    assert again > once
    os.utime(checkout / ".venv/requirements-installed", (stamp + 9, stamp + 9))
    assert installs() == again
    (checkout / ".venv/bin/python").unlink()
    assert installs() > again


def test_plain_make_says_what_it_can_do(machine: Path) -> None:
    result = run(machine, "make")
    assert result.returncode == 0
    assert "make run " in result.stdout
    assert "make test " in result.stdout


def chromium(machine: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return run(machine, "sh", ".ci/chromium.sh", sys.executable, **variables)


def test_a_chromium_that_works_is_taken(machine: Path) -> None:
    command(machine, "chromium", "exit 1")
    command(machine, "google-chrome", "exit 0")
    assert chromium(machine).stdout.strip() == str(machine / "google-chrome")
    command(machine, "mine", "exit 0")
    assert chromium(machine, CHROMIUM=str(machine / "mine")).stdout.strip() == str(machine / "mine")


def test_a_chromium_that_was_named_must_run(machine: Path) -> None:
    result = chromium(machine, CHROMIUM="/nowhere/chromium")
    assert (result.returncode, result.stdout) == (1, "")
    assert "CHROMIUM names /nowhere/chromium, which does not run" in result.stderr


def test_no_right_to_install_chromium(machine: Path) -> None:
    command(machine, "id", "echo 1000")
    result = chromium(machine)
    assert (result.returncode, result.stdout) == (1, "")
    assert "needs rights that you do not have" in result.stderr
    assert "apt-get install chromium fonts-noto-core" in result.stderr
    assert "make test CHROMIUM=/path/to/it" in result.stderr


@pytest.mark.parametrize(("user", "sudo"), [("0", "exit 1"), ("1000", 'shift; exec "$@"')])
def test_chromium_is_installed_by_whom_may(machine: Path, user: str, sudo: str) -> None:
    command(machine, "id", f"echo {user}")
    command(machine, "sudo", sudo)
    command(machine, "true", "exit 0")
    command(machine, "browser", "exit 0")
    command(
        machine,
        "apt-get",
        f'echo "apt-get $*" >>log; [ "$1" = update ] || /bin/cp "{machine}/browser" "{machine}/chromium"',
    )
    result = chromium(machine)
    assert result.stdout.strip() == str(machine / "chromium"), result.stderr
    update, install = (machine.parent / "checkout/log").read_text().splitlines()
    assert update.startswith("apt-get update")
    assert install == "apt-get install --yes --quiet --no-install-recommends chromium fonts-noto-core"


def test_what_playwright_needs_is_installed_beside_a_chromium_that_is_there(machine: Path) -> None:
    command(machine, "id", "echo 0")
    command(machine, "chromium", "exit 0")
    command(machine, "python", "[ -e driver ]")
    command(machine, "apt-get", 'echo "apt-get $*" >>log; [ "$1" = update ] || : >driver')
    result = run(machine, "sh", ".ci/chromium.sh", str(machine / "python"))
    assert result.stdout.strip() == str(machine / "chromium"), result.stderr
    install = (machine.parent / "checkout/log").read_text().splitlines()[1]
    assert install == "apt-get install --yes --quiet --no-install-recommends libatomic1"


def test_chromium_that_cannot_be_installed(machine: Path) -> None:
    command(machine, "id", "echo 0")
    command(machine, "apt-get", "echo no network; exit 100")
    command(machine, "nothing", "exit 1")
    result = run(machine, "sh", ".ci/chromium.sh", str(machine / "nothing"))
    assert (result.returncode, result.stdout) == (1, "")
    assert "Chromium could not be installed; the reason stands above" in result.stderr
