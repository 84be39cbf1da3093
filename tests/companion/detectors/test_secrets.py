"""Tokens, passwords and codes given away; talk about them, placeholders and promo codes are silent."""

from __future__ import annotations

import pytest

from companion.detectors import passcodes, passwords, tokens
from companion.detectors.detector import Detector
from tests.companion.detectors.examples import quotes

TOKEN, PASSWORD, CODE = tokens.DETECTOR, passwords.DETECTOR, passcodes.DETECTOR
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N"


@pytest.mark.parametrize(
    ("detector", "text", "quote"),
    [
        (TOKEN, "key AKIAQ3EGRIZN5XLB7T2M ok", "AKIAQ3EGRIZN5XLB7T2M"),
        (TOKEN, "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", "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"),
        (TOKEN, "sk_live_qGu2RSKfI7vdCXuyl8t7f3XC — publishable?", "sk_live_qGu2RSKfI7vdCXuyl8t7f3XC"),
        (TOKEN, f"Bearer {JWT}", JWT),
        (TOKEN, "bot 597663423:AAAQE1diBseLL1oUWB1FZJC002OVH3RLmzW", "597663423:AAAQE1diBseLL1oUWB1FZJC002OVH3RLmzW"),
        (TOKEN, "-----BEGIN RSA PRIVATE KEY-----\nMIIE", "-----BEGIN RSA PRIVATE KEY-----\nMIIE"),
        (TOKEN, "postgres://admin:Tr0ut@db.internal/rents", "postgres://admin:Tr0ut@db.internal/rents"),
        (TOKEN, "Server=db;Uid=sa;Pwd=hunter22;", "Pwd=hunter22"),
        (PASSWORD, "ward wifi pwd - getwellsoon, tell your da", "pwd - getwellsoon"),
        (PASSWORD, "the passwurd's clatty_bothy_99, dinnae tell", "passwurd's clatty_bothy_99"),
        (PASSWORD, "temporary password Welcome-Nov25.", "password Welcome-Nov25"),
        (PASSWORD, "log in as hall, pw: Ceilidh&Tablet22", "pw: Ceilidh&Tablet22"),
        (PASSWORD, 'API_KEY = "9f8a7c6b5d4e3f2a1b0c"', 'API_KEY = "9f8a7c6b5d4e3f2a1b0c'),
        (PASSWORD, "log in as hall, pass Thistle2024!, then approve", "pass Thistle2024"),
        (PASSWORD, "password for the box changed again: Kelp-41.", "password for the box changed again: Kelp-41"),
        (PASSWORD, "wifi is Croft_5G and the key is Heather!88", "wifi is Croft_5G and the key is Heather!88"),
        (PASSWORD, "Contraseña del wifi: GatoNegro2023", "Contraseña del wifi: GatoNegro2023"),
        (PASSWORD, "password (temp): Kelp4471", "password (temp): Kelp4471"),
        (PASSWORD, "mysql -u root -pTwelveOtters9 rents", "mysql -u root -pTwelveOtters9"),
        (PASSWORD, "curl -u jean:9fK-tarbert https://ci.scot/x", "curl -u jean:9fK-tarbert"),
        (PASSWORD, "The password to go on with:\n\nbd9627decc63", "password to go on with:\n\nbd9627decc63"),
        (
            PASSWORD,
            "_authToken: b98ec224-cdb2-4340-b7bd-9617fc719d1d",
            "_authToken: b98ec224-cdb2-4340-b7bd-9617fc719d1d",
        ),
        (PASSWORD, "jwtSecret: 'k\"9]vR;W!q'", "jwtSecret: 'k\"9]vR;W!q"),
        (PASSWORD, "oauth:\n  jwtSecret: 'w\\5]E;_&k>q??G&3CF=;'", "jwtSecret: 'w\\5]E;_&k>q??G&3CF="),
        (TOKEN, "Endpoint=azconfig;Id=K-0;Secret=hT9wq3ZpLm48;", "Secret=hT9wq3ZpLm48"),
        (TOKEN, "ftp://bob:secret@files.fife.org", "ftp://bob:secret@files.fife.org"),
        (PASSWORD, "buildConfigField 'String', 'API_KEY', '\\\"951bc382db9c\\\"'", "API_KEY', '\\\"951bc382db9c"),
        (CODE, "for the back door it's 2290 then the tick", "for the back door it's 2290"),
        (CODE, "2FA code texted me was 118 204", "2FA code texted me was 118 204"),
        (CODE, "Guide hut door code is 4719Y, lights left", "door code is 4719Y"),
        (CODE, "twitter sent me reset code 55K2-QQ81", "reset code 55K2-QQ81"),
        (CODE, "they texted me the code 448 207, do i give it", "texted me the code 448 207"),
        (CODE, "448207 is your WhatsApp code", "448207 is your WhatsApp code"),
        (CODE, "Safe in the vestry is 34 left, 9 right, 21 left", "34 left, 9 right, 21 left"),
        (
            CODE,
            "recovery phrase: legal winner thank year wave sausage worth useful legal winner thank yellow",
            "recovery phrase: legal winner thank year wave sausage worth useful legal winner thank yellow",
        ),
        (
            CODE,
            "seed phrase, if I go: legal winner thank year wave sausage worth useful legal winner thank yellow",
            "seed phrase, if I go: legal winner thank year wave sausage worth useful legal winner thank yellow",
        ),
        (CODE, "forgot my own pin at the till, it's 3805 you daft woman", "my own pin at the till, it's 3805"),
        (CODE, "garage side door, 4419 then turn the handle", "4419"),
        (CODE, "Santander just texted me 604 118 and a man is on the phone asking", "Santander just texted me 604 118"),
        (CODE, "there's a text fae the bank saying 772019, what is it?", "text fae the bank saying 772019"),
        (CODE, "bank card pin is aye my house number backwards", "pin is aye my house number"),
        (CODE, "my laptop password is still my dog's name lol", "password is still my dog's name"),
        (PASSWORD, "Wi-Fi at the hall\nKEY: tablet&tea1946", "Wi-Fi at the hall\nKEY: tablet&tea1946"),
        (CODE, "somebody has set the gate to 2-4-6-8 again", "set the gate to 2-4-6-8"),
        (CODE, "pass for the hall is our postcode backwards", "pass for the hall is our postcode"),
        (
            CODE,
            "a man on the phone telt me tae read out 482 113, naw thanks",
            "man on the phone telt me tae read out 482 113",
        ),
    ],
)
def test_what_is_given_away_is_found(detector: Detector, text: str, quote: str) -> None:
    found = quotes(detector, text)
    assert len(found) == 1
    assert found[0].startswith(quote) or quote.startswith(found[0]) or found == [quote]
    assert quote in found[0] or found[0] in quote


