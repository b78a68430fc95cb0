import zlib
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.read.format import HEAD_BYTES
from extract.read.limits import LIMITS
from extract.read.pdf.kind import PDF
from extract.read.pieces import Piece, Text
from tests.making import pdf
from tests.making.articles import ARABIC, ARTICLES, ENGLISH, GREEK
from tests.making.pdf import GAP, LEADING, LEFT, SIZE, TOP, Shown, document, from_left, set_lines

OCR = "through text recognition (OCR) first"


def read(data, limits=LIMITS):
    return list(PDF.read(Piece("in/a.pdf", data), limits))


def text_of(data):
    (found,) = read(data)
    return found.text


def refusal(data, limits=LIMITS):
    with pytest.raises(Unreadable) as refused:
        read(data, limits)
    return str(refused.value)


def page(*paragraphs, title="", place=from_left, **how):
    return set_lines(title, paragraphs, place, **how)


def by_name(article):
    return article.language


@pytest.mark.parametrize("article", ARTICLES, ids=by_name)
def test_article(article):
    (found,) = read(pdf.make(article, language=article.language))
    assert found == Text(article.text, title=article.title, language=article.language)


@pytest.mark.parametrize("place", [pdf.as_seen, pdf.word_by_word, pdf.as_browsers_print, pdf.as_recognised])
def test_right_to_left_text_comes_out_as_it_is_read(place):
    (found,) = read(document([page(*ARABIC.paragraphs, title=ARABIC.title, place=place)]))
    assert (found.text, found.title) == (ARABIC.text, ARABIC.title)
    assert "17 يونيو، كما" in found.text


def test_right_to_left_text_of_which_each_half_is_stored_otherwise_is_refused():
    first = page(*ARABIC.paragraphs[:2], place=pdf.as_seen)
    second = page(*ARABIC.paragraphs[2:], place=from_left)
    assert refusal(document([first, second])) == (
        "in/a.pdf holds right-to-left text whose order cannot be told: save it from its program as DOCX or plain text"
    )


def test_few_right_to_left_words_of_doubtful_order_do_not_hinder_the_rest():
    words = [Shown("سيفتح،", LEFT, 300), Shown("،سيفتح", LEFT, 250)]
    (found,) = read(document([pdf.set_lines(ENGLISH.title, ENGLISH.paragraphs, from_left) + words]))
    assert found.text.startswith(ENGLISH.text)


def test_latin_words_and_a_date_in_right_to_left_text():
    line = "בשנת 2024 כתב the BBC: ‎(ויקטור) 3/4/2025, 2019-2020."
    visual = ".2019-2020 ,3/4/2025 (רוטקיו) :the BBC בתכ 2024 תנשב"
    data = document([[Shown(visual, LEFT, TOP), Shown("םולש םינבה ,ןימסי ,םילשורי", LEFT, TOP - 60)]])
    assert text_of(data).split("\n\n")[0] == line.replace("\u200e", "")


# Lines and paragraphs

FILLER = "The commission heard nine witnesses on that day and read all letters of the harbour"


def lines(*texts, x=LEFT, top=TOP, leading=LEADING):
    return [Shown(text, x, top - index * leading * SIZE) for index, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (("It was signed on the evening of the 17", "January 2025 in Antra."), "the 17 January 2025 in"),
        (("They came to an agree-", "ment after nine hours."), "an agreement after"),
        (("They came to an agree\u2010", "ment after nine hours."), "an agreement after"),
        (("They came to an agree\u00ad", "ment after nine hours."), "an agreement after"),
        (("Part of the Franco-", "German committee left."), "Franco-German committee"),
        (("It was in force in 2019-", "2020 and then no more."), "2019-2020 and"),
        (("It was in force in 2019–", "2020 and then no more."), "2019–2020 and"),
        (("He said no word of it –", "not even to his wife."), "it – not even"),
        (("A well-known man was he, a well-", "known one indeed it was."), "a well-known one"),
        (("Nobody thought of it: an in-", "different crowd, indifferent as ever."), "an indifferent crowd"),
        (("委員会は九人の証人から話を聞き", "そして手紙を読んだ。"), "聞きそして"),
        (("위원회는 아홉 명의 증인을", "불러 이야기를 들었다."), "증인을 불러"),
    ],
)
def test_what_a_lines_end_breaks_is_whole(broken, whole):
    full = f"{FILLER[: len(FILLER) - len(broken[0]) - 1]} {broken[0]}" if broken[0].isascii() else broken[0]
    text = text_of(document([lines(full, broken[1], leading=LEADING)]))
    assert whole in text
    assert "\n" not in text.partition(whole)[0]


