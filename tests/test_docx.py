"""Word documents: what of them is text, what is told of them, and what becomes of broken and hostile ones."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.read.limits import LIMITS, Limits
from extract.read.office.docx import FORMAT
from extract.read.packed_files import LEAST_SUSPECT
from extract.read.pieces import Piece, Text
from tests.making import docx, epub, odt
from tests.making.articles import ARTICLES, ENGLISH

MAIN = "word/document.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def found(content, limits=LIMITS):
    return list(FORMAT.read(Piece("in/a.docx", content), limits))


def read(content, limits=LIMITS):
    [text] = found(content, limits)
    return text


def is_it(content):
    return FORMAT.is_it(Piece("in/a", content), content[:4096])


def why_not(content, limits=LIMITS):
    with pytest.raises(Unreadable) as caught:
        found(content, limits)
    return str(caught.value)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.language)
@pytest.mark.parametrize("style", ["Title", "Heading 1", None])
def test_an_article(article, style):
    text = read(docx.make(article, style))
    assert text == Text(
        article.text if style else article.body, title=article.title, language=article.language, seen=text.seen
    )


@pytest.mark.parametrize(
    ("made", "title"),
    [
        ([("Title", "On the page"), "Text."], "On the page"),
        (["A letterhead", ("Title", "On the page"), "Text."], "On the page"),
        ([("Heading 1", "The first part"), "Text."], "Among the properties"),
        (["Text."], "Among the properties"),
    ],
)
def test_the_title_on_the_page_counts_most(made, title):
    assert read(docx.make_of(*made, title="Among the properties")).title == title


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("Document1", "A heading"),
        ("Microsoft Word - letter 2.doc", "A heading"),
        (" ", "A heading"),
        ("x " * 200, "A heading"),
        ("A  title\nof two lines", "A title of two lines"),
        ("Οδοιπορικό", "A heading"),
        ("港口重新开放", "港口重新开放"),
    ],
)
def test_titles_that_programs_put(told, title):
    content = docx.make_of(("Heading 1", "A heading"), "Text.")
    core = docx.member(content, "docProps/core.xml").decode()
    assert "<dc:title></dc:title>" in core
    told = core.replace("<dc:title></dc:title>", f"<dc:title>{told}</dc:title>")
    assert read(docx.with_members(content, {"docProps/core.xml": told})).title == title


def test_a_heading_far_down_is_no_title():
    assert read(docx.make_of("a", "b", "c", "d", ("Heading 1", "e"), "f")).title == "e"
    assert read(docx.make_of("a", "b", "c", "d", "e", ("Heading 1", "f"))).title is None


def test_when_it_was_changed():
    content = docx.make(ENGLISH)
    assert read(content).seen is None  # python-docx leaves the stamp of its template
    core = docx.member(content, "docProps/core.xml").decode().replace("2013-12-23T23:15:00Z", "2025-06-11T08:00:00Z")
    assert read(docx.with_members(content, {"docProps/core.xml": core})).seen == "2025-06-11T08:00:00+00:00"
    core = core.replace("2025-06-11T08:00:00Z", "yesterday")
    assert read(docx.with_members(content, {"docProps/core.xml": core})).seen is None


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside):
    return f"<w:p>{inside}</w:p>"


TABLE = [["Day", "What happened"], ["3 March 1943", "Troops land.\nThe port falls."], ["4 March 1943", ""]]
BOX = paragraph(run("In a box."))
TEXT_BOX = (
    f"<mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>{BOX}</w:txbxContent></mc:Choice>"
    f"<mc:Fallback><w:txbxContent>{BOX}</w:txbxContent></mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        (["Before", TABLE, "After"],
         "Before\n\nDay | What happened\n\n3 March 1943 | Troops land.\nThe port falls.\n\n4 March 1943\n\nAfter"),
        ([paragraph(run("The har") + "<w:ins>" + run("bour ") + "</w:ins><w:del><w:r><w:delText>port</w:delText></w:r>"
          "</w:del><w:moveFrom>" + run("gone") + "</w:moveFrom>" + run("opens."))], "The harbour opens."),
        ([paragraph(run("See ") + "<w:hyperlink>" + run("this page") + "</w:hyperlink>" + run("."))], "See this page."),
        ([paragraph("<w:r><w:t>Antra,</w:t><w:br/><w:t>3 March</w:t></w:r>")], "Antra,\n3 March"),
        ([paragraph("<w:r><w:t>One</w:t><w:br/><w:br/><w:t>Two</w:t></w:r>")], "One\n\nTwo"),
        ([paragraph("<w:r><w:t>1943</w:t><w:tab/><w:t>5 ships</w:t></w:r>")], "1943\t5 ships"),
        ([paragraph("<w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr>" + run("a"))], "a"),
        ([paragraph(run("north") + "<w:r><w:noBreakHyphen/></w:r>" + run("east") + "<w:r><w:softHyphen/></w:r>")],
         "north-east"),
        ([paragraph("<w:r><w:instrText>PAGE \\* MERGE</w:instrText></w:r>" + run("Page"))], "Page"),
        ([paragraph(run("Around ") + f"<w:r>{TEXT_BOX}</w:r>" + run("the box.")), "After"],
         "Around the box.\n\nIn a box.\n\nAfter"),
        ([f"<w:sdt><w:sdtContent>{paragraph(run('Controlled'))}</w:sdtContent></w:sdt>"], "Controlled"),
        (["  a \u00a0 b  ", "", " \u00a0 ", "c"], "a \u00a0 b\n\nc"),
        ([("toc 1", "The first part\t3"), "Text"], "Text"),
        (["A \u00adsoft hy\u00adphen"], "A soft hyphen"),
    ],
)  # fmt: skip
def test_what_is_text(blocks, text):
    assert read(docx.make_of(*blocks)).text == text


def test_tables_in_tables_and_tables_for_layout():
    inner = "<w:tbl><w:tr>" + "".join(f"<w:tc>{paragraph(run(cell))}</w:tc>" for cell in "ab") + "</w:tr></w:tbl>"
    layout = f"<w:tbl><w:tr><w:tc>{paragraph(run('One.'))}{inner}{paragraph(run('Two.'))}</w:tc></w:tr></w:tbl>"
    assert read(docx.make_of(layout)).text == "One.\n\na | b\n\nTwo."


def test_notes_come_after_the_text_and_headers_do_not():
    told = {"word/footnotes.xml": docx.FOOTNOTES, "word/endnotes.xml": docx.ENDNOTES, "word/header1.xml": docx.ENDNOTES}
    text = read(docx.with_members(docx.make(ENGLISH), told))
    assert text.text == f"{ENGLISH.text}\n\nThe first note.\n\nThe last note."


def test_damaged_notes_stop_nothing():
    broken, text = found(docx.with_members(docx.make(ENGLISH), {"word/footnotes.xml": "<w:footnotes"}))
    assert str(broken) == (
        "in/a.docx/word/footnotes.xml is damaged: get it again, or open it in its program and save it anew"
    )
    assert text.text == ENGLISH.text


def test_the_strict_form():
    content = docx.make(ENGLISH)
    usual, strict = (
        b"schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"purl.oclc.org/ooxml/wordprocessingml/main",
    )
    told = {name: docx.member(content, name).replace(usual, strict) for name in (MAIN, "word/styles.xml")}
    text = read(docx.with_members(content, told | {"docProps/core.xml": None}))
    assert (text.text, text.title) == (ENGLISH.text, ENGLISH.title)


def test_a_main_part_of_another_name():
    content = docx.make(ENGLISH)
    moved = docx.with_members(content, {MAIN: None, "word/document2.xml": docx.member(content, MAIN)})
    assert is_it(moved)
    assert read(moved).text == ENGLISH.text


def test_what_is_one():
    content = docx.make(ENGLISH)
    assert is_it(content)
    assert not any(map(is_it, (odt.make(ENGLISH), epub.make(ENGLISH), b"", b"PK\x03\x04", content[:-30], content[9:])))


def test_a_file_on_disk(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(docx.make(ENGLISH))
    piece = Piece("a.docx", path)
    assert FORMAT.is_it(piece, piece.head(4096))
    assert [text.text for text in FORMAT.read(piece, LIMITS)] == [ENGLISH.text]
    with pytest.raises(Unreadable, match=r"b\.docx cannot be read \(No such file"):
        list(FORMAT.read(Piece("b.docx", tmp_path / "b.docx"), LIMITS))


def flagged(content):
    """The same, each of its members said to need a password."""
    changed = bytearray(content)
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(magic)
        while at >= 0:
            changed[at + offset] |= 1
            at = content.find(magic, at + 1)
    return bytes(changed)


DAMAGED = "is damaged: get it again, or open it in its program and save it anew"
PICTURES = {MAIN: "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", f"in/a.docx {DAMAGED}"),
        (docx.make(ENGLISH)[:-100], f"in/a.docx {DAMAGED}"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
         "in/a.docx is locked with a password: save a copy without it"),
        (OLE + b"\0" * 600,
         "in/a.docx is an old Office file under a new name: open it in its program and save it anew as DOCX"),
        (flagged(docx.make(ENGLISH)), "in/a.docx is locked with a password: save a copy without it"),
        (odt.make(ENGLISH), "in/a.docx is no Word document: give it the ending of its own kind"),
        (docx.with_members(docx.make(ENGLISH), {MAIN: "<w:document"}), f"in/a.docx/word/document.xml {DAMAGED}"),
        (docx.with_members(docx.make(ENGLISH), PICTURES),
         "in/a.docx holds no text: take it out, or see what was saved in it"),
        (docx.with_members(docx.make(ENGLISH), PICTURES | {"word/media/image1.jpeg": "-"}),
         "in/a.docx holds only pictures, no text: run it through text recognition (OCR) first"),
        (docx.with_members(docx.make(ENGLISH), {MAIN: b"\0" * (LEAST_SUSPECT + 1_000_000)}),
         "in/a.docx/word/document.xml unpacks to 11,000,000 bytes, more than 1,000 times its size, as bombs do: open it"
         " in its program and save it anew, if you know who made it"),
    ],
    ids=["empty", "cut off", "locked", "old", "locked ZIP", "other", "damaged", "no text", "pictures", "bomb"],
)  # fmt: skip
def test_what_cannot_be_read(content, message):
    assert why_not(content) == message


def test_a_member_packed_as_no_document_is():
    content = docx.make(ENGLISH)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr(MAIN, docx.member(content, MAIN))
    message = "in/a.docx/word/document.xml is packed in an unknown way: open it in its program and save it anew"
    assert why_not(made.getvalue()) == message


def test_bounds():
    content = docx.make(ENGLISH)
    letters = sum(map(len, (ENGLISH.title, *ENGLISH.paragraphs)))
    assert read(content, Limits(text_bytes=letters)).text == ENGLISH.text
    too_long = f"in/a.docx holds more than {letters - 1:,} characters of text: split it into its documents"
    assert why_not(content, Limits(text_bytes=letters - 1)) == too_long
    too_large = f"in/a.docx is larger than {len(content) - 1:,} bytes: split it into its documents"
    assert why_not(content, Limits(file_bytes=len(content) - 1)) == too_large
    wide = docx.with_members(content, {MAIN: docx.member(content, MAIN) + b" " * 1_000_000})
    assert "word/document.xml unpacks to more than 1,000,000 bytes" in why_not(wide, Limits(file_bytes=1_000_000))


def test_bounds_count_all_parts():
    content = docx.with_members(docx.make_of("One two."), {"word/endnotes.xml": docx.ENDNOTES})
    with pytest.raises(Unreadable, match="more than 10 characters"):
        found(content, Limits(text_bytes=10))


def with_doctype(declared):
    content = docx.make(ENGLISH)
    main = docx.member(content, MAIN).decode().replace("?>", f"?><!DOCTYPE w:document [{declared}]>", 1)
    return docx.with_members(content, {MAIN: main.replace("Some 400", "&z;Some 400")})


def test_entities_do_no_harm():
    laughs = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghz", strict=True)
    )
    assert "is damaged" in why_not(with_doctype(f'<!ENTITY a "ha">{laughs}'))
    assert read(with_doctype('<!ENTITY z SYSTEM "file:///etc/passwd">')).text == ENGLISH.text


@pytest.mark.parametrize("depth", [80, 10_000])
def test_tables_within_tables_without_end(depth):
    content = docx.make(ENGLISH)
    deep = f"{'<w:tbl><w:tr><w:tc>' * depth}{paragraph(run('Deep.'))}{'</w:tc></w:tr></w:tbl>' * depth}"
    main = docx.member(content, MAIN).decode().replace("<w:body>", f"<w:body>{deep}")
    assert read(docx.with_members(content, {MAIN: main})).text == f"Deep.\n\n{ENGLISH.text}"


SMALL = docx.make_of("Some text.")


@settings(max_examples=200)
@given(st.integers(0, 10**6), st.integers(0, 255), st.booleans())
def test_flipped_and_cut_files(place, byte, cut):
    content = bytearray(SMALL)
    place %= len(content)
    content[place] ^= byte
    changed = bytes(content[:place] if cut else content)
    is_it(changed)
    try:
        given = found(changed)
    except Unreadable:
        return
    assert [each.text for each in given if isinstance(each, Text)] == ["Some text."]
