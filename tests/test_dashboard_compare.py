"""The page Compare: rows, columns, signs with their words, filters of its own, and nothing of a source as markup."""

import re

import pytest

from dashboard import columns, grid
from dashboard.grid import SIGNS
from dashboard.terms import AGREEMENTS
from dashboard.view import View
from extract.agreement import Agreement
from extract.label import ISOLATE, ISOLATE_END
from extract.store.library import create_or_open
from extract.table.comparison import Across
from tests import library_factory
from tests.apps import compare_page, said, start
from tests.disputed import DAY
from tests.library_factory import Told, document


@pytest.fixture
def app(monkeypatch):
    return lambda library, **address: start(monkeypatch, compare_page, library, address)


def table(page):
    return said(page).partition("<table")[2].partition("</table>")[0]


def heads(page):
    return re.findall(r'<th scope="col" role="columnheader"><bdi>(.*?)</bdi>', table(page))


def stories(page):
    return re.findall(
        r'<th scope="row" role="rowheader"><a [^>]*><span class="source" dir="auto">(.*?)</span>', table(page)
    )


def pills(page, label):
    return next(group for group in page.button_group if group.label == label)


def offered(page, label):
    return [pill.content.replace(ISOLATE, "").replace(ISOLATE_END, "") for pill in pills(page, label).proto.options]


def cells(page, story):
    """The cells of a story's row as text, by their columns; without what is hidden from people who see."""
    row = next(each for each in table(page).split("<tr role")[2:] if f">{story}</span>" in each)
    found = re.findall(r'<td role="cell">(.*?)</td>', row)
    return {head: re.sub(r"<[^>]+>", "", re.sub(r'<span class="(unseen|teller)".*?</span>', "", cell))
            for head, cell in zip(heads(page)[1:], found, strict=True)}  # fmt: skip


def test_a_row_a_story_and_a_column_a_language(app, full):
    page = app(full)
    assert heads(page) == ["Story", "English", "العربية", "Ελληνικά"]
    assert len(stories(page)) == 10
    assert stories(page)[:2] == ["Treaty signed in Moscow", "Putin signs with North Korea"]
    assert "The 3 columns that tell most of these stories" in said(page)
    assert cells(page, "Putin signs with North Korea") == {
        "English": "=June 2024 June 2024",
        "Ελληνικά": "=June 2024 Τον περασμένο Ιούνιο",
        "العربية": "≈2024 العام الماضي",
    }


def test_signs_have_words_for_those_who_hear_them(app, full):
    row = next(each for each in table(app(full)).split("<tr role") if "Putin signs with" in each)
    assert '<span class="sign agree" aria-hidden="true">=</span><span class="unseen">agree: </span>' in row
    assert '<span class="sign compatible" aria-hidden="true">≈</span><span class="unseen">compatible: </span>' in row
    alone = next(each for each in table(app(full)).split("<tr role") if "Missiles sent" in each)
    assert '<span class="sign silent" aria-hidden="true">–</span><span class="unseen">silent</span>' in alone
    assert "sign agree" not in alone  # there is nobody to agree with
    assert len(set(SIGNS.values())) == len(SIGNS) == len(AGREEMENTS) - 1


def test_what_conflicts_is_shown_beside_what_does_not(app, disputed):
    page = app(disputed, across="source", agree="conflict", col="a")
    page.session_state["col"] = ["a", "b", "d"]
    page.run()
    assert heads(page) == ["Story", "Paper a", "Paper b", "Paper d"]
    assert "3 columns, as chosen" in said(page)
    fall, count = stories(page)
    assert cells(page, fall) == {
        "Paper a": "=17 January 2025 on the 17th",
        "Paper b": "≠18 January 2025 on the 18th",
        "Paper d": "≠17 January 2025 never, not then, · denied",
    }
    assert cells(page, count) == {
        "Paper a": "=17 January 2025 that day · 10 soldiers",
        "Paper b": "≠17 January 2025 then · 12 soldiers",
        "Paper d": "–",
    }
    assert "<b><bdi>12 soldiers</bdi></b>" in table(page)
    assert "<span><bdi>10 soldiers</bdi></span>" in table(page)
    assert "2 stories" in said(page)


def test_the_row_says_how_all_stand_and_how_many_tell_it(app, disputed):
    text = table(app(disputed))
    assert "conflict · 6 independent sources · 3 languages" in re.sub(r"<[^>]+>", "", text)
    alone = next(each for each in text.split("<tr role") if "It fell alone there." in each)
    assert "1 independent source · 1 language" in alone
    assert "compatible ·" not in alone


def test_how_many_stories_stand_how_and_what_a_pill_leaves(app, full):
    page = app(full)
    assert offered(page, "Do they agree?") == ["≠ conflict 0", "≈ compatible 1", "= agree 2"]
    assert offered(page, "Told by only") == ["one independent source 7", "one language 7"]
    pills(page, "Do they agree?").set_value(["agree"]).run()
    assert page.query_params == {"agree": "agree"}
    assert "5 of 16 claims" in said(page)
    assert len(stories(page)) == 2
    assert offered(page, "Do they agree?") == ["≠ conflict 0", "≈ compatible 1", "= agree 2"]
    assert [button.label for button in page.button if (button.key or "").startswith("chip-")] == [
        f"{ISOLATE}agree{ISOLATE_END} ✕"
    ]
    page.button(key="chip-agree-agree").click().run()
    assert len(stories(page)) == 10


