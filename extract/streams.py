"""What the command line reads and writes beside files: standard input and output, which may be closed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from extract.errors import ExportError, InputError


def lines_of(path: Path) -> list[str]:
    """The lines of a file, or of standard input where it is `-`. Raises InputError."""
    try:
        data = _standard_input() if str(path) == "-" else path.read_bytes()
        return data.decode("utf-8-sig").split("\n")
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 at byte {error.start}: save it as UTF-8") from error


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise InputError("Standard input is closed: name a file")
    return sys.stdin.buffer.read()


def standard_output() -> BinaryIO:
    """Where bytes are written. Raises ExportError where it is closed."""
    if sys.stdout is None:
        raise ExportError("Standard output is closed: name a file with -o")
    return sys.stdout.buffer


def drop_what_waits() -> None:
    """Python would try to write it again as it ends, and complain."""
    if sys.stdout:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
