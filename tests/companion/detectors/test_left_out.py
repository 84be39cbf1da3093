"""An engine works without spaCy and Presidio's own recognizers, and both are whole for anybody else."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

from companion.detectors.left_out import Nothing, needless_left_out

_BUILT = """
import sys
from companion.detectors.engine import build_engine
from companion.detectors.left_out import NEEDLESS
from companion.policy.load import load_pack
seen = build_engine(load_pack()).detect("Ring me on 07400 123456")
print([one.entity for one in seen], [name for name in sys.modules if name.startswith(NEEDLESS)])
import spacy.tokens
from spacy.vocab import Vocab
print(len(spacy.tokens.Doc(Vocab(), words=["one", "two"])))
from presidio_analyzer.predefined_recognizers import CreditCardRecognizer
print(len(CreditCardRecognizer().analyze("4111 1111 1111 1111", ["CREDIT_CARD"])))
"""


def test_an_engine_is_built_without_what_can_be_imported_afterwards() -> None:
    done = subprocess.run([sys.executable, "-c", _BUILT], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["['phone'] []", "2", "1"], done.stderr


def test_names_of_a_stand_in_serve_as_annotation_base_and_decorator(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in ("spacy", "thinc")]:
        monkeypatch.delitem(sys.modules, name)
    with needless_left_out():
        pipeline, util = importlib.import_module("spacy.pipeline"), importlib.import_module("spacy.util")
        stage = type("Stage", (pipeline.Pipe,), {"__annotations__": {"doc": pipeline.Pipe}})
        assert util.registry.tokenizers("name")(stage) is Nothing
    assert "spacy" not in sys.modules


def test_a_name_of_pythons_own_is_not_made_up() -> None:
    with pytest.raises(AttributeError):
        getattr(Nothing, "__wrapped__")  # noqa: B009 it is the looking up that is tested
