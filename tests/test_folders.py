"""Folders: which files are met in them, what is told of those that are not, and what manifests say."""

import os
from pathlib import Path

import pytest

from extract.errors import InputError, ManifestError, Unreadable
from extract.read.folders import Found, find, survey


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with documents and things that are none."""
    monkeypatch.chdir(tmp_path)
    for name in ("in/b.txt", "in/a.md", "in/deep/c.TXT", "in/.hidden.txt", "in/.git/d.txt", "in/~$e.docx", "out/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"The text of {name}.")
    return tmp_path


def met(*inputs: Path | str) -> list[Found | Unreadable]:
    paths = [Path(each) for each in inputs]
    return list(find(paths, survey(paths)))


def locations(*inputs: Path | str) -> list[str]:
    return [each.piece.location for each in met(*inputs) if isinstance(each, Found)]


def troubles(*inputs: Path | str) -> list[str]:
    return [str(each) for each in met(*inputs) if isinstance(each, Unreadable)]


def test_a_folder_with_all_below_it(folder: Path) -> None:
    assert locations("in") == ["in/a.md", "in/b.txt", "in/deep/c.TXT"]
    assert locations(folder / "in")[0] == f"{folder.as_posix()}/in/a.md"
    assert troubles("in") == []
    assert survey([Path("in")]).files == 3


def test_each_file_once(folder: Path) -> None:
    assert locations("in/b.txt", "in", folder / "in") == ["in/b.txt", "in/a.md", "in/deep/c.TXT"]


def test_names_in_every_script(folder: Path) -> None:
    for name in ("تقرير ١٧ يناير.txt", "Αναφορά.txt", "報告.txt", "a\nb.txt"):
        (folder / "out" / name).write_text("A text.")
    assert sorted(locations("out")) == sorted(
        ["out/f.txt", "out/تقرير ١٧ يناير.txt", "out/Αναφορά.txt", "out/報告.txt", "out/a\nb.txt"]
    )


def test_links_are_not_followed_and_what_is_lost_by_that_is_told(folder: Path) -> None:
    (folder / "in/link.txt").symlink_to(folder / "out/f.txt")
    (folder / "in/linked").symlink_to(folder / "out")
    (folder / "in/loop").symlink_to(folder / "in")
    (folder / "in/same.txt").symlink_to("b.txt")
    (folder / "in/lost.txt").symlink_to("nowhere")
    assert locations("in") == ["in/a.md", "in/b.txt", "in/deep/c.TXT"]
    assert sorted(troubles("in")) == [
        "in/link.txt is a link that leads out of its folder: name what it leads to itself",
        "in/linked is a link that leads out of its folder: name what it leads to itself",
        "in/lost.txt is a link that leads nowhere: remove it, or mend it",
    ]
    assert locations("in/link.txt") == ["in/link.txt"]


def test_a_folder_that_is_called_like_a_file_is_a_folder(folder: Path) -> None:
    (folder / "in/x.txt").mkdir()
    (folder / "in/x.txt/y.txt").write_text("A text.")
    assert "in/x.txt/y.txt" in locations("in")
    (folder / "empty.txt").mkdir()
    assert troubles("empty.txt", "in") == ["empty.txt is a folder that holds no documents: name one that does"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_without_permission_is_told_and_its_neighbours_are_met(folder: Path) -> None:
    (folder / "in/deep").chmod(0)
    try:
        assert locations("in") == ["in/a.md", "in/b.txt"]
        assert troubles("in") == ["in/deep cannot be read (Permission denied): see whether it is there and yours"]
    finally:
        (folder / "in/deep").chmod(0o755)


def test_inputs_that_are_not_there(folder: Path) -> None:
    with pytest.raises(InputError, match=r"There is no nowhere"):
        survey([Path("in"), Path("nowhere")])
    (folder / "dangling.txt").symlink_to("nowhere")
    with pytest.raises(InputError, match=r"There is no dangling\.txt"):
        survey([Path("dangling.txt")])
    with pytest.raises(InputError, match=r"n cannot be read: File name too long"):
        survey([Path("n" * 300)])


def test_what_the_manifest_says_goes_with_its_document(folder: Path) -> None:
    (folder / "in/all.toml").write_text(
        '[[source]]\nfile = "b.txt"\ntitle = "T"\n[[source]]\nfile = "deep/c.TXT"\ntitle = "C"\n'
    )
    titles = {each.piece.location: each.entry.title for each in met("in") if isinstance(each, Found)}
    assert titles == {"in/a.md": None, "in/b.txt": "T", "in/deep/c.TXT": "C"}
    (alone,) = met("in/b.txt")
    assert isinstance(alone, Found)
    assert (alone.entry.title, alone.is_named) == ("T", True)


def test_a_manifest_that_breaks_its_form_is_told_before_anything_is_read(folder: Path) -> None:
    (folder / "in/all.toml").write_text("[[sources]]")
    with pytest.raises(ManifestError, match=r"in/all\.toml"):
        survey([Path("in")])
    # A file given alone has nothing to do with a TOML file that does not name it.
    assert locations("in/b.txt") == ["in/b.txt"]
