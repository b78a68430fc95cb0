"""Ready-made timelines are read as events that happened when their tables say."""

import csv
import io
import json

import pytest

from extract.errors import Unreadable
from extract.read.limits import LIMITS
from extract.read.pieces import Piece, Text
from extract.read.tables.reader import mapping_of, read_table
from tests.making import events as making
from tests.making.tables import Serial, csv_of, xlsx_of


def read(data, name="a.csv", columns=None):
    return list(read_table(Piece(f"in/{name}", data), LIMITS, columns))


def one(*rows, columns=None):
    (found,) = read(csv_of(rows), columns=columns)
    return found


def said(*rows):
    return str(one(*rows))


@pytest.mark.parametrize(
    ("start", "end", "happened", "words"),
    [
        ("2024-05-01", "", "2024-05-01", "2024-05-01"),
        ("2024-05", "", "2024-05", "2024-05"),
        ("1453", "", "1453", "1453"),
        ("480", "", "0480", "480"),
        ("-0479", "", "-0479", "-0479"),
        ("-479", "", "-0479", "-479"),
        ("-0479-08-11", "", "-0479-08-11", "-0479-08-11"),
        ("0", "", "0000", "0"),
        ("2024-05-01", "2024-05-03", "2024-05-01/2024-05-03", "2024-05-01 – 2024-05-03"),
        ("2024-05-01", "2024-05-01", "2024-05-01", "2024-05-01"),
        ("2024-05", "2024-06-03", "2024-05/2024-06-03", "2024-05 – 2024-06-03"),
        ("2024-05-03", "2024", "2024-05-03/2024", "2024-05-03 – 2024"),
        ("-490", "-479", "-0490/-0479", "-490 – -479"),
        ("1939", "1945", "1939/1945", "1939 – 1945"),
        ("2024-05-01/2024-05-03", "", "2024-05-01/2024-05-03", "2024-05-01/2024-05-03"),
        ("31/12/2024", "", "2024-12-31", "31/12/2024"),
        ("3/4/2024", "", "2024", "3/4/2024"),
        ("3 June 2024", "5 June 2024", "2024-06-03/2024-06-05", "3 June 2024 – 5 June 2024"),
        ("May 1998", "", "1998-05", "May 1998"),
        ("2024-05-01T23:30:00-08:00", "", "2024-05-01", "2024-05-01T23:30:00-08:00"),
    ],
)
def test_when_it_happened(start, end, happened, words):
    found = one(["Start", "End", "Title"], [start, end, "The mill closes"])
    assert (found.happened, found.text) == (happened, f"{words}\n\nThe mill closes")
    assert (found.title, found.part, found.date) == ("The mill closes", "row 2", None)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2024-13", "", 'has "2024-13" in its column "Start", which is no date: write it as 2024-05-01, 2024-05 or 2024'),
        ("2024-02-30", "", 'has "2024-02-30" in its column "Start", which is no date: write it as 2024-05-01, 2024-05 or 2024'),
        ("c. 1453", "", 'has "c. 1453" in its column "Start", which is no date: write it as 2024-05-01, 2024-05 or 2024'),
        ("12000", "", 'has "12000" in its column "Start", which is no date: write it as 2024-05-01, 2024-05 or 2024'),
        ("2024", "soon", 'has "soon" in its column "End", which is no date: write it as 2024-05-01, 2024-05 or 2024'),
        ("2024-05-03", "2024-05-01", 'has the end "2024-05-01" before its start "2024-05-03": put the two in order'),
        ("2024-05-03", "2023", 'has the end "2023" before its start "2024-05-03": put the two in order'),
        ("2024-05-03/2024-05-01", "", 'has "2024-05-03/2024-05-01" in its column "Start", which is no date: write it as 2024-05-01, 2024-05 or 2024'),
    ],
)  # fmt: skip
def test_what_no_calendar_has(start, end, told):
    assert said(["Start", "End", "Title"], [start, end, "x"]) == f"in/a.csv/row 2 {told}"


def test_one_wrong_date_stops_no_other():
    good, bad, after = read(csv_of([["start", "title"], ["2024", "a"], ["2024-00", "b"], ["2025", "c"]]))
    assert (good.title, after.title) == ("a", "c")
    assert isinstance(bad, Unreadable)