def test_indented_paragraphs_without_space_between():
    shown = lines(FILLER, FILLER, f"“{FILLER[4:].capitalize()}", FILLER, FILLER[4:].capitalize(), FILLER)
    shown = [replace(each, x=LEFT + 2 * SIZE) if at in {2, 4} else each for at, each in enumerate(shown)]
    assert text_of(document([shown])).count("\n\n") == 2


def test_a_short_last_line_ends_a_paragraph():
    assert text_of(document([lines(FILLER, "and left.", FILLER, FILLER)])) == f"{FILLER} and left.\n\n{FILLER} {FILLER}"


def test_a_sentence_that_ends_with_a_full_line_does_not_end_the_paragraph():
    full = f"{FILLER[:-1]}."
    assert "\n" not in text_of(document([lines(FILLER, full, FILLER, FILLER)]))


def test_lines_of_double_space_are_one_paragraph():
    assert "\n" not in text_of(document([lines(*(FILLER,) * 8, leading=2.4)]))


def test_items_of_a_list_are_paragraphs():
    text = text_of(document([lines("• on 3 March 2023 the first", "• on 4 March 2023 the second")]))
    assert text == "• on 3 March 2023 the first\n\n• on 4 March 2023 the second"


def test_a_note_mark_is_no_part_of_the_year_before_it():
    mark = Shown("12", LEFT + pdf.width("It was in 2023"), TOP + 4, 6)
    after = Shown("and so on.", LEFT + pdf.width("It was in 2023") + 12, TOP)
    assert text_of(document([[Shown("It was in 2023", LEFT, TOP), mark, after]])) == "It was in 2023¹² and so on."


def test_what_is_drawn_twice_is_read_once():
    once = lines(FILLER)
    assert text_of(document([once + [replace(each, x=each.x + 0.3) for each in once]])) == FILLER


def test_words_that_only_a_gap_parts():
    assert (
        text_of(document([[Shown("two", LEFT, TOP), Shown("words", LEFT + pdf.width("two") + 3, TOP)]])) == "two words"
    )


def test_ligatures_and_marks():
    assert text_of(document([[Shown("the ﬁrst café", LEFT, TOP)]])) == "the first café"
    assert text_of(document([[Shown("cafe\u0301", LEFT, TOP)]])) == "café"


# What is drawn in other ways


def drawn(*operators, letters):
    return text_of(document([[b"BT /F1 11 Tf " + b" ".join(operators) + b" ET\n"]], letters=letters))


def show(text):
    return pdf.codes(text) + b" Tj"


def test_lines_of_a_page_that_is_turned():
    first, second = "The harbour of", "Kalvos was reopened"
    turned = drawn(b"0 1 -1 0 300 72 Tm", show(first), b"0 -14 Td", show(second), letters=first + second)
    assert turned == f"{first} {second}"


def test_a_stamp_across_the_page_is_left_out():
    stamp = drawn(
        b"1 0 0 1 72 700 Tm", show(FILLER), b".7 .7 -.7 .7 100 100 Tm", show("DRAFT"), letters=f"{FILLER}DRAFT"
    )
    assert stamp == FILLER


def test_right_to_left_text_that_is_drawn_from_right_to_left():
    line = "وحضر الحفل نحو ضيف."
    assert drawn(b"-1 0 0 1 500 700 Tm", show(line), letters=line) == line


