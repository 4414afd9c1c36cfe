"""Every way a provider can misbehave, over real HTTP: what is recorded, what is repeated, and when it is left alone."""

import asyncio
import time
from dataclasses import replace

import pytest
from outside_world import AT, FIRST_STORY_ROW, Outside, a_request, number_of

from integration_gateway.clients.outbound import http_session
from integration_gateway.clients.sources.nciic import adapter as nciic
from integration_gateway.domain.sources.answer import Answer
from loan_contracts.facts import IdentityFacts
from loan_contracts.values import Source, SourceStatus

HIT, ERROR, TIMEOUT = SourceStatus.HIT, SourceStatus.ERROR, SourceStatus.TIMEOUT
ROW = FIRST_STORY_ROW + 1_000


async def check(outside: Outside, row: int = ROW, **settings: object) -> Answer[IdentityFacts]:
    return await outside.identity(**settings).check_identity(a_request(row), AT)


async def test_an_answer_within_the_time_is_waited_for(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", delay_ms=150)
    answer = await check(outside)
    assert answer.status is HIT
    assert answer.elapsed_ms >= 150


@pytest.mark.parametrize("fault", [{"delay_ms": 60_000}, {"hang": True}])
async def test_a_provider_that_takes_too_long_is_a_timeout_and_not_asked_again(
    outside: Outside, fault: dict[str, object]
) -> None:
    await outside.switch("PUT", "faults/IDENTITY", **fault)
    before = await outside.calls("IDENTITY")
    started = time.perf_counter()
    answer = await check(outside, timeout_s=0.2)
    assert (answer.status, answer.code, answer.facts) == (TIMEOUT, "timeout", None)
    assert 0.2 <= time.perf_counter() - started < 20
    assert await outside.calls("IDENTITY") == before + 1


@pytest.mark.parametrize("status", [502, 503, 504])
async def test_a_front_whose_provider_is_away_is_tried_again_until_it_goes_well(outside: Outside, status: int) -> None:
    """domain.md R-7.6: the way is closed, as with any network error."""
    await outside.switch("PUT", "faults/IDENTITY", status=status, times=2)
    before = await outside.calls("IDENTITY")
    assert (await check(outside)).status is HIT
    assert await outside.calls("IDENTITY") == before + 3


@pytest.mark.parametrize("status", [500, 501, 505, 599])
async def test_a_provider_that_fails_itself_is_not_asked_again(outside: Outside, status: int) -> None:
    """domain.md R-7.6."""
    await outside.switch("PUT", "faults/IDENTITY", status=status)
    before = await outside.calls("IDENTITY")
    answer = await check(outside)
    assert (answer.status, answer.code) == (ERROR, f"http-{status}")
    assert await outside.calls("IDENTITY") == before + 1


async def test_repeats_wait_with_jitter(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=503, times=2)
    answer = await check(outside)
    assert answer.status is HIT
    assert answer.elapsed_ms >= 50  # the first wait is 50 ms at least


async def test_an_error_that_stays_is_recorded_after_the_last_attempt(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=502)
    before = await outside.calls("IDENTITY")
    answer = await check(outside, attempts=3)
    assert (answer.status, answer.code) == (ERROR, "http-502")
    assert await outside.calls("IDENTITY") == before + 3


async def test_repeats_stay_within_the_time(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=503)
    started = time.perf_counter()
    answer = await check(outside, timeout_s=0.3, attempts=1_000)
    assert answer.status is TIMEOUT
    assert time.perf_counter() - started < 20


async def test_a_refused_request_is_not_repeated(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=403)
    before = await outside.calls("IDENTITY")
    answer = await check(outside)
    assert (answer.status, answer.code) == (ERROR, "http-403")
    assert await outside.calls("IDENTITY") == before + 1


async def test_a_broken_answer_is_an_error_and_not_repeated(outside: Outside) -> None:
    await outside.switch("PUT", "faults/CREDIT_BUREAU", malformed=True)
    before = await outside.calls("CREDIT_BUREAU")
    answer = await outside.bureau().credit_report(a_request(ROW), AT)
    assert (answer.status, answer.code, answer.facts) == (ERROR, "malformed", None)
    assert await outside.calls("CREDIT_BUREAU") == before + 1


async def test_every_second_call_fails_and_every_one_is_answered_in_the_end(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=503, ratio=0.5)
    identity = outside.identity()
    answers = [await identity.check_identity(a_request(ROW + number), AT) for number in range(6)]
    assert [answer.status for answer in answers] == [HIT] * 6


async def test_a_fault_of_one_person_leaves_the_others_alone(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=500, identity_number=number_of(a_request(ROW)))
    assert (await check(outside, ROW)).status is ERROR
    assert (await check(outside, ROW + 1)).status is HIT


async def test_a_fault_of_one_source_leaves_the_others_alone(outside: Outside) -> None:
    await outside.switch("PUT", "faults/CREDIT_BUREAU", hang=True)
    sources = (Source.IDENTITY, Source.CREDIT_BUREAU, Source.COURT)
    facts = (await outside.collector(bureau_timeout_s=0.3).collect(a_request(ROW), sources, AT)).facts()
    assert facts.statuses == {Source.IDENTITY: HIT, Source.CREDIT_BUREAU: TIMEOUT, Source.COURT: HIT}


async def test_a_source_that_hangs_does_not_take_the_connections_of_the_others(outside: Outside) -> None:
    await outside.switch("PUT", "faults/CREDIT_BUREAU", hang=True)
    bureau = outside.bureau(timeout_s=1.0, in_flight=4)
    asked = [asyncio.create_task(bureau.credit_report(a_request(ROW + number), AT)) for number in range(40)]
    await asyncio.sleep(0)
    assert (await check(outside)).status is HIT
    answers = await asyncio.gather(*asked)
    assert {answer.status for answer in answers} <= {TIMEOUT, ERROR}


async def test_the_circuit_opens_after_failures_in_a_row_and_spares_the_provider(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=500)
    identity = outside.identity(attempts=1, breaker_failures=3, breaker_recovery_s=60)
    answers = [await identity.check_identity(a_request(ROW), AT) for _ in range(5)]
    assert [answer.code for answer in answers] == ["http-500"] * 3 + ["circuit-open"] * 2
    assert {answer.status for answer in answers} == {ERROR}
    await outside.switch("DELETE", "faults/IDENTITY")
    before = await outside.calls("IDENTITY")
    assert (await identity.check_identity(a_request(ROW), AT)).code == "circuit-open"
    assert await outside.calls("IDENTITY") == before


async def test_failures_that_are_not_in_a_row_leave_the_circuit_closed(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=500, ratio=0.5)
    identity = outside.identity(attempts=1, breaker_failures=2)
    codes = [(await identity.check_identity(a_request(ROW), AT)).code for _ in range(8)]
    assert codes == ["00", "http-500"] * 4


async def until_asked_again(identity: nciic.NciicIdentityCheck) -> Answer[IdentityFacts]:
    async with asyncio.timeout(60):
        while (answer := await identity.check_identity(a_request(ROW), AT)).code == "circuit-open":
            await asyncio.sleep(0.01)
    return answer


async def test_the_circuit_lets_a_call_through_after_a_while_and_closes_when_it_goes_well(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=500, times=2)
    identity = outside.identity(attempts=1, breaker_failures=2, breaker_recovery_s=0.2)
    for _ in range(2):
        await identity.check_identity(a_request(ROW), AT)
    assert (await identity.check_identity(a_request(ROW), AT)).code == "circuit-open"
    assert (await until_asked_again(identity)).status is HIT
    assert (await identity.check_identity(a_request(ROW), AT)).status is HIT


async def test_a_half_open_circuit_opens_again_at_the_first_failure(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=500)
    identity = outside.identity(attempts=1, breaker_failures=2, breaker_recovery_s=0.2)
    for _ in range(2):
        await identity.check_identity(a_request(ROW), AT)
    assert (await until_asked_again(identity)).code == "http-500"
    assert (await identity.check_identity(a_request(ROW), AT)).code == "circuit-open"


async def test_timeouts_and_broken_answers_open_the_circuit_too(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", hang=True, times=1)
    identity = outside.identity(attempts=1, timeout_s=1.0, breaker_failures=2, breaker_recovery_s=60)
    first = await identity.check_identity(a_request(ROW), AT)
    await outside.switch("PUT", "faults/IDENTITY", malformed=True)
    second = await identity.check_identity(a_request(ROW), AT)
    third = await identity.check_identity(a_request(ROW), AT)
    assert [first.code, second.code, third.code] == ["timeout", "malformed", "circuit-open"]


async def test_requests_that_are_refused_do_not_open_the_circuit(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", status=400)
    identity = outside.identity(breaker_failures=2)
    codes = [(await identity.check_identity(a_request(ROW), AT)).code for _ in range(4)]
    assert codes == ["http-400"] * 4


async def test_a_provider_that_is_not_there_is_an_error(unused_port: int) -> None:
    async with http_session() as session:
        answer = await check(Outside(session, f"http://127.0.0.1:{unused_port}"), attempts=2)
    assert (answer.status, answer.code) == (ERROR, "network")


async def test_a_caller_who_gives_up_leaves_nothing_behind(outside: Outside) -> None:
    await outside.switch("PUT", "faults/IDENTITY", hang=True)
    asked = asyncio.create_task(check(outside))
    while not await outside.calls("IDENTITY"):
        await asyncio.sleep(0.01)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("faults/BANK", {"hang": True}),
        ("faults/IDENTITY", {"status": 200}),
        ("faults/IDENTITY", {"ratio": 0}),
        ("faults/IDENTITY", {"slow": True}),
        ("nothing", {}),
    ],
)
async def test_switches_that_do_not_exist_are_refused(outside: Outside, path: str, body: dict[str, object]) -> None:
    async with outside.session.put(f"{outside.url}/admin/{path}", json=body) as response:
        assert response.status in (404, 422)
        assert (await response.json())["message"]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"{}", b'{"subject":{}}', b'{"subject":{"id_no":7}}'])
