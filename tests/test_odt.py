"""OpenDocument texts, packed and flat: what of them is text, what is told of them, and what becomes of broken ones."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.read.limits import LIMITS, Limits
from extract.read.office.odt import FORMAT
from extract.read.pieces import Piece, Text
from tests.making import docx, epub, odt
from tests.making.articles import ARTICLES, ENGLISH

DAMAGED = "is damaged: get it again, or open it in its program and save it anew"


def found(content, limits=LIMITS, name="in/a.odt"):
    return list(FORMAT.read(Piece(name, content), limits))


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
@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize("heading", [False, True])
def test_an_article(article, heading, flat):
    text = read(odt.make(article, heading=heading, flat=flat))
    assert text == Text(article.text if heading else article.body, title=article.title, language=article.language)


ROW = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell>{}</table:table-row>"
SECOND = "<table:table-cell><text:p>{}</text:p><text:p>{}</text:p></table:table-cell><table:covered-table-cell/>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:p>One</text:p><text:p> Two\n  lines </text:p><text:p/>", "One\n\nTwo lines"),
        ("<text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p>"
         "<text:list><text:list-item><text:p>Three</text:p></text:list-item></text:list></text:list-item></text:list>",
         "One\n\nTwo\n\nThree"),
        ("<table:table>" + ROW.format("3 March", SECOND.format("They land.", "It falls."))
         + ROW.format("Alone", "<table:table-cell/>") + "</table:table>", "3 March | They land.\nIt falls.\n\nAlone"),
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d<text:soft-page-break/>e</text:p>", "a b\tc\nde"),
        ("<text:p>a <text:span>bold</text:span> <text:a xlink:href='http://x.org'>link</text:a></text:p>", "a bold link"),
        ("<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
         "</text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id='1'/>b</text:p>", "ab"),
        ("<text:p>a<office:annotation><text:p>A comment.</text:p></office:annotation>b<office:annotation-end/></text:p>",
         "ab"),
        ("<text:p>One.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
         "</text:note-body></text:note> Two.</text:p><text:p>Three.</text:p>", "One. Two.\n\nThree.\n\nA note."),
        ("<text:p>Around <draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box><svg:title>A picture"
         "</svg:title></draw:frame>the box.</text:p><text:p>After</text:p>", "Around the box.\n\nIn a box.\n\nAfter"),
        ("<text:table-of-content><text:index-body><text:p>The part 3</text:p></text:index-body></text:table-of-content>"
         "<text:h>The part</text:h>", "The part"),
        ("<text:section><text:p>In a section</text:p></text:section>stray", "In a section"),
        ("<text:p>Minister <text:title>Harbours</text:title></text:p>", "Minister Harbours"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("make", [odt.make_of, odt.make_flat])
def test_what_is_text(body, text, make):
    assert read(make(body)).text == text


@pytest.mark.parametrize(
    ("body", "told", "title"),
    [
        ('<text:p text:style-name="Title">On the page</text:p>', "Among the properties", "On the page"),
        ('<text:h text:outline-level="1">The first part</text:h>', "Among the properties", "Among the properties"),
        ('<text:h text:outline-level="1">The first part</text:h>', "letter.odt", "The first part"),
        ('<text:h text:outline-level="2">The first section</text:h>', "", None),
    ],
)
def test_titles(body, told, title):
    assert read(odt.make_of(f"{body}<text:p>Text.</text:p>", f"<dc:title>{told}</dc:title>")).title == title


def test_properties():
    told = (
        "<meta:creation-date>2020-01-01T00:00:00</meta:creation-date><dc:date>2025-06-11T08:00:00.123456789</dc:date>"
    )
    text = read(odt.make_of("<text:p>Text.</text:p>", f"{told}<dc:language>grc</dc:language>"))
    assert (text.seen, text.date, text.language) == ("2025-06-11T08:00:00", None, None)


def test_properties_that_are_not_there():
    content = docx.with_members(odt.make(ENGLISH), {"meta.xml": None})
    assert read(content) == Text(ENGLISH.text, title=ENGLISH.title)
    assert read(docx.with_members(content, {"meta.xml": "<broken"})) == Text(ENGLISH.text, title=ENGLISH.title)


def test_what_is_one():
    content = odt.make(ENGLISH)
    assert is_it(content)
    assert is_it(odt.make(ENGLISH, flat=True))
    assert is_it(odt.make_of("", mimetype=f"{odt.MEDIA_TYPE}-template"))
    sheet = odt.make_of("", mimetype="application/vnd.oasis.opendocument.spreadsheet")
    assert not any(map(is_it, (sheet, docx.make(ENGLISH), epub.make(ENGLISH), b"", content[:-30], b"opendocument")))


def test_a_kind_that_is_named_late():
    spaces = " ".join(f'xmlns:n{number}="urn:oasis:names:tc:opendocument:xmlns:none:{number}"' for number in range(100))
    content = odt.make(ENGLISH, flat=True).replace(b"<office:document ", f"<office:document {spaces} ".encode())
    assert content.index(b"office:mimetype") > 4096
    assert is_it(content)
    assert read(content).text == ENGLISH.text


def test_pictures_in_a_flat_file_are_no_text_however_long():
    picture = (
        f"<text:p><draw:image><office:binary-data>{'QUJD' * 3_000_000}</office:binary-data></draw:image>a</text:p>"
    )
    assert read(odt.make_flat(picture)).text == "a"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", f"in/a.odt {DAMAGED}"),
        (odt.make(ENGLISH)[:-100], f"in/a.odt {DAMAGED}"),
        (odt.make(ENGLISH, flat=True)[:-100], f"in/a.odt {DAMAGED}"),
        (docx.with_members(odt.make(ENGLISH), {"content.xml": "<a>&nbsp;</a>"}), f"in/a.odt/content.xml {DAMAGED}"),
        (docx.with_members(odt.make(ENGLISH), {"content.xml": None}),
         "in/a.odt/content.xml is missing: get the document again"),
        (odt.make_of("", **{"META-INF/manifest.xml": odt.LOCKED_MANIFEST}),
         "in/a.odt is locked with a password: save a copy without it"),
        (odt.make_of(""), "in/a.odt holds no text: take it out, or see what was saved in it"),
        (odt.make_flat(""), "in/a.odt holds no text: take it out, or see what was saved in it"),
        (odt.make_of("", Pictures__1="", **{"Pictures/1.PNG": "", "Thumbnails/thumbnail.png": ""}),
         "in/a.odt holds only pictures, no text: run it through text recognition (OCR) first"),
    ],
)  # fmt: skip
def test_what_cannot_be_read(content, message):
    assert why_not(content) == message


@pytest.mark.parametrize("flat", [False, True])
def test_bounds(flat):
    content = odt.make(ENGLISH, flat=flat)
    letters = sum(map(len, (ENGLISH.title, *ENGLISH.paragraphs)))
    assert read(content, Limits(text_bytes=letters)).text == ENGLISH.text
    too_long = f"in/a.odt holds more than {letters - 1:,} characters of text: split it into its documents"
    assert why_not(content, Limits(text_bytes=letters - 1)) == too_long
    too_large = f"in/a.odt is larger than {len(content) - 1:,} bytes: split it into its documents"
    assert why_not(content, Limits(file_bytes=len(content) - 1)) == too_large


def test_entities_do_no_harm():
    def declared(entities):
        content = odt.make(ENGLISH, flat=True).decode().replace("?>", f"?><!DOCTYPE x [{entities}]>", 1)
        return content.replace("Some 400", "&z;Some 400").encode()

    laughs = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghz", strict=True)
    )
    assert "is damaged" in why_not(declared(f'<!ENTITY a "ha">{laughs}'))
    assert read(declared('<!ENTITY z SYSTEM "file:///etc/passwd">')).text == ENGLISH.text


def test_a_file_that_claims_to_hold_less():
    """The size that a ZIP names of a member is smaller than what it unpacks to."""
    content = bytearray(odt.make(ENGLISH))
    with zipfile.ZipFile(BytesIO(content)) as packed:
        size = packed.getinfo("content.xml").file_size.to_bytes(4, "little")
    at = content.rfind(size)
    content[at : at + 4] = (100).to_bytes(4, "little")
    assert why_not(bytes(content)) == f"in/a.odt/content.xml {DAMAGED}"


@settings(max_examples=200)
@given(st.integers(0, 10**6), st.integers(0, 255), st.booleans())
def test_flipped_and_cut_files(place, byte, cut):
    content = bytearray(odt.make_of("<text:p>Some text.</text:p>"))
    place %= len(content)
    content[place] ^= byte
    changed = bytes(content[:place] if cut else content)
    is_it(changed)
    try:
        given = found(changed)
    except Unreadable:
        return
    assert [each.text for each in given] == ["Some text."]


@settings(max_examples=200)
@given(st.integers(0, 10**6), st.binary(max_size=3))
def test_flat_files_with_anything_in_them(place, written):
    content = odt.make_flat("<text:p>Some text.</text:p>")
    place %= len(content)
    try:
        found(content[:place] + written + content[place + 1 :])
    except Unreadable as error:
        assert str(error).startswith("in/a.odt")  # noqa: PT017 - it need not be raised


def test_a_hundred_thousand_paragraphs():
    texts = [f"The harbour of Kalvos was reopened, number {number}." for number in range(100_000)]
    content = odt.make_of("".join(f"<text:p>{text}</text:p>" for text in texts))
    assert read(content).text == "\n\n".join(texts)
