"""Cleaning: litter goes, sentences stay. Whole pages stand in tests/cases/litter."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.pack import fetch_labels, header_labels
from extract.read.litter.clean import clean
from extract.read.litter.rules import Every, Lines, litter_file

SEEDS = Path(__file__).parent.parent / "seeds"
PAGES = Path(__file__).parent / "cases" / "litter"
FILE = litter_file()


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("000", []),
        ("001", ["Loading…", "Read the full article here"]),
        ("002", ["Getting your Trinity Audio player ready...", "|"]),
        ("003", []),
        ("004", ["روسيا وإيران توقعان معاهدة “الشراكة الاستراتيجية الشاملة”", "[ad_1]", "[ad_2]", "المصدر"]),
    ],
)
def test_real_articles_lose_their_litter_and_nothing_else(name: str, gone: list[str]) -> None:
    (path,) = SEEDS.glob(f"{name}*")
    lines = [line.rstrip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    kept = [line for line in clean(path.read_text(encoding="utf-8")).split("\n") if line]
    assert [line for line in lines if line not in kept] == gone
    assert kept == [line for line in lines if line not in gone]


def test_the_header_line_stays_as_it_is() -> None:
    (path,) = SEEDS.glob("003*")
    assert clean(path.read_text(encoding="utf-8")).startswith(" date 2024-10-31 Η συνθήκη")


KEPT = [line for language in FILE.languages.values() for line in language.keep] + list(FILE.every.keep)


@pytest.mark.parametrize("line", KEPT)
@pytest.mark.parametrize("place", ["{}", "{}\n\nThe text.", "The text.\n{}\nThe text.", "The text.\n\n{}"])
def test_lines_that_look_alike_stay(line: str, place: str) -> None:
    text = place.format(line)
    assert clean(text) == text


@pytest.mark.parametrize(
    "line", [line for language in FILE.languages.values() for line in language.lines + language.leading]
)
def test_every_line_of_the_lists_goes(line: str) -> None:
    for written in (line, line.upper(), f"- {line} -", f"  {line}…"):
        assert clean(f"The text.\n{written}\nMore text.") == "The text.\nMore text."


LANGUAGES = pytest.mark.parametrize("rules", FILE.languages.values(), ids=FILE.languages)

PARAGRAPH = "The harbour was opened again on Monday, two years after a storm had destroyed its northern pier and nine of the boats in it."


def pages() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Language, name and marked lines of every page; an empty line has no mark."""
    found = []
    for file in sorted(PAGES.glob("*.txt")):
        text = re.sub(r"(?m)^#.*\n", "", file.read_text(encoding="utf-8"))
        for page in text.strip().removeprefix("===").split("\n==="):
            name, *lines = page.strip().split("\n")
            found.append((file.stem, name, [(line[:2].rstrip(), line[2:]) for line in lines]))
    return found


@pytest.mark.parametrize(("language", "name", "lines"), pages())
@pytest.mark.parametrize("form", ["as it stands", "without empty lines", "a paragraph a line"])
def test_pages(language: str, name: str, lines: list[tuple[str, str]], form: str) -> None:
    assert {mark for mark, _ in lines} <= {"-", "+", ""}, "every line has a mark"
    between = "\n\n" if form == "a paragraph a line" else "\n"
    text = between.join(line for _, line in lines if line or form == "as it stands")
    is_kept = [line for mark, line in lines if mark == "+"]
    assert [line for line in clean(text).split("\n") if line] == is_kept
    assert clean(clean(text)) == clean(text)


def test_every_language_with_rules_has_pages_and_lines_to_keep() -> None:
    assert set(FILE.languages) == {language for language, _, _ in pages()}
    assert all(len(language.keep) >= 10 for language in FILE.languages.values())


@pytest.mark.parametrize("line", ["{}: 13 January 2025", "{} 13.01.2025", "{} | 2025-01-13, 10:30", "{}"])
def test_lines_that_date_a_page_stay(line: str) -> None:
    for label in header_labels() | fetch_labels():
        text = f"A treaty is signed today\n{line.format(label)}\n{PARAGRAPH}"
        assert clean(text) == text


