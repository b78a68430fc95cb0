"""Tables are read as documents, a row each, whatever their file and whatever their columns are called."""

import io
import json
import struct
import tracemalloc
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import Unreadable
from extract.read.limits import LIMITS
from extract.read.pieces import Piece, Text
from extract.read.tables.cell_dates import day_first, iso_of
from extract.read.tables.language_names import code_of
from extract.read.tables.mapping import overridden
from extract.read.tables.reader import CSV, JSON, SPREADSHEET, columns_of, mapping_of, read_table
from tests.making import tables as making
from tests.making.articles import ARTICLES, ENGLISH, GREEK

LONG = "The harbour of Kalvos was reopened on Monday, two years after a storm."
FORMATS = {
    "csv": CSV,
    "tsv": CSV,
    "jsonl": JSON,
    "json": JSON,
    "xlsx": SPREADSHEET,
    "xls": SPREADSHEET,
    "ods": SPREADSHEET,
}


def piece(data, name="a.csv"):
    return Piece(f"in/{name}", data if isinstance(data, bytes) else data.encode())


def read(data, name="a.csv", limits=LIMITS, columns=None):
    return list(read_table(piece(data, name), limits, columns))


def complaint(data, name="a.csv", limits=LIMITS, columns=None):
    with pytest.raises(Unreadable) as error:
        read(data, name, limits, columns)
    return str(error.value)


def texts(data, name="a.csv", **options):
    return [found.text for found in read(data, name, **options) if isinstance(found, Text)]


def complaints(data, name="a.csv", **options):
    return [str(found) for found in read(data, name, **options) if isinstance(found, Unreadable)]


def table(*rows):
    return making.csv_of(rows)


MAKERS = {
    "csv": making.make_csv,
    "semicolon.csv": lambda *articles: making.make_csv(*articles, delimiter=";"),
    "pipe.csv": lambda *articles: making.make_csv(*articles, delimiter="|"),
    "excel.csv": lambda *articles: b"sep=;\r\n" + making.make_csv(*articles, delimiter=";"),
    "marked.csv": lambda *articles: making.make_csv(*articles, encoding="utf-8-sig"),
    "unicode.tsv": lambda *articles: making.make_csv(*articles, delimiter="\t", encoding="utf-16"),
    "tsv": lambda *articles: making.make_csv(*articles, delimiter="\t"),
    "jsonl": making.make_jsonl,
    "json": making.make_json,
    "xlsx": making.make_xlsx,
    "xls": making.make_xls,
    "ods": making.make_ods,
}


@pytest.mark.parametrize("name", MAKERS)
def test_rows_are_the_articles(name):
    data = MAKERS[name](*ARTICLES)
    sheet = "Sheet1/" if name in {"xlsx", "xls", "ods"} else ""
    first = {"jsonl": 1, "json": 1, "excel.csv": 3}.get(name, 2)
    assert read(data, f"a.{name}") == [
        Text(
            article.body,
            part=f"{sheet}row {number}",
            title=article.title,
            publisher=article.publisher,
            url=article.url,
            date=article.date,
            date_from='its row (column "Published")',
            language=article.language,
        )
        for number, article in enumerate(ARTICLES, first)
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_kinds_are_known_by_content(kind):
    data = MAKERS[kind](*ARTICLES)
    known = {form.name for form in (CSV, JSON, SPREADSHEET) if form.is_it(piece(data, "a"), data[:4096])}
    assert known == {FORMATS[kind].name}
    assert f".{kind}" in FORMATS[kind].suffixes
    assert FORMATS[kind].holds_many


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"Text, and more of it, and date\nThe end\n",
        b"Date, title\nof the book,\n",
        b"Text, date\n",
        b"{a brace}",
        b"[1] Note",
        b"{}",
        b"PK\x03\x04 no zip",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        making.zipped({"word/document.xml": "<w/>"}),
        making.ole_of("WordDocument", b""),
    ],
)
def test_what_is_no_table(head):
    assert not any(form.is_it(piece(head, "a"), head[:4096]) for form in (CSV, JSON, SPREADSHEET))


