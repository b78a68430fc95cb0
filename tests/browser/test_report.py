"""The report as a person opens it: offline, from a file, in light and dark, on a wide screen and a narrow one."""

from contextlib import closing

import pytest
from playwright.sync_api import expect

from extract.export.form import Format
from extract.export.selection import Said
from extract.export.taken import taken
from extract.export.write import save
from extract.store.library import open_read_only
from extract.table.filters import Filters
from tests import library_factory
from tests.event_rows import MOMENT, hostile, selection

pytestmark = pytest.mark.browser

PAPER = {"light": "rgb(251, 250, 247)", "dark": "rgb(25, 24, 22)"}
ACCENT = {"light": "rgb(11, 92, 138)", "dark": "rgb(90, 169, 214)"}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The report of a library that holds three languages, old times and an attack in every field."""
    folder = tmp_path_factory.mktemp("report")
    path = library_factory.full(folder / "full.db")
    said = Said(moment=MOMENT, title="The treaty", address="http://127.0.0.1:8501/")
    with (
        closing(open_read_only(path)) as library,
        taken(library, Filters(), said, Format.HTML) as (chosen, rows),
    ):
        save(chosen, rows, folder / "report.html", Format.HTML)
    return folder / "report.html"


@pytest.fixture
def opened(contexts):
    """Open a file; whatever it asks for, beside itself, is noted, and so is whatever the browser forbids it."""
    pages, requests, complaints = [], [], []

    def open_page(path, width=1200, height=900, scheme="light"):
        page = contexts(width, height, scheme).new_page()
        pages.append(page)
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield open_page
    ran = [page.evaluate("window.hacked") for page in pages]
    for page in pages:
        page.close()
    assert {url.partition("#")[0] for url in requests} == {url for url in requests if url.startswith("file:")}
    assert len({url.partition("#")[0] for url in requests}) == 1
    assert not complaints
    assert not any(ran)


def style(page, selector, what):
    """What the browser makes of a style."""
    return page.locator(selector).first.evaluate(f"element => getComputedStyle(element)['{what}']")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_offline_in_the_colours_of_the_reader(opened, report, scheme):
    page = opened(report, scheme=scheme)
    expect(page.get_by_role("heading", name="The treaty", level=1)).to_be_visible()
    assert style(page, "html", "backgroundColor") == PAPER[scheme]
    assert style(page, "svg rect.reported", "fill") == ACCENT[scheme]
    assert "hatched" in style(page, "svg rect.alleged", "fill")


def test_a_bar_leads_to_its_story(opened, report):
    page = opened(report)
    page.locator("svg a", has_text="Battle of Salamis").locator("text").click()
    story = page.locator("article:target")
    expect(story).to_be_in_viewport()
    expect(story.locator("h3")).to_have_text("Battle of Salamis")
    expect(story.locator(".when b")).to_have_text("September 480 BCE")


def test_a_bar_is_reached_and_followed_by_keyboard(opened, report):
    page = opened(report)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#s-")
    page.keyboard.press("Enter")
    expect(page.locator("article:target")).to_be_in_viewport()


def test_every_language_runs_in_its_own_direction(opened, report):
    page = opened(report)
    assert style(page, "blockquote[lang=ar]", "direction") == "rtl"
    assert style(page, "blockquote[lang=el]", "direction") == "ltr"
    expect(page.locator("blockquote[lang=ar] mark")).to_have_text(
        ["العام الماضي", "كانون الأول/ديسمبر 2024", "17 كانون الثاني/يناير"]
    )


@pytest.mark.parametrize("width", [390, 768, 1200])
def test_nothing_reaches_over_the_edge(opened, report, width):
    page = opened(report, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_attacks_are_read_and_nothing_of_them_runs(opened, tmp_path):
    save(selection(hostile(), title="<script>window.hacked=1</script>"), hostile(), tmp_path / "r.html", Format.HTML)
    page = opened(tmp_path / "r.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("<script>window.hacked=1</script>")
    assert page.locator("article").count() == len(hostile())
    assert page.locator("script, img, iframe, form, input").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1200


def test_it_prints(opened, report):
    page = opened(report)
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="print")
    assert style(page, "article", "contentVisibility") == "visible"
