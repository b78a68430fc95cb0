from urllib.parse import unquote

import pytest

from extract.dates.interval import Grain
from extract.model import DateBasis, Event, Status, Timex, TimexType
from extract.store.link import link_to

SHORT = "Οι δύο θα υπογράψουν, είπε."
LONG = "On January 17, Vladimir Putin will hold far-reaching talks with the President of the Islamic Republic of Iran."


def event(sentence: str) -> Event:
    timex = Timex(
        0, 2, "On", TimexType.DATE, "2025", None, "2025", None, Grain.YEAR, DateBasis.EXPLICIT, "because", 1.0
    )
    return Event("abc123", timex, "headline", sentence, 0, Status.REPORTED, {})


def test_a_short_sentence_is_named_whole() -> None:
    link = link_to("https://example.org/a?b=1#part", "abc123", SHORT)
    assert link.startswith("https://example.org/a?b=1#:~:text=")
    assert unquote(link.partition("text=")[2]) == SHORT


def test_a_long_one_by_its_ends_and_every_sign_that_means_something_is_encoded() -> None:
    fragment = link_to("http://example.org/", "abc123", LONG).partition("text=")[2]
    first, last = fragment.split(",")
    assert "-" not in fragment
    assert LONG.startswith(unquote(first))
    assert LONG.endswith(unquote(last))


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "no address", "http://[", "//x.y"],
)
def test_what_is_no_web_address_is_never_a_link(url: str | None) -> None:
    assert link_to(url, "abc123", LONG) == "/reader?event=abc123"


def test_spaces_and_line_breaks_in_an_address_do_not_break_out() -> None:
    link = link_to("https://example.org/a b\n<script>", "abc123", SHORT)
    assert not set(link) & set(" \n<>\"'")
