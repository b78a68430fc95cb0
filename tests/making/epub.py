"""E-books, whose pages and description are written here."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
DOCTYPE = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'


def make(article, *, heading=True):
    """The article, a paragraph a page, as books are cut; its title is told and, unless told otherwise, heads a page."""
    first, *others = (f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)
    title = f"<h1>{escape(article.title)}</h1>" if heading else ""
    told = (
        f"<dc:title>{escape(article.title)}</dc:title><dc:publisher>{escape(article.publisher)}</dc:publisher>"
        f"<dc:date>{article.date}</dc:date><dc:source>{escape(article.url)}</dc:source>"
        f"<dc:language>{article.language}</dc:language><dc:creator>{escape(article.author)}</dc:creator>"
    )
    return make_of(title + first, *others, told=told)


def page(body):
    """A page of a book."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n{DOCTYPE}\n<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>The page's own title</title></head><body>{body}</body></html>"
    )


def make_of(*bodies, told="", items=(), files=()):
    """A book whose pages have those bodies; `items` are further entries of its list (as address, attributes of the
    item, attributes of the reference), and `files` members by their names."""
    listed = [(f"page%20{number}.xhtml", "", "") for number in range(1, len(bodies) + 1)] + list(items)
    manifest = "".join(
        f'<item id="i{number}" href={quoteattr(href)} media-type="application/xhtml+xml" {item}/>'
        for number, (href, item, _) in enumerate(listed)
    )
    spine = "".join(f'<itemref idref="i{number}" {reference}/>' for number, (_, _, reference) in enumerate(listed))
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        f"{told}</metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>"
    )
    pages = {f"OEBPS/page {number}.xhtml": page(body) for number, body in enumerate(bodies, start=1)}
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": book,
        **pages,
        **dict(files),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return made.getvalue()