def test_text_that_stands_for_what_is_drawn():
    actual = b"/Span <</ActualText %s>> BDC" % b"<feff00660069>"
    assert (
        drawn(b"1 0 0 1 72 700 Tm", show("the "), actual, show("#"), b"EMC", show("rst"), letters="the#rst ")
        == "the first"
    )


def test_operators_of_all_kinds():
    text = "one two six"
    parts = [
        b"1 0 0 1 72 700 Tm 14 TL 2 Tr 0 Tc 0 Tw 100 Tz",
        b"[" + pdf.codes("on") + b" -20 " + pdf.codes("e") + b" -600 " + pdf.codes("two") + b"] TJ",
        b"T*",
        show("two"),
        pdf.codes("six") + b" '",
        b"0 0 " + pdf.codes("one") + b' "',
        b"0 -14 TD",
        show("two"),
    ]
    assert drawn(*parts, letters=text) == "one two two six one two"


# Columns


def test_columns_are_read_one_after_the_other():
    left = set_lines("", ENGLISH.paragraphs[:2], from_left, signs=38)
    right = [replace(each, x=LEFT + 240) for each in set_lines("", ENGLISH.paragraphs[2:], from_left, signs=38)]
    by_rows = sorted(left + right, key=lambda each: -each.y)
    assert text_of(document([by_rows])) == ENGLISH.body


def test_columns_that_run_from_right_to_left():
    right = set_lines("", ARABIC.paragraphs[:2], pdf.as_seen, signs=38)
    left = [replace(each, x=each.x - 240) for each in set_lines("", ARABIC.paragraphs[2:], pdf.as_seen, signs=38)]
    assert text_of(document([sorted(left + right, key=lambda each: -each.y)])) == ARABIC.body


def test_a_paragraph_goes_on_in_the_next_column():
    whole = " ".join(ENGLISH.paragraphs[:3]).replace(". ", ", ")
    rows = pdf.wrapped(whole, signs=38)
    half = len(rows) // 2
    shown = lines(*rows[:half]) + lines(*rows[half:], x=LEFT + 240)
    assert text_of(document([shown])) == whole


def test_rows_of_a_table_stay_together():
    days = lines(*(f"{day} March 2023" for day in range(3, 13)))
    events = lines(*(f"The commission heard witness {day}" for day in range(3, 13)), x=LEFT + 200)
    text = text_of(document([days + events]))
    assert "3 March 2023 The commission heard witness 3" in text
    assert "12 March 2023 The commission heard witness 12" in text


# Pages


def in_pages(paragraphs, rows_a_page, *, head="", foot=""):
    """A page for so many lines, with what runs over all of them."""
    rows = [(line, at == 0) for text in paragraphs for at, line in enumerate(pdf.wrapped(text))]
    pages = []
    for first in range(0, len(rows), rows_a_page):
        number, y, shown = len(pages) + 1, TOP, []
        shown += [Shown(head.format(number), LEFT, TOP + 40)] if head else []
        shown += [Shown(foot.format(number), 290, 40)] if foot else []
        for line, begins in rows[first : first + rows_a_page]:
            y -= LEADING * SIZE + (GAP * SIZE if begins else 0)
            shown.append(Shown(line, LEFT, y))
        pages.append(shown)
    return pages


@pytest.mark.parametrize("article", [ENGLISH, GREEK], ids=by_name)
@pytest.mark.parametrize(
    ("head", "foot"), [("The Antra Courier", "{}"), ("", "Page {} of 4"), ("{}  The Antra Courier", ""), ("", "- {} -")]
)
def test_paragraphs_over_pages_are_whole_and_what_runs_over_pages_is_left_out(article, head, foot):
    words = article.body.replace(".", "").split()
    paragraphs = [" ".join((*words[at * 7 : at * 9 + 20], *words[:at])) + "." for at in range(12)]
    pages = in_pages(paragraphs, 11, head=head, foot=foot)
    assert len(pages) == 4
    assert text_of(document(pages)) == "\n\n".join(paragraphs)


