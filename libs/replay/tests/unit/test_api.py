"""The client of the API where nobody answers."""

import socket

import pytest

from loan_replay.api import Api, Refused


async def token() -> str:
    return "t"


async def test_a_refused_connection_is_given_up_after_the_tries_with_a_sentence() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}"
        async with Api(lambda service: address, token, tries=3) as api:
            with pytest.raises(Refused) as refusal:
                await api.get("reporting-svc", "/v1/x")
    assert str(refusal.value) == (
        f"503 unreachable: reporting-svc gave no answer at {address}, asked 3 times: Connection refused"
    )
