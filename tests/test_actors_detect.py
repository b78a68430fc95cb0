"""Who a text names: tables by language, what is nobody, and what must hold of every text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.actors.detect import find_actors
from extract.model import ActorMention, ActorType
from extract.text.sentences import split_sentences

SEEDS = Path(__file__).parent.parent / "seeds"
SEED_LANGUAGES = {"000": "el", "001": "en", "002": "en", "003": "el", "004": "ar"}
PER, GPE, ORG = ActorType.PERSON, ActorType.PLACE, ActorType.ORGANISATION


def find(text: str, language: str = "en") -> tuple[ActorMention, ...]:
    return find_actors(text, language, split_sentences(text, language), ())


def names(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(mention.text, mention.canonical) for mention in find(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Russian Foreign Minister Sergey Lavrov spoke in Kazan.",
            [("Sergey Lavrov", "Sergey Lavrov"), ("Kazan", "Kazan")],
        ),
        (
            "en",
            "Kremlin spokesperson Dmitry Peskov agreed.",
            [("Kremlin", "Russia"), ("Dmitry Peskov", "Dmitry Peskov")],
        ),
        ("en", "The U.S. and Iran’s allies told us.", [("U.S.", "United States"), ("Iran", "Iran")]),
        ("en", "Then Moscow denied it, and he visits Moscow.", [("Moscow", "Russia"), ("Moscow", "Moscow")]),
        (
            "en",
            "The writer Jack London met Stephen King.",
            [("Jack London", "Jack London"), ("Stephen King", "Stephen King")],
        ),
        (
            "en",
            "An independent body, the Central Elections Commission, met.",
            [("Central Elections Commission", "Central Elections Commission")],
        ),
        (
            "en",
            "Ursula von der Leyen left. Von der Leyen was tired.",
            [("Ursula von der Leyen", "Ursula von der Leyen"), ("Von der Leyen", "Ursula von der Leyen")],
        ),
        ("el", "Ο Ρώσος υπουργός Εξωτερικών Σεργκέι Λαβρόφ μίλησε.", [("Σεργκέι Λαβρόφ", "Σεργκέι Λαβρόφ")]),
        ("el", "η συνεργασία Ρωσίας-Ιράν", [("Ρωσίας", "Russia"), ("Ιράν", "Iran")]),
        ("el", "Η Τεχεράνη αρνείται ότι πήγε στην Τεχεράνη.", [("Τεχεράνη", "Iran"), ("Τεχεράνη", "Tehran")]),
        ("en", "They bought the Bank of. Oxford was silent.", [("Oxford", "Oxford")]),
        (
            "en",
            "The G20 met in Rome¹, said Putin1. An F16 fell; MI6 knew.",
            [("G20", "G20"), ("Rome", "Rome"), ("Putin", "Putin"), ("MI6", "MI6")],
        ),
        ("el", "Το υπουργείο Υγείας και οι ΗΠΑ.", [("υπουργείο Υγείας", "Υπουργείο Υγείας"), ("ΗΠΑ", "United States")]),
        (
            "ar",
            "خلال زيارة الرئيس الإيراني مسعود بيزشكيان لروسيا",
            [("مسعود بيزشكيان", "مسعود بيزشكيان"), ("روسيا", "Russia")],
        ),
        ("ar", "وقال لافروف للكرملين", [("لافروف", "لافروف"), ("لكرملين", "Russia")]),
        ("ar", "وصل وزير الخارجية التركي هاكان فيدان إلى أنقرة", [("هاكان فيدان", "هاكان فيدان"), ("أنقرة", "Ankara")]),
        ("ru", "Президент России Владимир Путин", [("России", "Russia"), ("Владимир Путин", "Владимир Путин")]),
        ("tr", "Dışişleri Bakanı Hakan Fidan Musul'da konuştu", [("Hakan Fidan", "Hakan Fidan"), ("Musul", "Mosul")]),
        ("fr", "L'Union africaine et M. Macron", [("Union africaine", "African Union"), ("Macron", "Macron")]),
        ("cs", "Včera přijel Vladimir Putin", [("Vladimir Putin", "Vladimir Putin")]),
        ("xx", "gorp Vladimir Putin gorp Russia", [("Vladimir Putin", "Vladimir Putin"), ("Russia", "Russia")]),
    ],
)
def test_names_and_what_they_are_called(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Loading…\nRead the full article here"),
        ("en", "Getting your audio player ready..."),
        ("en", "[ad_1]"),
        ("en", "He laid a wreath at the Unknown Soldier’s Tomb in the Middle East."),
        ("en", "On Monday, President and Western nations met in January."),
        ("en", "The Comprehensive Strategic Partnership Treaty was signed."),
        ("en", "Shared Regional Challenges"),
        ("en", "a British UAV on TV in the XIX century"),
        ("el", "Οι Σύροι αντάρτες στη Μέση Ανατολή την Τρίτη 3 Μαρτίου."),
        ("el", "Είπε πως η συμφωνία ετοιμάζεται. Δεν διευκρίνισε."),
        ("ar", "قال الرئيس إن المعاهدة مهمة اليوم الاثنين"),
        ("de", "Der Hund und die Katze im Haus am See."),
        ("en", ""),
    ],
)
def test_nobody(language: str, text: str) -> None:
    assert names(text, language) == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("They called Viktor Orban today.", PER),
        ("He said Hezbollah would stay.", ORG),
        ("It happened in Aleppo.", GPE),
        ("It happened in Trieste.", GPE),
        ("according to Fenwick said nobody", PER),
        ("the Dockers Union of Lyttelton", ORG),
        ("the group YJC met", ORG),
    ],
)
def test_types(text: str, type_: ActorType) -> None:
    assert [mention.type for mention in find(text)] == [type_]


def test_a_surname_joins_the_full_name_before_or_after_it() -> None:
    found = find("Putin spoke. Then Vladimir Putin left. Putin’s aide and Anna Petrova stayed; Petrova slept.")
    assert [mention.canonical for mention in found] == ["Vladimir Putin"] * 3 + ["Anna Petrova"] * 2


def test_a_surname_of_two_people_joins_neither() -> None:
    found = find("Raul Castro met Fidel Castro. Then Castro spoke.")
    assert [mention.canonical for mention in found] == ["Raul Castro", "Fidel Castro", "Castro"]


def test_dates_are_nobody() -> None:
    text = "on Saint Nicholas Day Peter Smith came"
    start = text.index("Saint")
    found = find_actors(text, "en", split_sentences(text, "en"), [(start, start + len("Saint Nicholas Day"))])
    assert [mention.text for mention in found] == ["Peter Smith"]


def test_offsets_hold_where_folding_drops_characters() -> None:
    text = "\u200fقال فلاديميرُ بوتينُ إنّ روسيا"
    assert [text[each.start : each.end] for each in find(text, "ar")] == [each.text for each in find(text, "ar")]
    assert [each.canonical for each in find(text, "ar")][-1] == "Russia"


def seed(number: str) -> tuple[ActorMention, ...]:
    text = next(SEEDS.glob(f"{number}_*.txt")).read_text(encoding="utf-8")
    return find(text, SEED_LANGUAGES[number])


@pytest.mark.parametrize(
    ("number", "people", "others"),
    [
        (
            "000",
            {"Βλαντιμίρ Πούτιν", "Μασούντ Πεζεσκιάν", "Μπασάρ αλ Άσαντ"},
            {"Russia", "Iran", "Ukraine", "North Korea"},
        ),
        (
            "001",
            {"Vladimir Putin", "Masoud Pezeshkian", "Zelensky", "Sergey Lavrov", "Bashar al Assad", "Jalali"},
            {"Russia", "Iran", "Ukraine", "North Korea", "Turkey", "United States", "European Union", "NATO"},
        ),
        (
            "002",
            {"Vladimir Putin", "Masoud Pezeshkian", "Dmitry Peskov", "Donald Trump", "Bashar Assad"},
            {"Russia", "Iran", "Ukraine", "Israel", "Lebanon", "BRICS", "Hamas", "Hezbollah", "United States"},
        ),
        (
            "003",
            {"Σεργκέι Λαβρόφ", "Μασούντ Πεζεσκιάν", "Βλαντίμιρ Πούτιν"},
            {"Russia", "Iran", "Israel", "NATO", "Pyongyang"},
        ),
        (
            "004",
            {"مسعود بيزشكيان", "فلاديمير بوتين", "دونالد ترامب", "بشار الأسد"},
            {"Russia", "Iran", "Syria", "BRICS"},
        ),
    ],
)
def test_seeds(number: str, people: set[str], others: set[str]) -> None:
    found = seed(number)
    assert {mention.canonical for mention in found if mention.type is PER} == people
    assert others <= {mention.canonical for mention in found}


TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("\n.,“”'- "), st.sampled_from("ABΓΔabγδاأبتПр")),
    max_size=200,
)


@given(TEXTS, st.sampled_from(["en", "el", "ar", "ru", "de", "zh", "xx"]))
def test_mentions_are_ordered_apart_and_in_the_text(text: str, language: str) -> None:
    last = 0
    for mention in find(text, language):
        assert last <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.canonical.strip()
        last = mention.end


WORDS = [
    "Vladimir",
    "Putin",
    "the",
    "of",
    "President",
    "Bank",
    "Iran",
    "said",
    "Ο",
    "Πούτιν",
    "الرئيس",
    "بوتين",
    "وقال",
    ".",
    "\n",
    "-",
    "“",
    "الخارجية",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(["en", "el", "ar"]))
def test_any_order_of_telling_words_is_borne(words: list[str], language: str) -> None:
    text = " ".join(words)
    assert [text[mention.start : mention.end] for mention in find(text, language)] == [
        mention.text for mention in find(text, language)
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "Aaa ",
        "Bank of ",
        "President ",
        "الخارجية ",
        "رئيس الخارجية ",
        "al Al ",
        "A. ",
        '"',
        "Aaa-",
        "Iran ",
        "بن ",
        "\n",
    ],
)
def test_no_repetition_keeps_it_from_the_text_s_end(piece: str) -> None:
    """A search that runs away would not come to the name at the end before the suite's time limit."""
    text = piece * (100_000 // len(piece)) + ".\nوصل الرئيس إلى إيران"
    assert find_actors(text, "ar", (), ())[-1].canonical == "Iran"


def test_many_namesakes_are_all_found() -> None:
    letters = "abcdefghij"
    text = " and then others met ".join(
        f"Q{a}{b}{c}{d} Smith" for a in letters for b in letters for c in letters for d in letters[:5]
    )
    assert len(find_actors(text, "en", (), ())) == 5000
