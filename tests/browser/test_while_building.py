"""A library that another process builds is read at the same time, by people in several browsers."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from dashboard.launch import ROOT
from tests.browser.conftest import serving

pytestmark = pytest.mark.browser

TEXTS = 250
SENTENCES = 40
"""So many texts of so many sentences keep a build busy while somebody filters several times."""


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "texts"
    place.mkdir()
    for text in range(TEXTS):
        sentences = (
            f"On {day % 28 + 1} March {1900 + (text * day) % 120} Boris Kovalenko {text} met Anna Petrova {day} in Madrid."
            for day in range(SENTENCES)
        )
        (place / f"{text}.txt").write_text("\n".join(sentences), encoding="utf-8")
    return place


def building(what, library):
    return subprocess.Popen(
        [sys.executable, "-m", "extract", "build", str(what), "--library", str(library)],
        cwd=ROOT, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def test_people_filter_while_a_build_writes(visit, tmp_path, folder):
    library = tmp_path / "library.db"
    assert building("seeds", library).wait() == 0
    with serving(library) as address:
        one, other = visit(address).drawn(), visit(address).drawn()
        before = one.counts.inner_text()
        build = building(folder, library)
        turns = 0
        while build.poll() is None:
            one.choose_language("Ελληνικά")
            expect(one.counts).to_contain_text(" of ")
            assert "lang" not in other.page.url
            one.choose_language("Ελληνικά")
            expect(one.counts).not_to_contain_text(" of ")
            turns += 1
        assert build.returncode == 0
        assert turns >= 1
        other.page.reload()
        expect(other.counts).to_contain_text(f"{TEXTS + 5} sources")
        assert other.counts.inner_text() != before
        other.choose_language("English")
        expect(other.counts).to_contain_text(" of ")
        expect(one.page.get_by_test_id("stException")).to_have_count(0)
