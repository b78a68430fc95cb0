"""The actors page and the control on it, run without a browser."""

from contextlib import closing
from datetime import UTC, datetime

import pytest

from dashboard.actors import Which, found, frame
from extract.by import by
from extract.recast import Deed, Wish, recast
from extract.store.cast import cast, forms
from extract.store.library import create_or_open, open_read_only
from tests import library_factory
from tests.apps import SECONDS, actors_page, said, start
from tests.texts import built

TEXTS = {
    "one.txt": "On 3 March 2024 Boris Kovalenko met Anna Petrova in Madrid. Kovalenko left on 5 March 2024.",
    "two.txt": "On 3 March 2024 Borys Kovalchuk met Anna Petrova in Madrid.",
    "el.txt": "Στις 4 Μαρτίου 2024 η Άννα Πετρόβα μίλησε στη Μαδρίτη.",
    "hostile.txt": f"On 3 March 2024 Mr {library_factory.HOSTILE_NAME} spoke. {library_factory.HOSTILE_TEXT}",
}


@pytest.fixture
def library(tmp_path):
    with closing(built(tmp_path, TEXTS)) as library:
        return library.path


@pytest.fixture
def app(monkeypatch):
    def run(library, **address):
        return start(monkeypatch, actors_page, library, address)

    return run


def press(app, label):
    next(button for button in app.button if button.label == label).click()
    app.run(timeout=SECONDS)
    assert not app.exception
    return app


def who_it_is(app):
    return next(field for field in app.selectbox if field.label == "It is")


def names(library):
    return {role.name for role in cast(open_read_only(library))}


def test_everyone_is_listed_with_counts(app, library):
    app = app(library)
    rows = app.dataframe[0].value.set_index("Name")
    assert {"Boris Kovalenko", "Borys Kovalchuk", "Anna Petrova", "Madrid"} <= set(rows.index)
    assert rows.loc["Anna Petrova", ["What", "Claims", "Mentions", "Sources"]].tolist() == ["person", 3, 3, 3]
    assert rows.loc["Madrid", "Timeline"] == "/?actor=Madrid"
    assert "Choose a row" in said(app)


def test_one_is_looked_at_by_the_address(app, library):
    words = said(app(library, actor="Anna Petrova"))
    assert "Άννα Πετρόβα" in words
    assert "3 claims · 3 mentions · 3 sources" in words
    assert "Nobody is called" in said(app(library, actor="Nobody at all"))


def test_two_are_joined_and_parted_again(app, library):
    app = app(library, actor="Borys Kovalchuk")
    who_it_is(app).set_value("Boris Kovalenko")
    next(field for field in app.text_input if field.label == "Who").set_value("Maria")
    press(app, "Say so")
    assert "1 mention in 1 source named anew." in said(app)
    assert "Maria" in said(app)
    assert app.query_params["actor"] in ("Boris Kovalenko", ["Boris Kovalenko"])
    assert "Borys Kovalchuk" not in names(library)
    press(app, "Undo")
    assert {"Boris Kovalenko", "Borys Kovalchuk"} <= names(library)


def test_some_forms_alone_are_somebody_else(app, library):
    app = app(library, actor="Boris Kovalenko")
    who_it_is(app).set_value("Borys Kovalchuk")
    app.multiselect[0].set_value(["Kovalenko"])
    press(app, "Say so")
    assert "Boris Kovalenko" in names(library)
    assert {form.text for form in forms(open_read_only(library), "Borys Kovalchuk")} == {"Borys Kovalchuk", "Kovalenko"}


def test_who_is_nobody_is_gone_from_the_list(app, library):
    app = press(app(library, actor="Madrid"), "It is nobody")
    assert "Madrid" not in names(library)
    assert "named anew" in said(app)


def test_who_says_nothing_is_told_what_is_missing(app, library):
    app = press(app(library, actor="Madrid"), "Say so")
    assert "Say who it is" in said(app)
    assert "Madrid" in names(library)


def test_lists_are_filtered_by_words_and_kind(library):
    every = cast(open_read_only(library))
    assert [role.name for role in found(every, "petr ANN", Which.ALL)] == ["Anna Petrova"]
    assert {role.name for role in found(every, "", Which.PLACES)} == {"Madrid"}
    assert found(every, "anna", Which.ORGANISATIONS) == []
    assert list(frame(found(every, "anna", Which.PEOPLE))["Claims"]) == [3]


def test_hostile_names_are_text(app, library):
    opened = create_or_open(library)
    maria = by('<img src=x onerror="alert(1)">', "<b>why</b>", datetime(2026, 11, 22, tzinfo=UTC))
    recast(opened, "Madrid", Wish(Deed.CALL, '<script>alert("x")</script> & co'), maria)
    opened.close()
    words = said(app(library, actor='<script>alert("x")</script> & co'))
    assert "<script>" not in words
    assert "<img" not in words
    assert "<b>why" not in words
    assert "&lt;script&gt;" in words
