"""Where the payment channel posts that an order has ended.

Its sender is a provider, not a person: it proves itself by its signature over what it posts. What it says is not
believed either; it only has the order asked about at once. The network documents it, not our OpenAPI document.
"""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter, Request, Response

from loan_servicekit.http.problems import problem_response

MOST_BYTES = 64 << 10
PATH = "/v1/notices/unionpay"


def notice_receiver(heard: Callable[[bytes], Awaitable[None]]) -> APIRouter:
    """The route; `heard` raises Invalid for what is no notification of the channel's."""
    router = APIRouter(include_in_schema=False)

    @router.post(PATH)
    async def receive_notice(request: Request) -> Response:
        """Hears of an order. Every other answer than 200 has the channel tell it again."""
        body = b""
        async for part in request.stream():
            body += part
            if len(body) > MOST_BYTES:
                return problem_response(413, "request-too-large", f"a notification has at most {MOST_BYTES} bytes")
        await heard(body)
        return Response("ok", media_type="text/plain")

    return router