def test_a_right_to_left_paragraph_goes_on_overleaf():
    rows = pdf.wrapped(" ".join(ARABIC.paragraphs))
    pages = [
        [shown for at, row in enumerate(part) for shown in pdf.as_seen(row, TOP - at * 15)]
        for part in (rows[:4], rows[4:])
    ]
    assert text_of(document(pages)) == " ".join(ARABIC.paragraphs)


def test_years_at_the_foot_of_pages_are_no_page_numbers():
    pages = [lines(*(f"{FILLER} {year}",) * 5, f"since {year}", f"{year}.") for year in (2019, 2023, 1999, 1950)]
    text = text_of(document(pages))
    assert [text.count(str(year)) for year in (2019, 2023, 1999, 1950)] == [7] * 4


WORDS = ENGLISH.body.replace(".", "").split()


def told(at, count=14):
    """So many words, others for each number."""
    return " ".join(WORDS[at * 3 :][:count])


def test_heads_that_change_with_the_chapter_end_with_the_pages_number():
    heads = ["I. The storm  1", "I. The storm  2", "II. The court  3", "III. Repairs  4", "III. Repairs  5"]
    told_by_page = [(told(at), f"and {told(at + 7, 2)}.") for at in range(5)]
    pages = [[Shown(head, LEFT, TOP + 40), *lines(*rows)] for head, rows in zip(heads, told_by_page, strict=True)]
    assert text_of(document(pages)) == "\n\n".join(map(" ".join, told_by_page))


def test_days_at_the_head_of_pages_stay():
    days = [f"{day} March 2023" for day in range(1, 6)]
    text = text_of(document([lines(day, f"{FILLER} {at * at}", "and left.") for at, day in enumerate(days)]))
    assert all(day in text for day in days)


def test_a_day_that_runs_over_all_pages_is_left_in_once():
    paragraphs = [f"{told(at, 20)}." for at in range(12)]
    text = text_of(document(in_pages(paragraphs, 7, head="The Antra Courier, 10 June 2025")))
    assert text == "\n\n".join(("The Antra Courier, 10 June 2025", *paragraphs))


def test_a_page_with_nothing_but_a_line_that_others_have_keeps_it():
    days = [f"On {day} March it rained in Antra." for day in range(1, 6)]
    assert text_of(document([lines(day) for day in days])).count("March") == 5


def test_words_beside_leaders():
    assert text_of(
        document(
            [
                [Shown("The", LEFT, TOP), Shown("storm", LEFT + pdf.width("The") + 3, TOP)]
                + [Shown(".", LEFT + 60 + at * 9, TOP) for at in range(30)]
            ]
        )
    ).startswith("The storm")


def test_heads_of_two_pages_stay():
    assert text_of(document(in_pages(ENGLISH.paragraphs, 6, head="The Antra Courier"))).count("The Antra Courier") == 2


# Properties


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (ENGLISH.title, ENGLISH.title),
        ("Repairs cost 38 million", "Repairs cost 38 million"),
        ("The harbour and those who built it", "The harbour and those who built it"),
        ("Microsoft Word - harbour_final.doc", ENGLISH.title),
        ("Microsoft Word - Dokument1", ENGLISH.title),
        ("C:\\Users\\jw\\Desktop\\harbour and pier", ENGLISH.title),
        ("harbour-2025-06.indd", ENGLISH.title),
        ("untitled", ENGLISH.title),
        ("Layout 1", ENGLISH.title),
        ("2025 06 10 0017 3", ENGLISH.title),
        ("", ENGLISH.title),
    ],
)
def test_title(given, title):
    (found,) = read(pdf.make(ENGLISH, info={"Title": given}))
    assert found.title == title


def test_no_title_where_nothing_is_larger():
    (found,) = read(document([page(*ENGLISH.paragraphs)]))
    assert (found.title, found.text) == (None, ENGLISH.body)


