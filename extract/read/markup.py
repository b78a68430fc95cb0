"""Markup that comes within something else (a message, a feed's entry, a cell of a table) as its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "tfoot", "thead", "tr", "ul",
    )
)  # fmt: skip
"""Elements that begin a line of their own; what stands before and after one are paragraphs of their own."""

CELLS = frozenset(("td", "th"))

UNREAD = frozenset(
    (
        "applet", "audio", "canvas", "datalist", "embed", "head", "iframe", "noembed", "noframes", "noscript",
        "object", "script", "select", "style", "svg", "template", "textarea", "title", "video",
    )
)  # fmt: skip
"""Elements whose content nobody reads on the page."""

INVISIBLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)\b", re.IGNORECASE)
"""Styles of what is there for programs: the words that a mailbox shows beside a subject, and what counts readers."""

BETWEEN_CELLS = "\x1f"
LINE_BREAK = "\n"
EMPTY_LINES = re.compile(r"\n{2,}")

_CONTROLS = {code: " " for code in range(0x20) if chr(code) not in "\t\n\r"}
"""Markup cannot hold them, and the signs that part cells and lines here must not come from outside."""

_BREAKS = {ord("\n"): " ", ord("\r"): " "}
"""Lines of markup end where they are full; that means nothing."""

LOOKS_LIKE_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|u|ul|ol|li|h[1-6]|table|tr|td|th|blockquote|img|font|html|body|figure|pre)"
    r"(?:\s[^<>]*)?/?>|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6});",
    re.IGNORECASE,
)
"""A tag or entity that those who paste from pages leave in a text; "a < b" and "<john@example.org>" are none."""

PARTS = re.compile(r"<(?:p|br|div|li|tr)\b", re.IGNORECASE)
"""Tags by which who wrote a text parted its lines."""

LINE_END = re.compile(r"\r\n|\r|\n")


def paragraphs_of_html(html: str, *, quoted: bool = True) -> str:
    """What a reader sees of it: paragraphs parted by an empty line, `<br>` as a line's end, a table's row as a line.

    Without `quoted`, what mail programs mark as an earlier message is left out. Anything is taken: of what breaks
    every rule comes what can be told of it, of nothing an empty text.
    """
    page = _Page(quoted=quoted)
    parser = etree.HTMLParser(
        target=page,
        encoding="utf-8",
        no_network=True,
        # Bounds the length of a text too, which would then be lost; nothing here grows a tree or knows entities of its
        # own, so that nothing can become larger than it came.
        huge_tree=True,
    )
    try:
        etree.fromstring(html.translate(_CONTROLS).encode("utf-8", errors="replace"), parser)
    except etree.LxmlError:
        page.end_paragraph()
    return page.text


def paragraphs_of_text(text: str) -> str:
    """What a reader sees of a text that may be markup, or hold some: its lines count where no tags part them."""
    if not is_markup(text):
        return text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return paragraphs_of_html(text if PARTS.search(text) else LINE_END.sub("<br>", text))


def is_markup(text: str) -> bool:
    """Whether a text holds tags or entities that are meant as such."""
    return LOOKS_LIKE_MARKUP.search(text) is not None


class _Page:
    """Takes a page's elements in their order, and keeps no tree of them: they may lie in one another without end."""

    def __init__(self, *, quoted: bool) -> None:
        self._quoted = quoted
        self._paragraphs: list[str] = []
        self._pieces: list[str] = []
        self._unread = 0
        self._preformatted = 0

    @property
    def text(self) -> str:
        return "\n\n".join(self._paragraphs)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if not self._unread and tag in BLOCKS:
            self.end_paragraph()
        if self._unread or tag in UNREAD or self._is_unseen(tag, attributes):
            self._unread += 1
        elif tag in BLOCKS:
            self._preformatted += tag == "pre"
        elif tag in CELLS:
            self._pieces.append(BETWEEN_CELLS)
        elif tag == "br":
            self._pieces.append(LINE_BREAK)

    def end(self, tag: str) -> None:
        if self._unread:
            self._unread -= 1
        elif tag in BLOCKS:
            self.end_paragraph()
            self._preformatted -= tag == "pre"

    def data(self, text: str) -> None:
        if not self._unread:
            self._pieces.append(text.replace("\r", "") if self._preformatted else text.translate(_BREAKS))

    def close(self) -> None:
        self.end_paragraph()

    def end_paragraph(self) -> None:
        lines = "".join(self._pieces).split("\n")
        self._pieces.clear()
        text = "\n".join(map(_line, lines)).strip("\n")
        if text:
            self._paragraphs.append(EMPTY_LINES.sub("\n\n", text))

    def _is_unseen(self, tag: str, attributes: Mapping[str, str]) -> bool:
        if "hidden" in attributes or INVISIBLE.search(attributes.get("style", "")):
            return True
        return not self._quoted and tag == "blockquote" and _is_earlier_message(attributes)


def _is_earlier_message(attributes: Mapping[str, str]) -> bool:
    return attributes.get("type") == "cite" or "gmail_quote" in attributes.get("class", "").split()


def _line(raw: str) -> str:
    cells = (" ".join(cell.split()) for cell in raw.split(BETWEEN_CELLS))
    return " | ".join(filter(None, cells))
