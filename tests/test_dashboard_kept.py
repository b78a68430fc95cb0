"""Documents kept beside the library: names that are safe whatever they were, and contents that nothing overwrites."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.kept import MOST_BYTES, folder_of, keep, safe_name, tells_of_others
from extract.errors import ExportError
from extract.read.folders import LEFT_BY_PROGRAMS

NASTY = st.text(
    st.one_of(st.characters(), st.sampled_from(list("./\\~$ :*<>\u202e\u2066\x00\x1f\n\u2028eto\u0301mlرα")))
)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("letter.txt", "letter.txt"),
        ("رسالة من بغداد.txt", "رسالة من بغداد.txt"),
        ("εφημερίδα.pdf", "εφημερίδα.pdf"),
        ("می\u200cخواهم.docx", "می\u200cخواهم.docx"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\letters\\a.txt", "a.txt"),
        ("..", "document"),
        ("", "document"),
        (".hidden", "hidden"),
        ("~$open.docx", "$open.docx"),
        ("a\x00b\nc.txt", "a b c.txt"),
        ("invoice\u202excod.exe", "invoicexcod.exe"),
        ("<img src=x onerror=alert(1)>.html", "_img src=x onerror=alert(1)_.html"),
        ("e\u0301te\u0301.txt", "été.txt"),
        ("about.toml", "about.txt"),
        ("about.TOML", "about.txt"),
        ("archive.tar.gz", "archive.tar.gz"),
        ("no ending", "no ending"),
    ],
)
def test_names(name, safe):
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_ending():
    name = safe_name("ш" * 10_000 + ".txt")
    assert name.endswith("ш.txt")
    assert MOST_BYTES - 1 <= len(name.encode()) <= MOST_BYTES


@given(NASTY)
def test_any_name_is_one_part_that_hides_and_steers_nothing(name):
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= MOST_BYTES
    assert not set(safe) & set('/\\<>:"|?*')
    assert not safe.startswith((".", *LEFT_BY_PROGRAMS))
    assert not safe.endswith((".", " "))
    assert not tells_of_others(safe)
    assert not [
        sign for sign in safe
        if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and sign not in "\u200c\u200d"
    ]  # fmt: skip
    assert safe_name(safe) == safe


@given(st.lists(st.tuples(NASTY, st.binary(max_size=3)), max_size=6))
def test_nothing_that_is_kept_is_overwritten(tmp_path_factory, documents):
    folder = tmp_path_factory.mktemp("library") / "library-documents"
    kept = [(keep(folder, name, content), content) for name, content in documents]
    for path, content in kept:
        assert path.parent == folder
        assert path.read_bytes() == content
    assert {path.name for path in folder.glob("*")} == {path.name for path, _ in kept}


def test_the_same_content_is_the_same_file_and_another_one_gets_a_number(tmp_path):
    names = [keep(tmp_path, "a.txt", content).name for content in (b"1", b"2", b"1", b"3", b"2")]
    assert names == ["a.txt", "a (2).txt", "a.txt", "a (3).txt", "a (2).txt"]


def test_a_numbered_name_is_not_too_long_either(tmp_path):
    keep(tmp_path, "a" * 300 + ".txt", b"1")
    name = keep(tmp_path, "a" * 300 + ".txt", b"2").name
    assert name.endswith("a (2).txt")
    assert len(name) == MOST_BYTES


def test_neither_links_nor_folders_are_taken_for_the_file(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"1")
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").symlink_to(outside)
    (folder / "b.txt").symlink_to(tmp_path / "nowhere")
    (folder / "c.txt").mkdir()
    assert [keep(folder, name, b"1").name for name in ("a.txt", "b.txt", "c.txt")] == [
        "a (2).txt", "b (2).txt", "c (2).txt",
    ]  # fmt: skip
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_cannot_be_is_told(tmp_path):
    (tmp_path / "library-documents").write_bytes(b"")
    with pytest.raises(ExportError, match="library-documents"):
        keep(folder_of(tmp_path / "library.db"), "a.txt", b"1")
