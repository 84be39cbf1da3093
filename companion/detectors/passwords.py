"""Looks for passwords and keys that are given away beside their name: "the wifi password is …", "api_key = …".

Talk about passwords ("my password manager", "change your password") and stand-ins (<password>, ****) are silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from companion.detectors.caseless import Caseless, small
from companion.detectors.detector import NEARBY, Detector, words
from companion.detectors.needs import Needs
from companion.detectors.pattern import Pattern
from companion.detectors.tokens import is_stand_in
from companion.detectors.windows import windows, windows_at
from companion.draft import Detection

ENTITY = "password"

_NAME = (
    r"pa?ss? ?w(?:o|u)?u?r?s?d|passphrase|pass ?code|pwd|pswd|passwd|(?<![a-z])pw|p/w|mypass|"
    r"contrase[ñn]a|mot de passe|passwort|kennwort|wachtwoord|facal-faire|cyfrinair|pass"
)

# In prose: "password is X", "pw: X", "wifi key - X", "temporary password X".
_IN_PROSE = Pattern(
    rf"(?:(?<![A-Za-z])(?P<name>(?:wi-?fi|wpa[23]?|network|guest|login|log ?in|router) (?:key|code|pass)|{_NAME})|"
    r"(?-i:(?<=[A-Z])pw))s?(?![A-Za-z])(?:,?[ ]?\(?(?:default|temp|temporary|new)\)?(?=[ :=]))?"
    r"(?P<between>(?:'s been| has been|'s| is| was| are| wis| will be|\s?[:=]|\s?->|\s?=>|\s?→|\s-{1,2}|-->|"
    r" (?:has been |been |got )?(?:changed|set|reset|updated) to)"
    r"(?: (?:now|still|currently|set to|just|the same:?))?\s?|[ ](?:for|to|on|del|du) [\w' -]{1,48}?(?: is |: ?)|[ ])"
    r"(?P<quote>[\"'`“‘(]?)(?P<word>[^\s\"'`“”’)]{4,64})",
    re.IGNORECASE,
)
_SECRET_IS = Pattern(r"\bsecret is \"(?P<word>(?=[^\"\s]*\d)(?=[^\"\s]*[^\w\"\s])[^\"\s]{8,64})\"")
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
    r"(?P<quoted>(?:(?!(?P=quote))[^\s\\]){4,400})|"
    r"(?P<bare>[^\s\"'`<>\\]{4,400}))",
    re.IGNORECASE,
)
# What every such line has, without its beginning, which is dear to look for: a name and a sign behind it.
_NAME_AND_SIGN = Caseless(
    r"(?:pa?ss?wo?r?s?d|passphrase|pwd|pw(?![a-z])|pass(?![a-z])|secret|token|key|credentials?|authorization|oauth|"
    r"bearer|pass_mask|webhook|_pat\b|_session)[\w.-]{0,30}(?:\\{0,2}[\"'])?[\]`),]{0,2}\s{0,16}(?:[=:!|]|,\s')"
)
_SQL = Pattern(r"\b(?:IDENTIFIED (?:WITH \w+ )?BY|PASSWORD ?\()\s?['\"](?P<word>[^'\"\s<]{4,80})['\"]", re.IGNORECASE)
_AUTHORISATION = Pattern(r"\b(?:Bearer|Basic|--oauth2-bearer)[ ][\"']?(?P<word>[A-Za-z0-9+/_.~-]{16,400}={0,2})")
_NETRC = Pattern(r"\bmachine[ ]\S{1,80}[ ]login[ ]\S{1,80}[ ]password[ ](?P<word>\S{3,80})")
_HOST_LOGIN = Pattern(r"\b\d{1,3}(?:\.\d{1,3}){3}[ ]\w{2,20}[/ ](?P<word>(?=\w*\d)(?=\w*[A-Z])(?=\w*[a-z])\w{6,40})\b")
_PAIR = Pattern(
    r"(?:\b(?:id|user|login)[ ]?[/(][ ]?(?:pw|pwd|pass|password)\)?(?:[ ]?[:=]| are| is)?[ ]?|"
    r"\b\d{1,3}(?:\.\d{1,3}){3}[ ]?\(?)"
    r"(?P<word>[a-z][\w.-]{1,30}[/(][^\s,)]{4,40})",
    re.IGNORECASE,
)
_LOGIN_AND_WORD = Pattern(
    r"(?:\b(?:login|log ?in|username|account)(?: (?:for|to|on) [\w' ]{2,30}?)?(?:'s| is|:)(?: still| now)? "
    r"\S{2,40} (?:and|&|with|/) (?:the )?|"
    r"\b(?:log(?:ged)? ?(?:in|on)|login|sign(?:ed)? ?in)(?: (?:to|on|at) [\w' ]{2,30}?)? (?:with|as|using) "
    r"(?:the )?[\w.@-]{2,40}(?:,? (?:and|&|/|then|with|plus)|/|,) (?:the )?|"
    r"\badmin ?[/:] ?)"
    r"(?P<word>(?=[^\s/:]{0,63}\d)(?=[^\s/:]{0,63}[A-Za-z])[^\s/:]{6,64})(?!\S{0,64}/)",
    re.IGNORECASE,
)
_OPTION = Pattern(r"\b(?:USERPWD|PASSWORD|PROXYUSERPWD|PROXYPASSWORD),[ ]\"(?P<word>[^\"\s]{6,80})\"")
_COMMAND = Pattern(  # passwords on a command line
    r"(?:\bmysql(?:dump|admin)?\b[^\n]{0,80}?[ ]-p|\bsshpass[ ]-p[ ]?['\"]?|\bredis-cli\b[^\n]{0,60}?[ ]-a[ ]|"
    r"[ ]-u[ =]?\S{2,60}[ ]-p[ =]?['\"]?|"
    r"\bcurl\b[^\n]{0,120}?[ ](?:-u|--user)[ =]?['\"]?[\w.@-]{1,60}:)(?P<word>[^\s'\"]{6,100})"
)
_IN_XML = Pattern(
    r"(?:\b(?:key|name|id)=[\"'][\w.:-]{0,40}(?:password|passwd|pwd|secret|token|api[_-]?key)[\"'] value=[\"']|"
    r"<[\w:.-]{0,40}(?:password|passwd|pwd|secret|token|api[_-]?key)>)(?P<word>[^\s\"'<>]{6,200})(?=[\"'<])",
    re.IGNORECASE,
)
_WIFI_KEY = Pattern(
    r"\b(?:wi-?fi|ssid|router|network)\b[^.!?\n]{0,80}?\b(?:key|code|pass)(?: is|'s|[ ]?[:=]|[ ]-)[ ]?[\"'“]?"
    r"(?P<word>[^\s\"'”]{8,63})",
    re.IGNORECASE,
)
_KEY_ON_A_ROUTER = Pattern(  # "the router's key is on the sticker, R4ND0M-K3Y-88"
    r"\b(?:wi-?fi|router|hub|hotspot|network)\b[^.!?\n]{0,40}?\b(?:key|code|pass(?:word)?)\b[^.!?\n]{0,40}?[ ,(]"
    r"(?P<word>(?=[^\s,]{0,63}\d)(?=[^\s,]{0,63}[A-Z])[A-Za-z\d-]{8,63})(?![\w/:])",
)
_SET_TO = Pattern(  # "I set everyone's temp login to Spring24"
    r"\b(?:set|reset|changed?|changing|made|switched)\b[^.!?\n]{1,40}?\b(?:logins?|log ?ins?|pass(?:word|code)s?|pwd|"
    r"pw|"
    r"accounts?) (?:to|as|=) [\"'“]?(?P<word>[^\s\"'”]{5,64})",
    re.IGNORECASE,
)
_IT_IS = Pattern(  # "don't bother with the password hint, it's Rangers1872 everywhere"
    r"\b(?:password|passcode|pwd|wi-?fi|netflix|disney|spotify|login)\b[^.!?\n]{0,50}[ ,](?:it'?s|is) (?:now |still )?"
    r"[\"'“]?(?P<word>[^\s\"'”]{6,64})(?=[\"'”.,!]|[ ](?:everywhere|now|all|for|btw|and|so|if)\b|$)",
    re.IGNORECASE,
)
_SERVICE_IS = Pattern(  # "netflix is now haggis4tea, username still mums email"
    r"\b(?:netflix|disney|spotify|prime|sky|now tv|wi-?fi|hotspot|router|icloud|gmail|outlook|insta|instagram|facebook|"
    r"roblox|minecraft|steam|xbox|zoom|teams|laptop|pc|ipad|tablets?|portal|intranet|moodle|glow)\b"
    r"(?: is|'s|:)(?: now| still| just)? [\"'“]?(?P<word>[^\s\"'”]{6,64})"
    r"(?=[^.!?\n]{0,60}\b(?:user(?:name)?|log ?in|e-?mail|account|sign ?in|password|pw|pass)\b)",
    re.IGNORECASE,
)
_LONG_KEY = Pattern(
    r"\b(?:key|token|secret)(?:'s| is) [\"'`]?(?P<word>(?=\S{0,99}\d\S{0,99}\d)[A-Za-z0-9_+/=-]{24,100})(?![\w.:/])"
)
_ON_THE_NEXT_LINE = Pattern(
    r"pass(?:word|code|phrase)[^\n.:]{0,60}:["
    r" ]?\n{1,2}(?P<word>(?=\S{0,63}\d)(?=\S{0,63}[A-Za-z])(?!\w{1,20}://)\S{8,64})",
    re.IGNORECASE,
)
_LOGINS = (  # each with what it never comes without, in small letters
    (_AUTHORISATION, ("bearer", "basic", "--oauth2")),
    (_NETRC, ("machine ",)),
    (_PAIR, ("/", "(")),
    (_OPTION, ("pwd,", "password,")),
    (_SQL, ("identified ", "password(", "password (")),
    (_SECRET_IS, ("secret is",)),
    (_HOST_LOGIN, (".",)),
    (_COMMAND, (" -p", "curl ", "redis-cli")),
    (_IN_XML, ("value=", ">")),
    (_LOGIN_AND_WORD, ("login", "log in", "username", "account", "admin")),
    (_WIFI_KEY, ("wifi", "wi-fi", "ssid", "router", "network")),
    (_KEY_ON_A_ROUTER, ("wifi", "wi-fi", "hub", "router", "network", "hotspot")),
    (_ON_THE_NEXT_LINE, (":\n", ": \n")),
)
_FIGURED = (  # as _LOGINS, of a word that has letters, a figure, and a capital or a sign
    (_SET_TO, ("set", "chang", "made", "switched")),
    (_IT_IS, ("it's", "its", " is ")),
    (_SERVICE_IS, (" is ", "'s ", ": ")),
)
_SIGNS = (
    "pass", "pasw", "psw", "pssw", "pwd", "pw", "p/w", "secret", "token", "_key", "-key", " key", "key:", "key=",
    "key\"", "apikey", "accesskey", "privatekey", "accountkey", "authkey", "signingkey", "encryptionkey", "cred",
    "wifi", "wi-fi", "wpa", "auth", "bearer", "username", "netflix", "disney", "spotify",
    "basic ", "login", "webhook", "_pat", "_session",
    "identified",
    " -p", "curl ", "redis-cli", "admin", "contrase", "kennwort", "wachtwoord", "facal-faire", "cyfrinair",
)  # fmt: skip
_HOSTS = Pattern(r"\d\.\d{1,3}(?:[ ]?\(| \w+[ /])")
# What a secret never comes without: a figure, a sign, a capital within a word; talk about passwords has none near.
_NEAR = Pattern(r"[\s\S]{0,70}?(?:[0-9:=|\"`_@#%&*>→!/]| [-']|[a-z][A-Z])")

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
_KEYBOARD = Pattern(r"abcdefg|1234567", re.IGNORECASE)
_EXAMPLE = Pattern(  # words that only say that a secret would stand here, as the manuals write them
    r"(?:my|your|the|some|super|top|very|secret|password|passwd|pass|pwd|open|sesame|change|me|example|sample|dummy|"
    r"test|"
    r"fake|foo|bar|baz|placeholder|here|insert|enter|goes|token|api|key)+"
)
_SIGN_WITHIN = Pattern(r"[A-Za-z\d][#$!%^&*+?~][A-Za-z\d]")
_LOGIN_BEFORE = Pattern(
    r"\b(?:log(?:ged)? ?in|sign(?:ed)? ?in|login|user(?:name)?|account)\b(?:[^.!?\n]|\.(?=\w)){0,50}$", re.IGNORECASE
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
_ORDINARY = Pattern(  # 10.30am, 4th-floor, covid-19, 50mbps, iphone15, a link
    r"[\d.,:-]+[A-Za-z]{1,5}|[\d-]+[a-z-]+|covid-?\d+|(?:ios|iphone|windows|android|version|v|ps|gta|wi-?fi|"
    r"ipv)-?\d[\w.]*|"
    r"[£$€].*|.*[/@]\S*\.\S*|\w+\.\w{2,4}",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?)]}>'\"`"


def find(text: str) -> Iterator[Detection]:
    for start, end in (*windows_at(text, _SIGNS, 60, 480, _NEAR), *windows(text, _HOSTS, 20, 80)):
        for match in _IN_PROSE.finditer(text, start, end):
            if _given_away(match):
                yield _detection(match, "word", 0.8, "a password beside its name")
        in_code = _IN_CODE.finditer(text, start, end) if _NAME_AND_SIGN.search(text[start:end]) else ()
        for match in in_code:
            if _assigned(match):
                yield _detection(match, "quoted" if match["quoted"] else "bare", 0.75, "a secret beside its name")
        lowered = small(text[start:end])
        for match in (
            found
            for pattern, needs in _LOGINS
            if any(literal in lowered for literal in needs)
            for found in pattern.finditer(text, start, end)
        ):
            if not is_stand_in(match["word"]) and _is_mixed(match["word"].rstrip(_TRAILING)):
                yield _detection(match, "word", 0.75, "a login written out")
        for match in (
            found
            for pattern, needs in _FIGURED
            if any(literal in lowered for literal in needs)
            for found in pattern.finditer(text, start, end)
        ):
            word = match["word"].rstrip(_TRAILING)
            if not is_stand_in(word) and _is_made_up(word):
                yield _detection(match, "word", 0.75, "a login written out")
        for match in _LONG_KEY.finditer(text, start, end):
            if _is_random(match["word"]):
                yield _detection(match, "word", 0.75, "a long key beside its name")


DETECTOR = Detector(ENTITY, find, reach=NEARBY, needs=Needs(signs=_SIGNS, digits=2))


def _detection(match: re.Match[str], group: str, score: float, evidence: str) -> Detection:
    word = match[group].rstrip(_TRAILING) or match[group]
    return Detection(ENTITY, match.start(), match.start(group) + len(word), score, evidence)


def _given_away(match: re.Match[str]) -> bool:
    """Is the word after "password" one, or the talk going on?"""
    word = match["word"].rstrip(_TRAILING)
    if len(word) < 4 or word.lower() in _TALK or is_stand_in(word) or "://" in word or word[0] in ",.;#@<$%{[£€":
        return False
    if _is_example(word):
        return False
    between = match["between"].strip()
    if (match["name"] or "").lower() == "pass" and not (between in (":", "=") and re.search(r"[A-Za-z]", word)):
        # a bus pass, a mountain pass; but "log in as mgrant, pass Thistle2024"
        return _is_figured(word) and bool(_LOGIN_BEFORE.search(match.string, max(0, match.start() - 80), match.start()))
    signed = between[-1:] in (":", "=", ">", "→", "-") and not between.startswith(("to ", "on ", "del ", "du "))
    if between == "":  # "temporary password Welcome-Nov25"
        return _is_mixed(word) and any(char.isdigit() for char in word)
    if signed or match["quote"]:
        return word.lower() not in _CODE_WORDS and not _EXPRESSION.search(word) and (_is_mixed(word) or word.isalpha())
    return _is_mixed(word)


def _assigned(match: re.Match[str]) -> bool:
    """Is the value a secret, or a name, an expression, a stand-in?"""
    quoted, key = match["quoted"], match["key"].lower()
    word = quoted or match["bare"].rstrip(_TRAILING)
    if (
        len(word) < 4
        or word.lower() in _CODE_WORDS
        or is_stand_in(word)
        or _EXPRESSION.search(word)
        or _is_example(word)
    ):
        return False
    if "public" in key or "csrf" in key or key.endswith(_NAMES_SOMETHING) or (not quoted and _CALL.search(word)):
        return False
    if _NAME_IN_CODE.search(key):
        return bool(quoted and (match["sign"] != "," or _is_mixed(word))) or _is_mixed(word)
    return len(word) >= 8 and (_is_random(word) or bool(quoted and "secret" in key and _is_signed(word)))


def _is_figured(word: str) -> bool:
    """Has letters, a figure, and a capital or a sign: a password as people make them up."""
    return bool(re.search(r"\d", word) and re.search(r"[A-Za-z]{3}", word) and re.search(r"[A-Z]|[^\w.,'’-]", word))


def _is_made_up(word: str) -> bool:
    """Letters and a figure run together, as in a password people make up; no date, no size, no name of a thing."""
    return bool(re.search(r"[A-Za-z]{3}", word) and re.search(r"\d", word)) and not _ORDINARY.fullmatch(word)


def _is_example(word: str) -> bool:
    return bool(_EXAMPLE.fullmatch(word.lower().replace("$", "s").replace("_", "").replace("-", "")))


def _is_mixed(word: str) -> bool:
    """Has a digit or a sign within it, or capitals after small letters: no ordinary word."""
    return bool(re.search(r"\d|[^\w'’.,-]|[a-z][A-Z]|\w[-_]\w*\d|[a-z]_[a-z]", word)) and bool(
        re.search(r"[A-Za-z\d]{3}|\W", word)
    )


def _is_signed(word: str) -> bool:
    """Has a sign within it that no name and no address has."""
    return bool(_SIGN_WITHIN.search(word)) and not _KEYBOARD.search(word)


def _is_random(word: str) -> bool:
    """Letters and digits mixed as no name of a thing is."""
    digits, letters = sum(c.isdigit() for c in word), sum(c.isalpha() for c in word)
    return digits >= 2 and letters >= 2 and len(set(word)) >= 6 and not _KEYBOARD.search(word)
