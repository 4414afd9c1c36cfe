"""What is due is collected from the borrower's card, once (R-3.11); what the bank takes back is owed again (R-3.25).
Figures are example E1 of domain.md §3.3."""

import asyncio
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from bank_counter import a_signing, closing_runs, disbursed, move_to, ports, repay, settled, shown

from loan_contracts.lending import (
    LoanDisbursed,
    LoanSettled,
    PaymentDirection,
    PaymentFailed,
    PaymentRequested,
    RepaymentReceived,
    RepaymentReversed,
)
from loan_contracts.payments.collecting import (
    AgreementEnd,
    CollectionAgreementEnded,
    CollectionAgreementRefused,
    CollectionAgreementRequested,
    CollectionAgreementSigned,
    PaymentReturned,
)
from loan_servicekit.core import BUSINESS_ZONE, Cause, utc_now
from loan_servicekit.testing import Harness
from postloan_svc.domain.debits.attempt import DebitRules
from postloan_svc.jobs.debit_runs import DebitCollector

TIMES = (time(6), time(14), time(22))
RULES = DebitRules(TIMES, 90, 3, 10_000)
DUE = 888_488
TOKEN = "8367cd66fdd136bba8ba23f8805bb050"
AGREED = {"text_version": "2026-1"}


async def own(
    harness: Harness, loan: LoanDisbursed, path: str, expect: int, body: Any = None, read: bool = False
) -> Any:
    """What the borrower is answered at a door of his loan."""
    headers = harness.signer.headers("borrower", subject=str(loan.customer_id), customer_id=loan.customer_id)
    url = f"/v1/my/loans/{loan.loan_id}/{path}"
    client = harness.client
    answer = await (client.get(url, headers=headers) if read else client.post(url, headers=headers, json=body))
    assert answer.status_code == expect, answer.text
    return answer.json()


async def staff(harness: Harness, loan: LoanDisbursed, path: str, subject: str = "u-finance", **body: Any) -> Any:
    """What finance is answered: a question, or with a body a request."""
    headers = harness.signer.headers("finance", subject=subject)
    url = f"/v1/loans/{loan.loan_id}/{path}"
    answer = await (
        harness.client.post(url, headers=headers, json=body or None)
        if path.startswith("debit-")
        else harness.client.get(url, headers=headers)
    )
    return answer.json() | {"answered": answer.status_code}


async def agreed(harness: Harness, loan: LoanDisbursed, **body: Any) -> UUID:
    """The borrower agrees and the network signs."""
    made = await own(harness, loan, "collection-agreement", 202, AGREED | body)
    [request] = [m for m in await harness.outbox(CollectionAgreementRequested) if str(m.agreement_id) == made["id"]]
    about = request.model_dump(exclude={"sequence", "customer_id"})
    await harness.deliver(CollectionAgreementSigned(**about, card_token=TOKEN, signed_at=utc_now()))
    return request.agreement_id


async def due(harness: Harness, **body: Any) -> LoanDisbursed:
    """E1 on its first due date, with an agreement."""
    loan = await disbursed(harness, a_signing())
    await agreed(harness, loan, **body)
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
    return loan


async def open_day(harness: Harness) -> date:
    return await ports(harness).days.business_date()


async def collect(harness: Harness, slot: str) -> list[PaymentRequested]:
    """The attempts of a time of the open day; gives the debits that were ordered."""
    before = await debits(harness)
    day = await open_day(harness)
    at = datetime.combine(day, time.fromisoformat(slot), BUSINESS_ZONE)
    given = ports(harness)
    commit = harness.service.group_commit
    job = DebitCollector(given.days, given.operations, commit, Cause("postloan-svc"), lambda: at, lambda day: RULES)
    await job.collect()
    return (await debits(harness))[len(before) :]


async def debits(harness: Harness) -> list[PaymentRequested]:
    return [m for m in await harness.outbox(PaymentRequested) if m.direction is PaymentDirection.COLLECT]


async def refuse(harness: Harness, debit: PaymentRequested, code: str = "64") -> None:
    fields = debit.model_dump(include={"payment_id", "loan_id", "application_id", "direction", "amount_minor"})
    await harness.deliver(PaymentFailed(**fields, code=code, failed_at=utc_now()))


