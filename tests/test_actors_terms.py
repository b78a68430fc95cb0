"""What a text's people, states and things say of its age."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.actors.detect import find_actors
from extract.actors.terms import Era, EraKind, eras
from extract.dates.interval import from_day, iso_day
from extract.text.sentences import split_sentences
from extract.wording import worded

IN_OFFICE, HOLDER, FORMER = EraKind.IN_OFFICE, EraKind.HOLDER, EraKind.FORMER
NOT_BEFORE, NOT_AFTER = EraKind.NOT_BEFORE, EraKind.NOT_AFTER


def found(text: str, language: str = "en") -> tuple[Era, ...]:
    return eras(text, language, find_actors(text, language, split_sentences(text, language), []))


def stretches(text: str, language: str, kind: EraKind) -> list[tuple[int | None, int | None]]:
    """First and last year of the eras of one kind."""
    return [
        (_year(each.interval_first), _year(each.interval_last)) for each in found(text, language) if each.kind is kind
    ]


def _year(day: int | None) -> int | None:
    return None if day is None else from_day(day)[0]


IN_OFFICE_IN = [
    ("en", "President Clinton said on Monday that he would sign.", [(1993, 2001)]),
    ("en", "President Clinton Monday signed the bill.", [(1993, 2001)]),
    ("en", "President Bush said so.", [(1989, 1993), (2001, 2009)]),
    ("en", "Iranian President Masoud Pezeshkian arrived.", [(2024, None)]),
    ("en", "Tony Blair, the British prime minister, spoke.", [(1997, 2007)]),
    ("en", "U.N. Secretary-General Kofi Annan spoke.", [(1997, 2006)]),
    ("en", "Secretary of State Warren Christopher left.", [(1993, 1997)]),
    ("en", "He met King Abdullah of Jordan there.", [(1999, None)]),
    ("en", "Pope John Paul II prayed.", [(1978, 2005)]),
    ("en", "British Prime Minister May. Cars.", []),
    ("el", "Ο πρόεδρος Πεζεσκιάν μίλησε στη Βουλή.", [(2024, None)]),
    ("el", "Ο Αμερικανός πρόεδρος Μπιλ Κλίντον έφτασε.", [(1993, 2001)]),
    ("el", "Το είπε ο πρωθυπουργός Κώστας Σημίτης.", [(1996, 2004)]),
    ("el", "Συνάντηση με τον υπουργό Εξωτερικών της Ρωσίας Σεργκέι Λαβρόφ.", [(2004, None)]),
    ("ar", "قال الرئيس مسعود بزشكيان إن بلاده مستعدة.", [(2024, None)]),
    ("ar", "وصل رئيس الوزراء البريطاني توني بلير إلى بغداد.", [(1997, 2007)]),
    ("ar", "التقى الرئيس الأمريكي بيل كلينتون بالوفد.", [(1993, 2001)]),
    ("ru", "Президент Клинтон заявил об этом.", [(1993, 2001)]),
    ("ru", "Президент Ирана Масуд Пезешкиан прибыл в Москву.", [(2024, None)]),
    ("ru", "Переговоры с президентом Обамой прошли вчера.", [(2009, 2017)]),
    ("fr", "Le président Chirac a répondu.", [(1995, 2007)]),
    ("fr", "Le Premier ministre britannique, Tony Blair, est arrivé.", [(1997, 2007)]),
    ("es", "El presidente de Estados Unidos, Bill Clinton, llegó ayer.", [(1993, 2001)]),
    ("de", "Bundeskanzler Helmut Kohl sprach.", [(1982, 1998)]),
    ("de", "US-Präsident Bill Clinton kam.", [(1993, 2001)]),
    ("tr", "İran Cumhurbaşkanı Mesud Pezeşkiyan geldi.", [(2024, None)]),
]


@pytest.mark.parametrize(("language", "text", "expected"), IN_OFFICE_IN, ids=lambda value: str(value)[:40])
def test_who_is_named_with_an_office_holds_it(
    language: str, text: str, expected: list[tuple[int | None, int | None]]
) -> None:
    assert stretches(text, language, IN_OFFICE) == expected


FORMER_IN = [
    ("en", "Former President Clinton said so.", 2001),
    ("en", "The former U.S. president, Jimmy Carter, said so.", 1981),
    ("en", "Ex-President Carter said so.", 1981),
    ("en", "The late President Nixon said so.", 1974),
    ("en", "Former President Bush was there.", 1993),
    ("el", "Ο πρώην πρόεδρος Κλίντον το είπε.", 2001),
    ("ar", "قال الرئيس الأمريكي السابق بيل كلينتون ذلك.", 2001),
    ("ru", "Бывший президент США Билл Клинтон заявил об этом.", 2001),
    ("ru", "Экс-президент Клинтон заявил об этом.", 2001),
    ("fr", "L'ancien président Jacques Chirac a répondu.", 2007),
    ("es", "El expresidente Felipe González habló.", 1996),
    ("de", "Altkanzler Helmut Kohl sprach.", 1998),
]


@pytest.mark.parametrize(("language", "text", "year"), FORMER_IN, ids=lambda value: str(value)[:40])
def test_whose_office_is_called_over_is_written_of_after_it(language: str, text: str, year: int) -> None:
    assert stretches(text, language, FORMER) == [(year, None)]
    assert not stretches(text, language, IN_OFFICE)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The plant stands in Clinton, Iowa, near Bush House."),
        ("en", "He studied at George Washington University."),
        ("en", "Carter said so, and Ford agreed."),
        ("en", "Vice President Bush said so."),
        ("en", "Deputy Prime Minister Brown and acting President Biden met President-elect Clinton."),
        ("en", "Then President Clinton walked in."),
        ("en", "She was taken to Queen Elizabeth Hospital."),
        ("en", "Liberian President Johnson Sirleaf and South Korean President Johnson met."),
        ("en", "The president of Barclays, Jim Smith, and Ford President Henry Miller met."),
        ("en", "Chancellor Bush and King Clinton met."),
        ("el", "Ο αντιπρόεδρος Μπους και ο υποψήφιος πρόεδρος Κλίντον μίλησαν."),
        ("ar", "قال نائب الرئيس بوش إن الأمر انتهى."),
        ("ru", "Вице-президент Буш заявил об этом."),
        ("fr", "Le vice-président Bush a répondu."),
        ("es", "El presidente del Barça habló."),
        ("de", "Vizepräsident Bush kam."),
    ],
    ids=lambda value: value[:40],
)
def test_namesakes_and_other_offices_say_nothing(language: str, text: str) -> None:
    assert [each for each in found(text, language) if each.kind in {IN_OFFICE, FORMER}] == []


def test_a_full_name_without_its_office_is_known_from_the_office_on() -> None:
    era = next(each for each in found("Reporters saw Masoud Pezeshkian there.") if each.kind is HOLDER)
    assert era.interval_last is None
    assert era.interval_first is not None
    assert "2020" < iso_day(era.interval_first) < "2024-07-28"
    assert found("Reporters saw Hillary Rodham and Carter there.") == ()


def test_the_stretch_is_told_in_words() -> None:
    (era,) = found("President Clinton said so.")
    assert worded(era.told) == "“President Clinton” held that office from 20 January 1993 to 20 January 2001"
    assert (era.words, iso_day(era.interval_first or 0), iso_day(era.interval_last or 0)) == (
        "President Clinton",
        "1993-01-20",
        "2001-01-20",
    )


def test_the_text_s_full_name_decides_between_namesakes() -> None:
    text = "George W. Bush spoke in Texas. President Bush said that he would go."
    assert stretches(text, "en", IN_OFFICE) == [(2001, 2009)]


def test_what_was_over_before_another_began_is_looked_back_on() -> None:
    text = "President Truman did so. Today Secretary of State Madeleine Albright and President Clinton disagree."
    assert stretches(text, "en", IN_OFFICE) == [(1997, 2001), (1993, 2001)]
    assert stretches("The Soviet Union did so. President Clinton signed.", "en", NOT_AFTER) == []


def test_who_is_called_former_once_is_nowhere_in_office() -> None:
    text = "Former President Bill Clinton spoke. President Clinton signed the law in 1996."
    assert stretches(text, "en", IN_OFFICE) == []
    assert stretches(text, "en", FORMER) == [(2001, None)]


def test_an_end_that_the_text_tells_of_bounds_nothing() -> None:
    text = "They had helped Syrian President Bashar Assad. Assad's recent fall surprised them."
    assert stretches(text, "en", IN_OFFICE) == []
    assert stretches(text, "en", HOLDER) == [(2000, None)]


THINGS = [
    ("en", "They died of COVID-19.", NOT_BEFORE, [(2019, None)]),
    ("en", "It stands on its Web site and on Facebook.", NOT_BEFORE, [(1992, None), (2004, None)]),
    ("en", "Birds twitter and web sights abound; an aids worker came.", NOT_BEFORE, []),
    ("en", "The Soviet Union denied it.", NOT_AFTER, [(None, 1991)]),
    ("en", "Troops of the former Soviet Union left.", FORMER, [(1991, None)]),
    ("en", "The former Yugoslavia is at peace.", FORMER, [(1991, None)]),
    ("en", "It cost 5,000 drachmas.", NOT_AFTER, [(None, 2002)]),
    ("en", "Ancient drachmas were found.", NOT_AFTER, []),
    ("en", "It costs 30 million euros.", NOT_BEFORE, [(1998, None)]),
    ("el", "Ο κορονοϊός εξαπλώθηκε.", NOT_BEFORE, [(2019, None)]),
    ("el", "Κόστισε 5.000 δραχμές.", NOT_AFTER, [(None, 2002)]),
    ("el", "Η Σοβιετική Ένωση το αρνήθηκε.", NOT_AFTER, [(None, 1991)]),
    ("ar", "انتشرت جائحة كورونا في البلاد.", NOT_BEFORE, [(2019, None)]),
    ("ar", "شعر الجميع بحماس كبير.", NOT_BEFORE, []),
    ("ar", "أعلنت حركة حماس ذلك.", NOT_BEFORE, [(1987, None)]),
    ("ru", "Сообщили в Евросоюзе.", NOT_BEFORE, [(1991, None)]),
    ("ru", "СССР отверг это.", NOT_AFTER, [(None, 1991)]),
    ("fr", "Il a payé 300 francs français.", NOT_AFTER, [(None, 2002)]),
    ("es", "Costó 3.000 millones de pesetas.", NOT_AFTER, [(None, 2002)]),
    ("en", "They recalled Iraq's invasion of Kuwait and Desert Storm.", NOT_BEFORE, [(1990, None), (1991, None)]),
    (
        "en",
        "He fought in the Iran-Iraq war, she fled the Chernobyl disaster.",
        NOT_BEFORE,
        [(1980, None), (1986, None)],
    ),
    ("en", "Chernobyl lies north of Kiev; desert storms are rare; a likud of sorts.", NOT_BEFORE, []),
    ("en", "A wall fell in Berlin, and Watergate is a building.", NOT_BEFORE, []),
    ("el", "Μετά την εξέγερση του Πολυτεχνείου έφυγε.", NOT_BEFORE, [(1973, None)]),
    ("el", "Το Πολυτεχνείο είναι στην Αθήνα.", NOT_BEFORE, []),
    ("es", "Fue después de la caída del muro de Berlín.", NOT_BEFORE, [(1989, None)]),
    ("fr", "Le génocide rwandais a marqué l'Afrique.", NOT_BEFORE, [(1994, None)]),
    ("de", "Seit dem Mauerfall lebt er dort.", NOT_BEFORE, [(1989, None)]),
    ("it", "Dopo il disastro di Chernobyl la legge fu cambiata.", NOT_BEFORE, [(1986, None)]),
    ("ru", "Это было после падения Берлинской стены.", NOT_BEFORE, [(1989, None)]),
    ("ar", "كان ذلك بعد غزو الكويت.", NOT_BEFORE, [(1990, None)]),
    ("ar", "زار الكويت أمس.", NOT_BEFORE, []),
    ("tr", "Çernobil felaketi unutulmadı.", NOT_BEFORE, [(1986, None)]),
]


@pytest.mark.parametrize(("language", "text", "kind", "expected"), THINGS, ids=lambda value: str(value)[:40])
def test_things_date_a_text(
    language: str, text: str, kind: EraKind, expected: list[tuple[int | None, int | None]]
) -> None:
    assert stretches(text, language, kind) == expected


def test_each_is_told_once() -> None:
    told = [
        each.told
        for each in found("President Clinton spoke. President Clinton left. The European Union, the European Union.")
    ]
    assert len(told) == len(set(told)) == 2


def test_a_language_without_data_says_what_names_say() -> None:
    assert [each.kind for each in eras("Nachts fällt Facebook aus.", "xx", ())] == [NOT_BEFORE]


PIECES = st.sampled_from(
    ["President", "Bush", "former", "of", "the", "U.S.", ",", ".", "'s", "\n", "\n\n", "-", "رئيس", "الرئيس", "بوش",
     "πρόεδρος", "Κλίντον", "президент", "5", "euros", "King", "Abdullah", "Soviet", "Union", "\u0301", "\u200f", "İ"]
)  # fmt: skip


@given(
    st.lists(PIECES | st.text(max_size=5), max_size=30).map(" ".join), st.sampled_from(["en", "el", "ar", "ru", "xx"])
)
def test_no_text_is_too_odd(text: str, language: str) -> None:
    for era in found(text, language):
        assert era.interval_first is not None or era.interval_last is not None
        assert era.words