def goes(line: str) -> bool:
    return clean(f"The text.\n{line}\nMore text.") == "The text.\nMore text."


def stays(line: str) -> bool:
    text = f"The text.\n{line}\nMore text."
    return clean(text) == text


@LANGUAGES
@pytest.mark.parametrize("number", ["1", "12", "1,204", "3.5", "1.2K"])
def test_counters_go_with_any_number(rules: Lines, number: str) -> None:
    for line in rules.counters:
        assert goes(line.replace("#", number))


@LANGUAGES
@pytest.mark.parametrize(
    "form", ["{}", "{}:", "{}: A treaty is signed", "► {} | Will they sign?", "{} » A treaty", "[{}: A treaty]"]
)
def test_leads_go_with_a_headline_and_alone(rules: Lines, form: str) -> None:
    for lead in rules.leads:
        assert goes(form.format(lead))
        assert goes(form.format(lead.upper()))


@LANGUAGES
@pytest.mark.parametrize(
    "form",
    [
        "{}: a treaty is signed.",
        "{}: they signed the treaty. Nobody came",
        "“{}: a treaty”, he said",
        "{}: they signed the treaty" + " and they signed the treaty" * 8,
        "{} than ever was said of it",
    ],
)
def test_leads_stay_before_sentences(rules: Lines, form: str) -> None:
    for lead in rules.leads:
        assert stays(form.format(lead))


@LANGUAGES
def test_paths_of_pages_go(rules: Lines) -> None:
    assert rules.trails
    for first in rules.trails:
        assert goes(f"{first} > World > Europe")
        assert goes(f"{first} » World")
        assert stays(f"{first}: World")
        assert stays(f"{first} > they came home.")


def filled(phrase: str) -> str:
    return phrase.replace("...", "a b c").replace("#", "2019-2025")


@LANGUAGES
def test_notices_go_where_nothing_else_is_told(rules: Lines) -> None:
    assert rules.notices
    for notice in map(filled, rules.notices):
        assert goes(f"{notice} so and so")
        assert goes(f"{notice} so and so. {notice}!")
        assert stays(f"{notice} so, said 40 million readers")
        assert stays(f"{notice} so. The treaty was signed on Friday")
        assert stays(f"“{notice}” so he said")
        assert stays(f"{notice} so" + " and so" * 40)


@pytest.mark.parametrize("rules", [FILE.every, *FILE.languages.values()], ids=["every", *FILE.languages])
def test_last_notices_go_at_the_end_alone(rules: Lines | Every) -> None:
    for line in map(filled, rules.last_notices):
        assert clean(f"The text.\n\n{line} so.\n") == "The text."
        assert clean(f"The text.\n{line} so, 3 May 2025") == f"The text.\n{line} so, 3 May 2025"


@pytest.mark.parametrize("name", FILE.every.networks)
def test_a_network_alone_stays(name: str) -> None:
    for text in (name, f"Apps:\n{name}\n{name}\n{name}", f"The text.\n{name}, Telegram, Viber"):
        assert clean(text) == text


@LANGUAGES
def test_bars_go(rules: Lines) -> None:
    assert rules.buttons
    for button in rules.buttons:
        assert goes(f"{button} Facebook")
        assert goes(f"Facebook | Twitter | {button}")
        assert goes(f"{button}: Facebook • X • WhatsApp")
        assert stays(f"{button} Tumblr.")
        assert stays(f"{button}, Tumblr")
        assert stays(f"{button} Tumblr shares")


@LANGUAGES
def test_tags_go_where_they_are_short(rules: Lines) -> None:
    assert rules.labels
    for label in rules.labels:
        assert goes(f"{label}: Iran, war in Ukraine, 2025")
        assert stays(f"{label}: Iran, which on Friday signed the treaty")
        assert stays(f"{label}: Iran.")
        assert stays(f"{label}: News, Posted: 5 May 2024")


@pytest.mark.parametrize("script", FILE.every.scripts)
def test_scripts_go(script: str) -> None:
    assert goes(f"{script} window.x('a', 2024); }});")


