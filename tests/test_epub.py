"""E-books: which pages are read and in what order, what is told of them, and what becomes of locked and broken ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.read.limits import LIMITS, Limits
from extract.read.office.epub import FORMAT
from extract.read.pieces import Piece, Text
from tests.making import docx, epub, odt
from tests.making.articles import ARTICLES, ENGLISH

PAGE = "OEBPS/page 1.xhtml"
LOCKED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData'
    ' xmlns="http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{}"/><CipherData>'
    '<CipherReference URI="{}"/></CipherData></EncryptedData></encryption>'
)
AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
OF_FONTS = "http://www.idpf.org/2008/embedding"


def found(content, limits=LIMITS):
    return list(FORMAT.read(Piece("in/a.epub", content), limits))


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
@pytest.mark.parametrize("heading", [False, True])
def test_an_article(article, heading):
    assert read(epub.make(article, heading=heading)) == Text(
        article.text if heading else article.body,
        title=article.title,
        publisher=article.publisher,
        url=article.url,
        date=article.date,
        date_from="its book's description (dc:date)",
        language=article.language,
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<div>One<p>Two</p>Three<div/></div>", "One\n\nTwo\n\nThree"),
        ("<h2>A <em>part</em></h2><p>a\n  b&nbsp;c&eacute;&amp;d</p>", "A part\n\na b\u00a0cé&d"),
        ("<p>Antra,<br/>3 March<br/><br/>Dear Sir</p>", "Antra,\n3 March\n\nDear Sir"),
        ("<pre>One\n  two\n\nThree</pre><p>a\nb</p>", "One\ntwo\n\nThree\n\na b"),
        ("<ul><li>One</li><li><p>Two</p></li></ul><dl><dt>1943</dt><dd>They land.</dd></dl>",
         "One\n\nTwo\n\n1943\n\nThey land."),
        ("<table><caption>A table</caption><thead><tr><th>Day</th><th>Event</th></tr></thead><tr><td>3 March</td>"
         "<td><p>They land.</p></td><td/></tr></table>", "A table\n\nDay | Event\n\n3 March | They land."),
        ("<p>a<script>b</script><style>c</style><!-- d --><?e f?>g</p><nav><p>Contents</p></nav>", "ag"),
        ("<p><ruby>港<rp>(</rp><rt>gang</rt><rp>)</rp></ruby></p>", "港"),
        ("<p>har\u00adbour</p>", "harbour"),
        ("<p>a&nosuch;b</p>", "ab"),
        ("<p>One <b>two</p><p>three</b> & four<br>five", "One two\n\nthree & four\nfive"),
        ("<![CDATA[<p>a</p>]]>", "<p>a</p>"),
    ],
)  # fmt: skip
def test_what_is_text(body, text):
    assert read(epub.make_of(body)).text == text


def test_pages_in_the_order_of_reading():
    items = [
        ("toc.xhtml", 'properties="nav scripted"', ""),
        ("notes.xhtml", "", 'linear="no"'),
        ("../a%20b.xhtml#part", "", ""),
        ("page%201.xhtml#again", "", ""),
    ]
    files = {f"OEBPS/{name}.xhtml": epub.page("<p>gone</p>") for name in ("toc", "notes", "unnamed")}
    files["a b.xhtml"] = epub.page("<p>Three</p>")
    assert read(epub.make_of("<p>One</p>", "<p>Two</p>", items=items, files=files)).text == "One\n\nTwo\n\nThree"


def test_a_list_of_contents_that_the_guide_names():
    content = epub.make_of("<p>Contents</p>", "<p>Text</p>")
    guide = b'<guide><reference type="toc" href="page%201.xhtml"/></guide></package>'
    book = docx.member(content, "OEBPS/book.opf").replace(b"</package>", guide)
    assert read(docx.with_members(content, {"OEBPS/book.opf": book})).text == "Text"


@pytest.mark.parametrize(
    "href", ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://x.org/", "", "%00"]
)
def test_names_lead_nowhere_but_to_members(href):
    missing, text = found(epub.make_of("<p>Text</p>", items=[(href, "", "")]))
    assert missing.reason == "is missing"
    assert missing.location.startswith("in/a.epub/")
    assert text.text == "Text"


def test_broken_pages_stop_nothing():
    content = epub.make_of("<p>One</p>", "<p>Two</p>", "<p>Three</p>")
    missing, text = found(docx.with_members(content, {"OEBPS/page 2.xhtml": None}))
    assert str(missing) == "in/a.epub/OEBPS/page 2.xhtml is missing: get the document again"
    assert text.text == "One\n\nThree"


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1253"])
@pytest.mark.parametrize("broken", ["", "<p>& <b>b</p>"])
def test_pages_in_other_encodings(encoding, broken):
    page = epub.page(f"<p>Άνοιξε ξανά το λιμάνι</p>{broken}").replace("utf-8", encoding).encode(encoding)
    text = read(docx.with_members(epub.make_of(""), {PAGE: page})).text
    assert text.startswith("Άνοιξε ξανά το λιμάνι")


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("<dc:date>2010-03</dc:date>", "2010-03"),
        ("<dc:date> 2010 </dc:date>", "2010"),
        ("<dc:date>2010-03-04T23:30:00+02:00</dc:date>", "2010-03-04T23:30:00+02:00"),
        ('<dc:date opf:event="publication">2010-03-04</dc:date>', "2010-03-04"),
        ('<dc:date>2012</dc:date><dc:date opf:event="original-publication">1934</dc:date>', "1934"),
        ('<dc:date opf:event="conversion">2010-03-04</dc:date>', None),
        ('<dc:date opf:event="modification">2010-03-04</dc:date><dc:date>2009</dc:date>', "2009"),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", None),
        ("<dc:date>4 March 2010</dc:date>", None),
        ("<dc:date>2010-02-30</dc:date>", None),
        ("<dc:date/>", None),
    ],
)
def test_dates(told, date):
    text = read(epub.make_of("<p>Text</p>", told=told))
    assert (text.date, text.date_from) == (date, "its book's description (dc:date)" if date else None)


@pytest.mark.parametrize(
    ("told", "url"),
    [
        ("<dc:identifier>urn:isbn:9780000000000</dc:identifier>", None),
        ("<dc:identifier>https://books.example.org/1</dc:identifier>", "https://books.example.org/1"),
        ("<dc:identifier>http://a.org/1</dc:identifier><dc:source>http://b.org/2</dc:source>", "http://b.org/2"),
        ("<dc:source>a printed book</dc:source>", None),
        ("<dc:source>file:///etc/passwd</dc:source>", None),
        ("<dc:source>https://</dc:source>", None),
    ],
)
def test_addresses(told, url):
    assert read(epub.make_of("<p>Text</p>", told=told)).url == url


def test_what_else_is_told():
    told = (
        "<dc:title>  A\n book </dc:title><dc:title>Its series</dc:title><dc:publisher/><dc:language>pt-BR</dc:language>"
        '<meta property="dcterms:modified">2025-06-11T08:00:00Z</meta>'
    )
    expected = Text("Text", title="A book", language="pt", seen="2025-06-11T08:00:00+00:00")
    assert read(epub.make_of("<p>Text</p>", told=told)) == expected
    assert read(epub.make_of("<p>Text</p>", told="<dc:language>eng</dc:language>")) == Text("Text")


def test_what_is_one():
    content = epub.make(ENGLISH)
    assert is_it(content)
    assert is_it(docx.with_members(content, {"mimetype": None}))
    assert is_it(docx.with_members(content, {"META-INF/container.xml": None}))
    assert not any(map(is_it, (docx.make(ENGLISH), odt.make(ENGLISH), b"", content[:-30], b"PK\x03\x04mimetype")))


def test_a_book_whose_description_nobody_names():
    assert read(docx.with_members(epub.make(ENGLISH), {"META-INF/container.xml": None})).text == ENGLISH.text


def test_garbled_fonts_lock_no_book():
    content = docx.with_members(
        epub.make(ENGLISH), {"META-INF/encryption.xml": LOCKED.format(OF_FONTS, "OEBPS/font.otf")}
    )
    assert read(content).text == ENGLISH.text
    content = docx.with_members(content, {"META-INF/encryption.xml": LOCKED.format(AES, "OEBPS/picture.jpg")})
    assert read(content).text == ENGLISH.text


UNSAID = "in/a.epub does not say what it holds, as a book must: get it again, or convert it to EPUB anew"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "in/a.epub is damaged: get it again, or open it in its program and save it anew"),
        (docx.with_members(epub.make(ENGLISH), {"META-INF/encryption.xml": LOCKED.format(AES, "OEBPS/page%201.xhtml")}),
         "in/a.epub is locked by whoever sold it (DRM): get a copy without the lock"),
        (docx.with_members(epub.make(ENGLISH), {"OEBPS/book.opf": None}), UNSAID),
        (docx.with_members(epub.make(ENGLISH), {"OEBPS/book.opf": "<package"}), UNSAID),
        (docx.make(ENGLISH), UNSAID),
        (epub.make_of(), "in/a.epub holds no text: take it out, or see what was saved in it"),
        (epub.make_of("<img src='1.jpg'/>", files={"OEBPS/1.jpg": "-"}),
         "in/a.epub holds only pictures, no text: run it through text recognition (OCR) first"),
        (docx.with_members(epub.make_of("a"), {PAGE: None}),
         "in/a.epub/OEBPS/page 1.xhtml is missing: get the document again"),
        (docx.with_members(epub.make_of("a"), {PAGE: b"\0" * 11_000_000}),
         "in/a.epub/OEBPS/page 1.xhtml unpacks to 11,000,000 bytes, more than 1,000 times its size, as bombs do: open"
         " it in its program and save it anew, if you know who made it"),
    ],
    ids=["empty", "locked", "no book", "broken book", "other", "no pages", "pictures", "missing", "bomb"],
)  # fmt: skip
def test_what_cannot_be_read(content, message):
    assert why_not(content) == message


def test_bounds_count_all_pages():
    content = epub.make_of("<p>12345</p>", "<p>67890</p>")
    assert read(content, Limits(text_bytes=1000)).text == "12345\n\n67890"
    longer = epub.make_of(*[f"<p>{'a' * 400}</p>"] * 3)
    too_long = "in/a.epub holds more than 1,000 characters of text: split it into its documents"
    assert why_not(longer, Limits(text_bytes=1000)) == too_long
    large, text = found(epub.make_of("<p>One</p>", "<p>Two</p>" + " " * 1000), Limits(text_bytes=1000))
    assert str(large) == "in/a.epub/OEBPS/page 2.xhtml is larger than 1,000 bytes: split the document"
    assert text.text == "One"


def test_entities_do_no_harm():
    laughs = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghz", strict=True)
    )
    for declared in (f'<!ENTITY a "ha">{laughs}', '<!ENTITY z SYSTEM "file:///etc/passwd">'):
        page = epub.page("<p>Before &z; after</p>").replace(epub.DOCTYPE, f"<!DOCTYPE html [{declared}]>")
        text = read(docx.with_members(epub.make_of(""), {PAGE: page})).text
        assert text.replace("&z; ", "").endswith("Before after")
        assert len(text) < 100


@settings(max_examples=200)
@given(st.integers(0, 10**6), st.integers(0, 255), st.booleans())
def test_flipped_and_cut_files(place, byte, cut):
    content = bytearray(epub.make_of("<p>Some text.</p>"))
    place %= len(content)
    content[place] ^= byte
    changed = bytes(content[:place] if cut else content)
    is_it(changed)
    try:
        given = found(changed)
    except Unreadable:
        return
    assert [each.text for each in given if isinstance(each, Text)] == ["Some text."]


@settings(max_examples=200)
@given(
    st.integers(0, 10**6), st.binary(max_size=3), st.sampled_from([PAGE, "OEBPS/book.opf", "META-INF/container.xml"])
)
def test_members_with_anything_in_them(place, written, name):
    content = epub.make_of("<p>Some text.</p>")
    raw = docx.member(content, name)
    place %= len(raw)
    try:
        found(docx.with_members(content, {name: raw[:place] + written + raw[place + 1 :]}))
    except Unreadable as error:
        assert str(error).startswith("in/a.epub")  # noqa: PT017 - it need not be raised
