"""Repaying before the term as it was quoted, through the doors; the loan is example E1 of domain.md §3.3."""

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from bank_counter import a_signing, disbursed, open_day, repay, shown

from loan_contracts.lending import LoanDisbursed, PaymentRequested
from loan_contracts.values import PrepaymentStep, PrepaymentTerms
from loan_servicekit.testing import Harness


async def quoted(harness: Harness, loan: LoanDisbursed, expect: int = 201, **body: Any) -> dict[str, Any]:
    """What the door answers to a wish; `expect` 0: any refusal."""
    path = f"/v1/loans/{loan.loan_id}/prepayment-quotes"
    answer = await harness.client.post(path, headers=harness.signer.headers("finance"), json=body)
    assert answer.status_code == expect or (not expect and answer.status_code in (409, 422)), answer.text
    found: dict[str, Any] = answer.json()
    return found


async def schedule(harness: Harness, loan: LoanDisbursed) -> list[dict[str, Any]]:
    path = f"/v1/loans/{loan.loan_id}/schedule"
    answer = await harness.client.get(path, headers=harness.signer.headers("finance"))
    rows: list[dict[str, Any]] = answer.json()["instalments"]
    return rows


async def taken_back(harness: Harness, loan: LoanDisbursed, repayment_id: str) -> None:
    """A repayment is reversed by two."""
    one, two = (harness.signer.headers("finance", subject=subject) for subject in ("u-one", "u-two"))
    path = f"/v1/loans/{loan.loan_id}/repayments/{repayment_id}/reversal"
    request = (await harness.client.post(path, headers=one, json={"reason": "returned"})).json()
    approved = await harness.client.post(f"/v1/repayment-requests/{request['id']}/approval", headers=two)
    assert approved.status_code == 200, approved.text


async def test_what_is_quoted_for_repaying_a_part_is_what_it_costs(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    quote = await quoted(harness, loan, principal_minor=3_000_000, effect="LOWER_INSTALMENT")
    asked = ("due_minor", "principal_minor", "interest_minor", "fee_minor", "suspense_minor", "total_minor")
    assert [quote[name] for name in asked] == [0, 3_000_000, 0, 0, 0, 3_000_000]
    assert quote["valid_from"] == quote["pay_by"] == str(loan.value_date)
    short = await repay(harness, loan, 409, amount_minor=2_999_999, quote_id=quote["id"])
    assert short["code"] == "prepayment-quote-not-covered"
    paid = await repay(harness, loan, amount_minor=3_000_000, quote_id=quote["id"], reference="early-1")
    assert [line["component"] for line in paid["lines"]] == ["PRINCIPAL"] and paid["excess_minor"] == 0
    assert (await shown(harness, loan))["outstanding_principal_minor"] == 7_000_000
    rows = await schedule(harness, loan)
    kept = ("number", "due_on", "principal_minor", "interest_minor", "balance_minor")
    assert [[row[name] for name in kept] for row in rows] == [[row[name] for name in kept] for row in quote["schedule"]]
    assert [row["early"] for row in rows] == [True] + [False] * 12
    assert {row["total_minor"] for row in rows[1:12]} == {621_942}  # 7/10 of 8,884.88
    again = await repay(harness, loan, 409, amount_minor=3_000_000, quote_id=quote["id"], reference="early-2")
    assert again["code"] == "prepayment-quote-used"
    listed = (
        await harness.client.get(
            f"/v1/loans/{loan.loan_id}/prepayment-quotes", headers=harness.signer.headers("finance")
        )
    ).json()
    assert [each["repayment_id"] for each in listed["items"]] == [paid["repayment_id"]]


async def test_a_quote_for_all_ends_the_loan_with_the_fee_of_its_contract(harness: Harness) -> None:
    terms = PrepaymentTerms(fees=(PrepaymentStep(before_months=12, rate=Decimal("0.01")),))
    loan = await disbursed(harness, a_signing(prepayment=terms))
    pay_by = loan.value_date + timedelta(days=20)
    quote = await quoted(harness, loan, pay_by=str(pay_by))
    assert (quote["effect"], quote["interest_minor"], quote["fee_minor"]) == (
        None,
        66_667,
        66_666,
    )  # 20 days at 12 %; 24 % bind
    early = loan.value_date + timedelta(days=19)
    await open_day(harness, early)
    await repay(harness, loan, amount_minor=quote["total_minor"], quote_id=quote["id"])
    assert (await shown(harness, loan))["status"] == "SETTLED"
    refund = (await harness.outbox(PaymentRequested))[-1]
    assert (refund.direction, refund.amount_minor) == ("REFUND", 6_666)  # a day less of 24 %


async def test_a_quote_holds_up_to_its_day_and_not_beyond_a_change_of_the_loan(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    body = {"principal_minor": 1_000_000, "pay_by": str(loan.value_date + timedelta(days=5))}
    quote = await quoted(harness, loan, **body)
    paid = await repay(harness, loan, amount_minor=500_000)
    settled_less = await quoted(harness, loan)  # with 5,000.00 that wait
    assert settled_less["suspense_minor"] == 500_000 and settled_less["total_minor"] == 9_500_000
    await taken_back(harness, loan, paid["repayment_id"])
    stale = await repay(harness, loan, 409, amount_minor=9_500_000, quote_id=settled_less["id"])
    assert stale["code"] == "prepayment-quote-stale"
    await open_day(harness, loan.value_date + timedelta(days=6))
    late = await repay(harness, loan, 409, amount_minor=quote["total_minor"], quote_id=quote["id"])
    assert late["code"] == "prepayment-quote-stale"
    in_time = str(loan.value_date + timedelta(days=5))
    await repay(harness, loan, amount_minor=quote["total_minor"], quote_id=quote["id"], received_on=in_time)
    assert (await shown(harness, loan))["outstanding_principal_minor"] == 9_000_000


async def test_bad_wishes_are_refused_with_their_codes(harness: Harness) -> None:
    loan, other = await disbursed(harness, a_signing()), await disbursed(harness, a_signing())
    far = str(loan.value_date + timedelta(days=32))
    for body, code in (
        ({"principal_minor": 10_000_000}, "prepayment-not-partial"),
        ({"principal_minor": 0}, "request-invalid"),
        ({"principal_minor": 100, "pay_by": far}, "prepayment-date-invalid"),
        ({"principal_minor": 100, "effect": "MAGIC"}, "request-invalid"),
    ):
        assert (await quoted(harness, loan, 0, **body))["code"] == code
    quote = await quoted(harness, other, principal_minor=100)
    foreign = await repay(harness, loan, 404, amount_minor=100, quote_id=quote["id"])
    unknown = await repay(harness, loan, 404, amount_minor=100, quote_id=str(uuid4()))
    assert {foreign["code"], unknown["code"]} == {"prepayment-quote-not-found"}
    assert await harness.rows("select count(*) from loan_events") == [(0,)]
