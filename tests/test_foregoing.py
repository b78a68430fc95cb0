"""A headline that goes on from another sentence has the beginning of that in brackets."""

import pytest

from extract.events.clauses import clause_words
from extract.events.foregoing import Foregoing, with_foregoing
from extract.events.trim import LONGEST_HEADLINE

LONG = "The move " + "was welcomed by all who live there " * 4 + "on Monday"


def told(headline: str, date: str, before: str, *named: str, speaker: bool = False) -> str:
    return with_foregoing(headline, date, Foregoing(before, named, speaker), clause_words("en"), ("and",))


@pytest.mark.parametrize(
    ("headline", "before", "expected"),
    [
        ("They left on Monday", "The guests ate well. ", "[The guests ate well] They left on Monday"),
        ("They left on Monday", "Anna dined. And the guests ate well.\n\n", "[The guests ate well] They left on Monday"),
        ("They left on Monday", "The guests dined. They slept well there. ", "They left on Monday"),
        ("They left on Monday", "The guests ate well there. They slept there. ", "They left on Monday"),
        ("They left on Monday", "The guests ate at Ulm Corp. 5 times. ", "[The guests ate at Ulm Corp. 5 times] They left on Monday"),
        ("They left on Monday", "THE GUESTS OF THE HOUSE\n", "They left on Monday"),
        ("They left on Monday", "", "They left on Monday"),
        ("The theme was peace on Monday", "The mayor of Nordhavn spoke. ", "[The mayor of Nordhavn spoke] The theme was peace on Monday"),
        ("The theme was peace on Monday", "The mayor spoke at length. ", "The theme was peace on Monday"),
        ("They left on Monday", "Anna dined in Nordhavn. The rooms were cold. ", "[Anna dined in Nordhavn] They left on Monday"),
        ("The company closed on Monday", "Ulm Mills lost money. ", "[Ulm Mills lost money] The company closed on Monday"),
        ("The Ulm, Bavaria, company closed on Monday", "Ulm Mills lost money. ", "[Ulm Mills lost money] The Ulm, Bavaria, company closed on Monday"),
        ("The dog of a man in a far company left Ulm on Monday", "Ulm Mills lost money. ", "The dog of a man in a far company left Ulm on Monday"),
        ("Its rent was C$5 on Monday", "Ulm Mills lost money. ", "[Ulm Mills lost money] Its rent was C$5 on Monday"),
        ("Rent was C$5 on Monday", "Ulm Mills lost money. ", "[Ulm Mills lost money] Rent was C$5 on Monday"),
        ("The theme was Peace on Monday", "The mayor of Nordhavn spoke. ", "The theme was Peace on Monday"),
    ],
)  # fmt: skip
def test_what_was_told_just_before(headline: str, before: str, expected: str) -> None:
    assert told(headline, "Monday", before) == expected


def test_it_is_not_told_where_the_sentence_names_somebody() -> None:
    theme = "The theme was peace on Monday"
    assert told(theme, "Monday", "The mayor of Nordhavn spoke. ", "x") == theme


def test_who_says_it_with_a_pronoun_at_the_end() -> None:
    before, quoted = "The mayor of Nordhavn spoke. ", "“Ulm sells on Monday,” he said"
    assert told(quoted, "Monday", before, "Ulm").startswith("[The mayor of Nordhavn spoke] ")
    assert told(quoted, "Monday", before, "Ulm", speaker=True) == quoted
    later = "“Ulm sells on Monday,” he wrote in a paper of the guild"
    assert told(later, "Monday", before, "Ulm").startswith("[The mayor of Nordhavn spoke] ")
    clause = "Ulm sells on Monday, it has long been said in a paper of the guild"
    assert told(clause, "Monday", before, "Ulm") == clause


def test_the_date_stays_in_what_fits() -> None:
    before = "The council of the northern islands closed the harbour. "
    assert told(LONG, "Monday", before) == LONG
    early = told(LONG.replace("was welcomed", "on Monday was welcomed", 1), "Monday", before)
    assert early.startswith("[The council")
    assert "Monday" in early
    assert len(early) <= LONGEST_HEADLINE


def test_a_date_that_only_looks_so() -> None:
    assert told("This week prices rose", "This week", "The mayor of nowhere spoke. ") == "This week prices rose"