async def give_back(harness: Harness, debit: PaymentRequested) -> None:
    fields = debit.model_dump(include={"payment_id", "loan_id", "application_id", "direction", "amount_minor"})
    await harness.deliver(PaymentReturned(**fields, returned_on=await open_day(harness)))


async def test_what_is_due_is_collected_once_under_the_agreement(harness: Harness, second: Harness) -> None:
    loan = await due(harness)
    runs = await asyncio.gather(collect(harness, "06:00"), collect(second, "06:00"))
    assert all(len(each) <= 1 for each in runs)
    [debit] = await debits(harness)
    assert (debit.amount_minor, debit.card_token, debit.loan_id) == (DUE, TOKEN, loan.loan_id)
    [agreement] = (await staff(harness, loan, "collection-agreements"))["items"]
    assert str(debit.agreement_id) == agreement["id"]
    assert await collect(harness, "06:00") == [] == await collect(harness, "14:00")  # nobody knows yet how it ended
    await harness.deliver(settled(debit, channel_reference="Q-DEBIT-1"))
    [paid] = [m for m in await harness.outbox(RepaymentReceived) if m.amount_minor]
    assert (paid.amount_minor, paid.principal_minor, paid.interest_minor) == (DUE, 788_488, 100_000)
    [entry] = (await staff(harness, loan, "repayments"))["items"]
    assert (entry["source"], entry["reference"], entry["received_on"]) == (
        "AUTO_DEBIT",
        "Q-DEBIT-1",
        str(loan.first_due_date),
    )
    assert (await shown(harness, loan))["due_minor"] == 0
    assert await collect(harness, "22:00") == []
    [attempt] = (await staff(harness, loan, "debits"))["items"]
    assert (attempt["status"], attempt["slot"], attempt["repayment_id"]) == ("SETTLED", "06:00", str(debit.payment_id))


async def test_where_there_is_not_enough_parts_are_taken_and_the_rest_at_the_next_time(harness: Harness) -> None:
    loan = await due(harness)
    [whole] = await collect(harness, "06:00")
    await refuse(harness, whole)
    half = (await debits(harness))[-1]
    await refuse(harness, half)
    quarter = (await debits(harness))[-1]
    await harness.deliver(settled(quarter, channel_reference="Q2"))
    eighth = (await debits(harness))[-1]
    await refuse(harness, eighth)
    assert [each.amount_minor for each in await debits(harness)] == [DUE, 444_200, 222_100, 111_000]
    [rest] = await collect(harness, "14:00")
    assert rest.amount_minor == DUE - 222_100 == (await shown(harness, loan))["due_minor"]
    listed = (await own(harness, loan, "card-payments", 200, read=True))["items"]
    assert [(each["part"], each["status"], each["failed_because"]) for each in reversed(listed)] == [
        (1, "FAILED", "balance insufficient"),
        (2, "FAILED", "balance insufficient"),
        (3, "SETTLED", None),
        (4, "FAILED", "balance insufficient"),
        (1, "REQUESTED", None),
    ]


@pytest.mark.parametrize(("code", "parts"), [("63", True), ("64", False)])
async def test_a_part_is_asked_for_only_where_it_was_agreed_and_funds_are_short(
    harness: Harness, code: str, parts: bool
) -> None:
    loan = await due(harness, parts=parts)
    [debit] = await collect(harness, "06:00")
    await refuse(harness, debit, code)
    assert await debits(harness) == [debit]
    [attempt] = (await staff(harness, loan, "debits"))["items"]
    assert (attempt["status"], attempt["code"]) == ("FAILED", code)


async def test_what_a_bank_failed_to_collect_is_technically_overdue_for_some_days(harness: Harness) -> None:
    loan = await due(harness)
    signs: list[Any] = []
    for slot, code in (("06:00", "34"), ("14:00", "63"), ("22:00", "too-late")):  # the card is at fault once
        [debit] = await collect(harness, slot)
        await refuse(harness, debit, code)
        signs.append([each["sign"] for each in (await staff(harness, loan, "classification"))["signs"]])
    assert signs == [["TECHNICAL"], [], ["TECHNICAL"]]
    async with closing_runs(harness):
        for days, found in ((6, "NORMAL"), (9, "SPECIAL_MENTION")):
            await move_to(harness, loan.first_due_date + timedelta(days=days))
            assert (await staff(harness, loan, "classification"))["risk_class"] == found, days


