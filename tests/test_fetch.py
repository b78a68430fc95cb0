"""Fetching pages, from servers on this machine: what comes, what is refused, and how politely it is asked for."""

import socket
import threading
import zlib
from itertools import count

import pytest

from extract.errors import Unreadable
from extract.fetch.cache import Cache
from extract.fetch.polite import fetch
from extract.read.pieces import Piece
from tests.making.sites import HERE, SETTINGS, InTurn, Reply, Site, World, moved, packed

PAGE = "<p>Άνοιξε ξανά το λιμάνι</p>".encode()


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def run(cache, addresses, world=None, settings=SETTINGS, **outside):
    return list(fetch(addresses, settings, cache, (world or World()).outside(**outside)))


def told(found):
    assert isinstance(found, Unreadable), found
    return f"{found.reason}: {found.remedy}"


def reason(cache, address, world=None, settings=SETTINGS, **outside):
    return told(run(cache, [address], world, settings, **outside)[0])


def test_a_page_comes_with_all_that_is_known_of_it(cache):
    with Site({"/a?q=1": Reply(PAGE)}) as site:
        [piece] = run(cache, [f" HTTP://Site.Example:{site.port}/a?q=1#there "])
        assert piece == Piece(
            site.at("/a?q=1"),
            PAGE,
            seen="2025-06-10T12:00:00+00:00",
            url=site.at("/a?q=1"),
            media_type="text/html; charset=utf-8",
        )
        headers = site.asked[-1][2]
    assert headers["Host"] == f"site.example:{site.port}"
    assert headers["User-Agent"] == SETTINGS.user_agent
    assert not {"Cookie", "Referer", "Authorization"} & headers.keys()


def test_every_page_comes_once_in_the_order_of_the_addresses(cache):
    names = [f"{letter}.example" for letter in "dcbadcba"]
    with Site({f"/{number}": Reply(b"%d" % number) for number in range(8)}) as site:
        asked = [site.at(f"/{number}", name) for number, name in enumerate(names)]
        found = run(cache, [*asked, "nonsense", asked[3]])
    assert [one.location for one in found] == [*asked, "nonsense"]
    assert [one.content for one in found[:-1]] == [b"%d" % number for number in range(8)]
    assert told(found[-1]).startswith("is no web address")


def test_a_page_that_has_not_changed_is_not_sent_again(cache):
    def page(asked):
        known = asked.headers["If-None-Match"] == '"v1"' and asked.headers["If-Modified-Since"] == "yesterday"
        Reply(b"" if known else PAGE, 304 if known else 200, {"ETag": '"v1"', "Last-Modified": "yesterday"})(asked)
        answers.append(304 if known else 200)

    answers = []
    with Site({"/": page}) as site:
        first, second = run(cache, [site.at("")])[0], run(Cache(cache.folder), [site.at("")])[0]
    assert answers == [200, 304]
    assert first == second


def test_a_page_that_has_changed_comes_anew(cache):
    with Site({"/": InTurn(Reply(b"old", headers={"ETag": '"1"'}), Reply(b"new"))}) as site:
        assert [run(cache, [site.at("/")])[0].content for _ in range(2)] == [b"old", b"new"]


def test_only_the_address_that_gave_a_version_is_asked_about_it(cache):
    with Site({"/a": moved("/b"), "/b": Reply(PAGE, headers={"ETag": '"1"'})}) as site:
        run(cache, [site.at("/a")])
        run(cache, [site.at("/a")])
        conditions = [(path, headers.get("If-None-Match")) for _, path, headers in site.asked if path != "/robots.txt"]
    assert conditions == [("/a", None), ("/b", None), ("/a", None), ("/b", '"1"')]


def test_cookies_are_not_kept(cache):
    with Site({"/a": Reply(PAGE, headers={"Set-Cookie": "who=me"}), "/b": Reply(PAGE)}) as site:
        run(cache, [site.at("/a"), site.at("/b")])
        assert not any("Cookie" in headers for *_, headers in site.asked)


