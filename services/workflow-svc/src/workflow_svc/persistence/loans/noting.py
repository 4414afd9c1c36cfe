"""Loans are noted as sets, one row a case."""

from collections.abc import Sequence

from loan_contracts.decisions import case_id_of
from loan_contracts.lending import LoanDisbursed, LoanReclassified, LoanSettled
from loan_servicekit.db.unit_of_work import UnitOfWork

DISBURSED = """
insert into loans (case_id, loan_id, principal_minor, disbursed_on)
select distinct on (a) a, l, p, d from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::date[]) as u(a, l, p, d)
order by a
on conflict (case_id) do update
set loan_id = excluded.loan_id, principal_minor = excluded.principal_minor, disbursed_on = excluded.disbursed_on
"""
# Of several changes of one loan in a batch the newest counts, and the most days past due of all of them.
RECLASSIFIED = """
insert into loans (case_id, loan_id, risk_class, dpd, most_dpd, class_sequence)
select distinct on (a) a, l, c, d, max(d) over (partition by a), s
from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::int[]) as u(a, l, c, d, s) order by a, s desc
on conflict (case_id) do update set
    most_dpd = greatest(loans.most_dpd, excluded.most_dpd),
    risk_class = case when excluded.class_sequence >= loans.class_sequence
        then excluded.risk_class else loans.risk_class end,
    dpd = case when excluded.class_sequence >= loans.class_sequence then excluded.dpd else loans.dpd end,
    class_sequence = greatest(loans.class_sequence, excluded.class_sequence)
"""
SETTLED = """
insert into loans (case_id, loan_id, settled_on)
select distinct on (a) a, l, d from unnest($1::uuid[], $2::uuid[], $3::date[]) as u(a, l, d) order by a
on conflict (case_id) do update set settled_on = excluded.settled_on, dpd = 0
"""


class SqlLoans:
    """Implements `Loans`."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def disbursed(self, told: Sequence[LoanDisbursed]) -> None:
        """The money is out."""
        rows = [(case_id_of(m.application_id), m.loan_id, m.principal_minor, m.value_date) for m in told]
        await self._write(DISBURSED, rows)

    async def reclassified(self, told: Sequence[LoanReclassified]) -> None:
        """The newest class of each."""
        rows = [(case_id_of(m.application_id), m.loan_id, m.to_class, m.dpd, m.sequence) for m in told]
        await self._write(RECLASSIFIED, rows)

    async def settled(self, told: Sequence[LoanSettled]) -> None:
        """Everything is repaid."""
        await self._write(SETTLED, [(case_id_of(m.application_id), m.loan_id, m.settled_on) for m in told])

    async def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        columns = [list(column) for column in zip(*rows, strict=True)]
        await self._uow.connection.exec_driver_sql(statement, tuple(columns))