def xmp(**values):
    names = "".join(f"<{name.replace('_', ':')}>{value}</{name.replace('_', ':')}>" for name, value in values.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        f' xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">{names}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="w"?>'
    )


def one_of(value):
    return f"<rdf:Alt><rdf:li xml:lang='x-default'>{value}</rdf:li><rdf:li xml:lang='fr'>Le port</rdf:li></rdf:Alt>"


@pytest.mark.parametrize("article", ARTICLES, ids=by_name)
def test_described_article(article):
    described = xmp(
        dc_title=one_of(article.title),
        dc_publisher=one_of(article.publisher),
        prism_publicationDate=article.date,
        prism_url=article.url,
    )
    (found,) = read(pdf.make(article, xmp=described, language=f"{article.language}-XX"))
    assert found == Text(
        article.text,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        date=article.date,
        date_from="its properties (prism:publicationDate)",
        language=article.language,
    )


@pytest.mark.parametrize(
    ("values", "date"),
    [
        ({"dc_date": one_of("2025-06-10")}, "2025-06-10"),
        ({"dc_date": "2025-06-10T23:30:00-05:00"}, "2025-06-10"),
        ({"dc_date": "2025"}, "2025"),
        ({"prism_coverDate": "2025-06"}, "2025-06"),
        ({"dc_date": "2025-06-10", "xmp_CreateDate": "2025-06-10T10:00:00Z"}, None),
        ({"dc_date": "2019-02-03"}, None),
        ({"prism_publicationDate": "2019-02-03"}, "2019-02-03"),
        ({"xmp_CreateDate": "2025-06-10"}, None),
        ({"dc_date": "2025-02-31"}, None),
        ({"dc_date": "10 June"}, None),
        ({}, None),
    ],
)
def test_date_only_where_it_is_said_to_be_of_publication(values, date):
    (found,) = read(pdf.make(ENGLISH, xmp=xmp(**values), info={"CreationDate": "D:20190203101112Z"}))
    assert found.date == date
    assert (found.date_from is None) == (date is None)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "news.example.org", "http://[", "https:///x"])
def test_addresses_that_are_none(address):
    (found,) = read(pdf.make(ENGLISH, xmp=xmp(prism_url=address)))
    assert found.url is None


def test_a_description_with_entities_is_left_alone():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    described = xmp(prism_publicationName="&b;").replace("<x:xmpmeta", f"{bomb}<x:xmpmeta", 1)
    (found,) = read(pdf.make(ENGLISH, xmp=described))
    assert (found.publisher, found.text) == (None, ENGLISH.text)


@pytest.mark.parametrize(
    ("given", "language"), [("EN-gb", "en"), ("el", "el"), ("english", None), ("", None), ("x", None)]
)
def test_language(given, language):
    (found,) = read(pdf.make(ENGLISH, language=given))
    assert found.language == language


# What cannot be read


def test_scanned():
    assert refusal(document([[], [], []], pictures={0, 1, 2})) == (
        f"in/a.pdf holds only pictures of pages, no text: run it {OCR}"
    )


def test_scanned_with_a_stamp_on_each_page():
    stamp = lines("Scanned 3/4/2019")
    assert refusal(document([stamp, stamp], pictures={0, 1})).endswith(OCR)


def test_partly_scanned():
    body = page(*ENGLISH.paragraphs, title=ENGLISH.title)
    text, trouble = read(document([body, [], [], [], lines("More was said on 17 June.")], pictures={1, 2, 3}))
    assert text.text == f"{ENGLISH.text}\n\nMore was said on 17 June."
    assert str(trouble) == f"in/a.pdf holds only pictures, no text, on pages 2-4: run them {OCR}"


def test_pictures_behind_text_are_no_scan():
    body = page(*ENGLISH.paragraphs, title=ENGLISH.title)
    assert text_of(document([body, []], pictures={0})) == ENGLISH.text


