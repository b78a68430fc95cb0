"""What happened, in a line: the words round a date, in the source's own words and cut at a sensible place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.events.clauses import OPENING_MARKS, STRONG_MARKS, Bounds, clause_words, clauses_of
from extract.events.dated import FEWEST_WORDS, NO_VERBS, DatedSentence, Verbs
from extract.events.middle import GAP, without_middle
from extract.events.trim import (
    EDGE_MARKS,
    ELLIPSIS,
    GOOD_LENGTH,
    LONGEST_HEADLINE,
    STRAIGHT_QUOTE,
    connective_of,
    cut,
    leading_words,
    one_line,
    tidy,
    without_dateline,
)
from extract.text.fold import fold

LATEST_VERB = 6
"""Words before the verb of a clause that only tells who said something: "the foreign minister told ..."."""

LONGEST_REPORT = 14
"""Words of such a clause; a longer one says more."""

NEXT_WORDS = 4
"""Words after a verb of saying among which one shows that what is said follows: "said today *that*"."""

LEAST_LEAD = 12
"""Characters of a sentence's beginning that tell of whom it speaks."""

GOOD_LEAD = 50
"""Characters of it for which the end of a clause gives way, where its date stays."""

SHARE_OF_LEAD = 0.4
"""Of the room before a clause that leans: the rest is for the words right before it, which it speaks of."""

MOST_ADDITIONS = 12
"""Clauses that only add to others of which some may be left out: a sentence of more is none."""

LONGEST_END = 40
"""Characters after a date that still belong to it: where verbs come last, they are among them."""

LONGEST_CLAUSE = 90
"""The same where a clause begins with its date, and tells what happened after it."""

CLOSING_QUOTES = ("\u201d", "\u00bb", STRAIGHT_QUOTE, "''")


def headline(
    sentence: str,
    start: int,
    end: int,
    connectives: Sequence[str],
    verbs: Verbs = NO_VERBS,
    language: str = "und",
) -> str:
    """The sentence where it is short; else from its beginning through the date's clause; else that clause.

    A clause that leans on another stands with it. `sentence[start:end]` are the date's words, `connectives` folded
    words that a headline does not begin with; `verbs` are its words for what is done. At most LONGEST_HEADLINE
    characters, cut between words with an ellipsis; no quotation mark without its twin; never empty where the sentence
    is not.
    """
    whole = tidy(sentence, connectives)
    if len(whole) <= LONGEST_HEADLINE:
        return whole or sentence.strip()
    dropped = connective_of(sentence, connectives)
    if 0 < dropped <= start:
        rest = sentence[dropped:]
        return headline(rest, start - dropped, end - dropped, connectives, verbs.moved(dropped), language)
    words, clauses = clause_words(language), clauses_of(sentence, (start, end))
    place = next(number for number, (_, last) in enumerate(clauses) if start < last or last == len(sentence))
    dated = DatedSentence(sentence, (start, end), clauses, place, connectives, words, verbs)
    if _reports(dated):
        return cut(tidy(_report_first(sentence, clauses[place][0]), connectives), words.unfinished)
    told = _told(dated)
    conceded = words.concession(sentence) if place == 0 and told.endswith(ELLIPSIS) else 0
    if 0 < conceded <= start and len(whole) - conceded > LONGEST_HEADLINE:
        rest = sentence[conceded:]
        return headline(
            rest, start - conceded, end - conceded, connectives, Verbs((), verbs.moved(conceded).done), language
        )
    return told


def _told(dated: DatedSentence) -> str:
    tried: list[tuple[str, int]] = []
    for first in _beginnings(dated):
        told, ends = _from(dated, first)
        if kept := _with_date(told, dated, ends, GOOD_LENGTH):
            return kept
        tried.append((told, ends))
    longer = (_with_date(told, dated, ends) for told, ends in tried)
    return next(filter(None, longer), None) or _less(dated) or _with_its_lead(dated)


