"""What borrowers and staff live through, over HTTP and Kafka alone."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from world import TRACED_IN_THOUSAND, World, consents, until

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.decisions import DecisionMade
from loan_contracts.envelope import is_traced
from loan_contracts.lending import LoanDisbursed, RepaymentDue, RepaymentMissed, RepaymentReceived
from loan_contracts.messages import SERVICES
from loan_contracts.money import months_later
from loan_contracts.values import REASONS, Source
from loan_replay.api import Refused
from loan_replay.channel import Applicant
from loan_schedules.annuity import equal_instalment

pytestmark = [pytest.mark.stack, pytest.mark.xdist_group("system"), pytest.mark.timeout(300)]

AGREED = "income and debts were checked, agreed"
BUSINESS = "91990101MA0DEM0051"  # domain.md §6.2
BUSINESS_DOCUMENTS = ("ID_FRONT", "ID_BACK", "BUSINESS_LICENCE", "BANK_STATEMENT")
GRACE_DAYS = 3


async def test_a_clean_application_goes_straight_through_to_its_first_repayment(world: World) -> None:
    application_id = await world.applies(world.somebody(yuan=60_000, months=12))
    line = await world.stands(application_id, "APPROVED", "CONDITIONAL")
    decision = await world.bus.message(DecisionMade, application_id=application_id)
    assert decision.automatic and decision.decided_by == "personal-credit:1"

    offer = await world.front.get("application-svc", f"/v1/applications/{application_id}/offer")
    assert offer["principal_minor"] == decision.amount_minor
    assert float(offer["total_annual_rate"]) <= 0.24
    await world.accepts(application_id)
    line = await world.is_paid_out(application_id)

    told = await world.bus.message(LoanDisbursed, application_id=application_id)
    assert (str(told.loan_id), told.principal_minor) == (line["loan_id"], decision.amount_minor)
    schedule = await world.front.get("postloan-svc", f"/v1/loans/{told.loan_id}/schedule")
    first = schedule["instalments"][0]
    assert sum(each["principal_minor"] for each in schedule["instalments"]) == decision.amount_minor
    assert first["total_minor"] == told.instalment_minor and first["settled_on"] is None

    await world.reaches(told.first_due_date)
    due = await world.bus.message(RepaymentDue, loan_id=str(told.loan_id))
    assert (due.instalment_no, due.due_date, due.total_minor) == (1, told.first_due_date, first["total_minor"])

    finance = await world.staff("finance")
    money = {"amount_minor": due.total_minor, "source": "BANK_FILE", "reference": f"e2e {told.loan_id}"}
    paid = await finance.post("postloan-svc", f"/v1/loans/{told.loan_id}/repayments", money)
    assert paid["excess_minor"] == 0
    schedule = await world.front.get("postloan-svc", f"/v1/loans/{told.loan_id}/schedule")
    settled = schedule["instalments"][0]
    assert settled["unpaid_minor"] == 0 and date.fromisoformat(settled["settled_on"]) == told.first_due_date
    received = await world.bus.message(RepaymentReceived, loan_id=str(told.loan_id))
    assert received.outstanding_principal_minor == decision.amount_minor - first["principal_minor"]


async def test_a_pending_enforcement_case_goes_to_a_person_who_approves_less(world: World) -> None:
    who = world.somebody(yuan=60_000)
    await world.simulator.person(identity_number(who), court={"enforcement": 1})
    application_id = await world.applies(who)

    task = await world.task(application_id, "approver", "manual_review")
    approver, other = await world.staff("approver"), await world.staff("approver-2")
    await approver.post("workflow-svc", f"/v1/tasks/{task['id']}/claim")
    with pytest.raises(Refused, match="task-already-claimed"):
        await other.post("workflow-svc", f"/v1/tasks/{task['id']}/claim")
    verdict = {"choice": "APPROVE", "amount_minor": 4_000_000, "comment": AGREED}
    await approver.post("workflow-svc", f"/v1/tasks/{task['id']}/completion", verdict)

    await world.stands(application_id, "CONDITIONAL")
    decision = await world.bus.message(DecisionMade, application_id=application_id)
    assert (decision.automatic, decision.decided_by, decision.amount_minor) == (False, "approver", 4_000_000)
    offer = await world.front.get("application-svc", f"/v1/applications/{application_id}/offer")
    assert offer["principal_minor"] == 4_000_000

    path = f"/v1/applications/{application_id}/timeline"
    entries = (await world.reported(approver, path, tells_of("offer.made"), limit=200))["items"]
    assert {entry["trace_id"] for entry in entries} == {UUID(application_id).hex}  # a person's part belongs to it too
    assert "approver" in {entry["actor"] for entry in entries if entry["type"] == "task.completed"}


async def test_above_half_a_million_three_members_of_the_committee_vote(world: World) -> None:
    who = business_owner(world, yuan=800_000)
    await world.simulator.person(
        BUSINESS, tax={"credit_level": "A"}, registry={"state": "存续", "months_operating": 60}
    )
    application_id = await drafted(world, who)
    with pytest.raises(Refused, match="documents-missing"):
        await world.front.post("application-svc", f"/v1/applications/{application_id}/submission")
    await world.uploads(application_id, *BUSINESS_DOCUMENTS)
    await world.front.post("application-svc", f"/v1/applications/{application_id}/submission")

    task = await world.task(application_id, "committee-1", "committee_review")
    approval = {"choice": "APPROVE", "comment": AGREED} | await world.needed(task, 70_000_000)
    assert "ABOVE_LIMIT" in approval["exceptions"]  # no model was made for a business: a person says what it bears
    await world.decides(task, "committee-1", amount_minor=80_000_000, **approval)
    with pytest.raises(Refused, match="already-voted"):
        await world.decides(task, "committee-1", amount_minor=80_000_000, **approval)
    await world.decides(
        task, "committee-2", choice="DECLINE", comment="the turnover is too small", reason_codes=["R10"]
    )
    await world.stands(application_id, "APPROVAL")
    await world.decides(task, "committee-3", amount_minor=70_000_000, **approval)

    await world.stands(application_id, "CONDITIONAL")
    decision = await world.bus.message(DecisionMade, application_id=application_id)
    assert decision.decided_by == "committee-1,committee-2,committee-3"
    assert decision.amount_minor == 70_000_000  # the lowest amount that one of those in favour named
    document = (await world.upload(application_id, "PURPOSE_PROOF", b"%PDF-1.7 order of goods"))[1]["id"]
    officer = await world.staff("contract")
    supplier = {"name": "示例装饰有限公司", "account": "6212142600000000167", "document_id": document}
    supplier |= {"registration": "91350100M000100Y43"}
    await officer.post("application-svc", f"/v1/applications/{application_id}/counterparty", supplier)
    await world.accepts(application_id)
    finance = await world.staff("finance")

    async def waiting() -> Any:
        found = (await finance.get("postloan-svc", "/v1/pay-outs"))["items"]
        return next((each["id"] for each in found if each["amount_minor"] == 70_000_000), None)

    pay_out = await until(waiting, "the pay-out waits for a person")
    with pytest.raises(Refused, match="conditions-open"):
        await finance.post("postloan-svc", f"/v1/pay-outs/{pay_out}/release")
    seen = {"evidence": "order and invoice, page 1"}
    await officer.post("postloan-svc", f"/v1/pay-outs/{pay_out}/conditions/PAYEE_PROVED", seen)
    await finance.post("postloan-svc", f"/v1/pay-outs/{pay_out}/release")
    await world.is_paid_out(application_id)


async def test_a_dishonest_debtor_is_declined_with_reasons_that_staff_see(world: World) -> None:
    who = world.somebody()
    await world.simulator.person(identity_number(who), court={"dishonest": 1})
    application_id = await world.applies(who)
    await world.stands(application_id, "DECLINED")

    decision = await world.bus.message(DecisionMade, application_id=application_id)
    codes = [reason.code for reason in decision.reasons]
    assert decision.automatic and {"R07", "R08"} <= set(codes)  # fraud rules show as internal policy (domain.md §10.4)
    approver = await world.staff("approver")
    seen = await approver.get("application-svc", f"/v1/applications/{application_id}")
    assert [reason["code"] for reason in seen["decision"]["reasons"]] == codes
    told = await world.front.get("application-svc", f"/v1/applications/{application_id}")
    assert told["decision"]["outcome"] == "DECLINED"  # he is told why in his words, and no rule
    assert {reason["code"]: reason["detail"] for reason in told["decision"]["reasons"]} == {
        code: REASONS[code] for code in codes
    }
    with pytest.raises(Refused, match="offer-not-found"):
        await world.front.get("application-svc", f"/v1/applications/{application_id}/offer")


async def test_a_reviewer_asks_for_documents_and_another_decides_when_they_are_there(world: World) -> None:
    who = world.somebody()
    await world.simulator.person(identity_number(who), court={"judgments": 1})
    application_id = await world.applies(who)
    task = await world.task(application_id, "approver", "manual_review")
    asked = {"choice": "SUPPLEMENT", "comment": "the income needs a proof", "document_kinds": ["INCOME_PROOF"]}
    await world.decides(task, "approver", **asked)

    await world.stands(application_id, "SUPPLEMENT")
    supplements = f"/v1/applications/{application_id}/supplements"
    with pytest.raises(Refused, match="documents-missing"):
        await world.front.post("application-svc", supplements)
    await world.uploads(application_id, "INCOME_PROOF")
    await world.front.post("application-svc", supplements)

    again = await world.task(application_id, "approver-2", "manual_review")
    assert again["id"] != task["id"]
    approval: dict[str, Any] = {"choice": "APPROVE", "amount_minor": 3_000_000, "comment": AGREED}
    with pytest.raises(Refused, match="maker-not-checker"):  # who asked has acted on it already
        await world.decides(again, "approver", **approval)
    await world.decides(again, "approver-2", **approval)
    await world.stands(application_id, "CONDITIONAL")
    decision = await world.bus.message(DecisionMade, application_id=application_id)
    assert (decision.decided_by, decision.amount_minor) == ("approver-2", 3_000_000)


async def test_a_silent_bureau_is_recorded_as_missing_and_a_person_decides(world: World) -> None:
    who = world.somebody()
    await world.simulator.person(identity_number(who), statuses={"CREDIT_BUREAU": "TIMEOUT"})
    application_id = await world.applies(who)

    task = await world.task(application_id, "approver", "manual_review")
    approver = await world.staff("approver")
    case = await approver.get("workflow-svc", f"/v1/cases/{task['case_id']}/view")
    assert case["collected"]["statuses"]["CREDIT_BUREAU"] == "TIMEOUT" and case["collected"]["credit_bureau"] is None
    assert case["collected"]["statuses"]["IDENTITY"] == "HIT"
    await world.decides(task, "approver", choice="DECLINE", comment="nothing is known of him", reason_codes=["R09"])
    await world.stands(application_id, "DECLINED")
    decision = await world.bus.message(DecisionMade, application_id=application_id)
    assert [reason.code for reason in decision.reasons] == ["R09"] and not decision.automatic


async def test_the_same_submission_twice_is_one_application(world: World) -> None:
    who = world.somebody()
    customer_id = await world.channel.register(who)
    body, key = who.application | {"customer_id": customer_id}, f"twice-{customer_id}"

    async def submit() -> tuple[int, dict[str, Any]]:
        return await world.ask("POST", "application-svc", "/v1/applications", key=key, json=body)

    at_once = await asyncio.gather(submit(), submit(), submit())
    later = await submit()
    assert all(answer == later for answer in at_once) and later[0] == 202
    other = await world.ask("POST", "application-svc", "/v1/applications", key=key, json=body | {"term_months": 6})
    assert (other[0], other[1]["code"]) == (422, "idempotency-key-reused")

    told = await world.bus.messages(ApplicationSubmitted, customer_id=customer_id)
    assert [str(each.application_id) for each in told] == [later[1]["id"]]
    listed = await world.front.get("application-svc", "/v1/applications", customer_id=customer_id)
    assert [line["id"] for line in listed["items"]] == [later[1]["id"]]


async def test_a_missed_repayment_is_told_after_the_days_of_grace(world: World) -> None:
    application_id = await world.applies(world.somebody(yuan=20_000, months=12))
    await world.stands(application_id, "APPROVED", "CONDITIONAL")
    await world.accepts(application_id)
    await world.is_paid_out(application_id)
    told = await world.bus.message(LoanDisbursed, application_id=application_id)

    await world.reaches(told.first_due_date)
    due = await world.bus.message(RepaymentDue, loan_id=str(told.loan_id))
    grace_ends = (due.payable_on or due.due_date) + timedelta(days=GRACE_DAYS)  # from the next working day
    await world.reaches(grace_ends)
    assert await world.bus.messages(RepaymentMissed, loan_id=str(told.loan_id)) == []
    await world.reaches(grace_ends + timedelta(days=1))
    missed = await world.bus.message(RepaymentMissed, loan_id=str(told.loan_id))
    assert (missed.instalment_no, missed.due_date) == (1, told.first_due_date)
    late = (grace_ends - told.first_due_date).days + 1
    assert missed.dpd == late  # days count from the due date, grace or not (domain.md)
    loan = await world.front.get("postloan-svc", f"/v1/loans/{told.loan_id}")
    assert (loan["status"], loan["dpd"]) == ("OVERDUE", late)


async def test_one_application_is_one_trace_and_one_timeline_across_all_services(world: World) -> None:
    application_id = await world.applies(world.somebody(yuan=10_000))
    while not is_traced(UUID(application_id), TRACED_IN_THOUSAND):
        application_id = await world.applies(world.somebody(yuan=10_000))
    await world.stands(application_id, "APPROVED", "CONDITIONAL")
    await world.accepts(application_id)
    await world.is_paid_out(application_id)

    operations = await world.staff("operations")
    path = f"/v1/applications/{application_id}"

    def everywhere(found: dict[str, Any]) -> bool:
        return {service for trace in found["traces"] for service in trace["services"]} == set(SERVICES)

    found = await world.reported(operations, f"{path}/trace", everywhere)
    assert [trace["trace_id"] for trace in found["traces"]] == [UUID(application_id).hex]
    assert {message["trace_id"] for message in found["messages"]} == {UUID(application_id).hex}

    entries = (await world.reported(operations, f"{path}/timeline", tells_of("loan.disbursed"), limit=200))["items"]
    types = [entry["type"] for entry in entries]
    way = ["application.submitted", "external-data.collected", "risk.assessed", "decision.made", "offer.made",
           "disclosure.confirmed", "contract.signed", "payment.settled", "loan.disbursed"]  # fmt: skip
    assert [kind for kind in types if kind in way] == way
    actors = {entry["type"]: entry["actor"] for entry in entries}
    assert actors["application.submitted"] == actors["contract.signed"] == "channel"
    assert (await world.chain())["valid"]


@pytest.mark.parametrize(
    ("account", "reasons"),
    [
        ({"kind": "D1", "state": "4", "balance": "50000"}, {"R03"}),  # a bad debt
        ({"kind": "C1", "state": "1", "balance": "80000"}, {"R03"}),  # one that others recover
        ({"kind": "D1", "state": "1", "months": "NN123NNN"}, {"R03"}),  # three months in a row
    ],
)
async def test_what_the_bureau_says_of_bad_debts_and_late_months_declines(
    world: World, account: dict[str, str], reasons: set[str]
) -> None:
    """domain.md R-7.9, R-7.10, from the bureau's own report to the applicant's decision."""
    who = world.somebody()
    await world.simulator.person(identity_number(who), credit_report=a_credit_report(who, **account))
    application_id = await world.applies(who)
    await world.stands(application_id, "DECLINED")
    decision = await world.bus.message(DecisionMade, application_id=application_id)
    assert decision.automatic and reasons <= {reason.code for reason in decision.reasons}


async def test_a_second_loan_is_judged_with_the_instalment_of_the_first(world: World) -> None:
    """domain.md R-11.1: the report that is used again knows nothing of what was approved since; our own books do."""
    income, most = 2_000_000, Decimal("0.7")
    who = world.somebody(yuan=125_500, months=12)
    await world.simulator.person(identity_number(who), social_insurance={"monthly_income_minor": income})
    customer = await world.channel.register(who)
    first = await world.decided(who, customer, amount_minor=12_550_000)
    assert first.amount_minor == 12_550_000 and first.annual_rate is not None
    second = await world.decided(who, customer, amount_minor=7_450_000)
    assert 0 < second.amount_minor < 7_450_000 and second.annual_rate is not None
    instalments = [equal_instalment(each.amount_minor, each.annual_rate, 12) for each in (first, second)]
    assert sum(instalments) < income * most


def tells_of(type: str) -> Callable[[dict[str, Any]], bool]:
    """Whether a timeline tells of a message of this type."""
    return lambda timeline: any(entry["type"] == type for entry in timeline["items"])


def a_credit_report(who: Applicant, kind: str, state: str, balance: str = "0", months: str = "") -> dict[str, Any]:
    """A second-generation report about somebody, of this month, with one account (domain.md §7.1)."""
    today = datetime.now(UTC).date()
    history = [
        {"PD01DR03": months_later(today, at - len(months), day=1).isoformat()[:7], "PD01DD01": code}
        for at, code in enumerate(months)
    ]
    account = {
        "PD01A": {"PD01AD01": kind, "PD01AI02": "BANKA", "PD01AD03": "91", "PD01AD07": "4"},
        "PD01B": {"PD01BD01": state, "PD01BJ01": balance},
        "PD01D": {"PD01DH": history},
    }
    return {
        "PRH": {
            "PA01": {
                "PA01A": {"PA01AR01": f"{today.isoformat()}T08:00:00"},
                "PA01B": {"PA01BQ01": who.registration["name"], "PA01BI01": identity_number(who)},
            }
        },
        "PCO": {"PC02E": {"PC02ES02": "1"}},
        "PQO": {"PC05": {"PC05B": {"PC05BS03": "0", "PC05BS04": "0"}}},
        "PDA": {"PD01": [account]},
    }


def identity_number(who: Applicant) -> str:
    """What the outside world knows him by."""
    return str(who.registration["identity_number"])


def business_owner(world: World, yuan: int) -> Applicant:
    """Somebody who wants a loan for his business and lets its tax and registry records be asked for."""
    who = world.somebody(yuan=yuan, months=24, product_code="SMB-OWNER", purpose="WORKING_CAPITAL", form={
        "uscc": BUSINESS, "months_operating": 60, "monthly_income_minor": 9_000_000, "monthly_expense_minor": 800_000,
    })  # fmt: skip
    more = consents(Source.TAX, Source.REGISTRY)
    return replace(who, registration=who.registration | {"consents": [*who.registration["consents"], *more]})


async def drafted(world: World, who: Applicant) -> str:
    """The id of a draft."""
    body = who.application | {"customer_id": await world.channel.register(who)}
    return str((await world.front.post("application-svc", "/v1/drafts", body))["id"])
