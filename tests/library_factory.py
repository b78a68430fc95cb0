"""Libraries made by hand, so that what shows them can be tested without what fills them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extract.dates.interval import Grain, Interval, Mod, months, one_day, to_day, unit_of
from extract.dates.write import edtf_value, timex3_value
from extract.figure import Figure
from extract.kind import Kind
from extract.model import (
    ActorMention,
    ActorType,
    Anchor,
    AnchorBasis,
    DateBasis,
    Document,
    Event,
    Source,
    Status,
    Timex,
    TimexType,
)
from extract.reason import Amount, Date, Reason
from extract.store.library import create_or_open
from extract.store.weights import weigh

JUNE = (months(2024, 6), Grain.MONTH)
SIGNING = (one_day(to_day(2025, 1, 17)), Grain.DAY)
DECEMBER = (months(2024, 12), Grain.MONTH)
THAT_YEAR = (unit_of(to_day(2024), Grain.YEAR), Grain.YEAR)
WRITTEN, YEAR = Date(months(2025, 1), Grain.MONTH), Amount(1, Grain.YEAR)
WHOLE = Reason("full")

HOSTILE_NAME = '![x](http://tracker.invalid/a.png) <img src=x onerror="window.hacked=1"> $x$ :red[boo] \u202eevil'
"""A title or actor that is an attack in Markdown, HTML, LaTeX, Streamlit's own signs and direction marks."""
HOSTILE_TEXT = (
    "<script>window.hacked=1</script> ![x](http://tracker.invalid/b.png) [go](javascript:window.hacked=1) "
    "In 2019 </p></mark><b>=HYPERLINK</b> <a href='javascript:window.hacked=1'>fell</a> " + "w" * 10_000 + "."
)


@dataclass(frozen=True)
class Told:
    """One claim of a hand-made document: `words` date the sentence that holds them."""

    words: str
    when: tuple[Interval, Grain] | None
    actors: tuple[str, ...] = ()
    status: Status = Status.REPORTED
    kind: Kind = Kind.OTHER
    story: str | None = None
    headline: str | None = None
    mod: Mod | None = None
    confidence: float = 0.9
    explanation: Reason = WHOLE
    basis: DateBasis = DateBasis.EXPLICIT
    figures: tuple[Figure, ...] = ()


def document(
    name: str, language: str, text: str, told: Iterable[Told], *, title: str | None = None, url: str | None = None
) -> Document:
    """A document whose sentences end with a line; its claims are called `name.0`, `name.1` and so on."""
    told = tuple(told)
    anchor = Anchor(months(2025, 1), Grain.MONTH, AnchorBasis.INFERRED, Reason("to_come", {"words": "17 January"}), 0.8)
    timexes = tuple(_timex(text, one) for one in told)
    events = tuple(
        _event(f"{name}.{place}", text, one, timex)
        for place, (one, timex) in enumerate(zip(told, timexes, strict=True))
    )
    source = Source(name, f"{name}.txt", text, text, title, None, url)
    named = sorted({actor for one in told for actor in one.actors})
    actors = tuple(
        ActorMention(text.index(actor), text.index(actor) + len(actor), actor, ActorType.PLACE, actor)
        for actor in named
        if actor in text
    )
    return Document(source, language, anchor, timexes, actors, events)


def _timex(text: str, told: Told) -> Timex:
    start = text.index(told.words)
    interval, grain = told.when or (None, None)
    return Timex(
        start=start,
        end=start + len(told.words),
        text=told.words,
        type=TimexType.DATE,
        value=timex3_value(interval, grain) if interval and grain else "XXXX",
        mod=told.mod,
        edtf=edtf_value(interval, grain, told.mod) if interval and grain else None,
        interval=interval,
        grain=grain,
        basis=told.basis,
        explanation=told.explanation,
        confidence=told.confidence,
    )


def _event(event_id: str, text: str, told: Told, timex: Timex) -> Event:
    start = text.rfind("\n", 0, timex.start) + 1
    end = text.find("\n", timex.end)
    sentence = text[start : end if end >= 0 else len(text)]
    return Event(
        event_id=event_id,
        timex=timex,
        headline=told.headline or sentence[:60],
        sentence=sentence,
        sentence_start=start,
        status=told.status,
        kind=told.kind,
        actors=dict.fromkeys(told.actors, ActorType.PLACE),
        figures=told.figures,
    )


def build(path: Path, documents: Iterable[Document], stories: dict[str, str] | None = None) -> Path:
    """A library at `path` with these documents; `stories` gives claims their story."""
    library = create_or_open(path)
    with library.writing():
        for one in documents:
            library.put(one, "digest")
        library.set_stories(stories or {})
        weigh(library)
    library.close()
    return path


def in_greek() -> Document:
    """The signing, the treaty with North Korea and the fall of Assad, told in Greek."""
    return document(
        "el",
        "el",
        "Η συμφωνία υπογράφεται στις 17 Ιανουαρίου στη Μόσχα.\n"
        "Τον περασμένο Ιούνιο, ο Πούτιν υπέγραψε παρόμοια συμφωνία με τη Βόρεια Κορέα.\n"
        "Τον Δεκέμβριο του 2024 έπεσε ο Άσαντ.\n"
        "Κάποτε θα το μάθουμε, μια Τρίτη.",
        [
            Told("17 Ιανουαρίου", SIGNING, ("Russia", "Iran"), Status.PLANNED, kind=Kind.AGREEMENT),
            Told(
                "Τον περασμένο Ιούνιο",
                JUNE,
                ("Vladimir Putin", "North Korea"),
                kind=Kind.AGREEMENT,
                explanation=Reason("written", {"reason": Reason("last"), "written": WRITTEN, "result": Date(*JUNE)}),
                basis=DateBasis.RELATIVE,
            ),
            Told("Δεκέμβριο του 2024", DECEMBER, ("Bashar al-Assad",), kind=Kind.WAR),
            Told(
                "μια Τρίτη",
                None,
                explanation=Reason("not_placed", {"reason": Reason("no_writing", {"reason": Reason("nearest")})}),
            ),
        ],
        title="Ρωσία και Ιράν υπογράφουν",
    )