def _beginnings(dated: DatedSentence) -> Iterator[int]:
    """The clauses from which a headline may go: the first, the main one, those after a strong mark, and the one on
    which the date's leans.
    """
    yield 0
    if main := dated.main():
        yield main
    for number in range(1, dated.place + 1):
        before = dated.text[: dated.clauses[number][0]].rstrip()
        if before.endswith(STRONG_MARKS):
            yield number
    if dated.leans(dated.place) and dated.weight(dated.place - 1) >= FEWEST_WORDS and dated.names(dated.place - 1):
        yield dated.place - 1


def _from(dated: DatedSentence, first: int) -> tuple[str, int]:
    """What is told from a clause through the date's, and on until it may stop; and where that is."""
    beginning = dated.clauses[first][0]
    last = dated.place
    while last < len(dated.clauses) - 1 and not dated.may_stop(first, last):
        last += 1
    ends = dated.clauses[last][1]
    return tidy(dated.text[beginning:ends], dated.connectives), ends


def _with_date(told: str, dated: DatedSentence, ends: int, longest: int = LONGEST_HEADLINE) -> str | None:
    """What is told up to a place in the sentence, cut to `longest` where it is too long.

    None where the date would not be in it, or too little of what its clause only tells after it.
    """
    through_date = len(told) - len(one_line(dated.text[dated.date[1] : ends]))
    if len(told) <= LONGEST_HEADLINE:
        return told
    if through_date >= longest - len(ELLIPSIS):
        return None
    kept = cut(told, dated.words.unfinished, longest)
    rest = len(dated.text[dated.date[1] : dated.clauses[dated.place][1]].split())
    is_told = not _begins_with_date(dated) or len(kept[through_date:].split()) >= min(rest, FEWEST_WORDS)
    return kept if is_told else None


def _begins_with_date(dated: DatedSentence) -> bool:
    """Whether its clause tells what happened after the date."""
    return len(dated.text[dated.clauses[dated.place][0] : dated.date[0]].split()) < FEWEST_WORDS


def _less(dated: DatedSentence) -> str | None:
    """From the main clause through the date's, without what only adds to it; None where that is too long.

    Of clauses that may be left out the first that is enough alone, else the first that are together.
    """
    main, (begins, ends) = dated.main(), dated.clauses[dated.place]
    may_go = [each for each in range(main + 1, dated.place) if dated.only_adds(each)][:MOST_ADDITIONS]
    for left_out in [*([each] for each in may_go), *(may_go[:count] for count in range(2, len(may_go) + 1))]:
        kept = [each for each in range(main, dated.place) if each not in left_out]
        head = GAP.join(dated.text[slice(*bounds)].strip(EDGE_MARKS) for bounds in _joined(dated.clauses, kept))
        told = dated.text[begins:ends].lstrip(EDGE_MARKS)
        joint = GAP if dated.place - 1 in left_out else f"{_mark(dated.text[:begins])} "
        whole = tidy(f"{head}{joint}{told}", dated.connectives)
        if told_whole := _with_date(whole, dated, ends):
            return told_whole
    return None


def _mark(before: str) -> str:
    """The mark at the end of a text, if there is one."""
    last = before.rstrip()[-1:]
    return last if last in EDGE_MARKS else ""


def _with_its_lead(dated: DatedSentence) -> str:
    """The date's clause, with the sentence's beginning before it where it goes on from that."""
    first, last = dated.stretch()
    beginning, clause = dated.clauses[first][0], dated.text[dated.clauses[first][0] : dated.clauses[last][1]]
    leans = dated.leans(first) or first < dated.place
    if first == 0 or not leans:
        goes_on = first > 0 and not (clause.lstrip(OPENING_MARKS)[:1].isupper() and dated.has_verb(first, last))
        return _shortened(dated, dated.main() if goes_on else first)
    through_date = one_line(dated.text[beginning : dated.date[1]])
    longest = GOOD_LENGTH - GOOD_LEAD - len(GAP)
    if len(through_date) + len(ELLIPSIS) >= longest:
        return _shortened(dated, dated.main())
    tail = cut(one_line(clause).strip(EDGE_MARKS), dated.words.unfinished, longest)
    lead = one_line(dated.text[dated.clauses[dated.main()][0] : beginning])
    room = GOOD_LENGTH - len(GAP) - len(tail)
    near = _near(lead, room) if not dated.is_joined(first) else ""
    head = _head(dated, first, room - len(near))
    return tidy(f"{head}{GAP}{near}{tail}", dated.connectives) if head else tidy(tail, dated.connectives)