@pytest.mark.parametrize(
    ("encoding", "article"), [("cp1253", GREEK), ("cp1252", ENGLISH), ("utf-8", GREEK), ("utf-16-le", None)]
)
def test_encodings(encoding, article):
    if article is None:
        assert complaint("Text\nx\n".encode(encoding)) == (
            "in/a.csv is no plain text, or in an encoding that cannot be told: save it as UTF-8 text"
        )
        return
    rows = [[cell.replace("·", ";").replace("\u0387", ";") for cell in row] for row in making.rows(article)]
    data = making.csv_of(rows, encoding=encoding)
    assert texts(data) == [rows[1][1]]


def test_letters_far_down_tell_the_encoding():
    rows = [["Text"], *[["plain text"]] * 20_000, ["Άνοιξε ξανά το λιμάνι του Κάλβου ύστερα από δύο χρόνια έργων"]]
    assert texts(making.csv_of(rows, encoding="cp1253"))[-1] == rows[-1][0]


class TestRows:
    def test_line_breaks_in_cells_and_empty_lines_count_as_a_spreadsheet_counts(self):
        found = read('Text,Title\r\n"one\r\n\r\ntwo, ""so""",T\r\n\r\n,\r\nlast,U\r\n')
        assert [(each.part, each.text) for each in found] == [("row 2", 'one\n\ntwo, "so"'), ("row 5", "last")]

    def test_markup_becomes_paragraphs(self):
        (found,) = read(table(["Text", "Title"], ["<p>one</p><p>2 &lt; 3</p>", "a <b>title</b>"]))
        assert (found.text, found.title) == ("one\n\n2 < 3", "a title")

    def test_rows_without_text_are_counted(self):
        rows = [["Text", "Title"], ["x", "a"], ["", "b"], ["", ""], [" ", "c"]]
        assert complaints(table(*rows)) == [
            "in/a.csv has 2 rows with no text (rows 3, 5): fill in what is missing, or leave them out"
        ]
        assert complaints(table(rows[0], rows[2])) == [
            "in/a.csv has 1 row with no text (row 2): fill in what is missing, or leave them out"
        ]

    def test_a_row_of_too_many_cells(self):
        assert complaints("Text,Title\na,b\nc,d,e\nf,g,,\n") == [
            "in/a.csv/row 3 has 3 cells, and its table 2 columns: put its longer cells in quotation marks"
        ]

    def test_many_complaints_are_counted(self):
        found = complaints("Text,Title\na,b\n" + "c,d,e\n" * 150)
        assert len(found) == 101
        assert found[-1] == ("in/a.csv has 50 more rows that cannot be read: put right those that are named before")

    def test_a_quotation_without_end(self):
        found = read('Text,Title\none,a\n"two,b\nthree,c\n')
        assert found[0].text == "one"
        assert str(found[1]) == (
            "in/a.csv/row 3 has a cell that begins with a quotation mark and never ends, so that what follows cannot"
            " be told from it: end it with a quotation mark, or save the table anew"
        )

    def test_a_cell_that_is_too_long(self):
        small = LIMITS.model_copy(update={"text_bytes": 1000})
        found = complaints('Text,Title\n"' + "two\n" * 1000 + '",b\n', limits=small)
        assert found[0].startswith("in/a.csv/row 2 has a cell that begins with a quotation mark and never ends")

    def test_more_rows_than_may_be(self):
        few = LIMITS.model_copy(update={"rows": 2})
        found = read("Text\na\nb\nc\nd\n", limits=few)
        assert [getattr(each, "text", None) for each in found[:2]] == ["a", "b"]
        assert str(found[2]) == "in/a.csv holds more than 2 rows, of which the rest is not read: split it"

    def test_more_columns_than_may_be(self):
        assert complaint("Text," + "x," * 20_000 + "\na\n") == (
            "in/a.csv has more than 20,000 columns: see what parts its cells, and save it anew"
        )
        assert texts("Text," + "x," * 19_998 + "\na\n") == ["a"]

    def test_a_guard_against_formulas_goes(self):
        assert texts(table(["Text"], ["'=1+1 is two"], ["'quoted' it is"])) == ["=1+1 is two", "'quoted' it is"]

    def test_little_is_held_at_a_time(self, tmp_path):
        path = tmp_path / "a.csv"
        path.write_text("Text,Title\n" + f'"{LONG * 20}",x\n' * 20_000)
        tracemalloc.start()
        count = sum(1 for _ in read_table(Piece("a.csv", path), LIMITS))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == 20_000
        assert peak < 6_000_000


