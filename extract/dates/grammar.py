"""The shapes of dates, shared by all languages: stages of patterns over the letters of `letters.py`."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.dates.cascade import Built, Parts, Rule, Stage
from extract.dates.rules import lengths, names, seen, shared, times, within

OF = "[@IPT]*"
"""Prepositions and articles between the parts of one date."""
OF_SURELY = "[@IPT]+"
COMMA_OF = ",?[@PT]*"
NOUN = "(?P<noun>[Uudl])"
MONTH = "(?P<month>[Mm])(?:/(?P<twin>[Mm]))?"
COUNT = "(?:(?P<count>[CDNn])(?:[->&](?P<most>[CD]))?)"
UNIT = "(?P<unit>[Uud])"
ONE = "(?P<unit>U)(?!P?[YMmWwSsLJODC16])"
"""After a word that counts, the bare unit means one of it, unless a name or number tells which: "since year 1933"."""


def _rule(name: str, pattern: str, builder: Callable[[Parts], Built], needs: str = "") -> Rule:
    return Rule(name, re.compile(pattern), builder, needs)


def _stage(trigger: str, *rules: Rule) -> Stage:
    return Stage(rules, re.compile(trigger))


NAMES = _stage(
    r"[MmSsWwyh#ZUuGdjlQXiozarRcegV%tLEYn|:{!]",
    _rule("trap", "t", names.nothing),
    _rule("full date in figures", "(?P<full>Q)", names.full),
    _rule("day and month", f"(?<![Ud])(?P<day>[DO])v?[-/]?[PT]*{NOUN}?P?{MONTH}", names.calendar),
    _rule("day named as one, and month", f"(?P<before>[Ud])(?P<day>[DO])v?[-/]?[PT]*{NOUN}?P?{MONTH}", names.named_day_of_month),
    _rule("day and month of two names", f"(?<![Ud])(?P<day>[DO])v?[PT]*{NOUN}?P?(?P<month>[Mm])(?P<twin>[Mm])", names.calendar),
    _rule("month of two names", "(?P<month>M)(?P<twin>[Mm])", names.calendar),
    _rule("day of a row, counted", "(?P<today>X)T?[ON](?![PT]*[Mm])", names.nothing, "row_days"),
    _rule("month and day", r"(?P<month>[Mm])[-/]?T?(?P<day>[DO])(?![-:]?[Uuza])", names.calendar, "month_first"),
    _rule("day and month without its capital", "(?P<day>O)[PT]*(?P<month>:)|(?P<day2>D)[PT]*(?P<month2>:)(?=,?Y)", names.calendar),
    _rule("month without its capital, and day", "(?P<month>:)T?(?P<day>[DO])(?=,?Y)", names.calendar, "month_first"),
    _rule("day in words and month", f"(?P<day>C)[PT]*{NOUN}?P?{MONTH}", names.cardinal_day, "cardinal_days"),
    _rule("month and day among dates", "(?P<month>[Mm])(?P<day>[DOC])", names.calendar, "dates"),
    _rule("month and day before a year", "(?P<month>[Mm])T?(?P<day>[DO])(?=,Y)", names.calendar),
    _rule("marked month and day", "(?P<month>[DCM])l?(?P<day>[DC])v", names.calendar),
    _rule("numbered month and its year", f"(?P<noun>[Ud])(?P<month>O)(?={OF}[Ud]?P*Y)", names.calendar),
    _rule("marked month", "(?P<month>[DC])l(?P<day>[DC])v|(?P<month2>[DC])l(?![AFHR])|l(?P<month3>[DCO])", names.calendar),
    _rule("day of another calendar", f"(?:(?P<day>[DO]){OF})?(?P<month>y)(?:,?{OF}(?P<year>[YN])c?)?", names.other_calendar),
    _rule("month", "(?P<month>M)(?:/(?P<twin>[Mm]))?", names.calendar),
    _rule("latent month with its company", "(?P<month>m)(?=,?[@PT]*[YbX]|[@P]+[TLJ]|T?[LJ])|(?<=[PELe>-])(?P<month2>m)", names.calendar),
    _rule("season", "(?P<season>S)", names.calendar),
    _rule("latent season with its year", "(?P<season>s)(?=,?[@PT]*(?:[UdL]?[Yb]|L|X))|(?<=[ELJ-])(?P<season2>s)|(?<=X)(?P<season3>s)", names.calendar),
    _rule("named day", "(?P<named>h)", names.calendar),
    _rule("numbered quarter or half", r"q?(?P<number>[Or])[-]?q?(?P<unit>[Uu])q?|(?P<number3>D)\.q?(?P<unit3>[Uu])|(?P<unit2>[Ud])(?P<number2>O)", names.numbered),
    _rule("quarter in figures", "(?P<quarter>#)", names.quarter_in_figures),
    _rule("decade in figures", "(?P<year>Z)", names.decade),
    _rule("decade", f"(?P<unit>[Uud]){OF}(?P<year>[YbNDC])|(?P<year2>[YbN])-?(?P<unit2>[Uud])", names.decade),
    _rule("century", r"(?P<number>[ODr])\.?-?(?P<unit>[Uud])(?:P*(?P<era>c))?|(?P<number1>[ODr])(?P<era1>c)(?P<unit1>[Uud])|(?P<era3>c)(?P<number3>[ODr])\.?-?(?P<unit3>[Uud])|(?P<unit2>[Uud])(?P<number2>[ODr])(?:P*(?P<era2>c))?", names.century),
    _rule("century, unspaced", "(?P<number>[C])(?P<unit>[U])", names.century, "unspaced"),
    _rule("year of an era", f"(?P<year>[YNDC])(?P<era>c)|(?P<era2>c){OF}(?P<year2>[YND])", names.era_year),
    _rule("nth weekday of a month", f"(?P<weekday>W)(?P<number>O){OF}{NOUN}?P?(?P<month>[Mm]){OF}[Ud]?P*(?P<year>Y)", within.nth_not_dated, "told_follows"),
    _rule("weekday", "(?P<weekday>W)", names.calendar),
    _rule("latent weekday with its date", "(?P<weekday>w)(?=,?T?[DOMmLJ])|(?<=O)(?P<weekday3>w)(?=P)|(?<=[LJ])(?P<weekday2>w)", names.calendar),
    _rule("edge in one word", f"(?P<edge>!)(?:{OF}(?P<date>Y))?", within.edge_word),
    _rule("offset", "(?P<offset>X)", seen.offset),
    _rule("moment", "(?P<moment>i)", times.moment),
    _rule("told phrase", "(?P<phrase>{)", seen.told_phrase),
    _rule("hour", "(?P<clock>o)z?(?P<half>a)?(?P<zone>=)?|(?P<hour>[DC])z?(?P<half2>a)(?P<zone2>=)?|(?P<hour2>[DCO])z(?P<past>½)?(?P<zone3>=)?|z(?P<hour3>[DCO])(?P<past1>½)?(?:[@IPT]*(?P<part>p)|(?P<half3>a))?|z(?P<clock3>o)(?P<half1>a)?", times.clock),
    _rule("hour and part of day", f"(?P<hour>[DCO])z?{OF_SURELY}(?P<part>p)|(?P<hour2>O)(?P<half>a)|(?P<clock>o){OF}(?P<part2>p)", times.clock),
    _rule("length", f"(?P<first>O)?{COUNT}(?:-?(?P<half>½)(?=-?q*[Uud]))?-?q*{UNIT}(?!-[AR]|P*[Mm]|Y)|(?P<dual>G)(?!Y)|(?P<count2>Y)(?P<unit2>u)", lengths.length),
    _rule("length in one word", "(?P<length>\\|)", lengths.listed_length),
    _rule("every", "eT?(?:(?P<weekday>[Ww])|(?P<month>[Mm])|(?P<season>[Ss])|(?P<count>[CDN])?(?P<unit>[Uud]))", lengths.repeated),
    _rule("how often", "(?P<set>%)", lengths.listed_set),
    _rule("vague", "(?P<vague>V)", lengths.vague),
)  # fmt: skip
"""Names and figures become parts of the calendar."""

YEARS = _stage(
    "[123YyQbg]",
    _rule("date and year", f"(?:(?P<weekday>[3w]),?{OF})?(?:(?P<before>[Ud])P*)?(?P<date>1)(?:(?:[,/][PT]*|{OF})(?P<year>[Yb2]))?", names.with_year),
    _rule("date and year with its noun", f"(?:(?P<weekday>[3w]),?{OF})?(?P<date>1)(?:(?:,[PT]*|{OF})(?:(?P<noun>[Ud]){OF})?(?P<year>[Yb2])(?P<after>[jUd])?)", names.with_year),
    _rule("date and short year", "(?P<date>1)(?P<year>[DN])", names.with_short_year, "closed"),
    _rule("weekday and full date", f"(?P<weekday>[3w]),?{OF}(?P<date>2)", names.with_year),
    _rule("year and date", "(?P<year>[Y2])j?(?:'P*|T)?(?P<date>1)(?!,?Y)(?:,?T?(?P<weekday>[3w]))?", names.with_year),
    _rule("year with its noun", f"(?P<noun>[Uud])-?{OF}(?P<year>Y)|(?P<year2>Y)(?P<noun2>[jUd])(?!P*Y)|(?P<year4>N)(?P<noun3>j)|(?P<filler>q)(?P<year3>Y)", names.noun_year),
    _rule("date with its noun", f"(?P<noun>[Uud])P*(?P<date>[13])(?!{OF}[Yb])|(?P<date2>3)(?P<noun2>[Ud])", names.noun_date),
    _rule("date with its noun and year", f"(?P<noun>[Uud])P*(?P<date>1){OF}(?P<year>[Yb])", names.noun_date),
    _rule("weekday and day", "(?P<weekday>[3w]),?T?(?P<day>[OD])(?![Uu])", names.weekday_and_day, "closed"),
)  # fmt: skip
"""Parts of the year take their year and weekday."""

APPOSED = _stage(
    "[12],?T?[3wUd]|6.?6|½",
    _rule("length and length", "(?P<length>6)&?(?P<rest>6)", lengths.compound),
    _rule("length and a half", "(?:(?P<length>6)|(?P<unit>U))½", lengths.and_a_half),
    _rule("date and weekday", "(?P<date>[12]),?T?(?P<weekday>[3w])", names.with_year),
    _rule("date and its noun", "(?P<date>[12])(?P<noun>[Ud])", names.noun_date),
)
"""Full dates take what stands after them."""

SHARED = _stage(
    "[->&,/].*[12DOg]|[12Y].*[->&,/]",
    _rule("days that share a month", f"(?P<first>[DOC])(?:[->&,/]|{OF})+(?P<date>[12])", shared.shared_day),
    _rule("days that share a month before", "(?P<date>[12])[->&]T?(?P<last>[DO])(?:,?(?P<year>Y))?(?![Uu-])", shared.shared_month),
    _rule("years that share a century", "(?P<first>[Y2])[->/](?P<last>[DN])(?![-Uu/])", shared.shared_century),
    _rule("years that make a range", f"(?P<first>[Y2])[->/]{OF}(?P<last>[Y2])(?![-/])", shared.range_of_years),
    _rule("years that make a list", f"(?P<first>[Y2])[>&]{OF}(?P<last>[Y2])(?![-/Uu])", shared.range_of_years, "years"),
    _rule("figures that make a range", f"(?P<first>g)[->]{OF}(?P<last>[g2])", shared.range_of_figures),
    _rule("figures that share a month", f"(?P<first>D)[->&/]{OF}(?P<last>g)", shared.range_of_figures, "days"),
    _rule("years of one era", f"(?P<first>[YND])[->&]{OF}(?P<date>2)", shared.shared_era),
    _rule("numbers that share a unit", f"(?P<first>[ODr])[->&,]+{OF}(?P<date>[12])", shared.shared_number),
)  # fmt: skip
"""Ranges and lists share what they say once."""

NTH_OF_DATE = _stage(
    "[UuWd34X}`]",
    _rule("nth unit of a date", f"(?P<number>[OD])?(?P<last>L)?-?T?q?(?P<unit>[UuWd3]){OF_SURELY}(?P<outer>[12Y])|(?P<number2>O)(?P<unit2>[U3])(?P<outer2>[12])|(?P<last2>L)(?P<unit3>[U3])(?P<outer3>[12])|(?P<number3>[OD])?(?P<last3>L)(?P<unit1>3){OF_SURELY}(?P<outer_unit>[Ud])", within.nth),
    _rule("last unit of a date", f"(?P<number>[OD])?(?P<away>4){OF_SURELY}(?P<outer>[12Y])", within.last_unit),
    _rule("nth unit, outer first", "(?P<outer>[124])'?P*(?P<number>O)?(?P<last>L)?(?P<unit>[U3])|(?P<outer_unit>[Ud])'?P*(?P<number2>O)(?P<unit2>[U3])", within.nth, "outer_first"),
    _rule("unit after next", "(?:(?P<date>3)|(?P<unit>[Ud]))H[TP]?(?P<direction>L)", seen.but_one),
    _rule("unit before last", "(?:(?P<date>3)|(?P<unit>[Ud]))R[TP]?(?P<direction>L)", seen.but_one),
    _rule("weekday after a date", f"(?P<number>[OD])?L?(?P<weekday>3)[HK]{OF}(?P<origin>[12])", lengths.weekday_from(1), "object"),
    _rule("weekday before a date", f"(?P<number>[OD])?L?(?P<weekday>3)[RkB]{OF}(?P<origin>[12])", lengths.weekday_from(-1), "object"),
    _rule("stretch and the date it ended on", f"(?P<period>[Ud16])q?,?(?P<ended>`){OF}(?P<date>[1235m])", lengths.ended),
    _rule("weekday so many weeks on", "(?P<weekday>3)(?P<weeks>_)", lengths.weeks_on),
    _rule("weekdays from now", "(?P<count>[CD])(?P<date>[3}])F|I(?P<count2>[CD])(?P<date2>[3}])", lengths.weekdays_away(1)),
    _rule("weekdays ago", "(?P<count>[CD])(?P<date>[3}])A|B(?P<count2>[CD])(?P<date2>[3}])", lengths.weekdays_away(-1)),
)  # fmt: skip
"""What is counted within a date comes before directions: "the last Monday of March" is not last Monday."""

SEEN = _stage(
    "[LJ;5{)]|[TPXU][Ud]|U-?[AR]",
    _rule("deictic and weekday", "(?P<date>5),?T?(?P<weekday>3)|(?P<weekday2>3)T?(?P<date2>5)", seen.on_weekday),
    _rule("direction and name", "L*(?P<direction>L)[T@-]*q?T?(?P<date>[13])|L*(?P<direction2>L)(?P<month>[m])", seen.directed),
    _rule("name and direction", "(?P<date>[13])T?(?P<direction>L)(?![TP]*[13Udu6])", seen.directed_after),
    _rule("name and any direction", "(?P<date>[13])T?(?P<direction>L)(?![TP]*[13Udu6])", seen.directed, "told_follows"),
    _rule("direction and unit", "[L)]*(?P<direction>[L)])T?-?q*(?P<unit>[Ud])", seen.directed),
    _rule("this and unit, article between", "(?P<direction>L)P(?P<unit>[Ud])", seen.directed_this),
    _rule("unit and direction", "(?P<unit>[Ud])T?(?P<direction>L)", seen.directed_after),
    _rule("unit and any direction", "(?P<unit>[Ud])T?(?P<direction>L)", seen.directed, "told_follows"),
    _rule("direction and length", "(?P<direction>[LJ)])(?P<date>6)|(?P<date2>6)T?(?P<direction2>L)", seen.directed),
    _rule("counted direction", "(?P<count>[CDN])(?P<direction>L)q*(?P<unit>[Uud])", seen.counted_direction),
    _rule("direction and units", "(?P<direction>[L)])q?(?P<unit>u)|(?P<unit2>u)(?P<direction2>L)", seen.directed_many),
    _rule("direction and part of day", "(?P<direction>L)T?(?P<part>p)", seen.directed),
    _rule("told before", "[JL]*(?P<told>J)[T]?(?:(?P<date>[135])|(?P<unit>[Ud])|(?P<part>p))|;(?P<told2>J)?(?P<unit2>[Ud])", seen.told),
    _rule("told of a unit", "(?P<told>;)(?P<unit>[Ud])", seen.told),
    _rule("told after", "(?:(?P<date>[135])|(?P<unit>[Ud])|(?P<part>p))T?(?P<told>J)", seen.told, "told_follows"),
    _rule("the year-earlier quarter", "J?(?P<unit>U)-[AR](?:-?[qU])?|(?P<unit2>U)[AR][qU]", lengths.year_earlier),
)  # fmt: skip
"""Dates and units take their direction."""

WITHIN = _stage(
    "[124]|[@PT][Ud]",
    _rule("part of a larger unit", f"(?P<inner>[13])(?:,[PT]*|{OF})(?P<outer>[24])|(?P<inner2>O){OF_SURELY}(?P<outer2>4)|(?P<inner3>D)[PT]+(?P<outer3>4)", within.within),
    _rule("larger unit and its part", f"(?P<outer>4)'?(?:,[PT]*|{OF})(?P<inner>[13])|(?P<outer2>4)(?P<inner2>[DO])v", within.within),
    _rule("part of the unit", f"(?P<inner>[13DO]){OF_SURELY}(?P<outer_unit>[Ud])(?![-])", within.within),
    _rule("nth unit", f"(?P<number>[OD])?(?P<last>L)?-?T?q?(?P<unit>[UuWd3]){OF_SURELY}(?:(?P<outer>[124])|(?P<outer_unit>[Ud]))", within.nth),
    _rule("last unit", f"(?P<number>[OD])?(?P<away>4){OF_SURELY}(?:(?P<outer>[124Y])|(?P<outer_unit>[Ud]))", within.last_unit),
    _rule("nth unit, number last", f"(?P<unit>[Ud3])(?:(?P<number>O)|(?P<last>L)){OF_SURELY}(?:(?P<outer>[124])|(?P<outer_unit>[Ud]))", within.nth),
    _rule("unit of a date", f"(?P<unit>[Ud]){OF_SURELY}(?P<date>[1245])", within.holding),
)  # fmt: skip
"""Parts are put into larger units."""

TIMES = _stage(
    "[7p]",
    _rule("day and time", f"(?P<date>[12345])(?:,|-|>|{OF})*(?P<time>[7p])", times.at),
    _rule("time and day", f"(?P<time>[7p])-?,?{OF}(?P<date>[12345])", times.at),
)
"""Days take a time."""

COUNTED = _stage(
    "[ABFHIKkRf]|O3",
    _rule("weekday of a row", "O3", names.nothing),
    _rule(
        "ago",
        f"(?P<length>6)~?A|(?P<unit2>U)A|(?P<many>u)A|B(?P<many2>u)|B(?:(?P<length2>6)|{ONE}|(?P<dual>G))",
        lengths.distance(-1),
    ),
    _rule("ahead", "(?P<length>6)F|I(?P<length2>6)", lengths.distance(1), "ahead"),
    _rule(
        "later",
        f"(?P<length>6)H|(?P<bare>U)H(?![UuT@PI1-9])|(?P<many>u)H(?![1-9])|K(?P<many2>u)|K(?:(?P<length2>6)|{ONE})",
        lengths.from_told(1),
    ),
    _rule(
        "earlier",
        "(?P<length>6)R|(?P<bare>U)R(?![UuT@PI1-9])|(?P<many>u)R(?![1-9])|k(?P<length2>6)",
        lengths.from_told(-1),
    ),
    _rule("after a date", f"(?:(?P<length>6)|(?P<unit>U))H{OF}(?P<origin>[123459])", lengths.shift(1), "object"),
    _rule("from a date on", f"(?:(?P<length>6)|(?P<unit>U))f{OF}(?P<origin>[123459])", lengths.shift(1, exact=True)),
    _rule("after a date, counted before it", "K(?P<length>6)P(?P<origin>[1249])", lengths.shift(1)),
    _rule("before a date, counted before it", "[Bk](?P<length>6)P(?P<origin>[1249])", lengths.shift(-1)),
    _rule("before a date", f"(?:(?P<length>6)|(?P<unit>U))R{OF}(?P<origin>[123459])", lengths.shift(-1), "object"),
)
"""Lengths become distances."""

PLACED_AWAY = _stage(
    "[42]|Y['P]*J?[qU]|qJ?[@IPT]*Y|J[@IPT]*[qUd]",
    _rule("the same part of another year", f"(?P<told>J)T?(?P<period>[qUd]){OF}(?P<outer>[24Y])|(?P<period1>[qUd])(?P<told1>J){OF}(?P<outer1>[24Y])|(?P<period2>[45]){OF}(?P<outer2>[24Y])", within.counterpart),
    _rule("another year's same part", "(?P<outer>[24Y])['P]*(?P<told>J)(?P<period>[qU])", within.counterpart),
    _rule("the same period of another year", f"(?P<period>q){OF}(?P<outer>[24Y])|(?P<outer1>[24Y])['P]*(?P<period1>q)", within.same_period),
    _rule("the period of a year", "(?<![->])(?P<outer>Y)(?P<period>[qU])(?![UuO#1-9])|(?P<period2>[qU])(?P<outer2>4)", within.period_of, "years_describe"),
    _rule("last year's period", "(?P<outer>4)'(?P<period>[qU])(?![UuO#1-9])", within.period_of),
    _rule("part of a unit far away", "(?:(?P<inner>[13])|(?P<month>m))[@PT]*(?P<outer>4)", within.away),
    _rule("part of a unit far away, unit first", "(?P<outer>4)[@PT]*(?:(?P<inner>[13])|(?P<month>m))", within.away),
)  # fmt: skip
"""Distances hold what is named beside them."""

EDGES = _stage(
    "[Ex~+^]",
    _rule("edge", f"(?P<edge>E)-?{OF}x?{OF}(?:(?P<date>[123459mY])|(?P<unit>[Ud])(?![-YNb]))", within.part),
    _rule("edge last", "(?:(?P<date>[124Y])|(?P<unit>[Ud]))[-']P*(?P<edge>E)", within.part),
    _rule("edge right after", "(?:(?P<date>[124Y])|(?P<unit>[Ud]))'?P*(?P<edge>E)", within.part, "edges_follow"),
    _rule("loose", f"x{OF}(?P<date>[1234569])|(?P<date2>[124569Y])~", within.loose),
    _rule("loose year", f"x{OF}(?P<date>Y)", within.loose, "loose"),
    _rule("somewhere within", f"\\+{OF}(?P<date>[123459])", within.same),
    _rule("bound", "\\^x?(?P<length>6)", lengths.bounded),
)
"""Dates take their edge, or become loose."""

DOUBTFUL = _stage(
    "[YbmwsgDCOo<Uudpv}]",
    _rule("year", "(?P<year>Y)", names.calendar, "years"),
    _rule("short year", "(?P<year>b)", names.calendar, "years"),
    _rule("latent month", "(?P<month>m)", names.calendar, "months"),
    _rule("latent season", "(?P<season>s)", names.calendar, "months"),
    _rule("latent weekday", "(?P<weekday>w)", names.calendar, "weekdays"),
    _rule("day and month in figures", "(?P<figures>g)", names.figures, "days"),
    _rule("day alone", "(?P<day>O)(?![UuMm1-9-])", names.day_alone, "day"),
    _rule("day after its article", "(?P<day>D)(?![UuMm1-9-])", names.day_alone, "day_articles"),
    _rule("days between", "(?P<first>[DC])[->&]T(?P<last>[DC])(?![UuMm1-9-])", shared.shared_nothing, "between"),
    _rule("marked day", "v(?P<day>[DO])|(?P<day2>[DO])v", names.day_alone),
    _rule("day and month in loose figures", "(?P<day2>D)(?P<month2>D)(?P<year>Y)|(?P<day3>D)(?P<month3>D)(?P<short>[DN])|(?P<day>D)-?(?P<month>D)", names.loose_figures, "line"),
    _rule("weekdays, each", "(?P<weekday>})", lengths.repeated),
    _rule("latent vague", "(?P<vague><)", lengths.vague, "vague"),
    _rule("units, nobody says how many", "(?P<unit>u)(?![-@PA-Z0-9])", lengths.uncounted, "plurals"),
    _rule("the unit", "q?(?P<unit>[Ud])(?![-@PA-Z0-9])", seen.the_unit, "units"),
    _rule("part of day", "(?P<part>p)", times.clock, "parts"),
    _rule("hour in figures", "(?P<clock>o)", times.clock, "clocks"),
    _rule("noon or midnight", "(?P<part>p)", times.noon, "clocks"),
)  # fmt: skip
"""What is a date only in company."""

STAGES = (
    NAMES,
    YEARS,
    APPOSED,
    SHARED,
    SHARED,
    NTH_OF_DATE,
    SEEN,
    WITHIN,
    TIMES,
    COUNTED,
    PLACED_AWAY,
    EDGES,
    DOUBTFUL,
)
