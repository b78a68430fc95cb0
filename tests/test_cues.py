import pytest

from extract.dates.cues import find_cues, manner_of
from extract.model import Manner, Outlook, Status
from extract.text.fold import fold_with_origin


def manner(sentence: str, date: str, language: str) -> Manner:
    start = sentence.index(date)
    folded = fold_with_origin(sentence)
    cues = find_cues(folded, (0, len(sentence)), language)
    return manner_of(cues, folded, sentence, (start, start + len(date)), language)


@pytest.mark.parametrize(
    ("language", "sentence", "date", "outlook", "status"),
    [
        ("en", "They will sign on Friday.", "Friday", Outlook.PLANNED, Status.PLANNED),
        ("en", "It will be signed on Friday.", "Friday", Outlook.PLANNED, Status.PLANNED),
        ("en", "They signed on Friday.", "Friday", Outlook.PAST, Status.REPORTED),
        ("en", "“On May 3 they will meet,” he announced Monday.", "May 3", Outlook.PLANNED, Status.PLANNED),
        ("en", "“On May 3 they will meet,” he announced Monday.", "Monday", Outlook.PAST, Status.REPORTED),
        ("en", "Kyiv accused them of a raid in June.", "June", Outlook.PAST, Status.ALLEGED),
        ("en", "They denied the raid of June.", "June", Outlook.PAST, Status.DENIED),
        ("en", "A day in June.", "June", None, Status.REPORTED),
        ("el", "Θα υπογράψουν στη Ρωσία στις 17 Ιανουαρίου, ανακοίνωσε το Κρεμλίνο.", "17 Ιανουαρίου", Outlook.PLANNED, Status.PLANNED),
        ("el", "Τον Ιούνιο, ο πρόεδρος υπέγραψε συνθήκη.", "Ιούνιο", Outlook.PAST, Status.REPORTED),
        ("ar", "ستوقعان المعاهدة الجمعة.", "الجمعة", Outlook.PLANNED, Status.PLANNED),
        ("ar", "سياسة الجمعة.", "الجمعة", None, Status.REPORTED),
        ("ar", "واتهمت كييف موسكو في حزيران.", "حزيران", None, Status.ALLEGED),
        ("xx", "They will sign on Friday.", "Friday", None, Status.REPORTED),
    ],
)  # fmt: skip
def test_how_the_clause_of_a_date_is_put(
    language: str, sentence: str, date: str, outlook: Outlook | None, status: Status
) -> None:
    found = manner(sentence, date, language)
    assert (found.outlook, found.status) == (outlook, status)


def test_the_words_that_show_it_are_the_sentence_s_own() -> None:
    found = manner("Οι δύο ΘΑ υπογράψουν την Παρασκευή.", "Παρασκευή", "el")
    assert found.outlook_words == "ΘΑ"


def test_a_cue_too_far_away_says_nothing() -> None:
    assert manner("They will meet " + "and so on " * 40 + "Friday.", "Friday", "en").outlook is None