def test_what_is_missing_is_counted():
    found = read(csv_of([["start", "title"], ["", "undated"], ["2024", ""], ["", ""], ["2024", "a"]]))
    assert [str(each) for each in found if isinstance(each, Unreadable)] == [
        "in/a.csv has 2 rows with no date, or not what happened (rows 2, 3): fill in what is missing, or leave them out"
    ]


def test_all_that_a_row_says():
    found = one(
        ["Start", "Title", "Text", "URL", "Language", "Source", "Date", "Display date"],
        ["1998-05", "The mill <i>closes</i>", "<p>All go home.</p><p>No pay.</p>", "https://a.org/m", "English", "Courier",
         "2024-05-01", "that spring"],
    )  # fmt: skip
    assert found == Text(
        "that spring\n\nThe mill closes\n\nAll go home.\n\nNo pay.",
        part="row 2",
        title="The mill closes",
        publisher="Courier",
        url="https://a.org/m",
        date="2024-05-01",
        date_from='its row (column "Date")',
        language="en",
        happened="1998-05",
    )


@pytest.mark.parametrize(
    ("columns", "chosen"),
    [
        (["Date", "Event"], {"start": "Date", "headline": "Event"}),
        (["Ημερομηνία", "Γεγονός"], {"start": "Ημερομηνία", "headline": "Γεγονός"}),
        (["التاريخ", "الحدث"], {"start": "التاريخ", "headline": "الحدث"}),
        (["Fecha", "Evento", "Fuente"], {"start": "Fecha", "headline": "Evento", "publisher": "Fuente"}),
        (
            ["Start date", "End date", "Description"],
            {"start": "Start date", "end": "End date", "headline": "Description"},
        ),
        (["Début", "Fin", "Titre", "Texte"], {"start": "Début", "end": "Fin", "title": "Titre", "text": "Texte"}),
        (["When", "What"], {"start": "When", "headline": "What"}),
    ],
)
def test_tables_of_events(columns, chosen):
    mapping = mapping_of(Piece("a.csv", csv_of([columns, ["2024"] * len(columns)])), LIMITS)
    assert mapping.chosen == chosen
    assert mapping.tells_events


@pytest.mark.parametrize(
    "columns", [["Date", "Event", "Text"], ["Date", "Title", "Text"], ["Start", "Text", "End"][1:]]
)
def test_tables_of_documents(columns):
    assert not mapping_of(Piece("a.csv", csv_of([columns, ["x"] * len(columns)])), LIMITS).tells_events


def test_a_person_makes_it_a_table_of_events():
    found = one(["Day", "Remark"], ["2024-05-01", "The mill closes"], columns={"start": "Day", "headline": "Remark"})
    assert (found.happened, found.text) == ("2024-05-01", "2024-05-01\n\nThe mill closes")


def test_days_of_spreadsheets():
    data = xlsx_of({"S": [["Start", "End", "Title"], [Serial(45413), Serial(45415), "x"], [1453.0, None, "y"]]})
    first, second = read(data, "a.xlsx")
    assert (first.happened, first.text, first.part) == (
        "2024-05-01/2024-05-03",
        "2024-05-01 – 2024-05-03\n\nx",
        "S/row 2",
    )
    assert (second.happened, second.text) == ("1453", "1453\n\ny")


