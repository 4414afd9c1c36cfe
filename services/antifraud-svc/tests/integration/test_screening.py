"""Screening through the consumer's door, watch list through HTTP."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from loan_contracts.assessment import FraudOutcome, FraudScreened, FraudScreeningRequested
from loan_contracts.facts import BureauFacts, CollectedFacts, CourtFacts, IdentityFacts, TelecomFacts
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.testing import Harness

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def a_request(
    person: str = "p1",
    mobile: str = "m1",
    at: datetime = NOW,
    product: str = "PCL-ONLINE",
    device: str | None = None,
    **facts: object,
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
        device_token=device,
        submitted_at=at,
        facts=CollectedFacts(collected_at=at, statuses=dict.fromkeys(Source, SourceStatus.HIT), **clean),
    )


async def screened(harness: Harness, request: FraudScreeningRequested) -> FraudScreened:
    await harness.deliver(request)
    return next(m for m in await harness.outbox(FraudScreened) if m.application_id == request.application_id)


async def test_a_clean_applicant_passes(harness: Harness) -> None:
    answer = await screened(harness, a_request())
    assert (answer.outcome, answer.reasons) == (FraudOutcome.PASS, [])


def asked_by(week: int, month: int, quarter: int) -> BureauFacts:
    """A credit report in which so many institutions have asked in 7, 30 and 90 days."""
    return BureauFacts(
        open_accounts=3, mortgage_accounts=0, revolving_utilisation="0.2", queries_1m=month, queries_3m=quarter,
        query_orgs_7d=week, query_orgs_30d=month, query_orgs_90d=quarter,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("institutions", "outcome"),
    [
        ((2, 5, 9), FraudOutcome.PASS),
        ((3, 5, 9), FraudOutcome.REVIEW),
        ((5, 5, 9), FraudOutcome.REVIEW),
        ((6, 6, 9), FraudOutcome.DECLINE),
        ((2, 6, 9), FraudOutcome.REVIEW),
        ((2, 11, 11), FraudOutcome.REVIEW),
        ((2, 12, 12), FraudOutcome.DECLINE),
        ((2, 5, 10), FraudOutcome.REVIEW),
        ((2, 5, 19), FraudOutcome.REVIEW),
        ((2, 5, 20), FraudOutcome.DECLINE),
    ],
)
async def test_institutions_that_were_applied_to_in_7_30_and_90_days_are_f01(
    harness: Harness, institutions: tuple[int, int, int], outcome: FraudOutcome
) -> None:
    answer = await screened(harness, a_request(credit_bureau=asked_by(*institutions)))
    assert answer.outcome is outcome
    assert {r.code for r in answer.reasons} == (set() if outcome is FraudOutcome.PASS else {"F-01"})


@pytest.mark.parametrize(
    ("earlier", "figures"),
    [
        ({}, (2, 5, 9)),
        ({"at": timedelta(0)}, (3, 6, 10)),  # at the same instant
        ({"at": timedelta(seconds=1)}, (3, 6, 10)),
        ({"at": timedelta(days=7)}, (3, 6, 10)),
        ({"at": timedelta(days=7, seconds=1)}, (2, 6, 10)),
        ({"at": timedelta(days=30)}, (2, 6, 10)),
        ({"at": timedelta(days=30, seconds=1)}, (2, 5, 10)),
        ({"at": timedelta(days=90)}, (2, 5, 10)),
        ({"at": timedelta(days=90, seconds=1)}, (2, 5, 9)),
        ({"at": timedelta(seconds=-1)}, (3, 6, 10)),  # made later and screened earlier: windows reach to both sides
        ({"at": timedelta(days=-7)}, (3, 6, 10)),
        ({"at": timedelta(days=-7, seconds=-1)}, (2, 6, 10)),
        ({"at": timedelta(days=-90, seconds=-1)}, (2, 5, 9)),
        ({"at": timedelta(days=1), "times": 2}, (3, 6, 10)),  # we are one institution, however often
        ({"at": timedelta(days=1), "person": "p2"}, (3, 6, 10)),  # the same mobile number
        ({"at": timedelta(days=1), "mobile": "m2"}, (3, 6, 10)),  # the same person
        ({"at": timedelta(days=1), "person": "p2", "mobile": "m2"}, (2, 5, 9)),
    ],
)
async def test_our_own_applications_of_the_person_or_the_mobile_number_are_one_institution_more(
    harness: Harness, earlier: dict[str, Any], figures: tuple[int, int, int]
) -> None:
    if "at" in earlier:
        changes = {"at": NOW - earlier["at"]} | {k: v for k, v in earlier.items() if k in ("person", "mobile")}
        await harness.deliver(*(a_request(product=f"P{n}", **changes) for n in range(earlier.get("times", 1))))
    answer = await screened(harness, a_request(credit_bureau=asked_by(2, 5, 9)))
    assert tuple(answer.features[f"multi_org_{window}"] for window in ("7d", "30d", "90d")) == figures


async def test_two_persons_on_one_mobile_number_are_declined_by_f05(harness: Harness) -> None:
    await harness.deliver(a_request(person="p1", at=NOW - timedelta(days=179)))
    answer = await screened(harness, a_request(person="p2"))
    assert answer.outcome is FraudOutcome.DECLINE
    assert [(r.code, r.value, r.limit) for r in answer.reasons] == [("F-05", "2", "2")]


async def test_persons_on_one_device_are_reviewed_and_then_declined_by_f03(harness: Harness) -> None:
    requests = [a_request(f"p{n}", f"m{n}", NOW + timedelta(minutes=n), device="d1") for n in range(3)]
    await harness.deliver(*requests)
    outcomes = {m.application_id: m.outcome for m in await harness.outbox(FraudScreened)}
    assert [outcomes[r.application_id] for r in requests] == [
        FraudOutcome.PASS,
        FraudOutcome.REVIEW,
        FraudOutcome.DECLINE,
    ]


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


async def test_a_photo_that_differs_is_for_a_person_to_look_at(harness: Harness) -> None:
    """domain.md §7.2: name and number belong together, so it is no mismatch of F-19."""
    answer = await screened(harness, a_request(identity=IdentityFacts(match="03")))
    assert (answer.outcome, [r.code for r in answer.reasons]) == (FraudOutcome.REVIEW, ["F-22"])


async def test_what_an_application_showed_is_put_on_the_watch_list_by_its_id(harness: Harness) -> None:
    """Nobody outside sees keyed hashes: people name an application that was screened."""
    fraud = a_request("0a" * 16, "0b" * 16)
    await harness.deliver(fraud)
    officer, other = (harness.signer.headers("risk-officer", subject=s) for s in ("u-1", "u-2"))
    body = {"kind": "MOBILE", "application_id": str(fraud.application_id), "reason": "confirmed fraud"}
    made = await harness.client.post("/v1/watch-list", headers=officer, json=body)
    assert made.status_code == 201, made.text
    shown = {"kind": "MOBILE", "application_id": str(fraud.application_id), "token": "0b" * 16, "status": "PROPOSED"}
    assert made.json().items() >= shown.items()

    path = f"/v1/watch-list/{made.json()['id']}/confirmation"
    own = await harness.client.post(path, headers=officer | {"Idempotency-Key": "own"})
    assert (own.status_code, own.json()["code"]) == (403, "maker-not-checker")
    assert (await harness.client.post(path, headers=other)).status_code == 200
    audited = [a.detail for a in await harness.outbox(AuditRecorded)]
    assert [a["application_id"] for a in audited] == [str(fraud.application_id)] * 2

    later = NOW + timedelta(days=200)  # past the window of F-05
    same_mobile = await screened(harness, a_request("p9", "0b" * 16, later))
    assert {r.code for r in same_mobile.reasons} == {"F-34"}
    assert (await screened(harness, a_request("0a" * 16, "m9", later))).outcome is FraudOutcome.PASS


@pytest.mark.parametrize(
    ("changes", "status", "code", "pointer"),
    [
        ({"application_id": "0195f3a0-0000-7000-8000-000000000001"}, 404, "screening-not-found", None),
        ({"kind": "DEVICE"}, 422, "watch-kind-not-seen", "/kind"),
        ({"token": "0f" * 16}, 422, "request-invalid", "/"),
        ({"application_id": ...}, 422, "request-invalid", "/"),
        ({"application_id": None}, 422, "request-invalid", "/application_id"),
        ({"token": None}, 422, "request-invalid", "/token"),
        ({"application_id": "no id"}, 422, "request-invalid", "/application_id"),
        ({"application_id": ..., "token": "0F" * 16}, 422, "request-invalid", "/token"),
        ({"reason": "why"}, 422, "request-invalid", "/reason"),
    ],
)
async def test_a_proposal_that_names_nothing_or_what_was_not_seen_is_refused(
    harness: Harness, changes: dict[str, Any], status: int, code: str, pointer: str | None
) -> None:
    request = a_request()
    await harness.deliver(request)
    body = {"kind": "PERSON", "application_id": str(request.application_id), "reason": "confirmed fraud"} | changes
    body = {name: value for name, value in body.items() if value is not ...}
    answer = await harness.client.post("/v1/watch-list", headers=harness.signer.headers("risk-officer"), json=body)
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert [e["pointer"] for e in answer.json()["errors"]] == ([pointer] if pointer else [])
    assert await harness.rows("select count(*) from watch_entries") == [(0,)]


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
    assert (refused.status_code, refused.json()["code"]) == (403, "maker-not-checker")
    assert (await harness.client.post(path, headers=other)).status_code == 200
    answer = await screened(harness, a_request(person=token, at=NOW + timedelta(days=2)))
    assert (answer.outcome, answer.reasons[0].code) == (FraudOutcome.DECLINE, "F-34")


async def test_an_active_entry_leaves_the_list_by_two_persons_and_counts_until_then(harness: Harness) -> None:
    token, body = "ac" * 16, {"reason": "mistaken for another person"}
    people = dict.fromkeys(("u-1", "u-2"), ("risk-officer",)) | {"u-1 again": ("risk-officer", "approver")}

    async def act(who: str, path: str, json: Any = None) -> tuple[int, str]:
        headers = harness.signer.headers(*people[who], subject=who.split()[0])
        answer = await harness.client.post(f"/v1/watch-list{path}", headers=headers, json=json)
        told = answer.json()
        return answer.status_code, told.get("code") or told["status"]

    async def outcome(days: int) -> FraudOutcome:
        return (await screened(harness, a_request(person=token, at=NOW + timedelta(days=days)))).outcome

    made = {"kind": "PERSON", "token": token, "reason": "confirmed fraud"}
    assert await act("u-1", "", made) == (201, "PROPOSED")
    ((id,),) = await harness.rows("select id from watch_entries")
    assert await act("u-1", f"/{id}/removal", body) == (409, "watch-entry-not-active")
    assert await act("u-2", f"/{id}/confirmation") == (200, "ACTIVE")
    assert await act("u-1", f"/{id}/withdrawal") == (409, "watch-entry-not-proposed")
    assert await act("u-1", f"/{id}/removal/confirmation") == (409, "watch-removal-not-proposed")
    assert await act("u-1", f"/{id}/removal") == (422, "request-invalid")
    assert await act("u-1", f"/{id}/removal", body) == (200, "ACTIVE")
    assert await act("u-2", f"/{id}/removal", body) == (409, "watch-removal-proposed")
    for who in ("u-1", "u-1 again"):
        assert await act(who, f"/{id}/removal/confirmation") == (403, "maker-not-checker")
    assert await outcome(10) is FraudOutcome.DECLINE
    assert await act("u-2", f"/{id}/removal/rejection") == (200, "ACTIVE")
    assert await act("u-2", f"/{id}/removal/confirmation") == (409, "watch-removal-not-proposed")
    assert await act("u-2", f"/{id}/removal", body) == (200, "ACTIVE")
    assert await act("u-1", f"/{id}/removal/confirmation") == (200, "REMOVED")
    for path in ("confirmation", "withdrawal", "removal/confirmation", "removal/rejection"):
        assert (await act("u-2", f"/{id}/{path}"))[0] == 409
    assert await outcome(20) is FraudOutcome.PASS

    audited = await harness.outbox(AuditRecorded)
    assert [a.action for a in audited] == [
        "propose_watch_entry", "confirm_watch_entry", "propose_watch_removal", "reject_watch_removal",
        "propose_watch_removal", "confirm_watch_removal",
    ]  # fmt: skip
    assert not any(body["reason"] in str(a.detail) or made["reason"] in str(a.detail) for a in audited)
    listed = await harness.client.get("/v1/watch-list", headers=harness.signer.headers("auditor"))
    (entry,) = listed.json()["items"]
    assert (entry["removal"]["proposed_by"], entry["removal"]["reason"], entry["removed_by"]) == (
        "u-2", body["reason"], "u-1",
    )  # fmt: skip


async def test_a_proposed_entry_is_withdrawn_by_its_proposer_or_turned_down(harness: Harness) -> None:
    for who in ("u-1", "u-2"):
        headers = [harness.signer.headers("risk-officer", subject=s) for s in ("u-1", who, "u-2")]
        made = await harness.client.post("/v1/watch-list", headers=headers[0],
                                         json={"kind": "PERSON", "token": "ad" * 16, "reason": "confirmed fraud"})  # fmt: skip
        path = f"/v1/watch-list/{made.json()['id']}"
        taken_back = await harness.client.post(f"{path}/withdrawal", headers=headers[1])
        assert (taken_back.json()["status"], taken_back.json()["removed_by"]) == ("REMOVED", who)
        assert (await harness.client.post(f"{path}/confirmation", headers=headers[2])).status_code == 409


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


async def test_what_did_not_pass_is_listed_the_newest_first(harness: Harness) -> None:
    headers = harness.signer.headers("risk-officer")
    await screened(harness, a_request(person="clean"))
    stopped = await screened(harness, a_request(person="other", identity=IdentityFacts(match="01")))
    dead = await screened(harness, a_request(person="late", identity=IdentityFacts(match="00", deceased=True)))
    assert FraudOutcome.PASS not in (stopped.outcome, dead.outcome)

    async def listed(**query: Any) -> list[str]:
        answer = await harness.client.get("/v1/screenings", params=query, headers=headers)
        assert answer.status_code == 200, answer.text
        return [each["application_id"] for each in answer.json()["items"]]

    assert await listed() == [str(dead.application_id), str(stopped.application_id)]
    assert str(stopped.application_id) in await listed(outcome=stopped.outcome.value)
    first = await harness.client.get("/v1/screenings", params={"limit": 1}, headers=headers)
    behind = await listed(limit=1, cursor=first.json()["next_cursor"])
    assert behind == [str(stopped.application_id)]
    assert (await harness.client.get("/v1/screenings?outcome=PASS", headers=headers)).status_code == 422
    refused = await harness.client.get("/v1/screenings", headers=harness.signer.headers("finance"))
    assert refused.status_code == 403
