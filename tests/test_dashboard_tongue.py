"""Which language a session reads, words in all forms of a count, and several sessions at once."""

import re
from io import BytesIO

import pytest
from babel.messages.pofile import read_po

from dashboard import say
from dashboard.catalogue import FILE, FOLDER, direction, languages
from dashboard.tongue import READ, _, first_known, n_, number, p_
from dashboard.tongues import script
from dashboard.wording import apart, kind_name, number_of, sources_of
from extract.errors import CorrectionError
from extract.kind import Kind
from extract.label import ISOLATE, ISOLATE_END
from tests.apps import APP, actors_page, in_language, reader_page, said, sources_page, start


@pytest.mark.parametrize(
    ("cookie", "browser", "code"),
    [
        (None, None, "en"),
        (None, "en-US", "en"),
        (None, "el-GR", "el"),
        (None, "ar-LB", "ar"),
        (None, "AR_eg", "ar"),
        (None, "ru-RU", "en"),
        ("el", "ar-LB", "el"),
        ("en", "ar-LB", "en"),
        ("ru", "ar-LB", "ar"),
        ("", "el", "el"),
        ("../../el", "", "en"),
        ("<script>", "ar", "ar"),
    ],
)
def test_what_was_chosen_goes_before_the_browser_and_english_comes_last(cookie, browser, code):
    assert first_known((cookie, browser)) == code


def test_nothing_is_translated_where_nobody_asks():
    assert _("Sources") == "Sources"
    assert n_("{count} claim", "{count} claims", 1_204) == "1,204 claims"
    assert p_("actors", "all") == "all"
    assert apart("x") == "x"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("el", ["0 αναφορές", "1 αναφορά", "2 αναφορές", "1.204 αναφορές"]),
        ("en", ["0 claims", "1 claim", "2 claims", "1,204 claims"]),
    ],
)
def test_counts(code, words):
    assert in_language(code, lambda: [number_of(count, "claim") for count in (0, 1, 2, 1_204)]) == words


def test_arabic_counts_in_six_forms():
    counts = {
        0: "لا أخبار", 1: "خبر واحد", 2: "خبران", 3: "3 أخبار", 10: "10 أخبار", 11: "11 خبرًا", 99: "99 خبرًا",
        100: "100 خبر", 101: "101 خبر", 102: "102 خبر", 103: "103 أخبار", 111: "111 خبرًا", 1_000: "1,000 خبر",
    }  # fmt: skip
    assert in_language("ar", lambda: {count: number_of(count, "claim") for count in counts}) == counts


@pytest.mark.parametrize(
    ("code", "whole", "decimal"), [("en", "12,345", "0.98"), ("el", "12.345", "0,98"), ("ar", "12,345", "0.98")]
)
def test_numbers(code, whole, decimal):
    assert in_language(code, lambda: (number(12_345), number(0.98, "0.00"))) == (whole, decimal)


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "5 sources, 1 independent"), ("el", "5 πηγές, 1 ανεξάρτητη"), ("ar", "5 مصادر، أحدها مستقل")],
)
def test_independent_sources(code, words):
    assert in_language(code, lambda: sources_of(5, 1)) == words


@pytest.mark.parametrize(("code", "name"), [("en", "War"), ("el", "Πόλεμος"), ("ar", "حرب")])
def test_kinds_are_named(code, name):
    assert in_language(code, lambda: kind_name(Kind.WAR)) == name


def test_one_text_may_be_several():
    assert in_language("el", lambda: (p_("actors", "all"), p_("sources", "all"))) == ("όλοι", "όλες")


def test_values_are_put_in_as_they_are():
    assert in_language("ar", lambda: _("Removed: {source}", source="{x} <b>")) == "أُزيل: {x} <b>"


def test_words_are_set_apart_where_text_runs_from_right_to_left():
    assert in_language("ar", lambda: apart("2025-01")) == f"{ISOLATE}2025-01{ISOLATE_END}"
    assert in_language("el", lambda: apart("2025-01")) == "2025-01"


