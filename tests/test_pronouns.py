"""A pronoun at the beginning of a headline becomes a name where only one can be meant."""

import pytest

from extract.collection import Collection
from extract.model import Source
from extract.pipeline import analyse, settle


def headlines(text: str, language: str = "en") -> list[str]:
    source = Source("s", "s", text, text, stated_date="2025-01-15", stated_language=language)
    (document,) = settle([analyse(source)], Collection())
    return [event.headline for event in document.events]


@pytest.mark.parametrize(
    ("language", "text", "headline"),
    [
        ("en", "Vladimir Putin spoke. He left for Baku on Monday.", "[Vladimir Putin] left for Baku on Monday"),
        ("en", "The firm Gazprom spoke. It said on Monday that prices rise.", "[Gazprom] said on Monday that prices rise"),
        ("de", "Angela Merkel traf Emmanuel Macron. Er reiste am Montag ab.", "[Angela Merkel traf Emmanuel Macron] Er reiste am Montag ab"),
        ("en", "Vladimir Putin met Emmanuel Macron. He left on Monday.", "[Vladimir Putin met Emmanuel Macron] He left on Monday"),
        ("en", "It rained. He left for Baku on Monday.", "He left for Baku on Monday"),
        ("en", "Gazprom grew. It rained on Monday in the north.", "It rained on Monday in the north"),
        ("en", "Vladimir Putin spoke. They left for Baku on Monday.", "They left for Baku on Monday"),
        ("en", "Gazprom grew. In the north, it said on Monday, prices rise.", "In the north, [Gazprom] said on Monday, prices rise"),
        ("en", "Vladimir Putin spoke. “It is a fine day today,” he said.", "“It is a fine day today,” [Vladimir Putin] said"),
        ("en", "Emmanuel Macron left. Vladimir Putin said he left on Monday.", "Vladimir Putin said he left on Monday"),
        ("en", "Vladimir Putin spoke. After Emmanuel Macron, he left on Monday.", "After Emmanuel Macron, he left on Monday"),
        ("en", "Russia is calm. It expects rain on Monday.", "It expects rain on Monday"),
        ("el", "Μίλησε ο Σεργκέι Λαβρόφ. Είπε πως θα φύγει τη Δευτέρα.", "[Σεργκέι Λαβρόφ] Είπε πως θα φύγει τη Δευτέρα"),
        ("el", "Μίλησε ο Λαβρόφ. Είπε ο υπουργός πως φεύγει τη Δευτέρα.", "Είπε ο υπουργός πως φεύγει τη Δευτέρα"),
        ("ru", "Выступил Владимир Путин. Он улетел в понедельник.", "[Владимир Путин] улетел в понедельник"),
    ],
)  # fmt: skip
def test_who_is_meant(language: str, text: str, headline: str) -> None:
    assert headlines(text, language) == [headline]


def test_a_name_far_back_is_not_meant() -> None:
    assert headlines("Vladimir Putin spoke. " + "It rained a lot. " * 30 + "He left on Monday.") == [
        "He left on Monday"
    ]
