"""Looks for passwords and keys that are given away beside their name: "the wifi password is …", "api_key = …".

Talk about passwords ("my password manager", "change your password") and stand-ins (<password>, ****) are silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.caseless import Caseless
from companion.detectors.detector import NEARBY, Detector, words
from companion.detectors.figures import Figure
from companion.detectors.logins import behind_an_address, written_out
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.screen import Screen
from companion.detectors.secret_words import TRAILING, is_example, is_figured, is_mixed, is_random, is_signed
from companion.detectors.signs import Signs
from companion.detectors.tokens import is_stand_in
from companion.detectors.vocabulary import words_within
from companion.detectors.windows import windows
from companion.draft import Detection

ENTITY = "password"

_NAME = (
    r"pa?ss? ?w(?:o|u)?u?r?s?d|passwrod|passowrd|pasword|passphrase|pass ?code|pwd|pswd|passwd|(?<![a-z])pw|p/w|mypass|"
    r"contrase[ñn]a|mot de passe|passwort|kennwort|wachtwoord|facal-faire|cyfrinair|pass"
)

# In prose: "password is X", "pw: X", "wifi key - X", "temporary password X".
_IN_PROSE = Pattern(
    rf"(?:(?<![A-Za-z])(?P<name>(?:wi-?fi|wpa[23]?|network|guest|login|log ?in|router) (?:key|code|pass)|{_NAME})|"
    r"(?-i:(?<=[A-Z])pw))s?(?![A-Za-z])(?:,?[ ]?\(?(?:default|temp|temporary|new)\)?(?=[ :=]))?"
    r"(?P<between>(?:'s been| has been| used to be| has always been|'s| is| was| are| wis| will be|\s?[:=]|\s?->|"
    r"\s?=>|\s?→|\s-{1,2}|-->|"
    r" (?:has been |been |got )?(?:changed|set|reset|updated) to)"
    r"(?: (?:now|still|currently|set to|just|literally|actually|simply|only|the same:?))?\s?|[ ](?:for|to|on|del|"
    r"du) [\w' -]{1,48}?(?: is |: ?)|,?[ ])"
    r"(?P<quote>[\"'`“‘(]?)(?P<word>[^\s\"'`“”’)]{4,64})",
    re.IGNORECASE,
)
# In code and settings: "api_key": "X", DB_PASSWORD=X, token => 'X'. The name before the secret word has a limit.
_IN_CODE = Pattern(
    r"(?<![A-Za-z0-9])(?P<key>[\w.$-]{0,40}?(?:pa?ss?wo?r?s?d|passphrase|pwd|(?<![a-z])pw(?![a-z])|"
    r"[_-]pass(?![a-z])|\bpass(?![a-z])|secret|"
    r"token|api[_-]?key|apikey|access[_-]?key|private[_-]?key|auth[_-]?key|account[_-]?key|"
    r"encryption[_-]?key|signing[_-]?key|credentials?|"
    r"authorization|oauth|bearer|pass_mask\d*|webhook|_pat\b|_session)[\w.-]{0,24})"
    r"(?:\\{0,2}[\"'])?[\]`),]{0,2}\s{0,16}(?P<sign>=>|:=|===?|!==?|=|:|\||"
    r",(?=\s'))\s{0,16}(?:new String\(|String\(|[bru@f](?=[\"']))?"
    r"(?:\\{0,2}(?P<quote>[\"'`])(?:\\{1,2}[\"'])?(?:Bearer |Basic |token )?"
    r"(?P<quoted>(?:(?!(?P=quote))(?:[^\s\\]|\\(?![\"'\\n]))){4,400})|"
    r"(?![\w-]{1,40}:\s)(?P<bare>[^\s\"'`<>\\]{4,400}))",
    re.IGNORECASE,
)
# What every such line has, without its beginning, which is dear to look for: a name and a sign behind it.
_NAME_AND_SIGN = Caseless(
    r"(?:pa?ss?wo?r?s?d|passphrase|pwd|pw(?![a-z])|pass(?![a-z])|secret|token|key|credentials?|authorization|oauth|"
    r"bearer|pass_mask|webhook|_pat\b|_session)[\w.-]{0,30}(?:\\{0,2}[\"'])?[\]`),]{0,2}\s{0,16}(?:[=:!|]|,\s')"
)
_SIGNS = (
    "pass", "pasw", "psw", "pssw", "pwd", "pw", "p/w", "secret", "token", "_key", "-key", " key", "key:", "key=",
    "key\"", "apikey", "accesskey", "privatekey", "accountkey", "authkey", "signingkey", "encryptionkey", "cred",
    "wifi", "wi-fi", "wpa", "auth", "bearer", "username", "netflix", "disney", "spotify", "memorable", "security",
    "ssid", "router", "hotspot", "broadband", "basic ", "login", "log in", "get in", "need in", "want in", "get on",
    "in as m", "on as m", "in wi m",
    "in with m", "use mine", "use my ", "use ma ", "webhook", "_pat", "_session", "identified",
    " -p", "curl ", "redis-cli", "admin", "contrase", "kennwort", "wachtwoord", "facal-faire", "cyfrinair",
)  # fmt: skip
_AROUND, _SAID = Signs(_SIGNS), Signs((" is ", " that", " for ", " everywhere", " on everything"))
_HOSTS = Figure(r"\d\.\d{1,3}(?:[ ]?\(| \w+[ /])")
# What a secret never comes without: a figure, a sign, a capital within a word; talk about passwords has none near.
_NEAR = Pattern(r"[\s\S]{0,70}?(?:[0-9:=|\"`_@#%&*>→!/]| [-']|[a-z][A-Z]|(?:lower|upper) ?case)")
_SAID_FIRST = Pattern(
    r" (?:that(?:'?s| is)|is) (?:my|the|our|ma|his|her|their) "
    r"(?:[\w'-]+ ){0,2}?(?:pass(?:word|code|phrase)|pwd|pw|login|wi-?fi)\b|"
    r" (?:for (?:everything|the (?:whole )?lot|all|every|a'? ?hing|aw ?thing|them all)|everywhere|on everything)\b"
)

# Words that follow "password is" in ordinary talk.
_TALK = frozenset(
    words(
        """
        about after again also always and any are asap because been before being better both broken but
        button change changed changes changing clearly correct cracking crap days dead different done down
        due easy either enough even every everything expired expires fail failed field fine first for
        forgotten from fun going gone good goes great guess hacked hard have here hint honestly hopefully
        impossible incorrect invalid just kept known later leaked length less like literally locked long
        longer lost mandatory manager managers maybe mine missing more most must need needed needs never
        nice nonsense nothing now obvious obviously off okay once only optional or over password policy
        please probably protected public rather really recovery required requirements reset resets resetting
        right rubbish safe same saved secret secure security set sharing short should shown shit sent simple
        simply so something somewhere still stolen stored strength strong stupid such sure terrible than
        that the their them then there these they thing this those though through time to today tomorrow too
        tools totally unchanged under unknown until update updated used useless usually valid very weak well
        what when where which while who why will with within without won't working would written wrong yes
        you your yours
        """
    )
)
_CODE_WORDS = frozenset(
    words(
        """
        string str text none null nil true false undefined required optional password passwd secret token
        key value type object number example changeme default boolean int bytes input output expire expired
        field hash username user name email var let const return localhost function fail failed success
        enabled disabled public private bearer basic hidden masked redacted unset not-set
        """
    )
)
_EXPRESSION = Pattern(
    r"^\$|\$\{|\{\{|^%|%[sd]|^[#.][a-z-]+$|^(?:process|os|env|self|this|config|settings|req|request|props|"
    r"options|args|ctx|secrets|vars|var|data|"
    r"local|module)\b\.?|^[a-z_]+(?:\.[A-Za-z_]+)+$|^[A-Za-z]+(?:::|->)|\.\.\.|^\*+|^x{4,}|^<|getenv|"
    r"^/[\w/]+$|^https?:|"
    r"^[\w.-]+\.(?:com|net|org|io|pem|json|xml|yml|yaml|txt|js|py|local)\b",
    re.IGNORECASE,
)
_CALL = Pattern(r"[({\[]")
_LOGIN_BEFORE = Pattern(
    r"\b(?:log(?:ged)? ?in|sign(?:ed)? ?in|login|user(?:name)?|account|ssh|sftp|ftp|with|same)\b(?:[^.!?\n]|"
    r"\.(?=\w)){0,50}$",
    re.IGNORECASE,
)
_NAME_IN_CODE = Pattern(r"pass|pwd|ss?wo?r?s?d|pw")
_NAMES_SOMETHING = (
    "url",
    "uri",
    "file",
    "path",
    "name",
    "type",
    "version",
    "field",
    "label",
    "audience",
    "id",
    "hint",
    "prefix",
)

_FORMS: Screen[Caseless | Pattern] = Screen((_IN_PROSE, _NAME_AND_SIGN))


def find(text: str) -> Iterator[Detection]:
    for start, end in (
        *_AROUND.around(text, 60, 480, _NEAR),
        *windows(text, _HOSTS, 20, 80),
        *_SAID.around(text, 66, 60, _SAID_FIRST),
    ):
        words = words_within(text, start, end)
        forms = _FORMS.of(words)
        for match in _IN_PROSE.finditer(text, start, end) if _IN_PROSE in forms else ():
            if _given_away(match):
                yield _detection(match, "word", 0.8, "a password beside its name")
        in_code = _NAME_AND_SIGN in forms and _NAME_AND_SIGN.search(text[start:end])
        for match in _IN_CODE.finditer(text, start, end) if in_code else ():
            if _assigned(match):
                yield _detection(match, "quoted" if match["quoted"] else "bare", 0.75, "a secret beside its name")
        for match in written_out(text, start, end, words):
            yield _detection(match, "word", 0.75, "a login written out")
    for match in behind_an_address(text):
        yield _detection(match, "word", 0.75, "a login written out")


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(signs=_SIGNS, digits=2))


def _detection(match: re.Match[str], group: str, score: float, evidence: str) -> Detection:
    word = match[group].rstrip(TRAILING) or match[group]
    signs = match[group][len(word) :]
    word += signs[: len(signs) - len(signs.lstrip("!?"))]  # "Haggis2019!": to take a sign too many away harms nobody
    return Detection(ENTITY, match.start(), match.start(group) + len(word), score, evidence)


def _given_away(match: re.Match[str]) -> bool:
    """Is the word after "password" one, or the talk going on?"""
    word = match["word"].rstrip(TRAILING)
    if len(word) < 4 or word.lower() in _TALK or is_stand_in(word) or "://" in word or word[0] in ",.;#@<$%{[£€":
        return False
    if is_example(word):
        return False
    between = match["between"].strip()
    if (match["name"] or "").lower() == "pass" and not (between in (":", "=") and re.search(r"[A-Za-z]", word)):
        # a bus pass, a mountain pass; but "log in as mgrant, pass Thistle2024"
        return is_figured(word) and bool(_LOGIN_BEFORE.search(match.string, max(0, match.start() - 80), match.start()))
    signed = between[-1:] in (":", "=", ">", "→", "-") and not between.startswith(("to ", "on ", "del ", "du "))
    if between == "":  # "temporary password Welcome-Nov25"
        return is_mixed(word) and any(char.isdigit() for char in word)
    if signed or match["quote"]:
        return word.lower() not in _CODE_WORDS and not _EXPRESSION.search(word) and (is_mixed(word) or word.isalpha())
    return is_mixed(word)


def _assigned(match: re.Match[str]) -> bool:
    """Is the value a secret, or a name, an expression, a stand-in?"""
    quoted, key = match["quoted"], match["key"].lower()
    word = quoted or match["bare"].rstrip(TRAILING)
    if (
        len(word) < 4
        or word.lower() in _CODE_WORDS
        or is_stand_in(word)
        or _EXPRESSION.search(word)
        or is_example(word)
    ):
        return False
    if "public" in key or "csrf" in key or key.endswith(_NAMES_SOMETHING) or (not quoted and _CALL.search(word)):
        return False
    if _NAME_IN_CODE.search(key):
        return bool(quoted and (match["sign"] != "," or is_mixed(word))) or is_mixed(word)
    return len(word) >= 8 and (is_random(word) or bool(quoted and "secret" in key and is_signed(word)))
