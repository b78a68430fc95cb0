"""Citations: what is known of a source, as finely as it is known, and nothing else."""

import json
import re
from typing import Any

import pytest

from extract.export.citation import citation
from tests.event_rows import HOSTILE, row

WEB = {
    "source_title": "Russia and Iran to sign",
    "publisher": "The Paper",
    "source_url": "https://n.example/a",
    "source_date": "2025-01-13",
    "source_date_basis": "header",
}


def csl(**changes: object) -> dict[str, Any]:
    (entry,) = json.loads(citation(row(**changes)).csl)
    return dict(entry)


def ris(**changes: object) -> dict[str, str]:
    lines = citation(row(**changes)).ris.split("\r\n")
    assert lines.pop() == ""
    assert all(line[2:6] == "  - " for line in lines)
    return {line[:2]: line[6:] for line in lines}


def test_a_footnote() -> None:
    assert citation(row(**WEB), "https://d.example/").footnote == (
        "Russia and Iran to sign, The Paper, written 13 January 2025, by its header, https://n.example/a. "
        "“A treaty is signed on Friday.” Read in Dateline: https://d.example/reader?event=e1"
    )


def test_what_is_not_known_is_not_told() -> None:
    unknown = {"source_title": None, "source_date": None}
    assert citation(row(**unknown)).footnote.startswith("a source without a title, undated. “")
    assert "issued" not in csl(**unknown)
    assert not {"title", "author", "URL"} & set(csl(**unknown))
    assert not {"TI", "AU", "PY", "DA", "UR"} & set(ris(**unknown))


@pytest.mark.parametrize(
    ("date", "words", "parts", "written"),
    [
        ("2025-01-13", "13 January 2025", [[2025, 1, 13]], "2025/01/13/"),
        ("2025-01", "January 2025", [[2025, 1]], "2025/01//"),
        ("2025", "2025", [[2025]], "2025///"),
        ("2025-01-13/2025-01-14", "13 to 14 January 2025", [[2025, 1, 13], [2025, 1, 14]], "2025/01//"),
        ("2024-12/2025-02", "December 2024 to February 2025", [[2024, 12], [2025, 2]], None),
        ("-0479", "480 BCE", [[-480]], None),
        ("0000", "1 BCE", [[-1]], None),
        ("2024-22", "2024-22", None, None),
        ("199X", "199X", None, None),
    ],
)
def test_dates_are_as_fine_as_they_are_known(
    date: str, words: str, parts: list[list[int]] | None, written: str | None
) -> None:
    changes = WEB | {"source_date": date}
    assert f"written {words}, by its header" in citation(row(**changes)).footnote
    assert csl(**changes)["issued"] == ({"date-parts": parts} if parts else {"literal": date})
    assert ris(**changes).get("DA") == written
    assert ris(**changes).get("PY") == (written and written[:4])


@pytest.mark.parametrize(("basis", "circa"), [("inferred", True), ("neighbours", True), ("given", None)])
def test_a_date_that_was_inferred_says_so(basis: str, circa: bool | None) -> None:
    assert csl(**WEB)["issued"].get("circa") is None
    assert csl(**(WEB | {"source_date_basis": basis}))["issued"].get("circa") is circa


def test_a_web_page_and_a_document() -> None:
    assert (csl(**WEB)["type"], ris(**WEB)["TY"], ris(**WEB)["UR"]) == ("webpage", "ELEC", "https://n.example/a")
    assert (csl()["type"], ris()["TY"], ris()["LK"]) == ("document", "GEN", "http://127.0.0.1:8501/reader?event=e1")
    assert ris(**WEB)["N1"] == csl(**WEB)["annote"] == "A treaty is signed on Friday."


@pytest.mark.parametrize("attack", HOSTILE)
def test_no_text_makes_a_line_of_its_own(attack: str) -> None:
    changes = HOSTILE[attack] | {"publisher": "a\r\nER  - \r\nTY  - GEN", "source_date_basis": "given"}
    cited = citation(row(**changes))
    lines = cited.ris.split("\r\n")
    assert "\n" not in cited.footnote
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert len({line[:2] for line in lines}) == len(lines)
    assert cited.ris.endswith("\r\nER  - \r\n")
    assert "\n" not in cited.ris.replace("\r\n", "")
    assert "javascript:" not in str(json.loads(cited.csl)[0].get("URL"))
    assert cited.ris.encode()
