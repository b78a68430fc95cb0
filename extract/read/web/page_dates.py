"""The day on which a page says that it was published, from where that is told best to where it is told worst."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement
from lxml.html.builder import BODY, HEAD, HTML

from extract.read.web.linked_data import Node, text_of
from extract.read.web.stated import stated_day, stated_instant

PUBLISHED = (
    "article:published_time", "article:published", "og:article:published_time", "og:published_time", "date", "dc.date",
    "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.issued", "dcterms.date", "datepublished",
    "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "article.published", "article:publication_date",
)  # fmt: skip
"""Names of `<meta>` elements that state it, those first that are filled in with the most care."""

MODIFIED = ("article:modified_time", "og:updated_time", "article:modified", "dcterms.modified", "datemodified")

EARLIEST = datetime(1990, 1, 1)  # noqa: DTZ001
"""Before the first page; words on a page that name an earlier day tell of something else."""

LATEST = datetime(2037, 12, 31)  # noqa: DTZ001
"""As late as clocks of 32 bits go; today would make the same page read otherwise tomorrow."""

LONGEST_BYLINE = 150
"""Characters of an element that holds a day and little else."""

MOST_PARTS = 30
"""Of such an element, each in an element of its own or between two."""

MOST_BYLINES = 20
"""Elements with a day in a page; a list of other pages has more."""

MOST_LOOKED_AT = 200
"""Elements that may hold a day; the article's stands among the first."""

NOT_THE_STORYS = frozenset({"nav", "footer", "aside", "script", "style", "noscript", "form", "select"})
"""Elements whose days are those of other pages, or today's."""

_OF_A_DAY = re.compile(r"date|time|publi|posted|byline|pubdate|created|meta", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"today|current|now\b|updat|modif|comment|related|sidebar|widget|footer|copyright|event|weather|archive|calendar",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")


def published(
    tree: HtmlElement, nodes: Sequence[Node], metas: Mapping[str, str], url: str | None
) -> tuple[str | None, str | None]:
    """The day (month, year) as ISO text, and where it stands, in words for people; None for both where nowhere."""
    return next(_candidates(tree, nodes, metas, url), (None, None))


def modified(nodes: Sequence[Node], metas: Mapping[str, str]) -> str | None:
    """The instant at which this version was made, as ISO text, where the page states it."""
    told = [text_of(node.get("dateModified")) for node in nodes] + [metas.get(name) for name in MODIFIED]
    return next(filter(None, map(stated_instant, told)), None)


def _candidates(
    tree: HtmlElement, nodes: Sequence[Node], metas: Mapping[str, str], url: str | None
) -> Iterator[tuple[str, str]]:
    for key in ("datePublished", "dateCreated"):
        for node in nodes:
            if day := stated_day(text_of(node.get(key))):
                yield day, f"its page's JSON-LD ({key})"
    for name in PUBLISHED:
        if day := stated_day(metas.get(name)):
            yield day, f"its page's metadata ({name})"
    story = _story(tree)
    for element, source in _marked(tree, story):
        if day := stated_day(element.get("datetime") or element.get("content") or _short_text(element)):
            yield day, source
    if (found := _IN_ADDRESS.search(url or "")) and (day := stated_day("-".join(found.groups()))):
        yield day, "its address"
    if day := _in_byline(story):
        yield day, "the line below its headline"


def _marked(tree: HtmlElement, story: HtmlElement | None) -> Iterator[tuple[HtmlElement, str]]:
    """Elements that say of themselves that they hold the day."""
    for element in tree.iter("time", "meta", "span", "div", "p", "abbr", "a"):
        if "datePublished" in (element.get("itemprop") or "").split():
            yield element, "its page's markup (datePublished)"
    times = [time for time in islice(tree.iter("time"), MOST_LOOKED_AT) if not _is_of_another(time)]
    for time in times:
        if time.get("pubdate") is not None:
            yield time, "its page's markup (pubdate)"
    within = set() if story is None else set(story.iter("time"))
    for time in times:
        if time in within and time.get("datetime"):
            yield time, "its page's markup (time)"


def _story(tree: HtmlElement) -> HtmlElement | None:
    """The element that holds the one article of a page, None where that is not clear."""
    articles = list(tree.iter("article"))
    with_headline = [article for article in articles if article.find(".//h1") is not None]
    if with_headline:
        return with_headline[-1]
    if articles:
        return articles[0] if len(articles) == 1 else None
    main = tree.find(".//main")
    return _around_headline(tree) if main is None else main


def _around_headline(tree: HtmlElement) -> HtmlElement | None:
    """The smallest element that holds the one headline and a text below it, where that is less than the page."""
    headlines = list(tree.iter("h1"))
    if len(headlines) != 1:
        return None
    for element in headlines[0].iterancestors():
        if element.tag == "body":
            return None
        if element.find(".//p") is not None:
            return element
    return None


def _is_of_another(element: HtmlElement) -> bool:
    """Whether a day belongs to another page, to a comment, to a change, or is today's."""
    for each in (element, *element.iterancestors()):
        if each.tag in NOT_THE_STORYS:
            return True
        if each.tag in ("article", "main", "body"):
            return False
        if _OF_ANOTHER.search(_names(each)):
            return True
    return False


def _names(element: HtmlElement) -> str:
    return " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))


def _in_byline(story: HtmlElement | None) -> str | None:
    """The first day in the short lines of an article that are marked as holding one.

    They alone are given to htmldate, which takes any day in a text for that of the text.
    """
    from htmldate import find_date

    if story is None:
        return None
    lines = [_as_line(element) for element in islice(_lines_with_days(story), MOST_LOOKED_AT) if _is_byline(element)]
    if not lines or len(lines) > MOST_BYLINES:
        return None
    page = HTML(HEAD(), BODY(*lines))
    day = find_date(page, extensive_search=False, original_date=True, url="", min_date=EARLIEST, max_date=LATEST)
    return _as_written(day, page.text_content()) if day else None


def _lines_with_days(story: HtmlElement) -> Iterator[HtmlElement]:
    return (element for element in story.iterdescendants(etree.Element) if _OF_A_DAY.search(_names(element)))


def _is_byline(element: HtmlElement) -> bool:
    return any(map(str.isdigit, _short_text(element))) and not _is_of_another(element)


def _short_text(element: HtmlElement) -> str:
    """Its text where that is as short as a line; empty where it is not."""
    parts = list(islice(element.itertext(), MOST_PARTS + 1))
    text = "".join(parts)
    return text if len(parts) <= MOST_PARTS and len(text) <= LONGEST_BYLINE else ""


def _as_line(element: HtmlElement) -> HtmlElement:
    line = deepcopy(element)
    line.tail = None
    return line


def _as_written(day: str, words: str) -> str:
    """The month alone where it was made the first of it: htmldate fills in what is not written."""
    year, month, first = day.split("-")
    if first != "01":
        return day
    ones = re.findall(r"(?<!\d)0?1(?!\d)", words)
    return day if len(ones) > (month == "01") else f"{year}-{month}"
