"""Which provider of a source is asked, within what bounds: over real HTTP, the ways as wiring builds them."""

import asyncio
import time
from collections import Counter
from dataclasses import replace
from typing import Any
from uuid import uuid4

import orjson
from outside_world import AT, FIRST_STORY_ROW, Album, Days, Outside, a_request, consents, number_of

from integration_gateway.clients.providers import Providers, ProviderSettings
from integration_gateway.clients.routing.sources import RoutedSources
from integration_gateway.domain.notifications.notice import Channel, Notice
from integration_gateway.domain.payments.card import CardQuestion
from integration_gateway.domain.sources.answer import Access, Answer, Tried
from integration_gateway.domain.sources.request import SourceRequest
from integration_gateway.use_cases.providers.ledger import Ledger, Tally
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.core import business_day, utc_now

ROW = FIRST_STORY_ROW + 7_000
HIT, ERROR, TIMEOUT = SourceStatus.HIT, SourceStatus.ERROR, SourceStatus.TIMEOUT
TENCENT, NCIIC = "provider.identity.tencent", "provider.identity.nciic"
BOTH = {TENCENT: '{"priority": 1, "cost_yuan": "0.5"}', NCIIC: '{"priority": 2, "cost_yuan": "0.8"}'}


class World:
    """All sources by their routes; `values` are the parameters of today."""

    def __init__(self, outside: Outside, values: dict[str, str]) -> None:
        self.values, self.days = values, Days()
        self.ledger = Ledger(self.days, utc_now)
        told = ProviderSettings(outside.url, 60, 60, outside.rows(), {})
        self.providers = Providers(told, utc_now, self.ledger, lambda: self.values)
        self.providers.open(outside.session, Album(None))
        self.sources: RoutedSources = self.providers.collector()

    async def ask(self, request: SourceRequest, source: Source = Source.IDENTITY) -> Answer[object]:
        return (await self.sources.collect(request, [source], AT)).answers[source]

    def tally(self, provider: str, capability: str = "identity") -> Tally:
        return self.ledger.of(capability, provider)


def fresh(row: int = ROW, **changes: Any) -> SourceRequest:
    """Another question about the same person."""
    return replace(a_request(row), request_id=uuid4(), **changes)


async def test_a_second_provider_is_a_row_of_policy_and_answers_where_the_first_cannot(outside: Outside) -> None:
    made = World(outside, {})
    first = await made.ask(fresh())
    assert (first.provider, first.status, first.tried) == ("tencent", HIT, ())
    made.values = BOTH  # from the next question on
    await outside.switch("PUT", "faults/IDENTITY", error="InternalError")  # the cloud's own: the other knows none
    answer = await made.ask(fresh())
    assert (answer.provider, answer.status, answer.cost_yuan) == (
        "nciic",
        HIT,
        made.providers.policies.of("identity")["nciic"].cost_yuan,
    )
    assert answer.tried == (Tried("tencent", "tencent-internalerror"),)
    assert answer.consent_id == consents(Source.IDENTITY)[Source.IDENTITY].consent_id
    assert made.tally("nciic").charged == 1 and str(made.tally("nciic").cost_yuan) == "0.8"
    assert (made.tally("tencent").calls, made.tally("tencent").unusable) == (2, 1)
    made.providers.hold(frozenset({"tencent/faceid"}))
    held = await made.ask(fresh())
    assert (held.provider, held.tried[0].code) == ("nciic", "circuit-held-open")
    made.values = {TENCENT: '{"serves": false}', NCIIC: '{"products": ["CAR_LOAN"]}'}
    assert (await made.ask(fresh())).code == "no-provider"
    assert (await made.ask(fresh(product_code="CAR_LOAN"))).provider == "nciic"


async def test_a_provider_that_is_not_configured_is_passed_over(outside: Outside) -> None:
    made = World(outside, {})
    made.providers._settings.rows.pop("qichacha")  # type: ignore[attr-defined]
    made.values = {"provider.registry.qichacha": "{}", "provider.registry.samr": '{"priority": 2}'}
    answer = await made.ask(fresh(), Source.REGISTRY)
    assert (answer.provider, answer.tried) == ("samr", (Tried("qichacha", "provider-not-configured", called=False),))


