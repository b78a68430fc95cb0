"""Which addresses are fetched from: what is one, and to whose machines it leads."""

import ipaddress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.fetch.addresses import LONGEST, shown, step, web_address
from extract.fetch.gate import MACHINERY, TRANSLATED, Gate
from extract.fetch.outside import proxy_for, resolve
from extract.fetch.settings import FetchSettings
from extract.fetch.trouble import Trouble

OPEN = "93.184.215.14"


def gate(**settings):
    return Gate(FetchSettings(**settings), lambda host, port: [host])


def tried(action):
    try:
        return action()
    except Trouble as trouble:
        return trouble


def refused(address, **settings):
    trouble = tried(lambda: gate(**settings).check([str(address)]))
    return trouble.reason if trouble else None


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("http://example.org", "http://example.org/"),
        (" https://Example.ORG:443/A%2fb/../c?q=ä#x ", "https://example.org/c?q=%C3%A4"),
        ("http://example.org./", "http://example.org/"),
        ("http://example.org?q", "http://example.org/?q"),
        ("http://example.org:8080/a%2Fb", "http://example.org:8080/a%2Fb"),
        ("http://Νέα.example/", "http://xn--ixai8a.example/"),
        ("http://日本語。example/", "http://xn--wgv71a119e.example/"),
        ("http://[2606:2800::1]:80/", "http://[2606:2800::1]/"),
        ("http://a_b.example/", "http://a_b.example/"),
        ("http://1and1.example/", "http://1and1.example/"),
        ("http://localhost/", "http://localhost/"),
        ("http://example.org/#:~:text=quote", "http://example.org/"),
    ],
)
def test_one_form_of_an_address(written, form):
    assert str(web_address(written)) == form
    assert str(web_address(form)) == form


@pytest.mark.parametrize(
    "written",
    [
        "", "   ", "example.org", "www.example.org/a", "//example.org/", "/etc/passwd", "mailto:a@example.org",
        "file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "data:text/html,x", "gopher://example.org/",
        "http:", "http://", "http:///a", "http://:80/", "https:example.org", "http://?q", "http://exa mple.org/",
        "http://example.org:99999/", "http://example.org:0/", "http://example.org:x/", "http://[::1/", "http://[x]/",
        "http://[fe80::1%25eth0]/", "http://a..b/", "http://.a/", "http://-a.example/", "http://a%2eb/", "http://*.org/",
        "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://127.1/", "http://0177.0.0.1/",
        "http://127.0.0.01/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://example.1/", "http://0x/",
        "http://１２７.0.0.1/", "http://①.example/", "http://" + "a" * 64 + ".example/", "http://" + "a." * 130 + "org/",
        "http://example.org/\n/a", "http://example.org/\x00", "http://example.org/\t/a", "http://ex\u202eample.org/",
    ],
)  # fmt: skip
def test_what_is_no_address(written):
    with pytest.raises(Trouble, match="is no web address"):
        web_address(written)


@pytest.mark.parametrize(("size", "is_one"), [(LONGEST, True), (LONGEST + 1, False)])
def test_how_long_an_address_may_be(size, is_one):
    written = "http://example.org/".ljust(size, "a")
    assert isinstance(tried(lambda: web_address(written)), Trouble) is not is_one


@pytest.mark.parametrize(
    "written", ["http://me@example.org/", "http://me:secret@example.org/", "http://h\\@evil.example"]
)
def test_no_passwords_in_addresses(written):
    with pytest.raises(Trouble, match="holds a user name or password"):
        web_address(written)
    assert "secret" not in shown(written)


@given(st.text(max_size=40) | st.from_regex(r"https?://[!-~]{1,40}", fullmatch=True))
def test_an_address_in_its_form_stays_as_it_is(written):
    form = tried(lambda: web_address(written))
    if isinstance(form, Trouble):
        return
    assert web_address(str(form)) == form
    assert str(form).startswith(("http://", "https://"))
    assert form.host
    assert not form.userinfo


@given(st.text(max_size=60))
def test_a_page_leads_to_an_address_or_nowhere(target):
    led = tried(lambda: step(web_address("http://example.org/a/b?c"), target))
    if isinstance(led, Trouble):
        assert led.reason.startswith("leads to ")
        assert led.reason.isprintable()
    else:
        assert web_address(str(led)) == led


