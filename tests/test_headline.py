import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.events.headline import LONGEST_HEADLINE, headline

CONNECTIVES = ("and", "as for", "ωστοσο")


def of(sentence: str, date: str) -> str:
    start = sentence.index(date)
    return headline(sentence, start, start + len(date), CONNECTIVES)


@pytest.mark.parametrize(
    ("sentence", "date", "expected"),
    [
        ("And they met on Friday.", "Friday", "They met on Friday"),
        ("The index closed on Friday at 2681.76.", "Friday", "The index closed on Friday at 2681.76"),
        (
            "The debate of Wednesday, which lasted for three hours and had few viewers, was about prices: according to "
            "the institute, the inflation reached 8.2 % in the first quarter, against 6.1 % last summer.",
            "last summer",
            "The debate of Wednesday … the inflation reached 8.2 % in the first quarter, against 6.1 % last summer",
        ),
        ("Ωστόσο, υπέγραψαν τον Ιούνιο.", "Ιούνιο", "Υπέγραψαν τον Ιούνιο"),
        ("Android came on Friday.", "Friday", "Android came on Friday"),
        ("He met them in the U.S. in June, in the U.S.", "June", "He met them in the U.S. in June, in the U.S."),
        (
            "“On January 17, the president will hold talks with his guest, who will come to the capital on an official "
            "visit with a delegation of forty,” the palace announced Monday.",
            "Monday",
            "The palace announced Monday: On January 17, the president will hold talks with his guest, who will come to "
            "the capital on an official…",
        ),
        (
            "“On January 17, the president will hold talks with his guest, who will come to the capital on an official "
            "visit with a delegation of forty,” the palace announced Monday.",
            "January 17",
            "On January 17, the president will hold talks with his guest",
        ),
        (
            "The two “sister nations” signed a treaty on Friday, which the opposition, the press and the neighbours of "
            "both countries have long called a danger to the peace of the region.",
            "Friday",
            "The two “sister nations” signed a treaty on Friday",
        ),
        (
            "The early vote was forced by the resignation, on 22 January, of the president, who had been elected two "
            "years before and lasted no longer than anybody had expected of him.",
            "22 January",
            "The early vote was forced by the resignation, on 22 January, of the president",
        ),
        (
            "Northern shares, which were to be delisted from the exchange after the close of trading yesterday, closed "
            "at 23 crowns, and nobody could say at what price they would be bought.",
            "yesterday",
            "Northern shares, which were to be delisted from the exchange after the close of trading yesterday, closed "
            "at 23 crowns",
        ),
        (
            "The company has five other plants, among them the oldest one of all the country and the newest one of the "
            "whole of the south, which is to add a mill next year.",
            "next year",
            "The company has five other plants … which is to add a mill next year",
        ),
        (
            "“The talks will go on as long as there is somebody who wants to talk to us and has the power to do so, and "
            "not a day longer”, said the minister of the interior of the republic on Monday.",
            "Monday",
            "Said the minister of the interior of the republic on Monday: The talks will go on as long as there is "
            "somebody who wants to talk to us…",
        ),
        (
            "The authority confirmed, on Thursday, the final results of the first round of the early elections for the "
            "office of president which were held in all of the country two weeks ago.",
            "Thursday",
            "The authority confirmed, on Thursday, the final results of the first round of the early elections for the "
            "office of president which were…",
        ),
    ],
)
def test_the_clause_of_the_date_in_the_source_s_words(sentence: str, date: str, expected: str) -> None:
    assert of(sentence, date) == expected


WORDS = st.lists(
    st.sampled_from(["war", "and", "peace,", "“the", "end”", "(then)", "«Α", "Β»", "U.S.", '"', "; x"]), min_size=1
)


REPORT = (
    "The treaty that the two states mean to sign before long will hold a closer cooperation of their armies and of "
    "their fleets than the one before it did, "
)


@pytest.mark.parametrize(
    ("rest", "verb", "expected"),
    [
        ("the foreign minister said today.", "said", "The foreign minister said today: The treaty that"),
        (
            "and what the ministers of both said today was that they were glad of it and of much more.",
            "said",
            "What the ministers",
        ),
        ("and this begins today.", None, "The treaty"),
    ],
)
def test_who_said_it_stands_first_without_a_quotation(rest: str, verb: str | None, expected: str) -> None:
    sentence = REPORT + rest
    start = sentence.index("today")
    said = [sentence.index(verb)] if verb else []
    assert headline(sentence, start, start + 5, CONNECTIVES, said).startswith(expected)


def test_an_acronym_with_dots_ends_no_clause() -> None:
    sentence = (
        "The Kearny, N.J.-based maker of hair accessories and other cosmetic products for the whole of the country "
        "said it cut the dividend due to its loss in the third quarter."
    )
    assert of(sentence, "the third quarter").startswith("The Kearny, N.J.-based maker")


@given(WORDS, st.integers(0, 400))
def test_short_whole_and_never_empty(words: list[str], place: int) -> None:
    sentence = " ".join([*words[: place % len(words)], "Friday", *words[place % len(words) :]])
    found = of(sentence, "Friday")
    assert found.strip()
    assert len(found) <= LONGEST_HEADLINE
    for opening, closing in (("“", "”"), ("«", "»"), ("(", ")")):
        assert found.count(opening) == found.count(closing)


@given(st.text(min_size=1, max_size=600), st.integers(0, 599), st.integers(1, 30))
def test_any_sentence_has_a_headline(sentence: str, start: int, length: int) -> None:
    start %= len(sentence)
    found = headline(sentence, start, min(len(sentence), start + length), CONNECTIVES)
    assert len(found) <= LONGEST_HEADLINE
    assert bool(found) == bool(sentence.strip())
