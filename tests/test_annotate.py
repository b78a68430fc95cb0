import json

import pytest

from extract.annotate import annotate, parse_line
from extract.dates.interval import to_day
from extract.dates.side import Prefer
from extract.errors import LineError

READ_ON = to_day(2026, 11, 21)


def annotated(*documents: dict[str, object], prefer: Prefer = Prefer.CONTEXT) -> list[dict]:
    result = annotate([json.dumps(document) for document in documents], READ_ON, prefer)
    assert not result.refused
    return [json.loads(line) for line in result.lines]


def test_the_form_that_others_rely_on() -> None:
    text = "Vladimir Putin and Masoud Pezeshkian will sign a treaty in Moscow on Friday, for 20 years."
    (line,) = annotated(
        {"id": "a", "text": text, "lang": "en", "date": "2025-01-13", "title": "T", "url": "https://x.y/z"}
    )
    assert list(line) == ["id", "lang", "dct", "dct_basis", "timexes", "actors"]
    assert (line["id"], line["lang"], line["dct"], line["dct_basis"]) == ("a", "en", "2025-01-13", "given")
    friday, years = line["timexes"]
    assert list(friday) == [
        "start", "end", "text", "type", "value", "mod", "edtf", "interval", "basis", "explanation", "event",
    ]  # fmt: skip
    assert text[friday["start"] : friday["end"]] == friday["text"] == "Friday"
    assert (friday["type"], friday["value"], friday["edtf"]) == ("DATE", "2025-01-17", "2025-01-17")
    assert friday["interval"] == ["2025-01-17", "2025-01-18"]
    assert friday["basis"] == "underspecified"
    assert friday["event"]
    assert (years["type"], years["value"], years["interval"], years["event"]) == ("DURATION", "P20Y", None, None)
    putin = line["actors"][0]
    assert putin == {"start": 0, "end": 14, "text": "Vladimir Putin", "type": "PER", "canonical": "Vladimir Putin"}


def test_offsets_are_code_points_of_the_text_as_given() -> None:
    text = "🙂 [ad_1]\r\n\r\nأعلن الكرملين عسكريًا ذلك أمس الثلاثاء."
    (line,) = annotated({"id": "a", "text": text, "date": "2025-01-15"})
    (found,) = line["timexes"]
    assert text[found["start"] : found["end"]] == "أمس الثلاثاء"
    assert found["value"] == "2025-01-14"


def test_documents_of_one_run_share_stories_and_names() -> None:
    one, other = annotated(
        {"id": "en", "text": "Vladimir Putin met Masoud Pezeshkian on 17 January 2025."},
        {"id": "el", "text": "Ο Βλαντιμίρ Πούτιν συνάντησε τον Μασούντ Πεζεσκιάν στις 17 Ιανουαρίου 2025."},
    )
    assert one["timexes"][0]["event"] == other["timexes"][0]["event"]
    assert {a["canonical"] for a in one["actors"]} == {a["canonical"] for a in other["actors"]}


def test_a_preference_decides_what_the_words_leave_open() -> None:
    document = {"id": "a", "text": "The fair in March.", "date": "2025-01-15", "lang": "en"}
    (past,), (future,) = annotated(document, prefer=Prefer.PAST), annotated(document, prefer=Prefer.FUTURE)
    assert past["timexes"][0]["value"] == "2024-03"
    assert future["timexes"][0]["value"] == "2025-03"


def test_without_a_date_nothing_is_made_up() -> None:
    (line,) = annotated({"id": "a", "text": "They met on Friday.", "lang": "en"})
    assert (line["dct"], line["dct_basis"]) == (None, "none")
    assert line["timexes"][0]["interval"] is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "JSON"),
        ("[]", "object"),
        ('{"id": "a"}', "text: Field required"),
        ('{"id": "", "text": "x"}', "id: "),
        ('{"id": 7, "text": "x"}', "id: "),
        ('{"id": "a", "text": "x", "lang": "Greek"}', "lang: "),
        ('{"id": "a", "text": "x", "date": "last week"}', "date: 'last week' is no date; write it as"),
        ('{"id": "a", "text": "x", "date": "2025-02-30"}', "date: "),
    ],
)
def test_a_bad_line_is_refused_with_its_number_and_the_rest_is_done(line: str, told: str) -> None:
    good = json.dumps({"id": "good", "text": "On 1 May 2020."})
    result = annotate(["", line, good], READ_ON)
    assert [json.loads(done)["id"] for done in result.lines] == ["good"]
    (error,) = result.refused
    assert error.number == 2
    assert str(error).startswith("line 2: ")
    assert told in str(error)


def test_an_id_is_used_once() -> None:
    line = json.dumps({"id": "a", "text": "x"})
    result = annotate([line, line], READ_ON)
    assert len(result.lines) == 1
    assert result.refused[0].number == 2


def test_unknown_keys_are_let_be() -> None:
    assert parse_line(1, '{"id": "a", "text": "x", "timexes": []}').id == "a"
    with pytest.raises(LineError):
        parse_line(1, "null")


def test_empty_texts_and_none() -> None:
    (line,) = annotated({"id": "a", "text": ""})
    assert line["timexes"] == line["actors"] == []
    assert annotate([], READ_ON).lines == []
