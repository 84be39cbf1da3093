"""Looks for party politics: a call to vote, praise or attack of a party, its people or a cause.
Neutral talk of elections is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from companion.detectors.detector import NEARBY, Detector
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.phrases import entries, word_set
from companion.detectors.reading import read
from companion.detectors.screen import Screen
from companion.draft import Detection

ENTITY: Final = "party-politics"

_PARTY = rf"(?:(?:(?:Scottish|Welsh|UK|British) )?(?:{'|'.join(entries('parties.txt'))}))"
_PRAISED = (
    r"(?:brilliant|excellent|fantastic|amazing|superb|wonderful|great|outstanding|hard-?working|inspiring|tireless)"
)
_THE = (  # before a party, or its candidate
    rf"(?: the| a| an| our| my| ma| oor| your| yer)?(?: {_PRAISED})?(?: local| new| own)?"
)
_BENCHES = (
    r"(?:(?i:the (?:opposition|governing party|government benches|opposition (?:benches|parties|leader)|"
    r"tory benches|first minister|prime minister|"
    r"UK government|Scottish government|westminster government|ruling party|unionist parties|"
    r"nationalists?|unionists?|coalition)(?: benches)?|(?:this|that) government))"
)
_SOMEBODY = rf"(?:{_PARTY}|{_BENCHES})"
_BAD = (
    r"(?:disgrace\w*|disaster\w*|catastroph\w+|nightmare|menace|shambles|joke|failed|failing|fail|useless|clueless|"
    r"incompetent|corrupt|liars?|lying|"
    r"lied|betray\w*|destroy\w*|wreck\w*|ruin\w*|trash\w*|gutted|dishonest|hopeless|finished|"
    r"out of (?:touch|ideas|time)|not fit|unfit|dangerous|toxic|evil|scum|cowards?|hypocrit\w+|pathetic|"
    r"embarrass\w+|laughing stock|the worst|divisive|rotten|racist|fascist|shameful|"
    r"insult\w*|don't care|doesn't care|never cared|couldn't run|can't be trusted|hate|hates|hated|broke|broken|"
    r"sold us|let (?:us|tenants|scotland|renters|people) down|should (?:resign|go|be ashamed)|must go|"
    r"need(?:s)? to go|need(?:s)? voted out|to blame|have blood|chancers?|charlatans?|no (?:ideas|shame|"
    r"plan|clue|answers)|nothing to (?:offer|say to)|shower)"
)
_GOOD = (
    r"(?:(?:is|are|'s|'re) (?:the )?(?:only|best|right|real) (?:party|choice|ones?|option|people|"
    r"vote|"
    r"hope|alternative|answer|leader)|(?:will|would|can|could) (?:fix|build|deliver|save|sort|protect|"
    r"transform|change|stand up for)|deserve(?:s)? (?:your|our|a|another|my|to win)|"
    r"(?:has|have|'s|'ve)(?: got)? the (?:only|best|right) (?:[\w-]+ ){0,3}(?:plans?|polic(?:y|ies)|manifesto|"
    r"answers?|ideas?|vision|"
    r"offer|programme)|(?:has|have|'s|'ve) (?:got )?my vote|get(?:s|ting)? my vote|got it right|have (?:a|the) (?:plan|"
    r"answers|vision)|for the win|all the way|till I die|is our only|are right about|is right about|"
    r"manifesto (?:is|has|looks) (?:the|great|brilliant|superb|best|right|exactly|what)|"
    r"stand(?:s)? up for (?:scotland|tenants|working|renters)|best (?:thing|government|first minister|prime minister))"
)
_PATTERNS: Final = Screen(
    Pattern(pattern)
    for pattern in (
        rf"{_PARTY}(?:'s)?(?: \w+){{0,2}} (?i:manifesto|plans?|polic(?:y|ies)|"
        rf"pledges?)\b[^.!?\n]{{0,80}}?(?i:\b(?:it'?s|they'?re|it is|"
        rf"they are)(?: \w+)? (?:an? |the |just |so |all |utterly |absolute |total )*{_BAD})\b",
        rf"{_SOMEBODY}[^.!?\n]{{0,160}}?(?i:\b(?:see(?:ing)? the back of|be (?:shot|rid|quit) of|get (?:shot|rid) of|"
        rf"cheer when we lose) (?:them|him|her|that lot|this lot|the lot of them))\b",
        rf"(?:^|[,;:!?.] |\b(?i:and|but|because|cos|think|reckon|honestly|frankly|sadly|again|clearly) )(?i:the )?"
        rf"{_SOMEBODY}(?i: (?:(?:has|have|had|'s|'ve|really|just) )*(?:got|gets?|getting) (?:it|this|that)(?: one)?"
        rf"(?: \w+ly| so| all| dead)* wrong| (?:is|are|was|were)(?: \w+ly| so| just| plain| dead)* wrong "
        rf"(?:on|about|to|again|here)\b)"
        r"(?!,? (?i:says?|said|claims?|according|argues?))",
        rf"(?i:\b(?:great|good|lovely|fantastic|brilliant|wonderful|delighted|proud|pleased|happy|glad|thrilled|"
        rf"heartening|chuffed)(?: to)? (?:see|read|hear)(?:ing)?(?: the| our)?) {_PARTY}(?:'s?) (?i:(?:[\w-]+ ){{0,3}}"
        rf"(?:plans?|manifesto|polic(?:y|ies)|pledges?|commitments?|promises?|proposals?|budget))\b",
        r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)? for (?:FM|First Minister|PM|Prime Minister)(?=\s*(?:[.!]|$|"
        r"[\U0001f300-\U0001faff]))",
        rf"\b(?:{_SOMEBODY}|Reform)(?i:(?: will|'ll| would| are going to| is going to| want to| wants to) (?:\w+ly )?"
        r"(?:wreck|ruin|destroy|trash|betray|gut|sell (?:us|you|out)|bankrupt|privatise|take us back|rob))\b",
        rf"(?i:\b(?:proud|lifelong|life-long|card-carrying|paid-up|staunch|diehard|die-hard)) (?:{_PARTY}|Green|Reform)"
        r"(?i:(?: (?:party )?(?:member|voter|supporter|man|woman|lass|lad|activist|household|family))? ?(?:here\b|"
        r"through and through|all my (?:life|days)|(?=[,.!]|$)))",
        rf"(?:^|[.!?] ){_SOMEBODY}(?i: (?:out|oot))(?=\s*(?:[.!]|$))",
        rf"(?i:\b(?:great|good|lovely|fantastic|brilliant|wonderful|delighted|proud|pleased|happy|glad|thrilled|"
        rf"heartening)"
        rf"(?: to)? (?:see|hear|watch)(?:ing)?(?: that)?(?: the| our| this)?) {_PARTY}(?i:(?: \w+)? (?:deliver\w*|"
        rf"win\w*|"
        rf"stand(?:s|ing)? up|get(?:s|ting)? (?:things|it|on with)|lead(?:s|ing)? the|fight(?:s|ing)?|invest\w*|"
        rf"build(?:s|ing)?|back(?:s|ing)? (?:tenants|renters|workers|our)|protect\w*|keep(?:s|ing)? (?:its|their) "
        rf"(?:word|"
        rf"promises?)|put(?:s|ting)? \w+ first|do(?:es|ing)? (?:the right|what|more|something)))\b",
        rf"{_PARTY}(?i:(?: is| are| keeps?| has been)?(?: really| still| always)? delivering (?:again|for \w+|yet "
        rf"again))\b"
        r"(?! leaflets)",
        rf"(?i:\b(?:our|my|your|the|a|such an?) {_PRAISED} (?:local |new |young |own )?){_PARTY}(?i: (?:candidates?|"
        rf"msps?|mps?|"
        rf"councillors?|team|campaigners?|activists?|leader|ms))\b",
        rf"(?i:\b(?:back|end) of (?:the|this|these|that)) {_SOMEBODY}|(?i:\b(?:chap(?:ped|ping|pin)?|knock(?:ed|"
        rf"ing|in)?|out|round)(?: on| at)?(?: the)? doors\b[^.!?\n]{{0,30}}?\b(?:for|with|wi){_THE}) {_PARTY}",
        rf"(?i:\b(?:(?:put|mark|stick|pit|place)(?:ting|ing)? (?:a|an|the|that)|your|yer|my|ma) (?:cross|x|"
        rf"tick)\b[^.!?\n]{{0,60}}?\b(?:beside|next to|against|by|for|"
        rf"in the box (?:for|of)){_THE}) {_PARTY}",
        rf"(?i:\b(?:solidarity with|proud of|good luck to|cheering for|rooting for|hats? off tae|hats? off to)(?: the|"
        rf" our|"
        rf" this| all)?(?: new| local)?) {_PARTY}",
        rf"(?i:\b(?:one|two|both|first|second|list|your|my) votes? (?:for |to |goes to )?(?:the )?){_PARTY}",
        rf"{_SOMEBODY}[^.!?\n]{{0,60}}(?i:\b(?:gets?|got|has|have|earned|won|deserves?) (?:my|our|your|his|"
        rf"her) votes?)\b",
        r"(?i:\b(?:well done|cheers|thanks for nothing|shame on you),? )@(?i:\w*(?:tor(?:y|ies)|labour|snp|"
        r"greens?|libdems?|reform\w*|conservatives?)\w*)",
        rf"{_PARTY}(?:'s)? (?i:(?:plans?|manifesto|polic(?:y|ies)|pledges?)(?: \w+){{0,3}} (?:is|"
        rf"are) (?:the (?:real|right|only|best)|right|brilliant|excellent|a (?:joke|disgrace|disaster)|"
        rf"rubbish|what))",
        rf"(?i:\b(?:vote|voting|I voted|we voted|I've voted|back|backing|support|supporting|elect|choose|"
        rf"lend|trust)(?: for| to)?(?: the| your local| a| our| in)?) {_PARTY}",
        rf"(?i:\b(?:don't|never|do not|dinnae|won't|wouldn't|stop) (?:voting|vote|trust|trusting|back|"
        rf"backing|elect|reward|rewarding)(?: for)?(?: the| your)?) {_SOMEBODY}(?!\w)",
        rf"(?i:\b(?:anyone but|anybody but|get rid of|kick out|boot out|vote out|bin|oust|defeat|"
        rf"down with)(?: the| your)?) {_SOMEBODY}(?!\w)",
        rf"(?i:\b(?:get|kick|boot|vote|chuck|throw)(?: the| your| these| those)?) {_SOMEBODY} (?i:out|oot)\b",
        rf"\b{_SOMEBODY}(?i: (?:oot|must go|need to go|needs to go|can do one|get tae|in the bin|scum))\b",
        r"(?i)#(?:vote|bothvotes|backing|iamvoting|I'mVoting|never)(?:snp|labour|tory|tories|conservative|"
        r"green|greens|reform|libdem|alba|yes|no|plaid)\w*|#(?:tory|tories|snp|labour|starmer|sturgeon|"
        r"swinney|reform|farage)\w*(?:out|scum|lies|fail\w*|resign)\b|#(?:toriesout|snpout|getthetoriesout|"
        r"gttn|labourgain|itsscotlandsdecision|bothvotessnp|activescotland|yesscot|indyref2now|yes2)\w*",
        r"(?i)\bvote (?:them|him|her|this lot|that lot|the lot of them|these people|this government|"
        r"the government) out\b|\b(?:give|lend) (?:them|him|her|us|me) your (?:vote|first vote|list vote|"
        r"second vote)\b|\b(?:get|go) out and vote (?:for|yes|no)\b|\bboth votes\b|\bvote (?:yes|no) (?:to|"
        r"for|on)\b|\bboot them out\b|\bvote (?:for )?(?:our|oor) (?:own |local )?(?:man|woman|lass|lad|candidate|girl|"
        r"boy)\b",
        r"(?i)\b(?:don't|never|why would (?:you|anyone)) reward them (?:on|at|with)\b|\b(?:make them pay|"
        r"punish them|remember (?:this|that)) (?:at the (?:ballot|polls)|on (?:polling day|the \d+(?:st|nd|"
        r"rd|th)?|thursday)|in may|when you vote)",
        rf"\b{_SOMEBODY}(?:'s)?(?: [\w'-]+){{0,3}} (?i:(?:is|are|was|were|has|have|had|would be|will be|'s|'re|"
        rf"'ve)?(?: \w+)? ?(?:an? |the |just |so |all |utterly |absolute |total )*{_BAD})\b",
        rf"\b{_SOMEBODY}(?: [\w'-]+){{0,3}} ?(?i:{_GOOD})\b",
        rf"(?i:\b(?:proud|delighted|happy|honoured|privileged|great|brilliant|good|out|thrilled|"
        rf"excited)\b[^.!?\n]{{0,40}}\b(?:campaign\w*|canvass\w*|leafletting|leafleting|door[ -]?knock\w*|"
        rf"on the (?:doors?|doorsteps?|stump)|standing|candidate|member|joined|joining|selected|activist|"
        rf"voter|rosette|rally|conference)\b[^.!?\n]{{0,40}})\b{_PARTY}",
        rf"(?i:\b(?:campaigning|canvassing|door[ -]?knocking|leafleting|leafletting|out on the doors?|"
        rf"phone[ -]?banking|standing|stood|selected|running|delivering leaflets|rosette on|"
        rf"rally)\b[^.!?\n]{{0,40}}\b(?:for|with|wi|as){_THE}) {_PARTY}",
        rf"(?i:\b(?:read|love|loving|loved|brilliant|great|superb|excellent|impressed by|agree with|"
        rf"behind)(?: the| this)?) {_PARTY}(?:'s)?(?i:(?: \w+){{0,2}} (?:manifesto|plan|plans|pledge|pledges|"
        rf"policy|policies))(?=[^.!?]{{0,60}}(?i:\b(?:vote|then|best|only|right|brilliant|support|back|"
        rf"exactly|need)\b))",
        rf"(?i:\b(?:join|joined|joining|donate to|donated to|sign up (?:for|to)|"
        rf"member of)(?: the)?) {_PARTY}(?! (?i:the|our|us|councillor|msps?|mps?|government|"
        rf"minister))\b",
        rf"(?i:\b(?:only|just)(?: the| a)?) {_PARTY}(?i: (?:vote|government|can|will|party|"
        rf"ha(?:s|ve)|get|understand\w*))",
        r"(?i)\b(?:yes|no|indy|independence|union) (?:till|until) I die\b|\b(?:rosette on|saor alba)\b|"
        r"\bindependence (?:is|now is) (?:the )?(?:only|normal|our|coming)\b|\b(?:scotland|we) (?:must|"
        r"should|needs? to) (?:be independent|leave the (?:uk|union)|stay in the (?:uk|union))\b|"
        r"\bend the union\b|\b(?:no to indyref2|yes to independence)\b|\bfree scotland\b",
        rf"(?i:\b(?:hope|praying|pray|wish)(?: that)?(?: the)?) {_SOMEBODY}(?i: (?:get|gets|are|is|lose|loses|win|"
        rf"wins|do|does|"
        rf"fail|fails|hold|gain|smash|storm))\b",
        rf"(?i:\b(?:well done|congratulations|congrats|thanks|thank you|bravo|kudos|hats off|"
        rf"shame on)(?: to)?(?: the)?) "
        rf"{_PARTY}(?i: (?:for|on|who|,))",
        rf"(?i:\b(?:nobody|no one|naebody) (?:trusts?|believes?|votes? for|voted for|wants|"
        rf"needs)(?: the)?) {_PARTY}",
        rf"(?i:\btime (?:for )?(?:the )?){_SOMEBODY}(?i: (?:to go|went|were gone|to leave|to resign|out))\b",
        rf"(?i:\b(?:glad|delighted|pleased|chuffed|gutted|sad|devastated|relieved|buzzing|raging|"
        rf"over the moon)(?: that| to see|"
        rf" to hear)?(?: the)?) {_SOMEBODY}(?i: (?:lost|won|got|held|gained|took|lose|win|gain|hold|failed|didn't|"
        rf"are out))\b",
        rf"\b{_SOMEBODY}(?: [A-Z][\w'-]+)?(?i: (?:would|will|could)(?: \w+)? (?:make|be) (?:an?|the|"
        rf"our) (?:\w+ )?(?:great|"
        rf"brilliant|best|terrible|awful|worst|superb|excellent|fantastic|better|next|hopeless|poor|"
        rf"fine) (?:first minister|"
        rf"prime minister|fm|pm|msp|mp|leader|government|candidate|chancellor))\b",
        rf"(?i:\b(?:typical|classic|another|more|yet more|fourteen years of|\w+ years of|thanks to(?: the)?|"
        rf"cheers to the|because of(?: the)?|blame(?: the)?|shame on(?: the)?|sick of(?: the)?|fed up (?:of|"
        rf"with)(?: the)?)) {_SOMEBODY}(?i:(?: \w+)? (?:cuts|austerity|lies|misrule|failure|chaos|"
        rf"incompetence|mess|spin|sleaze|government|rule|nonsense|hypocrisy|broken promise\w*|rubbish|"
        rf"shambles|tripe)|(?= ?[.!]))",
    )
)
_ANCHORS: Final = word_set("politics.anchors")
_NEUTRAL: Final = Pattern(
    r"\b(?:register to vote|polling stations?|postal votes?|turnout|hustings|"
    r"all (?:the )?(?:main )?parties|every party|whichever party|whoever (?:wins|forms|you vote)|"
    r"pre-election|purdah|"
    r"all (?:five|six|seven|four) parties|cross-party|each party|party[ -]neutral|no matter who|"
    r"how you vote|ballot paper|political balance|comparison of (?:the )?manifestos|"
    r"what the manifestos say|"
    r"labour market|labour force|reported that|poll (?:shows|finds|puts)|YouGov|Ipsos|results?:)\b",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Detection]:
    for sentence in read(text).with_any(_ANCHORS):
        patterns = _PATTERNS.of(sentence.words)
        if not patterns or _NEUTRAL.search(sentence.text):
            continue
        found = [match for pattern in patterns if (match := pattern.search(sentence.text))]
        if found:
            first = min(found, key=lambda match: (match.start(), -match.end()))
            yield Detection(ENTITY, *sentence.span(first), 0.6, "for or against a party")


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(words=_ANCHORS))
