"""Web pages, as they were served or saved: the article's own text, without what stands around it on every page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from extract.errors import Unreadable
from extract.read.format import Format
from extract.read.limits import Limits
from extract.read.litter.clean import clean
from extract.read.markup import paragraphs_of_html
from extract.read.pieces import Found, Piece, Text
from extract.read.web.blocks import joined, paragraphs
from extract.read.web.mhtml import SavedPage, is_mhtml, saved_page
from extract.read.web.page_facts import facts_of, web_address
from extract.read.web.page_tree import page_text, page_tree

MOST_ELEMENTS = 30_000
"""Of a page whose article is looked for; the time for that grows faster than the page. The longest have a third."""

SAVED_FROM_WITHIN = 4096
"""Characters at a page's start in which browsers say where they saved it from."""

MOST_CONSENTS = 50
LONGEST_CONSENT = 5_000
"""Of the elements that ask for a reader's consent, and of the characters in each; what is longer is an article."""

AROUND = frozenset({"nav", "header", "footer", "aside", "form", "head", "dialog"})
"""Elements that hold no article, for pages where none stands out."""

EMPTY_LINE = "\ue000"
"""Stands for two `<br>`, with which many pages part paragraphs, while the article is looked for; that leaves one."""

SAVE_ANEW = "open the page, wait until its article shows, and save that"

BROKEN = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError, etree.LxmlError)
"""What reading raises where a page is stranger than its reader thought."""

_BEGINNING = re.compile(
    r"(?:\ufeff|\s|<!--(?>.*?-->)|<\?[^>]*>)*+<(?:!doctype\s+html|(?:html|head|body|article|title|meta)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_EMPTY_LINES = re.compile(rf"\s*{EMPTY_LINE}[\s{EMPTY_LINE}]*")
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)")
_CONSENT = re.compile(r"(?<!tag-)(?<!category-)(?:cookie|consent|gdpr)", re.IGNORECASE)

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it warns of pages that hold nothing; so do we
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def _is_html(piece: Piece, head: bytes) -> bool:
    if is_mhtml(head):
        return True
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if wide else "utf-8-sig", errors="ignore")
    if _BEGINNING.match(text):
        return True
    served = (piece.media_type or "").partition(";")[0].strip().lower()
    return served in ("text/html", "application/xhtml+xml") and b"<" in head and b"\0" not in head


def _read(piece: Piece, limits: Limits) -> Iterator[Found]:
    page = _page(piece, limits)
    source = page_text(page.data, page.media_type)
    if not source or not source.strip():
        raise Unreadable(piece.location, "holds no text", "see what was saved in it")
    tree, is_whole = page_tree(source)
    if tree is None:
        raise Unreadable(piece.location, "is no HTML that can be read", SAVE_ANEW)
    try:
        facts = facts_of(tree, page.url or _saved_from(source))
        text = _text(tree) if is_whole else paragraphs_of_html(source)
    except BROKEN as error:
        raise Unreadable(piece.location, "is damaged HTML", SAVE_ANEW) from error
    if not clean(text):
        raise Unreadable(piece.location, "holds no article text", SAVE_ANEW)
    yield Text(
        text,
        title=facts.title,
        publisher=facts.publisher,
        url=facts.url,
        date=facts.date,
        date_from=facts.date_from,
        language=facts.language,
        seen=facts.seen or page.saved,
    )


def _page(piece: Piece, limits: Limits) -> SavedPage:
    if is_mhtml(piece.head(SAVED_FROM_WITHIN)):
        page = saved_page(piece, limits.text_bytes)
        return SavedPage(page.data, page.media_type, piece.url or page.url, piece.seen or page.saved)
    return SavedPage(piece.read(limits.text_bytes), piece.media_type, piece.url, piece.seen)


def _saved_from(source: str) -> str | None:
    found = _SAVED_FROM.search(source[:SAVED_FROM_WITHIN])
    return web_address(found[1]) if found else None


def _text(tree: HtmlElement) -> str:
    for element in [*islice(filter(_is_consent, tree.iter("div", "section", "form", "p")), MOST_CONSENTS)]:
        element.drop_tree()
    for line_break in tree.iter("br"):
        after = line_break.getnext()
        if after is not None and after.tag == "br" and not (line_break.tail or "").strip():
            after.tail = f"{EMPTY_LINE}{after.tail or ''}"
    return _EMPTY_LINES.sub("\n\n", joined(_article(tree) or _all_text(tree))).strip()


def _is_consent(element: HtmlElement) -> bool:
    """Whether it asks for consent to cookies; pages also note on what holds their story whether that was given."""
    if not _CONSENT.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return False
    holds_story = next(element.iter("h1", "article", "main"), None) is not None
    return not holds_story and sum(map(len, element.itertext())) <= LONGEST_CONSENT


def _article(tree: HtmlElement) -> list[str]:
    """The paragraphs of the page's article, none where none stands out."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document, Extractor

    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return []
    options = Extractor(
        output_format="python", fast=True, precision=True, comments=False, formatting=False, links=False, tables=True
    )
    try:
        found = bare_extraction(tree, options=options)
    except BROKEN:
        return []
    return paragraphs(found.body) if isinstance(found, Document) else []


def _all_text(tree: HtmlElement) -> list[str]:
    body = tree.find(".//body")
    return paragraphs(tree if body is None else body, _is_around)


def _is_around(element: HtmlElement) -> bool:
    return element.tag in AROUND


HTML = Format("web page", frozenset({".html", ".htm", ".xhtml", ".mht", ".mhtml"}), _is_html, _read)
