"""The captured shape of a composer: useful for mending a site file, and without a word of anybody's text."""

from __future__ import annotations

import re
import subprocess
from typing import Any

import pytest

from tests.browser.overlay.stage import ADDRESS, ESBUILD, ROOT
from tests.browser.pages import PageServer

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><title>Jane Hendry on Example</title>
<script src="/structure.js"></script></head><body>
<nav><a href="/jane_hendry" id="profile-jane">Jane Hendry</a></nav>
<article data-testid="tweet"><p>Somebody else wrote about Dundee harbour</p></article>
<div id="layers" class="css-175oi2r r-1awozwy">
<div role="dialog" aria-modal="true" aria-labelledby="modal-header" class="Composer-box jane-box">
  <h2 id="modal-header">Draft for Margaret</h2>
  <div data-testid="UserAvatar-Container-jane_hendry" style="background:url(/jane.png)">
    <img src="/pics/hendry.png" alt="Photograph of Jane"></div>
  <button aria-label="Everyone in Dundee can reply" data-testid="audiencePicker" data-owner="jane">Everyone</button>
  <div data-testid="tweetTextarea_0" class="public-DraftEditor-content" contenteditable="true" role="textbox"
       aria-multiline="true" aria-label="Post text" data-mystery-margaret="x" tabindex="0"
       componentkey="urn:li:person:8871234"
  ><div><span>Ring Margaret on 07400 123456</span></div><div><br></div><div><br></div></div>
  <input type="text" value="Harbour view" placeholder="Alt text about Margaret" name="margaret-note">
  <ul><li>@margaret_k</li><li>#secretlaunch</li></ul>
  <x-box></x-box>
  <div data-testid="toolBar"><div role="progressbar"></div>
    <button data-testid="tweetButton" aria-disabled="false" type="button"><span>Post</span></button></div>
</div></div>
<script>
  const root = document.querySelector('x-box').attachShadow({ mode: 'open' });
  root.innerHTML = '<button slot="submit-button" title="Send to Margaret">Hello Margaret</button>';
  document.querySelector('input').value = 'typed Kirkcaldy words';
</script></body></html>"""

# Words of people in that page: as text, in labels, values, addresses and identifiers.
PERSONAL = [
    *("jane", "hendry", "margaret", "margaret_k", "dundee", "harbour", "photograph", "somebody", "wrote", "ring"),
    *("everyone", "secretlaunch", "kirkcaldy", "typed", "words", "hello", "view", "pics"),
    *("07400", "123456", "8871234"),
]

# What a site file is written from.
STRUCTURE = [
    '<div role="dialog" aria-modal="true" aria-labelledby="modal-header" class="Composer-box …-box">',
    'data-testid="UserAvatar-Container-…"',
    'contenteditable="true" role="textbox" aria-multiline="true" aria-label="…(9)"',
    'data-testid="tweetTextarea_0" class="public-DraftEditor-content"',
    "   <-- composer",
    '<button data-testid="tweetButton" aria-disabled="false" type="button">',
    "#shadow-root",
    '<button slot="submit-button" title="…(16)">',
    'role="progressbar"',
    "…(28)",  # the draft's text, as a length
    '<div id="layers" class="+2">',
]


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("capture") / "structure.js"
    options = ["--bundle", "--format=iife", "--global-name=capture", "--charset=utf8", "--log-level=error"]
    subprocess.run([ESBUILD, ROOT / "extension" / "capture" / "structure.ts", *options, f"--outfile={out}"], check=True)
    return out.read_text(encoding="utf-8")


@pytest.fixture
def page(page: Any, pages: PageServer, script: str) -> Any:
    pages.show(ADDRESS, PAGE)
    pages.show(f"{ADDRESS}structure.js", script, "text/javascript")
    page.goto(ADDRESS)
    return page


@pytest.fixture
def shape(page: Any) -> str:
    return str(page.evaluate("() => capture.structureOf(document, document.querySelector('[contenteditable]'))"))


def test_no_word_survives(shape: str) -> None:
    assert [word for word in PERSONAL if word in shape.lower()] == []


def test_no_line_is_text(shape: str) -> None:
    """Every line is a tag, a length or a shadow root: whatever a page may hold, it has no other place to stand in."""
    allowed = re.compile(r"^ *(<[a-z][a-z0-9-]*( [^<>]+)?>( {3}<-- composer)?|…\(\d+\)|#shadow-root)( ×\d+)?$")
    assert [line for line in shape.splitlines() if not allowed.match(line)] == []


def test_structure_survives(shape: str) -> None:
    assert [piece for piece in STRUCTURE if piece not in shape] == [], shape


def test_taking_it_changes_nothing(page: Any) -> None:
    whole = "() => document.documentElement.outerHTML"
    before = page.evaluate(whole)
    page.evaluate("() => capture.structureOf(document, document.querySelector('[contenteditable]'))")
    assert page.evaluate(whole) == before


def test_a_composer_alone_on_a_page(page: Any) -> None:
    alone = """() => { const other = document.implementation.createHTMLDocument('');
      other.body.append(other.createElement('textarea'));
      return capture.structureOf(other, other.querySelector('textarea')) }"""
    shape = page.evaluate(alone)
    assert shape.splitlines()[-1].strip() == "<textarea>   <-- composer"