class TestColumns:
    @pytest.mark.parametrize(
        ("columns", "chosen"),
        [
            (["Body", "Headline", "Publish_Date", "Link"], {"text": "Body", "title": "Headline", "date": "Publish_Date", "url": "Link"}),
            (["ΚΕΙΜΕΝΟ", "Τιτλος", "ημερομηνία"], {"text": "ΚΕΙΜΕΝΟ", "title": "Τιτλος", "date": "ημερομηνία"}),
            (["النص", "العنوان", "التاريخ"], {"text": "النص", "title": "العنوان", "date": "التاريخ"}),
            (["Texte", "Titre", "Éditeur"], {"text": "Texte", "title": "Titre", "publisher": "Éditeur"}),
            (["Volltext", "Überschrift", "Sprache"], {"text": "Volltext", "title": "Überschrift", "language": "Sprache"}),
            (["Texto", "Título", "Fecha"], {"text": "Texto", "title": "Título", "date": "Fecha"}),
            (["Текст", "Заголовок", "Дата"], {"text": "Текст", "title": "Заголовок", "date": "Дата"}),
            (["description", "text"], {"text": "text"}),
            (["text", "text"], {"text": "text"}),
            (["title", "text", "start"], {"title": "title", "text": "text", "start": "start"}),
            (["text", "end"], {"text": "text"}),
        ],
    )  # fmt: skip
    def test_names(self, columns, chosen):
        assert mapping_of(piece(table(columns, ["x"] * len(columns))), LIMITS).chosen == chosen

    def test_what_stands_in_them(self):
        rows = [
            ["p", "q", "r", "s"],
            *[[f"{day}/3/2024", "short", LONG, f"https://a.org/{day}"] for day in range(1, 9)],
        ]
        mapping = mapping_of(piece(table(*rows)), LIMITS)
        assert mapping.chosen == {"url": "s", "date": "p", "text": "r"}
        assert mapping.by_content == {"url", "date", "text"}

    def test_numbers_are_no_dates(self):
        rows = [["Text", "count"], *[[LONG, str(number)] for number in range(1990, 2010)]]
        assert mapping_of(piece(table(*rows)), LIMITS).chosen == {"text": "Text"}

    def test_a_title_above_the_names(self):
        rows = [["Press review", "", ""], ["", "", ""], ["No", "Title", "Text"], ["1", "a", "b"]]
        (found,) = read(table(*rows))
        assert (found.part, found.title, found.text) == ("row 4", "a", "b")

    def test_no_names(self):
        found = read(table(["2024-05-01", LONG], ["2024-05-02", LONG + "!"]))
        assert [(each.part, each.date, each.text) for each in found] == [
            ("row 1", "2024-05-01", LONG),
            ("row 2", "2024-05-02", LONG + "!"),
        ]
        assert found[0].date_from == 'its row (column "A")'

    def test_names_that_come_again_or_are_empty(self):
        assert columns_of(piece(table(["x", "", "x", "x", "text"], ["1"])), LIMITS).columns == (
            "x",
            "B",
            "x (2)",
            "x (3)",
            "text",
        )

    def test_no_text(self):
        assert mapping_of(piece("a,b\n1,2\n"), LIMITS) is None
        assert complaint("a,b\n1,2\n") == (
            "in/a.csv has no column that could be text: its columns are a, b: name one by --column text=NAME"
        )

    def test_a_person_knows_better(self):
        data = table(["Summary", "Full story", "When seen"], ["s", "b", "2024-05-01"])
        assert texts(data) == ["s"]
        (found,) = read(data, columns={"text": "Full story", "title": "summary", "date": "When seen"})
        assert (found.text, found.title, found.date) == ("b", "s", "2024-05-01")

    def test_a_column_that_is_not_meant(self):
        data = table(["Text", "Start"], ["x", "soon"])
        assert texts(data, columns={"start": "", "text": "Text"}) == ["x"]

    @pytest.mark.parametrize(
        ("columns", "told"),
        [
            ({"text": "Boody"}, "has no column 'Boody' that could be text: its columns are Title, Body: name one by --column text=NAME"),
            ({"txt": "Body"}, "is to be read with a field 'txt', which does not exist: the fields are text, title, date, url, language, publisher, start, end, headline, words, edtf"),
            ({"text": ""}, "has no column that could be text: its columns are Title, Body: name one by --column text=NAME"),
            ({"start": "Body", "title": ""}, "has no column that says what happened: its columns are Title, Body: name one by --column headline=NAME"),
        ],
    )  # fmt: skip
    def test_a_person_may_be_wrong(self, columns, told):
        assert complaint(table(["Title", "Body"], ["x", "y"]), columns=columns) == f"in/a.csv {told}"

    def test_a_column_serves_one_field(self):
        mapping = mapping_of(piece(table(["Title", "Body"], ["x", "y"])), LIMITS)
        assert overridden(mapping, {"title": "Body", "text": "Title"}).chosen == {"title": "Body", "text": "Title"}
        assert overridden(mapping, {"publisher": "Title"}).chosen == {"publisher": "Title", "text": "Body"}


