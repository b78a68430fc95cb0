"""OpenDocument texts, packed and flat, whose XML is written here."""

import io
import zipfile
from xml.sax.saxutils import escape

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

SPACES = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
            ("meta", "meta"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)

LOCKED_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
    "</manifest:manifest>"
)


def make(article, *, heading=True, flat=False):
    """The article, its title among the properties and, unless told otherwise, as a heading."""
    title = f'<text:h text:outline-level="1">{escape(article.title)}</text:h>' if heading else ""
    body = title + "".join(f"<text:p>{escape(paragraph)}</text:p>" for paragraph in article.paragraphs)
    told = f"<dc:title>{escape(article.title)}</dc:title><dc:language>{article.language}-XX</dc:language>"
    return make_flat(body, told) if flat else make_of(body, told)


def make_of(body, told="", **members):
    """A packed document of what stands in its body and in its properties, with other members by their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", members.pop("mimetype", MEDIA_TYPE), zipfile.ZIP_STORED)
        packed.writestr(
            "content.xml", _part("content", f"<office:body><office:text>{body}</office:text></office:body>")
        )
        packed.writestr("meta.xml", _part("meta", f"<office:meta>{told}</office:meta>"))
        for name, data in members.items():
            packed.writestr(name.replace("__", "/"), data)
    return made.getvalue()


def make_flat(body, told=""):
    """A flat document: all in one XML file."""
    styles = "<office:master-styles><style:master-page><style:header><text:p>A header.</text:p></style:header>"
    return _part(
        "",
        f"<office:meta>{told}</office:meta>{styles}</style:master-page></office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>",
    )


def _part(name, inside):
    tag = f"office:document-{name}" if name else "office:document"
    kind = "" if name else f' office:mimetype="{MEDIA_TYPE}"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{tag} {SPACES}{kind}>{inside}</{tag}>'.encode()