async def test_what_the_borrower_has_paid_himself_is_not_collected(harness: Harness) -> None:
    loan = await due(harness)
    await repay(harness, loan, amount_minor=800_000)
    [debit] = await collect(harness, "06:00")
    assert debit.amount_minor == DUE - 800_000
    await refuse(harness, debit, "63")
    await repay(harness, loan, amount_minor=88_488)
    assert await collect(harness, "14:00") == []


async def test_debits_go_on_after_the_due_date_with_what_is_owed_then(harness: Harness) -> None:
    loan = await due(harness)
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=10))
    [debit] = await collect(harness, "06:00")
    assert debit.amount_minor == (await shown(harness, loan))["due_minor"] > DUE  # late charges are owed too


async def test_an_agreement_that_is_revoked_or_frozen_collects_nothing(harness: Harness) -> None:
    loan = await due(harness)
    frozen = await staff(harness, loan, "debit-freeze", reason="the borrower disputes the sum")
    assert frozen["answered"] == 200 and frozen["frozen_because"]
    assert await collect(harness, "06:00") == []
    alone = await staff(harness, loan, "debit-resumption")
    assert (alone["answered"], alone["code"]) == (403, "second-person-required")
    assert (await staff(harness, loan, "debit-resumption", "u-second"))["answered"] == 200
    [debit] = await collect(harness, "14:00")
    await refuse(harness, debit, "63")
    await own(harness, loan, "collection-agreement/revocation", 200)
    [ended] = await harness.outbox(CollectionAgreementEnded)
    assert (ended.agreement_id, ended.reason) == (debit.agreement_id, AgreementEnd.REVOKED)
    assert await collect(harness, "22:00") == []
    await own(harness, loan, "collection-agreement/revocation", 404)
    await agreed(harness, loan)  # he may agree again, under another number
    assert (await own(harness, loan, "collection-agreement", 200, read=True))["status"] == "SIGNED"
    await own(harness, loan, "collection-agreement", 409, AGREED)


async def test_an_agreement_that_is_revoked_before_the_network_has_answered_is_ended_there_too(
    harness: Harness,
) -> None:
    loan = await disbursed(harness, a_signing())
    await own(harness, loan, "collection-agreement", 202, AGREED)
    await own(harness, loan, "collection-agreement/revocation", 200)
    assert await harness.outbox(CollectionAgreementEnded) == []
    [request] = await harness.outbox(CollectionAgreementRequested)
    about = request.model_dump(exclude={"sequence", "customer_id"})
    await harness.deliver(CollectionAgreementSigned(**about, card_token=TOKEN, signed_at=utc_now()))
    [ended] = await harness.outbox(CollectionAgreementEnded)
    assert ended.reason is AgreementEnd.REVOKED
    assert (await own(harness, loan, "collection-agreement", 200, read=True))["status"] == "ENDED"


async def test_a_refused_agreement_says_why(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    await own(harness, loan, "collection-agreement", 202, AGREED)
    [request] = await harness.outbox(CollectionAgreementRequested)
    about = request.model_dump(exclude={"sequence", "customer_id"})
    await harness.deliver(CollectionAgreementRefused(**about, code="66", refused_at=utc_now()))
    told = await own(harness, loan, "collection-agreement", 200, read=True)
    assert (told["status"], told["code"], told["refused_because"]) == ("REFUSED", "66", "identity or phone mismatch")


async def test_a_settled_loan_ends_its_agreement(harness: Harness) -> None:
    loan = await due(harness)
    await repay(harness, loan, amount_minor=DUE + 9_211_512)
    assert await collect(harness, "06:00") == []
    [ended] = await harness.outbox(CollectionAgreementEnded)
    assert ended.reason is AgreementEnd.SETTLED


async def test_a_debit_that_the_bank_takes_back_leaves_the_loan_as_if_it_had_not_come(harness: Harness) -> None:
    other, loan = await disbursed(harness, a_signing()), await due(harness)
    [debit] = await collect(harness, "06:00")
    await harness.deliver(settled(debit, channel_reference="Q-BACK"))
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=6))
    await give_back(harness, debit)
    [told] = await harness.outbox(RepaymentReversed)
    assert told.returned
    assert (told.repayment_id, told.amount_minor) == (debit.payment_id, DUE)
    mine, never_paid = await shown(harness, loan), await shown(harness, other)
    same = ("status", "dpd", "bucket", "due_minor", "outstanding_principal_minor", "accrued_interest_minor")
    assert {name: mine[name] for name in same} == {name: never_paid[name] for name in same}
    books = (await staff(harness, loan, "ledger"))["items"]
    taken_back = {each["reverses"] for each in books if each["reverses"]}
    [money] = {each["posting_no"] for each in books if each["kind"] == "REPAYMENT" and not each["reverses"]}
    assert money in taken_back
    [attempt] = (await staff(harness, loan, "debits"))["items"]
    assert (attempt["status"], attempt["problem"]) == ("RETURNED", None)
    assert await collect(harness, "14:00") == []  # a person looks first
    assert (await staff(harness, loan, "debit-resumption"))["answered"] == 200
    assert [each.amount_minor for each in await collect(harness, "22:00")] == [mine["due_minor"]]


