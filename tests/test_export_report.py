"""Reports: each claim once, by story and time, in words that anybody reads; nothing of a source is markup or runs."""

import io
import re
import tomllib
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from extract.chart.bars import LABELLED_BARS, Dress
from extract.export.form import Format
from extract.export.report.markup import anchor, marked
from extract.export.report.told import KEY_STORIES
from extract.export.selection import Stories
from extract.export.write import write
from extract.label import in_line
from extract.store.columns import EventRow
from extract.store.weights import Title
from tests.event_rows import HOSTILE, ROWS, row, selection

TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "main", "nav", "footer", "figure",
    "figcaption", "article", "div", "section", "p", "h1", "h2", "h3", "ul", "li", "a", "b", "i", "bdi", "br",
    "span", "mark", "blockquote", "dl", "dt", "dd", "svg", "g", "defs", "pattern", "rect", "path", "text",
    "tspan"
}  # fmt: skip
"""All that a page is made of: nothing that runs, asks for something, or takes what somebody types."""

ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "dir", "class", "id", "href", "rel", "target",
    "aria-label", "role", "viewbox", "width", "height", "x", "y", "d", "patternunits", "patterntransform"
}  # fmt: skip
COLOURS = {"accent": "chart", "alleged": "alleged", "denied": "denied", "rule": "rule", "paper": "paper"}
"""Colours of the report's style sheet by what the dashboard's calls them."""


