"""Looks for numbers other states know a person by, where check digits and a word nearby, or a telling form, say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from companion.detectors.context import in_link, near
from companion.detectors.detector import Detector
from companion.detectors.figures import Figure
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.screen import Screen
from companion.detectors.windows import windows
from companion.draft import Detection

ENTITY = "foreign-id"

_EDGE, _END = r"(?<![\w£$€/@#&=+.-])", r"(?![\w@/]|[-.,]\d)"


@dataclass(frozen=True, slots=True)
class Id:
    """One country's number: its name (ours), the words that announce it, its form and who checks it.

    `named` are words that stand beside such a number; a number whose form is telling needs none.
    """

    kind: str
    form: str
    valid: Callable[[str], bool]
    named: str = ""


def _stdnum(module: str) -> Callable[[str], bool]:
    """The check of python-stdnum, imported when first needed: most people never meet most countries."""
    return partial(_checked, module)


def _checked(module: str, number: str) -> bool:
    return bool(import_module(f"stdnum.{module}").is_valid(number))


def _nric(number: str) -> bool:
    """Singapore's NRIC and FIN: weights 2 7 6 5 4 3 2, then a letter (ICA; the M series is from 2022)."""
    letter, digits = number[0].upper(), number[1:8]
    total = sum(int(digit) * weight for digit, weight in zip(digits, (2, 7, 6, 5, 4, 3, 2), strict=True))
    total += {"T": 4, "G": 4, "M": 3}.get(letter, 0)
    letters = {"S": "JZIHGFEDCBA", "T": "JZIHGFEDCBA", "F": "XWUTRQPNMLK", "G": "XWUTRQPNMLK", "M": "KLJNPQRTUWX"}[
        letter
    ]
    place = 10 - total % 11 if letter == "M" else total % 11
    return letters[place] == number[8].upper()


def _medicare(number: str) -> bool:
    """Australia's Medicare card: the ninth digit is the weighted sum of the first eight, modulo ten."""
    digits = [int(char) for char in number if char.isdigit()]
    weighted = sum(digit * weight for digit, weight in zip(digits, (1, 3, 7, 9, 1, 3, 7, 9), strict=False))
    return digits[0] in range(2, 7) and weighted % 10 == digits[8]


