"""From the settings file and the command line to Streamlit's flags, and sentences where that cannot be."""

import os
import signal
import socket
import subprocess
import sys
import tomllib
from urllib.request import urlopen

import pytest

from dashboard.launch import (
    CONFIG,
    DONE,
    FAILED,
    MISUSED,
    ROOT,
    Call,
    LaunchError,
    checked,
    configured,
    fetching,
    launch,
    understood,
)


@pytest.mark.parametrize(
    ("arguments", "call"),
    [
        ([], Call(None, {})),
        (["my.db"], Call("my.db", {})),
        (["my.db", "--server.port", "8600"], Call("my.db", {"server.port": "8600"})),
        (["--server.port=8600", "my.db"], Call("my.db", {"server.port": "8600"})),
        (["--theme.base=a=b"], Call(None, {"theme.base": "a=b"})),
    ],
)
def test_command_lines(arguments, call):
    assert understood(arguments) == call


@pytest.mark.parametrize("arguments", [["a.db", "b.db"], ["-x"], ["--server.port"]])
def test_command_lines_that_cannot_be_meant(arguments, capsys):
    assert launch(arguments) == MISUSED
    assert "Traceback" not in capsys.readouterr().err


def test_every_key_of_the_settings_is_a_flag():
    settings = checked(configured(CONFIG))
    assert settings["server.address"] == "127.0.0.1"
    assert settings["browser.gatherUsageStats"] == "false"
    assert settings["server.maxUploadSize"] == "500"
    tables = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    assert len(settings) == sum(_leaves(table) for table in tables.values())


def _leaves(table):
    return sum(_leaves(value) if isinstance(value, dict) else 1 for value in table.values())


def test_streamlit_alone_finds_the_same_settings():
    assert (ROOT / ".streamlit" / "config.toml").resolve() == CONFIG


def test_settings_that_are_no_toml(tmp_path):
    broken = tmp_path / "config.toml"
    broken.write_text("[server", encoding="utf-8")
    with pytest.raises(LaunchError, match=r"config\.toml cannot be read"):
        configured(broken)


def test_an_unknown_flag_names_its_neighbour(capsys):
    assert launch(["--server.prt", "8600"]) == MISUSED
    assert "Did you mean --server.port?" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["x", "0", "65536", "-1", "٨٥٠١x"])
def test_a_port_that_is_none(port, capsys):
    assert launch([f"--server.port={port}"]) == MISUSED
    assert "1 to 65535" in capsys.readouterr().err


def test_a_port_that_is_taken(capsys):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert launch([f"--server.port={port}"]) == FAILED
    message = capsys.readouterr().err
    assert f"Port {port}" in message
    assert "another port" in message


def test_a_flag_of_another_kind_is_a_sentence():
    run = _start("--server.headless=perhaps", "--server.port=8599")
    _, errors = run.communicate(timeout=60)
    assert run.returncode == MISUSED
    assert "perhaps" in errors
    assert "Traceback" not in errors


@pytest.mark.parametrize(("flags", "said"), [({}, "off"), ({"fetch": "on"}, "on"), ({"fetch": "off"}, "off")])
def test_web_pages_are_fetched_only_where_somebody_says_so(flags, said, monkeypatch):
    monkeypatch.delenv("DATELINE_FETCH", raising=False)
    assert fetching(flags) == said


def test_a_flag_that_is_neither_on_nor_off(capsys):
    assert launch(["--fetch=yes"]) == MISUSED
    assert "--fetch must be on or off, not 'yes'" in capsys.readouterr().err


def test_a_path_before_all_pages_is_refused(capsys):
    assert launch(["--server.baseUrlPath=/news"]) == MISUSED
    assert "--server.baseUrlPath cannot be set" in capsys.readouterr().err


def test_help_says_how(capsys):
    assert launch(["--help"]) == DONE
    assert "python -m dashboard" in capsys.readouterr().out


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_address_is_printed_and_ctrl_c_or_a_stop_ends_it(tmp_path, end):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    run = _start(str(tmp_path / "none.db"), f"--server.port={port}")
    assert f"http://127.0.0.1:{port}" in run.stdout.readline()
    _answers(port)
    run.send_signal(end)
    _, errors = run.communicate(timeout=60)
    assert run.returncode == DONE
    assert "Traceback" not in errors


def _start(*arguments):
    return subprocess.Popen(
        [sys.executable, "-m", "dashboard", *arguments],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )  # fmt: skip


def _answers(port):
    """Ask until the server is well; the test's own time limit ends the asking."""
    while True:
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as answer:
                return answer.read()
        except OSError:
            continue
