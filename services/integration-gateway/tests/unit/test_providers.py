"""A second provider of a capability is a row of its table, and serves where settings say so."""

from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from integration_gateway.clients.payments.unionpay.adapter import UnionPayPayments
from integration_gateway.clients.providers import CAPABILITIES, PAYMENTS, Providers, Reach
from integration_gateway.use_cases.payments.schedule import Schedule

SCHEDULE = Schedule((0.0,), timedelta(minutes=3))


class SecondChannel:
    """Another payment channel."""

    def __init__(self, reach: Reach) -> None:
        self.line = reach.line("/second/v1/orders", 2.0)

    schedule = SCHEDULE

    async def send(self, order: Any) -> Any: ...

    async def look_up(self, order: Any) -> Any: ...


async def opened(**chosen: str) -> Providers:
    providers = Providers("http://127.0.0.1:1/", 3, 15, SCHEDULE, chosen)
    async with aiohttp.ClientSession() as session:
        providers.open(session)
    return providers


async def test_the_first_of_a_table_serves_unless_told() -> None:
    providers = await opened()
    assert isinstance(providers.payments(), UnionPayPayments)
    providers.collector()
    assert "/second/v1/orders" not in providers.lines


async def test_a_second_provider_is_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PAYMENTS, "second", SecondChannel)
    providers = await opened(payments="second")
    assert isinstance(providers.payments(), SecondChannel)
    assert list(providers.lines) == ["/second/v1/orders"]
    assert isinstance((await opened()).payments(), UnionPayPayments)


@pytest.mark.parametrize("chosen", [{"payments": "nobody"}, {"nothing": "unionpay"}])
def test_a_choice_that_there_is_not_ends_the_start(chosen: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="there is no provider"):
        Providers("http://127.0.0.1:1", 3, 15, SCHEDULE, chosen)


def test_every_capability_has_a_provider() -> None:
    assert [name for name, table in CAPABILITIES.items() if not table] == []