def in_english() -> Document:
    """The signing and the treaty in English, with an allegation and a denial of its own."""
    return document(
        "en",
        "en",
        "Russia and Iran will sign on January 17 in Moscow.\n"
        "In June 2024 Putin signed a similar partnership with North Korea.\n"
        "Washington says missiles were sent in September 2024 by Iran.\n"
        "Iran denies that anything was sent in 2023 at all.\n"
        "The war broke out around 2022 in Ukraine.",
        [
            Told(
                "January 17",
                SIGNING,
                ("Russia", "Iran"),
                Status.PLANNED,
                kind=Kind.AGREEMENT,
                headline="Treaty signed in Moscow",
            ),
            Told(
                "June 2024",
                JUNE,
                ("Vladimir Putin", "North Korea"),
                kind=Kind.AGREEMENT,
                headline="Putin signs with North Korea",
            ),
            Told(
                "September 2024",
                (months(2024, 9), Grain.MONTH),
                ("Iran",),
                Status.ALLEGED,
                kind=Kind.AID,
                headline="Missiles sent",
            ),
            Told("2023", (unit_of(to_day(2023), Grain.YEAR), Grain.YEAR), ("Iran",), Status.DENIED, kind=Kind.DISPUTE),
            Told(
                "around 2022",
                (unit_of(to_day(2022), Grain.YEAR), Grain.YEAR),
                ("Ukraine",),
                kind=Kind.WAR,
                mod=Mod.APPROX,
            ),
        ],
        title="Russia and Iran to sign",
        url="https://news.example/russia-iran",
    )


def in_arabic() -> Document:
    """The same three stories as the Greek one, told in Arabic."""
    return document(
        "ar",
        "ar",
        "توقع روسيا وإيران المعاهدة في 17 كانون الثاني/يناير في موسكو.\n"
        "ووقع بوتين معاهدة تحمل نفس الاسم مع كوريا الشمالية العام الماضي.\n"
        "سقط الأسد في كانون الأول/ديسمبر 2024.",
        [
            Told("17 كانون الثاني/يناير", SIGNING, ("Russia", "Iran"), Status.PLANNED, kind=Kind.AGREEMENT),
            Told(
                "العام الماضي",
                THAT_YEAR,
                ("Vladimir Putin", "North Korea"),
                kind=Kind.AGREEMENT,
                explanation=Reason(
                    "written",
                    {"reason": Reason("offset_past", {"count": YEAR}), "written": WRITTEN, "result": Date(*THAT_YEAR)},
                ),
                basis=DateBasis.RELATIVE,
            ),
            Told("كانون الأول/ديسمبر 2024", DECEMBER, ("Bashar al-Assad",), kind=Kind.WAR),
        ],
        title="روسيا وإيران توقعان",
        url="https://akhbar.example/1",
    )


def three_languages() -> tuple[list[Document], dict[str, str]]:
    """Sources in Greek, English and Arabic that tell the same stories, and the stories of their claims."""
    greek, arabic = in_greek(), in_arabic()
    documents = [greek, in_english(), arabic]
    together = {"treaty": (0, 0, 0), "korea": (1, 1, 1)}
    stories = {
        one.events[at].event_id: story
        for story, places in together.items()
        for one, at in zip(documents, places, strict=True)
    }
    stories |= {greek.events[2].event_id: "assad", arabic.events[2].event_id: "assad"}
    return documents, stories


def old_times() -> Document:
    """A source about years before 1, a decade and a century."""
    return document(
        "old",
        "en",
        "The battle of Salamis was fought in September 480 BCE by Athens.\n"
        "In the nineteenth century the empire fell apart.\n"
        "The 1990s brought war.",
        [
            Told("September 480 BCE", (months(-479, 9), Grain.MONTH), ("Athens",), headline="Battle of Salamis"),
            Told("nineteenth century", (unit_of(to_day(1850), Grain.CENTURY), Grain.CENTURY)),
            Told("The 1990s", (unit_of(to_day(1995), Grain.DECADE), Grain.DECADE)),
        ],
        title="Old times",
    )


def hostile() -> Document:
    """A source that attacks whoever shows it, in every field that it fills."""
    return document(
        "hostile",
        "en",
        HOSTILE_TEXT,
        [Told("2019", (unit_of(to_day(2019), Grain.YEAR), Grain.YEAR), (HOSTILE_NAME,), headline=HOSTILE_NAME)],
        title=HOSTILE_NAME,
        url="javascript:window.hacked=1",
    )


def full(path: Path) -> Path:
    """A library of all of the above."""
    documents, stories = three_languages()
    return build(path, [*documents, old_times(), hostile()], stories)


def plain(path: Path) -> Path:
    """A library of the three languages alone."""
    documents, stories = three_languages()
    return build(path, documents, stories)


def crowded(path: Path, claims: int) -> Path:
    """A library of one source with many claims, a day each."""
    first = to_day(2000)
    text = "\n".join(f"On day {number} something happened in Atlantis." for number in range(claims))
    told = [
        Told(f"day {number} ", (one_day(first + number), Grain.DAY), ("Atlantis", f"Actor {number % 7}"))
        for number in range(claims)
    ]
    return build(path, [document("crowd", "en", text, told, title="Crowd")])