@pytest.mark.parametrize("code", list(languages()))
def test_the_script_holds_nothing_but_a_known_code(code):
    told = script(code, keep=True)
    others = {script(other, keep=True).replace(f"'{other}'", "").replace(f"={other};", "") for other in languages()}
    assert len({re.sub("rtl|ltr", "", other) for other in others}) == 1
    assert f"documentElement.dir = '{direction(code)}'" in told
    assert f"dateline-language={code}; max-age=31536000; path=/" in told
    assert "cookie" not in script(code, keep=False)


def test_somebody_chooses_and_goes_on_where_they_were(full, monkeypatch):
    page = start(monkeypatch, APP, full, {"lang": "el", "kind": "war"})
    assert "1 of 16 claims" in said(page)
    control = next(group for group in page.button_group if group.label == "Language of these pages")
    assert [option.content for option in control.proto.options] == ["English", "Ελληνικά", "العربية"]
    control.set_value("el").run()
    assert not page.exception
    assert page.session_state[READ] == "el"
    text = said(page)
    assert "documentElement.lang = 'el'" in text
    assert "dateline-language=el" in text
    assert "Κομβικές ημερομηνίες" in text
    assert page.query_params == {"lang": "el", "kind": "war"}
    assert page.session_state["kind"] == ["war"]


def test_two_sessions_read_two_languages_at_once(full, monkeypatch):
    greek, arabic = (start(monkeypatch, APP, full, {}, code) for code in ("el", "ar"))
    for _turn in range(2):
        for page, words, others in (
            (greek, "Γιατί αυτή η ημερομηνία", "لماذا"),
            (arabic, "لماذا هذا التاريخ", "Γιατί"),
        ):
            page.run()
            assert words in said(page)
            assert others not in said(page)
    assert "documentElement.dir = 'rtl'" in said(arabic)
    assert "documentElement.dir = 'ltr'" in said(greek)


WORDS = read_po(BytesIO((FOLDER / "el" / FILE).read_bytes()))
SENTENCES = [message.id for message in WORDS if isinstance(message.id, str) and " " in message.id.strip()]
"""Of the interface, in English; single words may be a source's."""


def seen(html):
    """What is read of a page, but for what is said to be English."""
    return re.sub(r'(?s)<style>.*?</style>|<span lang="en".*?</span>|<[^>]*>', " ", html)


@pytest.mark.parametrize("page", [APP, sources_page, actors_page, reader_page])
@pytest.mark.parametrize("code", ["el", "ar"])
def test_no_page_speaks_english_to_others(full, monkeypatch, page, code):
    address = {"source": "el", "actor": "Iran", "event": "el.1", "key": "6"}
    english, other = (seen(said(start(monkeypatch, page, full, address, each))) for each in ("en", code))
    told = [sentence for sentence in SENTENCES if "{" not in sentence and sentence in english]
    assert len(told) >= 2
    assert not [sentence for sentence in told if sentence in other]


@pytest.mark.parametrize("code", ["el", "ar"])
def test_what_is_english_alone_is_told_as_such(tmp_path, monkeypatch, code):
    (tmp_path / "no.db").write_text("no library")
    text = said(start(monkeypatch, reader_page, tmp_path / "no.db", {}, code))
    assert re.search(r'<span lang="en" dir="ltr">[^<]*no.db', text)
    assert 'lang="en" dir' not in said(start(monkeypatch, reader_page, tmp_path / "no.db", {}))


@pytest.mark.parametrize(
    ("code", "why"),
    [("el", "το «<bdi>17 January</bdi>» δεν έχει έρθει ακόμη"), ("ar", "«<bdi>17 January</bdi>» لم يأتِ بعد")],
)
@pytest.mark.parametrize("page", [sources_page, reader_page])
def test_why_it_is_dated_so_is_told_in_the_readers_language(full, monkeypatch, page, code, why):
    assert why in said(start(monkeypatch, page, full, {"source": "el"}, code))


@pytest.mark.parametrize("code", ["el", "ar"])
def test_what_is_refused_is_told_as_english_where_it_is(code):
    told = in_language(code, lambda: say.status(say.refused("it", CorrectionError("It is so already"))))
    assert '<span lang="en" dir="ltr">It is so already.</span>' in told