@pytest.mark.parametrize(
    "line",
    [
        "Putin and Pezeshkian in Moscow, January 17, 2025. REUTERS/Evgenia Novozhenina/Pool",
        "Putin and Pezeshkian in Moscow, January 17, 2025",
        "Getty Images",
        "© Reuters",
        "© AFP 2024",
        "Ο Πούτιν και ο Πεζεσκιάν στη Μόσχα, 17 Ιανουαρίου 2025 (AP Photo)",
        "بوتين وبزشكيان في موسكو، 17 كانون الثاني/يناير 2025 (غيتي/صورة أرشيفية)",
        "Путин и Пезешкиан в Москве, 17 января 2025 года. © РИА Новости",
    ],
)
def test_captions_and_credits_stay(line: str) -> None:
    for text in (
        f"{PARAGRAPH}\n{line}\n{PARAGRAPH} So.",
        f"{PARAGRAPH}\n\n{line}",
        f"Advertisement\n{PARAGRAPH}\n{line}",
    ):
        assert line in clean(text).split("\n")


ENDED = f"{PARAGRAPH}\n{PARAGRAPH} So."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        # the next line is a link's headline only where paragraphs are told from it
        (f"{ENDED}\nRead also:\nFive charts on the storm\nMore.", f"{ENDED}\nMore."),
        (f"{ENDED}\nRead also:\n\nFive charts on the storm\n\nMore.", f"{ENDED}\n\nMore."),
        (f"{ENDED}\nRead also:\nThe storm came on Friday.\nMore.", f"{ENDED}\nThe storm came on Friday.\nMore."),
        (f"{ENDED}\nRead also:\n\n\nFive charts on the storm\nMore.", f"{ENDED}\n\nFive charts on the storm\nMore."),
        (f"{ENDED}\nRead also\nFive charts on the storm\nMore.", f"{ENDED}\nFive charts on the storm\nMore."),
        ("Text.\nRead also:\nFive charts on the storm\nMore.", "Text.\nFive charts on the storm\nMore."),
        (
            f"{ENDED}\nRead also:\nIn Moscow, January 17, 2025. REUTERS/Pool\nMore.",
            f"{ENDED}\nIn Moscow, January 17, 2025. REUTERS/Pool\nMore.",
        ),
        (f"{ENDED}\nRead also:\n- Five charts on the storm\n- Who was in the boats\nThe boats", f"{ENDED}\nThe boats"),
        # broken lines
        ("They spent all of it on the\nadvertising.\nMore.", "They spent all of it on the\nadvertising.\nMore."),
        ("They spent all of it.\nadvertising.\nMore.", "They spent all of it.\nMore."),
        ("أنفقوا كل ما لديهم في ذلك العام على\nإعلان.\nوبعد", "أنفقوا كل ما لديهم في ذلك العام على\nإعلان.\nوبعد"),
        # a headline that comes again
        (
            "World\nA treaty is signed today\nBy X\nA treaty is signed today\nText.",
            "World\nA treaty is signed today\nBy X\nText.",
        ),
        (
            "A treaty is signed today | The Courier\nA treaty is signed today\nText.",
            "A treaty is signed today | The Courier\nText.",
        ),
        ("A treaty is signed today\nA treaty is signed today - The Courier\nText.", "A treaty is signed today\nText."),
        (
            "A treaty is signed today\nA treaty is signed today - on 5 May\nText.",
            "A treaty is signed today\nA treaty is signed today - on 5 May\nText.",
        ),
        (
            "Text.\nThey signed it at noon.\nThey signed it at noon.",
            "Text.\nThey signed it at noon.\nThey signed it at noon.",
        ),
        ("A treaty is signed today\n" * 9, "A treaty is signed today"),
        ("[ad_1]" * 90 + " The treaty was signed.", "The treaty was signed."),
    ],
)
def test_what_stands_beside_a_line_counts(raw: str, text: str) -> None:
    assert clean(raw) == text


def test_a_line_that_comes_again_and_again_may_be_a_speaker_or_a_refrain() -> None:
    text = "\n".join(f"Words {number} of the text.\nThe people of this island" for number in range(9))
    assert clean(f"Head.\nFirst.\n{text}") == f"Head.\nFirst.\n{text}"


