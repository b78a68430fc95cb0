"""What texts say that somebody is: the role beside the name, in every language, kept for each source."""

from pathlib import Path

import pytest

from extract.actors.detect import find_actors
from extract.build import build
from extract.dates.interval import to_day
from extract.store.cast import titles, titles_in
from extract.store.library import create_or_open
from extract.text.sentences import split_sentences

ROLES = [
    ("en", "Russian Foreign Minister Sergey Lavrov spoke.", {"Sergey Lavrov": "Russian Foreign Minister"}),
    ("en", "Dmitry Peskov, the Kremlin spokesman, said so.", {"Dmitry Peskov": "Kremlin spokesman"}),
    ("en", "Angela Merkel, chancellor of Germany, left.", {"Angela Merkel": "chancellor of Germany"}),
    ("en", "U.S. President-elect Donald Trump was there.", {"Donald Trump": "U.S. President-elect"}),
    ("en", "Yesterday former President Bill Clinton spoke to them again.", {"Bill Clinton": "former President"}),
    ("en", "President Joe Biden met Prime Minister Keir Starmer.", {"Joe Biden": "President", "Keir Starmer": "Prime Minister"}),
    ("en", "On Monday John Smith, 45, left the company.", {"John Smith": ""}),
    ("en", "The president left. John Smith stayed.", {"John Smith": ""}),
    ("en", "John Smith, a president of nothing he ever owned, left.", {"John Smith": "president"}),
    ("el", "Ο Ρώσος υπουργός Εξωτερικών Σεργκέι Λαβρόφ μίλησε.", {"Σεργκέι Λαβρόφ": "Ρώσος υπουργός Εξωτερικών"}),
    ("el", "Ο πρόεδρος του Ιράν Μασούντ Πεζεσκιάν έφτασε.", {"Μασούντ Πεζεσκιάν": "πρόεδρος του Ιράν"}),
    ("ar", "وصل الرئيس الإيراني مسعود بيزشكيان إلى موسكو.", {"مسعود بيزشكيان": "الرئيس الإيراني"}),
    ("ru", "Министр иностранных дел России Сергей Лавров приехал.", {"Сергей Лавров": "Министр иностранных дел России"}),
    ("fr", "Le président français Emmanuel Macron est arrivé.", {"Emmanuel Macron": "président français"}),
    ("de", "Am Montag sprach Bundeskanzler Olaf Scholz in Berlin.", {"Olaf Scholz": "Bundeskanzler"}),
    ("es", "El presidente Pedro Sánchez habló.", {"Pedro Sánchez": "presidente"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "roles"), ROLES, ids=lambda value: str(value)[:40])
def test_a_role_stands_beside_its_name(language: str, text: str, roles: dict[str, str]) -> None:
    actors = find_actors(text, language, split_sentences(text, language), ())
    assert {actor.text: actor.role for actor in actors if actor.text in roles} == roles


def test_places_and_organisations_have_none() -> None:
    text = "The president of Russia spoke. Minister of NATO affairs left Moscow."
    assert {actor.role for actor in find_actors(text, "en", split_sentences(text, "en"), ())} == {""}


def test_a_library_keeps_what_each_source_says(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(
        "On 3 March 2024 Russian Foreign Minister Sergey Lavrov spoke. Mr Lavrov left. Minister Sergey Lavrov said no.",
        encoding="utf-8",
    )
    (texts / "b.txt").write_text("Στις 4 Μαρτίου 2024 ο υπουργός Σεργκέι Λαβρόφ μίλησε στη Μόσχα.", encoding="utf-8")
    library = create_or_open(tmp_path / "library.db")
    build([texts], library, to_day(2026, 11, 21))
    told = {(title.role, title.language): title.mentions for title in titles(library, "Sergey Lavrov")}
    assert told == {("Russian Foreign Minister", "en"): 1, ("Minister", "en"): 1, ("υπουργός", "el"): 1}
    (source_id,) = {title.source_id for title in titles(library, "Sergey Lavrov") if title.language == "en"}
    told = titles_in(library, source_id)["Sergey Lavrov"]
    assert told.role == "Russian Foreign Minister"
    assert "Russian Foreign Minister Sergey Lavrov" in told.sentence
    assert told.sentence in {title.sentence for title in titles(library, "Sergey Lavrov")}
    assert titles(library, "Nobody") == []
