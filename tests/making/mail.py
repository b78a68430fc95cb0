"""Messages and mailboxes that hold an article."""

import textwrap
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.utils import format_datetime

ZONE = timezone(timedelta(hours=3))
WIDTH = 72


def message(article, text=None, html=None):
    made = EmailMessage()
    made["From"] = f'"{article.publisher}" <desk@news.example.org>'
    made["To"] = "Readers <readers@example.org>"
    made["Subject"] = article.title
    made["Date"] = format_datetime(datetime.fromisoformat(article.date).replace(hour=1, minute=30, tzinfo=ZONE))
    if text is not None or html is None:
        made.set_content((text if text is not None else article.body) + "\n")
    if html is not None:
        (made.add_alternative if text is not None else made.set_content)(html, subtype="html")
    made["Content-Language"] = article.language
    return made


def make(article):
    """One message of plain text, a paragraph a line."""
    return message(article).as_bytes()


def make_wrapped(article):
    """The same with lines broken as mail programs do."""
    paragraphs = [textwrap.fill(text, WIDTH, break_on_hyphens=False) for text in article.paragraphs]
    return message(article, "\n\n".join(paragraphs)).as_bytes()


def make_flowed(article):
    """The same with lines broken so that they can be joined again (RFC 3676)."""
    paragraphs = [" \n".join(textwrap.wrap(text, WIDTH, break_on_hyphens=False)) for text in article.paragraphs]
    made = message(article, "\n\n".join(paragraphs) + "\n-- \nThe desk\n")
    made.set_param("format", "flowed")
    return made.as_bytes()


def make_html(article):
    """A message that is a page alone."""
    return message(article, html=page(article)).as_bytes()


def make_alternative(article):
    """A message in two forms."""
    return message(article, text=article.body, html=page(article)).as_bytes()


def page(article):
    paragraphs = "".join(f"<p>{text}</p>\n" for text in article.paragraphs)
    return f"<html><head><title>x</title><style>p {{}}</style></head><body>{paragraphs}</body></html>"


def make_mbox(*articles):
    """A mailbox of messages, as most programs write it: what looks like a separator is quoted."""
    return b"".join(b"From desk@news.example.org Tue Jun 10 01:30:00 2025\n" + make(each) + b"\n" for each in articles)
