"""Citing from the evidence: three forms, made when somebody asks, as text that can be copied."""

import json

import pytest

from dashboard.cite import FORMS
from tests.apps import APP, start


@pytest.fixture
def cited(monkeypatch):
    """What is offered to be copied once the button is pressed, in each form, by what the forms are called."""

    def run(library, event, language=None):
        page = start(monkeypatch, APP, library, {"event": event}, language)
        assert not page.code  # nothing is made before
        page.session_state["open-cite"] = True
        return dict(form(page, each) for each in FORMS)

    def form(page, each):
        page.session_state["cite-form"] = each
        page.run()
        assert not page.exception
        (code,) = page.code
        assert code.language == "plaintext"
        choice = next(group for group in page.button_group if group.key == "cite-form")
        return choice.proto.options[list(FORMS).index(each)].content, code.value

    return run


def test_a_source_is_cited_in_three_forms(cited, full):
    told = cited(full, "en.2")
    assert list(told) == ["Footnote", "CSL-JSON", "RIS"]
    assert told["Footnote"].startswith("Russia and Iran to sign, written January 2025, ")
    assert told["Footnote"].endswith("Read in Dateline: http://127.0.0.1:8501/reader?event=en.2")
    assert json.loads(told["CSL-JSON"])[0]["title"] == "Russia and Iran to sign"
    assert "TI  - Russia and Iran to sign" in told["RIS"]


@pytest.mark.parametrize("language", ["el", "ar"])
def test_in_every_language_of_readers(cited, full, language):
    told = cited(full, "ar.1", language)
    assert list(told)[1:] == ["CSL-JSON", "RIS"]
    footnote = next(iter(told.values()))
    assert "روسيا وإيران توقعان" in footnote
    assert "ووقع بوتين معاهدة" in footnote


def test_hostile_words_are_text_in_one_line(cited, full):
    footnote, csl, _ = cited(full, "hostile.0").values()
    assert "\n" not in footnote
    assert "\u202e" not in footnote + csl
    assert "URL" not in json.loads(csl)[0]
