"""Manners of fetching: robots.txt, pauses, one request at a time, patience and its end."""

import threading
from datetime import UTC, datetime

import pytest

from extract.errors import Unreadable
from extract.fetch.asking import seconds_told
from extract.fetch.cache import Cache
from extract.fetch.polite import THREAD, fetch
from extract.read.pieces import Piece
from tests.making.sites import SETTINGS, InTurn, Reply, Site, World, moved

PAGE = b"<p>Harbour reopens</p>"
BUSY = Reply(b"", 503)
NOT_HAD = "belongs to a site whose robots.txt cannot be had"


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def run(cache, addresses, world=None, settings=SETTINGS):
    return list(fetch(addresses, settings, cache, (world or World()).outside()))


def robots(text):
    return Reply(text.encode(), headers={"Content-Type": "text/plain"})


def test_robots_txt_is_heeded_and_asked_for_once(cache):
    rules = robots("User-agent: *\nDisallow: /private\nAllow: /private/open\n\nUser-agent: other\nDisallow: /\n")
    with Site({"/robots.txt": rules, "/a": Reply(PAGE), "/private/open": Reply(PAGE)}) as site:
        found = run(cache, [site.at(path) for path in ("/a", "/private/x", "/private/open")])
        assert [path for _, path, _ in site.asked] == ["/robots.txt", "/a", "/private/open"]
    assert str(found[1]) == (
        f"{site.at('/private/x')} forbids robots there (robots.txt): open it in your browser and save the page"
    )
    assert [type(one) for one in found] == [Piece, Unreadable, Piece]


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("<html>Not a robots.txt</html>", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("User-agent: Dateline # us\nDisallow: /", False),
        ("user agent dateline/2.0\nDisallow: /", True),
        ("User-agent: Date*\nDisallow: /", False),
        ("User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /", True),
        ("User-agent: GPTBot\nUser-agent: dateline\nDisallow: /", False),
        ("User-agent: dateline\nAllow: /\nUser-agent: *\nDisallow: /", True),
        ("User-agent: *\nDisallow: /*.html$", True),
        ("User-agent: *\nDisallow: /*?q=", False),
    ],
)
def test_who_is_meant_by_robots_txt(cache, text, allowed):
    with Site({"/robots.txt": robots(text), "/a?q=1": Reply(PAGE)}) as site:
        assert isinstance(run(cache, [site.at("/a?q=1")])[0], Piece) is allowed


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(b"x", 404), None),
        (Reply(b"x", 403), None),
        (Reply(b"x", 500), f"{NOT_HAD} (it answered 500 (internal server error))"),
        (Reply(b"x", 429), f"{NOT_HAD} (it answered 429 (too many requests))"),
        (moved("/robots.txt"), f"{NOT_HAD} (it leads in a circle)"),
        (moved("http://10.0.0.1/robots.txt"), f"{NOT_HAD} (it leads to http://10.0.0.1/robots.txt, which leads to a p"),
        (moved("/rules"), "forbids robots there"),
        (robots("#" * 600_000 + "\nUser-agent: *\nDisallow: /\n"), None),
        (robots("User-agent: *\nDisallow: /\n" + "#" * 600_000), "forbids robots there"),
        (robots("".join(f"User-agent: {n}\n" for n in range(15_000)) + "Disallow: /\n" * 15_000), None),
    ],
)
def test_robots_txt_that_is_not_there_or_no_plain_file(cache, reply, said):
    pages = {"/robots.txt": reply, "/rules": robots("User-agent: *\nDisallow: /"), "/a": Reply(PAGE)}
    with Site(pages) as site:
        [found] = run(cache, [site.at("/a")])
        assert (site.paths() == ["/a"]) is (said is None)
    assert isinstance(found, Piece) if said is None else found.reason.startswith(said)


