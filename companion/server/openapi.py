"""The OpenAPI 3.1 document of the API, generated from the same models that check every request."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from companion import __version__
from companion.server.api import ENDPOINTS, Endpoint
from companion.server.caller import Extension, Local, Newcomer
from companion.server.messages import FaultAnswer
from companion.server.ports import PORTS

REF = "#/components/schemas/{model}"
WHO = {
    Extension: "a connected browser extension (bearer token and the Origin seen at pairing)",
    Local: "a local program of the same user (bearer token of the runtime file, no Origin)",
    Newcomer: "an extension that proves itself in the body (no bearer)",
}
FAULTS = {
    "400": "The body could not be read; `fields` names what was wrong, never a value.",
    "409": "The settings have changed since the given revision.",
    "413": "The text or the body is too long.",
    "429": "Too many reviews at once; ask again in a second.",
    "500": "A fault of the companion's own.",
    "503": "The checks are still starting, or could not be loaded.",
    "507": "The disk is full or the folder cannot be written: nothing was changed.",
}


def document() -> dict[str, Any]:
    """Requests are described as they are validated (defaults may be left out), answers as they are written."""
    named: list[tuple[tuple[str, str], JsonSchemaMode, TypeAdapter[Any]]] = []
    for endpoint in ENDPOINTS:
        named.append(((endpoint.path, "request"), "validation", TypeAdapter(endpoint.request)))
        named.append(((endpoint.path, "answer"), "serialization", TypeAdapter(endpoint.answer)))
    named.append((("", "fault"), "serialization", TypeAdapter(FaultAnswer)))
    found, shared = TypeAdapter.json_schemas(named, ref_template=REF)
    schemas = {place: found[place, mode] for place, mode, _ in named}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Forepost companion",
            "version": __version__,
            "description": "Listens on 127.0.0.1 only. Whoever is not known gets one silent 404.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": f"http://127.0.0.1:{port}"} for port in PORTS],
        "paths": {endpoint.path: {"post": _operation(endpoint, schemas)} for endpoint in ENDPOINTS},
        "components": {
            "schemas": dict(sorted(shared["$defs"].items())),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(endpoint: Endpoint, schemas: dict[tuple[str, str], Any]) -> dict[str, Any]:
    open_to_newcomers = Newcomer in endpoint.callers
    needs_token = [caller for caller in endpoint.callers if caller is not Newcomer]
    return {
        "operationId": endpoint.path.removeprefix("/v1/").replace("/", "_"),
        "summary": endpoint.summary,
        "description": "For " + "; ".join(WHO[caller] for caller in endpoint.callers) + ".",
        "security": [*([{"token": []}] if needs_token else []), *([{}] if open_to_newcomers else [])],
        "requestBody": {"required": True, "content": _json(schemas[endpoint.path, "request"])},
        "responses": {
            "200": {"description": "Done.", "content": _json(schemas[endpoint.path, "answer"])},
            **{code: {"description": text, "content": _json(schemas["", "fault"])} for code, text in FAULTS.items()},
            "404": {"description": "Silence: the caller is not known."},
        },
    }


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
