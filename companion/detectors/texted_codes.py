"""The patterns of a one-time code that came in a message: beside its name, or from one who sends such codes."""

from __future__ import annotations

import re

from companion.detectors.pattern import Pattern

TEXTED = Pattern(
    r"\b(?:texted|sent|got|gave|emailed|received|need|read out|enter|asked for|here's|here is|your|"
    r"use)\b[^.!?\n]{0,30}\bcode"
    r"(?:'s|[ ]is|[ ]?:)?[ ]?(?P<code>\d{3}[ -]?\d{3}|\d{4,8}|G-\d{6})(?![\d%]|[.:/-]\d)",
    re.IGNORECASE,
)
CODE_TEXTED = Pattern(
    r"\bcode (?:\w+ ){0,2}(?:texted|sent|emailed|gave)(?: me| us| you)?(?:'s|[ ]is|[ ]was|[ ]?:)[ ]?"
    r"(?P<code>\d{3}[ -]?\d{3}|\d{4}-\d{2}|\d{4,8})(?![\d%]|[.:/]\d)",
    re.IGNORECASE,
)
CODE_READS = Pattern(  # "they want the code they just texted me, it says 804 517"
    r"\b(?:code|otp|pin)\b(?: (?:that |which )?(?:they|he|she|it|i|we|(?:the )?\w+)(?:'ve|'s| have| has)?"
    r"(?: just| only)? (?:been |got |was )?(?:texted|sent|emailed|got|gave|messaged|texting|sending)"
    r"(?: me| us| through)?|"
    r" (?:from|in|off|on) (?:the|my|that|this) (?:text|message|sms|app|email))"
    r"[^.!?\n\d]{0,25}?(?:,|\.|:|-|and|which|that)? ?(?:it |that )?(?:says|reads|said|it'?s|is|its|was)[ ]?[\"'“]?"
    r"(?P<code>\d{3}[ -]?\d{3}|\d{4,8})(?![\d%]|[.:/-]\d)",
    re.IGNORECASE,
)
CODE_IS_YOURS = Pattern(
    r"(?<![\w#£$])(?P<code>\d{3}[ -]?\d{3}|\d{4,8}|G-\d{6}) (?:is|as) (?:your|my|the) [\w ]{0,30}?(?:code|otp|pin|"
    r"passcode)\b",
    re.IGNORECASE,
)
TO_APPROVE = Pattern(  # "use 481902 to approve", as the messages of banks have it
    r"\b(?:use|enter|type|quote|input)(?: in)? [\"'“‘]?(?P<code>G-\d{6}|\d{3}[ -]?\d{3}|\d{4,8})[\"'”’]? to "
    r"(?:approve|verify|confirm|authori[sz]e|authenticate|(?:sign|log) ?(?:in|on)|prove|reset|validate|"
    r"complete (?:your|the|"
    r"a|this) (?:payment|login|purchase|sign|log|verif|registration|transaction|transfer))",
    re.IGNORECASE,
)
_SENDERS = (
    r"(?:bank|building society|monzo|starling|revolut|barclays|natwest|rbs|hsbc|santander|halifax|lloyds|nationwide|"
    r"tsb|chase|first direct|paypal|klarna|hmrc|gov\.uk|apple|google|amazon|whatsapp|facebook|meta|instagram|insta|"
    r"microsoft|ebay|vinted|steam|tiktok|snapchat|telegram|netflix|coinbase)"
)
_SIX = r"(?P<code>\d{3}[ -]\d{3}|\d{6}|G-\d{6})"
_ENDS = (
    r"(?=\s*(?:$|[.,!?;:)\"'”\n…]|(?:and|an|n|but|so|to|tae|that|what|whit|who|wha|do|dae|is|wis|was|am|again|twice|"
    r"pure|lol|if|cos|because|when|then|anyone|anybody|here)\b))(?![.,]\d)"
)
BANK_TEXTED = Pattern(  # "the bank's just texted me 449201, who do I read it to?"
    rf"\b{_SENDERS}(?:'s|'ve| has| have| is)?(?: just| only| keeps?| now){{0,2}} (?:text|texts|texted|texting|sent|"
    rf"sends|"
    r"sending|messaged|pinged|emailed|gave|gied)(?: (?:me|us|this|it|through|number|the number|a number|these numbers|"
    rf"another|ma phone|my phone|over)){{0,3}}[ :]{{1,3}}[\"'“]?{_SIX}{_ENDS}",
    re.IGNORECASE,
)
READ_OUT = Pattern(  # "the bank's fraud line asked me to read out 55 91 20"
    rf"\b(?:{_SENDERS}|fraud (?:line|team|department)|scammer|caller|(?:man|woman|fella|guy|lassie|boy) (?:on|aff|"
    rf"from) the "
    r"(?:phone|bank))\b[^.!?\n\d]{0,60}?\b(?:read|gie|give|gave|tell|telt|told|send|sent|forward)(?: (?:it|them|him|"
    r"her|out|oot|back|over|me|us)){0,3}(?: (?:the|this|that|my) (?:code|number|numbers))?[ :,]{1,2}[\"'“]?"
    rf"(?P<code>\d{{3}}[ -]\d{{3}}|\d{{6}}|\d\d(?:[ -]\d\d){{2}}|G-\d{{6}}){_ENDS}",
    re.IGNORECASE,
)
TEXT_OF_A_BANK = Pattern(
    rf"\b(?:text|message|sms|email)(?: \w+)? (?:from|fae|frae|aff) (?:the |my |ma )?{_SENDERS}\b[^.!?\n\d]{{0,20}}?"
    rf"(?:says?|said|saying|reads?|with|it'?s|:|-)[ ][\"'“]?{_SIX}{_ENDS}",
    re.IGNORECASE,
)
IN_A_MESSAGE = (TEXTED, CODE_TEXTED, CODE_READS, CODE_IS_YOURS, TO_APPROVE, BANK_TEXTED, READ_OUT, TEXT_OF_A_BANK)
