"""What an operator does about providers while they are called: changes how they are used, sees what they cost, looks into
what could not be read; and what an auditor sees of every access."""

from contextlib import AsyncExitStack
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from outside_world import FIRST_STORY_ROW, Outside, a_request, number_of
from test_desk import (
    PERSONAL,
    CustomerOffice,
    Gateway,
    a_collection,
    arrive,
    database_url,
    gateway,
    office,
    told,
    until,
)

from loan_contracts.assessment import ExternalDataCollected
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.core import business_day, utc_now
from loan_servicekit.testing import Harness

__all__ = ["database_url", "gateway", "office"]

ROW = FIRST_STORY_ROW + 8_000
IDENTITY = [Source.IDENTITY]


async def changed(harness: Harness, code: str, value: str, unit: str = "JSON") -> None:
    """A parameter, by two persons; not by one."""
    body = {"code": code, "value": value, "unit": unit, "valid_from": business_day(utc_now()).isoformat(),
            "source": "operations", "confidence": "P", "reason": "the provider asked for it", "correction": True}  # fmt: skip
    one, again, other = (harness.signer.headers("operations", subject=who) for who in ("u-night", "u-night", "u-day"))
    made = await harness.client.post("/v1/admin/parameter-changes", json=body, headers=one)
    assert made.status_code == 201, made.text
    path = f"/v1/admin/parameter-changes/{made.json()['id']}/approval"
    alone = await harness.client.post(path, headers=again)
    assert (alone.status_code, alone.json()["code"]) == (403, "second-person-required")
    approved = await harness.client.post(path, headers=other)
    assert approved.status_code == 200, approved.text


async def shown(harness: Harness, path: str, role: str = "operations") -> Any:
    answer = await harness.client.get(path, headers=harness.signer.headers(role))
    assert answer.status_code == 200, answer.text
    return answer.json()


async def collected(harness: Harness, customer: UUID, count: int, sources: list[Source] = IDENTITY) -> Any:
    """The answers of one more collection, as the log of access shows it."""
    request = a_collection(customer, sources)
    await arrive(harness, request)
    await told(harness, ExternalDataCollected, count)
    log = await shown(harness, f"/v1/customers/{customer}/source-accesses", "auditor")
    assert log["items"][0]["request_id"] == str(request.request_id)
    return {each["source"]: each for each in log["items"][0]["accesses"]}


