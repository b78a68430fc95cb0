"""What a site allows to programs, by its robots.txt (RFC 9309): asked for once a run, and heeded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock

from httpx import URL
from protego import Protego

from extract.fetch.asking import Asking
from extract.fetch.exchange import Answer, Question
from extract.fetch.settings import FetchSettings
from extract.fetch.trouble import IN_BROWSER, LATER, Trouble, Unreached, passes, trouble_of
from extract.fetch.turns import Turns

MOST_BYTES = 512_000
"""Of a robots.txt: the standard asks to read 500 KiB; what comes behind is passed over."""

LONGEST_RATE = 86_400
"""Seconds that a rate may be told for; it is cut to far less anyway."""

_AGENT = re.compile(r"(\s*user(?:-|\s*)agent\s*[:\s]\s*)([^#]*)", re.IGNORECASE)


@dataclass(slots=True)
class _Site:
    lock: Lock = field(default_factory=Lock)
    rules: Protego | Trouble | None = None


class Robots:
    """The rules of all sites of a run."""

    def __init__(self, settings: FetchSettings, asking: Asking, turns: Turns) -> None:
        self._settings = settings
        self._asking = asking
        self._turns = turns
        self._name = settings.user_agent.partition("/")[0]
        self._lock = Lock()
        self._sites: dict[URL, _Site] = {}

    def check(self, url: URL) -> None:
        """Raises Trouble where a page may not be asked for, or its site's rules cannot be had."""
        rules = self._rules(url.copy_with(raw_path=b"/robots.txt"))
        if isinstance(rules, Trouble):
            raise Trouble(rules.reason, rules.remedy) from rules
        if not rules.can_fetch(str(url), self._name):
            raise Trouble("forbids robots there (robots.txt)", IN_BROWSER)

    def _rules(self, where: URL) -> Protego | Trouble:
        with self._lock:
            site = self._sites.setdefault(where, _Site())
        with site.lock:
            if site.rules is None:
                site.rules = self._ask(where)
            return site.rules

    def _ask(self, where: URL) -> Protego | Trouble:
        try:
            answer = self._asking.follow(Question(where, MOST_BYTES, cut=True), lambda question: question)
        except Unreached as trouble:
            return trouble
        except Trouble as trouble:
            return _not_had(trouble)
        if passes(answer.status):
            return _not_had(trouble_of(answer.status))
        rules = Protego.parse(for_us(_text(answer), self._name))
        self._turns.slow(where.raw_host.decode(), self._pause(rules))
        return rules

    def _pause(self, rules: Protego) -> float:
        rate = rules.request_rate(self._name)
        told = max(
            rules.crawl_delay(self._name) or 0.0, min(rate.seconds, LONGEST_RATE) / rate.requests if rate else 0.0
        )
        return min(told, self._settings.longest_crawl_delay)


def for_us(text: str, name: str) -> str:
    """The same rules, in which all robots whose name cannot mean us have one name: rules for ten thousand robots would
    otherwise be kept ten thousand times."""
    return "\n".join(_renamed(line, name.lower()) for line in text.splitlines())


def _renamed(line: str, name: str) -> str:
    if not (found := _AGENT.match(line)):
        return line
    told = found[2].strip()
    bare = told.replace("*", "").lower()
    return found[1] + (told if told == "*" else bare if bare and bare in name else "another")


def _not_had(trouble: Trouble) -> Trouble:
    reason = f"belongs to a site whose robots.txt cannot be had (it {trouble.reason})"
    return Trouble(reason, f"{LATER}, or {IN_BROWSER}")


def _text(answer: Answer) -> str:
    """Its rules; where there is no such file, everything is allowed."""
    return answer.body.decode("utf-8-sig", errors="replace") if answer.status == HTTPStatus.OK else ""
