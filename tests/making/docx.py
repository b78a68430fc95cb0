"""Word documents, written by python-docx; what it does not write is put into its XML."""

import io
import zipfile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

COMPATIBILITY = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> The first note.</w:t></w:r>'
    "</w:p></w:footnote></w:footnotes>"
)
ENDNOTES = (
    f"<w:endnotes {nsdecls('w')}><w:endnote w:id='1'><w:p><w:r><w:t>The last note.</w:t></w:r></w:p></w:endnote>"
    "</w:endnotes>"
)


def make(article, style="Title"):
    """The article, its title among the properties and, where a style is named, as its first paragraph in that style."""
    document = Document()
    document.core_properties.title = article.title
    document.core_properties.language = f"{article.language}-XX"
    document.core_properties.author = article.author
    if style:
        document.add_paragraph(article.title, style=style)
    for paragraph in article.paragraphs:
        document.add_paragraph(paragraph)
    return _saved(document)


def make_of(*blocks, title=""):
    """A document of paragraphs (text, or style and text), tables (lists of rows), and markup that begins with "<"."""
    document = Document()
    document.core_properties.title = title
    for block in blocks:
        if isinstance(block, list):
            _add_table(document, block)
        elif isinstance(block, tuple):
            document.add_paragraph(block[1], style=_style(document, block[0]))
        elif block.startswith("<"):
            document.element.body.insert(-1, _element(block))
        else:
            document.add_paragraph(block)
    return _saved(document)


def with_members(content, told):
    """A packed document with members put in or replaced, by their names; those told as None are taken out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename not in told:
                new.writestr(info, old.read(info))
        for name, data in told.items():
            if data is not None:
                new.writestr(name, data)
    return made.getvalue()


def member(content, name):
    """The bytes of one member."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read(name)


def _element(markup):
    return parse_xml(f"<w:body {nsdecls('w')} {COMPATIBILITY}>{markup}</w:body>")[0]


def _add_table(document, rows):
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _style(document, name):
    if name not in document.styles:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    return name


def _saved(document):
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
