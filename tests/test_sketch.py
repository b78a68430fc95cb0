"""What counts as a copy of a text, in several scripts, and what does not."""

from hashlib import sha256
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.sketch import BANDS, FEWEST_SHINGLES, Sketch, are_copies, cells, resemblance, sketch

ENGLISH = """Harbour workers end strike
Dock workers in the northern port of Varnholm ended a nine-day strike on Tuesday after their union accepted a pay rise of
four per cent. The strike had kept more than sixty ships waiting outside the breakwater and cost exporters millions.
Shipping companies welcomed the agreement, while smaller unions said that the offer fell short of what they had asked for.
The port will work through the weekend, its director told reporters, so that the ships can leave before the storm.
"""
GREEK = """Τέλος στην απεργία των λιμενεργατών
Οι εργάτες του βόρειου λιμανιού σταμάτησαν την Τρίτη την απεργία που κράτησε εννέα ημέρες, αφού το σωματείο τους δέχτηκε
αύξηση τέσσερα τοις εκατό. Περισσότερα από εξήντα πλοία περίμεναν έξω από τον κυματοθραύστη και οι εξαγωγείς έχασαν
εκατομμύρια. Οι ναυτιλιακές εταιρείες χαιρέτισαν τη συμφωνία, ενώ τα μικρότερα σωματεία είπαν ότι η προσφορά δεν αρκεί.
Το λιμάνι θα δουλέψει όλο το σαββατοκύριακο, είπε ο διευθυντής του στους δημοσιογράφους.
"""
ARABIC = """عمال الميناء ينهون إضرابهم
أنهى عمال الميناء الشمالي يوم الثلاثاء إضراباً استمر تسعة أيام بعد أن قبلت نقابتهم زيادة في الأجور بنسبة أربعة في المئة.
وكانت أكثر من ستين سفينة تنتظر خارج حاجز الأمواج وخسر المصدرون الملايين. ورحبت شركات الشحن بالاتفاق بينما قالت نقابات
أصغر إن العرض أقل مما طلبته. وسيعمل الميناء طوال عطلة نهاية الأسبوع كما قال مديره للصحفيين حتى تغادر السفن قبل العاصفة.
"""
CHINESE = """码头工人结束罢工
北部港口的码头工人星期二结束了持续九天的罢工，此前他们的工会接受了百分之四的加薪。罢工使六十多艘船只在防波堤外等候，出口商损失数百万。
航运公司对协议表示欢迎，而较小的工会则表示，这一提议低于他们的要求。港口主任对记者说，港口周末将继续工作，以便船只在暴风雨到来之前离开。
"""
THAI = """คนงานท่าเรือยุติการนัดหยุดงาน
คนงานท่าเรือทางเหนือยุติการนัดหยุดงานเก้าวันเมื่อวันอังคารหลังจากสหภาพแรงงานยอมรับการขึ้นค่าจ้างร้อยละสี่
การนัดหยุดงานทำให้เรือกว่าหกสิบลำต้องรออยู่นอกเขื่อนกันคลื่นและผู้ส่งออกสูญเสียเงินหลายล้าน บริษัทเดินเรือยินดีกับข้อตกลงนี้
ขณะที่สหภาพแรงงานขนาดเล็กกล่าวว่าข้อเสนอนั้นน้อยกว่าที่พวกเขาขอ ท่าเรือจะทำงานตลอดสุดสัปดาห์ ผู้อำนวยการบอกกับนักข่าว
"""
TEXTS = {"en": ENGLISH, "el": GREEK, "ar": ARABIC, "zh": CHINESE, "th": THAI}
OTHER_TITLES = {
    "en": "Nine days are over", "el": "Τέλος μετά από εννέα ημέρες", "ar": "انتهت الأيام التسعة", "zh": "九天的等待", "th": "เก้าวันสิ้นสุดแล้ว",
}  # fmt: skip
PARAGRAPHS = {
    "en": "Two years ago a similar dispute at the same port went on for a month and was settled in court only.",
    "el": "Πριν από δύο χρόνια μια παρόμοια διαμάχη στο ίδιο λιμάνι κράτησε έναν μήνα και έληξε στα δικαστήρια.",
    "ar": "وقبل عامين استمر نزاع مماثل في الميناء نفسه شهراً كاملاً ولم يحسم إلا في المحكمة.",
    "zh": "两年前，同一港口发生过类似的纠纷，持续了一个月，最后才由法院裁决。",
    "th": "สองปีก่อนข้อพิพาทคล้ายกันที่ท่าเรือเดียวกันดำเนินไปหนึ่งเดือนและยุติลงในศาล",
}
ANOTHER_REPORT = """Varnholm port reopens as dockers go back to work
A pay rise of four per cent has brought the dock workers of Varnholm back to the quays. Their union accepted the offer on
Tuesday, nine days after the walkout began. "We could not have held out through the winter," its chairwoman said. More than
sixty ships still lie outside the breakwater; it will take until Sunday to load them, according to the harbour master, who
expects a storm on Monday. Exporters put their losses at several millions, and two smaller unions are still unhappy.
"""


def retitled(language: str) -> str:
    return OTHER_TITLES[language] + "\n" + TEXTS[language].partition("\n")[2]


def copies(one: str, other: str) -> bool:
    return are_copies(sketch(one), sketch(other))


def meet(one: str, other: str) -> bool:
    return not set(cells(sketch(one))).isdisjoint(cells(sketch(other)))


