"""Asking until there is an answer: again where a server is busy, and further where a page has moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from httpx import URL

from extract.fetch.addresses import shown, step
from extract.fetch.exchange import Answer, Exchange, Question
from extract.fetch.outside import Outside
from extract.fetch.settings import FetchSettings
from extract.fetch.trouble import IN_BROWSER, RIGHT, Trouble, passes
from extract.fetch.turns import Turns

MOVED = frozenset({301, 302, 303, 307, 308})

Before = Callable[[Question], Question]
"""Looks at what is about to be asked and may add to it; raises Trouble where it may not be asked."""


class Asking:
    """Asks with patience."""

    def __init__(self, settings: FetchSettings, outside: Outside, turns: Turns) -> None:
        self._settings = settings
        self._outside = outside
        self._turns = turns
        self._exchange = Exchange(settings, outside)

    def follow(self, question: Question, before: Before) -> Answer:
        """The answer at the end of all redirects, each of which is looked at first. Raises Trouble."""
        been = [question.url]
        while len(been) <= self._settings.most_redirects + 1:
            answer, target = self._one_step(replace(question, url=been[-1]), before, been[0])
            if target is None:
                return answer
            if target in been:
                raise Trouble("leads in a circle", IN_BROWSER)
            been.append(target)
        raise Trouble(f"leads on more than {self._settings.most_redirects} times", IN_BROWSER)

    def _one_step(self, question: Question, before: Before, first: URL) -> tuple[Answer, URL | None]:
        try:
            answer = self._ask(before(question))
            return answer, _target(answer)
        except Trouble as trouble:
            if question.url == first:
                raise
            raise trouble.behind(shown(str(question.url))) from trouble

    def _ask(self, question: Question) -> Answer:
        """The answer to the first try that has one, or to the last. Raises Trouble where that has none."""
        host = question.url.raw_host.decode()
        self._turns.check(host)
        for number in range(self._settings.tries):
            outcome = self._once(host, question)
            if isinstance(outcome, Answer) and not passes(outcome.status):
                self._turns.ended(host, well=True)
                return outcome
            wait = self._wait(outcome, number)
            if wait > self._settings.longest_wait:
                self._turns.close(host, f"wants to be left alone for {wait:,.0f} seconds")
                break
            self._turns.rest(host, wait)
        self._turns.ended(host, well=False)
        if isinstance(outcome, Trouble):
            raise outcome
        return outcome

    def _once(self, host: str, question: Question) -> Answer | Trouble:
        try:
            with self._turns.turn(host):
                return self._exchange.ask(question)
        except Trouble as trouble:
            if not trouble.passes:
                raise
            return trouble

    def _wait(self, outcome: Answer | Trouble, number: int) -> float:
        """Seconds before the next try."""
        own = self._settings.back_off * (1 << number)
        told = outcome.headers.get("retry-after", "") if isinstance(outcome, Answer) else ""
        return max(min(own, self._settings.longest_wait), seconds_told(told, self._outside.now()))


def seconds_told(written: str, now: datetime) -> float:
    """What a Retry-After header asks for, in either of its forms; zero where it is in none."""
    if written.isascii() and written.strip().isdigit():
        return float(written)
    try:
        when: datetime = parsedate_to_datetime(written)
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - now.timestamp()
    except (ValueError, OverflowError):
        return 0.0


def _target(answer: Answer) -> URL | None:
    if answer.status not in MOVED:
        return None
    if not (told := answer.headers.get("location", "").strip()):
        raise Trouble("leads on without saying where to", f"{RIGHT}, or {IN_BROWSER}")
    return step(answer.url, told)
