"""Finds the words to translate in the code, in f-strings too, which Babel's own reading of Python 3.11 passes over.

`make words` lets pybabel use it, by `dashboard/locale/babel.cfg`.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator
from typing import BinaryIO

GETTEXT_NAMES = {
    "_": "gettext",
    "N_": "gettext",
    "n_": "ngettext",
    "nn_": "ngettext",
    "p_": "pgettext",
    "np_": "pgettext",
}
"""The functions of `dashboard.tongue`, and those of the standard library whose first arguments are the same."""

Found = tuple[int, str, tuple[str | None, ...], list[str]]
"""A line, a function, its arguments (None for what is no plain text), and notes for translators."""


def calls(file: BinaryIO, keywords: Container[str], _tags: object, **_options: object) -> Iterator[Found]:
    """The calls of a file that name words to translate, in its order; `keywords` are the functions that Babel knows."""
    found = [node for node in ast.walk(ast.parse(file.read())) if isinstance(node, ast.Call)]
    for node in sorted(found, key=lambda each: (each.lineno, each.col_offset)):
        name = GETTEXT_NAMES.get(node.func.id) if isinstance(node.func, ast.Name) else None
        texts = tuple(map(_text, node.args))
        if name and name in keywords and texts and texts[0] is not None:
            yield node.lineno, name, texts, []


def _text(argument: ast.expr) -> str | None:
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else None
