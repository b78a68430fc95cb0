"""Connections to addresses that were looked at, with one time limit over all that goes through them."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable

import httpcore

from extract.fetch.gate import Gate
from extract.fetch.trouble import IN_BROWSER, LATER, PROXY_SETTINGS, RIGHT, Trouble, Unreached

CONNECT_SECONDS = 10.0
"""For one of a host's addresses: who has not answered by then is down, and the next one may be up."""


class Deadline:
    """When a request must be over, however little its server sends at a time."""

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._end = clock() + seconds

    def left(self, most: float | None = None) -> float:
        """Seconds, so many at most. Raises Trouble where there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise self.passed()
        return left if most is None else min(left, most)

    def passed(self) -> Trouble:
        """What to say of it then."""
        return Trouble(f"took longer than {self._seconds:g} seconds", f"{LATER}, or {IN_BROWSER}", passes=True)


class Wire(httpcore.NetworkBackend):
    """Connects for one request. Names are looked up here and nowhere else, so that no second answer can slip in."""

    def __init__(self, deadline: Deadline, gate: Gate | None) -> None:
        self._deadline = deadline
        self._gate = gate
        """None on the way to a proxy, which its user has chosen."""
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that takes it. Raises Unreached."""
        found = self._gate.addresses(host, port) if self._gate else [host]
        troubles = []
        for address in found:
            seconds = self._deadline.left(timeout or CONNECT_SECONDS)
            try:
                stream = self._sockets.connect_tcp(address, port, seconds, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                troubles.append(_not_reached(error))
            else:
                return Timed(stream, self._deadline)
        raise (
            troubles[0] if self._gate else Unreached(f"is not let through: no proxy answers at {host}", PROXY_SETTINGS)
        )


class Timed(httpcore.NetworkStream):
    """A connection that ends at a deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Some bytes, none at the end."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends them all."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Hangs up."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same, ciphered, with whoever proves to be that host. Raises Unreached where nobody does."""
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        except Trouble:
            self.close()
            raise
        except httpcore.ConnectError as error:
            raise _not_trusted(error) from error
        return Timed(stream, self._deadline)

    def get_extra_info(self, info: str) -> object:
        """What is known of the connection."""
        return self._stream.get_extra_info(info)


def _not_reached(error: Exception) -> Unreached:
    if isinstance(error, httpcore.ConnectTimeout):
        return Unreached("did not answer", f"{LATER}, or {RIGHT}", passes=True)
    if isinstance(error.__cause__, ConnectionRefusedError):
        return Unreached("refused the connection", f"{RIGHT}, or {LATER}", passes=True)
    return Unreached(f"cannot be reached ({_strerror(error)})", f"see whether you are online, or {LATER}", passes=True)


def _not_trusted(error: Exception) -> Unreached:
    cause = error.__cause__
    if isinstance(cause, ssl.SSLCertVerificationError):
        reason = f"has a certificate that cannot be trusted ({cause.verify_message})"
        return Unreached(reason, f"{RIGHT}, then {IN_BROWSER}")
    if isinstance(cause, ssl.SSLError):
        return Unreached("does not speak https as it should", f"{RIGHT}: it may begin with http://")
    return Unreached(f"broke off before it proved who it is ({_strerror(error)})", LATER, passes=True)


def _strerror(error: Exception) -> str:
    cause = error.__cause__
    return (cause.strerror if isinstance(cause, OSError) else None) or "no reason given"
