"""VAT loan by loan: at the rate of the day on which income was recognised, taken back with it, in the ledger to the fen."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from uuid import UUID

from bank_counter import a_signing, closing_runs, disbursed, move_to, open_day, repay
from test_accruals import LOANS, NOW, START, a_loan, accrue, live

from loan_contracts.lending import LoanDisbursed
from loan_servicekit.core import Cause
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.testing import Harness
from postloan_svc.persistence.general_ledger.day import SqlGeneralLedger
from postloan_svc.persistence.general_ledger.vat import taxes_of
from postloan_svc.persistence.tables import SCHEMA

CHANGES = {START + timedelta(days=70): Decimal(9), START + timedelta(days=140): Decimal("3.5")}
INCOME = """select loan_id, account, sum(minor)::bigint as minor from (
    select e.loan_id, e.account, -e.amount_minor as minor from ledger_entries e join accounts a on a.code = e.account
        and a.taxable where e.business_date <= $1
    union all select loan_id, 'INTEREST_INCOME', on_minor from accruals where day <= $1) each group by 1, 2"""


def percent(day: date) -> Decimal:
    """Six, until it changes, twice."""
    return next((rate for since, rate in reversed(CHANGES.items()) if day >= since), Decimal(6))


class Layers:
    """What an account of a loan has recognised, by rate: what is reversed comes off the latest."""

    def __init__(self) -> None:
        self.layers: list[list[Fraction]] = []

    def move(self, minor: int, rate: Fraction) -> None:
        left = Fraction(minor)
        while left < 0 and self.layers and self.layers[-1][0] + left < 0:
            left += self.layers.pop()[0]
        if left < 0 and self.layers:
            self.layers[-1][0] += left
        elif left:
            if self.layers and self.layers[-1][1] == rate:
                self.layers[-1][0] += left
            else:
                self.layers.append([left, rate])

    @property
    def tax(self) -> Fraction:
        return sum((minor * rate / (100 + rate) for minor, rate in self.layers), Fraction(0))


async def taxes(harness: Harness, loan: LoanDisbursed) -> dict[str, tuple[int, int, int]]:
    answer = await harness.client.get(f"/v1/loans/{loan.loan_id}/taxes", headers=harness.signer.headers("finance"))
    return {
        each["account"]: (each["income_minor"], each["vat_minor"], each["net_minor"]) for each in answer.json()["items"]
    }


async def test_the_tax_of_a_loan_is_that_of_its_income_and_of_nothing_that_stopped_to_be_one(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
        assert await taxes(harness, loan) == {"INTEREST_INCOME": (100_000, 5_660, 94_340)}  # domain.md §15.3
        await move_to(harness, loan.first_due_date + timedelta(days=10))
        await repay(harness, loan, amount_minor=900_000)
        told = await taxes(harness, loan)
        assert told["PENALTY_INCOME"][0] > 0 and told["PENALTY_INCOME"][1] == round(told["PENALTY_INCOME"][0] * 6 / 106)
        await move_to(harness, loan.first_due_date + timedelta(days=335))
        received = await taxes(harness, loan)
    left_over = 900_000 - 888_488 - told["PENALTY_INCOME"][0]  # it has paid interest of the next instalment
    interest = 100_000 + left_over
    vat = round(interest * 6 / 106)
    assert received["INTEREST_INCOME"] == (interest, vat, interest - vat)  # the rest was reversed, and its tax too


async def test_at_any_rate_the_ledger_has_the_tax_of_all_loans_and_each_its_own(harness: Harness) -> None:
    """Random lives over two changes of the rate, beside layers of income by rate."""
    random, day = Random(20261201), START
    await open_day(harness, START)
    made = [a_loan(random, number) for number in range(LOANS)]
    async with harness.service.engine.begin() as connection:
        uow = UnitOfWork(connection, SCHEMA, NOW)
        for loan in made:
            uow.loans.add(loan)
        uow.send_facts(Cause("test"))
        await uow.flush()
    ids, known = [loan.id for loan in made], defaultdict[tuple[UUID, str], Layers](Layers)
    before: dict[tuple[UUID, str], int] = {}
    for _ in range(20):
        day += timedelta(days=random.choice([1, 2, 17, 31, 60]))
        closed = day - timedelta(days=1)
        await open_day(harness, closed)
        await live(harness, ids, random, day)
        await accrue(harness, closed)
        async with harness.service.engine.begin() as connection:
            ledger = SqlGeneralLedger(UnitOfWork(connection, SCHEMA, NOW), percent)
            await ledger.post_day(closed)
            assert await ledger.reconcile(closed) == 0, closed
        recognised = {(row[0], row[1]): row[2] for row in await harness.rows(INCOME, closed)}
        for place, minor in recognised.items():
            known[place].move(minor - before.get(place, 0), Fraction(percent(closed)))
        before = recognised
    reader, total = Reader(harness.service.engine), 0
    for each in ids:
        for tax in await taxes_of(reader, each, closed, percent(closed)):
            layers = known[each, tax.account]
            assert abs(tax.vat_minor - layers.tax) <= len(CHANGES) + 1, (each, tax)
            total += tax.vat_minor
    [[payable]] = await harness.rows(
        "select sum(credit_minor - debit_minor) from gl_entries where account = 'VAT_PAYABLE'"
    )
    assert payable == total > 0
    changes = await harness.rows("select distinct percent from vat_steps order by 1")
    assert [row[0] for row in changes] == [Decimal("3.5"), Decimal(6), Decimal(9)]
    assert any(len(each.layers) > 1 for each in known.values())