class TestDates:
    @pytest.mark.parametrize(
        ("cell", "date"),
        [
            ("2024-06-03", "2024-06-03"),
            ("2024-06", "2024-06"),
            ("2024", "2024"),
            ("2024/6/3", "2024-06-03"),
            ("20240603", "2024-06-03"),
            ("2024-06-03T10:00:00", "2024-06-03"),
            ("2024-06-03 10:00", "2024-06-03"),
            ("2024-06-03T23:30:00-08:00", "2024-06-03T23:30:00-08:00"),
            ("2024-06-03T10:00:00Z", "2024-06-03T10:00:00+00:00"),
            ("Mon, 03 Jun 2024 23:30:00 +0300", "2024-06-03T23:30:00+03:00"),
            ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10T20:19:24+00:00"),
            ("1717372800", "2024-06-03T00:00:00+00:00"),
            ("1717372800000", "2024-06-03T00:00:00+00:00"),
            (1717372800, "2024-06-03T00:00:00+00:00"),
            (2024.0, "2024"),
            ("June 2024", "2024-06"),
            ("3 June 2024", "2024-06-03"),
            ("Tuesday, June 3rd, 2024", "2024-06-03"),
            ("3 Ιουνίου 2024", "2024-06-03"),
            ("٣ يونيو ٢٠٢٤", "2024-06-03"),
            ("3 juin 2024", "2024-06-03"),
            ("2024年6月3日", "2024-06-03"),
            ("3-Jun-24", "2024-06-03"),
            ("31/12/2024", "2024-12-31"),
            ("12/31/2024 10:15 PM", "2024-12-31"),
            ("31.12.24", "2024-12-31"),
            ("٣١/١٢/٢٠٢٤", "2024-12-31"),
            ("3/3/2024", "2024-03-03"),
            ("3/4/2024", "2024"),
            ("Jun-24", None),
            ("3 June", None),
            ("June", None),
            ("yesterday", None),
            ("in 3 days", None),
            ("2024-13-01", None),
            ("2024-02-30", None),
            ("31/13/2024", None),
            ("31/4/2024", None),
            ("1403/03/14", None),
            ("12", None),
            (12, None),
            (True, None),
            (None, None),
            ("", None),
            ("n/a", None),
            ("a sentence of 2024 that goes on and on and is no date at all, it seems", None),
        ],
    )
    def test_cells(self, cell, date):
        assert iso_of(cell, None, None) == date

    @pytest.mark.parametrize(
        ("language", "date"),
        [
            ("el", "2024-04-03"),
            ("es", "2024-04-03"),
            ("fil", "2024-03-04"),
            ("en", "2024"),
            ("zh", "2024"),
            ("xx", "2024"),
        ],
    )
    def test_the_language_tells_the_order_where_all_write_it_so(self, language, date):
        assert iso_of("3/4/2024", None, language) == date

    @pytest.mark.parametrize(
        ("cells", "told"),
        [
            (["3/4/2024", "31/12/2024"], True),
            (["3/4/2024", "12/31/2024", None, 5], False),
            (["3/4/2024"], None),
            (["31/12/2024", "12/31/2024"], None),
            (["31/13/2024"], None),
            (["2024-12-31"], None),
            ([], None),
        ],
    )
    def test_a_column_tells_the_order(self, cells, told):
        assert day_first(cells) is told

    @pytest.mark.parametrize(
        ("last", "date"), [("31/12/2024", "2024-04-03"), ("12/31/2024", "2024-03-04"), ("", "2024")]
    )
    def test_a_cell_far_down_tells_the_order(self, last, date):
        rows = [["Text", "Date"], *[["x", "3/4/2024"]] * 1000, ["y", last]]
        assert read(table(*rows))[0].date == date

    def test_days_of_spreadsheets(self):
        data = making.xlsx_of({"S": [["Text", "Date"], ["x", making.Serial(45446)], ["y", making.Serial(45446.5)]]})
        assert [each.date for each in read(data, "a.xlsx")] == ["2024-06-03", "2024-06-03"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("el", "el"), ("EL", "el"), ("el-GR", "el"), ("pt_BR", "pt"), ("zh-Hant-TW", "zh"), ("ell", "el"), ("eng", "en"),
        ("Greek", "el"), ("ελληνικά", "el"), ("Ελληνικα", "el"), ("العربية", "ar"), ("français", "fr"), ("Deutsch", "de"),
        ("xx", None), ("Klingon", None), ("", None), ("grc", None),
    ],
)  # fmt: skip
def test_languages(cell, code):
    assert code_of(cell) == code


