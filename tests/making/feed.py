"""Feeds of articles: RSS 2.0, RSS 1.0 and Atom, with the whole text, a summary, or a title alone."""

from datetime import datetime
from email.utils import format_datetime
from html import escape


def _when(article):
    return format_datetime(datetime.fromisoformat(f"{article.date}T00:30:00+03:00"))


def markup(article):
    return "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in article.paragraphs)


def item(article, *, content=None, extra=""):
    """An entry of RSS; `content` is the element that holds its text."""
    if content is None:
        content = f"<content:encoded><![CDATA[{markup(article)}]]></content:encoded>"
    return (
        f"<item><title>{escape(article.title)}</title><link>{article.url}</link><guid>{article.url}</guid>"
        f"<pubDate>{_when(article)}</pubDate>{content}{extra}</item>"
    )


def rss(article, items, *, head=""):
    """A feed of entries that are made already, under the name and in the language of an article."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{head}<title>{escape(article.publisher)}</title>'
        f"<link>https://news.example.org/</link><language>{article.language}</language>{''.join(items)}</channel></rss>"
    ).encode()


def make(article):
    return rss(article, [item(article)])


def make_atom(article):
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{article.language}">'
        f"<title>{escape(article.publisher)}</title><entry><title>{escape(article.title)}</title>"
        f'<link href="{article.url}"/><id>{article.url}</id><published>{article.date}T00:30:00+03:00</published>'
        f"<updated>2025-06-12T08:00:00Z</updated>"
        f'<content type="html">{escape(markup(article))}</content></entry></feed>'
    ).encode()


def make_rdf(article):
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f'<channel rdf:about="https://news.example.org/"><title>{escape(article.publisher)}</title>'
        f"<link>https://news.example.org/</link><dc:language>{article.language}</dc:language></channel>"
        f'<item rdf:about="{article.url}"><title>{escape(article.title)}</title><link>{article.url}</link>'
        f"<dc:date>{article.date}T00:30:00+03:00</dc:date>"
        f"<content:encoded><![CDATA[{markup(article)}]]></content:encoded></item></rdf:RDF>"
    ).encode()
