"""The handbook's own samples, word for word, through the adapters (domain.md §7.1 to §7.7)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import aiohttp
import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from outside_world import AT, Outside, a_request

from integration_gateway.clients.sources.samr import adapter as samr
from loan_contracts.facts import (
    BureauFacts,
    CollectedFacts,
    CourtFacts,
    IdentityFacts,
    RegistryFacts,
    SocialInsuranceFacts,
    TaxFacts,
    TelecomFacts,
)
from loan_contracts.values import Source, SourceStatus
from provider_simulator.sources.envelope import SOURCES

HANDBOOK = Path(__file__).parents[1] / "handbook"
SAMPLED = [source for source in Source if source is not Source.FACE]  # whose answer is a cloud's


def sample(source: Source) -> dict[str, Any]:
    """A source's answer as the handbook prints it; of the credit report it prints the data alone."""
    printed = orjson.loads((HANDBOOK / f"{source.value.lower()}.json").read_bytes())
    return {"status": "HIT", "data": printed} if source is Source.CREDIT_BUREAU else dict(printed)


@pytest.fixture
async def handbook() -> AsyncIterator[Outside]:
    """Providers that answer every question with the handbook's sample."""

    async def answer(request: web.Request) -> web.Response:
        asked, (source, _, _) = orjson.loads(await request.read()), SOURCES[request.path]
        return web.json_response(sample(source) | {"request_id": asked["request_id"]})

    app = web.Application()
    for path in SOURCES:
        app.router.add_post(path, answer)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        yield Outside(session, f"http://{server.host}:{server.port}")


@pytest.mark.parametrize("source", SAMPLED)
def test_a_sample_stands_in_the_handbook_word_for_word(source: Source) -> None:
    handbook = (Path(__file__).parents[4] / "docs" / "domain.md").read_text()
    assert (HANDBOOK / f"{source.value.lower()}.json").read_text() in handbook


async def test_the_samples_give_the_facts_that_a_reader_takes_from_them(handbook: Outside) -> None:
    sampled = a_request()  # the person whom the handbook's report is about
    sampled = replace(sampled, subject=replace(sampled.subject, name="张测试", identity_number="990101199003078017"))
    collected = await handbook.collector().collect(sampled, SAMPLED, AT)
    assert collected.facts() == CollectedFacts(
        collected_at=AT,
        statuses=dict.fromkeys(SAMPLED, SourceStatus.HIT),
        identity=IdentityFacts(match="00", deceased=False),
        telecom=TelecomFacts(three_factor="1", online_months_band="24+", in_service=True),
        credit_bureau=BureauFacts(
            open_accounts=1,  # the one loan of unit PDA, status 1
            mortgage_accounts=0,  # its business type is 91
            card_limit_minor=9_000_000,  # PC02HJ01
            card_used_minor=3_120_000,  # PC02HJ04
            card_balance_minor=3_120_000,
            revolving_utilisation=Decimal("0.346667"),  # 31,200 / 90,000
            monthly_debt_service_minor=324_000,  # PD01CJ04 of the loan
            late_1_24m=1,  # 2026-04
            late_run_24m=1,
            late_months_60m=2,  # PC02DS03: the summary knows one more than the trimmed detail
            worst_12m=1,
            worst_24m=1,
            worst_60m=1,
            unknown_codes=0,
            queries_1m=2,  # PC05BS03 + PC05BS04
            queries_3m=2,  # both records are of reason 02
            query_orgs_7d=0,  # since 2026-08-25
            query_orgs_30d=2,  # since 2026-08-02: BANKA, and CFCB on that very day
            query_orgs_90d=2,
            unsecured_exposure_minor=3_120_000 + 5_621_000,  # cards, and the loan of security 4
        ),
        social_insurance=SocialInsuranceFacts(monthly_income_minor=1_280_000, months_continuous=31),  # 3,072.00 / 0.24
        court=CourtFacts(enforcement=1, judgments=1, enforcement_amount_minor=8_650_000),
        tax=TaxFacts(credit_level="B", sales_12m_minor=98_650_000),
        registry=RegistryFacts(state="存续", months_operating=88),  # 2019-04-02 to 2026-09-01
    )


async def test_a_business_is_as_old_as_the_calendar_of_the_registry_says(handbook: Outside) -> None:
    """domain.md R-0.6: 20:00 in UTC on the first is the second in Shanghai, 89 months after the founding."""
    evening = datetime(2026, 9, 1, 20, 0, tzinfo=UTC)
    answer = await samr.SamrRegistry(handbook.line(samr.PATH)).registration(a_request(), evening)
    assert answer.facts == RegistryFacts(state="存续", months_operating=89)
