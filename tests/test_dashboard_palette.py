"""Colours of kinds: steady while people filter, told apart by those who see few, seen on their ground."""

import re
import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from dashboard.palette import KIND_COLOURS, OTHER_KINDS, PATTERNS, kinds_coloured, look
from extract.kind import Kind
from extract.model import Status

RANKED = [str(kind) for kind in Kind]
SEEING = {
    "all colours": np.eye(3),
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""How people see, on linear RGB: Machado, Oliveira and Fernandes (2009), severity 1."""
TO_LMS = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
]
TO_LAB = [
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
]
"""Oklab (Ottosson 2020), in which distances are about as people see them."""
APART = 0.07
"""Of Oklab; black and white are 1 apart, and what is next to one another is told apart from some 0.02 on."""
LEAST_CONTRAST = 3
"""Of what is drawn to its ground: WCAG 2.2, 1.4.11."""


def linear(colour):
    value = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(colour, seeing):
    return np.array(TO_LAB) @ np.cbrt(np.array(TO_LMS) @ np.clip(np.array(seeing) @ linear(colour), 0, 1))


def luminance(colour):
    return float(np.dot([0.2126, 0.7152, 0.0722], linear(colour)))


SCHEMES = ["light", "dark"]


@pytest.fixture(params=SCHEMES)
def theme(request):
    return tomllib.loads(Path("streamlit_config.toml").read_text(encoding="utf-8"))["theme"][request.param]


@pytest.fixture
def colours(request):
    """Those of kinds, as the style sheet has them."""
    style = Path("dashboard/style.css").read_text(encoding="utf-8")
    pairs = [
        re.search(rf"^\.{kind} {{ --mark: (.*); }}$", style, re.MULTILINE)[1] for kind in (*KIND_COLOURS, OTHER_KINDS)
    ]
    place = SCHEMES.index(request.node.callspec.params["theme"])
    return [(found := re.findall("#[0-9a-f]{6}", pair))[place if len(found) > 1 else 0] for pair in pairs]


@pytest.mark.parametrize("seeing", SEEING)
@pytest.mark.usefixtures("theme")
def test_kinds_are_told_apart_by_all_who_see_some_colours(colours, seeing):
    seen = {colour: lab(colour, SEEING[seeing]) for colour in colours}
    assert len(seen) == len(KIND_COLOURS) + 1
    close = [pair for pair in combinations(seen, 2) if np.linalg.norm(seen[pair[0]] - seen[pair[1]]) < APART]
    assert not close


def test_kinds_are_seen_on_their_ground(theme, colours):
    ground = luminance(theme["backgroundColor"])
    for colour in colours:
        brighter, darker = sorted((ground, luminance(colour)), reverse=True)
        assert (brighter + 0.05) / (darker + 0.05) >= LEAST_CONTRAST, colour


def test_the_commonest_kinds_have_colours_and_what_is_no_kind_has_none():
    coloured = kinds_coloured(["other", *RANKED], ())
    assert list(coloured) == [Kind(each) for each in RANKED[:7]]
    assert list(coloured.values()) == list(KIND_COLOURS)


def test_what_is_filtered_keeps_its_colour_and_the_rare_get_one():
    usual = kinds_coloured(RANKED, ())
    common, rare = RANKED[2], RANKED[12]
    filtered = kinds_coloured(RANKED, [common, rare])
    assert filtered[Kind(common)] == usual[Kind(common)]
    assert set(filtered) == {Kind(common), Kind(rare)}
    assert len(set(filtered.values())) == 2


def test_more_kinds_than_colours_are_no_mistake():
    filtered = kinds_coloured(RANKED, RANKED[:12])
    assert len(filtered) == len(set(filtered.values())) == len(KIND_COLOURS)


@pytest.mark.parametrize("status", Status)
def test_a_kinds_colour_leaves_the_status_its_pattern(status):
    coloured = {Kind.WAR: KIND_COLOURS[0]}
    assert look(status, Kind.WAR, None).split() == [status, *PATTERNS[status].split()]
    assert look(status, Kind.WAR, coloured).split() == [KIND_COLOURS[0], *PATTERNS[status].split()]
    assert look(status, Kind.AID, coloured).split()[0] == OTHER_KINDS


def test_statuses_are_told_apart_without_colours():
    assert len({PATTERNS[status] for status in Status}) == len(Status)
