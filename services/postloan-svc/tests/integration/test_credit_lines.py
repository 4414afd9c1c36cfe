"""Credit lines through the doors: opened by a contract, drawn, repaid, held, frozen by two, ended by the close (R-3.31)."""

import asyncio
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

from bank_counter import a_signing, closing_runs, move_to, ports, repay, settled

from loan_contracts.applications import ContractSigned
from loan_contracts.lending import CreditLineChanged, LoanDisbursed, PaymentFailed, PaymentRequested
from loan_contracts.values import LineTerms, RepaymentMethod
from loan_servicekit.core import Caller, Cause, Conflict, utc_now
from loan_servicekit.db.group_commit import GroupCommit
from loan_servicekit.testing import Harness
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.use_cases.credit_line.draw_line import DrawLine

RISK, APPROVER = ("risk-officer", "u-risk"), ("approver", "u-approver")


async def opened(harness: Harness, **changes: Any) -> tuple[ContractSigned, UUID]:
    fields = {"repayment_method": RepaymentMethod.REVOLVING, "credit_line": LineTerms(least_draw_minor=10_000),
              "annual_rate": Decimal("0.072")}  # fmt: skip
    signing = a_signing(**fields | changes)
    await harness.deliver(signing)
    told = (await harness.outbox(CreditLineChanged))[-1]
    assert (told.status, told.application_id, told.limit_minor) == ("OPEN", signing.application_id, 10_000_000)
    return signing, told.line_id


async def asked(
    harness: Harness, path: str, expect: int, body: dict[str, Any] | None = None, who: tuple[str, str] = RISK
) -> Any:
    headers = harness.signer.headers(who[0], subject=who[1], branch="310000-01")
    answer = await harness.client.post(f"/v1/credit-lines/{path}", json=body, headers=headers)
    assert answer.status_code == expect, answer.text
    return answer.json()


async def own(
    harness: Harness, customer_id: UUID, path: str, expect: int = 200, body: dict[str, Any] | None = None
) -> Any:
    headers = harness.signer.headers("borrower", subject=str(customer_id), customer_id=customer_id)
    way = harness.client.get if body is None else harness.client.post
    given = {} if body is None else {"json": body}
    answer = await way(f"/v1/my{path}", headers=headers, **given)
    assert answer.status_code == expect, answer.text
    return answer.json()


async def test_a_borrower_draws_his_line_and_what_he_repays_is_free_again(harness: Harness) -> None:
    signing, line_id = await opened(harness)
    customer = signing.customer_id
    assert await harness.outbox(PaymentRequested) == []
    (line,) = (await own(harness, customer, "/credit-lines"))["items"]
    assert (line["available_minor"], line["status"]) == (10_000_000, "OPEN")
    await own(harness, uuid4(), f"/credit-lines/{line_id}", 404)
    too_much = {"amount_minor": 10_000_001}
    refused = await own(harness, customer, f"/credit-lines/{line_id}/drawdowns", 409, too_much)
    assert refused["code"] == "credit-line-exceeded"

    for amount, available in ((4_000_000, 6_000_000), (5_000_000, 1_000_000)):
        drawn = await own(harness, customer, f"/credit-lines/{line_id}/drawdowns", 202, {"amount_minor": amount})
        assert (drawn["status"], drawn["principal_minor"]) == ("DISBURSING", amount)
        shown = await own(harness, customer, f"/credit-lines/{line_id}")
        assert (shown["available_minor"], shown["outstanding_principal_minor"]) == (
            available,
            0 if amount == 4_000_000 else 4_000_000,
        )
        await harness.deliver(settled((await harness.outbox(PaymentRequested))[-1]))
    first, second = await harness.outbox(LoanDisbursed)
    assert {first.line_id, second.line_id} == {line_id} and first.application_id == second.application_id
    numbers = [each["loan_no"] for each in (await own(harness, customer, "/loans"))["items"]]
    assert sorted(numbers) == [f"{signing.contract_no}-01", f"{signing.contract_no}-02"]

    await repay(harness, first, amount_minor=4_000_000)  # on the day of its money: no interest
    shown = await own(harness, customer, f"/credit-lines/{line_id}")
    assert (shown["available_minor"], shown["outstanding_principal_minor"]) == (5_000_000, 5_000_000)


async def test_a_draw_that_is_refused_is_free_again_and_not_retried(harness: Harness) -> None:
    signing, line_id = await opened(harness)
    await own(harness, signing.customer_id, f"/credit-lines/{line_id}/drawdowns", 202, {"amount_minor": 9_000_000})
    order = (await harness.outbox(PaymentRequested))[-1]
    about = {name: getattr(order, name) for name in ("payment_id", "loan_id", "application_id", "direction")}
    await harness.deliver(PaymentFailed(**about, amount_minor=order.amount_minor, code="61", failed_at=utc_now()))
    assert (await own(harness, signing.customer_id, f"/credit-lines/{line_id}"))["available_minor"] == 10_000_000
    finance = harness.signer.headers("finance", subject="u-finance")
    answer = await harness.client.post(f"/v1/loans/{order.loan_id}/pay-out", headers=finance)
    assert (answer.status_code, answer.json()["code"]) == (409, "pay-out-drawn-anew")


