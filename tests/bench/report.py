"""The figures of one bench run as a Markdown table: ours, the peer's, the target."""

from __future__ import annotations

Figures = dict[str, float]
ENGINE_P95 = {280: 2, 3_000: 10, 60_000: 150}  # ms, from the design
HTTP_P95 = {280: "p95 ≤ 5", 3_000: "p95 ≤ 15", 60_000: "–"}


def pair(figures: Figures, size: int) -> str:
    return f"{figures[f'p50_ms_{size}']:.2f} / {figures[f'p95_ms_{size}']:.2f}"


def row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def engine_rows(ours: Figures, peer: Figures) -> list[str]:
    rows = [
        row(f"engine p50 / p95, {size:,} characters (ms)", pair(ours, size), pair(peer, size), f"p95 ≤ {target}")
        for size, target in ENGINE_P95.items()
    ]
    for name, words in (
        ("first_answer_s", "engine: import to first answer (s)"),
        ("rss_idle_mb", "engine process: memory, idle (MB)"),
        ("rss_after_60k_mb", "engine process: memory after 60,000 characters (MB)"),
    ):
        rows.append(row(words, f"{ours[name]:.2f}", f"{peer[name]:.2f}", "–"))
    if "posts" in ours:
        shares = [f"{100 * each['posts_flagged'] / each['posts']:.1f} %" for each in (ours, peer)]
        rows.append(row(f"{ours['posts']:.0f} ordinary posts, share with any warning", *shares, "≤ 0.3 %"))
    return rows


def http_rows(web: Figures) -> list[str]:
    rows = [
        row(f"review over HTTP p50 / p95, {size:,} characters (ms)", pair(web, size), "–", target)
        for size, target in HTTP_P95.items()
    ]
    started = f"{web['port_open_s']:.2f} / {web['first_answer_s']:.2f}"
    memory = f"{web['rss_idle_mb']:.0f} / {web['rss_after_60k_mb']:.0f}"
    rows.append(row("companion: port open / first answer (s)", started, "–", "≤ 0.5 / ≤ 1.5"))
    rows.append(row("companion: memory idle / after 60,000 characters (MB)", memory, "–", "≤ 135 / ≤ 150"))
    return rows


def browser_rows(page: Figures) -> list[str]:
    painted = f"{page['painted_p50_ms']:.0f} / {page['painted_p95_ms']:.0f}"
    return [
        row("end of pause → underline painted, Chromium, p50 / p95 (ms)", painted, "–", "p95 ≤ 50"),
        row("Post on a checked clean draft: requests added", f"{page['clean_post_requests']:.0f}", "–", "0"),
        row("content script, gzip (kB)", f"{page['bundle_gzip_kb']:.1f}", "–", "≤ 60"),
    ]


def table(results: dict[str, Figures]) -> str:
    """The whole table; `results` holds ours, presidio, http and browser."""
    head = [row("figure", "ours", "Presidio's defaults", "target"), "|---|---|---|---|"]
    rows = engine_rows(results["ours"], results["presidio"])
    return "\n".join([*head, *rows, *http_rows(results["http"]), *browser_rows(results["browser"])])