def test_packed_pages(cache):
    raw = zlib.compress(PAGE)[2:-4]
    pages = {
        "/gzip": packed(PAGE),
        "/twice": Reply(packed(PAGE).body * 2, headers={"Content-Encoding": "gzip"}),
        "/deflate": Reply(zlib.compress(PAGE), headers={"Content-Encoding": "deflate"}),
        "/raw": Reply(raw, headers={"Content-Encoding": "deflate"}),
        "/none": Reply(PAGE, headers={"Content-Encoding": "identity"}),
    }
    with Site(pages) as site:
        found = run(cache, [site.at(path) for path in pages])
    assert [one.content for one in found] == [PAGE, PAGE * 2, PAGE, PAGE, PAGE]


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (Reply(b"x", 404), "answered 404 (not found): see whether the address is right"),
        (Reply(b"x", 410), "answered 410 (gone): see whether the address is right"),
        (Reply(b"x", 403), "answered 403 (forbidden): open it in your browser and save the page"),
        (Reply(b"x", 503), "answered 503 (service unavailable): try again later"),
        (Reply(b"x", 299), "answered 299: open it in your browser and save the page"),
        (Reply(b"", 304), "answered 304 (not modified): open it in your browser and save the page"),
        (Reply(b"x", 302), "leads on without saying where to: see whether the address is right, or open it in your"
            " browser and save the page"),
        (Reply(b"x" * 2000), "is larger than 1,000 bytes: save it from your browser and name the file"),
        (packed(b"x" * 2000), "is larger than 1,000 bytes: save it from your browser and name the file"),
        (Reply(packed(b"").body * 100, headers={"Content-Encoding": "gzip"}), "is larger than 1,000 bytes: save it from"
            " your browser and name the file"),
        (Reply(b"x", headers={"Content-Encoding": "br"}), "came packed in a way that was not asked for: open it in your"
            " browser and save the page"),
        (Reply(b"xxxx", headers={"Content-Encoding": "gzip"}), "came packed and damaged: try again later"),
        (Reply(packed(PAGE).body[:-9], headers={"Content-Encoding": "gzip"}), "broke off in the middle: try again later"),
        (Reply(b"xxxx", length=40, headers={"Connection": "close"}), "broke off in the middle: try again later"),
        (lambda asked: asked.wfile.write(b"220 mail.example ESMTP\r\n\r\n"), "broke off in the middle: try again later"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_page_that_cannot_be_had(cache, reply, expected):
    def last(asked):
        reply(asked)
        asked.close_connection = True

    with Site({"/": last}) as site:
        assert reason(cache, site.at("/"), settings=SETTINGS.model_copy(update={"most_bytes": 1000})) == expected


@pytest.mark.parametrize("size", [1000, 1001])
def test_a_page_may_be_as_large_as_the_limit(cache, size):
    with Site({"/": Reply(b"x" * size), "/packed": packed(b"x" * size)}) as site:
        settings = SETTINGS.model_copy(update={"most_bytes": 1000})
        found = run(cache, [site.at("/"), site.at("/packed")], settings=settings)
    assert [isinstance(one, Piece) for one in found] == [size == 1000] * 2


def test_a_page_without_end_is_cut_off(cache):
    def endless(asked):
        asked.send_response(200)
        asked.end_headers()
        for number in count():
            asked.wfile.write(b"x" * 10_000)
            sent.append(number)

    sent = []
    settings = SETTINGS.model_copy(update={"most_bytes": 100_000})
    with Site({"/": endless}) as site:
        assert reason(cache, site.at("/"), settings=settings).startswith("is larger than 100,000 bytes")
    assert len(sent) < 10_000


def test_a_bomb_is_not_unpacked(cache):
    with Site({"/": packed(bytes(30_000_000))}) as site:
        settings = SETTINGS.model_copy(update={"most_bytes": 100_000})
        assert reason(cache, site.at("/"), settings=settings).startswith("is larger than 100,000 bytes")


def test_a_silent_server_is_not_waited_for(cache):
    settings = SETTINGS.model_copy(update={"seconds": 0.2, "tries": 1})
    with Site({"/": lambda asked: site.closing.wait()}) as site:
        assert reason(cache, site.at("/"), settings=settings) == (
            "took longer than 0.2 seconds: try again later, or open it in your browser and save the page"
        )


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_sends_a_byte_at_a_time_is_not_waited_for(cache, start):
    def drip(asked):
        asked.wfile.write(start)
        while True:
            asked.wfile.write(b"x")

    settings = SETTINGS.model_copy(update={"tries": 1, "most_bytes": 10**9, "seconds": 20})
    ticks = count()
    with Site({"/": drip}) as site:
        said = reason(cache, site.at("/"), settings=settings, clock=lambda: float(next(ticks)))
    assert said.startswith(("took longer than 20 seconds", "broke off in the middle"))
    assert "took" in said or start.endswith(b"X: ")  # a head may also be too long before it is too slow


def test_redirects_are_followed(cache):
    pages = {
        "one.example/a": moved("/b?x=1", 301),
        "one.example/b?x=1": moved("//two.example:{port}/c"),
        "two.example/c": moved("d#part", 308),
        "two.example/d": Reply(PAGE),
    }
    with Site(pages) as site:
        pages["one.example/b?x=1"].headers["Location"] = f"//two.example:{site.port}/c"
        [piece] = run(cache, [site.at("/a", "one.example")])
    assert (piece.location, piece.url) == (site.at("/a", "one.example"), site.at("/d", "two.example"))
    assert piece.content == PAGE


def test_as_many_redirects_as_allowed_and_no_more(cache):
    with Site({f"/{number}": moved(f"/{number + 1}") for number in range(9)} | {"/9": Reply(PAGE)}) as site:
        found = run(cache, [site.at("/4"), site.at("/3")])
        assert told(found[1]) == "leads on more than 5 times: open it in your browser and save the page"
    assert found[0].content == PAGE


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/", "leads in a circle"),
        ("/gone", "leads to http://site.example:PORT/gone, which answered 404 (not found)"),
        ("http://169.254.169.254/latest", "leads to http://169.254.169.254/latest, which leads to an address that no"),
        ("http://10.0.0.1/", "leads to http://10.0.0.1/, which leads to a private address (10.0.0.1)"),
        ("http://inside.example/", "leads to http://inside.example/, which leads to a private address (10.1.2.3): allow"
            " it with --allow-local if you mean it"),
        ("http://127.0.0.2/", "leads to http://127.0.0.2/, which leads to this machine itself (127.0.0.2)"),
        ("http://0x7f.1/", "leads to http://0x7f.1/, which is no web address"),
        ("file:///etc/passwd", "leads to file:///etc/passwd, which is no web address"),
        ("ftp://site.example/a", "leads to ftp://site.example/a, which is no web address"),
        ("javascript:alert(1)", "leads to javascript:alert(1), which is no web address"),
        ("http://me:secret@site.example/", "leads to http://site.example/, which holds a user name or password"),
        ("http://[broken/", "leads to http://[broken/, which is no web address"),
    ],
)  # fmt: skip
def test_where_no_redirect_is_followed_to(cache, target, expected):
    with Site({"/": moved(target)}) as site:
        said = reason(cache, site.at("/"), World({"inside.example": ["10.1.2.3"]}))
        assert said.startswith(expected.replace("PORT", str(site.port)))
        assert site.paths() == (["/", "/gone"] if target == "/gone" else ["/"])


