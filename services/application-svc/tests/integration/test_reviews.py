"""A borrower is told why in his own words, and may have a decision explained or looked at by a person (PIPL 24)."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from applicants import Front, a_decision, confirm, refused, succeeded

from loan_contracts.applications import OfferMade, ReviewKind, ReviewRequested
from loan_contracts.decisions import Outcome, ReviewStatus, ReviewUpdated
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import REASONS, REASONS_EN, Reason
from loan_servicekit.testing import Harness

STATEMENT = "逾期记录已于去年更正"


async def decided(
    harness: Harness,
    channel: Front,
    outcome: Outcome = Outcome.DECLINED,
    codes: tuple[str, ...] = ("R03",),
    **changed: Any,
) -> tuple[str, UUID]:
    """An application with its decision, and the decision's id."""
    made = await channel.submit((await channel.register(0))["id"])
    reasons = [Reason(code=code, detail="ratio 0.9", value="0.9", limit="0.7") for code in codes]
    decision = a_decision(made["id"], outcome, reasons=reasons, **changed)
    await harness.deliver(decision)
    return made["id"], decision.decision_id


@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (("R03", "R10"), ["R03", "R10"]),
        (("F-03",), ["R07"]),
        (("F-03", "F-05", "R03", "R07"), ["R07", "R03"]),
        ((), ["R07"]),
        (("R01", "R02", "R03", "R04", "R05"), ["R01", "R02", "R03", "R04"]),
    ],
)
async def test_a_declined_borrower_is_told_why_in_his_words_and_never_a_fraud_rule(
    harness: Harness, channel: Front, codes: tuple[str, ...], told: list[str]
) -> None:
    id, _ = await decided(harness, channel, codes=codes)
    answer = await channel.get(f"/applications/{id}")
    decision = succeeded(answer)["decision"]
    assert [(r["code"], r["detail"]) for r in decision["reasons"]] == [(code, REASONS[code]) for code in told]
    assert decision["explanations"] == [{"code": c, "zh": REASONS[c], "en": REASONS_EN[c]} for c in told]
    said = re.sub(r"T[0-9:.]+Z", "", answer.text)  # a second may be the 0.9th
    assert "F-0" not in said and "0.9" not in said


async def test_an_approval_has_no_reasons_to_tell(harness: Harness, channel: Front) -> None:
    id, _ = await decided(harness, channel, Outcome.APPROVED, codes=())
    decision = succeeded(await channel.get(f"/applications/{id}"))["decision"]
    assert (decision["reasons"], decision["explanations"]) == ([], [])


@pytest.mark.parametrize(("outcome", "amount"), [(Outcome.DECLINED, 0), (Outcome.CONDITIONAL, 5_000_000)])
async def test_a_borrower_asks_once_of_each_kind_and_sees_how_it_stands(
    harness: Harness, channel: Front, outcome: Outcome, amount: int
) -> None:
    id, decision_id = await decided(harness, channel, outcome, amount_minor=amount)
    path = f"/applications/{id}/reviews"
    for kind in ReviewKind:
        asked = succeeded(await channel.post(path, {"kind": kind, "statement": STATEMENT}))
        assert (asked["status"], asked["due_at"], asked["statement"]) == ("OPEN", None, STATEMENT)
        assert refused(await channel.post(path, {"kind": kind})) == (409, "review-already-requested")
    told = await harness.outbox(ReviewRequested)
    assert [(m.kind, m.decision_id) for m in told] == [(kind, decision_id) for kind in ReviewKind]
    sent = await harness.rows("select value from outbox")
    assert not any(STATEMENT.encode() in bytes(value) for (value,) in sent)

    now = datetime.now(UTC)
    update = ReviewUpdated(application_id=UUID(id), review_id=told[0].review_id, case_id=uuid4(), task_id=uuid4(),
                           status=ReviewStatus.OPEN, due_at=now + timedelta(days=21), updated_at=now)  # fmt: skip
    await harness.deliver(update)
    await harness.deliver(
        update.model_copy(update={"status": ReviewStatus.UPHELD, "answer_sha256": "ab" * 32, "updated_at": now})
    )
    await harness.deliver(update)  # comes late
    first, second = succeeded(await channel.get(path))["items"]
    assert (first["status"], first["answer_sha256"], bool(first["answered_at"])) == ("UPHELD", "ab" * 32, True)
    assert first["due_at"] is not None
    assert (second["status"], second["due_at"], second["answered_at"]) == ("OPEN", None, None)


