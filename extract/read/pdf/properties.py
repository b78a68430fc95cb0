"""What a PDF says of itself beside its text: title, publisher, address, language, and when it was published."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from extract.read.manifest import is_web_address

MOST_XMP_BYTES = 5_000_000
"""Of its description in XML; some carry small pictures of their pages."""

NAMESPACES = {
    "prism": re.compile(r"http://prismstandard\.org/namespaces/"),
    "dc": re.compile(r"http://purl\.org/dc/elements/"),
    "xmp": re.compile(r"http://ns\.adobe\.com/xap/"),
}
"""Whose properties are known, in any version of theirs."""

PUBLISHED = ("prism:publicationDate", "prism:coverDate", "dc:date")
"""What says when it was published, the surest first."""

MADE = ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "/CreationDate", "/ModDate")
"""What says when the file was made; a day that is no other one than that is no day of publication."""

LONGEST_TITLE = 300
"""Characters; what is longer is a summary."""

FEWEST_WORDS = 4
"""Of a title that does not stand in the text: shorter ones are names of files, of templates and of programs."""

Values = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Properties:
    """What was found; None where nothing was."""

    title: str | None = None
    """As it stands there, to be asked whether it is one."""
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    date_from: str | None = None
    language: str | None = None


def properties(reader: PdfReader) -> Properties:
    """What a PDF says of itself. Raises what pypdf raises where that is damaged."""
    root = reader.trailer["/Root"].get_object()
    if not isinstance(root, DictionaryObject):
        return Properties()
    values = {**_information(reader), **_description(root)}
    day, where = _published(values)
    url = _first(values, "prism:url")
    return Properties(
        title=_first(values, "/Title", "dc:title"),
        publisher=_first(values, "prism:publicationName", "dc:publisher"),
        url=url if url and is_web_address(url) else None,
        date=day,
        date_from=where,
        language=_language(root.get("/Lang")),
    )


def is_title(given: str, text: str) -> bool:
    """Whether what a file gives as its title is one, judged by its shape and by how the text begins."""
    words = given.split()
    has_words = len(words) > 1 or any(unicodedata.east_asian_width(each) in {"W", "F"} for each in given)
    letters, digits = sum(map(str.isalpha, given)), sum(map(str.isdigit, given))
    if not has_words or len(given) > LONGEST_TITLE or letters <= digits or _FILE.search(given):
        return False
    return _bare(given) in _bare(text) or (len(words) >= FEWEST_WORDS and " - " not in given)


_FILE = re.compile(r"\.[A-Za-z]\w{1,4}$|[/\\][^\s/\\]+[/\\]")
"""A name of a file at its end, or folders."""

_DAY = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


def _bare(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())


def _information(reader: PdfReader) -> dict[str, list[str]]:
    given = reader.trailer.get("/Info")
    given = given.get_object() if given is not None else None
    if not isinstance(given, DictionaryObject):
        return {}
    found = {name: given.get(name) for name in ("/Title", "/CreationDate", "/ModDate")}
    return {name: [value] for name, value in found.items() if isinstance(value, str)}


def _description(root: DictionaryObject) -> dict[str, list[str]]:
    """The values of its description, which is XML, by the names of their properties."""
    given = root.get("/Metadata")
    given = given.get_object() if given is not None else None
    if not isinstance(given, StreamObject) or len(data := given.get_data()) > MOST_XMP_BYTES:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        tree = etree.fromstring(data.strip(b"\0 \r\n"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return {}
    if tree.getroottree().docinfo.doctype:  # what defines words of its own is none of a program's descriptions
        return {}
    found: dict[str, list[str]] = defaultdict(list)
    for element in tree.iter(etree.Element):
        if name := _name(element.tag):
            one = next(element.iter("{*}li"), element)  # of several languages or days, the first
            found[name].append(" ".join("".join(one.itertext()).split()))
        for attribute, value in element.attrib.items():
            if name := _name(attribute):
                found[name].append(value)
    return found


def _name(tag: str | bytes) -> str | None:
    space, _, local = str(tag).removeprefix("{").rpartition("}")
    return next((f"{prefix}:{local}" for prefix, form in NAMESPACES.items() if form.match(space)), None)


def _first(values: Values, *names: str) -> str | None:
    found = (" ".join(value.split()) for name in names for value in values.get(name, ()))
    return next(filter(None, found), None)


def _published(values: Values) -> tuple[str | None, str | None]:
    made = {_day(value) for name in MADE for value in values.get(name, ())}
    for name in PUBLISHED:
        for value in values.get(name, ()):
            found = _day(value) or (value if _MONTH.fullmatch(value) else None)
            if found and (found not in made or name != "dc:date"):
                return found, f"its properties ({name})"
    return None, None


def _day(value: str) -> str | None:
    found = _DAY.match(value)
    try:
        return date(*map(int, found.groups())).isoformat() if found else None
    except ValueError:
        return None


def _language(given: object) -> str | None:
    code = str(given).strip().lower().replace("_", "-").partition("-")[0]
    return code if re.fullmatch(r"[a-z]{2}", code) else None