def test_a_name_is_looked_up_once_for_each_connection_and_looked_at_each_time(cache):
    """Whoever answers first with a harmless address and then with one of this network gets no second page."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    with Site({"/a": Reply(PAGE), "/b": Reply(PAGE)}) as site:
        found = run(cache, [site.at("/a"), site.at("/b")], resolve=lambda host, port: next(answers))
        assert site.paths() == ["/a"]
    assert isinstance(found[0], Piece)
    assert told(found[1]).startswith("leads to a private address (10.0.0.1)")


@pytest.mark.parametrize("found", [["127.0.0.1", "10.0.0.1"], ["10.0.0.1", "127.0.0.1"]])
def test_one_address_of_a_host_that_may_not_be_asked_is_enough(cache, found):
    with Site({"/": Reply(PAGE)}) as site:
        assert "private" in reason(cache, site.at("/"), World({"site.example": found}))
        assert not site.asked


def test_the_next_address_of_a_host_is_tried(cache):
    settings = SETTINGS.model_copy(update={"allow_local": True})
    with Site({"/": Reply(PAGE)}) as site:
        [piece] = run(cache, [site.at("/")], World({"site.example": ["127.0.0.9", "127.0.0.1"]}), settings)
    assert piece.content == PAGE


def test_local_addresses_are_had_by_whoever_allows_them(cache):
    with Site({"/": Reply(PAGE)}) as site:
        address = f"http://127.0.0.1:{site.port}/"
        refused = reason(cache, address, settings=SETTINGS.model_copy(update={"allow": ()}))
        allowed = run(cache, [address], settings=SETTINGS.model_copy(update={"allow": (), "allow_local": True}))
    assert refused == "leads to this machine itself (127.0.0.1): allow it with --allow-local if you mean it"
    assert allowed[0].content == PAGE


def test_hosts_that_cannot_be_reached(cache):
    with Site({}) as site:
        closed = site.at("/")
    found = run(cache, [closed, "http://no.such.name/", "http://none.example/"], World({"none.example": []}))
    assert [told(one) for one in found] == [
        "refused the connection: see whether the address is right, or try again later",
        "has a host that is not known (no.such.name): see whether the address is right, and whether you are online",
        "has a host that is not known (none.example): see whether the address is right, and whether you are online",
    ]


def test_https_is_asked_of_the_name_and_not_trusted_without_proof(cache):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        heard = []

        def answer():
            connection, _ = listening.accept()
            with connection:
                heard.append(connection.recv(4096))
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        said = reason(cache, f"https://site.example:{listening.getsockname()[1]}/")
        thread.join()
    assert b"site.example" in heard[0]  # the name is told, though the connection went to an IP address
    assert said == "does not speak https as it should: see whether the address is right: it may begin with http://"


def test_a_proxy_is_used_where_one_is_set(cache):
    pages = {"proxied.example/robots.txt": Reply(b""), "http://proxied.example/a": Reply(PAGE)}
    with Site(pages) as proxy:

        def proxy_for(url):
            return f"http://me:secret@127.0.0.1:{proxy.port}"

        [piece] = run(cache, ["http://proxied.example/a"], proxy_for=proxy_for)
        unknown = run(cache, ["http://only.the.proxy.knows/"], proxy_for=proxy_for)
        inside = run(cache, ["http://10.0.0.1/"], proxy_for=proxy_for)
        secure = run(cache, ["https://proxied.example/"], proxy_for=proxy_for)
        assert proxy.asked[0][2]["Proxy-Authorization"].startswith("Basic ")
        assert not any("10.0.0.1" in path for _, path, _ in proxy.asked)
    assert piece.content == PAGE
    assert told(unknown[0]).startswith("answered 404")
    assert told(inside[0]).startswith("leads to a private address")
    assert told(secure[0]).startswith("is not let through by your proxy (501 ")
    [socks] = run(cache, ["http://proxied.example/b"], proxy_for=lambda url: "socks5://127.0.0.1:1")
    assert told(socks).startswith("cannot be had through a proxy of that kind (socks5)")


def test_a_proxy_that_does_not_answer_is_named(cache):
    with Site({}) as proxy:
        closed = f"http://127.0.0.1:{proxy.port}"
    [found] = run(cache, ["http://proxied.example/"], proxy_for=lambda url: closed)
    assert told(found) == (
        "is not let through: no proxy answers at 127.0.0.1: see the proxy in your network's settings"
    )


def test_a_server_that_says_unasked_that_nothing_is_new_is_not_believed(cache):
    with Site({"/a": InTurn(Reply(PAGE, headers={"ETag": '"1"'}), moved("/b")), "/b": Reply(b"", 304)}) as site:
        found = [run(cache, [site.at("/a")])[0] for _ in range(2)]
    assert found[0].content == PAGE
    assert told(found[1]).startswith(f"leads to {site.at('/b')}, which answered 304")


def test_what_was_fetched_stays_though_the_run_was_broken_off(cache):
    with Site({"/a": Reply(PAGE), "/b": lambda asked: site.closing.wait()}) as site:
        pages = fetch([site.at("/a"), site.at("/b")], SETTINGS, cache, World().outside())
        first = next(pages)
        pages.close()
    assert cache.get(site.at("/a"))[1] == first.content == PAGE


def test_a_cache_that_cannot_be_written_to_is_named(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with Site({"/": Reply(PAGE)}) as site:
        said = reason(Cache(tmp_path / "file"), site.at("/"))
    assert said == f"cannot be kept in {tmp_path / 'file'} (File exists): make room there, or name another folder"


def test_a_fault_of_the_program_is_not_hidden(cache):
    def resolve(host, port):
        raise KeyError(host)

    with pytest.raises(KeyError):
        run(cache, ["http://site.example/"], resolve=resolve)


def test_the_settings_of_the_tests_allow_this_machine_alone():
    assert SETTINGS.allow == HERE
    assert not SETTINGS.allow_local
