"""Who says something, why and when: what every word of a person has, whatever it is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from extract.errors import CorrectionError
from extract.store.log import Entry

LONGEST_NAME = 100
LONGEST_REASON = 1000
"""Characters: evidence is read in a line or two."""


def one_line(text: str) -> str:
    """The text as one line that can be stored; bytes that are no UTF-8 are shown as such."""
    return " ".join(text.encode("utf-8", errors="backslashreplace").decode().split())


class By(BaseModel):
    """Who says so, why and when."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    who: Annotated[str, AfterValidator(one_line), Field(max_length=LONGEST_NAME)] = ""
    why: Annotated[str, AfterValidator(one_line), Field(max_length=LONGEST_REASON)] = ""
    at: AwareDatetime

    def after(self, log: Iterable[Entry]) -> str:
        """When it is said, as ISO 8601 in UTC: never before what it answers, though one of the clocks be slow."""
        return max((self.at.astimezone(UTC).isoformat(timespec="seconds"), *(each.at for each in log)))


def by(who: str, why: str, at: datetime) -> By:
    """Somebody's word, checked. Raises CorrectionError where it is too long."""
    try:
        return By(who=who.strip() or "somebody", why=why, at=at)
    except ValidationError as error:
        name = {"who": "The name", "why": "The reason"}.get(str(error.errors()[0]["loc"][0]), "The time")
        raise CorrectionError(
            f"{name} is too long: a name may have {LONGEST_NAME} characters, a reason {LONGEST_REASON}"
        ) from error
