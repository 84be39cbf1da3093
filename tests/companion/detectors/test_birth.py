"""Dates of birth: a full date beside a word for being born."""

from __future__ import annotations

import pytest

from companion.detectors.engine import Engine


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("born 3/4/1985 in Leith", "3/4/1985"),
        ("my birthday is 3 April 1985", "3 April 1985"),
        ("dob-> 24.3.99 whats ur big three", "24.3.99"),
        ("DOB: 1985-04-03", "1985-04-03"),
        ("I'm 4th Feb 1974 too!", "4th Feb 1974"),
        ("date of birth. the ninth o August nineteen fifty-eight", "the ninth o August nineteen fifty-eight"),
        ("baby me. October 2nd, 1988, born furious", "October 2nd, 1988"),
        ("05 / 03 / 1992, my actual birthday", "05 / 03 / 1992"),
        ("📍Nairn | 🎂 15.05.1998", "15.05.1998"),
        ("50 the day!! 18/05/1976 what a vintage", "18/05/1976"),
        ("our tenant Jean Forsyth was born on 9 March 1944", "9 March 1944"),
        ("Jean Forsyth, born 9 March 1931, has rent arrears", "9 March 1931"),
        ("Isla Mackay, born 4 May 2021 at 7lb 2oz", "4 May 2021"),
        ("Missing: Callum Reid, born 12 June 2009, plays as a striker", "12 June 2009"),
        ("My gran Jean Forsyth was born on 9 March 1934", "9 March 1934"),
        ("Robert Hay was born on 3 April 1975", "3 April 1975"),
        ("born ０３/０４/１９８５", "０３/０４/１９８５"),
        ("the bank asked my date of birth out loud, so they all know it's 4 March 81", "4 March 81"),
        ("Dad's 80th! 4.4.1946, what a man", "4.4.1946"),
    ],
)
def test_a_date_of_birth_is_found(engine: Engine, text: str, quote: str) -> None:
    assert [text[one.start : one.end] for one in engine.detect(text, ["date-of-birth"])] == [quote]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Tax return by 31/01/2026", "a deadline"),
        ("Nelson Mandela's birthday, 18 July 1918.", "a name everybody knows"),
        ("unix time was born 1970-01-01", "the epoch"),
        ("Yuri Gagarin was born on 9 March 1934", "history, by the full name"),
        ("Sean Connery (born 25 August 1930) was a milkman first", "in brackets"),
        ("Born on 9 March 1934, Yuri Gagarin was the first man in space", "the date first"),
        ("On this day: Annie Lennox was born on 25 December 1954", "what the day is known for"),
        ("Andy Murray (born 15 May 1987) is a former tennis player", "what he is known for"),
        ("Ewan McGregor, the actor, was born on 31 March 1971", "the same between commas"),
        ("Princess Anne, born 15 August 1950", "a title"),
        ("Trivia: which singer was born on 8 January 1947?", "a quiz"),
        ("Robbie Coltrane, born Anthony McMillan in Rutherglen on 30 March 1950", "a name of fame"),
        ("PS Waverley launched 2 October 1946", "a ship"),
        ("Happy birthday to the NHS, founded 5 July 1948", "founded"),
        ("Born on a Monday, retired by 9.15", "no date"),
        ("it's my birthday on 3 April", "no year"),
        ("born 33/14/1985", "no such date"),
        ("Milk expired 12/09/25, drank 19/09/25", "milk"),
        ("they ask my date of birth on every form and I still say no, on 4 March too", "no year"),
    ],
)
def test_other_dates_are_silent(engine: Engine, text: str, why: str) -> None:
    assert engine.detect(text, ["date-of-birth"]) == [], why
