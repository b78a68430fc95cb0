"""Word documents as the text that is in force: paragraphs and tables in their order, and the notes after them.

What was inserted under tracking counts, what was deleted does not. Headers, footers, comments and tables of contents
are left out. Neither language nor date is taken from styles and stamps: a program sets both for whoever runs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.office.flow import Markup, Paragraph, named
from extract.read.office.members import Members
from extract.read.office.packed import is_packed_as, opened
from extract.read.office.properties import instant_in, language_in, line, title_in
from extract.read.pieces import Found, Piece, Text

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespaces of the usual and of the strict form."""

MATH = ("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math")
COMPATIBILITY = ("http://schemas.openxmlformats.org/markup-compatibility/2006",)
DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"

MAIN = r"word/document\d*\.xml"
NOTES = (r"word/footnotes\d*\.xml", r"word/endnotes\d*\.xml")
STYLES = r"word/styles\d*\.xml"
PROPERTIES = r"docProps/core\d*\.xml"
"""Members by what Word and those that write for it call them."""

NOT_STAMPED = "2013-12-23T23:15:00"
"""When the template was made with which python-docx begins: programs that write with it leave it there."""

TITLE = "title"
FIRST_HEADING = "heading 1"
LISTS = ("toc ", "index ", "table of figures")
"""Names of styles as the format fixes them, in small letters: Word shows them in its user's language, and writes these.
Lists repeat what stands in the text, with the numbers of its pages."""

TITLE_REACH = 5
"""Paragraphs from the start among which one in the style of a title is that of the document."""

MARKUP = Markup(
    blocks=named(WORD, "p"),
    rows=named(WORD, "tr"),
    cells=named(WORD, "tc"),
    words_in=named(WORD, "t") | named(MATH, "t"),
    # A text box is there twice, the second time (Fallback) for programs that do not know the first way.
    left_out=named(WORD, "del moveFrom tabs rt instrText delText sectPr") | named(COMPATIBILITY, "Fallback"),
    signs=dict.fromkeys(named(WORD, "br cr"), "\n")
    | dict.fromkeys(named(WORD, "tab ptab"), "\t")
    | dict.fromkeys(named(WORD, "noBreakHyphen"), "-"),
    insets=named(WORD, "txbxContent"),
    styles={f"{{{space}}}pStyle": f"{{{space}}}val" for space in WORD},
)


def _is_it(piece: Piece, head: bytes) -> bool:
    return is_packed_as(piece, head, lambda members: members.find(MAIN) is not None)


def _read(piece: Piece, limits: Limits) -> Iterator[Found]:
    with opened(piece, limits) as members:
        main = members.find(MAIN)
        if main is None:
            raise Unreadable(piece.location, "is no Word document", "give it the ending of its own kind")
        names = _style_names(members)
        lists = frozenset(style for style, name in names.items() if name.startswith(LISTS))
        markup = replace(MARKUP, left_out_styles=lists)
        paragraphs = members.paragraphs(main, markup)
        for pattern in NOTES:
            try:
                paragraphs += members.paragraphs(notes, markup) if (notes := members.find(pattern)) else []
            except Unreadable as error:
                if error.location == piece.location:  # it is the document that cannot be read
                    raise
                yield error
        if not paragraphs:
            raise members.nothing()
        yield _with_properties(members, paragraphs, names)


def _with_properties(members: Members, paragraphs: list[Paragraph], names: Mapping[str, str]) -> Text:
    core = members.tree(members.find(PROPERTIES))
    told = {element.tag: element.text for element in core} if core is not None else {}
    # What stands on the page counts more than a property that nobody sees; but a first heading may be that of a part.
    on_page = _in_style(TITLE, paragraphs, names)
    title = on_page or title_in(told.get(f"{DC}title")) or _in_style(FIRST_HEADING, paragraphs, names)
    changed = instant_in(told.get(f"{TERMS}modified"))
    return Text(
        "\n\n".join(paragraph.text for paragraph in paragraphs),
        title=title,
        language=language_in(told.get(f"{DC}language")),
        seen=None if changed and changed.startswith(NOT_STAMPED) else changed,
    )


def _in_style(name: str, paragraphs: list[Paragraph], names: Mapping[str, str]) -> str | None:
    first = (each for each in paragraphs[:TITLE_REACH] if each.style and names.get(each.style) == name)
    return next((line(each.text) for each in first), None)


def _style_names(members: Members) -> dict[str, str]:
    """The name of each style by the id that paragraphs call it by."""
    styles = members.tree(members.find(STYLES))
    if styles is None:
        return {}
    names = {}
    for space in WORD:
        for style in styles.iterfind(f"{{{space}}}style"):
            name = style.find(f"{{{space}}}name")
            shown = "" if name is None else name.get(f"{{{space}}}val", "")
            names[style.get(f"{{{space}}}styleId", "")] = shown.lower()
    return names


FORMAT = Format("Word document", frozenset({".docx", ".docm"}), _is_it, _read)