class TestTimelineJs:
    def test_a_spreadsheet(self):
        data = making.timelinejs_csv(
            {"Headline": "A timeline", "Type": "title"},
            {
                "Year": "2024", "Month": "5", "Day": "1", "Time": "10:00", "End Year": "2024", "End Month": "5",
                "End Day": "3", "Headline": "Fire &amp; <b>flood</b>", "Text": "<p>It burnt.</p><p>It drowned.</p>",
                "Media": "https://a.org/x.jpg",
            },
            {"Year": "1,453", "Headline": "Fall"},
            {"Year": "2024", "Month": "5", "Display Date": "that spring", "Headline": "Spring"},
        )  # fmt: skip
        first, second, third = read(data)
        assert first == Text(
            "2024-05-01 – 2024-05-03\n\nFire & flood\n\nIt burnt.\n\nIt drowned.",
            part="row 3",
            title="Fire & flood",
            url="https://a.org/x.jpg",
            happened="2024-05-01/2024-05-03",
        )
        assert (second.happened, second.text) == ("1453", "1453\n\nFall")
        assert (third.happened, third.text) == ("2024-05", "that spring\n\nSpring")

    @pytest.mark.parametrize(("year", "happened"), [("-479", "-0478"), ("-1", "0000"), ("1", "0001")])
    def test_it_counts_no_year_0(self, year, happened):
        (found,) = read(making.timelinejs_csv({"Year": year, "Headline": "x"}))
        assert (found.happened, found.text) == (happened, f"{year.zfill(2)}\n\nx" if year == "1" else f"{year}\n\nx")

    @pytest.mark.parametrize(
        ("event", "value"),
        [
            ({"Year": "2024", "Month": "13"}, "2024-13"),
            ({"Year": "2023", "Month": "2", "Day": "29"}, "2023-02-29"),
            ({"Year": "2024", "Day": "1"}, "2024--01"),
            ({"Year": "MMXX"}, "MMXX"),
            ({"Year": "-4500000000"}, "-4500000000"),
        ],
    )
    def test_what_no_calendar_has(self, event, value):
        (found,) = read(making.timelinejs_csv(event | {"Headline": "x"}))
        assert str(found) == (
            f'in/a.csv/row 2 has "{value}" in its column "Year", which is no date: write it as 2024-05-01, 2024-05 or 2024'
        )

    def test_json(self):
        data = making.timelinejs_json(
            [
                {
                    "start_date": {"year": "2024", "month": "5", "day": ""},
                    "end_date": {"year": "2024", "month": "6"},
                    "text": {"headline": "Fire", "text": "<p>It burnt.</p>"},
                    "media": {"url": "https://a.org/x"},
                },
                {"start_date": {"year": -479}, "display_date": "479 BCE", "text": {"headline": "Plataea"}},
            ],
            [{"start_date": {"year": 1900}, "end_date": {"year": 1910}, "text": {"headline": "A decade"}}],
        )
        first, second, era = read(data, "a.json")
        assert first == Text(
            "2024-05 – 2024-06\n\nFire\n\nIt burnt.",
            part="row 1",
            title="Fire",
            url="https://a.org/x",
            happened="2024-05/2024-06",
        )
        assert (second.happened, second.text) == ("-0478", "479 BCE\n\nPlataea")
        assert (era.happened, era.text, era.part) == ("1900/1910", "1900 – 1910\n\nA decade", "row 3")


class TestTimesketch:
    def test_csv(self):
        data = making.timesketch_csv(["Log in of <root>", "2024-05-01T10:00:00+00:00", "Event Logged"])
        (found,) = read(data)
        assert found == Text(
            "2024-05-01T10:00:00+00:00\n\nLog in of <root>\n\nEvent Logged",
            part="row 2",
            title="Log in of <root>",
            happened="2024-05-01",
        )

    def test_lines_with_millionths_of_seconds(self):
        line = {"message": "Log in", "timestamp": 1714557600000000, "timestamp_desc": "Event Logged"}
        (found,) = read(json.dumps(line).encode() + b"\n", "a.jsonl")
        assert found.happened == "2024-05-01"


def test_what_dateline_exports_comes_back():
    row = {
        "event_id": "09d4970d", "start": "2024-06-01", "end": "2024-06-30", "edtf": "2024-06", "date_text": "last June",
        "headline": "The mill closes", "sentence": "The mill closed last June.", "language": "en",
        "source_title": "Mills", "publisher": "Courier", "source_url": "https://a.org/m", "source_date": "2025-01-13",
    }  # fmt: skip
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, row, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows([row, row | {"edtf": "2024-22", "start": "-0479-06-01", "end": "-0479-08-31"}])
    first, second = read(b"\xef\xbb\xbf" + stream.getvalue().encode())
    assert first == Text(
        "last June\n\nThe mill closes\n\nThe mill closed last June.",
        part="row 2",
        title="The mill closes",
        publisher="Courier",
        url="https://a.org/m",
        date="2025-01-13",
        date_from='its row (column "source_date")',
        language="en",
        happened="2024-06",
    )
    assert second.happened == "-0479-06-01/-0479-08-31"
