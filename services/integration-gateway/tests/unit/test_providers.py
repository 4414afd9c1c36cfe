"""A second provider of a capability is a row of its table, and serves where settings say so."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import aiohttp
import pytest

from integration_gateway.clients.payments.unionpay.adapter import UnionPayPayments
from integration_gateway.clients.providers import CAPABILITIES, PAYMENTS, Providers, ProviderSettings, Reach
from integration_gateway.use_cases.payments.schedule import Schedule
from integration_gateway.use_cases.providers.ledger import Counted, DayRecord, DifferenceRecord, Ledger
from loan_servicekit.core import utc_now


class Days:
    """Nobody keeps what is counted."""

    async def add(self, counted: Counted) -> None: ...

    async def day(self, day: date) -> Sequence[DayRecord]:
        return []

    async def differences(self, day: date) -> Sequence[DifferenceRecord]:
        return []


LEDGER = Ledger(Days(), utc_now)
SCHEDULE = Schedule((0.0,), timedelta(minutes=3))
ROWS = {
    "unionpay": {
        "url": "http://127.0.0.1:1",
        "file_url": "http://127.0.0.1:1",
        "merchant": "777290058110048",
        "back_url": "http://127.0.0.1:1",
        "credentials": "nowhere",
    },
    "tencent": {"credentials": "nowhere"},
}


class NoPhotos:
    """Nobody has sent a photo of himself."""

    async def photo_of(self, application: str) -> bytes | None:
        return None


class SecondChannel:
    """Another payment channel."""

    def __init__(self, reach: Reach) -> None:
        self.line = reach.line("/second/v1/orders", 2.0)

    schedule = SCHEDULE

    async def send(self, order: Any) -> Any: ...

    async def look_up(self, order: Any) -> Any: ...


async def opened(**chosen: str) -> Providers:
    providers = Providers(ProviderSettings("http://127.0.0.1:1/", 3, 15, ROWS, chosen), utc_now, LEDGER)
    async with aiohttp.ClientSession() as session:
        providers.open(session, NoPhotos())
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
        Providers(ProviderSettings("http://127.0.0.1:1", 3, 15, ROWS, chosen), utc_now, LEDGER)


def test_every_capability_has_a_provider() -> None:
    assert [name for name, table in CAPABILITIES.items() if not table] == []


async def test_a_provider_without_a_row_of_his_own_ends_the_start() -> None:
    providers = Providers(ProviderSettings("http://127.0.0.1:1", 3, 15, {}, {}), utc_now, LEDGER)
    async with aiohttp.ClientSession() as session:
        providers.open(session, NoPhotos())
        with pytest.raises(ValueError, match="merchant"):
            providers.payments()
