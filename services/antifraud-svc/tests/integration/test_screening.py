"""Screening through the consumer's door, watch list through HTTP."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from loan_contracts.assessment import FraudOutcome, FraudScreened, FraudScreeningRequested
from loan_contracts.facts import BureauFacts, CollectedFacts, CourtFacts, IdentityFacts, TelecomFacts
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.testing import Harness

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def a_request(
    person: str = "p1", mobile: str = "m1", at: datetime = NOW, product: str = "PCL-ONLINE", **facts: object
) -> FraudScreeningRequested:
    clean = {
        "identity": IdentityFacts(match="00"),
        "telecom": TelecomFacts(three_factor="1", online_months_band="24+"),
        "court": CourtFacts(),
        "credit_bureau": BureauFacts(
            open_accounts=3, mortgage_accounts=0, revolving_utilisation="0.2", queries_1m=1, queries_3m=2
        ),
    } | facts
    return FraudScreeningRequested(
        application_id=uuid4(),
        request_id=uuid4(),
        case_id=uuid4(),
        customer_id=uuid4(),
        product_code=product,
        person_token=person,
        mobile_token=mobile,
        card_token=f"card-{person}",
        submitted_at=at,
        facts=CollectedFacts(collected_at=at, statuses=dict.fromkeys(Source, SourceStatus.HIT), **clean),
    )


async def screened(harness: Harness, request: FraudScreeningRequested) -> FraudScreened:
    await harness.deliver(request)
    return next(m for m in await harness.outbox(FraudScreened) if m.application_id == request.application_id)


async def test_a_clean_applicant_passes(harness: Harness) -> None:
    answer = await screened(harness, a_request())
    assert (answer.outcome, answer.reasons) == (FraudOutcome.PASS, [])


async def test_two_persons_on_one_mobile_number_are_declined_by_f05(harness: Harness) -> None:
    await harness.deliver(a_request(person="p1", at=NOW - timedelta(days=179)))
    answer = await screened(harness, a_request(person="p2"))
    assert answer.outcome is FraudOutcome.DECLINE
    assert [(r.code, r.value, r.limit) for r in answer.reasons] == [("F-05", "2", "2")]


async def test_a_mobile_number_seen_before_the_window_does_not_count(harness: Harness) -> None:
    await harness.deliver(a_request(person="p1", at=NOW - timedelta(days=181)))
    assert (await screened(harness, a_request(person="p2"))).outcome is FraudOutcome.PASS


async def test_the_fourth_application_for_a_product_within_a_day_is_declined_by_f33_even_in_one_batch(
    harness: Harness,
) -> None:
    requests = [a_request(at=NOW + timedelta(minutes=i)) for i in range(4)]
    await harness.deliver(*requests)
    outcomes = {m.application_id: m.outcome for m in await harness.outbox(FraudScreened)}
    assert [outcomes[r.application_id] for r in requests] == [FraudOutcome.PASS] * 3 + [FraudOutcome.DECLINE]


async def test_a_dishonest_debtor_is_declined_and_a_pending_enforcement_reviewed(harness: Harness) -> None:
    assert (await screened(harness, a_request(court=CourtFacts(dishonest=1)))).outcome is FraudOutcome.DECLINE
    assert (
        await screened(harness, a_request("p9", "m9", court=CourtFacts(enforcement=1)))
    ).outcome is FraudOutcome.REVIEW


async def test_name_and_number_that_differ_are_declined_by_f19(harness: Harness) -> None:
    answer = await screened(harness, a_request(identity=IdentityFacts(match="01")))
    assert (answer.outcome, answer.reasons[0].code) == (FraudOutcome.DECLINE, "F-19")


async def test_a_watch_list_entry_counts_when_a_second_person_has_confirmed_it(harness: Harness) -> None:
    token = "ab" * 16
    officer, other = (harness.signer.headers("risk-officer", subject=s) for s in ("u-1", "u-2"))
    made = await harness.client.post(
        "/v1/watch-list", headers=officer, json={"kind": "PERSON", "token": token, "reason": "confirmed fraud"}
    )
    assert made.status_code == 201, made.text
    assert (await screened(harness, a_request(person=token))).outcome is FraudOutcome.PASS

    path = f"/v1/watch-list/{made.json()['id']}/confirmation"
    refused = await harness.client.post(path, headers={**officer, "Idempotency-Key": "k2"})
    assert (refused.status_code, refused.json()["code"]) == (403, "maker-is-checker")
    assert (await harness.client.post(path, headers=other)).status_code == 200
    answer = await screened(harness, a_request(person=token, at=NOW + timedelta(days=2)))
    assert (answer.outcome, answer.reasons[0].code) == (FraudOutcome.DECLINE, "F-34")


async def test_the_same_idempotency_key_gives_the_same_answer_and_one_entry(harness: Harness) -> None:
    headers = harness.signer.headers("risk-officer")
    body = {"kind": "MOBILE", "token": "cd" * 16, "reason": "shared by a ring"}
    first = await harness.client.post("/v1/watch-list", headers=headers, json=body)
    again = await harness.client.post("/v1/watch-list", headers=headers, json=body)
    assert first.json() == again.json()
    assert again.headers["idempotent-replayed"] == "true"
    other = await harness.client.post("/v1/watch-list", headers=headers, json=body | {"reason": "another one"})
    assert (other.status_code, other.json()["code"]) == (422, "idempotency-key-reused")
    assert await harness.rows("select count(*) from watch_entries") == [(1,)]


async def test_reads_need_their_permission_and_a_valid_token(harness: Harness) -> None:
    path = f"/v1/applications/{uuid4()}/screening"
    for headers, expected in (
        ({}, (401, "token-missing")),
        (harness.signer.headers("auditor", expires_in=-60), (401, "token-expired")),
        (harness.signer.headers("customer-manager"), (403, "permission-missing")),
        (harness.signer.headers("auditor"), (404, "screening-not-found")),
    ):
        answer = await harness.client.get(path, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == expected


async def test_a_malformed_message_is_a_dead_letter_and_its_neighbours_are_handled(harness: Harness) -> None:
    good, bad = harness.record(a_request()), harness.record(a_request())
    object.__setattr__(bad, "value", b'{"application_id": "no"}')
    await harness.worker.handle([bad, good])
    assert len(await harness.outbox(FraudScreened)) == 1
    listed = await harness.client.get("/v1/admin/dead-letters", headers=harness.signer.headers("operations"))
    assert [x["reason"] for x in listed.json()["items"]] == ["message-invalid"]