@pytest.mark.parametrize("line", [line for language in FILE.languages.values() for line in language.last_lines])
def test_last_lines_go_at_the_end_alone(line: str) -> None:
    assert clean(f"The text.\n\n{line}\n") == "The text."
    assert clean(f"The text.\n{line}\nMore text.") == f"The text.\n{line}\nMore text."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("[ad_1][ad_2] The treaty was signed.", "The treaty was signed."),
        ('[caption id="a1" align="left"]Putin in Moscow.', "Putin in Moscow."),
        ("Getting your Trinity Audio player ready... The treaty was signed.", "The treaty was signed."),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("one  \n\n\n \n\ntwo\n\n", "one\n\ntwo"),
        ("\ufeffa\0b\x1b[31mc\td", "ab[31mc\td"),
        ("|\n * * *\n…\n", ""),
        ("", ""),
        ("A treaty is signed today\n\nA TREATY IS SIGNED TODAY\nText.", "A treaty is signed today\n\nText."),
        (
            "“A treaty” is signed today\nBy X\n\n«A treaty» is signed today!\nText.",
            "“A treaty” is signed today\nBy X\n\nText.",
        ),
        ("No, no, no.\nNo, no, no.", "No, no, no.\nNo, no, no."),
    ],
)
def test_cases(raw: str, text: str) -> None:
    assert clean(raw) == text


def test_a_headline_comes_again_near_the_start_alone() -> None:
    body = [f"Line {number} of the text." for number in range(4)]
    headline = "A treaty is signed today"
    inside = [headline, *body, headline, "End."]
    outside = [headline, *body, "Line 4 of the text.", headline, "End."]
    assert clean("\n".join(inside)) == "\n".join([headline, *body, "End."])
    assert clean("\n".join(outside)) == "\n".join(outside)


LINES = st.sampled_from(
    [
        "",
        " ",
        "|",
        "[ad_1]",
        "[ad_1] Text.",
        "Loading…",
        "Source",
        "A treaty is signed today",
        "Text on 5 May.",
        "Read also:",
        "Related: Five charts on the storm",
        "Five charts on the storm",
        "- Five charts on the storm",
        "A treaty is signed today | The Courier",
        "They spent nearly all of it on the",
        "advertising.",
        "Facebook",
        "Facebook | Twitter | Email",
        "© 2024 The Courier. All rights reserved.",
        "We use cookies to improve. Learn more.",
        "Tags: a, b",
        "12 Comments",
        "They spoke:",
        PARAGRAPH,
        "\r",
        "\x85",
        "[ad",
    ]
)


PAGE_LINES = st.sampled_from([line for _, _, lines in pages() for _, line in lines] + ["", ""])


@given(st.lists(LINES).map("\n".join) | st.lists(PAGE_LINES).map("\n".join) | st.text())
def test_to_clean_again_changes_nothing(raw: str) -> None:
    assert clean(clean(raw)) == clean(raw)


@given(st.lists(LINES).map("\n".join) | st.text())
def test_form_of_every_cleaned_text(raw: str) -> None:
    text = clean(raw)
    assert "\n\n\n" not in text
    assert "\r" not in text
    assert not text.startswith("\n")
    assert text == text.rstrip()
    assert len(text) <= len(raw)


@pytest.mark.parametrize(
    "piece",
    [
        "[ad_",
        "[ad_1]",
        "[ad a=",
        "_",
        " ",
        "[",
        "a",
        "\n",
        "[ad_1]\n",
        "Source\n",
        "Read also:\n",
        "Read also:\n\n- Five charts on it\n",
        "Facebook\n",
        "Facebook | ",
        "© 2024 ",
        "We use cookies to a. ",
        "Tags: a, b, ",
        "The post ",
        "- ",
        "A treaty is signed today\n",
        "A treaty is signed today | The Courier\n",
        "«",
        "1.",
        "Share on Facebook ",
    ],
)
def test_no_line_takes_long(piece: str) -> None:
    started = time.process_time()
    clean(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 5
