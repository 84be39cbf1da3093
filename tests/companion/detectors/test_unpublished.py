"""Signs that something is not public, beside a matter of an organisation; gossip at home is silent."""

from __future__ import annotations

import pytest

from companion.detectors import unpublished
from tests.companion.detectors.examples import seen

DETECTOR = unpublished.DETECTOR


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Board papers go public on Friday. I've read them.", "papers go public on Friday", "status"),
        ("The new report comes out on Tuesday. I have seen it already", "report comes out on Tuesday", "status"),
        (
            "the report isn't out till Thursday but I've seen it",
            "report isn't out till Thursday but I've seen",
            "status",
        ),
        ("I've read the annual report, it comes out on Monday", "I've read the annual report, it comes out", "status"),
        (
            "findings land next week and I already know the grade",
            "findings land next week and I already know",
            "status",
        ),
        ("had an early look at the inspection report", "had an early look at the inspection report", "status"),
        ("just been shown the budget a week early", "been shown the budget a week early", "status"),
        ("seen the figures before they're out on Tuesday", "seen the figures before they're out", "status"),
        (
            "Strictly between ourselves the new chief exec starts in March.",
            "between ourselves the new chief exec",
            "whisper",
        ),
        (
            "This hasn't been announced yet but the Inverness office is shutting in June.",
            "hasn't been announced yet but the Inverness office",
            "status",
        ),
        ("Wee birdie tells me the Dundee depot is for the chop", "Wee birdie tells me the Dundee depot", "whisper"),
        ("someone leaked the draft code to me, page 12 is wild", "someone leaked the draft code", "status"),
        ("You never heard this from me... new HQ is going to be in Leith", "You never heard this from me", "whisper"),
        (
            "ministers agreed it last night, it's no oot til Monday",
            "ministers agreed it last night, it's no oot til",
            "status",
        ),
        (
            "between us, Clyde Futures can't meet its covenants",
            "between us, Clyde Futures can't meet its covenants",
            "whisper",
        ),
        (
            "Our team is appointing a statutory manager at Glen Ardle on Thursday",
            "Our team is appointing a statutory manager at Glen Ardle on Thursday",
            "status",
        ),
        (
            "finished our audit findings, nothing gets published until Friday",
            "finished our audit findings, nothing gets published until",
            "status",
        ),
        (
            "typed up the inspection findings on Glen Ardle, they go public in March",
            "typed up the inspection findings on Glen Ardle, they go public in March",
            "status",
        ),
        (
            "Bad news fae this morning's SMT: the Perth office is shutting",
            "Bad news fae this morning's SMT: the Perth office",
            "whisper",
        ),
        (
            "Can't say much but two of our Fife associations are in bother",
            "Can't say much but two of our Fife associations",
            "whisper",
        ),
        (
            "A landlord of ours is being inspected and they don't know it yet",
            "landlord of ours is being inspected and they don't know it yet",
            "status",
        ),
        (
            "Ministers will say no, I know because I drafted the advice.",
            "Ministers will say no, I know because I drafted the advice",
            "whisper",
        ),
        ("Sixty jobs are going. The staff don't know yet.", "The staff don't know yet", "status"),
        ("The contract is agreed, bidders hear on Friday", "contract is agreed, bidders hear on Friday", "status"),
        ("We're about to intervene at a landlord in Fife", "We're about to intervene at a landlord", "status"),
        ("A new director starts on Monday. Not announced yet.", "Not announced yet", "status"),
        ("The merger is a done deal", "merger is a done deal", "whisper"),
        ("We have agreed to close the inquiry. Letters go out on Monday.", "Letters go out on Monday", "status"),
        ("Whispers from inside the council: the depot shuts", "Whispers from inside the council", "whisper"),
        ("We know who is going to be the next chief exec", "We know who is going to be the next chief exec", "whisper"),
        ("I took the board minutes. The office in Oban shuts in May.", "I took the board minutes", "whisper"),
        (
            "The pay award is set. You'll hear it officially on Monday.",
            "You'll hear it officially on Monday",
            "whisper",
        ),
        ("Busy typing up the SMT minutes. The Wick branch won't like it.", "Busy typing up the SMT minutes", "inside"),
        (
            "I photocopied the closure list. Six libraries, wait till you see which.",
            "I photocopied the closure list",
            "inside",
        ),
        ("Our director told the team she's leaving in March", "Our director told the team", "inside"),
        ("HR are working on a list of posts at risk", "HR are working on a list of posts at risk", "inside"),
        ("My team scored the bids and the council's favourite came last", "My team scored the bids", "inside"),
        ("Rents go up. I should know, I drafted the letter.", "I should know, I drafted", "whisper"),
        ("The provisional stats look awful for Fife.", "provisional stats look awful", "status"),
        ("Quiet word to landlords: inspections are doubling", "Quiet word to landlords", "whisper"),
        ("We found out on a call that the Ayr office is closing", "We found out on a call", "inside"),
        (
            "I was on the interview panel for our new chair, oh my days the director applied",
            "on the interview panel",
            "inside",
        ),
        ("The board split 5-4 on the merger, it'll come out next week", "The board split 5-4 on the merger", "inside"),
        ("There is a second report. They're sitting on it till the election.", "They're sitting on it till", "whisper"),
        ("just seen the draft ruling in the Orbis case", "seen the draft ruling", "status"),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Between you and me the soup was rubbish", "no matter of an organisation"),
        ("Board papers go public on Friday. I've read the last ones twice.", "others"),
        ("The album drops on Friday, the report says. I've heard it.", "music"),
        ("Between us we raised £400 for the school", "jointly, not secretly"),
        ("The results have not been published yet. We will share them on 3 May.", "a timetable"),
        ("I've seen the report that came out on Thursday", "out already"),
        ("the report isn't out till Thursday", "a timetable"),
        ("had an early look at the sales in Next", "a shop"),
        ("findings land next week, as the site says", "a timetable"),
        ("the new album isn't out till Thursday but I've heard it", "music"),
        ("our two choirs are merging and it's a secret who gets the solos", "a pastime"),
        ("don't tell anyone but our pub quiz team is merging with the bowls lot", "a pastime"),
        ("off the record player and into the kettle", "a thing"),
        ("The Herald's leaked memo story is wild", "news about a leak"),
        ("Samaritans are there at any hour. Both are confidential.", "a service"),
        ("We will use our statutory powers where tenants are at risk.", "no plan with a day"),
        ("We're taking the weans to the statutory swing park next week", "a jest"),
        ("Good news from the bowling club: the tea is on and the rents of lockers are down", "a club"),
        ("finished the essay, it is due on Friday", "an essay"),
        ("My dug is getting a bath and he doesn't know it yet", "a dog"),
        ("The library is open, I know because I was in", "seen by all"),
        ("Staff don't know yet what to wear to the ceilidh", "no matter"),
        ("We're about to take over the hall for a quiz, rents of chairs are free", "a quiz"),
        ("Bake-off starts Monday. Not announced yet who is in.", "a show"),
        ("Survey letters go out on Monday.", "a timetable"),
        ("I know which bus is getting cancelled, mine", "a bus"),
        ("took the board minutes today, tired", "no news"),
        ("I wrote the report on rents that came out today, link below", "it is out"),
        ("I signed the petition to save the school, the deadline is tomorrow", "a petition"),
        ("My boss told us the office is shutting early for the snow", "small talk"),
        ("Our panel picked the winner of the bake-off, she hasn't been told", "cake"),
        ("HR are working on a plan for the cuts to the lawn", "a lawn"),
        ("I drafted a letter to the council for my gran, it goes tomorrow", "a gran's letter"),
        ("we agreed the budget for the hall roof, the grant comes in March", "a roof"),
        ("Spent all day writing job applications to councils, hear next week", "applications"),
        ("a wee word for our caretaker, he is a gem", "praise"),
        ("they're sitting on the bench till the match is over", "a bench"),
        ("it'll come out in the wash", "a saying"),
        ("I was on the interview panel for the choir", "a choir"),
        ("The staff find out on Friday who won the raffle", "a raffle"),
        ("Our trustees agreed the budget for next year in front of a full hall", "no secret"),
        ("Our manager told the team the good news: two new posts in the summer", "good news"),
        ("We chose the contractors for the skate park, they start in the spring", "work that begins"),
        ("I got sent the wrong report by the council. On Monday I'll ring them.", "a mistake of theirs"),
        ("Wrote a letter to my MSP about the closures, let's see by Easter", "a letter"),
        ("Read the draft budget that the council just published, grim", "published"),
        ("Printed the papers for the bowling club's AGM on Tuesday", "a club"),
        ("I minuted the community council last night, the report is out next week", "neighbours"),
        ("We've agreed the budget for the fete, more in March", "a fete"),
        ("My team picked the candidates for employee of the year, results on Monday", "an honour"),
        ("Uploaded the accounts to HMRC, next year somebody else does it", "one's own taxes"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