async def test_over_its_quota_of_the_day_nobody_is_asked_by_a_named_refusal(outside: Outside) -> None:
    made = World(outside, BOTH | {TENCENT: '{"per_day": 3}'})
    made.days.kept.tallies[business_day(utc_now()), "identity", "tencent"] = Tally(calls=1)  # another process
    await made.ledger.keep()
    answers = [await made.ask(fresh()) for _ in range(3)]
    assert [each.provider for each in answers] == ["tencent", "tencent", "nciic"]
    assert answers[2].tried == (Tried("tencent", "quota-exhausted", called=False),)
    assert made.tally("tencent").refused == 1
    made.values = {TENCENT: '{"per_day": 0}'}
    refused = await made.ask(fresh())
    assert (refused.status, refused.code, refused.access) == (ERROR, "quota-exhausted", Access.REFUSED)
    await made.ledger.keep()
    assert made.days.kept.tallies[business_day(utc_now()), "identity", "tencent"].calls == 3


async def test_a_rate_and_a_bulkhead_are_waited_for_or_passed_by(outside: Outside) -> None:
    alone = World(outside, {TENCENT: '{"per_second": 2, "in_flight": 1}'})
    answers = await asyncio.gather(*(alone.ask(fresh(ROW + n)) for n in range(4)))
    assert [each.status for each in answers] == [HIT] * 4, "there is nobody else: one waits"
    await outside.switch("PUT", "faults/IDENTITY", delay_ms=300)
    both = World(outside, BOTH | {TENCENT: '{"in_flight": 1}'})
    answers = await asyncio.gather(*(both.ask(fresh(ROW + n)) for n in range(2)))
    assert Counter(each.provider for each in answers) == {"tencent": 1, "nciic": 1}
    passed = next(each for each in answers if each.provider == "nciic")
    assert passed.status is HIT and both.tally("tencent").refused == 1


async def test_a_silent_provider_is_asked_a_second_time_where_that_is_allowed(outside: Outside) -> None:
    made = World(outside, {TENCENT: '{"hedge_after_ms": 50}'})
    await outside.switch("PUT", "faults/IDENTITY", hang=True, times=1)
    before, began = await outside.calls("IDENTITY"), time.perf_counter()
    assert (await made.ask(fresh())).status is HIT
    assert time.perf_counter() - began < 25, "the hanging call was not waited for"
    assert await outside.calls("IDENTITY") == before + 2 and made.tally("tencent").calls == 2


async def test_equal_questions_at_once_are_one_and_consent_is_each_ones_own(outside: Outside) -> None:
    made = World(outside, {TENCENT: '{"cost_yuan": "0.5"}'})
    await outside.switch("PUT", "faults/IDENTITY", delay_ms=200)
    before = await outside.calls("IDENTITY")
    requests = [fresh() for _ in range(4)]
    refused, other = (
        fresh(consents=consents(Source.COURT)),
        fresh(purpose_code="01", consents=consents(Source.IDENTITY, purpose="01")),
    )
    first, *others, without, elsewhere = await asyncio.gather(*(made.ask(each) for each in [*requests, refused, other]))
    assert await outside.calls("IDENTITY") == before + 2, "another purpose is another question"
    assert {each.access for each in others} == {Access.SHARED} and {each.facts for each in others} == {first.facts}
    assert {each.reused_from for each in others} == {requests[0].request_id}
    assert (first.access, elsewhere.access, without.access) == (Access.CALLED, Access.CALLED, Access.REFUSED)
    assert (first.charged, any(each.charged for each in others), without.code) == (True, False, "no-consent")
    assert made.tally("tencent").shared == 3
    asked = asyncio.create_task(made.ask(fresh()))
    await asyncio.sleep(0.05)
    asked.cancel()  # whoever gives up takes nobody else's question with him
    again = await made.ask(fresh())
    assert again.status is HIT


