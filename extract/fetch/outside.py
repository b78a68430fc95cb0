"""All that fetching takes from the world around it: names, proxies, time."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Event
from urllib.request import getproxies, proxy_bypass

from httpx import URL


def resolve(host: str, port: int) -> list[str]:
    """All IP addresses of a host, the best first. Raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def proxy_for(address: URL) -> str | None:
    """The proxy that the user's system sets for an address (HTTPS_PROXY, NO_PROXY), None where it sets none."""
    host = address.raw_host.decode()
    if proxy_bypass(host):
        return None
    proxies = getproxies()
    proxy = proxies.get(address.scheme) or proxies.get("all")
    return proxy if proxy is None or "://" in proxy else f"http://{proxy}"


def now() -> datetime:
    """The instant of fetching."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Outside:
    """The world, or what a test puts in its place."""

    resolve: Callable[[str, int], list[str]] = resolve
    proxy_for: Callable[[URL], str | None] = proxy_for
    now: Callable[[], datetime] = now
    clock: Callable[[], float] = time.monotonic
    """Seconds from any start."""
    pause: Callable[[Event, float], object] = Event.wait
    """Waits so many seconds, or until the event is set."""


OUTSIDE = Outside()
"""The world itself."""