def test_fonts_that_do_not_tell_their_letters():
    data = pdf.make(ENGLISH).replace(b"/ToUnicode 5 0 R", b"/ToUnicorn 5 0 R")
    assert refusal(data) == f"in/a.pdf has fonts that do not tell which letters they draw: run it {OCR}"


def test_empty():
    assert refusal(document([[], []])) == "in/a.pdf holds no text: see whether it is the right file"


def test_locked():
    assert refusal(pdf.locked(pdf.make(ENGLISH), "secret")) == (
        "in/a.pdf is locked with a password: save a copy without it"
    )
    assert text_of(pdf.locked(pdf.make(ENGLISH), "")) == ENGLISH.text


def test_locked_in_a_way_that_is_not_known():
    lock = b"<</Filter/Standard/V 5/R 6/Length 256/P -4/O<%s>/U<%s>/OE<%s>/UE<%s>/Perms<%s>" % (
        *(b"00" * length for length in (48, 48, 32, 32, 16)),
    )
    lock += b"/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF>>"
    objects = [*pdf.objects_of(pdf.make(ENGLISH)), lock]
    assert refusal(
        pdf.written(objects, b"/Encrypt %d 0 R/ID[<00><00>]" % len(objects))
    ) in {  # by whether the cipher's package is there
        "in/a.pdf is locked in a way that is not known: open it in a PDF viewer and print it to a new PDF",
        "in/a.pdf is locked with a password: save a copy without it",
    }


def test_more_pages_than_are_read():
    data = document([lines(f"On {day} March it rained in Antra.") for day in range(1, 6)])
    text, trouble = read(data, LIMITS.model_copy(update={"pages": 3}))
    assert text.text.endswith("On 3 March it rained in Antra.")
    assert str(trouble) == "in/a.pdf has more than 3 pages: split it into parts; only its beginning was read"
    assert len(read(data, LIMITS.model_copy(update={"pages": 5}))) == 1


def test_more_bytes_than_are_read():
    data = pdf.make(ENGLISH)
    assert "is larger than 1,000 bytes" in refusal(data, LIMITS.model_copy(update={"file_bytes": 1000}))
    assert len(read(data, LIMITS.model_copy(update={"file_bytes": len(data)}))) == 1


def test_more_letters_than_are_read():
    text, trouble = read(
        document([lines(f"{FILLER} {at * at}") for at in range(9)]), LIMITS.model_copy(update={"text_bytes": 200})
    )
    assert 200 < len(text.text) < 400
    assert "holds more than 200 letters" in str(trouble)


def test_a_page_that_is_a_bomb_is_told_and_the_others_are_read():
    bomb = pdf.stream(b" " * 60_000_000)
    whole = document([lines(FILLER), lines("x")])
    objects = pdf.objects_of(whole)
    objects[8] = bomb
    text, trouble = read(pdf.written(objects))
    assert text.text == FILLER
    assert str(trouble).startswith("in/a.pdf is damaged on page 2: ")


# Hostile

DAMAGED = "in/a.pdf is damaged, or no PDF: open it in a PDF viewer and print it to a new PDF, or get it again"