async def test_two_persons_change_how_a_provider_is_used_while_all_processes_run(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    customer = office.registered(ROW)
    async with AsyncExitStack() as stack:
        harness = await stack.enter_async_context(gateway())
        other = await stack.enter_async_context(gateway(port=8_001))
        assert (await collected(harness, customer, 1))["IDENTITY"]["provider"] == "tencent"
        wrong = {"code": "provider.payments.unionpay", "value": '{"priority": 1}', "unit": "JSON", "valid_from": "2099-01-01",
                 "source": "operations", "confidence": "P", "reason": "there is but one"}  # fmt: skip
        refused = await harness.client.post(
            "/v1/admin/parameter-changes", json=wrong, headers=harness.signer.headers("operations")
        )
        assert (refused.status_code, refused.json()["code"]) == (422, "parameter-value")
        await changed(harness, "provider.identity.tencent", '{"priority": 2}')
        await changed(harness, "provider.identity.nciic", '{"priority": 1, "cost_yuan": "0.35", "per_day": 10}')

        async def known_there() -> bool:
            found = (await shown(other, "/v1/provider-policies"))["items"]
            rows = {(each["capability"], each["provider"]): each for each in found}
            row = rows["identity", "nciic"]
            assert rows["payments", "unionpay"]["approved_by"] is None
            return bool(row["policy"]["priority"] == 1 and row["approved_by"] == "u-night, u-day")

        await until(known_there)
        access = (await collected(other, customer, 2))["IDENTITY"]
        assert (access["provider"], access["access"], access["cost_yuan"]) == ("nciic", "CALLED", "0.35")
        day = f"/v1/provider-days?day={business_day(utc_now())}"

        async def counted() -> bool:
            found = await shown(harness, day)
            rows = {each["provider"]: each for each in found["items"] if each["capability"] == "identity"}
            told = rows.get("nciic", {}).get("calls"), rows.get("tencent", {}).get("hits")
            return (
                told == (1, 1) and Decimal(found["cost_yuan"]) == Decimal("0.35") and rows["nciic"]["quota_left"] == 9
            )

        await until(counted)
        for role in ("finance", "customer-manager"):
            for path in ("/v1/provider-policies", "/v1/provider-days", "/v1/provider-differences"):
                answer = await harness.client.get(path, headers=harness.signer.headers(role))
                assert (answer.status_code, answer.json()["code"]) == (403, "permission-missing")
        metrics = (await harness.client.get("/metrics", headers=harness.signer.headers("operations"))).text
        assert 'provider_cost_yuan_total{capability="identity",provider="nciic"}' in metrics
        assert 'provider_circuit_open{provider="tencent/faceid"} 0.0' in metrics
        assert (await shown(harness, "/v1/provider-differences"))["items"] == []


async def test_answers_serve_again_under_policy_and_consent_and_every_access_stands_in_the_log(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    """domain.md R-7.1, R-7.2: for the same person and purpose, as long as the policy says, and no longer than he consents."""
    customer = office.registered(ROW + 1)
    async with gateway() as harness:
        await changed(harness, "provider.identity.tencent", '{"reuse_hours": 24, "cost_yuan": "0.5"}')
        await harness.service.parameters.refresh()
        before = await outside.calls("IDENTITY")
        first = await collected(harness, customer, 1, PERSONAL)
        again = await collected(harness, customer, 2, PERSONAL)
        assert {each["access"] for each in first.values()} == {"CALLED"}
        assert {name for name, each in again.items() if each["access"] == "REUSED"} == {"IDENTITY", "CREDIT_BUREAU"}
        consent = next(c for c in office.customers[str(customer)]["consents"] if c["source"] == "IDENTITY")
        assert again["IDENTITY"]["consent_id"] == consent["consent_id"] and not again["IDENTITY"]["charged"]
        assert await outside.calls("IDENTITY") == before + 1

        office.customers[str(customer)]["mobile"] = "13800009999"  # he is not the same person any more
        assert (await collected(harness, customer, 3))["IDENTITY"]["access"] == "CALLED"
        office.customers[str(customer)]["consents"] = [
            each | {"withdrawn_at": utc_now().isoformat()} for each in office.customers[str(customer)]["consents"]
        ]
        withdrawn = await collected(harness, customer, 4, [Source.IDENTITY, Source.CREDIT_BUREAU])
        assert {(e["access"], e["status"], e["code"]) for e in withdrawn.values()} == {
            ("REFUSED", "REJECTED", "no-consent")
        }
        assert await outside.calls("IDENTITY") == before + 2

        path = f"/v1/customers/{customer}/source-accesses"
        pages, cursor = [], ""
        while cursor is not None:
            found = await shown(harness, f"{path}?limit=3{cursor}", "auditor")
            pages.append(found["items"])
            cursor = f"&cursor={found['next_cursor']}" if found["next_cursor"] else None
        assert [len(each) for each in pages] == [3, 1]
        assert {each["purpose_code"] for items in pages for each in items} == {"02"}
        assert sum(len(each["accesses"]) for items in pages for each in items) == 5 + 5 + 1 + 2
        refused = await harness.client.get(path, headers=harness.signer.headers("customer-manager"))
        assert (refused.status_code, refused.json()["code"]) == (403, "permission-missing")


async def test_an_answer_of_another_shape_is_an_incident_that_a_person_reads_and_closes(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    customer, number = office.registered(ROW + 2), number_of(a_request(ROW + 2))
    await outside.switch("PUT", f"people/{number}", credit_report={"PRH": {}, "PCO": {}, "PQO": {}})
    request = a_collection(customer, [Source.CREDIT_BUREAU, Source.COURT])
    async with gateway() as harness:
        await arrive(harness, request)
        [facts] = [each.facts for each in await told(harness, ExternalDataCollected)]
        assert facts.statuses == {Source.CREDIT_BUREAU: SourceStatus.ERROR, Source.COURT: SourceStatus.HIT}
        [kept] = (await shown(harness, "/v1/quarantined-answers"))["items"]
        named = {name: kept[name] for name in ("source", "provider", "code", "fault", "application_id")}
        assert named == {"source": "CREDIT_BUREAU", "provider": "pboc", "code": "shape-changed",
                         "fault": "ShapeChanged: /PRH required", "application_id": str(request.application_id)}  # fmt: skip
        [(sealed,)] = await harness.rows("select text from quarantined_answers")
        assert sealed.startswith("test.") and "PRH" not in sealed
        operator = harness.signer.headers("operations")
        path = f"/v1/quarantined-answers/{kept['id']}"
        for asked, body in (("readings", {"purpose": "AUDIT"}), ("closing", {"finding": "not mine to find"})):
            refused = await harness.client.post(f"{path}/{asked}", json=body, headers=harness.signer.headers("auditor"))
            assert (refused.status_code, refused.json()["code"]) == (403, "permission-missing")
        read = await harness.client.post(f"{path}/readings", json={"purpose": "ADAPTER_REPAIR"}, headers=operator)
        assert read.status_code == 200 and str(request.request_id) in read.json()["text"]
        assert read.headers["Cache-Control"] == "no-store"
        closing = {"finding": "the bureau sent a report without its head; told to its desk"}
        closed = await harness.client.post(
            f"{path}/closing", json=closing, headers=harness.signer.headers("operations")
        )
        assert (closed.status_code, closed.json()["state"]) == (200, "CLOSED")
        again = await harness.client.post(f"{path}/closing", json=closing, headers=harness.signer.headers("operations"))
        assert (again.status_code, again.json()["code"]) == (409, "quarantined-answer-closed")
        assert (await shown(harness, "/v1/quarantined-answers"))["items"] == []
        assert len((await shown(harness, "/v1/quarantined-answers?state=CLOSED"))["items"]) == 1
        unknown = await harness.client.post(
            f"/v1/quarantined-answers/{uuid4()}/closing", json=closing, headers=harness.signer.headers("operations")
        )
        assert (unknown.status_code, unknown.json()["code"]) == (404, "quarantined-answer-not-found")
        acts = [
            (each.action, dict(each.detail))
            for each in await harness.outbox(AuditRecorded)
            if each.subject_type == "quarantined-answer"
        ]
        assert [action for action, _ in acts] == [
            "quarantine_answer",
            "read_quarantined_answer",
            "close_quarantined_answer",
        ]
        assert acts[1][1] == {"purpose": "ADAPTER_REPAIR"}


async def test_an_outage_is_seen_within_seconds_and_is_over_by_itself(
    gateway: Gateway, office: CustomerOffice, outside: Outside
) -> None:
    await outside.switch("PUT", "faults/COURT", status=500)
    async with gateway() as harness:

        async def circuit() -> str:
            found = {each["provider"]: each for each in (await shown(harness, "/v1/providers"))["items"]}
            return str(found["/courts/v1/records"]["circuit"])

        for number in range(10):
            await arrive(harness, a_collection(office.registered(ROW + 10 + number), [Source.COURT]))
        await told(harness, ExternalDataCollected, 10)
        assert await circuit() == "open"  # as soon as the calls have failed, whoever looks
        metrics = (await harness.client.get("/metrics", headers=harness.signer.headers("operations"))).text
        assert 'provider_circuit_open{provider="/courts/v1/records"} 1.0' in metrics
        await outside.switch("DELETE", "faults/COURT")

        async def may_be_probed() -> bool:
            return await circuit() == "half-open"

        await until(may_be_probed)
        await arrive(harness, a_collection(office.registered(ROW + 30), [Source.COURT]))
        assert (await told(harness, ExternalDataCollected, 11))[-1].facts.statuses == {Source.COURT: SourceStatus.HIT}
        assert await circuit() == "closed"
