"""What tells that two addresses are of one page, however it was reached."""

from __future__ import annotations

from urllib.parse import urlsplit


def page_of(url: str) -> str | None:
    """The address without scheme, "www.", fragment and marks of how somebody came there.

    None for the front page of a site, where something else stands every day, and for what is no address: a page that
    wrongly gives that as its own is not taken for another one.
    """
    from courlan import normalize_url

    try:
        parts = urlsplit(normalize_url(url, strict=False))
        host = (parts.hostname or "").removeprefix("www.").rstrip(".")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    path = parts.path.rstrip("/")
    if not host or not (path or parts.query):
        return None
    return f"{host}{port}{path}{'?' if parts.query else ''}{parts.query}"