class Page(HTMLParser):
    """What a browser makes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.marked: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)
        if "style" not in self.open:
            self.text += data


def report(rows: list[EventRow], form: Format = Format.HTML, stories: Stories | None = None, **said: object) -> str:
    stream = io.BytesIO()
    chosen = replace(selection(rows, **said), stories=stories or Stories())
    write(chosen, rows, stream, form)
    return stream.getvalue().decode()


def page(rows: list[EventRow], stories: Stories | None = None, **said: object) -> Page:
    return Page(report(rows, Format.HTML, stories, **said))


def check(found: Page, rows: list[EventRow]) -> None:
    """That a page holds these rows, and nothing that does anything."""
    assert not found.open
    assert {tag for tag, _ in found.tags} <= TAGS
    assert {name for _, attrs in found.tags for name in attrs} <= ATTRIBUTES
    addresses = [attrs["href"] or "" for _, attrs in found.tags if "href" in attrs]
    assert all(re.match(r"https?://|#", address) for address in addresses)
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert {address[1:] for address in addresses if address.startswith("#")} <= set(ids)
    assert len([attrs for tag, attrs in found.tags if attrs.get("class") == "claim"]) == len(rows)
    assert len([tag for tag, _ in found.tags if tag == "article"]) == len({each.story_id for each in rows})


@pytest.mark.parametrize("attack", HOSTILE)
def test_attacks_are_text(attack: str) -> None:
    rows = [row(), row(**({"event_id": "x", "story_id": "y"} | HOSTILE[attack]))]
    title = str(HOSTILE[attack].get("headline", "")).encode(errors="replace").decode()
    check(page(rows, title=title, filters=((title, title),)), rows)


@settings(max_examples=50)
@given(st.lists(ROWS, max_size=4, unique_by=lambda each: each.event_id))
def test_any_rows_are_told_as_text(rows: list[EventRow]) -> None:
    found = page(rows)
    check(found, rows)
    for each in rows:
        assert in_line(each.explanation) in found.text


def test_the_page_lets_the_browser_do_nothing() -> None:
    html = report([row()])
    assert "default-src 'none'; style-src 'unsafe-inline'" in html
    assert html.index("Content-Security-Policy") < html.index("<title>")
    assert "<script" not in html
    assert "@import" not in html
    assert not re.search(r"url\((?!#)", html)


def test_stories_by_time_with_what_is_not_dated_last() -> None:
    rows = [
        row(event_id="late", story_id="late", start="2025-01-17", end="2025-01-17"),
        row(event_id="old", story_id="old", start="-0479-09-01", end="-0479-09-30", grain="month"),
        row(**(HOSTILE["undated"] | {"event_id": "none", "story_id": "none"})),
        row(event_id="early", story_id="early", start="2024-06-01", end="2024-06-30", grain="month"),
    ]
    html = report(rows)
    places = [html.index(f'<article id="s-{story}"') for story in ("old", "early", "late", "none")]
    assert places == sorted(places)
    assert re.findall(r'<h2 id="[^"]*">([^<]*)</h2>', html) == ["480 BCE", "2024", "2025", "No date"]
    found = Page(html)
    for words in ("September 480 BCE", "month, no day given", "17 January 2025", "to the day"):
        assert words in found.text


def test_a_claim_shows_its_evidence_and_where_it_stands() -> None:
    found = page(
        [
            row(
                source_title="A & B",
                publisher="Paper",
                language="el",
                source_url="https://n.example/a",
                link="https://n.example/a#:~:text=x",
                explanation="counted from “last June”",
            )
        ]
    )
    assert found.marked == ["on Friday"]
    for words in ("A & B, Paper", "Ελληνικά", "written 13 January 2025, inferred", "counted from “last June”",
                  "n.example", "Iran", "Vladimir Putin", "Agreement", "planned"):  # fmt: skip
        assert words in found.text
    links = {attrs["href"]: attrs for tag, attrs in found.tags if tag == "a"}
    assert links["https://n.example/a#:~:text=x"]["rel"] == "noopener noreferrer nofollow"
    assert "http://127.0.0.1:8501/reader?event=e1" in links
    quotes = [attrs for tag, attrs in found.tags if tag == "blockquote"]
    assert quotes == [{"dir": "auto", "lang": "el"}]


@pytest.mark.parametrize(
    ("sentence", "words", "html"),
    [
        ("In May the Mayor left.", "May", "In <mark>May</mark> the Mayor left."),
        ("In 2024, as in 2024.", "2024", "In <mark>2024</mark>, as in <mark>2024</mark>."),
        ("他在2024年离开", "2024年", "他在<mark>2024年</mark>离开"),
        ("<b>on</b> Friday", "<b>", "<mark>&lt;b&gt;</mark>on&lt;/b&gt; Friday"),
        ("It rained.", "Friday", "It rained."),
        ("It rained.", "", "It rained."),
        ("It rained.", " ", "It rained."),
    ],
)
def test_the_words_of_a_date_are_marked(sentence: str, words: str, html: str) -> None:
    assert marked(sentence, words) == html


def test_names_of_places_in_the_page_are_plain() -> None:
    assert anchor("s", "abc_1-2") == "s-abc_1-2"
    assert re.fullmatch(r"s-[0-9a-f]{16}", anchor("s", '"><script>'))
    assert anchor("s", "a b") != anchor("s", "a  b")


def bars(html: str) -> list[str]:
    return re.findall(r'<rect class="bar ([a-z ]+)"', html)


@pytest.mark.parametrize(
    ("changes", "drawn"),
    [
        ({"status": "reported"}, ["reported"]),
        ({"status": "planned"}, ["planned"]),
        ({"status": "alleged"}, ["alleged"]),
        ({"status": "denied"}, ["denied"]),
        ({"status": "reported", "confidence": 0.2}, ["reported possible"]),
        ({"status": "reported", "mod": "APPROX"}, ["reported possible"]),
        (HOSTILE["undated"], []),
        (HOSTILE["the year 12000"], []),
    ],
)
def test_bars_are_drawn_by_how_and_how_surely_a_story_is_told(changes: dict[str, object], drawn: list[str]) -> None:
    assert bars(report([row(**changes)])) == drawn


def test_where_sources_differ_the_bar_shows_how_far() -> None:
    html = report([row(status="reported"), row(event_id="e2", start="2025-02-03", end="2025-02-03", status="reported")])
    assert bars(html) == ["differing", "reported"]
    assert "others say: 3 February 2025" in html


def many(number: int) -> list[EventRow]:
    """So many stories, a day each."""
    days = [f"2024-{1 + at % 12:02d}-{1 + at % 28:02d}" for at in range(number)]
    return [row(event_id=f"e{at}", story_id=f"s{at}", start=day, end=day) for at, day in enumerate(days)]


def test_a_bar_a_story_where_they_are_few_and_the_key_dates_where_not() -> None:
    few, crowd = report(many(LABELLED_BARS)), report(many(LABELLED_BARS + 1))
    assert (len(bars(few)), len(bars(crowd))) == (LABELLED_BARS, KEY_STORIES)
    assert "the 12 weightiest have a bar" in crowd
    assert len(re.findall('<rect class="count', crowd)) > KEY_STORIES
    named = frozenset({"s3", "s7"})
    html = report(many(LABELLED_BARS + 1), Format.HTML, Stories(Dress(key=named)))
    assert re.findall(r'<a href="#s-(s\d+)"', html) == ["s3", "s7"]
    assert len(bars(report(many(3), Format.HTML, Stories(Dress(key=named))))) == 3


def test_what_is_known_of_stories_is_told() -> None:
    rows = [row(), row(event_id="e2", headline="The best title", start="2025-02-03", end="2025-02-03")]
    known = Stories(Dress({"s1": Title("e2", "The best title")}), {"s1": 7}, {"e2": 1})
    html = report(rows, Format.HTML, known)
    assert re.search(r"<h3[^>]*>The best title</h3>", html)
    assert "7 independent sources" in html
    assert re.search(r'<p class="when"><b>3 February 2025</b>', html)


def test_years_before_1_stand_under_the_axis() -> None:
    rows = [
        row(event_id=str(year), story_id=str(year), start=f"-0{year}-01-01", end=f"-0{year}-12-31", grain="year")
        for year in (479, 431, 404)
    ]
    assert re.search(r'<text class="tick"[^>]*>\d+ BCE</text>', report(rows))


def test_many_years_stand_under_few_headings() -> None:
    rows = [
        row(event_id=str(year), story_id=str(year), start=f"{year}-01-01", end=f"{year}-12-31", grain="year")
        for year in range(1800, 2000)
    ]
    headings = re.findall(r'<h2 id="[^"]*">([^<]*)</h2>', report(rows))
    assert (len(headings), headings[0], headings[-1]) == (20, "1800 to 1809", "1990 to 1999")


def test_the_colours_are_those_of_the_dashboard() -> None:
    theme = tomllib.loads(Path("streamlit_config.toml").read_text(encoding="utf-8"))["theme"]
    css = Path("extract/export/report/report.css").read_text(encoding="utf-8")
    style = Path("dashboard/style.css").read_text(encoding="utf-8")
    told = {
        name: pair for name, *pair in re.findall(r"--([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", style)
    }
    schemes = ("light", "dark")
    for place, (name, block) in enumerate(zip(schemes, re.findall(r":root \{(.*?)\}", css, re.DOTALL), strict=False)):
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", block))
        assert {each: colours[each] for each in COLOURS} == {each: told[its][place] for each, its in COLOURS.items()}
        assert [colours["accent"], colours["shade"]] == theme[name]["chartCategoricalColors"]
        assert colours["ink"] == theme[name]["textColor"]
        assert colours["link"] == theme[name]["linkColor"]
        assert colours["panel"] == theme[name]["secondaryBackgroundColor"]


def test_an_empty_selection_is_a_page_too() -> None:
    found = page([])
    check(found, [])
    assert "0 claims of 0 stories" in found.text
    assert "svg" not in {tag for tag, _ in found.tags}


def tokens(markdown: str) -> list[Token]:
    """What CommonMark, with tables and struck text, makes of a text."""
    parsed = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [inner for token in parsed for inner in (token, *(token.children or ()))]


def check_markdown(markdown: str, rows: list[EventRow]) -> None:
    made = tokens(markdown)
    kinds = {token.type for token in made}
    assert not kinds & {"image", "html_inline", "html_block", "code_inline", "code_block", "fence", "hr", "table_open",
                        "em_open", "s_open", "ordered_list_open"}  # fmt: skip
    assert all(re.match(r"https?://", str(token.attrs["href"])) for token in made if token.type == "link_open")
    headings = [token.tag for token in made if token.type == "heading_open"]
    assert headings.count("h3") == len({each.story_id for each in rows})
    assert headings.count("h1") == 1
    assert len([token for token in made if token.type == "blockquote_open"]) == len(rows)
    assert len([token for token in made if token.type == "bullet_list_open"]) <= 2


@pytest.mark.parametrize("attack", HOSTILE)
def test_attacks_are_text_in_markdown(attack: str) -> None:
    rows = [row(), row(**({"event_id": "x", "story_id": "y"} | HOSTILE[attack]))]
    title = str(HOSTILE[attack].get("headline", "")).encode(errors="replace").decode()
    check_markdown(report(rows, Format.MD, title=title, filters=((title, title), ("- a", "1. b"))), rows)


SIGNS = st.text(st.sampled_from("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t1aA\u2028wé"), min_size=1)


@settings(max_examples=100)
@given(SIGNS, SIGNS)
def test_every_sign_stands_for_itself_in_markdown(headline: str, sentence: str) -> None:
    markdown = report([row(headline=headline, sentence=sentence)], Format.MD)
    check_markdown(markdown, [row()])
    texts = [token.content for token in tokens(markdown) if token.type == "text"]
    shown = "".join(texts)
    assert f"\u2068{in_line(headline)}\u2069" in shown
    assert f"\u2068{in_line(sentence)}\u2069" in shown


@settings(max_examples=50)
@given(st.lists(ROWS, max_size=3, unique_by=lambda each: each.event_id))
def test_any_rows_are_told_in_markdown(rows: list[EventRow]) -> None:
    check_markdown(report(rows, Format.MD), rows)


def test_markdown_tells_the_same() -> None:
    markdown = report(
        [row(source_url="https://n.example/a(b)", link="https://n.example/a(b)#:~:text=x")],
        Format.MD,
        title="The treaty",
    )
    made = tokens(markdown)
    links = [str(token.attrs["href"]) for token in made if token.type == "link_open"]
    assert links == ["https://n.example/a%28b%29#:~:text=x", "http://127.0.0.1:8501/reader?event=e1"]
    text = "".join(token.content for token in made if token.type in {"text", "softbreak", "hardbreak"})
    for words in ("The treaty", "17 January 2025", "to the day", "planned", "A treaty is signed on Friday.",
                  "Why this date: the Friday after it was written", "\u2068Made by\u2069: \u2068Dateline"):  # fmt: skip
        assert words in text