@pytest.mark.parametrize(
    ("cell", "url"),
    [
        ("https://a.org/x", "https://a.org/x"),
        ("http://a.org", "http://a.org"),
        ("ftp://a.org", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("a.org", None),
        ("https://a b", None),
        ("https://[", None),
    ],
)
def test_addresses(cell, url):
    assert read(table(["Text", "URL"], ["x", cell]))[0].url == url


class TestSheets:
    def test_each_that_is_shown_and_can_be_read(self):
        table_of = [["Text"], ["x"]]
        sheets = {"One": table_of, "Notes": [["a", "b"], [1, 2]], "Secret": table_of, "Empty": [], "Two": table_of}
        found = read(making.xlsx_of(sheets, hidden=("Secret",)), "a.xlsx")
        assert [each.part for each in found] == ["One/row 2", "Two/row 2"]

    def test_rows_are_numbered_as_they_are_shown(self):
        rows = [[], [], [None, "Text"], [], [None, "x"]]
        assert [each.part for each in read(making.xlsx_of({"S": rows}), "a.xlsx")] == ["S/row 5"]

    def test_numbers(self):
        (found,) = read(making.xlsx_of({"S": [["Title", "Text"], [2024.0, 1.5]]}), "a.xlsx")
        assert (found.title, found.text) == ("2024", "1.5")

    def test_none_can_be_read(self):
        told = complaint(making.xlsx_of({"S": [["a", "b"], [1, 2]], "T": [["c"]]}), "a.xlsx")
        assert told == (
            "in/a.xlsx has no column that could be text: its columns are a, b: name one by --column text=NAME"
        )

    def test_nothing(self):
        assert (
            complaint(making.xlsx_of({"S": []}), "a.xlsx") == "in/a.xlsx holds no rows: give a file that holds a table"
        )

    @pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods"])
    @pytest.mark.parametrize(
        "data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(500), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)]
    )
    def test_damaged(self, name, data):
        assert complaint(data, name).startswith(f"in/{name} is ")
        assert "damaged" in complaint(data, name)

    @pytest.mark.parametrize("make", [making.make_xlsx, making.make_ods, making.make_xls])
    def test_broken_off(self, make):
        data = make(ENGLISH)
        for end in range(0, len(data) - 1, 97):
            with suppress(Unreadable):
                read(data[:end], "a.xlsx")

    @pytest.mark.parametrize("name", ["a.xlsx", "a.xls"])
    def test_locked(self, name):
        data = making.ole_of("EncryptedPackage", b"x")
        assert SPREADSHEET.is_it(piece(data, name), data)
        assert complaint(data, name) == f"in/{name} is locked with a password: save a copy without it"

    def test_a_bomb(self):
        data = making.zipped({"xl/workbook.xml": "<x>" + " " * 60_000_000 + "</x>"})
        small = LIMITS.model_copy(update={"unpacked_ratio": 100})
        assert complaint(data, "a.xlsx", small) == (
            "in/a.xlsx unpacks to more than 500,000,000 bytes, or to far more than spreadsheets do: open it in its"
            " program and save it as CSV"
        )

    def test_a_bomb_that_lies(self):
        data = bytearray(making.zipped({"xl/workbook.xml": "<x>" + " " * 60_000_000 + "</x>"}))
        for place in (data.find(b"PK\x03\x04") + 22, data.find(b"PK\x01\x02") + 24):
            data[place : place + 4] = struct.pack("<I", 10)
        small = LIMITS.model_copy(update={"unpacked_ratio": 100})
        assert "unpacks to more than" in complaint(bytes(data), "a.xlsx", small)

    @pytest.mark.parametrize(
        "cells",
        [
            '<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>',
            '<c r="A1"><v>1</v></c><c x=">" r="XFD1048576"><v>1</v></c>',
            '<c><v>1</v></c></row><row r="1048576">' + "<c/>" * 100 + "<c><v>1</v></c>",
            '<c r="A1"><v>1</v></c><c r="ZZZZZZZ9999999999"><v>1</v></c>',
        ],
    )
    def test_cells_far_apart(self, cells):
        with zipfile.ZipFile(io.BytesIO(making.make_xlsx(ENGLISH))) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["xl/worksheets/sheet1.xml"] = (
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            f"<sheetData><row>{cells}</row></sheetData></worksheet>"
        )
        told = complaint(making.zipped(parts), "a.xlsx")
        assert told.startswith("in/a.xlsx has a sheet of more than 12,000,000 cells")

    def test_more_is_announced_than_is_there(self):
        with zipfile.ZipFile(io.BytesIO(making.make_xlsx(ENGLISH))) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        parts["xl/sharedStrings.xml"] = (
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="4294967295"/>'
        )
        assert "is a damaged spreadsheet" in complaint(making.zipped(parts), "a.xlsx")

    def test_cells_that_come_again(self):
        cell = '<table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell>'
        data = making.ods_of(f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>')
        assert complaint(data, "a.ods") == (
            "in/a.ods has a sheet of more than 12,000,000 cells, with the empty ones between them: open it in its program and save it as CSV"
        )

    def test_markup_that_is_broken(self):
        data = making.make_ods(ENGLISH)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = archive.read("content.xml").decode().replace("</table:table>", "</tabl8:table>")
        made = making.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})
        assert "is a damaged spreadsheet" in complaint(made, "a.ods")

    def test_cells_of_old_files_far_apart(self):
        data = bytearray(making.make_xls(ENGLISH))
        at = data.rfind(struct.pack("<HHH", 1, 5, 0))
        data[at : at + 4] = struct.pack("<HH", 65535, 65535)
        assert "is a damaged spreadsheet" in complaint(bytes(data), "a.xls")

    @settings(deadline=None, max_examples=60)
    @given(st.data())
    def test_damage_to_old_files(self, data):
        made = bytearray(making.make_xls(ENGLISH))
        for place in data.draw(st.lists(st.integers(0, len(made) - 1), max_size=8)):
            made[place] = data.draw(st.integers(0, 255))
        with suppress(Unreadable):
            read(bytes(made), "a.xls")


