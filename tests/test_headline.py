import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.events.dated import Verbs
from extract.events.headline import LONGEST_HEADLINE, headline

CONNECTIVES = ("and", "as for", "ωστοσο")


def of(sentence: str, date: str) -> str:
    start = sentence.index(date)
    return headline(sentence, start, start + len(date), CONNECTIVES, language="en")


@pytest.mark.parametrize(
    ("sentence", "date", "expected"),
    [
        ("And they met on Friday.", "Friday", "They met on Friday"),
        ("The index closed on Friday at 2681.76.", "Friday", "The index closed on Friday at 2681.76"),
        (
            "The debate of Wednesday, which lasted for three hours and had few viewers, was about prices: according to "
            "the institute, the inflation reached 8.2 % in the first quarter, against 6.1 % last summer.",
            "last summer",
            "According to the institute, the inflation reached 8.2 % in the first quarter, against 6.1 % last summer",
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
            "The company has five other plants in the north, among them the oldest one of all the country and the newest one "
            "of the whole of the south, which is to add a mill next year.",
            "next year",
            "The company has five other plants … all the country and the newest one of the whole of the south, which is to "
            "add a mill next year",
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
            "office of president…",
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
            "The treaty that the two states mean to sign before long will hold a closer … it did, and what the ministers",
        ),
        ("and this begins today.", None, "The treaty"),
    ],
)
def test_who_said_it_stands_first_without_a_quotation(rest: str, verb: str | None, expected: str) -> None:
    sentence = REPORT + rest
    start = sentence.index("today")
    said = [sentence.index(verb)] if verb else []
    assert headline(sentence, start, start + 5, CONNECTIVES, Verbs(said)).startswith(expected)


LEANING = [
    (
        "For the six months that ended in August, the northern mill posted a profit of four million crowns, or eight "
        "crowns a share, against nearly nine million in the year before.",
        "August",
        "For the six months that ended in August, the northern mill posted a profit of four million crowns",
    ),
    (
        "The quarrel over the northern pastures, which had begun with a fence that nobody remembers and was to last for "
        "three generations of shepherds, ended with a dinner on Friday.",
        "Friday",
        "The quarrel over the northern pastures … ended with a dinner on Friday",
    ),
    (
        "Nordland Timber lost a fifth of its value in the first hour of trading in the capital, to a hundred crowns, and "
        "pulled other makers of furniture lower after it had published its results on Wednesday.",
        "Wednesday",
        "Nordland Timber lost a fifth of its value in the first hour … after it had published its results on Wednesday",
    ),
    (
        "Although the ministry said that the harvest grew by a tenth in the third quarter, in line with what most had "
        "expected, farmers are preparing for a winter of falling prices and of closing mills.",
        "third quarter",
        "The ministry said that the harvest grew by a tenth in the third quarter",
    ),
    (
        "Unless the weather changes, officers say, the likeliest plan will be for the old ferry to relieve the steamer "
        "Aurora, which has been at sea since March and was to return to port before the storms began.",
        "March",
        "Officers say, the likeliest plan will be for the old ferry to relieve the steamer Aurora, which has been at sea "
        "since March…",
    ),
    (
        "In a letter to the members, Anna Berg, chairwoman of the northern shepherds and of their bank, said she expects "
        "the wool of the spring quarter to fetch twice the price of the last one or of any that she knew.",
        "spring quarter",
        "Anna Berg, chairwoman of the northern shepherds and of their bank, said she expects the wool of the spring "
        "quarter to fetch twice the price…",
    ),
    (
        "Over the weekend, officers confirmed that a fourth ship -- the ferry Aurora -- and the two boats that go with "
        "it could sail for the islands within a few days of the order.",
        "the weekend",
        "Over the weekend, officers confirmed that a fourth ship -- the ferry Aurora -- and the two boats that go with "
        "it could sail for the islands…",
    ),
    (
        "Harbour officers who watch the northern islands said on Thursday that Nordland, through its envoys in both of "
        "the capitals, has been pressing hard for an end of the quarrel over the two ferries.",
        "Thursday",
        "Harbour officers who watch the northern islands said on Thursday that Nordland, through its envoys in both of "
        "the capitals…",
    ),
    (
        "Nordland Savings, which now has forty branches and a balance of twelve billion crowns, made known its wish to "
        "take over the small Ulm, Vic., house of credit in January.",
        "January",
        "Nordland Savings … made known its wish to take over the small Ulm, Vic., house of credit in January",
    ),
    (
        "The Nordhavn Post said in a leader on Saturday, April 25: The harbour took a detour this week from the principle "
        "of fairness that it had set up two years before in its ruling about the ferries.",
        "Saturday, April 25",
        "The Nordhavn Post said in a leader on Saturday, April 25: The harbour took a detour this week from the principle "
        "of fairness that it…",
    ),
    (
        "The results of the spring quarter held gains of no less than forty-eight million crowns, which included a part "
        "from the sale of the old northern ferries in August and five millions that came back from the taxes.",
        "August",
        "The results of the spring … forty-eight million crowns, which included a part from the sale of the old northern "
        "ferries in August and five…",
    ),
    (
        "NORDHAVN (Wire) - Two ferries have been sold to a firm in the south, the harbour said on Monday, which ends a quarrel "
        "that has outlived four of its masters and most of its clerks and of all their good intentions.",
        "Monday",
        "Two ferries have been sold to a firm in the south, the harbour said on Monday",
    ),
]


