"""The one thin adapter between our detectors and Presidio, whose import takes a while: only the engine does, late."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

from companion.detectors.detector import Detector
from companion.detectors.left_out import needless_left_out
from companion.detectors.pattern import Pattern
from companion.detectors.remembered import Remembered

with needless_left_out():
    from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
    from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
    from presidio_analyzer.nlp_engine import NlpArtifacts, NoOpNlpEngine

LANGUAGE = "en"
_NAME = "forepost"
_BEFORE, _AFTER = 60, 30  # characters of context on either side of a detection


def analyzer_of(detectors: Sequence[Detector]) -> AnalyzerEngine:
    """An analyzer with exactly these detectors: no model, no predefined recognizer, no log of what it reads."""
    for name in ("presidio-analyzer", "decision_process"):
        logging.getLogger(name).disabled = True  # at DEBUG it would log the person's words
    nlp_engine = NoOpNlpEngine(models=[{"lang_code": LANGUAGE, "model_name": "no_op"}])
    nlp_engine.load()
    return AnalyzerEngine(
        registry=Registry(Recognizer(detectors)),
        nlp_engine=nlp_engine,
        supported_languages=[LANGUAGE],
        context_aware_enhancer=WindowContextEnhancer(detectors),
        log_decision_process=False,
    )


class Registry(RecognizerRegistry):
    """Exactly this recognizer. Presidio's own would look through its entities for each that is asked for."""

    def __init__(self, recognizer: Recognizer) -> None:
        super().__init__(recognizers=[recognizer], supported_languages=[LANGUAGE])
        self._ours = recognizer

    def get_recognizers(
        self,
        language: str,
        entities: list[str] | None = None,
        all_fields: bool = False,
        ad_hoc_recognizers: list[EntityRecognizer] | None = None,
    ) -> list[EntityRecognizer]:
        return [self._ours]


class Recognizer(EntityRecognizer):
    """Our detectors, as Presidio wants to see them: as one, since it goes through all results for each it has."""

    def __init__(self, detectors: Sequence[Detector]) -> None:
        self._remembered = tuple(map(Remembered, detectors))
        super().__init__(
            supported_entities=[detector.entity for detector in detectors],
            name=_NAME,
            supported_language=LANGUAGE,
            score_thresholds={detector.entity: detector.threshold for detector in detectors},
        )

    def load(self) -> None:
        """Nothing to load: detectors are plain functions."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts) -> list[RecognizerResult]:
        asked = frozenset(entities)
        return [
            RecognizerResult(
                entity_type=seen.entity,
                start=seen.start,
                end=seen.end,
                score=seen.score,
                recognition_metadata={
                    RecognizerResult.RECOGNIZER_NAME_KEY: _NAME,
                    RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                    "evidence": seen.evidence,
                    "kind": seen.kind,
                },
            )
            for one in self._remembered
            if one.detector.entity in asked
            for seen in one.find(text)
        ]


class WindowContextEnhancer(ContextAwareEnhancer):
    """Raises weak detections that have a cue near them: whole words and phrases, in a window on both sides.

    Presidio's own enhancer sees lemmas only (a no-op engine has none), words before the match only, no phrases,
    and by default any substring ("lic" in "public").
    """

    def __init__(self, detectors: Sequence[Detector]) -> None:
        super().__init__(
            context_similarity_factor=0,
            min_score_with_context_similarity=0,
            context_prefix_count=0,
            context_suffix_count=0,
        )
        self._cues = {detector.entity: (_any_of(detector.cues), detector) for detector in detectors if detector.cues}

    def enhance_using_context(
        self,
        text: str,
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,
        recognizers: list[EntityRecognizer],
        context: list[str] | None = None,
    ) -> list[RecognizerResult]:
        for result in raw_results:
            cued = self._cues.get(result.entity_type)
            if cued is None or result.score >= cued[1].threshold:
                continue
            pattern, detector = cued
            near = text[max(0, result.start - _BEFORE) : result.start] + " \n " + text[result.end : result.end + _AFTER]
            if pattern.search(near.lower()):
                result.score = min(1.0, result.score + detector.lift)
                result.recognition_metadata["evidence"] += ", with a word for it nearby"
        return raw_results


def _any_of(cues: Sequence[str]) -> Pattern:
    return Pattern(r"(?<!\w)(?:" + "|".join(re.escape(cue) for cue in cues) + r")(?!\w)")