async def test_answers_are_compared_by_field_and_nothing_is_decided_by_it(outside: Outside) -> None:
    request = fresh()
    await outside.switch("PUT", f"people/{number_of(request)}", identity={"match": "00", "deceased": True})
    made = World(outside, {NCIIC: '{"serves": false, "shadow_percent": 100, "cost_yuan": "0.8"}'})
    answer = await made.ask(request)
    assert (answer.provider, answer.tried) == ("tencent", (Tried("nciic", "shadow"),))
    async with asyncio.timeout(30):
        while not (pairs := made.ledger._counted.pairs):
            await asyncio.sleep(0.01)
    told = {field: (each.compared, each.differed) for (_, _, serves, shadow, field), each in pairs.items()}
    assert told == {"status": (1, 0), "match": (1, 1), "deceased": (1, 1)}  # the cloud knows the dead by no number
    assert (made.tally("nciic").shadow, made.tally("nciic").charged, str(made.tally("nciic").cost_yuan)) == (
        1,
        1,
        "0.8",
    )
    await made.sources.close()


async def test_one_time_bounds_a_collection_whoever_is_tried(outside: Outside) -> None:
    made = World(outside, BOTH | {"provider.collection_budget_ms": "1500"})
    await outside.switch("PUT", "faults/IDENTITY", hang=True)
    began = time.perf_counter()
    found = await made.sources.collect(fresh(), [Source.IDENTITY, Source.COURT], AT)
    assert time.perf_counter() - began < 20
    assert {source: each.status for source, each in found.answers.items()} == {
        Source.IDENTITY: TIMEOUT,
        Source.COURT: HIT,
    }
    made.values = BOTH | {TENCENT: '{"timeout_ms": 300}', NCIIC: '{"priority": 2, "timeout_ms": 300}'}
    both = await made.ask(fresh())
    assert (both.status, both.provider, both.tried) == (TIMEOUT, "nciic", (Tried("tencent", "timeout"),))


async def test_an_answer_of_another_shape_is_kept_apart_with_its_place(outside: Outside) -> None:
    request = fresh()
    await outside.switch("PUT", f"people/{number_of(request)}", credit_report={"PRH": {}, "PCO": {}, "PQO": {}})
    answer = await World(outside, {}).ask(request, Source.CREDIT_BUREAU)
    assert (answer.status, answer.code) == (ERROR, "shape-changed")
    [unread] = answer.unread
    assert (unread.provider, unread.fault) == ("pboc", "ShapeChanged: /PRH required")
    assert orjson.loads(unread.text)["request_id"] == str(request.request_id)


async def test_an_outage_shows_in_the_circuit_and_a_probe_ends_it(outside: Outside) -> None:
    made = World(outside, {})
    line = made.providers.lines["/courts/v1/records"]
    await outside.switch("PUT", "faults/COURT", status=500)
    for number in range(10):
        await made.ask(fresh(ROW + number), Source.COURT)
    assert line.circuit == "open", "without a further call"
    await outside.switch("DELETE", "faults/COURT")
    async with asyncio.timeout(30):
        while line.circuit != "half-open":
            await asyncio.sleep(0.05)
    assert (await made.ask(fresh(), Source.COURT)).status is HIT
    assert line.circuit == "closed"


async def test_what_no_route_asks_passes_the_gate_of_its_capability(outside: Outside) -> None:
    made = World(outside, {"provider.messages.tencent": '{"cost_yuan": "0.045", "per_day": 2}'})
    cards, messages = made.providers.cards(), made.providers.messages()
    notices = [Notice(uuid4(), Channel.SMS, f"1380000000{n}", "decision-approved", {}) for n in range(3)]
    sent = await messages.send(notices)
    assert all(each.delivered for each in sent)
    counted = made.ledger.of("messages", "tencent")
    assert (counted.calls, counted.charged, str(counted.cost_yuan)) == (1, 3, "0.135")
    made.values = {"provider.messages.tencent": '{"per_day": 1}', "provider.cards.unionpay": '{"per_day": 0}'}
    [refused] = await messages.send(notices[:1])
    assert (refused.delivered, refused.answered, refused.code) == (False, False, "quota-exhausted")
    who = a_request(ROW).subject
    answer = await cards.verify(CardQuestion("YZ1", who.card or "", who.name, who.identity_number, who.mobile))
    assert (answer.check, answer.code) == (None, "quota-exhausted")
    assert made.ledger.of("cards", "unionpay").calls == 0
