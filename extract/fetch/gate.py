"""Which machines may be asked: those of the open web, never this one or its neighbours unless somebody allows it.

Whatever the name, its IP addresses decide, and only those that were looked at are connected to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from socket import EAI_AGAIN, gaierror

from extract.fetch.settings import FetchSettings
from extract.fetch.trouble import RIGHT, Unreached

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def _networks(*written: str) -> tuple[Network, ...]:
    return tuple(ip_network(network) for network in written)


LOCAL: dict[str, tuple[Network, ...]] = {
    "this machine itself": _networks("127.0.0.0/8", "::1/128"),
    "a private address": _networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),
    "an address inside a provider's network": _networks("100.64.0.0/10"),
    "a link-local address": _networks("169.254.0.0/16", "fe80::/10"),
}
"""What one may allow, by what it is."""

MACHINERY = _networks(
    "100.100.100.200/32", "168.63.129.16/32", "169.254.169.254/32", "169.254.170.2/32", "169.254.170.23/32",
    "192.0.0.192/32", "fd00:ec2::23/128", "fd00:ec2::254/128", "fd20:ce::254/128",
)  # fmt: skip
"""Where rented machines find their own keys: never a page."""

NEVER = MACHINERY + _networks(
    "0.0.0.0/8", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
)  # fmt: skip
"""By the registries of special addresses: unspecified, for examples and measurements, for many receivers, reserved, and
the tunnels (Teredo, 6to4) behind which another address hides."""

UNICAST = IPv6Network("2000::/3")
"""All of IPv6 that is given out to the open web."""

TRANSLATED = IPv6Network("64:ff9b::/96")
"""Where networks that speak only IPv6 see the IPv4 web; its last 32 bits are the IPv4 address."""


class Gate:
    """Knows who may be asked."""

    def __init__(self, settings: FetchSettings, resolve: Callable[[str, int], list[str]]) -> None:
        self._settings = settings
        self._resolve = resolve

    def addresses(self, host: str, port: int) -> list[str]:
        """The IP addresses of a host, each of which may be asked.

        Raises Unreached where one may not, or the host is not known.
        """
        try:
            found = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise _unknown(host, passes=isinstance(error, gaierror) and error.errno == EAI_AGAIN) from error
        if not found:
            raise _unknown(host)
        self.check(found)
        return found

    def check(self, found: Iterable[str]) -> None:
        """Raises Unreached where one of the IP addresses may not be asked."""
        for written in found:
            address = told(ip_address(written))
            if _within(address, MACHINERY):
                raise _no_page(written)
            if _within(address, self._settings.allow):
                continue
            self._check_kind(address, written)

    def _check_kind(self, address: Address, written: str) -> None:
        if kind := next((kind for kind, networks in LOCAL.items() if _within(address, networks)), None):
            if not self._settings.allow_local:
                raise Unreached(f"leads to {kind} ({written})", "allow it with --allow-local if you mean it")
        elif _within(address, NEVER) or not is_given_out(address):
            raise _no_page(written)


def told(address: Address) -> Address:
    """The IPv4 address that an IPv6 address stands for, else itself."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    return IPv4Address(int(address) & 0xFFFF_FFFF) if address in TRANSLATED else address


def is_given_out(address: Address) -> bool:
    """Whether it can be somebody's on the open web at all."""
    return isinstance(address, IPv4Address) or address in UNICAST


def _unknown(host: str, *, passes: bool = False) -> Unreached:
    return Unreached(f"has a host that is not known ({host})", f"{RIGHT}, and whether you are online", passes=passes)


def _within(address: Address, networks: Iterable[Network]) -> bool:
    return any(address in network for network in networks)


def _no_page(written: str) -> Unreached:
    return Unreached(f"leads to an address that no page is at ({written})", RIGHT)