@pytest.mark.parametrize(("sentence", "date", "expected"), LEANING)
def test_a_clause_that_leans_stands_with_what_it_leans_on(sentence: str, date: str, expected: str) -> None:
    start = sentence.index(date)
    said = [sentence.index(" said ") + 1] if " said " in sentence else []
    assert headline(sentence, start, start + len(date), ("and", "but"), Verbs(said), "en") == expected


def test_a_report_whose_speaker_stands_before_it_is_not_turned_round() -> None:
    sentence = (
        "The window through which the northern fleet can still reach the open sea is closing fast, Prince Harald, the "
        "envoy of the islands to the capital, said over the weekend."
    )
    start = sentence.index("the weekend")
    said = [sentence.index("said")]
    told = headline(sentence, start, start + len("the weekend"), (), Verbs(said), "en")
    assert told.startswith("The window")
    assert told.endswith("said over the weekend")


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


@pytest.mark.parametrize(
    ("sentence", "date", "expected"),
    [
        (
            "Orley Mills posted a profit of nine million crowns, or eight crowns a share, compared with a loss of six million "
            "crowns, or five crowns and a half a share, a year before.",
            "a year before",
            "Orley Mills posted a profit of nine million crowns … compared with a loss of six million crowns, or five crowns and a "
            "half a share, a year before",
        ),
        (
            "Anna Brack, a keeper of the old books, says the scribes who lived in the house of the guild by the river left the "
            "town for good after the flood in the winter of 1710.",
            "1710",
            "Anna Brack … says the scribes who lived in the house of the guild by the river left the town for good after the "
            "flood in the winter of 1710",
        ),
        (
            "The keeper of the old books, who lives in the house of the guild, which was built with the bricks of the mill by "
            "the river, saw all of the scribes leave the town for good in 1710.",
            "1710",
            "The keeper of the old books, who lives in the house of the guild … saw all of the scribes leave the town for good in 1710",
        ),
    ],
)
def test_what_only_adds_is_left_out(sentence: str, date: str, expected: str) -> None:
    start = sentence.index(date)
    assert headline(sentence, start, start + len(date), (), Verbs([sentence.find("says")]), "en") == expected


def test_the_first_and_the_last_verb_stay_where_the_middle_goes() -> None:
    sentence = (
        "The council of the nine towns by the northern river signed a paper on the old mills and the new weirs that all of "
        "the millers had long asked for after the great flood destroyed their houses in 1710."
    )
    date, done = sentence.index("1710"), [sentence.index("signed"), sentence.index("destroyed")]
    told = headline(sentence, date, date + 4, (), Verbs((), done), "en")
    assert told == (
        "The council of the nine towns by the northern river signed a paper on the old … for after the great flood destroyed "
        "their houses in 1710"
    )


def test_a_date_with_a_comma_stays_whole() -> None:
    sentence = (
        "The council of the nine towns by the northern river said that it will never forgive those who burned the old mills "
        "of the guild and both of its boats on April 6, 1710, while the millers slept."
    )
    date = sentence.index("April")
    told = headline(sentence, date, date + len("April 6, 1710"), (), language="en")
    assert "April 6, 1710" in told
    assert len(told) <= LONGEST_HEADLINE


@pytest.mark.parametrize("after", ["the millers of all nine towns left their houses", "they left"])
def test_what_a_clause_tells_after_its_date_is_not_cut_off(after: str) -> None:
    sentence = (
        "From the first years of the century on, the weirs above the town had held back two fifths of the water of the river, "
        f"while in that summer {after} and the fields beside them and never again came home."
    )
    date = sentence.index("that summer")
    told = headline(sentence, date, date + len("that summer"), (), language="en")
    assert " left" in told.partition("that summer")[2]


def test_a_clause_that_is_said_otherwise_goes_on() -> None:
    sentence = (
        "Anna Brack said the 1710 outstanding, or owed, taxes of the nine towns by the northern river rose to nine thousand "
        "crowns, up from eight thousand in the year of the great flood and from almost none in the years of the plague."
    )
    date = sentence.index("1710")
    told = headline(sentence, date, date + 4, (), language="en")
    assert told.startswith("Anna Brack said the 1710 outstanding, or owed, taxes of the nine towns")
