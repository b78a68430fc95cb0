"""Documents: what is found in folders, and what is known of each."""

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from extract.errors import InputError, ManifestError
from extract.model import Source
from extract.read.documents import digest, find_documents, headline, make_source, read_document
from extract.read.manifest import read_manifest

SEEDS = Path(__file__).parent.parent / "seeds"


def locations(*inputs: Path) -> list[str]:
    return [found.location for found in find_documents(inputs)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with documents and things that are none."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/b.txt", "in/a.md", "in/deep/c.TXT", "in/.hidden.txt", "in/.git/d.txt", "in/e.pdf", "out/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"The text of {name}.")
    return tmp_path


def test_a_folder_with_all_below_it(folder: Path) -> None:
    assert locations(Path("in")) == ["in/a.md", "in/b.txt", "in/deep/c.TXT"]
    assert locations(folder / "in")[0] == f"{folder.as_posix()}/in/a.md"


def test_each_document_once(folder: Path) -> None:
    assert locations(Path("in/b.txt"), Path("in"), folder / "in") == ["in/b.txt", "in/a.md", "in/deep/c.TXT"]


def test_links_are_not_followed(folder: Path) -> None:
    (folder / "in/link.txt").symlink_to(folder / "out/f.txt")
    (folder / "in/linked").symlink_to(folder / "out")
    (folder / "in/loop").symlink_to(folder / "in")
    assert locations(Path("in")) == ["in/a.md", "in/b.txt", "in/deep/c.TXT"]


def test_inputs_that_are_not_there(folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(InputError, match=r"There is no nowhere"):
        find_documents([Path("in"), Path("nowhere")])
    with pytest.raises(InputError, match=r"empty holds no documents \(\.md, \.txt\)"):
        find_documents([Path("empty")])
    (folder / "dangling.txt").symlink_to("nowhere")
    with pytest.raises(InputError, match=r"There is no dangling\.txt"):
        find_documents([Path("dangling.txt")])
    with pytest.raises(InputError, match=r"n cannot be read: File name too long"):
        find_documents([Path("n" * 300)])


def test_a_bad_document_is_refused_on_reading_and_its_neighbours_are_not(folder: Path) -> None:
    (folder / "in/b.txt").write_bytes(b"\0\0")
    (folder / "in/a.md").write_text("[ad_1]\n|\n")
    found = find_documents([Path("in"), Path("in/e.pdf")])
    with pytest.raises(InputError, match=r"in/a\.md holds no text"):
        read_document(found[0])
    with pytest.raises(InputError, match=r"in/b\.txt is no plain text"):
        read_document(found[1])
    assert read_document(found[2]).text == "The text of in/deep/c.TXT."
    with pytest.raises(InputError, match=r"in/e\.pdf is of no kind"):
        read_document(found[3])


def test_what_the_manifest_says_goes_with_the_document(folder: Path) -> None:
    (folder / "in/all.toml").write_text(
        '[[source]]\nfile = "b.txt"\ntitle = "T"\npublisher = "P"\nurl = "https://x.org"\n'
        'date = "2025-01"\nlanguage = "el"\n[[source]]\nfile = "deep/c.TXT"\ntitle = "C"\n'
    )
    a, b, c = (read_document(found, read_on=7) for found in find_documents([Path("in")]))
    assert (a.title, a.publisher, a.url, a.stated_date, a.stated_language) == (None,) * 5
    assert (b.title, b.publisher, b.url, b.stated_date, b.stated_language) == (
        "T",
        "P",
        "https://x.org",
        "2025-01",
        "el",
    )
    assert (c.title, c.read_on) == ("C", 7)
    (alone,) = find_documents([Path("in/b.txt")])
    assert read_document(alone, read_on=7) == b


def test_a_manifest_that_breaks_its_form_stops_its_folder_before_anything_is_read(folder: Path) -> None:
    (folder / "in/all.toml").write_text("[[sources]]")
    with pytest.raises(ManifestError, match=r"in/all\.toml"):
        find_documents([Path("in")])
    # A file given alone has nothing to do with a TOML file that does not name it.
    assert locations(Path("in/b.txt")) == ["in/b.txt"]


def test_the_seeds() -> None:
    sources = [read_document(found) for found in find_documents([SEEDS])]
    assert len(sources) == 5
    stated = read_manifest(SEEDS / "seeds.toml")
    assert [source.title for source in sources] == [entry.title for entry in stated.values()]
    assert [headline(source.text) for source in sources] == [None] * 4 + [sources[4].title]
    assert {(s.publisher, s.url, s.stated_date, s.stated_language) for s in sources} == {(None,) * 4}
    for source in sources:
        assert source.source_id == hashlib.sha256(Path(source.location).read_bytes()).hexdigest()[:16]


def test_digest_changes_with_all_that_was_given_and_with_nothing_else() -> None:
    source = make_source("One text.", "a.txt")
    changed = [
        replace(source, raw="Other"),
        replace(source, title="T"),
        replace(source, publisher="T"),
        replace(source, url="T"),
        replace(source, stated_date="T"),
        replace(source, stated_language="T"),
    ]
    assert len({digest(each) for each in (source, *changed)}) == len(changed) + 1
    same: list[Source] = [replace(source, location="b.txt"), replace(source, read_on=5)]
    assert {digest(each) for each in same} == {digest(source)}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A treaty is signed\n\nThe text of the article.", "A treaty is signed"),
        ("A treaty is signed\nThe text of the article, which is a good deal longer.", "A treaty is signed"),
        ("  Is a treaty signed?\n\nThe text.", "Is a treaty signed?"),
        ("Russia and Iran have unveiled plans to sign a\ntreaty on Friday when the President visits.", None),
        ("The treaty is signed.\n\nThe text.", None),
        ("The treaty is signed.”\n\nThe text.", None),
        ("Athens\n\nThe text.", None),
        ("A treaty is signed", None),
        ("word " * 40 + "\n\nThe text.", None),
    ],
)
def test_headlines(text: str, title: str | None) -> None:
    assert headline(text) == title


def test_a_name_that_is_no_utf8(folder: Path) -> None:
    path = folder / os.fsdecode(b"in/\xff.txt")
    path.write_text("A text.")
    source = read_document(find_documents([path])[0])
    assert source.location.endswith("in/\\udcff.txt")
    assert source.location.encode()
