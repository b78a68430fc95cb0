"""Tables that hold articles, a row each, in every kind of file."""

import csv
import io
import json
import struct
import zipfile
from xml.sax.saxutils import escape

COLUMNS = ("Title", "Text", "Published", "URL", "Language", "Publisher")

XLSX_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2">'
        '<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    ),
}
DAY_STYLE = 1
HIDDEN = ("visible", "hidden")


class Serial(float):
    """A day as Excel counts it."""


def cells(article):
    return [article.title, article.body, article.date, article.url, article.language, article.publisher]


def rows(*articles):
    return [list(COLUMNS), *map(cells, articles)]


def make_csv(*articles, delimiter=",", encoding="utf-8", **form):
    return csv_of(rows(*articles), delimiter, encoding, **form)


def csv_of(table, delimiter=",", encoding="utf-8", **form):
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, **form).writerows(table)
    return stream.getvalue().encode(encoding)


def make_jsonl(*articles):
    records = [dict(zip(COLUMNS, cells(article), strict=True)) for article in articles]
    return "\n".join(json.dumps(each, ensure_ascii=False) for each in records).encode()


def make_json(*articles):
    return b"[\n" + b",\n".join(make_jsonl(article) for article in articles) + b"\n]\n"


def make_xlsx(*articles):
    return xlsx_of({"Sheet1": rows(*articles)})


def xlsx_of(sheets, hidden=()):
    """A workbook of sheets of rows, as small as one can be."""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="r{at}" state="{HIDDEN[name in hidden]}"/>'
        for at, name in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="r{at}" Target="worksheets/sheet{at}.xml"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/>'
        for at in range(1, len(sheets) + 1)
    )
    parts = XLSX_PARTS | {
        "xl/workbook.xml": (
            '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            f"<sheets>{listed}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'{related}<Relationship Id="s" Target="styles.xml"'
            ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>'
        ),
    }
    for at, table in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{at}.xml"] = sheet_of(table)
    return zipped(parts)


def sheet_of(table):
    inner = "".join(
        f'<row r="{number}">{"".join(map(xlsx_cell, row, range(len(row)), [number] * len(row)))}</row>'
        for number, row in enumerate(table, 1)
    )
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{inner}</sheetData></worksheet>"
    )


def xlsx_cell(value, place, number):
    at = f"{chr(ord('A') + place)}{number}"
    if value is None:
        return ""
    if isinstance(value, Serial):
        return f'<c r="{at}" s="{DAY_STYLE}"><v>{float(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{at}"><v>{value}</v></c>'
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def make_ods(*articles):
    table = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string">{paragraphs(value)}</table:table-cell>' for value in row
        )
        + '<table:table-cell table:number-columns-repeated="16378"/></table:table-row>'
        for row in rows(*articles)
    )
    return ods_of(table)


def paragraphs(value):
    return "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))


def ods_of(table):
    """A workbook of one sheet, with the empty rows below that programs write."""
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    below = (
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": (
                f"<office:document-content{names}><office:body><office:spreadsheet>"
                f'<table:table table:name="Sheet1">{table}{below}</table:table>'
                "</office:spreadsheet></office:body></office:document-content>"
            ),
            "META-INF/manifest.xml": (
                '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
            ),
        }
    )


def zipped(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, kind)
    return stream.getvalue()


SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def make_xls(*articles):
    """A workbook of before 2007 (BIFF8 in an OLE file), with texts alone."""
    labels = b"".join(
        record(0x0204, struct.pack("<HHHHB", at, place, 0, len(value), 1) + value.encode("utf-16-le"))
        for at, row in enumerate(rows(*articles))
        for place, value in enumerate(row)
    )
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + labels + record(0x000A, b"")
    name = b"Sheet1"
    size = len(begin) + 4 + 8 + len(name) + 4
    listed = record(0x0085, struct.pack("<IHBB", size, 0, len(name), 0) + name)
    return ole_of("Workbook", begin + listed + record(0x000A, b"") + sheet)


def record(kind, data):
    return struct.pack("<HH", kind, len(data)) + data


def ole_of(name, data):
    """An OLE file of one stream, large enough to have sectors of its own."""
    data = data.ljust(max(4096, -(-len(data) // SECTOR) * SECTOR), b"\0")
    count = len(data) // SECTOR
    chain = [*range(3, count + 2), END]
    table = [FAT, END, *chain, *[FREE] * (SECTOR // 4 - 2 - count)]
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
        + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
        + struct.pack("<109I", 0, *[FREE] * 108)
    )  # fmt: skip
    directory = entry("Root Entry", 5, END, 0, child=1) + entry(name, 2, 2, len(data)) + bytes(256)
    return header + struct.pack(f"<{len(table)}I", *table) + directory + data


def entry(name, kind, sector, size, child=FREE):
    title = (name + "\0").encode("utf-16-le")
    left = struct.pack("<HBBIII", len(title), kind, 1, FREE, FREE, child)
    return title.ljust(64, b"\0") + left + bytes(36) + struct.pack("<IQ", sector, size)
