"""The page of all that people corrected, and what a person says of a claim at hand, run without a browser."""

import pytest

from dashboard.logged_words import item
from dashboard.to_and_from import as_file, outcome
from extract.amend import amend
from extract.bring import Brought
from extract.judge import judge
from extract.log_file import lines
from extract.recast import Deed as Naming
from extract.recast import Wish, recast
from extract.redate import Deed, change, settle_others
from extract.remark import note, star
from extract.said import Field, Verdict
from extract.store.library import open_read_only, open_to_change
from extract.store.log import Kind
from extract.store.logged import About, Logged, State, Topic, Which, page
from tests.apps import APP, SECONDS, corrections_page, said, start
from tests.correcting import TEXTS, anew, claim, contents, made, says
from tests.library_factory import HOSTILE_NAME

SAYS_ARABIC = "\u0631\u0623\u064a\u062a\u0647\u0627"


@pytest.fixture
def library(tmp_path):
    library = made(tmp_path)
    library.close()
    return tmp_path / "library.db"


@pytest.fixture
def filled(library):
    """A library in which several people said something of everything."""
    opened = open_to_change(library)
    resigned, friday = claim(opened, "resigned"), claim(opened, "on Friday")
    amend(opened, resigned.event_id, {Field.DATE: "2024-03-06"}, says("Maria", "the diary", 1))
    note(opened, claim(opened, "fell").event_id, HOSTILE_NAME, says("Eve", SAYS_ARABIC, 2))
    settle_others(opened, change(opened, friday.source_id, Deed.SET, "2025-01-14", says("Maria", "the stamp", 3)))
    recast(opened, "Anna Petrova", Wish(Naming.CALL, "A. P."), says("Νίκος", "", 4))
    opened.close()
    return library


@pytest.fixture
def app(monkeypatch):
    return lambda library, page=corrections_page, **address: start(monkeypatch, page, library, address)


def rows(path):
    library = open_read_only(path)
    return {row.sentence: row for row in library.rows()}


def row(path, words):
    (found,) = (each for sentence, each in rows(path).items() if words in sentence)
    return found


def log(path):
    """Each entry: its topic, who said it, and its state."""
    return [(str(each.topic), each.who, str(each.state)) for each in page(open_read_only(path), Which(), 100)]


def press(page, key):
    """Press the button whose key ends so."""
    (button,) = (each for each in page.button if (each.key or "").endswith(key))
    button.click()
    page.run(timeout=SECONDS)
    assert not page.exception
    return page


def type_in(page, key, value):
    every = [*page.text_input, *page.text_area, *page.selectbox]
    (field,) = (each for each in every if (each.key or "").endswith(key))
    field.set_value(value)
    return page


def test_who_comes_first_is_told_what_can_be_corrected(app, library):
    page = app(library)
    assert "Nobody has corrected anything yet" in said(page)
    assert all(f'href="{where}"' in said(page) for where in ("/", "/sources", "/actors"))
    assert [button.label for button in page.button] == ["Bring it in"]


def test_all_that_was_said_is_told_with_links(app, filled):
    page = app(filled)
    told = said(page)
    assert "4 entries · 3 people" in told
    for words in ("the diary", "2024-03-05", "2024-03-06", SAYS_ARABIC, "Νίκος", "2025-01-14"):
        assert words in told
    for link in (
        f"/?event={row(filled, 'resigned').event_id}",
        f"/reader?source={row(filled, 'Friday').source_id}",
        "/actors?actor=A.%20P.",
    ):
        assert f'href="{link}"' in told
    assert "<img" not in told
    assert told.index("Νίκος") < told.index("the stamp") < told.index(SAYS_ARABIC) < told.index("the diary")


@pytest.mark.parametrize(
    ("field", "value", "shown", "hidden"),
    [
        ("log-q", "diary", ["the diary"], ["the stamp", "Νίκος"]),
        ("log-who", "Νίκος", ["A. P."], ["the diary", "the stamp"]),
        ("log-q", "nothing like that", ["No entry is like that"], ["the diary"]),
    ],
)
def test_entries_are_filtered(app, filled, field, value, shown, hidden):
    page = type_in(app(filled), field, value).run(timeout=SECONDS)
    told = said(page)
    assert all(words in told for words in shown)
    assert not [words for words in hidden if f'">{words}' in told]


def test_entries_are_filtered_by_kind(app, filled):
    page = app(filled)
    page.session_state["log-kind"] = "sources"
    page.run(timeout=SECONDS)
    assert "the stamp" in said(page)
    assert "the diary" not in said(page)