def test_robots_txt_of_a_site_that_a_page_leads_to_is_heeded(cache):
    pages = {
        "one.example/": None,
        "two.example/robots.txt": robots("User-agent: *\nDisallow: /"),
        "two.example/": Reply(PAGE),
    }
    with Site(pages) as site:
        pages["one.example/"] = moved(site.at("/", "two.example"))
        [found] = run(cache, [site.at("/", "one.example")])
    assert found.reason == f"leads to {site.at('/', 'two.example')}, which forbids robots there (robots.txt)"


def test_a_host_rests_between_two_requests(cache):
    world = World()
    with Site({"/a": Reply(PAGE), "/b": Reply(PAGE)}) as site:
        run(cache, [site.at("/a"), site.at("/b")], world)
    assert world.pauses == [1.0, 1.0]


@pytest.mark.parametrize(
    ("rule", "pause"),
    [
        ("Crawl-delay: 7", 7),
        ("Crawl-delay: 0.1", 1),
        ("Crawl-delay: 3600", 30),
        ("Crawl-delay: inf", 1),
        ("Crawl-delay: -5", 1),
        ("Crawl-delay: soon", 1),
        ("Request-rate: 1/10s", 10),
        ("Request-rate: 6/1m", 10),
        (f"Request-rate: 1/{'9' * 400}d", 30),
    ],
)
def test_a_host_may_ask_for_longer_rest(cache, rule, pause):
    world = World()
    with Site({"/robots.txt": robots(f"User-agent: *\n{rule}"), "/a": Reply(PAGE), "/b": Reply(PAGE)}) as site:
        run(cache, [site.at("/a"), site.at("/b")], world)
    assert world.pauses == [pause, pause]


@pytest.mark.parametrize(
    ("told", "waited"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "Tue, 10 Jun 2025 12:00:20 GMT"}, 20),
        ({"Retry-After": "Tue, 10 Jun 2025 11:00:00 GMT"}, 2),
        ({"Retry-After": "soon"}, 2),
        ({}, 2),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_when_it_says(cache, status, told, waited):
    world = World()
    with Site({"/": InTurn(Reply(b"", status, told), Reply(PAGE))}) as site:
        [found] = run(cache, [site.at("/")], world)
    assert found.content == PAGE
    assert world.pauses == [1, waited]


def test_the_waits_grow(cache):
    world = World()
    settings = SETTINGS.model_copy(update={"tries": 8, "longest_wait": 20.0})
    with Site({"/": InTurn(*[BUSY] * 7, Reply(PAGE))}) as site:
        [found] = run(cache, [site.at("/")], world, settings)
    assert found.content == PAGE
    assert world.pauses == [1, 2, 4, 8, 16, 20, 20, 20]


def test_a_server_that_fails_three_times_is_not_asked_a_fourth_time(cache):
    with Site({"/": InTurn(*[Reply(b"", 500)] * 3, Reply(PAGE))}) as site:
        [found] = run(cache, [site.at("/")])
        assert site.paths() == ["/"] * 3
    assert str(found) == f"{site.at('/')} answered 500 (internal server error): try again later"


def test_what_is_missing_or_forbidden_is_not_asked_for_twice(cache):
    with Site({"/a": Reply(b"", 403)}) as site:
        run(cache, [site.at("/a"), site.at("/b")])
        assert site.paths() == ["/a", "/b"]


def test_a_server_that_wants_to_be_left_alone_for_long_is(cache):
    with Site({"/a": Reply(b"", 429, {"Retry-After": "3600"}), "/b": Reply(PAGE)}) as site:
        found = run(cache, [site.at("/a"), site.at("/b")])
        assert site.paths() == ["/a"]
    assert [one.reason for one in found] == [
        "answered 429 (too many requests)",
        "was not asked for, as its host wants to be left alone for 3,600 seconds",
    ]


def test_a_host_that_fails_again_and_again_is_given_up(cache):
    pages = {f"/{number}": BUSY for number in range(2)} | {"/2": Reply(PAGE)}
    pages |= {f"/{number}": BUSY for number in range(3, 6)} | {"/6": Reply(PAGE)}
    with Site(pages) as site:
        found = run(cache, [site.at(f"/{number}") for number in range(7)])
    assert isinstance(found[2], Piece)
    assert found[5].reason.startswith("answered 503")
    assert found[6].reason == "was not asked for, as its host had failed 3 times in a row"


