"""The panel's words: the date, why it is so, who tells it, and where they differ."""

import re

import pytest

from dashboard import quoting
from dashboard.evidence import LONG_EVIDENCE, besides, told, with_evidence
from dashboard.quoting import quoted
from extract.copies import keep_voices
from extract.dates.interval import Grain, months
from extract.figure import Figure
from extract.label import isolated
from extract.passage import Passage, passage_of
from extract.reason import because, in_words_already
from extract.store import reading
from extract.store.cast import Title
from extract.store.library import create_or_open, open_read_only
from tests import library_factory
from tests.library_factory import JUNE, Told

TITLES = {"Vladimir Putin": Title('Russian "president"', "el", "s", "S", 1, "The Russian <president> spoke.")}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The three languages, and two sources that differ on a date."""
    documents, stories = library_factory.three_languages()
    may = library_factory.document(
        "m", "en", "It fell in May 2024.", [Told("May 2024", (months(2024, 5), Grain.MONTH))]
    )
    june = library_factory.document("j", "en", "It fell in June 2024.", [Told("June 2024", JUNE)])
    counted = [
        library_factory.document(name, "en", "It fell in June 2024.", [Told("June 2024", JUNE, figures=(figure,))])
        for name, figure in (("f", Figure(9, "dead", "9 <b>dead")), ("g", Figure(8, "dead", "8 νεκροί")))
    ]
    year = (months(2017, 1, 12), Grain.YEAR)
    twice = library_factory.document(
        "w", "en", "It rose in 2017.\nBy 2017 it had risen.", [Told("in 2017", year), Told("By 2017", year)]
    )
    path = tmp_path_factory.mktemp("evidence") / "l.db"
    agency = "It sank in May 2019. " + " ".join(f"word{number}" for number in range(60))
    changed = agency.replace("2019", "2018").replace("word59", "more")
    sunk = [
        library_factory.document(
            name, "en", text, [Told(f"May {year}", (months(year, 5), Grain.MONTH))], title=f"<i>{name}"
        )
        for name, text, year in (("s1", agency, 2019), ("s2", f"{agency} end", 2019), ("s3", changed, 2018))
    ]
    sunk.append(
        library_factory.document("t", "en", "It sank in May 2019.", [Told("May 2019", (months(2019, 5), Grain.MONTH))])
    )
    library_factory.build(
        path,
        [*documents, may, june, *counted, *sunk, twice],
        stories
        | {"m.0": "fall", "j.0": "fall", "f.0": "deaths", "g.0": "deaths"}
        | dict.fromkeys(("s1.0", "s2.0", "s3.0", "t.0"), "sunk")
        | {"w.0": "rise", "w.1": "rise"},
    )
    writer = create_or_open(path)
    with writer.writing():
        keep_voices(writer)
    writer.close()
    library = open_read_only(path)
    yield library
    library.close()


def shown(library, event):
    claim = reading.claim(library, event)
    story = reading.of_story(library, claim.row.story_id)
    return told(claim, story, TITLES, passage_of(library, claim)) + besides(claim, story)


def told_by(html):
    """The languages under whose names others are quoted, each with those of the quotes below it."""
    sections = re.findall(r'<section><h4 class="caps" lang="(\w+)"><bdi>(.*?)</bdi></h4>(.*?)</section>', html)
    return [
        (code, called, re.findall(r'<blockquote dir="auto" lang="(\w+)">', quotes)) for code, called, quotes in sections
    ]


def test_the_ladder(library):
    html = shown(library, "el.1")
    assert "<b>June 2024</b> · month, no day given" in html
    for step in (
        '<dt>words</dt><dd><span class="source" dir="auto">Τον περασμένο Ιούνιο</span></dd>',
        "<dt>written</dt><dd>January 2025, inferred: “<bdi>17 January</bdi>” is still to come</dd>",
        "<dt>rule</dt><dd>The last one before the time of writing; written January 2025; so June 2024.</dd>",
        "<dt>so</dt><dd><b>2024-06</b>, confidence 0.90</dd>",
    ):
        assert step in html


def test_the_chosen_claim_comes_first_and_all_voices_follow(library):
    html = shown(library, "el.1")
    assert html.index("<mark>Τον περασμένο Ιούνιο</mark>") < html.index("<mark>العام الماضي</mark>")
    assert "3 sources, 3 languages" in html
    assert "Sources differ" not in html  # 2024 holds June 2024: vaguer is not different


def test_sources_that_differ_are_named(library):
    html = shown(library, "m.0")
    told = "<b><bdi>2024-05</bdi></b> (<bdi>m.txt</bdi>); <b><bdi>2024-06</bdi></b> (<bdi>j.txt</bdi>)"
    assert f"Sources differ on the date: {told}" in html


def test_what_sources_count_otherwise_is_named_in_their_words(library):
    sides = "<b><bdi>8 νεκροί</bdi></b> (<bdi>g.txt</bdi>); <b><bdi>9 &lt;b&gt;dead</bdi></b> (<bdi>f.txt</bdi>)"
    assert f"Sources differ on dead: {sides}" in shown(library, "f.0")


def test_copies_are_counted_apart_and_marked(library):
    html = shown(library, "s2.0")
    assert "Evidence · 4 sources, 2 independent, 1 language" in html
    assert html.count("same text as <bdi>&lt;i&gt;s2</bdi> · ") == 2
    assert "<bdi>t.txt</bdi> · <bdi>English</bdi>" in html
    assert "same text" not in shown(library, "el.1")


def test_what_a_source_says_twice_is_no_copy(library):
    html = shown(library, "w.0")
    assert html.count("<blockquote") == 2
    assert "same text" not in html


def test_copies_stand_behind_who_is_independent(library, monkeypatch):
    html = shown(library, "s2.0")
    assert html.index(">t.txt<") < html.index(">&lt;i&gt;s1<")
    monkeypatch.setattr(quoting, "MOST_VOICES", 1)
    cut = shown(library, "s2.0").partition("2 more claims of this story")[0]
    assert ">t.txt<" in cut
    assert ">&lt;i&gt;s1<" not in cut


def test_a_copy_that_says_otherwise_is_told_as_a_copy(library):
    sides = (
        "<b><bdi>2018-05</bdi></b> (<bdi>&lt;i&gt;s3</bdi>); <b><bdi>2019-05</bdi></b> "
        "(<bdi>&lt;i&gt;s1</bdi> [1 copy: <bdi>&lt;i&gt;s2</bdi>] [same text as <bdi>&lt;i&gt;s3</bdi>], <bdi>t.txt</bdi>)"
    )
    assert f"Sources differ on the date: {sides}" in shown(library, "s2.0")


def test_an_undated_claim_says_so(library):
    assert "<b>Undated</b> · no place on the timeline" in shown(library, "el.3")


def test_every_claim_can_be_read_in_place_and_at_its_address(library):
    html = quoted(reading.claim(library, "en.2"))
    assert 'href="/reader?event=en.2" target="_self"' in html
    assert 'href="https://news.example/russia-iran#:~:text=' in html
    assert ">news.example</a>" in html
    assert "alleged" in html
    assert "https:" not in quoted(reading.claim(library, "el.1"))


def test_long_evidence_is_folded():
    longest = in_words_already("x" * (LONG_EVIDENCE - len(isolated(""))))
    assert "<details>" not in with_evidence("2025", longest)
    assert "<details>" in with_evidence("2025", because(longest, "so"))


def test_the_kind_is_a_chip_unless_nothing_tells_it(library):
    assert '<span class="chip kind">Agreement</span>' in shown(library, "el.1")
    assert '<span class="chip kind">War</span>' in shown(library, "en.4")
    assert "chip kind" not in shown(library, "el.3")


def test_what_the_source_calls_an_actor_is_told_on_hover(library):
    html = shown(library, "el.1")
    assert (
        '<span class="chip" title="Russian &quot;president&quot;: “The Russian &lt;president&gt; spoke.”"><bdi>Vladimir Putin</bdi></span>'
        in html
    )
    assert '<span class="chip"><bdi>North Korea</bdi></span>' in html


def test_others_stand_under_their_languages_that_of_the_claim_first(library):
    assert told_by(shown(library, "el.1")) == [("ar", "العربية", ["ar"]), ("en", "English", ["en"])]
    html = shown(library, "ar.0")
    assert [code for code, _, _ in told_by(html)] == ["el", "en"]
    assert html.count("<bdi>English</bdi>") == 1  # said above the quotes, and not again below each
    assert "<bdi>العربية</bdi> · " in html


def test_the_language_of_the_claim_comes_first_though_others_come_before(tmp_path):
    documents = [
        library_factory.document(name, language, text, [Told("2024", (months(2024, 1, 12), Grain.YEAR))])
        for name, language, text in (("a", "el", "Το 2024."), ("b", "en", "In 2024."), ("c", "en", "By 2024."))
    ]
    path = library_factory.build(tmp_path / "l.db", documents, dict.fromkeys(("a.0", "b.0", "c.0"), "story"))
    library = open_read_only(path)
    assert [code for code, _, _ in told_by(shown(library, "c.0"))] == ["en", "el"]
    library.close()


@pytest.mark.parametrize("event", ["s2.0", "w.0", "en.2"])
def test_a_story_of_one_language_has_no_such_headings(library, event):
    assert told_by(shown(library, event)) == []
    assert "<section" not in shown(library, event)


def test_what_stands_round_a_sentence_is_folded_with_the_sentence_marked_in_it(library):
    html = shown(library, "el.1")
    folded = html.partition('<details class="round">')[2].partition("</details>")[0]
    before, own, after = re.fullmatch(
        r"<summary><span>More of the text</span><span>Less</span></summary>"
        r'<div class="quote" dir="auto" lang="el">(.*?)<span class="own">(.*)</span>(.*)</div>',
        folded,
        re.DOTALL,
    ).groups()
    assert before == "Η συμφωνία υπογράφεται στις 17 Ιανουαρίου στη Μόσχα.\n"
    assert own.startswith("<mark>Τον περασμένο Ιούνιο</mark>, ο Πούτιν")
    assert after.endswith("Κάποτε θα το μάθουμε, μια Τρίτη.")
    assert html.count("More of the text") == 1


def test_a_sentence_that_stands_alone_is_not_unfolded(library):
    assert "<details" not in shown(library, "f.0")


HOSTILE = "<script>x</script> ![x](http://tracker.invalid/a.png) </div></details> \u202eevil\n\n \n$x$"


def test_what_stands_round_a_sentence_is_only_text(library):
    html = quoted(reading.claim(library, "f.0"), passage=Passage(f"{HOSTILE} ", f" {HOSTILE}"))
    assert html.count("&lt;script&gt;x&lt;/script&gt; ![x](http://tracker.invalid/a.png) &lt;/div&gt;") == 2
    assert html.count("\ufffdevil\n$x$") == 2
    assert "\u202e" not in html
    assert html.count("</div>") == html.count("</details>") == 1


def test_a_hostile_sentence_among_its_neighbours_is_only_text(tmp_path):
    text = f"Before.\n{library_factory.HOSTILE_TEXT}\n{library_factory.HOSTILE_TEXT}"
    year = [Told("2019", (months(2019, 1, 12), Grain.YEAR))]
    path = library_factory.build(tmp_path / "l.db", [library_factory.document("h", "en", text, year)])
    library = open_read_only(path)
    html = shown(library, "h.0")
    library.close()
    assert (
        html.count("&lt;script&gt;window.hacked") == 4
    )  # headline, quote, the same among its neighbours, and the next
    assert "<script" not in html
    assert "<b>=" not in html
    assert 'href="javascript' not in html
