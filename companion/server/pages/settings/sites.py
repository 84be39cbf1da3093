"""Sites: where posts are checked, and where private messages are read, too, before they are sent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from companion.server.pages.advice import sites
from companion.server.pages.change import Answer, Done, Form
from companion.server.pages.desk import Desk
from companion.server.pages.undo import changing
from companion.store.settings import Settings, SiteSwitch


@dataclass(frozen=True)
class SiteRow:
    """One site of ours with all its hosts, or one host the person added."""

    id: str
    name: str
    hosts: tuple[str, ...]
    enabled: bool
    messages: bool
    added: bool = False


def shown(settings: Settings) -> list[SiteRow]:
    """Ours first. A switch that is set on one host of a site is shown as the more careful of them."""
    return [*_ours(settings), *_added(settings)]


def _ours(settings: Settings) -> Iterator[SiteRow]:
    for site in sites():
        hosts = (*site.hosts, *sorted(host for host in settings.sites if site.is_at(host) and host not in site.hosts))
        switches = [settings.sites.get(host, SiteSwitch()) for host in hosts]
        enabled, messages = all(one.enabled for one in switches), any(one.messages for one in switches)
        yield SiteRow(site.id, site.name, hosts, enabled, messages)


def _added(settings: Settings) -> Iterator[SiteRow]:
    for host, switch in sorted(settings.sites.items()):
        if not any(site.is_at(host) for site in sites()):
            yield SiteRow(host, host, (host,), switch.enabled, switch.messages, added=True)


def save(desk: Desk, form: Form) -> Answer:
    """All rows at once. Only hosts whose row was changed are written."""
    store = desk.companion.settings
    rows = shown(store.present)
    if form.get("sites") != "all":
        return None
    said = {row.id: (form.get(f"{row.id}:enabled") == "yes", form.get(f"{row.id}:messages") == "yes") for row in rows}
    changed = {
        host: SiteSwitch(enabled=enabled, messages=messages)
        for row in rows
        for enabled, messages in [said[row.id]]
        if (enabled, messages) != (row.enabled, row.messages)
        for host in row.hosts
    }
    if not changed:
        return Done("Nothing was changed.", at="sites")
    back = changing(store, lambda now: now.model_copy(update={"sites": {**now.sites, **changed}}))
    return Done("Saved.", back, "sites")
