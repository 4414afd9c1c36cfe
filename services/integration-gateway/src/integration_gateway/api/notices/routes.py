"""Where providers post what has happened: that an order has ended, that a contract is signed.

Their sender is a provider, not a person: it proves itself by its signature over what it posts. What it says is not
believed either; it only has the matter asked about at once. The providers document it, not our OpenAPI document.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from fastapi import APIRouter, Request, Response

from loan_servicekit.http.problems import problem_response

MOST_BYTES = 64 << 10
PATH, SIGNATURE_PATH = "/v1/notices/unionpay", "/v1/notices/esign"

HeardSignature: TypeAlias = Callable[[Mapping[str, str], Mapping[str, str], bytes], Awaitable[None]]


def notice_receiver(heard: Callable[[bytes], Awaitable[None]], heard_signature: HeardSignature) -> APIRouter:
    """The routes; who hears raises Invalid for what is no notification of the provider's."""
    router = APIRouter(include_in_schema=False)

    @router.post(PATH)
    async def receive_notice(request: Request) -> Response:
        """Hears of an order. Every other answer than 200 has the channel tell it again."""
        if (body := await _body(request)) is None:
            return _too_large()
        await heard(body)
        return Response("ok", media_type="text/plain")

    @router.post(SIGNATURE_PATH)
    async def receive_signature_notice(request: Request) -> Response:
        """Hears of a contract. The provider tells it again, up to sixteen times, until it is answered like this."""
        if (body := await _body(request)) is None:
            return _too_large()
        await heard_signature(dict(request.headers), dict(request.query_params), body)
        return Response('{"code":"200","msg":"success"}', media_type="application/json")

    return router


async def _body(request: Request) -> bytes | None:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            return None
    return body


def _too_large() -> Response:
    return problem_response(413, "request-too-large", f"a notification has at most {MOST_BYTES} bytes")