def test_told_by_one_alone(app, full):
    page = app(full, only="language")
    assert len(stories(page)) == 7
    assert "Missiles sent" in stories(page)
    assert "Treaty signed in Moscow" not in stories(page)


def test_the_filters_of_the_timeline_hold_here(app, full):
    page = app(full, lang="el", since="2024-06", until="2024-06")
    assert "1 of 16 claims" in said(page)
    assert heads(page) == ["Story", "Ελληνικά"]
    assert "1 column: what is filtered by" in said(page)
    assert len(stories(page)) == 1


def test_what_is_filtered_out_is_not_called_silent(app, full):
    page = app(full, status="planned", col="en")
    page.session_state["col"] = ["en", "ar"]
    page.run()
    assert cells(page, "Treaty signed in Moscow") == {
        "English": "=17 January 2025 January 17 · planned",
        "العربية": "=17 January 2025 17 كانون الثاني/يناير · planned",
    }


def test_the_first_story_is_open_with_its_sentences_side_by_side(app, full):
    page = app(full)
    opened = next(each for each in table(page).split("<tr role") if "chosen told" in each)
    assert re.findall(r'<blockquote dir="auto" lang="(\w+)">', opened) == ["en", "ar", "el"]
    assert "<mark>January 17</mark>" in opened
    assert "<mark>17 Ιανουαρίου</mark>" in opened
    assert "Why this date" in said(page)


def test_an_address_opens_a_claim_and_marks_its_story(app, full):
    page = app(full, event="ar.1")
    chosen = [each for each in table(page).split("<tr role") if 'class="chosen"' in each or "class=chosen" in each]
    assert len(chosen) == 1
    assert "Putin signs with North Korea" in chosen[0]
    assert "العام الماضي</mark>" in said(page)


def test_every_date_is_a_link_to_the_same_view_with_its_claim(app, full):
    text = table(app(full, lang="el"))
    assert 'href="?lang=el&amp;event=el.1" data-to="el.1"' in text


def test_by_time(app, full):
    assert stories(app(full, sort="time"))[0] == "Battle of Salamis"
    assert "September 480 BCE" in table(app(full, sort="time"))


def test_pages_of_fifty_stories_and_the_chosen_one_on_its_own(app, tmp_path):
    path = library_factory.crowded(tmp_path / "l.db", 120)
    page = app(path, sort="time")
    assert "Stories 1 to 50 of 120" in said(page)
    assert len(stories(page)) == 50
    page = app(path, sort="time", event="crowd.117")
    assert "Stories 101 to 120 of 120" in said(page)
    assert any("class=chosen" in row and "day 117 " in row for row in table(page).split("<tr role"))


def test_an_empty_library_and_empty_filters_say_so(app, tmp_path, full):
    create_or_open(tmp_path / "empty.db").close()
    assert "This library is empty" in said(app(tmp_path / "empty.db"))
    assert "No dated claim is left by these filters" in said(app(full, q="nothing that anybody says"))


def test_columns_of_another_kind_or_library_are_let_go(app, full):
    page = app(full, across="source", col="en")
    assert heads(page) == ["Story", "Russia and Iran to sign"]
    nobody = app(full, across="publisher", col="en")
    assert heads(nobody) == ["Story"]
    assert "No publisher of these stories is known" in said(nobody)
    assert heads(app(full, col="xx")) == ["Story", "English", "العربية", "Ελληνικά"]


def test_hostile_texts_are_only_text(app, full):
    page = app(full, across="source", src="hostile", event="hostile.0")
    text = said(page)
    assert "<script" not in text
    assert "<img" not in text
    assert "\u202e" not in text
    assert "javascript:" not in re.sub(r">[^<]*<", "><", text)
    assert "&lt;img src=x" in table(page)


def test_hostile_names_are_attributes_of_nothing(tmp_path, app):
    name = "x\" onclick='window.hacked=1' data-x=\"<b>"
    path = library_factory.build(
        tmp_path / "l.db", [document(name, "en", "It fell on 17 January.", [Told("17 January", DAY)], title=name)]
    )
    text = table(app(path, across="source"))
    assert not re.search(r"<[^>]*\sonclick=", re.sub(r'"[^"]*"', '""', text))
    assert '<b>"' not in text


def test_columns_are_those_that_are_chosen_else_filtered_by(full):
    assert columns.told(View(col=("el",)), 1) == "1 column, as chosen"
    assert columns.told(View(lang=("el", "en")), 2) == "2 columns: those that are filtered by"
    assert columns.told(View(lang=("el",), across=Across.SOURCE), 4) == "The 4 columns that tell most of these stories"


def test_the_legend_tells_every_sign():
    text = grid.legend("3 stories")
    for agreement, sign in SIGNS.items():
        assert f'class="sign {agreement}" aria-hidden="true">{sign}<' in text
    assert Agreement.ALONE not in SIGNS