async def test_a_loan_that_was_settled_by_a_debit_is_owed_again_when_the_bank_takes_it_back(harness: Harness) -> None:
    loan = await due(harness)
    whole = {"amount_minor": DUE + 9_211_512}
    paid = await own(harness, loan, "card-payments", 202, whole)
    [debit] = await debits(harness)
    assert (str(debit.payment_id), debit.amount_minor) == (paid["id"], whole["amount_minor"])
    await harness.deliver(settled(debit, channel_reference="Q-ALL"))
    assert len(await harness.outbox(LoanSettled)) == 1
    await give_back(harness, debit)
    view = await shown(harness, loan)
    assert (view["status"], view["due_minor"], view["outstanding_principal_minor"]) == ("ACTIVE", DUE, 10_000_000)
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date + timedelta(days=6))
    assert (await shown(harness, loan))["dpd"] == 6
    assert await harness.rows("select count(*) from ledger_breaks") == [(0,)]


async def test_a_borrower_pays_by_his_card_now(harness: Harness) -> None:
    signing = a_signing()
    loan = await disbursed(harness, signing)
    assert (await own(harness, loan, "card-payments", 409, {}))["code"] == "nothing-due"
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
    paid = await own(harness, loan, "card-payments", 202, {})
    assert (paid["amount_minor"], paid["status"], paid["occasion"]) == (DUE, "REQUESTED", "OWN")
    assert (await own(harness, loan, "card-payments", 409, {}))["code"] == "debit-under-way"
    [debit] = await debits(harness)
    assert (debit.agreement_id, debit.card_token) == (None, None)  # without an agreement: his verified card, this once
    await harness.deliver(settled(debit, channel_reference="Q-OWN"))
    [entry] = (await staff(harness, loan, "repayments"))["items"]
    assert (entry["source"], entry["amount_minor"]) == ("CARD", DUE)
    assert (await own(harness, loan, "card-payments", 409, {"amount_minor": 10**13}))["code"] == "repayment-beyond-debt"
    stranger = loan.model_copy(update={"customer_id": UUID(int=7)})
    await own(harness, stranger, "card-payments", 404, {})


async def test_a_borrower_pays_by_card_as_he_was_quoted(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    quote = await own(harness, loan, "prepayment-quotes", 201, {"principal_minor": 3_000_000})
    paid = await own(harness, loan, "card-payments", 202, {"quote_id": quote["id"]})
    assert paid["amount_minor"] == quote["total_minor"]
    await harness.deliver(settled((await debits(harness))[-1], channel_reference="Q-QUOTE"))
    assert (await shown(harness, loan))["outstanding_principal_minor"] == 7_000_000


async def test_what_was_not_ordered_so_is_not_believed(harness: Harness) -> None:
    loan = await due(harness)
    [debit] = await collect(harness, "06:00")
    await harness.deliver(settled(debit, amount_minor=DUE + 1, channel_reference="Q"))
    assert (await shown(harness, loan))["due_minor"] == DUE
    assert await harness.rows("select count(*) from dead_letters") != [(0,)]