_TELLING = (  # the form alone is enough, once the check digits are right
    Id("us-ssn", r"\d{3}-\d{2}-\d{4}", _stdnum("us.ssn")),
    Id("fr-nir", r"[12] \d\d [01]\d \d[\dAB] \d{3} \d{3}(?: \d\d)", _stdnum("fr.nir")),
    Id("it-codice-fiscale", r"[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]", _stdnum("it.codicefiscale")),
    Id("br-cpf", r"\d{3}\.\d{3}\.\d{3}-\d\d", _stdnum("br.cpf")),
    Id("mx-curp", r"[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d", _stdnum("mx.curp")),
    Id("cn-ric", r"[1-9]\d{5}(?:19|20)\d{9}[\dX]", _stdnum("cn.ric")),
    Id("ch-ahv", r"756\.\d{4}\.\d{4}\.\d\d", _stdnum("ch.ssn")),
    Id("be-nn", r"\d\d\.\d\d\.\d\d-\d{3}\.\d\d", _stdnum("be.nn")),
    Id("fi-hetu", r"[0-3]\d[01]\d{3}[-+A]\d{3}[\dA-FHJ-NPR-Y]", _stdnum("fi.hetu")),
    Id("kr-rrn", r"\d{6}-[1-4]\d{6}", _stdnum("kr.rrn")),
    Id("cl-rut", r"\d{1,2}\.\d{3}\.\d{3}-[\dK]", _stdnum("cl.rut")),
)
_NAMED = (
    Id("us-ssn", r"\d{3}[ -]?\d{2}[ -]?\d{4}", _stdnum("us.ssn"), r"ssn|social security"),
    Id("us-itin", r"9\d{2}[ -]?\d{2}[ -]?\d{4}", _stdnum("us.itin"), r"itin"),
    Id("ie-pps", r"\d{7}[A-W][ABWTX]?", _stdnum("ie.pps"), r"pps|ppsn|personal public service|irish|revenue"),
    Id(
        "fr-nir",
        r"[12] ?\d\d ?[01]\d ?\d[\dAB] ?\d{3} ?\d{3} ?\d\d",
        _stdnum("fr.nir"),
        r"nir|s[eé]cu(?:rit[eé] sociale)?|insee",
    ),
    Id("es-dni", r"\d{8}[ -]?[A-Z]", _stdnum("es.dni"), r"dni|nif|documento"),
    Id("es-nie", r"[XYZ][ -]?\d{7}[ -]?[A-Z]", _stdnum("es.nie"), r"nie|nif|residen\w+"),
    Id(
        "de-idnr",
        r"\d{2} ?\d{3} ?\d{3} ?\d{3}",
        _stdnum("de.idnr"),
        r"steuer-?id\w*|idnr|steueridentifikations\w+|tax id",
    ),
    Id(
        "nl-bsn",
        r"\d{4}[ .]?\d{2}[ .]?\d{3}|\d{3}[ .]\d{3}[ .]\d{3}",
        _stdnum("nl.bsn"),
        r"bsn|burgerservicenummer|sofi\w*",
    ),
    Id(
        "be-nn",
        r"\d{11}|\d{6}[ -]\d{3}[ -]\d\d",
        _stdnum("be.nn"),
        r"rijksregister\w*|national register|registre national",
    ),
    Id(
        "se-personnummer",
        r"(?:\d\d)?\d{6}[-+]?\d{4}",
        _stdnum("se.personnummer"),
        r"person ?nummer|personal identity|swedish",
    ),
    Id("no-fodselsnummer", r"\d{6} ?\d{5}", _stdnum("no.fodselsnummer"), r"f[oø]dselsnummer|personnummer|norwegian"),
    Id("dk-cpr", r"\d{6}[ -]?\d{4}", _stdnum("dk.cpr"), r"cpr(?:-?nummer)?|danish"),
    Id("is-kennitala", r"\d{6}[ -]?\d{4}", _stdnum("is_.kennitala"), r"kennitala"),
    Id("pl-pesel", r"\d{11}", _stdnum("pl.pesel"), r"pesel"),
    Id("cz-rc", r"\d{6}/?\d{3,4}", _stdnum("cz.rc"), r"rodn[eé] [cč][ií]slo|birth number"),
    Id("ro-cnp", r"\d{13}", _stdnum("ro.cnp"), r"cnp"),
    Id("bg-egn", r"\d{10}", _stdnum("bg.egn"), r"egn|егн"),
    Id("gr-amka", r"\d{11}", _stdnum("gr.amka"), r"amka|αμκα"),
    Id("hr-oib", r"\d{11}", _stdnum("hr.oib"), r"oib"),
    Id("ee-ik", r"\d{11}", _stdnum("ee.ik"), r"isikukood"),
    Id("lt-asmens", r"\d{11}", _stdnum("lt.asmens"), r"asmens kodas"),
    Id("pt-nif", r"\d{3} ?\d{3} ?\d{3}", _stdnum("pt.nif"), r"nif|contribuinte"),
    Id("tr-tckimlik", r"\d{11}", _stdnum("tr.tckimlik"), r"tc ?kimlik|kimlik no|tckn"),
    Id("il-idnr", r"\d{9}", _stdnum("il.idnr"), r"teudat zehut|israeli id"),
    Id("za-idnr", r"\d{6} ?\d{4} ?\d{3}", _stdnum("za.idnr"), r"south african? id|sa id|id number"),
    Id("in-aadhaar", r"\d{4}[ -]?\d{4}[ -]?\d{4}", _stdnum("in_.aadhaar"), r"aadha+r|uidai"),
    Id("in-pan", r"[A-Z]{5}\d{4}[A-Z]", _stdnum("in_.pan"), r"pan(?: card)?"),
    Id("ca-sin", r"\d{3}[ -]?\d{3}[ -]?\d{3}", _stdnum("ca.sin"), r"sin|social insurance"),
    Id("au-tfn", r"\d{3} ?\d{3} ?\d{3}", _stdnum("au.tfn"), r"tfn|tax file"),
    Id("au-medicare", r"[2-6]\d{3} ?\d{5} ?\d", _medicare, r"medicare"),
    Id("nz-ird", r"\d{2,3}[ -]?\d{3}[ -]?\d{3}", _stdnum("nz.ird"), r"ird"),
    Id("sg-nric", r"[STFGM]\d{7}[A-Z]", _nric, r"nric|fin|singapore\w*"),
    Id("my-nric", r"\d{6}-\d{2}-\d{4}", _stdnum("my.nric"), r"mykad|nric|ic number"),
    Id("th-pin", r"\d-\d{4}-\d{5}-\d\d-\d|\d{13}", _stdnum("th.pin"), r"thai id|บัตรประชาชน"),
    Id("ua-rntrc", r"\d{10}", _stdnum("ua.rntrc"), r"рнокпп|іпн|rnokpp"),
    Id("br-cpf", r"\d{11}", _stdnum("br.cpf"), r"cpf"),
)
_SOME_TELLING = Pattern(
    rf"{_EDGE}(?:" + "|".join(f"(?P<{one.kind.replace('-', '_')}>{one.form})" for one in _TELLING) + rf"){_END}",
    re.IGNORECASE,
)
_BY_GROUP = {one.kind.replace("-", "_"): one for one in _TELLING}
_SOME_NAME = Screen((Pattern(r"\b(?:" + "|".join(one.named for one in _NAMED) + r")\b", re.IGNORECASE),))
_FORMS = [
    (
        one,
        Pattern(rf"\b(?:{one.named})\b", re.IGNORECASE),
        Pattern(rf"{_EDGE}(?:{one.form}){_END}", re.IGNORECASE),
    )
    for one in _NAMED
]
_ENOUGH = Figure(r"\d(?:[ .\-/]{0,2}\d){4}|\d\d[A-Za-z]\d\d[A-Za-z]\d{3}")  # the prefilter


def find(text: str) -> Iterator[Detection]:
    for low, high in windows(text, _ENOUGH, 60, 50):
        for match in _SOME_TELLING.finditer(text, low, high):
            one = _BY_GROUP[match.lastgroup or ""]
            if one.valid(match.group()) and not in_link(text, match.start()):
                evidence = "the form and the check digits of an identity number"
                yield Detection(ENTITY, *match.span(), 0.9, evidence, one.kind)
        if any(name.search(text, low, high) for name in _SOME_NAME.within(text, low, high)):
            yield from _named(text, low, high)


def _named(text: str, low: int, high: int) -> Iterator[Detection]:
    for one, name, form in _FORMS:
        if not name.search(text, low, high):
            continue
        for match in form.finditer(text, low, high):
            if near(text, *match.span(), name, before=45, after=25) and one.valid(match.group()):
                evidence = "right check digits and a word for an identity number nearby"
                yield Detection(ENTITY, *match.span(), 0.85, evidence, one.kind)


DETECTOR = Detector(ENTITY, find, needs=Needs(digits=5))
