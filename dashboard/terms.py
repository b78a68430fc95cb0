"""Words that the library keeps and names in English, listed for translators; `_` of one says it to a reader."""

from __future__ import annotations

from dashboard.tongue import N_, nn_
from extract.agreement import Agreement
from extract.dates.interval import Grain
from extract.model import DateBasis
from extract.table.filters import Alone, Mark

STATUSES = (N_("reported"), N_("planned"), N_("alleged"), N_("denied"))

GRAINS = {
    Grain.DAY: N_("day"),
    Grain.WEEKEND: N_("weekend"),
    Grain.WEEK: N_("week"),
    Grain.MONTH: N_("month"),
    Grain.SEASON: N_("season"),
    Grain.QUARTER: N_("quarter"),
    Grain.HALF: N_("half-year"),
    Grain.YEAR: N_("year"),
    Grain.DECADE: N_("decade"),
    Grain.CENTURY: N_("century"),
    Grain.MILLENNIUM: N_("millennium"),
}

BASES = {
    DateBasis.EXPLICIT: N_("whole date given"),
    DateBasis.UNDERSPECIFIED: N_("part of it left out"),
    DateBasis.RELATIVE: N_("counted from the writing"),
    DateBasis.EVENT: N_("counted from an event"),
    DateBasis.GIVEN: N_("given with it"),
    DateBasis.BY_HAND: N_("set by a person"),
}
"""How a date comes about, in a few words."""

MARKS = {
    Mark.STARRED: N_("starred"),
    Mark.NOTED: N_("with a note"),
    Mark.CHECKED: N_("checked"),
    Mark.UNCHECKED: N_("not checked"),
    Mark.CORRECTED: N_("corrected"),
}

AGREEMENTS = {
    Agreement.CONFLICT: N_("conflict"),
    Agreement.COMPATIBLE: N_("compatible"),
    Agreement.AGREE: N_("agree"),
    Agreement.ALONE: N_("one voice"),
    Agreement.SILENT: N_("silent"),
}
"""How those stand who tell a story."""

ALONE = {Alone.VOICE: N_("one independent source"), Alone.LANGUAGE: N_("one language")}

KINDS = (
    N_("Statement"),
    N_("Meeting"),
    N_("Agreement"),
    N_("Aid"),
    N_("Dispute"),
    N_("Protest"),
    N_("Attack"),
    N_("War"),
    N_("Justice"),
    N_("Vote"),
    N_("Law"),
    N_("Office"),
    N_("Life"),
    N_("Business"),
    N_("Disaster"),
    N_("Movement"),
)
"""As the scheme of kinds has them."""

ACTORS = (N_("person"), N_("place"), N_("organisation"))
"""What an actor is."""

STAGES = (N_("Reading"), N_("Finding dates"), N_("Linking"))
"""Of a build."""

KNOWN_BY = (
    N_("as a person says"),
    N_("stated with it"),
    N_("by its header"),
    N_("by its address"),
    N_("by its dateline"),
    N_("inferred"),
    N_("inferred with other sources"),
    N_("unknown"),
)
"""How it is known when a source was written."""

DEEDS = (
    N_("took back the change before"),
    N_("went back to the evidence"),
    N_("said that nobody knows"),
    N_("set it to {date}"),
)
"""What somebody did who changed when a source was written."""

CONFLICTS = (
    N_("No source of this library says that any more."),
    N_("Its source was taken out of the library."),
    N_("No text of this library names this actor."),
    N_("The program found {found} when this was said, and finds {finds} now."),
    N_("{who} says otherwise."),
)
"""Why something that people said has to be looked at again."""

WAYS_OUT = (
    N_("It counts again when such a text comes back. Take it back where it is settled."),
    N_("Let the source in again on the page Sources, or take this back."),
    N_("It counts again when a text does. Take it back where it is settled."),
    N_("Say it again where it is still right, else take it back."),
    N_("The last word counts. Agree on one, and take the other back."),
)
"""What can be done about it."""

THINGS = (
    N_("soldiers"),
    N_("dead"),
    N_("wounded"),
    N_("people"),
    N_("prisoners"),
    N_("refugees"),
    N_("protesters"),
    N_("workers"),
    N_("families"),
    N_("aircraft"),
    N_("missiles"),
    N_("tanks"),
    N_("ships"),
    N_("votes"),
    N_("seats"),
    N_("dollars"),
    N_("euros"),
    N_("tonnes"),
    N_("kilometres"),
)
"""What sources count, and differ on."""

COUNTED = (
    nn_("{count} claim", "{count} claims"),
    nn_("{count} story", "{count} stories"),
    nn_("{count} dated claim", "{count} dated claims"),
    nn_("{count} source", "{count} sources"),
    nn_("{count} independent source", "{count} independent sources"),
    nn_("{count} removed source", "{count} removed sources"),
    nn_("{count} language", "{count} languages"),
    nn_("{count} lane", "{count} lanes"),
    nn_("{count} failure", "{count} failures"),
    nn_("{count} date", "{count} dates"),
    nn_("{count} actor", "{count} actors"),
    nn_("{count} mention", "{count} mentions"),
)
"""What `wording.number_of` counts."""