async def test_a_repeated_request_is_one_request(harness: Harness, channel: Front) -> None:
    id, _ = await decided(harness, channel)
    headers = channel.headers()
    body = {"kind": "HUMAN_REVIEW"}
    answers = [
        await harness.client.post(f"/v1/applications/{id}/reviews", headers=headers, json=body) for _ in range(2)
    ]
    assert [a.status_code for a in answers] == [201, 201] and answers[0].json() == answers[1].json()
    assert len(await harness.outbox(ReviewRequested)) == 1


async def test_what_cannot_be_asked_about_is_refused(
    harness: Harness, channel: Front, manager: Front, stranger: Front
) -> None:
    body = {"kind": "EXPLANATION"}
    made = await channel.submit((await channel.register(1))["id"])
    assert refused(await channel.post(f"/applications/{made['id']}/reviews", body)) == (409, "application-not-decided")
    assert refused(await channel.post(f"/applications/{uuid4()}/reviews", body)) == (404, "application-not-found")
    id, _ = await decided(harness, channel, Outcome.APPROVED, codes=())
    assert refused(await channel.post(f"/applications/{id}/reviews", body)) == (409, "review-not-open")
    for wrong in (
        {},
        {"kind": "OTHER"},
        body | {"statement": "\u200b"},
        body | {"statement": "x" * 501},
        body | {"x": 1},
    ):
        assert refused(await channel.post(f"/applications/{id}/reviews", wrong))[0] == 422
    for front in (Front(harness, "approver"), Front(harness, "collector"), Front(harness, "auditor")):
        assert refused(await front.post(f"/applications/{id}/reviews", body)) == (403, "permission-missing")
    assert refused(await stranger.post(f"/applications/{id}/reviews", body)) == (403, "other-branch")
    assert refused(await stranger.get(f"/applications/{id}/reviews")) == (403, "other-branch")


@pytest.mark.parametrize(("days", "status"), [(29, 201), (31, 409)])
async def test_a_decision_can_be_asked_about_for_thirty_days(
    harness: Harness, channel: Front, days: int, status: int
) -> None:
    id, _ = await decided(harness, channel, decided_at=datetime.now(UTC) - timedelta(days=days))
    answer = await channel.post(f"/applications/{id}/reviews", {"kind": "EXPLANATION"})
    assert answer.status_code == status
    if status == 409:
        assert refused(answer)[1] == "review-window-closed"


async def test_a_revised_decline_becomes_an_offer_and_the_first_decision_is_on_record(
    harness: Harness, channel: Front
) -> None:
    id, first = await decided(harness, channel)
    forged = a_decision(id, supersedes=uuid4(), automatic=False)
    await harness.deliver(forged)
    assert await harness.outbox(OfferMade) == []
    revised = a_decision(id, supersedes=first, automatic=False, decided_by="u-2")
    await harness.deliver(revised)
    shown = succeeded(await channel.get(f"/applications/{id}"))
    assert (shown["status"], shown["contract_status"], shown["decision"]["id"]) == (
        "APPROVED", "DRAFTED", str(revised.decision_id),
    )  # fmt: skip
    told = [a.detail for a in await harness.outbox(AuditRecorded) if a.action == "revise_decision"]
    assert told == [{"superseded": str(first), "outcome": "DECLINED"}]
    assert await harness.rows("select approval_ended_at, ended_at from applications") == [(None, None)]
    (line,) = succeeded(await channel.get("/applications", contract_status="DRAFTED"))["items"]
    succeeded(await confirm(channel, f"/applications/{id}", line["disclosure_hash"]))
    again = a_decision(id, supersedes=first)  # the decision that it names stands no more
    await harness.deliver(again)
    assert len(await harness.outbox(OfferMade)) == 1