def _shortened(dated: DatedSentence, first: int) -> str:
    """From a clause through the date, without what is in the middle where that is too long."""
    beginning, ends = dated.clauses[first][0], dated.clauses[dated.place][1]
    if whole := _with_date(tidy(dated.text[beginning:ends], dated.connectives), dated, ends):
        return whole
    longest = LONGEST_CLAUSE if _begins_with_date(dated) else LONGEST_END
    last = ends if ends - dated.date[1] <= longest else dated.date[1]
    done = [at - beginning for at in dated.verbs.done if beginning <= at < last]
    date = (dated.date[0] - beginning, dated.date[1] - beginning)
    return tidy(without_middle(dated.text[beginning:last], date, done, dated.words), dated.connectives)


def _near(lead: str, room: int) -> str:
    """The words right before a clause that leans on them."""
    wanted = int(room * (1 - SHARE_OF_LEAD))
    found = lead[-wanted:].partition(" ")[2] if wanted > 0 else ""
    return f"{found.lstrip(EDGE_MARKS)} " if found else ""


def _head(dated: DatedSentence, before: int, room: int) -> str:
    """What a sentence begins with, as whole clauses where these tell something."""
    main = dated.main()
    main = main if main < before else 0
    beginning, last = dated.clauses[main][0], dated.clauses[before - 1][1]
    ends = [dated.clauses[each][1] for each in range(main, before)]
    fitting = [end for end in ends if len(dated.text[beginning:end].strip(EDGE_MARKS)) <= room]
    if fitting and len(dated.text[beginning : fitting[-1]].split()) >= FEWEST_WORDS:
        return dated.text[beginning : fitting[-1]].strip(EDGE_MARKS)
    if room < LEAST_LEAD:
        return ""
    text = one_line(dated.text[beginning:last])
    return " ".join(leading_words(text, room, dated.words.unfinished))[:room].strip(EDGE_MARKS)


def _joined(clauses: Sequence[Bounds], kept: Sequence[int]) -> list[Bounds]:
    """The bounds of stretches of clauses of which none is left out."""
    stretches: list[Bounds] = []
    for each in kept:
        first, last = clauses[each]
        if stretches and stretches[-1][1] == first:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return stretches


def _reports(dated: DatedSentence) -> bool:
    """Whether the date's clause ends the sentence and only tells who said what stands before it."""
    (first, last), text = dated.clauses[dated.place], dated.text
    if dated.place == 0 or dated.place < len(dated.clauses) - 1:
        return False
    if text[:first].rstrip(EDGE_MARKS).endswith(CLOSING_QUOTES):
        return True
    verb = next(
        (each for each in dated.verbs.said if first <= each and len(text[first:each].split()) <= LATEST_VERB), None
    )
    if verb is None or len(text[first:last].split()) > LONGEST_REPORT:
        return False
    rest = text[verb : dated.date[0]] + text[dated.date[1] : last] if verb < dated.date[0] else text[verb:last]
    after = [fold(word.strip(EDGE_MARKS)) for word in rest.rstrip(". ").split()[1:]]
    if verb == first and all(word in dated.words.unfinished for word in after):
        return False
    following = set(after[:NEXT_WORDS])
    return following.isdisjoint(dated.words.goes_on) and len(text[:first].split()) >= FEWEST_WORDS


def _report_first(sentence: str, place: int) -> str:
    """ "..., the Kremlin announced Monday": what was announced is what the sentence begins with."""
    return f"{sentence[place:].strip(EDGE_MARKS + '.')}: {without_dateline(sentence[:place].strip(EDGE_MARKS))}"
