"""Every word of the interface is in every catalogue, translated, with the same parts, and none that is gone is left."""

import ast
import re
from collections import Counter
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from dashboard import terms
from dashboard.catalogue import FILE, FOLDER, OWN, catalogue, languages
from dashboard.when import BAR
from extract.events.lexicon import scheme, things
from extract.kind import Kind
from extract.model import ActorType, Status
from extract.report import Stage
from extract.store import conflicts
from extract.written import WRITTEN_WORDS, Deed

CODES = [code for code in languages() if code != OWN]
MODULES = sorted(Path("dashboard").glob("*.py"))
METHODS = [("**.py", "dashboard.extraction:calls")]


def extracted():
    """The words in the code, with their contexts."""
    found = extract_from_dir("dashboard", METHODS)
    return {(context, text if isinstance(text, str) else tuple(text)) for _, _, text, _, context in found}


def read(code):
    with (FOLDER / code / FILE).open("rb") as file:
        return read_po(file, locale=code)


def messages(code):
    return [message for message in read(code) if message.id]


def texts(held):
    return list(held) if isinstance(held, list | tuple) else [held]


EVERY = [(code, message) for code in CODES for message in messages(code)]
NAMES = [f"{code}: {texts(message.id)[0][:60]}" for code, message in EVERY]
every_message = pytest.mark.parametrize(("code", "message"), EVERY, ids=NAMES)


def test_the_languages_are_named_in_themselves_and_ordered_by_that():
    assert {"en": "English", "el": "Ελληνικά", "ar": "العربية"}.items() <= languages().items()
    assert list(languages().values()) == sorted(languages().values())


@pytest.mark.parametrize("code", CODES)
def test_a_catalogue_has_the_words_of_the_code_and_no_others(code):
    catalogued = {(each.context, each.id if isinstance(each.id, str) else tuple(each.id)) for each in messages(code)}
    missing, gone = extracted() - catalogued, catalogued - extracted()
    assert not missing, "make words adds these, to be translated"
    assert not gone, "make words takes these out"
    assert not read(code).obsolete


@every_message
def test_it_is_translated_without_doubt(code, message):
    assert all(texts(message.string)), "a form is missing"
    assert not message.fuzzy
    assert len(texts(message.string)) == (read(code).num_plurals if message.pluralizable else 1)


def parts(text):
    """Names in braces; raises ValueError where braces do not fit."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def counts_of(code, form):
    """The counts up to some thousands that take a form."""
    plural = catalogue(code).plural
    return [count for count in range(2_200) if plural(count) == form]


@every_message
def test_it_has_the_parts_of_the_original(code, message):
    expected = parts(texts(message.id)[-1])
    for form, text in enumerate(texts(message.string)):
        for case in text.split(BAR):
            found = parts(case)
            assert found <= expected, case
            left_out = expected - found
            assert left_out <= {"count"}, case
            # "two claims" is one word in Arabic; a form of several counts has to say which.
            assert not left_out or len(counts_of(code, form)) == 1, case


@pytest.mark.parametrize("code", CODES)
def test_every_form_of_a_plural_is_used(code):
    assert all(counts_of(code, form) for form in range(read(code).num_plurals))


@every_message
def test_its_signs_are_those_of_its_language(code, message):
    for original, text in ((texts(message.id)[-1], each) for each in texts(message.string)):
        assert text == text.strip() or original != original.strip()
        assert not re.search(r"[<>\"“”\\]|\.\.\.", text)
        assert text.endswith(".") or not original.endswith(".")
        if code == "ar":
            assert not re.search("[,;?]", text)
            assert original.endswith("?") == text.endswith("؟")
        if code == "el":
            assert "?" not in text
            assert original.endswith("?") == text.endswith(";")


@pytest.mark.parametrize("code", CODES)
def test_direction_signs_come_in_pairs(code):
    for message in messages(code):
        for text in texts(message.string):
            signs = Counter(text)
            assert signs["\u2066"] == signs["\u2069"]


@pytest.mark.parametrize(
    ("listed", "named"),
    [
        (terms.STATUSES, [str(status) for status in Status]),
        (terms.KINDS, [scheme()[kind].label for kind in Kind if kind is not Kind.OTHER]),
        (terms.ACTORS, [type_.name.lower() for type_ in ActorType]),
        (terms.STAGES, [stage.value for stage in Stage]),
        (terms.KNOWN_BY, list(WRITTEN_WORDS.values())),
        (terms.DEEDS, [deed.value for deed in Deed]),
        (terms.THINGS, list(things())),
        (terms.CONFLICTS, list(conflicts.REASONS.values())),
        (terms.WAYS_OUT, list(conflicts.WAYS_OUT.values())),
    ],
)
def test_what_the_library_names_in_english_is_listed(listed, named):
    assert set(listed) == set(named)


def test_what_is_counted_is_listed():
    counted = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "number_of":
                one, *many = (ast.literal_eval(argument) for argument in node.args[1:])
                counted.add((f"{{count}} {one}", f"{{count}} {many[0] if many else one + 's'}"))
    assert counted == set(terms.COUNTED)
