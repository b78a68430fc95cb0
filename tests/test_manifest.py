"""Manifests: what they say, and how a wrong one is refused."""

from pathlib import Path

import pytest

from extract.errors import ManifestError
from extract.read.manifest import Entry, find_manifest, read_manifest


def write(folder: Path, text: str) -> Path:
    (folder / "a.txt").write_text("A text.")
    (folder / "b.txt").write_text("B text.")
    (folder / "circle").symlink_to("circle")
    path = folder / "sources.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_that_can_be_known(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[[source]]\nfile = "a.txt"\ntitle = "T"\npublisher = "P"\nurl = "https://x.org/a"\ndate = 2025-01-17\n'
        'language = "el"\n[[source]]\nfile = "b.txt"\n',
    )
    assert read_manifest(path) == {
        (tmp_path / "a.txt").resolve(): Entry(
            file="a.txt", title="T", publisher="P", url="https://x.org/a", date="2025-01-17", language="el"
        ),
        (tmp_path / "b.txt").resolve(): Entry(file="b.txt"),
    }


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2025-01-17", "2025-01-17"),
        ('"2025-01-17"', "2025-01-17"),
        ('"2024-02-29"', "2024-02-29"),
        ('"2025-01"', "2025-01"),
        ('"2025"', "2025"),
        ('"-0479-08"', "-0479-08"),
        ("2025-01-17T08:15:00+02:00", "2025-01-17T08:15:00+02:00"),
        ('"2025-01-17 08:15"', "2025-01-17 08:15"),
    ],
)
def test_dates(tmp_path: Path, written: str, read: str) -> None:
    (entry,) = read_manifest(write(tmp_path, f'[[source]]\nfile = "a.txt"\ndate = {written}\n')).values()
    assert entry.date == read


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[source]\n", "is no TOML"),
        ("[[sources]]\n", "sources: unknown key; known are source"),
        (
            "[[source]]\nfile = 'a.txt'\ndat = 2025\n",
            "source 1, dat: unknown key; known are columns, date, file, language",
        ),
        ("[[source]]\nfile = 'a.txt'\n[[source]]\ntitle = 'T'\n", "source 2, file: is missing"),
        ("[[source]]\nfile = 'c.txt'\n", "source 1, file: there is no c.txt"),
        ("[[source]]\nfile = ''\n", "source 1, file: "),
        ("[[source]]\nfile = 'a.txt'\ntitle = ' '\n", "source 1, title: "),
        ("[[source]]\nfile = 'a.txt'\ntitle = 5\n", "source 1, title: "),
        ("[[source]]\nfile = '../x.txt'\n", "source 1, file: ../x.txt lies outside"),
        ("[[source]]\nfile = '/etc/hostname'\n", "source 1, file: /etc/hostname lies outside"),
        ('[[source]]\nfile = "a\\u0000.txt"\n', "source 1, file: 'a\\x00.txt' cannot be the name of a file"),
        (f"[[source]]\nfile = '{'a' * 300}'\n", "aaa' cannot be the name of a file: correct"),
        ("[[source]]\nfile = 'circle'\n", "source 1, file: there is no circle"),
        ("x = " + "[" * 20_000, "nested too deep"),
        ("x = " + "9" * 5_000, "is no TOML"),
        ("[[source]]\nfile = 'a.txt'\n[[source]]\nfile = './a.txt'\n", "source 2, file: ./a.txt has an entry already"),
        ("[[source]]\nfile = 'a.txt'\ndate = '2025-02-29'\n", "source 1, date: '2025-02-29' is no day"),
        ("[[source]]\nfile = 'a.txt'\ndate = '17/1/2025'\n", "source 1, date: '17/1/2025' is no day"),
        ("[[source]]\nfile = 'a.txt'\ndate = 'yesterday'\n", "source 1, date: "),
        ("[[source]]\nfile = 'a.txt'\ndate = 2025\n", "source 1, date: "),
        ("[[source]]\nfile = 'a.txt'\nlanguage = 'Greek'\n", "source 1, language: "),
        ("[[source]]\nfile = 'a.txt'\nurl = 'javascript:alert(1)'\n", "source 1, url: "),
        ("[[source]]\nfile = 'a.txt'\nurl = 'https://'\n", "source 1, url: "),
        ("[[source]]\nfile = 'a.txt'\nurl = 'http://[x'\n", "source 1, url: "),
    ],
)
def test_a_wrong_manifest_is_refused_with_its_place(tmp_path: Path, text: str, says: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ManifestError) as error:
        read_manifest(path)
    assert str(path) in str(error.value)
    assert says in str(error.value)
    assert "\n" not in str(error.value).replace(str(path), "").strip()


def test_a_manifest_that_is_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(ManifestError, match="not saved as UTF-8"):
        read_manifest(path)


def test_the_one_toml_file_of_a_folder_is_its_manifest(tmp_path: Path) -> None:
    assert find_manifest(tmp_path) is None
    (tmp_path / ".hidden.toml").touch()
    assert find_manifest(tmp_path) is None
    (tmp_path / "one.toml").touch()
    assert find_manifest(tmp_path) == tmp_path / "one.toml"
    (tmp_path / "two.toml").touch()
    with pytest.raises(ManifestError, match=r"one\.toml, two\.toml"):
        find_manifest(tmp_path)
