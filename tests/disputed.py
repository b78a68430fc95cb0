"""A library in which papers date one event otherwise than others do, and count another one otherwise."""

from extract.dates.interval import Grain, months, one_day, to_day
from extract.figure import Figure
from extract.model import Status
from tests import library_factory
from tests.library_factory import Told, document

DAY = one_day(to_day(2025, 1, 17)), Grain.DAY
NEXT = one_day(to_day(2025, 1, 18)), Grain.DAY
JANUARY = months(2025, 1), Grain.MONTH


def soldiers(count):
    return (Figure(count, "soldiers", f"{count} soldiers"),)


def paper(name, language, *told):
    text = "\n".join(f"It fell {one.words} there." for one in told)
    return document(name, language, text, told, title=f"Paper {name}")


def made(path):
    """One event told by many; another counted otherwise; a third by one alone."""
    documents = [
        paper("a", "en", Told("on the 17th", DAY, story="fall"), Told("that day", DAY, figures=soldiers(10))),
        paper("b", "en", Told("on the 18th", NEXT), Told("then", DAY, figures=soldiers(12))),
        paper("c", "el", Told("in January", JANUARY), Told("once", None)),
        paper("d", "el", Told("never, not then,", DAY, status=Status.DENIED)),
        paper("e", "ar", Told("on the day", DAY), Told("alone", JANUARY)),
        paper("f", "ar", Told("soon", JANUARY, status=Status.PLANNED)),
    ]
    stories = {"a.0": "fall", "b.0": "fall", "c.0": "fall", "d.0": "fall", "e.0": "fall", "f.0": "fall",
               "a.1": "count", "b.1": "count", "c.1": "undated", "e.1": "alone"}  # fmt: skip
    return library_factory.build(path, documents, stories)
