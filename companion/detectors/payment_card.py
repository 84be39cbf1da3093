"""Looks for payment card numbers: a known issuer, a fitting length and the Luhn check digit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from companion.detectors.context import in_link, leads_to, near
from companion.detectors.detector import NEARBY, Detector
from companion.detectors.figures import Figure
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.spoken_digits import DIGIT_WORDS, spoken_runs
from companion.detectors.windows import matches
from companion.draft import Detection

ENTITY = "card"

# Issuer prefixes (ISO/IEC 7812; ranges as the networks publish them) with the lengths in use.
_ISSUERS = (
    (Pattern(r"4"), (13, 16, 19)),  # Visa
    (Pattern(r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), (16,)),  # Mastercard
    (Pattern(r"3[47]"), (15,)),  # American Express
    (Pattern(r"6011|65|64[4-9]"), (16, 19)),  # Discover
    (Pattern(r"30[0-5]|3[689]"), (14, 16)),  # Diners Club
    (Pattern(r"35(?:2[89]|[3-8])"), (16, 19)),  # JCB
    (Pattern(r"62|81"), (16, 17, 18, 19)),  # UnionPay
    (Pattern(r"5018|5020|5038|5893|6304|6759|676[1-3]"), (13, 14, 15, 16, 17, 18, 19)),  # Maestro
)
_RUN = Pattern(r"(?<![\w.,+#@/=&£$€-])\d(?:[ .\-/·]{0,3}\d|\n\d){12,18}(?![\w]|[.,/-]\d)")
_ENOUGH = Figure(r"\d(?:[ .\-/·\n]{0,3}\d){12}")
_LOOK_ALIKE = Figure(  # letters for digits: "4539 5787 6362 I486"
    r"[2-6](?<![\w.-][2-6])[\dOoIl|S]{3}(?:[ .-]?[\dOoIl|S]{4}){3}(?![\w-])"
)
_LOOK_ALIKES = str.maketrans("OoIl|S", "001115")
_SEPARATED = Pattern(r"[ .\-/·\n]")
_COUNTED = Pattern(
    r"^(?:\d([ .\-·/\n]))(?:\d\1){13,17}\d$|^(?:\d{4}[ .\-·/\n]+){3}\d{1,7}$|^\d{4}[ .\-·/\n]+\d{6}"
    r"[ .\-·/\n]+\d{4,5}$|^(?:\d\d[ .\-·/\n]+){6,9}\d{1,3}$"
)
_CARD = Pattern(
    r"\b(?:(?:credit|debit|bank|payment|prepaid|gift|long|visa|mastercard|amex|virtual)? ?cards?(?:'s)?|pan|visa|"
    "mastercard|"
    r"maestro|amex|cvv|cvc|expir\w*|exp|long number|valid (?:from|thru|to)|16 digits?)\b",
    re.IGNORECASE,
)
_TEST_CARD = Pattern(r"\b(?:test|dummy|sandbox|stripe|example|sample|fake)\b", re.IGNORECASE)
_PUBLISHED_TEST_CARDS = frozenset(
    {
        "4242424242424242",
        "4111111111111111",
        "5555555555554444",
        "378282246310005",
        "4000056655665556",
        "6011111111111117",
    }
)
_SOMETHING_ELSE = Pattern(
    r"\b(?:orders?|ref|reference|tracking|parcel|isbn|imei|iccid|barcode|ean|upc|serial|invoice|library|loyalty|nectar|"
    r"clubcard|ticket|booking|crn|mpan|meter|account|acct|a/c|case|tweet|status|id|membership|member)\b"
    r"(?: (?:card|no|number|code|id|num)\.?)*[\s:#.]*$",
    re.IGNORECASE,
)


_WITH_IT = Pattern(  # what goes with a number and is to go with it: "exp 09/29 cvv 123"
    r"(?:[ ,;|]{1,3}(?:(?:exp(?:iry|ires)?(?: date)?|valid (?:thru|to))[ :]{0,2})?(?:0[1-9]|"
    r"1[0-2]) ?[/-] ?\d\d(?:\d\d)?(?!\d))?"
    r"(?:[ ,;|]{1,3}(?:cvv|cvc|cv2|security code)2?[ :]{0,2}\d{3,4}(?!\d))?",
    re.IGNORECASE,
)


def find(text: str) -> Iterator[Detection]:
    if _ENOUGH.search(text):
        for match in matches(text, _ENOUGH, _RUN, 4, 30):
            yield from _seen(text, match.start(), match.end(), match.group())
    for match in _LOOK_ALIKE.finditer(text):
        digits = match.group().translate(_LOOK_ALIKES)
        if digits != match.group():
            yield from _seen(text, match.start(), match.end(), digits)
    for run in spoken_runs(text, 13):
        if (
            len(run.digits) <= 19
            and _issued(run.digits)
            and (luhn.is_valid(run.digits) or _cued(text, run.start, run.end))
        ):
            yield Detection(ENTITY, run.start, run.end, 0.9, "the digits of a card number, in words")


def _seen(text: str, start: int, end: int, run: str) -> Iterator[Detection]:
    digits = re.sub(r"\D", "", run)
    if not _issued(digits) or len(set(digits)) == 1 or in_link(text, start) or leads_to(text, start, _SOMETHING_ELSE):
        return
    if digits in _PUBLISHED_TEST_CARDS and near(text, start, end, _TEST_CARD):
        return
    cued, grouped = _cued(text, start, end), bool(_COUNTED.match(run))
    if luhn.is_valid(digits):
        usual = len(digits) in (15, 16) and (grouped or not _SEPARATED.search(run))
        if cued or grouped or usual:
            yield Detection(ENTITY, start, _end(text, end), 1.0, "a card number with a right check digit")
    elif cued and grouped and len(digits) == 16:
        yield Detection(ENTITY, start, _end(text, end), 0.7, "sixteen digits in fours beside a word for a card")


def _end(text: str, end: int) -> int:
    more = _WITH_IT.match(text, end)
    return more.end() if more else end


def _issued(digits: str) -> bool:
    return any(prefix.match(digits) and len(digits) in lengths for prefix, lengths in _ISSUERS)


def _cued(text: str, start: int, end: int) -> bool:
    return near(text, start, end, _CARD)


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(words=DIGIT_WORDS, digits=1))
