"""One request and its answer: whole, bounded in bytes and time, and without a trace of any other request.

Every request has a connection of its own. There are no cookies, no referrer and no passwords.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from ssl import SSLContext

import httpcore
import httpx
from httpx import URL, Headers

from extract.fetch.addresses import shown
from extract.fetch.gate import Gate
from extract.fetch.outside import Outside
from extract.fetch.settings import FetchSettings
from extract.fetch.trouble import IN_BROWSER, LATER, PROXY_SETTINGS, Trouble, Unreached
from extract.fetch.unpack import ASKED_FOR, bounded, joined, too_large, unpacked
from extract.fetch.wire import Deadline, Wire

ACCEPT = "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.9, */*;q=0.8"
PORTS = {"http": 80, "https": 443}

GOOD = frozenset({HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION})
"""Answers that hold a page; of all others only the head is read."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for."""

    url: URL
    most_bytes: int
    cut: bool = False
    """Whether what is beyond is cut off, rather than the whole refused."""
    headers: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    url: URL
    status: int
    headers: Headers
    body: bytes


class Exchange:
    """Asks, once."""

    def __init__(self, settings: FetchSettings, outside: Outside) -> None:
        self._settings = settings
        self._outside = outside
        self._gate = Gate(settings, outside.resolve)

    @cached_property
    def _trusted(self) -> SSLContext:
        return httpx.create_ssl_context()

    def ask(self, question: Question) -> Answer:
        """The answer, whatever its status. Raises Trouble where there is none."""
        deadline = Deadline(self._outside.clock, self._settings.seconds)
        try:
            with self._pool(question.url, deadline) as pool:
                return self._ask(question, pool)
        except httpcore.TimeoutException as error:
            raise deadline.passed() from error
        except (httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
            raise Trouble("broke off in the middle", LATER, passes=True) from error
        except httpcore.ProxyError as error:
            raise Unreached(f"is not let through by your proxy ({shown(str(error))})", PROXY_SETTINGS) from error
        except (httpcore.LocalProtocolError, httpcore.UnsupportedProtocol, OSError, ValueError) as error:
            raise Trouble("cannot be asked for", IN_BROWSER) from error

    def _ask(self, question: Question, pool: httpcore.ConnectionPool) -> Answer:
        url = question.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        with pool.stream("GET", target, headers=self._headers(question)) as response:
            headers = Headers(response.headers)
            body = _body(question, headers, response) if response.status in GOOD else b""
            return Answer(url, response.status, headers, body)

    def _headers(self, question: Question) -> list[tuple[bytes, bytes]]:
        told = {"User-Agent": self._settings.user_agent, "Accept": ACCEPT, "Accept-Encoding": ASKED_FOR}
        told |= {"Connection": "close", **(question.headers or {})}
        return [(b"Host", question.url.netloc), *Headers(told).raw]

    def _pool(self, url: URL, deadline: Deadline) -> httpcore.ConnectionPool:
        proxy = self._outside.proxy_for(url)
        if proxy is None:
            return httpcore.ConnectionPool(self._tls(url), network_backend=Wire(deadline, self._gate))
        self._check_before_proxy(url)
        return httpcore.ConnectionPool(self._tls(url), _proxy(proxy), network_backend=Wire(deadline, None))

    def _tls(self, url: URL) -> SSLContext | None:
        """Whom to trust; it takes a while to read, and is read only where it is needed."""
        return self._trusted if url.scheme == "https" else None

    def _check_before_proxy(self, url: URL) -> None:
        """A proxy looks names up by itself: what they lead to here is checked, what is not known here is left to it."""
        host = url.raw_host.decode()
        try:
            found = self._outside.resolve(host, url.port or PORTS[url.scheme])
        except (OSError, UnicodeError):
            return
        self._gate.check(found)


def _proxy(written: str) -> httpcore.Proxy:
    url = URL(written)
    if url.scheme not in PORTS:
        raise Unreached(f"cannot be had through a proxy of that kind ({url.scheme})", "set an http proxy, or none")
    told = (url.username, url.password) if url.userinfo else None
    port = url.port or PORTS[url.scheme]
    return httpcore.Proxy(httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=port, target=b"/"), told)


def _body(question: Question, headers: Headers, response: httpcore.Response) -> bytes:
    told = headers.get("content-length", "")
    if told.isdecimal() and int(told) > question.most_bytes and not question.cut:
        raise too_large(question.most_bytes)
    packed = response.iter_stream()
    if not question.cut:
        packed = bounded(packed, question.most_bytes)
    return joined(unpacked(packed, headers.get("content-encoding", "")), question.most_bytes, cut=question.cut)
