"""A headline that goes on from another sentence has the beginning of that in brackets."""

import pytest

from extract.events.clauses import clause_words
from extract.events.foregoing import Foregoing, lead_of, with_foregoing
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


LEAD = "From the first day of the year on, if the guilds agree, the mills of Ulm and Orley will grind for Nordhavn."


def with_lead(headline: str, date: str, *named: str) -> str:
    before = Foregoing("Anna Brack dined in Ulm. ", named, False, LEAD)
    return with_foregoing(headline, date, before, clause_words("en"), ())


def test_a_headline_that_names_nobody_has_what_the_report_is_about_before_it() -> None:
    assert with_lead("The feast was on Monday", "Monday") == (
        "[The mills of Ulm and Orley will grind for Nordhavn] The feast was on Monday"
    )
    assert with_lead("The feast was on Monday", "Monday", "x") == "The feast was on Monday"


def test_one_that_goes_back_has_what_stands_before_it() -> None:
    assert with_lead("They left on Monday", "Monday") == "[Anna Brack dined in Ulm] They left on Monday"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("MILLS AND MEN\nThe rain fell in the valley. They left. The men of Ulm came home. It rained.", "The men of Ulm came home."),
        ("This was in Nordhavn. The men of Ulm came home. ", "The men of Ulm came home."),
        ("Rain fell all day long.", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_lead_is_the_first_sentence_that_names_somebody(text: str, lead: str) -> None:
    found, end = lead_of(text, (), clause_words("en"))
    assert found == lead
    assert text[:end].rstrip().endswith(lead)
