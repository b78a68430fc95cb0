"""Web archives, record by record."""

import gzip

from tests.making import html

FETCHED = "2025-06-11T08:00:00Z"


def answer(body, media_type="text/html; charset=utf-8", status="200 OK", headers=""):
    """What a server says, as it is recorded."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{headers}\r\n".encode() + body


def record(block, kind="response", url="https://news.example.org/a", media_type=None, length=None):
    media_type = media_type or ("application/http; msgtype=response" if kind == "response" else "text/html")
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"WARC-Date: {FETCHED}\r\nWARC-Target-URI: {url}\r\nContent-Type: {media_type}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(records):
    """Each record is packed by itself, as crawlers do."""
    return b"".join(map(gzip.compress, records))


def make(article):
    """An archive as a crawler leaves it: the page among what it is made with."""
    return b"".join(records(article))


def records(article):
    """A page as the third of seven records."""
    return [
        record(b"software: a crawler\r\n", "warcinfo", url="", media_type="application/warc-fields"),
        record(b"GET / HTTP/1.1\r\nHost: news.example.org\r\n\r\n", "request", media_type="application/http"),
        record(answer(html.make(article)), url=article.url),
        record(answer(b"\x89PNG", "image/png"), url="https://news.example.org/a.png"),
        record(answer(b"body { color: red }", "text/css"), url="https://news.example.org/a.css"),
        record(answer(b"<html>Not here", status="404 Not Found"), url="https://news.example.org/b"),
        record(answer(b""), "revisit", url="https://news.example.org/c"),
    ]