async def test_of_draws_at_once_only_those_that_the_limit_bears_are_taken(harness: Harness) -> None:
    signing, line_id = await opened(harness)
    caller = Caller("u-manager", "u-manager", (), signing.branch, frozenset())
    lanes = [GroupCommit(harness.service.transactor, 0) for _ in range(4)]  # as those of other processes
    draw = ports(harness).operations.draw_line
    drawn = await asyncio.gather(
        *(lanes[n % 4].perform(draw, DrawLine(caller, line_id, 3_000_000), Cause("test")) for n in range(8)),
        return_exceptions=True,
    )
    assert sum(isinstance(each, Loan) for each in drawn) == 3, drawn
    refused = {each.code for each in drawn if isinstance(each, Conflict)}
    assert refused == {"credit-line-exceeded"}
    shown = await own(harness, signing.customer_id, f"/credit-lines/{line_id}")
    assert (shown["available_minor"], shown["reserved_minor"]) == (1_000_000, 9_000_000)
    assert len(await harness.outbox(PaymentRequested)) == 3


async def test_what_waits_for_a_person_goes_out_of_no_frozen_line(harness: Harness) -> None:
    _, line_id = await opened(harness, channel="OFFLINE", handled_by=("u-manager", "u-approver", "u-contract"))
    await asked(harness, f"{line_id}/drawdowns", 202, {"amount_minor": 5_000_000}, ("customer-manager", "u-manager"))
    finance = harness.signer.headers("finance", subject="u-head")
    [found] = (await harness.client.get("/v1/pay-outs?status=WAITING", headers=finance)).json()["items"]
    release = f"/v1/pay-outs/{found['id']}/release"
    await asked(harness, f"{line_id}/freeze", 202, {"freeze": True, "reason": "checks"})
    await asked(harness, f"{line_id}/freeze/decision", 200, {"approve": True}, APPROVER)
    answer = await harness.client.post(release, headers=finance)
    assert (answer.status_code, answer.json()["code"]) == (409, "credit-line-frozen")
    await asked(harness, f"{line_id}/freeze", 202, {"freeze": False, "reason": "checked"})
    await asked(harness, f"{line_id}/freeze/decision", 200, {"approve": True}, APPROVER)
    assert await harness.outbox(PaymentRequested) == []
    assert (await harness.client.post(release, headers=finance)).status_code == 200


async def test_staff_hold_an_amount_and_two_people_freeze_the_line(harness: Harness) -> None:
    signing, line_id = await opened(harness)
    manager = ("customer-manager", "u-manager")
    until = str(date.fromisoformat((await own(harness, signing.customer_id, "/credit-lines"))["items"][0]["opens_on"]))
    held = await asked(harness, f"{line_id}/reservations", 201, {"amount_minor": 3_000_000, "until": until}, manager)
    assert (held["available_minor"], held["reserved_minor"]) == (7_000_000, 3_000_000)
    reservation = held["reservations"][0]["id"]
    drawn = {"amount_minor": 3_000_000, "reservation_id": reservation}
    await asked(harness, f"{line_id}/drawdowns", 202, drawn, manager)
    again = await asked(harness, f"{line_id}/reservations/{reservation}/release", 404, None, manager)
    assert again["code"] == "reservation-not-found"

    await asked(harness, f"{line_id}/freeze", 202, {"freeze": True, "reason": "checks"})
    alone = await asked(harness, f"{line_id}/freeze/decision", 403, {"approve": True})
    assert alone["code"] == "second-person-required"
    frozen = await asked(harness, f"{line_id}/freeze/decision", 200, {"approve": True}, APPROVER)
    assert (frozen["status"], frozen["available_minor"], frozen["asked"]) == ("FROZEN", 0, None)
    refused = await asked(harness, f"{line_id}/drawdowns", 409, {"amount_minor": 10_000}, manager)
    assert refused["code"] == "credit-line-frozen"
    await asked(harness, f"{line_id}/freeze", 202, {"freeze": False, "reason": "checked"}, APPROVER)
    assert (await asked(harness, f"{line_id}/freeze/decision", 200, {"approve": True}))["status"] == "OPEN"


async def test_the_close_ends_a_line_on_its_day_and_closes_it_when_nothing_is_owed(harness: Harness) -> None:
    signing, line_id = await opened(harness, term_months=1)
    await own(harness, signing.customer_id, f"/credit-lines/{line_id}/drawdowns", 202, {"amount_minor": 1_000_000})
    await harness.deliver(settled((await harness.outbox(PaymentRequested))[-1]))
    [loan] = await harness.outbox(LoanDisbursed)
    expires_on = loan.maturity_date
    async with closing_runs(harness):
        await move_to(harness, expires_on)
        shown = await own(harness, signing.customer_id, f"/credit-lines/{line_id}")
        assert (shown["status"], shown["expires_on"], shown["available_minor"]) == ("EXPIRED", str(expires_on), 0)
        days = (expires_on - loan.value_date).days
        interest = sum(row[0] for row in await harness.rows(
            "select (e->>'interest_minor')::bigint from loans, json_array_elements(instalments) e"))  # fmt: skip
        assert abs(interest - 1_000_000 * days * 0.0002) <= 1
        due = (await own(harness, signing.customer_id, f"/loans/{loan.loan_id}"))["due_minor"]  # the 21st was missed
        assert 1_000_000 + interest < due < 1_000_000 + interest + 100
        await repay(harness, loan, amount_minor=due)
        await move_to(harness, expires_on + timedelta(days=1))
    assert (await own(harness, signing.customer_id, f"/credit-lines/{line_id}"))["status"] == "CLOSED"
    assert [each.status for each in await harness.outbox(CreditLineChanged)] == ["OPEN", "EXPIRED", "CLOSED"]
