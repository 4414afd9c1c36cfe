"""Interest by the day in the database: to the fen what the domain says, however a loan lives."""

import runpy
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from uuid import UUID, uuid4

from bank_counter import a_signing, close_day, closing_runs, disbursed, move_to, open_day, repay, shown

from loan_contracts.values import DayCount, GraceTerms, PeriodUnit, RepaymentMethod, RepaymentPeriod, RepaymentTerms
from loan_schedules.terms import OF_LEVEL_PERIODS
from loan_servicekit.core import Cause, DomainError
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.testing import Harness
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.signed_contract import SignedContract
from postloan_svc.domain.servicing.accrual import Accrued, accrued
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay as take_in
from postloan_svc.persistence.general_ledger.day import SqlGeneralLedger
from postloan_svc.persistence.ledger.accruals import SqlAccruals
from postloan_svc.persistence.loan.history import load_past
from postloan_svc.persistence.loan.tables import BY_POSITION
from postloan_svc.persistence.tables import SCHEMA

NOW = datetime(2026, 1, 21, tzinfo=UTC)
START = date(2026, 1, 31)
LOANS, DAYS = 120, 24
METHODS = [
    RepaymentMethod.EQUAL_INSTALMENT,
    RepaymentMethod.EQUAL_PRINCIPAL,
    RepaymentMethod.INTEREST_FIRST,
    RepaymentMethod.AT_MATURITY,
]
MIGRATION = Path(__file__).parents[2] / "migrations" / "versions" / "2026_11_30_accruals.py"


def a_loan(random: Random, number: int, methods: Sequence[RepaymentMethod] = (*METHODS, RepaymentMethod.FLAT)) -> Loan:
    contract = SignedContract(
        application_id=uuid4(),
        contract_no=f"HT{number}",
        customer_id=UUID(int=2),
        branch="0101",
        product_code="PCL-ONLINE",
        principal_minor=random.randint(10_000, 100_000_000),
        annual_rate=Decimal(random.randint(1, 240_000)).scaleb(-6),
        term_months=random.randint(1, 24),
        method=random.choice(methods),
        penalty_multiple=Decimal("1.5"),
        annual_rate_cap=Decimal("0.24"),
        grace_days=random.randint(0, 5),
        contract_hash="c" * 64,
        repayment=RepaymentTerms(day_count=random.choice(list(DayCount))),
    )
    if random.random() < 0.2:
        weeks = RepaymentPeriod(count=random.randint(1, 9), unit=PeriodUnit.WEEK)
        counted = random.choice([DayCount.ACT_360, DayCount.ACT_365])
        contract = replace(contract, repayment=RepaymentTerms(every=weeks, periods=12, day_count=counted))
    elif contract.term_months > 6 and contract.method in OF_LEVEL_PERIODS and random.random() < 0.5:
        grace = GraceTerms(**{each: random.randint(0, 3) for each in GraceTerms.model_fields})
        contract = replace(contract, repayment=contract.repayment.model_copy(update={"grace": grace}))
    loan = Loan.book(contract, START)
    loan.confirm_pay_out(loan.request_pay_out(), contract.principal_minor, START, NOW)
    return loan


