"""One call for an approver: all that he decides on, what became of cases like it, and nothing that he may not see."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from casework import MONDAY_10H, YUAN, Casework

from loan_contracts.applications import ApplicationSubmitted, ApplicationSupplemented
from loan_contracts.assessment import FraudOutcome, RiskOutcome
from loan_contracts.decisions import case_id_of
from loan_contracts.lending import LoanDisbursed, LoanReclassified, LoanSettled
from loan_contracts.values import Reason, RepaymentMethod, SourceStatus

BRANCH = "310000-01"
HIT = Reason(code="F-03", detail="device_id_cnt_30d", value="2", limit="2")
TRIGGERED = {
    "outcome": RiskOutcome.REFER,
    "triggers": ["GREY_SCORE"],
    "reasons": [Reason(code="R02", value="0.61", limit="0.55")],
}


def loan_id(application: ApplicationSubmitted) -> UUID:
    return UUID(int=application.application_id.int ^ 1)


def disbursed(application: ApplicationSubmitted) -> LoanDisbursed:
    """His loan is paid out."""
    return LoanDisbursed(
        loan_id=loan_id(application), application_id=application.application_id, loan_no="L1", contract_no="HT1",
        customer_id=application.customer_id, branch=application.branch, product_code=application.product_code,
        principal_minor=application.amount_minor, annual_rate=Decimal("0.0712"), term_months=12,
        repayment_method=RepaymentMethod.EQUAL_INSTALMENT, value_date=date(2026, 3, 2), maturity_date=date(2027, 3, 2),
        first_due_date=date(2026, 4, 2), instalment_minor=1, payment_id=uuid4(), disbursed_at=MONDAY_10H,
    )  # fmt: skip


def reclassified(application: ApplicationSubmitted, dpd: int, to: str, sequence: int) -> LoanReclassified:
    return LoanReclassified(
        loan_id=loan_id(application), application_id=application.application_id, from_class="NORMAL", to_class=to,
        from_stage=1, to_stage=2, dpd=dpd, bucket="M2", business_date=date(2026, 6, 1), sequence=sequence,
    )  # fmt: skip


async def approved(casework: Casework, **changes: Any) -> ApplicationSubmitted:
    """An application that its process approves, with a score."""
    application = await casework.submitted(**{k: v for k, v in changes.items() if k != "score"})
    await casework.checked(application, risk={"score": changes.get("score", 615)})
    return application


async def page(casework: Casework, application: ApplicationSubmitted, *roles: str, **claims: Any) -> dict[str, Any]:
    answer = await casework.get(f"/v1/cases/{case_id_of(application.application_id)}/decision-page", *roles, **claims)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_the_page_says_what_was_asked_found_and_recommended(casework: Casework) -> None:
    uploaded = {"ID_FRONT": MONDAY_10H - timedelta(days=2)}
    application = await casework.submitted(required_documents=["ID_FRONT", "ID_BACK"], documents=uploaded)
    await casework.checked(
        application,
        statuses={"SOCIAL_INSURANCE": SourceStatus.TIMEOUT},
        fraud={"outcome": FraudOutcome.REVIEW, "reasons": [HIT]},
        risk=TRIGGERED | {"limit_minor": 20_000 * YUAN},
    )
    casework.clock.move(days=3)
    shown = await page(casework, application, "approver", subject="u-approver")
    assert shown["withheld"] == []
    assert (shown["asked_for"]["amount_minor"], shown["asked_for"]["purpose"]) == (3_000_000, "DECORATION")
    sources = {s["source"]: (s["required"], s["status"], s["age_days"]) for s in shown["sources"]}
    assert sources == {
        "IDENTITY": (True, "HIT", 3), "CREDIT_BUREAU": (True, "HIT", 3), "SOCIAL_INSURANCE": (False, "TIMEOUT", 3)
    }  # fmt: skip
    assert shown["documents"]["complete"] is False
    documents = {d["kind"]: (d["required"], d["uploaded_at"]) for d in shown["documents"]["kinds"]}
    assert documents == {"ID_FRONT": (True, "2026-02-28T02:00:00Z"), "ID_BACK": (True, None)}
    rules = [(r["by"], r["code"], r["value"], r["limit"]) for r in shown["trace"]["rules"]]
    assert rules == [("fraud", "F-03", "2", "2"), ("risk", "R02", "0.61", "0.55"), ("risk", "GREY_SCORE", None, None)]
    assert shown["trace"]["flows"][0]["values"]["fraud_outcome"] == "REVIEW"
    recommended = shown["recommendation"]
    assert (recommended["choice"], recommended["amount_minor"], recommended["annual_rate"]) == (
        "APPROVE",
        2_000_000,
        "0.0712",
    )
    assert recommended["cautions"] == ["F-03", "GREY_SCORE"]
    assert shown["bounds"]["limit_minor"] == 2_000_000
    mine = shown["mine"]
    assert (mine["kept_from"], mine["authority_minor"], mine["committee"]) == ("task-not-claimed", 50_000_000, None)
    assert mine["exceptions"] == ["ABOVE_LIMIT"]  # of the 30,000 that were asked for
    happened = ["SUBMITTED", "CASE_OPENED", "DATA_COLLECTED", "SCREENED", "ASSESSED", "TASK_OPENED"]
    assert [event["what"] for event in shown["timeline"]] == happened
    await casework.claim(mine["task_id"])
    assert (await page(casework, application, "approver", subject="u-approver"))["mine"]["kept_from"] is None
    assert (await page(casework, application, "approver", subject="u-manager"))["mine"][
        "kept_from"
    ] == "maker-not-checker"


async def test_what_came_after_the_submission_completes_the_documents(casework: Casework) -> None:
    application, task = await casework.in_review(required_documents=["ID_FRONT"], documents={"ID_FRONT": MONDAY_10H})
    await casework.decided(task, "SUPPLEMENT", document_kinds=["INCOME_PROOF"])
    before = (await page(casework, application, "approver"))["documents"]
    assert before["complete"] is False
    at = MONDAY_10H + timedelta(hours=1)
    came = ApplicationSupplemented(
        application_id=application.application_id, document_kinds=["INCOME_PROOF"], supplemented_at=at
    )
    await casework.harness.deliver(came)
    after = (await page(casework, application, "approver"))["documents"]
    assert after["complete"] is True
    assert after["kinds"][-1] == {"kind": "INCOME_PROOF", "required": True, "uploaded_at": "2026-03-02T03:00:00Z"}


async def test_nothing_is_recommended_where_evidence_is_missing(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.checked(application, statuses={"CREDIT_BUREAU": SourceStatus.TIMEOUT})
    shown = await page(casework, application, "approver")
    assert shown["recommendation"]["choice"] is None
    assert shown["recommendation"]["cautions"] == ["EVIDENCE_MISSING"]


async def test_the_customers_other_applications_and_what_became_of_their_loans(casework: Casework) -> None:
    customer = uuid4()
    first = await approved(casework, customer_id=customer, amount_minor=2_000_000)
    # Messages of different topics come in any order, an older class may come after a newer one.
    await casework.harness.deliver(reclassified(first, 12, "SPECIAL_MENTION", 3))
    await casework.harness.deliver(reclassified(first, 45, "SPECIAL_MENTION", 2))
    await casework.harness.deliver(disbursed(first))
    casework.clock.move(days=1)
    elsewhere = await approved(casework, customer_id=customer, branch="440300-01")
    casework.clock.move(days=1)
    now = await casework.submitted(customer_id=customer)
    shown = await page(casework, now, "approver")
    assert [e["application_id"] for e in shown["earlier"]] == [str(a.application_id) for a in (elsewhere, first)]
    loan = shown["earlier"][1]["loan"]
    assert (loan["dpd"], loan["most_dpd"], loan["principal_minor"], loan["settled_on"]) == (12, 45, 2_000_000, None)
    assert shown["earlier"][0]["loan"] is None
    settled = LoanSettled(loan_id=loan_id(first), application_id=first.application_id, settled_on=date(2026, 9, 1))
    await casework.harness.deliver(settled)
    [_, earlier] = (await page(casework, now, "approver"))["earlier"]
    assert (earlier["loan"]["settled_on"], earlier["loan"]["dpd"]) == ("2026-09-01", 0)
    manager = await page(casework, now, "customer-manager", branch=BRANCH)
    assert [e["branch"] for e in manager["earlier"]] == [BRANCH]  # those of other branches are not his to see


async def test_similar_cases_are_the_nearest_by_score_with_what_became_of_them(casework: Casework) -> None:
    near = await approved(casework, score=610)
    far = await approved(casework, score=700)
    declined = await casework.submitted()
    await casework.checked(declined, risk={"score": 630, "outcome": RiskOutcome.DECLINE})
    await approved(casework, score=612, product_code="PCL-BRANCH")  # of another product
    for application in (near, far):
        await casework.harness.deliver(disbursed(application))
    await casework.harness.deliver(reclassified(near, 31, "SPECIAL_MENTION", 1))
    application, _ = await casework.in_review()
    similar = (await page(casework, application, "approver"))["similar"]
    assert [n["score"] for n in similar["nearest"]] == [610, 630, 700]
    assert (similar["compared"], similar["approved"], similar["approved_share"]) == (3, 2, "0.6667")
    assert (similar["lent"], similar["late"], similar["late_share"]) == (2, 1, "0.5000")


@pytest.mark.parametrize(
    ("role", "branch", "absent"),
    [
        ("customer-manager", BRANCH, {"fraud", "recommendation", "bounds", "mine", "similar"}),
        ("risk-officer", None, set()),
        ("auditor", None, set()),
    ],
)
async def test_what_a_role_may_not_see_is_not_in_the_answer(
    casework: Casework, role: str, branch: str | None, absent: set[str]
) -> None:
    application = await casework.submitted()
    await casework.checked(application, fraud={"outcome": FraudOutcome.REVIEW, "reasons": [HIT]})
    shown = await page(casework, application, role, branch=branch)
    parts = {"sources", "collected", "risk", "fraud", "recommendation", "bounds", "mine", "similar"}
    assert parts - shown.keys() == absent
    assert set(shown["withheld"]) - {"comments"} == absent
    assert ("F-03" in str(shown)) == (not absent)
    assert ("REVIEW" in str(shown["trace"])) == (not absent)
    at_home = await casework.get(f"/v1/cases/{shown['case_id']}/decision-page", "customer-manager", branch="440300-01")
    assert at_home.status_code == 403
