"""The HTML that a page begins as: dressed, in the reader's language, and told what to load and whom to trust.

Streamlit's own page comes bare. A script can dress it only after its first elements are drawn, which then jump; and the
browser asks for what draws charts and tables when the first of them arrives. Here all that is known before the script
runs is in the page. It says as well that nothing may come from anywhere else, whatever a document holds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from dashboard.catalogue import direction
from dashboard.places import PLACES
from dashboard.tongue import COOKIE, first_known

TITLE = "Dateline"

ICON = str(Path(__file__).with_name("icon.svg"))

STYLE = Path(__file__).with_name("style.css")

STATIC = Path(st.__file__).parent / "static"
"""What Streamlit sends to browsers."""

SMALL = ("Html", "ButtonGroup", "WidgetLabel", "Button", "TextInput", "BidiComponent", "Selectbox")
"""What every page is made of: Streamlit has a script for each, called so, and draws a grey box until it is read."""

LARGE = ("DataFrame", "arrowFormatUtils", "PlotlyChart")
"""What tables and charts are made of: megabytes, which the browser would ask for when the first of them arrives."""

READ = """<script type="module">
for (const path of {paths}) import(path).catch(() => null);  // who leaves at once
</script>"""

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws://{host} wss://{host};"
    " worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'"
)
"""Streamlit's own scripts and styles are partly written into the page."""


def routes() -> list[Route]:
    """Where the pages are found."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    paths = ["", *(place.path for place in PLACES)]
    return [Route(f"/{'/'.join(filter(None, (base, path)))}", page) for path in paths]


async def page(request: Request) -> HTMLResponse:
    """The HTML of a page, in the language that its reader's browser asks for."""
    headers = {"Cache-Control": "no-cache", "Content-Security-Policy": POLICY.format(host=request.url.netloc)}
    return HTMLResponse(html(language_of(request)), headers=headers)


def language_of(request: Request) -> str:
    """The code of the language that was chosen, else of the first that the browser asks for."""
    asked = (each.partition(";")[0].strip() for each in request.headers.get("accept-language", "").split(","))
    return first_known((request.cookies.get(COOKIE), next(asked)))


@cache
def html(code: str) -> str:
    """Streamlit's page with what is ours; where it is made otherwise, it stays as it is and works."""
    style = f"{STYLE.read_text(encoding='utf-8')}body {{ direction: {direction(code)}; }}"
    ahead = "".join(f'<link rel="modulepreload" crossorigin href="{escape(path)}">' for path in _scripts(LARGE))
    ahead += READ.format(paths=json.dumps(_scripts(SMALL)))
    return (
        (STATIC / "index.html")
        .read_text(encoding="utf-8")
        .replace('<html lang="en">', f'<html lang="{code}" dir="{direction(code)}">', 1)
        .replace("<title>Streamlit</title>", f"<title>{TITLE}</title>", 1)
        .replace("</head>", f"{ahead}</head>", 1)
        .replace("</body>", f"<style>{style}</style></body>", 1)
    )


def _scripts(names: Iterable[str]) -> list[str]:
    """The addresses of scripts, whose names have a part that each version of Streamlit has anew."""
    return [f"./static/js/{path.name}" for name in names for path in (STATIC / "static" / "js").glob(f"{name}.*.js")]
