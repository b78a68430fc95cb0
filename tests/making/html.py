"""Web pages of an article: as served, as a browser saves them, and as one file."""

import json
from email.message import EmailMessage
from html import escape


def linked_data(article):
    return json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": article.title,
            "datePublished": f"{article.date}T23:30:00+03:00",
            "dateModified": "2025-06-12T10:00:00+03:00",
            "publisher": {"@type": "Organization", "name": article.publisher},
        },
        ensure_ascii=False,
    )


def page(article, *, head="", before="", after="", language=None, charset="utf-8", title=None, story=None):
    """A page with what stands around articles; `head`, `before` and `after` go into its head and around its text."""
    paragraphs = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)
    direction = ' dir="rtl"' if article.language == "ar" else ""
    return f"""<!DOCTYPE html>
<html lang="{article.language if language is None else language}"{direction}>
<head><meta charset="{charset}"><title>{escape(title or f"{article.title} | {article.publisher}")}</title>
{head}</head>
<body><header><div class="current-date">2026-11-21</div><nav><ul><li><a href="/a">Section one</a></li>
<li><a href="/b">Section two</a></li></ul></nav></header>
<main><article><h1>{escape(article.title)}</h1>
{before}{paragraphs if story is None else story}{after}</article>
<aside><h3>More</h3><ul><li><a href="/c">Another story of another day</a> <time datetime="2020-01-02">2 January</time></li></ul></aside>
</main><footer>© 2026 {escape(article.publisher)}. All rights reserved.</footer>
<script>var text = "This is no text of the page, but its program.";</script></body></html>"""


def make(article):
    """A page that says all about itself."""
    return page(
        article,
        head=f'<script type="application/ld+json">{linked_data(article)}</script>'
        f'<link rel="canonical" href="{article.url}">'
        f'<meta property="og:site_name" content="{escape(article.publisher)}">',
    ).encode()


def make_bare(article):
    """A page that says nothing."""
    return page(article, language="", title="Untitled").encode()


def make_mhtml(article, encoding="quoted-printable"):
    """What a browser saves as one file."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = article.url
    message["Subject"] = article.title
    message["Date"] = "Wed, 11 Jun 2025 09:00:00 +0200"
    message["MIME-Version"] = "1.0"
    message.set_content(page(article), subtype="html", cte=encoding)
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes().replace(b"multipart/related;", b'multipart/related; type="text/html";')
