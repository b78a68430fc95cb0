"""From streamlit_config.toml and the command line to a running server. The user's flags win over the file."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import click
from streamlit.web import cli

from dashboard import warm
from extract.store.library import DEFAULT_LIBRARY

ROOT = Path(__file__).resolve().parent.parent
CONFIG = ROOT / "streamlit_config.toml"
APP = Path(__file__).with_name("app.py")

DONE, FAILED, MISUSED = 0, 1, 2
"""Exit codes: ended by the user, could not run, called wrongly."""

USAGE = """Usage: python -m dashboard [LIBRARY] [--FLAG VALUE | --FLAG=VALUE]...

Opens the timeline of a library (library.db unless another one is named) in the browser, on this machine alone.
Flags are Streamlit's (`streamlit run --help` lists them), for example:

  python -m dashboard library.db --server.port 8600

One is Dateline's own: --fetch on lets the page Sources fetch web pages, which it does not do otherwise.
"""


FETCH = "fetch"
"""The flag that lets web pages be fetched."""

FETCH_VARIABLE = "DATELINE_FETCH"
"""How the pages hear of it: Streamlit takes no flags but its own."""

BASE_PATH = "server.baseUrlPath"
"""The flag of Streamlit's that the pages cannot take: they link to one another from the root."""


class LaunchError(Exception):
    """The dashboard cannot start; the text says why and what to do."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Call:
    """What somebody typed: a library and flags, by name."""

    library: str | None
    flags: dict[str, str]


def launch(arguments: Sequence[str]) -> int:
    """Run the dashboard until somebody ends it; the exit code."""
    if {"-h", "--help"} & set(arguments):
        print(USAGE)
        return DONE
    try:
        call = understood(arguments)
        os.environ[FETCH_VARIABLE] = fetching(call.flags)
        settings = checked(configured(CONFIG) | {name: call.flags[name] for name in call.flags if name != FETCH})
        address, port = _free(settings)
        print(f"Dateline is at http://{address}:{port} - Ctrl-C ends it.", flush=True)
        return _run(call.library, settings)
    except LaunchError as error:
        print(error, file=sys.stderr)
        return error.code


def understood(arguments: Sequence[str]) -> Call:
    """The command line in its parts. Raises LaunchError where it cannot be meant."""
    library: str | None = None
    flags: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument.startswith("--"):
            name, joined, value = argument[2:].partition("=")
            flags[name] = value if joined else _value(name, rest)
        elif library is None and not argument.startswith("-"):
            library = argument
        else:
            raise LaunchError(f"{argument!r} is one argument too many.\n\n{USAGE}", MISUSED)
    return Call(library, flags)


def fetching(flags: dict[str, str]) -> str:
    """Whether web pages may be fetched, `on` or `off`. Raises LaunchError where the flag says neither."""
    said = flags.get(FETCH, os.environ.get(FETCH_VARIABLE) or "off")
    if said not in {"on", "off"}:
        raise LaunchError(f"--{FETCH} must be on or off, not {said!r}", MISUSED)
    return said


def _value(name: str, rest: Iterator[str]) -> str:
    try:
        return next(rest)
    except StopIteration:
        raise LaunchError(f"--{name} needs a value: --{name}=VALUE", MISUSED) from None


def configured(path: Path) -> dict[str, str]:
    """Every key of the settings file as Streamlit's flags take them. Raises LaunchError where it is no TOML."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LaunchError(f"{path} cannot be read: {error}", FAILED) from error
    return dict(_flat("", tables))


def _flat(prefix: str, table: dict[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _flat(f"{name}.", value)
        else:
            yield name, value if isinstance(value, str) else json.dumps(value)


def checked(settings: dict[str, str]) -> dict[str, str]:
    """The settings, if Streamlit knows every name, and the pages work so. Raises LaunchError where it is not so."""
    known = {option.removeprefix("--") for parameter in cli.main_run.params for option in parameter.opts}
    if settings.get(BASE_PATH, "").strip("/"):
        raise LaunchError(f"--{BASE_PATH} cannot be set: the pages link to one another from the root.", MISUSED)
    for name in settings:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f" Did you mean --{near[0]}?" if near else " `streamlit run --help` lists the flags."
            raise LaunchError(f"Streamlit has no flag --{name}.{hint}", MISUSED)
    return settings


def _free(settings: dict[str, str]) -> tuple[str, int]:
    address, port = settings.get("server.address", "127.0.0.1"), settings.get("server.port", "8501")
    if not port.isdecimal() or not 0 < int(port) < 2**16:
        raise LaunchError(f"--server.port must be a number from 1 to 65535, not {port!r}", MISUSED)
    try:
        family = socket.getaddrinfo(address, int(port), type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address, int(port)))
    except OSError as error:
        raise LaunchError(
            f"Port {port} of {address} cannot be used ({error.strerror}). End what runs there, or choose another port: "
            f"python -m dashboard --server.port {int(port) + 1}",
            FAILED,
        ) from error
    return address, int(port)


def _run(library: str | None, settings: dict[str, str]) -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a service that is stopped ends as by Ctrl-C
    warm.begin(Path(library) if library else DEFAULT_LIBRARY)
    arguments = ["run", str(APP), *(f"--{name}={value}" for name, value in settings.items())]
    try:
        cli.main([*arguments, *(["--", library] if library else [])], standalone_mode=False)
    except click.ClickException as error:
        raise LaunchError(error.format_message(), MISUSED) from error
    except (click.Abort, KeyboardInterrupt):
        pass  # the server hands on what ended it
    return DONE
