"""What readers take and give: pieces hold bytes, texts hold a document."""

from __future__ import annotations

import io
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import Unreadable

SEE_WHETHER_YOURS = "see whether it is there and yours"


def unreadable(location: str, error: OSError, where: str = "") -> Unreadable:
    """What the system says against reading; `where` it came in between ("to its end")."""
    read = f"read {where}" if where else "read"
    return Unreadable(location, f"cannot be {read} ({error.strerror or error})", SEE_WHETHER_YOURS)


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or what an archive, a mailbox or a message holds: bytes with a name."""

    location: str
    """Where it is: a path as given; what lies in a file goes on behind it: "letters.zip/1998/may.eml"."""
    content: Path | bytes
    depth: int = 0
    """In how many files it lies."""
    seen: str | None = None
    """When this version of it was fetched, as an ISO instant, where that is known."""
    url: str | None = None
    """Its address, where what holds it tells that."""
    media_type: str | None = None
    """What whoever served it says that it is: "text/html", "text/html; charset=windows-1253"."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Of a table, where somebody said it: which of its columns holds what ({"text": "Body"})."""

    @property
    def name(self) -> str:
        """The last part of its location."""
        return self.location.rstrip("/").rpartition("/")[2]

    @property
    def suffix(self) -> str:
        """Of its name, in small letters, with its dot; empty where there is none."""
        stem, dot, end = self.name.rpartition(".")
        return f"{dot}{end}".lower() if stem and end else ""

    def within(
        self,
        name: str,
        content: bytes,
        *,
        seen: str | None = None,
        url: str | None = None,
        media_type: str | None = None,
    ) -> Piece:
        """A part of it, by a name that is its own in it, with what it tells of that."""
        location = f"{self.location}/{name.strip('/')}"
        return Piece(location, content, self.depth + 1, seen, url, media_type, self.columns)

    def open(self) -> io.BytesIO | io.BufferedReader:
        """Its bytes, from the start, to be closed. Raises Unreadable where they cannot be had."""
        if isinstance(self.content, bytes):
            return io.BytesIO(self.content)
        try:
            if not stat.S_ISREG(self.content.stat().st_mode):
                raise Unreadable(self.location, "is no file that holds text", "name a file, or a folder of files")
            return self.content.open("rb")
        except OSError as error:
            raise unreadable(self.location, error) from error

    def head(self, count: int) -> bytes:
        """Its first bytes. Raises Unreadable."""
        if isinstance(self.content, bytes):
            return self.content[:count]
        return self.read(count, whole=False)

    def read(self, most: int, *, whole: bool = True) -> bytes:
        """Its bytes, of which there may be so many. Raises Unreadable where there are more, or they cannot be had."""
        try:
            with self.open() as stream:
                data = stream.read(most + 1 if whole else most)
        except OSError as error:
            raise unreadable(self.location, error) from error
        if len(data) > most:
            raise Unreadable(self.location, f"is larger than {most:,} bytes", "split it into its documents")
        return data


@dataclass(frozen=True, slots=True)
class Text:
    """One document as its reader found it, with what came with it; None where nothing did."""

    text: str
    """Paragraphs parted by empty lines; without its title, unless the file has it in the text."""
    part: str = ""
    """Its own name in its piece ("row 7", "message 3"); empty where the piece is one document."""
    title: str | None = None
    """In the document's own words."""
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    """When it was written, as ISO text: a day in the zone of its author, a month or a year."""
    date_from: str | None = None
    """Where that stands, for people: "its page's JSON-LD (datePublished)"."""
    language: str | None = None
    """ISO 639-1, where it is stated."""
    beside: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """What stands beside it in its table, where it is too short to tell its language by itself."""
    seen: str | None = None
    """When this version of it was fetched or last changed, as an ISO instant."""
    is_excerpt: bool = False
    """Whether it only announces a document that is at its address."""
    happened: str | None = None
    """Of a ready-made event: when it happened, as EDTF (a day, month, year or two of them with a slash); its text
    begins with a line that says so in the words of its table, and goes on with what happened."""


Found = Piece | Text | Unreadable
"""What a reader gives: a part that another reader reads, a document, or why a part cannot be read."""