def test_a_connection_that_breaks_is_tried_again(cache):
    def hang_up(asked):
        asked.close_connection = True

    with Site({"/": InTurn(hang_up, Reply(PAGE))}) as site:
        assert run(cache, [site.at("/")])[0].content == PAGE


def test_hosts_are_asked_side_by_side_but_each_one_thing_at_a_time(cache):
    """The first page of each host comes only when both are asked for."""
    both = threading.Barrier(2, timeout=60)

    def first(asked):
        both.wait()
        Reply(PAGE)(asked)

    names = ("a.example", "b.example")
    with Site({"/0": first} | {f"/{number}": Reply(PAGE) for number in range(1, 6)}) as site:
        found = run(cache, [site.at(f"/{number}", name) for number in range(6) for name in names])
        assert all(isinstance(one, Piece) for one in found)
        assert site.most_at_once == dict.fromkeys(names, 1)


def test_a_host_that_others_lead_to_is_asked_one_thing_at_a_time_too(cache):
    another = threading.Event()
    waiting = threading.Lock()

    def end(asked):
        if waiting.acquire(blocking=False):
            another.wait(0.2)  # the others are on their way, and would come now if they could
        else:
            another.set()
        Reply(PAGE)(asked)

    names = [f"{letter}.example" for letter in "abcdefgh"]
    pages = {"/end": end, "target.example/robots.txt": Reply(b"", 404)}
    with Site(pages) as site:
        pages["/"] = moved(site.at("/end", "target.example"))
        found = run(cache, [site.at("/", name) for name in names])
        assert all(isinstance(one, Piece) for one in found)
        assert site.most_at_once["target.example"] == 1
        assert [path for host, path, _ in site.asked if host == "target.example"].count("/robots.txt") == 1


def test_nothing_is_asked_for_before_somebody_wants_it(cache):
    with Site({"/": Reply(PAGE)}) as site:
        fetch([site.at("/")], SETTINGS, cache, World().outside())
        assert not site.asked


def until_all_is_quiet():
    for thread in threading.enumerate():
        if thread.name == THREAD:
            thread.join(60)


def test_a_run_that_is_broken_off_while_it_asks_asks_for_no_more(cache):
    arrived, go_on = threading.Event(), threading.Event()

    def slow(asked):
        arrived.set()
        go_on.wait(60)
        Reply(PAGE)(asked)

    with Site({"/a": Reply(PAGE), "/b": slow, "/c": Reply(PAGE)}) as site:
        pages = fetch([site.at(path) for path in ("/a", "/b", "/c")], SETTINGS, cache, World().outside())
        next(pages)
        assert arrived.wait(60)
        pages.close()
        go_on.set()
        until_all_is_quiet()
        assert site.paths() == ["/a", "/b"]


def test_a_run_that_is_broken_off_while_it_rests_asks_for_no_more(cache):
    rests = []
    resting = threading.Event()

    def pause(stop, seconds):
        rests.append(seconds)
        if len(rests) == 2:
            resting.set()
            stop.wait(60)

    with Site({"/a": Reply(PAGE), "/b": Reply(PAGE)}) as site:
        pages = fetch([site.at("/a"), site.at("/b")], SETTINGS, cache, World().outside(pause=pause))
        next(pages)
        assert resting.wait(60)
        pages.close()
        until_all_is_quiet()
        assert site.paths() == ["/a"]


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("5", 5), (" 5 ", 5), ("٥", 0), ("-5", 0), ("", 0), ("x", 0), ("9" * 400, float("inf")),
     ("Tue, 10 Jun 2025 12:01:00 GMT", 60), ("Tue, 10 Jun 2025 14:01:00 +0200", 60), ("Tue, 10 Jun 99999 1:1:1 GMT", 0)],
)  # fmt: skip
def test_what_retry_after_says(written, seconds):
    assert seconds_told(written, datetime(2025, 6, 10, 12, tzinfo=UTC)) == seconds
