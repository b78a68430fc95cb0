"""Files that hold addresses: lists and shortcuts."""

import plistlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.read.web.address_lists import (
    WHOLE_HEAD,
    address_list,
    addresses_in,
    is_address_list,
    is_shortcut,
    shortcut,
)

ONE, TWO = "https://news.example.org/2025/kalvos", "http://Νέα.example/α?b=1#part"
LIST = f"# Harbours\n\n{ONE}\n  {TWO}   # seen on Monday\n#http://left.out/\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_list_of_addresses(encoding, end):
    content = LIST.replace("\n", end).encode(encoding)
    assert is_address_list(content)
    assert address_list(content) == [ONE, TWO]
    assert addresses_in(LIST) == [ONE, TWO]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (ONE, True),
        (ONE.upper(), True),
        (f"{ONE}\n{TWO}", True),
        ("", False),
        ("\n\n", False),
        ("# only a comment\n", False),
        (f"{ONE}\nSee above", False),
        (f"See {ONE}", False),
        (f"{ONE} {TWO}", False),
        (f"<{ONE}>", False),
        ("www.example.org", False),
        ("ftp://example.org/", False),
        ("http://", False),
        ("http:///a", False),
        ("mailto:a@example.org", False),
    ],
)
def test_what_is_a_list(text, is_one):
    assert is_address_list(text.encode()) is is_one


def test_the_beginning_of_a_long_list():
    whole = "".join(f"{ONE}/{number}/ά\n" for number in range(1000)).encode()
    assert all(is_address_list(whole[:size]) for size in range(WHOLE_HEAD, WHOLE_HEAD + 60))
    assert is_address_list((ONE + "a" * 9000).encode()[:WHOLE_HEAD])
    assert not is_address_list((f"{ONE}\nprose\n" + "a" * 9000).encode()[:WHOLE_HEAD])


def test_a_line_that_is_no_address_is_not_lost():
    assert addresses_in(f"{ONE}\nnonsense\n") == [ONE, "nonsense"]


@pytest.mark.parametrize(
    "content",
    [
        f"[InternetShortcut]\r\nURL={ONE}\r\nIconIndex=0\r\n".encode(),
        f"[DEFAULT]\r\nBASEURL=http://other.example/\r\n[InternetShortcut]\r\nurl = {ONE}\r\n".encode(),
        f"\ufeff[InternetShortcut]\r\nURL={ONE}\r\n".encode("utf-16-le"),
        f"[Desktop Entry]\nType=Link\nName=Άρθρο\nURL={ONE}\n".encode(),
        plistlib.dumps({"URL": ONE}),
        plistlib.dumps({"URL": ONE}, fmt=plistlib.FMT_BINARY),
    ],
)
def test_shortcuts(content):
    assert is_shortcut(content)
    assert shortcut(content) == ONE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[InternetShortcut]\r\n",
        b"[InternetShortcut]\r\nURL=file:///etc/passwd\r\n",
        b"[InternetShortcut]\r\n[Other]\r\nURL=http://example.org/\r\n",
        b"URL=http://example.org/\r\n",
        b"The [InternetShortcut] section\r\nURL=http://example.org/",
        plistlib.dumps({"URL": "javascript:alert(1)"}),
        plistlib.dumps({"URL": 7}),
        plistlib.dumps(["URL"]),
        b"bplist00" + bytes(range(200)),
        b"<?xml version='1.0'?><!DOCTYPE p [<!ENTITY a 'http://a/'>]><plist><dict><key>URL</key><string>&a;</string></dict>"
        b"</plist>",
        b"<?xml version='1.0'?><html><body>URL</body></html>",
        b"[InternetShortcut]\nURL=http://example.org/\n" + b"x" * 100_000,
    ],
)
def test_what_is_no_shortcut(content):
    assert shortcut(content) is None
    assert not is_shortcut(content)


@given(st.binary(max_size=200), st.integers(0, 200), st.sampled_from([plistlib.FMT_BINARY, plistlib.FMT_XML]))
def test_damaged_files_are_no_shortcuts_or_lead_to_a_page(noise, place, form):
    whole = plistlib.dumps({"URL": ONE}, fmt=form)
    for content in (noise, whole[:place] + noise, whole[:place] + noise + whole[place:]):
        found = shortcut(content)
        assert found is None or found.lower().startswith("http")
        is_address_list(content)
