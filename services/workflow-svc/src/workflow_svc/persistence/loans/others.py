"""What else is known of a customer, and of decided cases that are like one; read by index, and only so many."""

from collections.abc import Sequence
from uuid import UUID

from loan_contracts.decisions import Outcome
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched
from workflow_svc.domain.cases.case import CaseStatus
from workflow_svc.use_cases.loans.ports import Became, Likeness, OtherCase

MOST_OF_A_CUSTOMER = 50
EACH_SIDE = 100  # of the score that is compared with
TOLD = """
select c.application_id, c.submitted::json ->> 'application_no' as application_no,
  c.submitted::json ->> 'branch' as branch,
  c.submitted::json ->> 'product_code' as product_code, (c.submitted::json ->> 'amount_minor')::bigint as amount_minor,
  c.status, c.opened_at, c.outcome, c.ended_at, (c.decision::json ->> 'amount_minor')::bigint as approved_minor,
  c.score, c.risk::json ->> 'grade' as grade,
  l.loan_id, l.principal_minor, l.disbursed_on, l.risk_class, l.dpd, l.most_dpd, l.settled_on
from ({found}) as found join cases c on c.id = found.id left join loans l on l.case_id = c.id
"""
OF_CUSTOMER = (
    TOLD.format(
        found="select id from cases where customer_id = $1 and id <> $2 and asked is null"
        f" order by opened_at desc limit {MOST_OF_A_CUSTOMER}"
    )
    + " order by c.opened_at desc"
)
SIDE = (
    "(select id from cases where product_code = $1 and status = 'DECIDED' and score {side} $2 and id <> $3"
    f" order by score {{way}} limit {EACH_SIDE})"
)
SIMILAR = TOLD.format(found=f"{SIDE.format(side='>=', way='asc')} union all {SIDE.format(side='<', way='desc')}")


class SqlOtherCases:
    """Implements `OtherCases` with what this service was told."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def of_customer(self, customer_id: UUID, but: UUID) -> Sequence[OtherCase]:
        """His other applications, the newest first."""
        return [_other(row) for row in await self._reader.rows(OF_CUSTOMER, customer_id, but)]

    async def similar(self, to: Likeness) -> Sequence[OtherCase]:
        """Of the same product, the nearest by score, and of those of one score the nearest by amount."""
        rows = await self._reader.rows(SIMILAR, to.product_code, to.score, to.case_id)
        return sorted((_other(row) for row in rows), key=lambda other: _distance(other, to))


def _distance(other: OtherCase, to: Likeness) -> tuple[int, int]:
    assert other.score is not None, "it was found by its score"
    return abs(other.score - to.score), abs(other.amount_minor - to.amount_minor)


def _other(row: Fetched) -> OtherCase:
    loan = None
    if row.loan_id is not None:
        loan = Became(
            loan_id=row.loan_id,
            principal_minor=row.principal_minor,
            disbursed_on=row.disbursed_on,
            risk_class=row.risk_class,
            dpd=row.dpd,
            most_dpd=row.most_dpd,
            settled_on=row.settled_on,
        )
    return OtherCase(
        application_id=row.application_id,
        application_no=row.application_no,
        branch=row.branch,
        product_code=row.product_code,
        amount_minor=row.amount_minor,
        status=CaseStatus(row.status),
        opened_at=row.opened_at,
        outcome=Outcome(row.outcome) if row.outcome else None,
        decided_at=row.ended_at if row.outcome else None,
        approved_minor=row.approved_minor,
        score=row.score,
        grade=row.grade,
        loan=loan,
    )
