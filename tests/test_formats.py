"""One article in files of every kind: the same text, title, date and address wherever the kind has them, the same claims."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from extract.build import build
from extract.dates.interval import to_day
from extract.errors import Unreadable
from extract.read.documents import make_source
from extract.read.formats import FORMATS, format_of, texts
from extract.read.limits import LIMITS
from extract.read.pieces import Piece, Text
from extract.store.library import create_or_open
from tests.making import archives, docx, epub, feed, html, mail, odt, pdf, tables, warc
from tests.making.articles import ARTICLES, Article

READ_ON = to_day(2026, 11, 22)


def plain(article: Article) -> bytes:
    return article.text.encode()


def markdown(article: Article) -> bytes:
    front = f"---\ntitle: {article.title}\ndate: {article.date}\nurl: {article.url}\n---\n"
    return f"{front}# {article.title}\n\n{article.body}\n".encode()


def web_archive(article: Article) -> bytes:
    return warc.packed([warc.record(warc.answer(html.make(article)), url=article.url)])


@dataclass(frozen=True)
class Kind:
    """A kind of file, and what it tells beside the text."""

    name: str
    make: object
    dated: bool = True
    addressed: bool = True

    def __str__(self) -> str:
        return self.name


KINDS = [
    Kind("a.txt", plain, dated=False, addressed=False),
    Kind("a.md", markdown),
    Kind("a.html", html.make),
    Kind("a.mhtml", html.make_mhtml, dated=False),
    Kind("a.pdf", pdf.make, dated=False, addressed=False),
    Kind("a.docx", docx.make, dated=False, addressed=False),
    Kind("a.odt", odt.make, dated=False, addressed=False),
    Kind("a.fodt", lambda article: odt.make(article, flat=True), dated=False, addressed=False),
    Kind("a.epub", epub.make),
    Kind("a.eml", mail.make, addressed=False),
    Kind("a.mbox", mail.make_mbox, addressed=False),
    Kind("a.rss", feed.make),
    Kind("a.atom", feed.make_atom),
    Kind("a.csv", tables.make_csv),
    Kind("a.tsv", lambda article: tables.make_csv(article, delimiter="\t")),
    Kind("a.xlsx", tables.make_xlsx),
    Kind("a.ods", tables.make_ods),
    Kind("a.jsonl", tables.make_jsonl),
    Kind("a.json", tables.make_json),
    Kind("a.warc.gz", web_archive),
    Kind("a.zip", lambda article: archives.zipped({"in/a.html": html.make(article)})),
    Kind("a.tar.gz", lambda article: archives.tarred({"in/a.docx": docx.make(article)}), dated=False, addressed=False),
]

EACH = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.language)


def read(name: str, content: bytes) -> list[Text]:
    found = list(texts(Piece(name, content), LIMITS))
    assert not [str(each) for each in found if isinstance(each, Unreadable)]
    return [each for each in found if isinstance(each, Text)]


@EACH
@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_kind_holds_the_article_whatever_its_name(kind: Kind, article: Article) -> None:
    content = kind.make(article)
    for name in (kind.name, "a.bin") if kind.name not in {"a.txt", "a.md"} else (kind.name,):
        (text,) = read(name, content)
        source = make_source(text, name, read_on=READ_ON)
        assert source.text == article.text
        assert source.title == article.title
        assert (source.stated_date or "")[:10] == (article.date if kind.dated else "")
        assert bool(source.stated_by) == kind.dated
        assert source.url == (article.url if kind.addressed else None)
        assert source.stated_language in {None, article.language}


@EACH
def test_the_same_article_makes_the_same_claims_from_every_kind(article: Article, tmp_path: Path) -> None:
    """Where the kind has no date the manifest states it."""
    claims = {}
    for kind in KINDS:
        folder = tmp_path / kind.name.replace(".", "-")
        folder.mkdir()
        (folder / kind.name).write_bytes(kind.make(article))
        if not kind.dated:
            (folder / "about.toml").write_text(f'[[source]]\nfile = "{kind.name}"\ndate = "{article.date}"\n')
        library = create_or_open(folder / "library.db")
        report = build([folder / kind.name], library, READ_ON)
        if not kind.dated and kind.name == "a.tar.gz":  # a date of the whole says nothing of what it holds
            library.close()
            continue
        assert report.new == 1, kind
        claims[kind.name] = [replace_source(row.model_dump()) for row in library.rows(tail="ORDER BY char_start")]
        library.close()
    first = claims["a.txt"]
    assert len(first) >= 8
    for name, rows in claims.items():
        assert rows == first, name


def replace_source(row: dict[str, object]) -> dict[str, object]:
    """A claim without what is told of its source in some kinds alone."""
    of_source = ("publisher", "source_url", "source_date_basis", "link", "confidence")
    return {key: value for key, value in row.items() if key not in of_source}


@EACH
def test_one_article_in_files_of_all_kinds_is_one_source(article: Article, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, kind in enumerate(KINDS):
        (folder / f"{number:02} {kind.name}").write_bytes(kind.make(article))
    library = create_or_open(tmp_path / "library.db")
    report = build([folder], library, READ_ON)
    assert report.failures == []
    assert (report.new, report.unchanged) == (1, len(KINDS) - 1)
    assert build([folder], library, READ_ON).unchanged == len(KINDS)
    library.close()


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.name)
def test_names_tell_a_kind_where_the_content_does_not(kind: object) -> None:
    for suffix in kind.suffixes:
        found = format_of(Piece(f"a{suffix.upper()}", b"In May 1998 the mill closed."))
        assert found is not None
        assert suffix in found.suffixes


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_what_is_cut_off_or_changed_is_read_or_told(kind: Kind) -> None:
    content = kind.make(ARTICLES[0])
    for share in (0.0, 0.05, 0.3, 0.6, 0.9):
        cut = content[: int(len(content) * share)]
        changed = bytearray(content)
        changed[int((len(content) - 1) * share)] ^= 0x55
        for broken in (cut, bytes(changed)):
            for each in texts(Piece(kind.name, broken), LIMITS):
                assert isinstance(each, Text | Unreadable)
