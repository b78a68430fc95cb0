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
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.catalogue import direction
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
    " img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self';"
    " form-action 'self'; frame-ancestors 'self'"
)
"""Streamlit's own scripts and styles are partly written into the page."""

HEADERS = {
    "Cache-Control": "private, no-cache",
    "Vary": "Accept-Language, Cookie",
    "Content-Security-Policy": POLICY,
}

HTML = "text/html"


def dressed(app: ASGIApp) -> ASGIApp:
    """The same server, whose HTML is ours: Streamlit answers with its page wherever it has nothing else."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        is_html = False

        async def pass_on(message: Message) -> None:
            nonlocal is_html
            if message["type"] == "http.response.start":
                is_html = _is_page(Headers(raw=message["headers"]))
            if not is_html:
                await send(message)

        await app(scope, receive, pass_on)
        if is_html:
            await HTMLResponse(html(language_of(Request(scope))), headers=HEADERS)(scope, receive, send)

    return answer


def _is_page(headers: Headers) -> bool:
    """Whether an answer is to be looked at as HTML; what is downloaded is a file of the reader's."""
    return headers.get("content-type", "").startswith(HTML) and "content-disposition" not in headers


def language_of(request: Request) -> str:
    """The code of the language that was chosen, else of the first that the browser asks for."""
    asked = (each.partition(";")[0].strip() for each in request.headers.get("accept-language", "").split(","))
    return first_known((request.cookies.get(COOKIE), next(asked)))


@cache
def html(code: str) -> str:
    """Streamlit's page with what is ours; where it is made otherwise, it stays as it is and works."""
    ahead = "".join(f'<link rel="modulepreload" crossorigin href="{escape(path)}">' for path in _scripts(LARGE))
    ahead += READ.format(paths=json.dumps(_scripts(SMALL)))
    return (
        (STATIC / "index.html")
        .read_text(encoding="utf-8")
        .replace('<html lang="en">', f'<html lang="{code}" dir="{direction(code)}">', 1)
        .replace("<title>Streamlit</title>", f"<title>{TITLE}</title>", 1)
        .replace("</head>", f"{ahead}</head>", 1)
        .replace("</body>", f"<style>{STYLE.read_text(encoding='utf-8')}</style></body>", 1)
    )


def _scripts(names: Iterable[str]) -> list[str]:
    """The addresses of scripts, whose names have a part that each version of Streamlit has anew."""
    return [f"./static/js/{path.name}" for name in names for path in (STATIC / "static" / "js").glob(f"{name}.*.js")]
