"""What every report tells alike: what it is called, what is drawn of it, and what is said of a story."""

from __future__ import annotations

from itertools import islice

from extract.chart.bars import LABELLED_BARS
from extract.chart.focus import focus
from extract.chart.steps import DRAWABLE, bins
from extract.dates.interval import Grain, Interval, from_day, unit_of
from extract.dates.write import year_in_words
from extract.export.days import interval_of
from extract.export.report.drawing import Drawing
from extract.export.report.told import Story, Told
from extract.export.selection import Selection
from extract.export.telling import date_of
from extract.export.wording import Words
from extract.label import in_line, label
from extract.table.filters import Filters
from extract.table.spans import Spans

MOST_ACTORS = 12
MOST_OTHER_DATES = 4
"""Of a story that a thousand sources tell, these are not all."""

ACTOR_LETTERS = 60


def title_of(selection: Selection, told: Words) -> str:
    """What a report is called: as it was asked for, else by what it is."""
    return in_line(selection.said.title) or told.say("report.title")


def drawing_of(stories: Told) -> Drawing | None:
    """What is drawn: a row a story where these are few, else the weightiest. None where nothing has a place in time."""
    spans = stories.spans()
    whole = spans.extent(DRAWABLE)
    if whole is None:
        return None
    within = spans.within(whole)
    return Drawing(whole, focus(within, whole, Filters()), within, stories.drawn())


def under_drawing(drawing: Drawing, stories: Told, told: Words) -> list[str]:
    """What there is to know of a drawing, in sentences."""
    step, _ = bins(drawing.whole if drawing.is_framed else drawing.shown)
    lines = [told.say("report.counts", step=told.say(f"step.{step.name.replace(' ', '_')}"))]
    if stories.count > LABELLED_BARS:
        lines.append(told.say("report.key", shown=len(drawing.stories), stories=told.count("story", stories.count)))
    if missing := _not_drawn(drawing.spans, stories):
        lines.append(told.say("report.not_drawn", claims=told.count("claim", missing)))
    return lines


def _not_drawn(drawn: Spans, stories: Told) -> int:
    return stories.claims - len(drawn)


def period_in_words(first: int | None, grain: Grain, told: Words) -> str:
    """The name of a stretch under which stories stand: "2024", "490 BCE to 481 BCE"; or that they have no date."""
    if first is None:
        return told.say("told.undated")
    unit = unit_of(first, grain)
    begins, ends = (year_in_words(from_day(day)[0]) for day in (unit.start, unit.last))
    return begins if begins == ends else told.say("report.period", first=begins, last=ends)


def period_of(story: Story, grain: Grain) -> int | None:
    """The first day of the stretch under which a story stands; None where it has no date."""
    return unit_of(story.bar.mark.start, grain).start if story.bar else None


def actors_of(story: Story, told: Words) -> list[str]:
    """Who, as lines: those whom the claims name first, and how many more there are."""
    named = dict.fromkeys(actor for row in story.rows for actor in row.actors)
    first = [label(actor, ACTOR_LETTERS) for actor in islice(named, MOST_ACTORS)]
    more = len(named) - len(first)
    return [*first, told.say("report.more", n=f"{more:,}")] if more else first


def other_dates(story: Story) -> list[str]:
    """The dates of claims that do not hold the days of the best one, in words."""
    if story.bar is None or not story.bar.differs:
        return []
    core = Interval(story.bar.mark.start, story.bar.mark.end)
    found = (date_of(row) for row in story.rows if (told := interval_of(row)) and not told.holds(core))
    return list(islice(dict.fromkeys(found), MOST_OTHER_DATES))
