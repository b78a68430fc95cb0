"""Which language a text is written in, told from a bounded sample of it."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from py3langid.langid import LanguageIdentifier

UNDETERMINED = "und"
"""ISO 639's code for a text without a language: one that holds no letters."""

SLICE = 1500
"""Code points read at the start, in the middle and at the end: enough to be sure, whatever the length of the text."""

MODEL = "data/model.npz.xz"
"""The model inside py3langid's package."""

ISO_639_1_LENGTH = 2
"""Languages that have a longer code alone (dialects, ancient forms) are taken for their nearest relative."""


UNUSUAL = 0.02
"""What a language counts beside its share of the texts that stand beside a text: so few of them are in another one."""


def detect_language(text: str, beside: tuple[str, ...] = ()) -> str:
    """The text's language as an ISO 639-1 code; `und` where it has no letters.

    Texts `beside` it, as of other rows of its table, say which languages it is likely to be in: a few words say little.
    """
    usual = _usual(beside) if beside else {}
    likely = {language: share * (usual.get(language, 0.0) + UNUSUAL) for language, share in _shares(text).items()}
    return max(likely, key=lambda language: likely[language], default=UNDETERMINED)


@lru_cache(maxsize=4)
def _usual(texts: tuple[str, ...]) -> Mapping[str, float]:
    """The share of each language in some texts."""
    sums: defaultdict[str, float] = defaultdict(float)
    for text in texts:
        shares = _shares(text)
        whole = sum(shares.values())
        for language, share in shares.items():
            sums[language] += share / whole
    return {language: share / len(texts) for language, share in sums.items()}


def _shares(text: str) -> dict[str, float]:
    """How much speaks for each language; nothing where there are no letters."""
    sample = _sample(text)
    if not any(character.isalpha() for character in sample):
        return {}
    weights = _weights()
    return {str(language): share * weights.get(language, 1.0) for language, share in _identifier().rank(sample)}


def _sample(text: str) -> str:
    if len(text) <= 3 * SLICE:
        return text
    middle = (len(text) - SLICE) // 2
    return " ".join((text[:SLICE], text[middle : middle + SLICE], text[-SLICE:]))


@cache
def _identifier() -> LanguageIdentifier:
    every = LanguageIdentifier.from_model_file(MODEL, norm_probs=True)
    every.set_languages([label for label in every.labels if len(label) == ISO_639_1_LENGTH])
    # Made anew of what is left: a model keeps the languages that it was told to leave out, some 30 MB.
    return LanguageIdentifier(
        every.nb_ptc,
        every.nb_pc,
        every.nb_classes,
        every.tk_nextmove,
        every.tk_output,
        norm_probs=True,
        tk_row=every.tk_row,
    )


@cache
def _weights() -> dict[str, float]:
    tiers = tomllib.loads(files("extract.text").joinpath("data/detect.toml").read_text(encoding="utf-8"))["tiers"]
    return {language: float(tier["weight"]) for tier in tiers for language in tier["languages"]}