@pytest.mark.parametrize(
    ("address", "why"),
    [
        (OPEN, None), ("8.8.8.8", None), ("2606:4700::1111", None), ("::ffff:8.8.8.8", None), ("64:ff9b::808:808", None),
        ("9.255.255.255", None), ("11.0.0.0", None), ("172.15.255.255", None), ("172.32.0.0", None),
        ("100.63.255.255", None), ("100.128.0.0", None), ("223.255.255.255", None),
        ("127.0.0.1", "leads to this machine itself (127.0.0.1)"),
        ("127.255.255.255", "leads to this machine itself (127.255.255.255)"),
        ("::1", "leads to this machine itself (::1)"),
        ("::ffff:127.0.0.1", "leads to this machine itself (::ffff:127.0.0.1)"),
        ("64:ff9b::7f00:1", "leads to this machine itself (64:ff9b::7f00:1)"),
        ("10.0.0.1", "leads to a private address (10.0.0.1)"),
        ("172.16.0.0", "leads to a private address (172.16.0.0)"),
        ("172.31.255.255", "leads to a private address (172.31.255.255)"),
        ("192.168.1.1", "leads to a private address (192.168.1.1)"),
        ("fd12::1", "leads to a private address (fd12::1)"),
        ("::ffff:a00:1", "leads to a private address (::ffff:a00:1)"),
        ("100.64.0.1", "leads to an address inside a provider's network (100.64.0.1)"),
        ("169.254.1.1", "leads to a link-local address (169.254.1.1)"),
        ("fe80::1", "leads to a link-local address (fe80::1)"),
        ("fe80::1%eth0", "leads to a link-local address (fe80::1%eth0)"),
    ],
)  # fmt: skip
def test_whose_machine_it_is(address, why):
    assert refused(address) == why
    assert refused(address, allow_local=True) is None


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254", "169.254.170.2", "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2::254",
        "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe",
        "0.1.2.3", "::", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255", "ff02::1",
        "192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "192.88.99.1", "2001:db8::1", "3fff::1",
        "2002:7f00:1::", "2002:808:808::", "2001::1", "64:ff9b:1::808:808", "::127.0.0.1", "::8.8.8.8", "fec0::1",
        "100::1", "5f00::1", "4000::1",
    ],
)  # fmt: skip
def test_where_no_page_can_be(address):
    expected = f"leads to an address that no page is at ({address})"
    assert refused(address) == expected
    assert refused(address, allow_local=True) == expected


def test_the_address_that_stands_for_any_is_none():
    assert refused(ipaddress.IPv4Address(0), allow_local=True) == "leads to an address that no page is at (0.0.0.0)"


def test_networks_that_are_allowed():
    assert refused("10.1.2.3", allow=["10.1.0.0/16"]) is None
    assert refused("10.2.2.3", allow=["10.1.0.0/16"])
    assert refused("169.254.169.254", allow=["169.254.0.0/16"])


@given(st.ip_addresses(v=4))
@example(ipaddress.ip_address("192.88.99.1"))
def test_no_ipv4_address_that_is_not_of_the_open_web(address):
    of_the_web = address.is_global and not address.is_multicast
    if not of_the_web:
        assert refused(address)
    elif refused(address):
        relay = ipaddress.ip_network("192.88.99.0/24")
        assert address in relay or any(address in network for network in MACHINERY) or address.packed[:3] == b"\xc0\0\0"


@given(st.ip_addresses(v=6))
@example(ipaddress.ip_address("2001:4860::1"))
def test_no_ipv6_address_that_is_not_of_the_open_web(address):
    special = address.is_private or address.is_reserved or address.is_multicast or address.is_link_local
    hidden = address.sixtofour or address.teredo
    if (special or hidden or not address.is_global) and address not in TRANSLATED:
        assert refused(address) or (address.ipv4_mapped and address.ipv4_mapped.is_global)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_in_other_clothes_is_the_same(address):
    mapped = ipaddress.IPv6Address((0xFFFF << 32) | int(address))
    translated = ipaddress.IPv6Address(int(TRANSLATED.network_address) | int(address))
    assert bool(refused(address)) == bool(refused(mapped)) == bool(refused(translated))


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "127.1", "localhost"])
def test_whatever_the_name_the_address_decides(host):
    asked = Gate(FetchSettings(), resolve)
    with pytest.raises(Trouble):
        asked.addresses(host, 80)


def test_all_of_a_hosts_addresses_are_given():
    assert Gate(FetchSettings(), lambda host, port: [OPEN, "2606:4700::1"]).addresses("x", 80) == [OPEN, "2606:4700::1"]


@pytest.mark.parametrize(
    ("environment", "address", "proxy"),
    [
        ({}, "https://example.org/", None),
        ({"https_proxy": "http://proxy:3128"}, "https://example.org/", "http://proxy:3128"),
        ({"https_proxy": "proxy:3128"}, "https://example.org/", "http://proxy:3128"),
        ({"https_proxy": "http://proxy:3128"}, "http://example.org/", None),
        ({"all_proxy": "http://proxy:1"}, "http://example.org/", "http://proxy:1"),
        ({"http_proxy": "http://proxy:1", "no_proxy": "example.org"}, "http://www.example.org/", None),
    ],
)
def test_proxies_of_the_environment(monkeypatch, environment, address, proxy):
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(web_address(address)) == proxy
