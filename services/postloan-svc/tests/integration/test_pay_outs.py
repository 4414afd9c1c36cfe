"""Pay-outs that a person releases: conditions, two pairs of eyes, amounts (domain.md R-9.10, R-9.15)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from bank_counter import a_signing, disbursed, settled, shown

from loan_contracts.lending import LoanDisbursed, LoanDisbursementFailed, PaymentRequested
from loan_servicekit.core import business_day, utc_now
from loan_servicekit.testing import Harness

SIGNED = {"channel": "OFFLINE", "handled_by": ("u-manager", "u-approver", "u-contract")}


async def ask(harness: Harness, path: str, by: str, role: str = "finance", **body: Any) -> Any:
    headers = harness.signer.headers(role, subject=by, branch="310000-01")
    return await harness.client.post(path, headers=headers, json=body)


async def waiting(harness: Harness, status: str = "WAITING") -> list[dict[str, Any]]:
    answer = await harness.client.get(f"/v1/pay-outs?status={status}", headers=harness.signer.headers("finance"))
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def parameter(harness: Harness, code: str, value: str) -> None:
    """Holds from tomorrow of the calendar on; the business day is moved there."""
    day = business_day(utc_now()) + timedelta(days=1)
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into parameters (code, value, unit, valid_from, source, confidence, approved_by)"
            " values ($1, $2, 'CNY', $3, 'test', 'P', 'test')",
            (code, value, day),
        )
        await connection.exec_driver_sql("update business_calendars set business_date = $1", (day,))
    await harness.service.parameters.refresh()


async def test_a_loan_of_a_branch_gets_its_money_when_a_person_apart_has_released_it(harness: Harness) -> None:
    signing = a_signing(**SIGNED, conditions=("INSURANCE_PAID", "ACCOUNT_OPENED"))
    await harness.deliver(signing)
    assert await harness.outbox(PaymentRequested) == [], "nothing is ordered by the machine"
    [found] = await waiting(harness)
    assert [each["code"] for each in found["conditions"]] == ["INSURANCE_PAID", "ACCOUNT_OPENED"]
    path = f"/v1/pay-outs/{found['id']}"

    refused = await ask(harness, f"{path}/release", "u-cashier")
    assert (refused.status_code, refused.json()["code"]) == (409, "conditions-open")
    checked = await ask(
        harness, f"{path}/conditions/INSURANCE_PAID", "u-contract", "contract-officer", evidence="Policy 4711"
    )
    assert checked.status_code == 200, checked.text
    again = await ask(harness, f"{path}/conditions/INSURANCE_PAID", "u-cashier", evidence="the same")
    assert (again.status_code, again.json()["code"]) == (409, "condition-checked")
    unknown = await ask(harness, f"{path}/conditions/MOON_FULL", "u-cashier", evidence="seen")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "condition-unknown")
    await ask(harness, f"{path}/conditions/ACCOUNT_OPENED", "u-cashier", evidence="Statement of the bank")

    for by, code in [
        ("u-manager", "maker-not-checker"),  # who made it
        ("u-approver", "maker-not-checker"),  # who decided it
        ("u-contract", "maker-not-checker"),  # who contracted it
        ("u-cashier", "second-person-required"),  # who has checked a condition off
    ]:
        refused = await ask(harness, f"{path}/release", by)
        assert (refused.status_code, refused.json()["code"]) == (403, code), by
    assert await harness.outbox(PaymentRequested) == []

    released = await ask(harness, f"{path}/release", "u-head")
    assert released.status_code == 200, released.text
    assert (released.json()["status"], released.json()["decided_by"]) == ("RELEASED", "u-head")
    [order] = await harness.outbox(PaymentRequested)
    assert (order.payment_id, order.amount_minor) == (UUID(found["id"]), signing.amount_minor)
    twice = await ask(harness, f"{path}/release", "u-other")
    assert (twice.status_code, twice.json()["code"]) == (409, "pay-out-decided")

    await harness.deliver(settled(order))
    loan = (await harness.outbox(LoanDisbursed))[-1]
    assert (await shown(harness, loan))["status"] == "ACTIVE"
    assert await waiting(harness) == []


async def test_a_refused_pay_out_is_told_and_its_next_try_waits_for_another_person(harness: Harness) -> None:
    await harness.deliver(a_signing(**SIGNED))
    [found] = await waiting(harness)
    refused = await ask(harness, f"/v1/pay-outs/{found['id']}/refusal", "u-head", reason="The account was closed")
    assert (refused.status_code, refused.json()["status"]) == (200, "REFUSED"), refused.text
    [failure] = await harness.outbox(LoanDisbursementFailed)
    assert (failure.code, failure.payment_id) == ("release-refused", UUID(found["id"]))

    retry = f"/v1/loans/{found['loan_id']}/pay-out"
    assert (await ask(harness, retry, "u-contract")).status_code == 403
    assert (await ask(harness, retry, "u-cashier")).status_code == 202
    again = await ask(harness, retry, "u-cashier")
    assert (again.status_code, again.json()["code"]) == (409, "pay-out-already-requested")
    [second] = await waiting(harness)
    assert (second["id"] != found["id"], second["asked_by"]) == (True, "u-cashier")
    alone = await ask(harness, f"/v1/pay-outs/{second['id']}/release", "u-cashier")
    assert (alone.status_code, alone.json()["code"]) == (403, "second-person-required")
    assert (await ask(harness, f"/v1/pay-outs/{second['id']}/release", "u-head")).status_code == 200
    assert [each.payment_id for each in await harness.outbox(PaymentRequested)] == [UUID(second["id"])]


@pytest.mark.parametrize(("channel", "waits"), [("ONLINE", 0), ("PARTNER", 0), ("OFFLINE", 1), (None, 1)])
async def test_the_machine_is_the_second_eye_of_what_is_sold_online(
    harness: Harness, channel: str | None, waits: int
) -> None:
    await harness.deliver(a_signing(channel=channel))
    assert (len(await waiting(harness)), len(await harness.outbox(PaymentRequested))) == (waits, 1 - waits)


async def test_above_the_amount_of_its_channel_a_person_releases_and_up_to_it_the_machine(harness: Harness) -> None:
    await parameter(harness, "pay.release_over.online", "100000")
    await harness.deliver(a_signing(amount_minor=10_000_000))
    assert (len(await waiting(harness)), len(await harness.outbox(PaymentRequested))) == (0, 1)
    await harness.deliver(a_signing(amount_minor=10_000_001))
    [found] = await waiting(harness)
    assert found["amount_minor"] == 10_000_001


async def test_a_branch_sees_and_prepares_its_own_pay_outs_alone(harness: Harness) -> None:
    await harness.deliver(a_signing(**SIGNED, conditions=("INSURANCE_PAID",)))
    [found] = await waiting(harness)
    other = harness.signer.headers("contract-officer", branch="999999")
    listed = await harness.client.get("/v1/pay-outs", headers=other)
    assert listed.json()["items"] == []
    path = f"/v1/pay-outs/{found['id']}"
    assert (await harness.client.get(path, headers=other)).status_code == 403
    body = {"evidence": "seen"}
    refused = await harness.client.post(f"{path}/conditions/INSURANCE_PAID", headers=other, json=body)
    assert refused.status_code == 403


async def test_what_the_machine_has_ordered_stands_in_no_list(harness: Harness) -> None:
    await disbursed(harness, a_signing())
    assert await waiting(harness) == await waiting(harness, "RELEASED") == []


ENTRUSTED = {"pay_mode": "ENTRUSTED", "payee_token": "t-of-the-payee"}


async def test_money_for_a_counterparty_waits_for_its_proof_and_never_goes_to_the_card(harness: Harness) -> None:
    """R-2.6a; online, where the machine would be the second eye of everything else."""
    await harness.deliver(a_signing(**ENTRUSTED, purpose="DECORATION"))
    [found] = await waiting(harness)
    assert [each["code"] for each in found["conditions"]] == ["PAYEE_PROVED"]
    path = f"/v1/pay-outs/{found['id']}"
    assert (await ask(harness, f"{path}/conditions/PAYEE_PROVED", "u-cashier", evidence="Invoice 7")).status_code == 200
    assert (await ask(harness, f"{path}/release", "u-head")).status_code == 200
    [order] = await harness.outbox(PaymentRequested)
    assert (order.payee_token, order.card_token) == ("t-of-the-payee", None)

    await harness.deliver(settled(order))
    due = await harness.client.get("/v1/purpose-checks", headers=harness.signer.headers("finance"))
    assert due.json()["items"] == [], "what was paid for him needs no look at what he used it for"


@pytest.mark.parametrize("contract", [{"pay_mode": "ENTRUSTED"}, {"payee_token": "t-of-the-payee"}])
async def test_a_contract_that_contradicts_itself_about_the_payee_is_not_believed(
    harness: Harness, contract: dict[str, str]
) -> None:
    await harness.deliver(a_signing(**contract))
    letters = await harness.rows("select reason from dead_letters")
    assert letters == [("payee-contradictory",)]
    assert (await waiting(harness), await harness.outbox(PaymentRequested)) == ([], [])


async def test_what_a_borrower_was_paid_himself_is_looked_at_within_thirty_days(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing(purpose="DECORATION"))
    manager = harness.signer.headers("customer-manager", subject="u-manager", branch="310000-01")
    [due] = (await harness.client.get("/v1/purpose-checks", headers=manager)).json()["items"]
    assert due["loan_id"] == str(loan.loan_id)
    assert (due["due_on"], due["purpose"]) == (str(loan.value_date + timedelta(days=30)), "DECORATION")
    assert due["overdue"] is False
    async with harness.service.engine.begin() as connection:
        day = loan.value_date + timedelta(days=31)
        await connection.exec_driver_sql("update business_calendars set business_date = $1", (day,))
    [due] = (await harness.client.get("/v1/purpose-checks", headers=manager)).json()["items"]
    assert due["overdue"] is True
    elsewhere = harness.signer.headers("customer-manager", branch="999999")
    assert (await harness.client.get("/v1/purpose-checks", headers=elsewhere)).json()["items"] == []

    path, found = f"/v1/loans/{loan.loan_id}/purpose-check", {"result": "PROVED", "evidence": "Invoices 1 to 3"}
    nothing = await harness.client.get(path, headers=manager)
    assert (nothing.status_code, nothing.json().get("code")) == (404, "purpose-check-not-found"), nothing.text
    assert (await harness.client.post(path, headers=elsewhere, json=found)).status_code == 403
    said = await harness.client.post(path, headers=manager, json=found)
    assert (said.status_code, said.json()["checked_by"]) == (201, "u-manager"), said.text
    again = await ask(harness, path, "u-other", "customer-manager", **found)
    assert (again.status_code, again.json()["code"]) == (409, "purpose-check-not-open")
    assert (await harness.client.get(path, headers=manager)).json()["result"] == "PROVED"
    assert (await harness.client.get("/v1/purpose-checks", headers=manager)).json()["items"] == []
