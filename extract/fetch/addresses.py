"""What is a web address, and its one way of writing."""

from __future__ import annotations

import ipaddress
import re

from httpx import URL, InvalidURL

from extract.fetch.trouble import RIGHT, Trouble

LONGEST = 8_000
"""Characters of an address: servers take no more."""

LONGEST_SHOWN = 200
"""Characters of what is no address, in a message about it."""

LONGEST_HOST = 253
"""Characters of a host's name, by the standard of names."""

SCHEMES = frozenset({"http", "https"})
_LABEL = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_NAME = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_ENDS_IN_A_NUMBER = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|[0-9]+)")


def web_address(written: str) -> URL:
    """The address in its one form: small letters, international names in ASCII, no fragment.

    Raises Trouble for what is no address of the web, or names a user or password.
    """
    text = written.strip()
    if len(text) > LONGEST:
        raise _no_address(f"it has more than {LONGEST:,} characters")
    try:
        url = URL(text)
    except (InvalidURL, ValueError) as error:
        raise _no_address("it cannot be taken apart") from error
    return _checked(url)


def step(url: URL, target: str) -> URL:
    """The address that a page at `url` leads on to. Raises Trouble where that is none."""
    try:
        return web_address(str(url.join(target)))
    except (InvalidURL, ValueError) as error:
        raise _leads_astray(target) from error
    except Trouble as trouble:
        raise _leads_astray(target, trouble) from trouble


def shown(written: str) -> str:
    """What somebody wrote as an address, fit for a message: in one line, not too long, without a password."""
    line = "".join(letter if letter.isprintable() else "\ufffd" for letter in written.strip())
    without = re.sub(r"(?<=//)[^/?#]*@", "", line)
    return without if len(without) <= LONGEST_SHOWN else f"{without[:LONGEST_SHOWN]}…"


def _checked(url: URL) -> URL:
    if url.scheme not in SCHEMES:
        raise _no_address("only http:// and https:// are fetched")
    if url.userinfo:
        raise Trouble("holds a user name or password", "take it out; " + "save pages that need one from your browser")
    host = url.raw_host.decode("ascii").removesuffix(".")
    if not _is_host(host):
        raise _no_address("its host has no name that can be looked up")
    if url.port is not None and not 0 < url.port < 1 << 16:
        raise _no_address("its port does not exist")
    return url.copy_with(host=host, raw_path=url.raw_path, fragment=None)


def _is_host(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        # 0x7f.1 and 2130706433 are odd ways to write 127.0.0.1, in which nobody writes who means well.
        is_name = len(host) <= LONGEST_HOST and bool(_NAME.fullmatch(host))
        return is_name and not _ENDS_IN_A_NUMBER.fullmatch(host)
    return "%" not in host


def _no_address(why: str) -> Trouble:
    return Trouble(f"is no web address ({why})", RIGHT)


def _leads_astray(target: str, trouble: Trouble | None = None) -> Trouble:
    reason = trouble.reason if trouble else "is no web address"
    return Trouble(f"leads to {shown(target)}, which {reason}", RIGHT)