def test_an_entry_is_taken_back_with_a_reason_and_that_too(app, filled):
    page = press(app(filled), "log-back-claim-1")
    type_in(page, "back-claim-1-why", "a slip")
    type_in(page, "back-claim-1-who", "Zoe")
    press(page, "back-claim-1-back")
    assert "Taken back: claim-1." in said(page)
    assert row(filled, "resigned").edtf == "2024-03-05"
    assert "<s>" in said(page)
    assert log(filled)[0] == ("date", "Zoe", "counts")
    press(page, "log-back-claim-3")
    press(page, "back-claim-3-back")
    assert row(filled, "resigned").edtf == "2024-03-06"


@pytest.mark.parametrize("entry", ["source-1", "actor-1", "claim-2"])
def test_every_kind_of_entry_is_taken_back_with_its_consequences(app, filled, entry):
    press(press(app(filled), f"log-back-{entry}"), f"back-{entry}-back")
    now = {
        "source-1": row(filled, "Friday").source_date_basis == "header",
        "actor-1": any("Anna Petrova" in each.actors for each in rows(filled).values()),
        "claim-2": row(filled, "fell").note is None,
    }
    assert now[entry]


def test_who_thinks_again_leaves_it(app, filled):
    before = log(filled)
    press(press(app(filled), "log-back-claim-1"), "back-claim-1-leave")
    assert log(filled) == before


def test_what_was_taken_back_meanwhile_is_told(app, filled):
    page = press(app(filled), "log-back-claim-1")
    other = app(filled)
    press(press(other, "log-back-claim-1"), "back-claim-1-back")
    press(page, "back-claim-1-back")
    assert "was taken back already" in said(page)


def test_conflicts_stand_on_top_and_are_settled_there(app, filled):
    library = open_to_change(filled)
    name = claim(library, "resigned").event_id
    amend(library, name, {Field.DATE: "2024-03-07"}, says("Eve", "the minutes", 9))
    friday = claim(library, "on Friday")
    judge(library, Verdict.ACCEPT, [friday.event_id], says("Eve", "", 10))
    settle_others(library, change(library, friday.source_id, Deed.SET, "2025-01-21", says("Maria", "", 11)))
    star(library, claim(library, "fell").event_id, says("Eve", "", 12), is_on=True)
    anew(library, TEXTS | {"three.txt": "It rained in 2020."})
    library.close()
    page = app(filled)
    told = said(page)
    assert "Maria</bdi> says otherwise" in told
    assert "found <bdi>2025-01-17</bdi> when this was said, and finds <bdi>2025-01-24</bdi> now" in told
    assert "No source of this library says that any more" in told
    assert [each.label for each in page.expander] == ["4 entries have to be looked at again"]
    press(page, "-again")
    assert "Said again" in said(page)
    assert row(filled, "Friday").checked
    (key,) = [
        each.key
        for each in page.button
        if each.key and each.key.startswith("clash-contra") and each.key.endswith("claim-1")
    ]
    press(press(page, key), "back-claim-1-back")
    assert [each.label for each in page.expander] == ["2 entries have to be looked at again"]


def test_a_long_log_is_turned_page_by_page(app, library):
    opened = open_to_change(library)
    name = claim(opened, "fell").event_id
    for minutes in range(30):
        star(opened, name, says("Maria", f"reason number {minutes}", minutes), is_on=minutes % 2 == 0)
    opened.close()
    page = app(library)
    assert "reason number 29" in said(page)
    assert "reason number 4<" not in said(page)
    (turned,) = page.get("pagination")
    assert turned.proto.num_pages == 2


def test_the_log_goes_to_a_file_and_comes_into_a_copy(app, filled, tmp_path):
    other = made(tmp_path, name="other")
    other.close()
    page = app(tmp_path / "other.db")
    (upload,) = page.get("file_uploader")
    upload.set_value(("maria.jsonl", as_file(filled), "application/jsonl"))
    press(page, "log-bring")
    assert "4 entries came, 0 were here already." in said(page)
    assert contents(open_read_only(tmp_path / "other.db")) == contents(open_read_only(filled))
    assert as_file(filled) == "".join(lines(open_read_only(tmp_path / "other.db"))).encode()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"event_id,story_id\n", "is no log of corrections"),
        (b"\xff\xfe", "is not UTF-8 at byte 0"),
        (
            b'{"dateline":"corrections","version":1}\n{"x":1}\n',
            "0 entries came, 0 were here already, 1 cannot be said here",
        ),
    ],
)
def test_a_file_that_is_no_log_is_told(app, library, content, told):
    page = app(library)
    (upload,) = page.get("file_uploader")
    upload.set_value(("x.jsonl", content, "application/jsonl"))
    press(page, "log-bring")
    assert told in said(page)
    assert log(library) == []