async def test_the_simulator_refuses_what_is_no_request(outside: Outside, body: bytes) -> None:
    async with outside.session.post(outside.url + nciic.PATH, data=body) as response:
        assert response.status == 400


@pytest.mark.parametrize("writing", ["gzip", "mark", "gbk"])
async def test_an_answer_is_no_fault_for_how_it_is_written(outside: Outside, writing: str) -> None:
    await outside.switch("PUT", "faults/CREDIT_BUREAU", writing=writing)
    bureau = outside.bureau(breaker_failures=1)
    for _ in range(2):
        assert (await bureau.credit_report(a_request(ROW), AT)).status is HIT


@pytest.mark.parametrize("source", [Source.CREDIT_BUREAU, Source.TAX, Source.REGISTRY])
async def test_an_answer_about_somebody_else_is_not_taken_for_the_applicant_s(outside: Outside, source: Source) -> None:
    company = "91990101MA0DEM0051"
    await outside.switch("PUT", f"people/{company}", tax={"credit_level": "A"},
                         registry={"state": "存续", "months_operating": 60})  # fmt: skip
    request = a_request(ROW)
    request = replace(request, subject=replace(request.subject, organisation_code=company))
    right = (await outside.collector().collect(request, [source], AT)).answers[source]
    assert right.status is HIT
    await outside.switch("PUT", f"faults/{source.value}", about_another=True)
    wrong = (await outside.collector().collect(request, [source], AT)).answers[source]
    assert (wrong.status, wrong.code, wrong.facts) == (ERROR, "wrong-subject", None)
