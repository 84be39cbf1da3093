"""Packs are untrusted: what is wrong is named by line, column and mend, and nothing grows without end."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.policy.load import MAX_PACK_BYTES, built_in, load_pack, read_pack
from companion.policy.problems import PackError

GOOD = """\
id: test
version: "1.0"
title: Test
publisher: Tests
organisation:
  name: Test Office
rules:
  - id: test.rule
    title: A title
    why: A reason.
    clause: {ref: §1, text: A clause.}
    when: {entity: phone}
    severity: {personal: warn, professional: hint, official: null}
    examples:
      flag: [a, b, c]
      pass: [d, e, f]
"""


def problems(text: str | bytes) -> list[tuple[int, int, str]]:
    with pytest.raises(PackError) as raised:
        read_pack(text.encode() if isinstance(text, str) else text)
    return [(one.line, one.column, f"{one.what} {one.mend}".strip()) for one in raised.value.problems]


def test_a_good_pack_is_read_with_its_places() -> None:
    source = read_pack(GOOD.encode())
    assert source.pack.rules[0].severity.of("professional") == "hint"
    assert source.pack.rules[0].severity.of("official") is None
    assert source.place(("rules", 0, "title")) == (9, 5)
    assert source.place(("rules", 0, "examples", "flag", 1)) == (15, 17)


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "says"),
    [
        ("    why: A reason.\n", "    wye: A reason.\n", 10, 5, "`wye` is not known here. Did you mean `why`?"),
        ("    why: A reason.\n", "", 8, 5, "`why` is missing. Add `why:`."),
        (
            "personal: warn",
            "personal: block",
            13,
            16,
            "`personal` cannot be that. Write one of 'hold', 'warn' or 'hint'.",
        ),
        ("{entity: phone}", "{entity: phone, script: rm}", 12, 27, "`script` is not known here."),
        ("{entity: phone}", "{field: site, is: x, in: [y]}", 12, 12, "give either"),
        ("{entity: phone}", "{python: 1}", 12, 12, "`python` is not known here."),
        ("flag: [a, b, c]", "flag: [a, b]", 15, 7, "at least 3"),
        (
            "flag: [a, b, c]",
            "flag: &x [a, b, c]\n      more: *x",
            16,
            13,
            "Aliases (*name) are not read. Write the value out.",
        ),
        ("title: Test\n", "title: Test\ntitle: Again\n", 4, 1, "`title` is given twice. Keep one of them."),
        ("name: Test Office", "name: !!python/object/apply:os.system [ls]", 6, 9, "Tags (!name) are not read."),
        ("title: Test\n", "title: [Test\n", 4, 10, "This is not YAML"),
        (
            "id: test\n",
            "extends: other\nid: test\n",
            1,
            1,
            "Only the built-in pack or the organisation's can",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(old: str, new: str, line: int, column: int, says: str) -> None:
    assert old in GOOD
    found = problems(GOOD.replace(old, new, 1))
    assert (line, column) in [(one[0], one[1]) for one in found]
    assert any(says.lower() in one[2].lower() for one in found), found


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b"- a\n- b\n", "list of keys and values"),
        (b"\xff\xfe\x00", "not text in UTF-8"),
        (b"id: \x00", "not YAML"),
        (b"[" * 5_000, "nested too deeply"),
        (b"a: " + b"[" * 30 + b"]" * 30, "nested too deeply"),
        (b"a: [" + b"1," * 70_000 + b"]", "too many entries"),
        (b"#" * (MAX_PACK_BYTES + 1), "larger than 1 MiB"),
    ],
    ids=["empty", "a list", "binary", "null byte", "unclosed depth", "depth", "many", "large"],
)
def test_hostile_files_are_refused_at_once(raw: bytes, says: str) -> None:
    assert any(says in one[2] for one in problems(raw))


def test_an_extending_pack_replaces_rules_by_id_and_adds_the_rest() -> None:
    changed = GOOD.replace("id: test\n", "extends: built-in\nid: test\n", 1).replace("test.rule", "personal.phone")
    pack = read_pack(changed.encode()).pack
    assert pack.id == "test"
    assert [rule.title for rule in pack.rules if rule.id == "personal.phone"] == ["A title"]
    assert {rule.id for rule in pack.rules} == {rule.id for rule in built_in().rules}
    assert pack.organisation.name == "Test Office"


def test_load_pack_reads_a_file_or_the_built_in_one(tmp_path: Path) -> None:
    file = tmp_path / "pack.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert load_pack(file).id == "test"
    assert load_pack() == built_in()
    with pytest.raises(OSError, match="No such file"):
        load_pack(tmp_path / "none.yaml")


COUNCIL = (Path(__file__).parents[3] / "docs/examples/council.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "raw",
    [
        b"extends: [built-in]",
        b"extends: built-in\nrules: {a: b}",
        b"extends: built-in\nrules: [{id: [a]}, 5, null]",
        b"extends: organisation\nrules: 5",
        b"extends: organisation\norganisation: 5",
        b"extends: organisation\nchanges: []",
        b"extends: organisation\nrules: [{id: personal.phone}]",
        b"? [a]\n: b",
        b"{? {a: b} : c}",
        b"id: !!int x",
    ],
)
def test_odd_shapes_are_refused_in_words(raw: bytes) -> None:
    assert all(line >= 1 and says for line, _, says in problems(raw))


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.data())
def test_a_pack_cut_and_stirred_is_read_or_refused(data: st.DataObject) -> None:
    """Nothing but PackError, with a place in the file, comes of a pack that somebody has broken."""
    lines = COUNCIL.splitlines(keepends=True)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(lines) - 1))
        piece = data.draw(
            st.sampled_from(["", "- ", "  ", "[", "}", "null", ": ", "'", "5\n", "\n", "&a ", "true", "id: x\n"])
        )
        cut = data.draw(st.integers(0, len(lines[start])))
        length = data.draw(st.integers(0, 12))
        lines[start] = lines[start][:cut] + piece + lines[start][cut + length :]
    raw = "".join(lines).encode()
    try:
        read_pack(raw)
    except PackError as error:
        for problem in error.problems:
            assert 1 <= problem.line <= raw.count(b"\n") + 1
            assert problem.what[0] == problem.what[0].upper() or problem.what[0] == "`"