def test_page_tree_that_holds_itself():
    catalog = b"<</Type/Catalog/Pages 2 0 R>>"
    assert refusal(pdf.written([catalog, b"<</Type/Pages/Count 1/Kids[2 0 R]>>"])) == DAMAGED
    nested = [catalog, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>"]
    assert refusal(pdf.written(nested)) == DAMAGED


@pytest.mark.parametrize("count", [b"2000000000", b"-1", b"(many)", b"2 0 R"])
def test_counts_of_pages_that_are_not_true(count):
    assert text_of(pdf.make(ENGLISH).replace(b"/Count 1", b"/Count " + count)) == ENGLISH.text


def test_forms_that_draw_themselves():
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>/XObject<</Im1 6 0 R>>>>"
    data = pdf.make(ENGLISH)
    again = pdf.stream(b"/Im1 Do /Im1 Do /Im1 Do", form)
    objects = pdf.objects_of(data)
    objects[5] = again
    objects[6] = pdf.stream(zlib.decompress(objects[6].split(b"stream\n")[1].split(b"\nendstream")[0]) + b"/Im1 Do")
    assert text_of(pdf.written(objects)) == ENGLISH.text


def test_a_drawing_in_a_page_that_is_damaged_is_told_and_the_page_is_read():
    objects = pdf.objects_of(pdf.make(ENGLISH))
    objects[5] = pdf.stream(b" " * 60_000_000, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    objects[6] = pdf.stream(zlib.decompress(objects[6].split(b"stream\n")[1].split(b"\nendstream")[0]) + b"/Im1 Do")
    text, trouble = read(pdf.written(objects))
    assert text.text == ENGLISH.text
    assert str(trouble).startswith("in/a.pdf is damaged on page 1: ")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n%%EOF",
        b"%PDF-" + b"[" * 100_000,
        b"%PDF-1.4\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF",
        b"%PDF-1.4\n1 0 obj\n1 0 R\nendobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        pdf.written([b"<</Type/Catalog/Pages 2 0 R>>", b"[" * 5_000]),
        pdf.written([b"<</Type/Catalog>>"]),
    ],
    ids=len,
)
def test_garbage(data):
    assert refusal(data) in {DAMAGED, "in/a.pdf holds no text: see whether it is the right file"}


@pytest.mark.parametrize("article", ARTICLES, ids=by_name)
def test_truncated(article):
    data = pdf.make(article, info={"Title": article.title})
    for length in range(0, len(data), 97):
        try:
            read(data[:length])
        except Unreadable as error:
            assert str(error).startswith("in/a.pdf ")  # noqa: PT017 - some lengths are read


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20))
def test_flipped_bytes(flips):
    data = bytearray(pdf.make(ARABIC, info={"Title": ARABIC.title}, xmp=xmp(dc_date="2025-06-10")))
    for place, byte in flips:
        data[place % len(data)] = byte
    try:
        found = read(bytes(data))
    except Unreadable as error:
        found = [error]
    assert all(isinstance(each, (Text, Unreadable)) for each in found)


OPERATORS = st.sampled_from(["q", "Q", "cm", "BT", "ET", "Tf", "Tm", "Td", "TD", "T*", "Tj", "TJ", "'", '"', "Tc", "Tz",
                             "TL", "Ts", "Do", "BMC", "BDC", "EMC", "BI", "ID", "EI"])  # fmt: skip
OPERANDS = st.lists(
    st.sampled_from(
        ["1", "-1e9", "0", "1e40", "/F1", "/Im1", "(x)", "<00410042>", "[(a) -9 <0041>]", "<</ActualText(y)>>", "null"]
    ),
    max_size=7,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.tuples(OPERANDS, OPERATORS), max_size=30))
def test_any_operators(operations):
    content = "\n".join(" ".join((*operands, operator)) for operands, operator in operations)
    whole = document([lines(FILLER), lines("AB")])
    objects = pdf.objects_of(whole)
    objects[8] = pdf.stream(b"BT /F1 11 Tf 1 0 0 1 72 700 Tm\n" + content.encode())
    assert read(pdf.written(objects))[0].text.startswith(FILLER)


# Which files are PDFs


@pytest.mark.parametrize(
    ("head", "expected"),
    [(b"%PDF-1.4", True), (b"\0" * 1019 + b"%PDF-", True), (b"\0" * 1020 + b"%PDF-", False), (b"PDF", False)],
)
def test_kind(head, expected):
    assert PDF.is_it(Piece("x.pdf", head), head[:HEAD_BYTES]) == expected
    assert PDF.is_it(Piece("x", head), head[:HEAD_BYTES]) == head.startswith(b"%PDF-")


def test_a_file_on_disk(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"junk before\n" + pdf.make(GREEK))
    (found,) = PDF.read(Piece("a.pdf", path), LIMITS)
    assert found.text == GREEK.text
