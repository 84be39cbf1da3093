"""Counts: what became of what Forepost showed, for the person alone; a rule of little use offers to go quiet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import Flask, Response, request
from werkzeug.wrappers import Response as AnyResponse

from companion.draft import Mode
from companion.policy.choices import RuleChoice
from companion.policy.model import Rule
from companion.server.pages.change import Answer, Ask, Done, Form
from companion.server.pages.chart import KINDS, chart, strip
from companion.server.pages.desk import Desk, damaged, from_our_page
from companion.server.pages.quieter import QUIETER, quieter, ways
from companion.server.pages.settings.switches import counting
from companion.server.pages.tally import by_rule, sums_of, weeks
from companion.server.pages.undo import changing
from companion.store.counts import Count
from companion.store.database import LaterVersion, NotKept, SetAside
from companion.store.settings import Settings

CSV = "text/csv; charset=utf-8"


def add(app: Flask, desk: Desk) -> None:
    companion = desk.companion

    def page(session: str, mode: Mode | None) -> Response:
        settings, policy = companion.settings.present, desk.policy()
        titles = {rule.id: rule.title for rule in policy.rules} if policy else {}
        trouble, counts, shares = "", list[Count](), dict[str, float]()
        try:
            counts, shares = companion.counts.weeks(), companion.counts.to_quieten()
        except (LaterVersion, SetAside) as why:
            trouble = str(why)
        except NotKept:
            trouble = "Your counts cannot be read at this moment. They are left as they are."
        wanted = [count for count in counts if mode in (None, count.mode)]
        rows = by_rule(wanted, titles)
        shown = weeks(wanted, desk.now.astimezone().date())
        most = max([row.sums.shown for row in rows], default=0)
        return desk.show(
            session,
            "counts",
            "Counts",
            heading="What became of it",
            settings=settings,
            mode=mode,
            trouble=trouble or companion.counts.database.notice or damaged(companion.counts.database),
            any=bool(counts),
            chart=chart(shown),
            since=wanted[0].week if wanted and wanted[0].week < shown[0].monday else None,
            kinds=KINDS,
            all=sums_of(wanted),
            rows=[(row, strip(row.sums, most)) for row in rows],
            counts=list(reversed(wanted)),
            titles=titles,
            quieten=offers(desk, shares),
        )

    @app.get("/ui/<session>/counts", endpoint="counts")
    def counts(session: str) -> Response:
        return page(session, None)

    @app.get("/ui/<session>/counts-<any(personal, professional, official):mode>")
    def counts_in(session: str, mode: Mode) -> Response:
        return page(session, mode)

    @app.post("/ui/<session>/counts")
    def change_counts(session: str) -> AnyResponse:
        do = CHANGES.get(request.form.get("change", ""))
        if do is None or not from_our_page():
            return Response(status=404)
        return desk.answer(session, "counts", lambda: do(desk, request.form))

    @app.get("/ui/<session>/counts.csv")
    def counts_as_csv(session: str) -> AnyResponse:
        return desk.download(session, "counts", companion.counts.export_csv, "forepost-counts.csv", CSV)


def offers(desk: Desk, shares: Mapping[str, float]) -> list[tuple[Rule, float, tuple[str, ...]]]:
    """The rules of the pack that can go quieter, how often each was of no use, and how it can."""
    policy, own = desk.policy(), desk.companion.settings.present.rules
    rules = policy.rules if policy else ()
    found = [(rule, shares[rule.id], ways(rule, own.get(rule.id, RuleChoice()))) for rule in rules if rule.id in shares]
    return [offer for offer in found if offer[2]]


def go_quiet(desk: Desk, form: Form) -> Answer:
    """A rule of little use becomes a hint where it is more now, or is only counted."""
    policy, way = desk.policy(), form.get("way", "")
    rule = next((one for one in policy.rules if one.id == form.get("rule")), None) if policy else None
    if rule is None or way not in QUIETER:
        return None

    def made(now: Settings) -> Settings:
        choice = quieter(rule, now.rules.get(rule.id, RuleChoice()), way)
        return now.model_copy(update={"rules": {**now.rules, rule.id: choice}})

    return Done(f"“{rule.title}” is {QUIETER[way]}.", changing(desk.companion.settings, made))


def delete(desk: Desk, form: Form) -> Answer:
    if form.get("sure") != "yes":
        return Ask(
            "Delete all counts?",
            "Every number is gone for good. Whether Forepost goes on counting stays as it is.",
            "Delete them",
            {"change": "delete"},
            no="Keep them",
        )
    desk.companion.counts.delete_all()
    return Done("Every count is deleted.")


CHANGES: Mapping[str, Callable[[Desk, Form], Answer]] = {"quieter": go_quiet, "delete": delete, "counting": counting}