@pytest.mark.parametrize(
    "text",
    [
        "Use a password manager, switch on two-factor, stop rotating passwords every 30 days.",
        "The password to my heart is also more butter.",
        "den password changed AGAIN, I'm 44",
        "password: required",
        "Why is my password wrong?",
        "password = 'super$ecret', then my_password: \"open_sesame\" and secret = 'change-me'",
        "licence AKCp2UNCd8uK7hQoxZnFE4PGtRHnAcBHr43HgLcj7nJmWb4JhVUqBwa2iwXszftnogpo2EVF0",
        "TOKEN_AUDIENCE = '25872395-ed3a-4703-b647-22ec53f3683c'",
        "secret_access_key = 'abcdefg12346+FJQCK'",
        "curl -u $USER:$TOKEN https://ci.scot/job, mysql -u root -p rents",
        "the password to success: hard work",
        "my bus pass Glasgow2024 edition",
        "password = <your password>, token = ${TOKEN}, secret: ********",
        "use sk_test_... in CI, never the live one",
        "const password = process.env.DB_PASSWORD",
        "amqp://user:*****@example.com",
        "Use https://user:password@host/ in the config",
        "git clone https://me:token@example.org/x.git will do",
        "https://user:pass@example.com/",
        "https://housing.gov.scot:443@evil.top/login",
        "Why do folk say PIN number.",
        "a day pass is £4.50 now, the bus pass: £20",
        "boarding pass 14B-27 and off we go",
        "Pin 1000 posts to the board, then rest",
        "Use code SAVE2026 for 20% off at the checkout",
        "Read the Code. The Civil Service one. It's four pages.",
        "gate code's been changed, DM me",
        "twelve words my toddler knows: dug, car, naw, mine, moon, biscuit, granny, shoe, again, hot, up, more",
        "turn left, then right, 2 left after the kirk",
        "Two-factor on my library account. For whom. The Da Vinci Code gang?",
        "drop a pin on the map, it's 1200 metres from here",
        "scored 2500 then turned the page",
        "the bank sent me 250000 reasons to be cheerful",
        "Amazon sent us 200 000 leaflets",
        "my pin badge count: it's 1500 badges now",
        "If your PIN is your birthday, change it",
        "Whose pin is her birthday? Not mine",
        "set the alarm to 0630 and the oven to 1800",
        "The router is in the hall\nKey: under the stairs",
        "a bus pass is my favourite thing",
        "the fraud team told 250 000 people about it",
    ],
)
def test_talk_and_stand_ins_are_silent(text: str) -> None:
    assert [quotes(detector, text) for detector in (TOKEN, PASSWORD, CODE)] == [[], [], []]