class TestJson:
    def test_objects_in_objects(self):
        record = {
            "source": {"name": "The Paper"},
            "content": ["one", "two"],
            "publishedAt": "2024-06-03T10:00:00Z",
            "n": None,
        }
        (found,) = read(json.dumps({"status": "ok", "data": {"articles": [record]}}), "a.json")
        assert (found.publisher, found.text, found.date) == ("The Paper", "one\n\ntwo", "2024-06-03T10:00:00+00:00")

    def test_one_object_is_one_row(self):
        assert texts('{"text": "x"}\n\n', "a.json") == ["x"]

    def test_lines_that_are_broken(self):
        found = read('{"text": "a"}\n\n{"text": \n[1]\n{"text": "b"}\n', "a.jsonl")
        assert [each.part for each in found if isinstance(each, Text)] == ["row 1", "row 5"]
        assert [str(each) for each in found if isinstance(each, Unreadable)] == [
            "in/a.jsonl/row 3 is no JSON object: take the line out",
            "in/a.jsonl/row 4 is no JSON object: take the line out",
        ]

    def test_a_list_that_is_broken_off(self):
        found = read('[{"text": "a"}, 5, {"text": "b"', "a.json")
        assert found[0].text == "a"
        assert [str(each) for each in found[1:]] == [
            "in/a.json/row 2 is no object: take it out",
            "in/a.json/row 3 is no JSON, and nothing behind it can be told: save it as JSON Lines: one object a line",
        ]

    @pytest.mark.parametrize(
        "data", ["{", '{"a": ', '{"text": "x"', '{"a":' * 100_000, "[" * 100_000, '{"a": ' + "9" * 5000 + "x"]
    )
    def test_what_is_no_json(self, data):
        assert "is no JSON" in complaint(data, "a.json")

    def test_deep_and_long_numbers(self):
        deep = '{"text": "x", "n": ' + '{"a":' * 500 + "1" + "}" * 500 + "}"
        assert texts(deep, "a.json") == ["x"]
        assert "is no JSON" in complaint('{"text": "x", "n": ' + "9" * 5000 + "}", "a.json")

    def test_an_object_that_is_too_large(self):
        small = LIMITS.model_copy(update={"text_bytes": 1000})
        large = json.dumps({"text": "x" * 2000})
        assert "is one JSON object of more than 1,000 letters" in complaint(large, "a.json", small)
        assert complaints(f'{{"text": "a"}}\n{large}\n{{"text": "b"}}\n', "a.jsonl", limits=small) == [
            "in/a.jsonl/row 2 is longer than 1,000 letters: split it into its documents"
        ]


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from('text,;\t|"\n\r{}[]:1/0 '), max_size=60))
def test_anything_is_a_table_or_a_complaint(data):
    for name in ("a.csv", "a.json"):
        with suppress(Unreadable):
            assert all(isinstance(each, Text | Unreadable) for each in read(data, name))


@pytest.mark.parametrize("data", ["", "\n\n", ",,,\n,,\n", "\ufeff"])
def test_nothing(data):
    assert complaint(data) in {
        "in/a.csv is empty: give a file that holds a table",
        "in/a.csv holds no rows: give a file that holds a table",
    }


def test_short_rows_tell_what_stands_beside_them_unless_their_language_is_known():
    rows = read(table(("text", "language"), ("Imia crisis", ""), ("Oslo talks", "en"), (LONG * 5, "")))
    assert [found.beside for found in rows] == [("Imia crisis", "Oslo talks", (LONG * 5)[:300]), (), ()]
