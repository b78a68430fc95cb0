"""Many words as one pattern: a trie written as nested alternatives, which `re` walks without trying word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern for the longest of the words that stands at a place; one that never matches where there are none.

    A space in a word stands for any white space.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = {}
    return _written(root) if root else "(?!)"


def _written(node: dict[str, Any]) -> str:
    branches = [_escaped(character) + _written(child) for character, child in node.items() if character != _END]
    if not branches:
        return ""
    pattern = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{pattern}?" if _END in node else pattern


def _escaped(character: str) -> str:
    return r"\s+" if character == " " else re.escape(character)