@pytest.mark.parametrize("language", TEXTS)
def test_another_title_a_cut_and_a_paragraph_more_leave_a_copy(language: str) -> None:
    text = TEXTS[language]
    cut = text.rpartition("\n")[0][: len(text) * 3 // 4]
    for changed in (retitled(language), cut, text + PARAGRAPHS[language], text.upper(), text.replace("\n", "\n\n  ")):
        assert copies(text, changed), changed
        assert meet(text, changed), changed


def test_a_changed_line_leaves_a_copy() -> None:
    changed = ENGLISH.replace("sixty ships waiting outside the breakwater", "fifty vessels at anchor off the coast")
    assert changed != ENGLISH
    assert copies(ENGLISH, changed)


def test_no_other_report_of_the_event_is_a_copy() -> None:
    assert not copies(ENGLISH, ANOTHER_REPORT)
    assert not any(copies(TEXTS[one], TEXTS[other]) for one, other in combinations(TEXTS, 2))


def test_what_is_mostly_its_own_is_a_voice_of_its_own() -> None:
    """Though a short text stands in it whole: else a round-up would make all those copies whom it gathers."""
    assert not copies(ENGLISH, ANOTHER_REPORT + ENGLISH + GREEK)
    assert copies(ENGLISH, ENGLISH + PARAGRAPHS["en"] + PARAGRAPHS["el"])


def test_a_quotation_in_common_makes_no_copies() -> None:
    speech = "\n".join(ENGLISH.splitlines()[1:3])
    assert not copies(ANOTHER_REPORT + speech, GREEK + speech)


@pytest.mark.parametrize(
    "text", ["", "…", "Photo: Reuters", "The shop is closed on Monday, 13 January.", " ".join(["yes"] * 500)]
)
def test_very_short_texts_are_nobodys_copies_be_they_the_same(text: str) -> None:
    assert sketch(text).shingles < FEWEST_SHINGLES
    assert resemblance(sketch(text), sketch(text)) == 1
    assert not copies(text, text)
    assert not cells(sketch(text))


def test_the_shortest_that_proves_something() -> None:
    words = [f"word{number}" for number in range(FEWEST_SHINGLES + 2)]
    assert copies(" ".join(words), " ".join(words))
    assert len(cells(sketch(" ".join(words)))) == BANDS
    assert not copies(" ".join(words[1:]), " ".join(words[1:]))


def test_an_empty_text_is_like_no_other() -> None:
    assert resemblance(sketch(""), sketch(ENGLISH)) == 0


@pytest.mark.parametrize("language", ["zh", "th"])
def test_without_spaces_a_changed_word_costs_no_line(language: str) -> None:
    changed = TEXTS[language].replace("船只", "货轮", 1).replace("นักข่าว", "สื่อมวลชน", 1)
    assert changed != TEXTS[language]
    assert resemblance(sketch(TEXTS[language]), sketch(changed)) > 0.8


def test_words_of_another_script_stay_whole_among_characters() -> None:
    wide = CHINESE.replace("北部", "Varnholm")
    assert resemblance(sketch(wide), sketch(wide.replace("Varnholm", "Varnholms"))) > 0.8
    assert sketch("码头abc工人") == sketch("码 头 abc 工 人")


def test_every_machine_makes_the_same_sketch() -> None:
    made = [sketch(text) for text in TEXTS.values()]
    assert sha256(b"".join(each.least for each in made)).hexdigest()[:16] == "2dacc2e21083c61d"
    assert sha256(repr([cells(each) for each in made]).encode()).hexdigest()[:16] == "7414faff8c252add"


def test_the_seeds_are_five_voices() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
    assert len(texts) == 5
    assert not any(copies(one, other) for one, other in combinations(texts, 2))


def shared(one: list[str], other: list[str]) -> float:
    first, second = ({tuple(words[at : at + 3]) for at in range(len(words) - 2)} for words in (one, other))
    return len(first & second) / len(first | second)


@pytest.mark.parametrize("common", range(0, 401, 50))
def test_resemblance_is_the_share_of_shingles_in_common(common: int) -> None:
    """Within four standard errors of 126 functions at one half."""
    one = [f"word{number}" for number in range(400)]
    other = one[:common] + [f"other{number}" for number in range(400 - common)]
    assert abs(resemblance(sketch(" ".join(one)), sketch(" ".join(other))) - shared(one, other)) < 0.18


WORDS = st.lists(
    st.sampled_from(["alpha", "beta", "gamma", "delta", "epsilon", "你", "好", "أ", "ب", "12", "end"]), max_size=80
).map(" ".join)


@given(WORDS | st.text())
def test_a_text_is_like_itself_however_it_is_written(text: str) -> None:
    assert resemblance(sketch(text), sketch(text)) == 1
    assert sketch(f"  {text}\n") == sketch(text)
    assert isinstance(sketch(text), Sketch)


@given(WORDS, WORDS)
def test_likeness_is_mutual(one: str, other: str) -> None:
    first, second = sketch(one), sketch(other)
    assert resemblance(first, second) == resemblance(second, first)
    assert 0 <= resemblance(first, second) <= 1
    assert are_copies(first, second) == are_copies(second, first)


@given(st.lists(st.integers(0, 99), min_size=FEWEST_SHINGLES + 2, max_size=99, unique=True).map(str))
def test_equal_texts_are_copies_and_meet_everywhere(text: str) -> None:
    assert copies(text, text)
    assert len(set(cells(sketch(text)))) == BANDS
