"""The Flask application, and the guard in front of it."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from flask import Flask, Request, Response, request
from flask_cors import cross_origin
from pydantic import TypeAdapter, ValidationError

from companion.server.api import ENDPOINTS, Endpoint
from companion.server.caller import KEY, Caller, Newcomer
from companion.server.companion import Companion
from companion.server.guard import Guard
from companion.server.messages import FaultAnswer
from companion.server.pages.closed import closed
from companion.server.pages.routes import add_pages
from companion.server.refusals import Refusal, Silence

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


class InMemory(Request):
    """A request whose file stays in memory: Werkzeug would put a larger one into a temporary file."""

    def _get_file_stream(self, *_: Any, **__: Any) -> BytesIO:
        return BytesIO()


def create_app(companion: Companion) -> WSGIApplication:
    """The whole WSGI application: guard first, Flask behind it."""
    app = Flask("companion.server", template_folder="pages/templates", static_folder=None)
    app.request_class = InMemory
    app.config["TRUSTED_HOSTS"] = ["127.0.0.1", "localhost"]  # a second lock; the guard has the exact list
    app.config["PROPAGATE_EXCEPTIONS"] = True  # the guard notes a fault without its words; Flask would print them
    app.config["CORS_ALWAYS_SEND"] = False  # without an Origin, say nothing of connected ones
    for endpoint in ENDPOINTS:
        add_endpoint(app, companion, endpoint)
    add_pages(app, companion)
    return Guard(
        app.wsgi_app,
        port=companion.port,
        local_token=companion.local_token,
        clients=companion.clients,
        window=companion.window,
        visits=companion.visits,
        api_paths=[endpoint.path for endpoint in ENDPOINTS],
        closed=closed(app),
    )


def add_endpoint(app: Flask, companion: Companion, endpoint: Endpoint) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(endpoint.request)

    def answer() -> Response:
        caller: Caller = request.environ[KEY]
        if type(caller) not in endpoint.callers:
            return Response(status=404)
        try:
            asked = read_body(adapter, request.get_data(cache=False), endpoint.names)
            return in_json(endpoint.call(companion, caller, asked).model_dump_json(), 200)
        except Silence:
            return Response(status=404)
        except Refusal as refusal:
            if isinstance(caller, Newcomer):
                return Response(status=404)
            fault = FaultAnswer(error=refusal.fault)
            return in_json(fault.model_dump_json(exclude_none=True), refusal.status)

    def answer_for_connected_origins() -> Response:
        """Browsers are connected and disconnected at run time, so flask-cors is told the list at every request."""
        allowed = cross_origin(
            origins=companion.clients.origins(),
            methods=["POST"],
            allow_headers=["Authorization", "Content-Type"],
            vary_header=False,  # the guard says Vary on every answer
            max_age=60,  # seconds
        )
        response: Response = allowed(answer)()
        return response

    app.add_url_rule(
        endpoint.path,
        endpoint=endpoint.path,
        view_func=answer_for_connected_origins,
        methods=["POST", "OPTIONS"],
        provide_automatic_options=False,
    )


def in_json(body: str, status: int) -> Response:
    return Response(body, status=status, content_type="application/json")


LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_body(adapter: TypeAdapter[Any], body: bytes, names: str) -> Any:
    """The request in its model. Raises Refusal with the names of wrong fields, never their values."""
    try:
        return adapter.validate_json(body)
    except ValidationError as error:
        if b"\\u" in body and any(found["type"] == "json_invalid" for found in error.errors(include_input=False)):
            return adapter_on_mended(adapter, body, names)
        raise refused(error, names) from None


def adapter_on_mended(adapter: TypeAdapter[Any], body: bytes, names: str) -> Any:
    """Read a body that has half of a surrogate pair in it: an editor may split an emoji while it is typed.

    Each half becomes U+FFFD, which is one UTF-16 unit as well, so that no offset moves.
    """
    try:
        return adapter.validate_python(mended(json.loads(body)))
    except ValidationError as error:
        raise refused(error, names) from None
    except (ValueError, RecursionError):
        raise Refusal(400, "invalid", "This is not JSON.", []) from None


def mended(value: Any) -> Any:
    match value:
        case str():
            return LONE_SURROGATE.sub("\ufffd", value)
        case list():
            return [mended(item) for item in value]
        case dict():
            return {mended(key): mended(item) for key, item in value.items()}
    return value


def refused(error: ValidationError, names: str) -> Refusal:
    found = error.errors(include_input=False, include_context=False, include_url=False)
    fields = sorted({names + ".".join(str(part) for part in each["loc"]) for each in found if each["loc"]})
    message = "Some of what was sent could not be read." if fields else "This is not JSON of the kind asked for."
    return Refusal(400, "invalid", message, fields)
