"""Private people's names tied to a role or a case, of every origin; public figures and thanks are silent."""

from __future__ import annotations

import pytest

from companion.detectors import named_person
from tests.companion.detectors.examples import seen

DETECTOR = named_person.DETECTOR


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Our tenant Oluwaseun Adebayo got his keys today!", "Our tenant Oluwaseun Adebayo", "named"),
        ("Mohammed Iqbal, a complainant in Paisley, rang again", "Mohammed Iqbal, a complainant", "named"),
        ("The claimant, Siobhán Ní Dhomhnaill, has won", "The claimant, Siobhán Ní Dhomhnaill", "named"),
        ("Janet Moir, the tenant whose complaint changed our policy", "Janet Moir, the tenant", "named"),
        ("Janet Moir, the patient who made history on our ward", "Janet Moir, the patient", "named"),
        ("Janet Moir, a tenant. Read her story on the site.", "Janet Moir, a tenant", "named"),
        ("Jean Forsyth, the patient who kept a diary", "Jean Forsyth, the patient", "named"),
        ("Jean Forsyth, the tenant, died in 2019", "Jean Forsyth, the tenant", "named"),
        ("Mr Sutherland in bed 6 proposed to me again", "Mr Sutherland", "named"),
        ("Met with Mr and Mrs Patel about their eviction", "Mr and Mrs Patel", "named"),
        ("Hello Mrs Begum, your application is being processed", "Mrs Begum", "named"),
        ("anyone know a Derek Loughran? he's a witness in a case of ours", "Derek Loughran", "named"),
        ("Case 4471: Xiu Ying Chen, hearing on Tuesday", "Xiu Ying Chen", "case"),
        ("saw my patient mr okonkwo again", "my patient mr okonkwo", "named"),
        ("rang mrs petrie about her eviction", "mrs petrie", "named"),
        ("mr sutherland in bed 6 proposed to me again", "mr sutherland", "named"),
        ("case 4471 is mr chen", "mr chen", "case"),
        ("Case closed: Lucy Tran, Flat 3/2", "Lucy Tran", "named"),
        ("met mrs siddiqui about her damp today", "mrs siddiqui", "named"),
        ("notes on mr van der berg are with the social worker", "mr van der berg", "named"),
        ("The woman who reported us to the Inspectorate is Lesley Ann Hunter", "Lesley Ann Hunter", "named"),
        ("Janet Moir, who complained about us last month, is back", "Janet Moir", "named"),
        ("It was Janet Moir who took us to the ombudsman", "Janet Moir", "named"),
        ("So Mrs Kowalczyk, who complained last month, now wants us to say sorry", "Mrs Kowalczyk", "named"),
        ("Oluwaseun Adebayo put in a complaint about our staff", "Oluwaseun Adebayo", "named"),
        ("my caseload today: J. Petrie (ramp), M. Hossain (too few rooms)", "M. Hossain", "named"),
        ("Mrs Docherty at Kirk Court has her heating back because we pushed", "Mrs Docherty", "named"),
        ("Rang Halina W about her mould again", "Halina W", "named"),
        ("the claimant 'Mr P. Doig' was late", "the claimant 'Mr P. Doig", "named"),
        ("visited a Mr Abdi in Pollokshields today", "Mr Abdi", "named"),
        ("the complainant (her name's Moira Tweedie) was right", "Moira Tweedie", "named"),
        ("Good chat with Amina (tenant, Leith, two bairns)", "Amina", "named"),
        ("Meet Billy Nolan, evicted in May", "Billy Nolan", "named"),
        ("Mrs Baxter, we hope your appeal works out", "Mrs Baxter", "named"),
        ("Rest easy Agnes Moffat. A tenant of ours for forty years.", "Agnes Moffat", "named"),
        ("trying to get Mr and Mrs Oyelaran out of a hostel", "Mr and Mrs Oyelaran", "named"),
        ("One for the books: Ryan D., 19, care leaver", "Ryan D.", "named"),
        ("Lovely card from Mr Baird! We sorted his arrears.", "Mr Baird", "named"),
        (
            "Young Kieran Shaw lost his tenancy because nobody explained the letter to him.",
            "Young Kieran Shaw",
            "named",
        ),
        ("Mrs Donnelly rang to say the mould is back. I promised her a visit.", "Mrs Donnelly", "named"),
        ("If Paul Reilly is reading this: your appeal was upheld", "Paul Reilly", "named"),
        ("I promised Cara Delaney we'd get her out of the hostel", "Cara Delaney", "named"),
        ("Sat in the car after telling the Hussain family there's no house for them", "Hussain", "named"),
    ],
)
def test_it_is_found(text: str, quote: str, kind: str) -> None:
    assert (quote, kind) in [(words, one.kind) for words, one in seen(DETECTOR, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Henrietta Lacks, the patient whose cells changed medicine, was never asked.", "of history"),
        ("Mary Barbour, the tenant who led the rent strikes of 1915", "of history"),
        ("Phineas Gage, the patient with the iron rod, is in every textbook", "of history"),
        ("Congratulations to our colleague Jane Smith who retires today", "a colleague thanked"),
        ("First Minister John Swinney met tenants in Leith", "a public figure"),
        ("Great talk by Dr Anna Brown on patient safety", "an author"),
        ("my patients miss their visits", "no title"),
        ("ms teams is down, customers cannot join", "a program"),
        ("watching mr robot in bed 6 nights running", "a series"),
        ("mr speaker's account of the vote", "an office"),
        ("Andy Murray, who complained about the roof, won in four", "not about us"),
        ("Case closed: Sherlock returns on BBC One", "a series"),
        ("Applications open: Creative Scotland fund", "a fund"),
        ("Jim Smith took us to the finals", "no tribunal"),
        ("Jamie Oliver complained about our school dinners on telly", "a public figure, of everybody's dinners"),
        ("Thanks to Helen Strachan who never complained about us once", "thanks"),
        ("Tenant Participation Scotland are hiring", "an organisation"),
        ("Agnes the greyhound, tenant of the good sofa, refuses to move", "a dog"),
        ("Meet our tenant Jean Forsyth (not her real name).", "no name"),
        ("Nicola Sturgeon on her case for independence", "an argument"),
        ("Mrs Docherty upstairs and her boiler, what a racket", "a neighbour"),
        ("Vitamin D and her heating bill keep my gran going", "no person"),
        ("Plan B for the mould: open a window", "no person"),
        ("Met a Dr Strang from Perth who studies eels", "a scholar"),
        ("visited a Mr Whippy van in Largs", "a van"),
        ("Amina (tenant) spoke well", "nothing but a role"),
        ("Mrs Baxter, we hope your talk goes well", "a talk"),
        ("Rest easy Jim Baxter. A goal of ours for ever.", "a goal"),
        ("Heard Jean Weir at the conference, she spoke about mould and I told her so", "a speaker"),
        ("Read Jean Weir's book on homelessness, I visited her blog after", "an author"),
        ("I helped my mum Jean Weir fill in her PIP form", "family"),
        ("Spoke to Ardle Council about arrears, they told her nothing", "a body"),
        ("Jean Weir got the keys to the city", "no help of the writer's"),
        ("Met Jean Weir at the food bank, she volunteers there twice a week", "a volunteer"),
        ("Visited Jean Weir's exhibition on homelessness. Her portraits stay with you", "an artist"),
        ("Spoke to Jean Weir about her campaign for dry homes", "a campaigner"),
        ("Today I met Jean Weir to hear what her office does about evictions", "an office"),
    ],
)
def test_it_is_silent(text: str, why: str) -> None:
    assert seen(DETECTOR, text) == [], why