async def live(harness: Harness, ids: list[UUID], random: Random, day: date) -> dict[UUID, Accrued]:
    """A day of all loans: some pay, in time, late or too much, some what they say came earlier; what has accrued then."""
    async with harness.service.engine.begin() as connection:
        uow = UnitOfWork(connection, SCHEMA, NOW)
        await uow.loans.preload(ids)
        loans = [await uow.loans.get(each) for each in ids]
        await load_past(uow, loans)
        for loan in loans:
            advance(loan, day, 90)
            if random.random() < 0.3:
                on = day - timedelta(days=random.choice([0, 0, 0, 3, 40]))
                amount = random.choice([1, 3, 20]) * random.randint(1, loan.contract.principal_minor // 8)
                try:
                    take_in(loan, Receipt(uuid4(), amount, on), day, lambda day: 90)
                except DomainError:
                    continue
        uow.send_facts(Cause("test"))
        await uow.flush()
        return {loan.id: accrued(loan, day) for loan in loans}


async def accrue(harness: Harness, day: date) -> None:
    async with harness.service.engine.begin() as connection:
        accruals = SqlAccruals(UnitOfWork(connection, SCHEMA, NOW))
        last: UUID | None = UUID(int=0)
        while last := (await accruals.post(day, last, UUID(int=(1 << 128) - 1), 37))[1]:
            pass
        await accruals.end(day, NOW, [])


async def end(harness: Harness, day: date) -> int:
    """What the closing of a day does to the general ledger; how much does not agree."""
    async with harness.service.engine.begin() as connection:
        ledger = SqlGeneralLedger(UnitOfWork(connection, SCHEMA, NOW), lambda day: Decimal(6))
        await ledger.post_day(day)
        return await ledger.reconcile(day)


async def test_what_is_posted_for_all_at_once_is_what_the_domain_says_of_each(harness: Harness) -> None:
    random = Random(20261130)
    await open_day(harness, START)
    loans = [a_loan(random, number) for number in range(LOANS)]
    async with harness.service.engine.begin() as connection:
        uow = UnitOfWork(connection, SCHEMA, NOW)
        for loan in loans:
            uow.loans.add(loan)
        uow.send_facts(Cause("test"))
        await uow.flush()
    ids, day = [loan.id for loan in loans], START
    for _ in range(DAYS):
        day += timedelta(days=random.choice([1, 1, 2, 17, 31, 60]))
        await open_day(harness, day - timedelta(days=1))
        said = await live(harness, ids, random, day)
        await accrue(harness, day - timedelta(days=1))
        await accrue(harness, day - timedelta(days=1))  # again: nothing is left to post
        rows = await harness.rows(
            "select loan_id, sum(on_minor)::bigint, sum(off_minor)::bigint from accruals group by 1"
        )
        posted = {row[0]: Accrued(row[1], row[2]) for row in rows}
        assert {each: posted.get(each, Accrued(0, 0)) for each in ids} == said, day
        assert await end(harness, day - timedelta(days=1)) == 0, await harness.rows("select * from ledger_breaks")
    totals = await harness.rows("select loan_id, on_minor, off_minor from accrual_totals")
    assert {row[0]: Accrued(row[1], row[2]) for row in totals} == posted
    statuses = dict(await harness.rows("select status, count(*) from loans group by 1"))
    assert {"ACTIVE", "OVERDUE", "SETTLED"} <= statuses.keys()
    assert await harness.rows("select count(*) > 5 from loans where non_accrual_since is not null") == [(True,)]


async def test_closing_a_day_posts_the_interest_of_the_day(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    finance = harness.signer.headers("finance")
    async with closing_runs(harness):
        for days in (1, 2, 3):
            day = await close_day(harness)
            closing = await harness.client.get(f"/v1/business-days/{day - timedelta(days=1)}/closing", headers=finance)
            assert closing.json()["accruals"] == 1
            assert (await shown(harness, loan))["accrued_interest_minor"] == (3_333, 6_667, 10_000)[days - 1]
        books = (await harness.client.get(f"/v1/loans/{loan.loan_id}/ledger", headers=finance)).json()["items"]
        income = [each["amount_minor"] for each in books if each["account"] == "INTEREST_INCOME"]
        assert income == [-3_333, -3_334, -3_333]
        await move_to(harness, loan.first_due_date + timedelta(days=335))
    view = await shown(harness, loan)
    assert (view["non_accrual_since"], view["off_balance_interest_minor"], view["accrued_interest_minor"]) == (
        str(loan.first_due_date + timedelta(days=91)), 661_853, 0)  # fmt: skip
    books = (await harness.client.get(f"/v1/loans/{loan.loan_id}/ledger", headers=finance)).json()["items"]
    assert sum(each["amount_minor"] for each in books if each["account"] == "INTEREST_INCOME") == 0
    assert sum(each["amount_minor"] for each in books if each["account"] == "OFF_BALANCE_INTEREST") == 661_853
    await repay(harness, loan, amount_minor=10_661_853)
    books = (await harness.client.get(f"/v1/loans/{loan.loan_id}/ledger", headers=finance)).json()["items"]
    assert sum(each["amount_minor"] for each in books if each["account"] == "INTEREST_INCOME") == -661_853


async def test_loans_of_before_accrue_like_new_ones(harness: Harness) -> None:
    """What the migration makes of their rows is what saving them makes, however their instalments are stored."""
    random = Random(7)
    await open_day(harness, START)
    loans = [a_loan(random, number, METHODS) for number in range(20)]  # those that there were
    async with harness.service.engine.begin() as connection:
        uow = UnitOfWork(connection, SCHEMA, NOW)
        for loan in loans:
            advance(loan, START + timedelta(days=random.randint(0, 400)), 90)
            uow.loans.add(loan)
        uow.send_facts(Cause("test"))
        await uow.flush()
    figures = "select id, accrues_since, accrues_on_minor, accrues_at, accrues_most_minor from loans order by id"
    right = await harness.rows(figures)
    by_position = "select json_agg(json_build_array({}))".format(", ".join(f"e -> '{name}'" for name in BY_POSITION))
    async with harness.service.engine.begin() as connection:
        for half in (0, 1):
            if half:
                await connection.exec_driver_sql(
                    f"update loans set instalments = ({by_position} from json_array_elements(instalments) e)"
                )
            await connection.exec_driver_sql(
                "update loans set accrues_since = null, accrues_on_minor = null,"
                " accrues_at = null, accrues_most_minor = null"
            )
            await connection.exec_driver_sql(runpy.run_path(str(MIGRATION))["RUNNING_PERIODS"])
            assert (await connection.exec_driver_sql(figures)).all() == right
    assert {row[1] is None for row in right} == {True, False}
