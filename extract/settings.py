"""A settings file: the bounds of reading and fetching where they are not to be the usual ones.

[limits]
text_bytes = 50_000_000
[fetch]
pause = 5
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from extract.errors import SettingsError
from extract.fetch.settings import SETTINGS as FETCH_SETTINGS
from extract.fetch.settings import FetchSettings
from extract.read.limits import LIMITS, Limits


class Settings(BaseModel):
    """A whole settings file; what it leaves out is as usual."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    limits: Limits = LIMITS
    fetch: FetchSettings = FETCH_SETTINGS


AS_USUAL = Settings()
"""What holds unless somebody says otherwise."""


def read_settings(path: Path) -> Settings:
    """The settings of a file. Raises SettingsError, with file and key, where it cannot be read or breaks its form."""
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror or error}") from error
    except ValidationError as error:
        raise SettingsError(f"{path}: {_first_fault(error)}") from error
    except ValueError as error:  # no UTF-8, or no TOML
        raise SettingsError(f"{path} is no TOML: {error}") from error


def _first_fault(error: ValidationError) -> str:
    fault = error.errors()[0]
    table, *rest = (str(part) for part in fault["loc"])
    where = f"[{table}] {' '.join(rest)}".rstrip()
    if fault["type"] != "extra_forbidden":
        return f"{where}: {fault['msg']}"
    tables: dict[str, type[BaseModel]] = {"limits": Limits, "fetch": FetchSettings}
    known = tables.get(table, Settings)
    return f"{where}: unknown; known are {', '.join(sorted(known.model_fields))}"
