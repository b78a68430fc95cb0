"""One page: allowed by its site, as new as its server has it, and in the cache afterwards."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

from httpx import URL

from extract.fetch.addresses import shown
from extract.fetch.asking import Asking, Before
from extract.fetch.cache import Cache, Page
from extract.fetch.exchange import GOOD, Answer, Question
from extract.fetch.outside import Outside
from extract.fetch.robots import Robots
from extract.fetch.settings import FetchSettings
from extract.fetch.trouble import trouble_of
from extract.fetch.turns import Turns

NOT_MODIFIED = 304

LONGEST_VALIDATOR = 1_000
"""Characters of what a server gives to recognise a version by; it is sent back to it every time."""


class Visits:
    """All visits of one run."""

    def __init__(self, settings: FetchSettings, cache: Cache, outside: Outside, stop: Event) -> None:
        turns = Turns(settings, outside, stop)
        self._settings = settings
        self._cache = cache
        self._outside = outside
        self._asking = Asking(settings, outside, turns)
        self._robots = Robots(settings, self._asking, turns)

    def visit(self, url: URL) -> None:
        """Sees to it that the cache holds the page. Raises Trouble where it cannot be had."""
        kept = self._cache.get(str(url))
        known = kept[0] if kept else None
        answer = self._asking.follow(Question(url, self._settings.most_bytes), self._before(known))
        if answer.status == NOT_MODIFIED and _conditions(known, answer.url):
            return
        if answer.status not in GOOD:
            trouble = trouble_of(answer.status)
            raise trouble if answer.url == url else trouble.behind(shown(str(answer.url)))
        self._cache.keep(self._page(url, answer), answer.body)

    def _before(self, known: Page | None) -> Before:
        def before(question: Question) -> Question:
            self._robots.check(question.url)
            return replace(question, headers=_conditions(known, question.url))

        return before

    def _page(self, asked: URL, answer: Answer) -> Page:
        return Page(
            address=str(asked),
            url=str(answer.url),
            seen=self._outside.now().isoformat(timespec="seconds"),
            media_type=answer.headers.get("content-type"),
            etag=_validator(answer, "etag"),
            last_modified=_validator(answer, "last-modified"),
        )


def _conditions(known: Page | None, url: URL) -> dict[str, str]:
    """Asks for the page only if it is another than the one that was had from that very address."""
    if known is None or known.url != str(url):
        return {}
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in told.items() if value}


def _validator(answer: Answer, name: str) -> str | None:
    value = answer.headers.get(name, "")
    return value if value.isascii() and value.isprintable() and 0 < len(value) <= LONGEST_VALIDATOR else None
