"""The HTML that a page begins as, which the browser has before any script ran."""

import asyncio
import re

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from dashboard import served
from dashboard.catalogue import direction, languages
from dashboard.places import PLACES
from dashboard.tongue import COOKIE


async def report(_request):
    return HTMLResponse("<p>A report</p>", headers={"Content-Disposition": "attachment; filename=report.html"})


def get(path, **headers):
    """What the browser gets of a path."""

    async def ask():
        routes = [Route("/media/report.html", report), *create_streamlit_static_assets_routes("")]
        transport = ASGITransport(served.dressed(Starlette(routes=routes)))
        async with AsyncClient(transport=transport, base_url="http://127.0.0.1:8501") as client:
            return await client.get(path, headers=headers)

    return asyncio.run(ask())


@pytest.mark.parametrize("code", languages())
def test_the_page_comes_dressed_in_its_language(code):
    html = served.html(code)
    assert f'<html lang="{code}" dir="{direction(code)}">' in html
    assert f"<style>{served.STYLE.read_text(encoding='utf-8')}</style></body>" in html
    assert f"<title>{served.TITLE}</title>" in html
    assert '<div id="root"></div>' in html


def test_what_draws_is_asked_for_before_it_is_needed():
    html = served.html("en")
    for name in (*served.SMALL, *served.LARGE):
        (path,) = re.findall(rf"\./static/js/{name}\.[^.]+\.js", html)
        assert (served.STATIC / path).is_file()


@pytest.mark.parametrize("path", ["", *(place.path for place in PLACES), "nothing", "index.html", "a/b", "<b>"])
@pytest.mark.parametrize("query", ["", "?event=en.0", "?q=%ff%00"])
def test_every_page_is_served_so(path, query):
    answer = get(f"/{path}{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["vary"] == "Accept-Language, Cookie"
    assert answer.headers["content-security-policy"] == served.POLICY
    assert answer.text == served.html("en")


def test_what_is_no_page_is_left_alone():
    script = next((served.STATIC / "static" / "js").glob("Html.*.js"))
    answer = get(f"/static/js/{script.name}")
    assert answer.content == script.read_bytes()
    assert "immutable" in answer.headers["cache-control"]
    assert get("/media/report.html").text == "<p>A report</p>"


def test_nothing_may_come_from_elsewhere():
    policy = dict(each.strip().partition(" ")[::2] for each in get("/").headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'self'"
    allowed = {"'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "data:", "blob:"}
    for name, sources in policy.items():
        assert set(sources.split()) <= allowed, name


@pytest.mark.parametrize(
    ("cookie", "asked", "code"),
    [
        (None, "el-GR,el;q=0.9,en;q=0.8", "el"),
        (None, "ar;q=0.9", "ar"),
        (None, "xx", "en"),
        (None, "", "en"),
        ("ar", "el", "ar"),
        ("../el", "el", "el"),
        ('"><script>', "<script>", "en"),
    ],
)
def test_the_language_is_the_chosen_one_else_the_first_that_is_asked_for(cookie, asked, code):
    cookies = {"Cookie": f"{COOKIE}={cookie}"} if cookie else {}
    html = get("/", **{"Accept-Language": asked}, **cookies).text
    assert html == served.html(code)