def test_nothing_chosen_is_told(app, library):
    assert "Choose a file first" in said(press(app(library), "log-bring"))


def test_what_cannot_be_said_here_is_text():
    told = outcome(Brought(came=1, there=2, refused=[f"{HOSTILE_NAME} {number}" for number in range(30)]))
    assert "1 entry came, 2 were here already, 30 cannot be said here" in told
    assert "and 10 more" in told
    assert "<img" not in told


@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("state", State)
def test_every_entry_can_be_told(topic, state):
    for old, new in ((None, None), ("<b>old", "<b>new"), ("unknown", "agreement")):
        about = tuple(About(f"<i>{number}", HOSTILE_NAME, is_there=bool(number % 2)) for number in range(6))
        entry = Logged(
            Kind.CLAIM,
            7,
            "2026-11-22T12:00:00+00:00",
            HOSTILE_NAME,
            topic,
            about,
            old,
            new,
            "<u>",
            state,
            "claim-1",
            "claim-2",
            ("<p>",),
        )
        told = item(entry)
        assert not [tag for tag in ("<b>old", "<b>new", "<i>", "<u>", "<img", "<p>") if tag in told]
        assert "2 more" in told
        assert ("<s>" in told) is (state is State.TAKEN_BACK)


def test_a_claim_is_accepted_starred_and_noted_with_one_press_each(app, library):
    event = row(library, "resigned").event_id
    page = app(library, APP, event=event)
    type_in(page, "-who", "Maria")
    press(page, f"{event}-accept")
    assert row(library, "resigned").checked
    assert "Accepted: its date is checked" in said(page)
    page.session_state["panel-judged"] = True
    press(page, f"{event}-star")
    type_in(page, f"-note-{hash(None)}", "Ask\nagain")
    press(page, f"{event}-note")
    now = row(library, "resigned")
    assert (now.checked, now.starred, now.note) == (True, True, "Ask\nagain")
    assert {each[1] for each in log(library)} == {"Maria"}
    assert "★" in said(page)
    press(page, f"{event}-uncheck")
    press(page, f"{event}-unstar")
    now = row(library, "resigned")
    assert (now.checked, now.starred) == (False, False)


def test_fields_are_put_right_and_only_those_that_were_changed(app, library):
    before = row(library, "resigned")
    page = press(app(library, APP, event=before.event_id), "put-right")
    type_in(page, f"{before.event_id}-date", "6 March 2024")
    type_in(page, f"{before.event_id}-status", "alleged")
    type_in(page, "put-right-reason", "the diary")
    press(page, "-save")
    now = row(library, "resigned")
    assert (now.edtf, now.status, now.headline) == ("2024-03-06", "alleged", before.headline)
    assert now.found == ["date: 2024-03-05", "status: reported"]
    assert "Corrected. What was found is kept" in said(page)
    assert "The words say it all: 5 March 2024" in said(page)
    assert not [each for each in page.text_input if (each.key or "").endswith("-date")]
    press(page, f"{before.event_id}-undo")
    press(page, f"{before.event_id}-undo")
    press(page, f"{before.event_id}-undo")
    assert row(library, "resigned").edtf == "2024-03-06"


def test_an_error_stands_beside_the_form_which_keeps_what_was_typed(app, library):
    event = row(library, "resigned").event_id
    page = press(app(library, APP, event=event), "put-right")
    type_in(page, f"{event}-date", "soonish")
    press(page, "-save")
    assert "is no date" in said(page)
    assert "soonish" in [each.value for each in page.text_input]
    type_in(page, f"{event}-date", "")
    press(page, "-save")
    assert "Change a field first" in said(page)
    press(page, "put-right")
    assert "soonish" not in [each.value for each in page.text_input]


def test_a_note_of_a_person_is_text(app, library):
    opened = open_to_change(library)
    event = claim(opened, "fell").event_id
    note(opened, event, HOSTILE_NAME, says("Eve"))
    amend(opened, event, {Field.HEADLINE: HOSTILE_NAME}, says(HOSTILE_NAME[:100]))
    opened.close()
    assert "<img" not in said(app(library, APP, event=event))
