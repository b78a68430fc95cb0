"""What a page says of itself beside its text: title, address, language, publisher, days."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin, urlsplit

from babel import localedata
from babel.core import get_global
from lxml.html import HtmlElement

from extract.read.web.linked_data import Node, article_nodes, text_of
from extract.read.web.page_dates import modified, published

CODE_LENGTH = 2
LANGUAGES = frozenset(name for name in localedata.locale_identifiers() if len(name) == CODE_LENGTH)
"""Two-letter codes that a page's own word is taken for; others are countries or slips."""

LONGEST_TITLE = 500
"""Characters; what is longer is a text in the wrong place."""

MOST_HEADLINES = 5
"""Of the highest rank: the first that is not the site's name is the article's."""

LEAST_HOST_NAME = 4
"""Letters of a site's name in a title that are looked for in its host: shorter ones lie in any."""

_BETWEEN = re.compile(r"\s+[|\u2013\u2014\u00b7\u00bb:-]{1,2}\s+|\s*\|\s*")
"""What stands between a title and the site's name."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself, None where it does not."""

    title: str | None
    publisher: str | None
    url: str | None
    date: str | None
    date_from: str | None
    language: str | None
    seen: str | None


def facts_of(tree: HtmlElement, fetched_from: str | None) -> Facts:
    """All that a page says; `fetched_from` is where it was found, if that is known."""
    nodes = article_nodes(tree)
    metas = _metas(tree)
    url = _address(tree, metas, fetched_from)
    publisher = _one_line(metas.get("og:site_name") or _publisher(nodes))
    date, date_from = published(tree, nodes, metas, url)
    return Facts(
        title=_title(tree, nodes, metas, (publisher, urlsplit(url).hostname if url else None)),
        publisher=publisher,
        url=url,
        date=date,
        date_from=date_from,
        language=language_code(tree.get("lang") or tree.get("xml:lang"))
        or language_code(metas.get("og:locale"))
        or language_code(metas.get("content-language")),
        seen=modified(nodes, metas),
    )


def web_address(raw: str | None, base: str | None = None) -> str | None:
    """An http or https address with a host, resolved against another; None where it is none."""
    try:
        url = urljoin(base or "", (raw or "").strip())
        parts = urlsplit(url)
        is_one = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", url)
    except ValueError:
        return None
    return url if is_one else None


def language_code(raw: str | None) -> str | None:
    """ISO 639-1's code in "el-GR", "el_GR" or "EL", None where there is none."""
    code = re.split(r"[-_,; ]", (raw or "").strip().lower())[0]
    if code in LANGUAGES:
        return code
    newer = str(get_global("language_aliases").get(code, "")).partition("_")[0]
    return newer if newer in LANGUAGES else None


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first content of each `<meta>`, by its name in small letters."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = (meta.get("content") or "").strip()
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := meta.get(key)):
                found.setdefault(name.strip().lower(), content)
    return found


def _address(tree: HtmlElement, metas: Mapping[str, str], fetched_from: str | None) -> str | None:
    base = tree.find(".//base[@href]")
    base_url = web_address(base.get("href") if base is not None else None, fetched_from) or fetched_from
    canonical = (
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    )
    told = (next(canonical, None), metas.get("og:url"))
    addresses = (web_address(each, base_url) for each in told if each)
    return next(filter(None, addresses), None) or web_address(fetched_from)


def _publisher(nodes: Sequence[Node]) -> str | None:
    return next(filter(None, (text_of(node.get("publisher")) for node in nodes)), None)


def _title(
    tree: HtmlElement, nodes: Sequence[Node], metas: Mapping[str, str], site: tuple[str | None, str | None]
) -> str | None:
    for title in _titles(tree, nodes, metas):
        one_line = _one_line(title)
        if one_line and len(one_line) <= LONGEST_TITLE and not _is_site(one_line, *site):
            return _without_site(one_line, *site)
    return None


def _titles(tree: HtmlElement, nodes: Sequence[Node], metas: Mapping[str, str]) -> Iterator[str | None]:
    yield from (text_of(node.get("headline")) for node in nodes)
    yield metas.get("og:title")
    yield from (heading.text_content() for heading in islice(tree.iter("h1"), MOST_HEADLINES))
    yield from (title.text_content() for title in tree.iterfind(".//head/title"))


def _one_line(text: str | None) -> str | None:
    """JSON-LD and metadata often hold entities that were written twice."""
    return " ".join(html.unescape(text).split()) or None if text else None


def _without_site(title: str, publisher: str | None, host: str | None) -> str:
    """The title without the site's name at its end, or at its beginning."""
    between = list(_BETWEEN.finditer(title))
    if between and _is_site(title[between[-1].end() :], publisher, host):
        return title[: between[-1].start()].strip()
    if between and _is_site(title[: between[0].start()], publisher, host):
        return title[between[0].end() :].strip()
    return title


def _is_site(words: str, publisher: str | None, host: str | None) -> bool:
    name = _letters(words)
    if not name or name == _letters(publisher or ""):
        return bool(name)
    return len(name) >= LEAST_HOST_NAME and name.removeprefix("the") in _letters(host or "")


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
