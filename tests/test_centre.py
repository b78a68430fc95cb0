"""The company that a text goes on about is named where a headline says "the company", or nobody's name."""

from dataclasses import replace

import pytest

from extract.actors.detect import find_actors
from extract.events.centre import Told, named_in, with_company
from extract.events.clauses import clause_words
from extract.events.trim import LONGEST_HEADLINE
from extract.model import ActorMention
from extract.text.sentences import split_sentences

MILLS = "Orley Mills Inc. sold a mill. "
LONG = "In May, the company " + "sold all the old mills that it had in the valley and " * 3 + "closed"


def actors_of(text: str, language: str = "en") -> tuple[ActorMention, ...]:
    found = find_actors(text, language, split_sentences(text, language), ())
    return tuple(replace(each, own_name=each.canonical) for each in found)


def told(before: str, sentence: str, date: str = "May", language: str = "en") -> str:
    text = before + sentence
    actors = actors_of(text, language)
    within = [each for each in actors if each.start >= len(before)]
    asked = Told(sentence, date, len(before), within)
    return with_company(asked, named_in(text, actors), clause_words(language))


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        (MILLS, "In May, the company closed", "In May, the company [Orley Mills] closed"),
        (MILLS, "The company's shares fell in May", "The company's [Orley Mills] shares fell in May"),
        (MILLS, "The company’s shares fell in May", "The company’s [Orley Mills] shares fell in May"),
        (MILLS, "The Ulm, Bavaria, company closed in May", "The Ulm, Bavaria, company [Orley Mills] closed in May"),
        (MILLS, "Net income rose in May", "[Orley Mills] Net income rose in May"),
        (MILLS, "It was sold in May", "It was sold in May"),
        (MILLS, "Anna Brack left in May", "Anna Brack left in May"),
        (MILLS, "Anna Brack left the company in May", "Anna Brack left the company [Orley Mills] in May"),
        (MILLS, "Hale Tools Inc. said the company grew in May", "Hale Tools Inc. said the company grew in May"),
        (MILLS, "The Orley Mills group grew in May", "The Orley Mills group grew in May"),
        (MILLS, "In May, the company that sold it closed", "In May, the company that sold it closed"),
        (MILLS, "In May, the company Hale closed", "In May, the company Hale closed"),
        (MILLS, "In May, the theatre company closed", "In May, the theatre company [Orley Mills] closed"),
        (MILLS, "In May, a company closed", "[Orley Mills] In May, a company closed"),
        (f"{MILLS}Hale Tools Inc. grew. ", "In May, the company closed", "In May, the company [Hale Tools] closed"),
        (f"{MILLS}Hale Tools Inc. grew. ", "Net income rose in May", "Net income rose in May"),
        (f"{MILLS}Anna Brack spoke. ", "In May, the company closed", "In May, the company [Orley Mills] closed"),
        (f"{MILLS}Anna Brack spoke. ", "Net income rose in May", "[Orley Mills] Net income rose in May"),
        (f"{MILLS}The mill in Ulm is old. Ulm is in Bavaria. Bavaria is green. ", "Rain fell in May", "Rain fell in May"),
        ("The Northern Council met. The Northern Council spoke. ", "Rain fell in May", "Rain fell in May"),
        ("Rain fell. ", "In May, the company closed", "In May, the company closed"),
        ("", "In May, the company closed", "In May, the company closed"),
    ],
)  # fmt: skip
def test_whose_it_is(before: str, sentence: str, expected: str) -> None:
    assert told(before, sentence) == expected


def test_each_language_has_its_words() -> None:
    assert told("Η Ρίζος ΑΕ πούλησε δύο εργοστάσια. ", "Τον Μάιο η εταιρεία έκλεισε", "Μάιο", "el") == (
        "Τον Μάιο η εταιρεία [Ρίζος] έκλεισε"
    )
    assert told("Die Velmer AG baut um. ", "Im Mai schloss das Unternehmen", "Mai", "de") == (
        "Im Mai schloss das Unternehmen [Velmer]"
    )


def test_a_long_headline_gives_its_end_for_the_name_and_never_its_date() -> None:
    early = told(MILLS, LONG)
    assert early.startswith("In May, the company [Orley Mills] sold")
    assert len(early) <= LONGEST_HEADLINE
    late = f"{LONG.replace('In May, t', 'T')} in May"
    assert told(MILLS, late) == late


def test_a_company_far_before_is_not_meant() -> None:
    assert told(MILLS + "Rain fell on the hills. " * 100, "Net income rose in May") == "Net income rose in May"
