"""What risk-svc has estimated of borrowers."""

from collections.abc import Sequence

from loan_contracts.assessment import RiskAssessed, RiskOutcome
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.db.writing import by_column

# An assessment may be told again, and an older one after a newer.
NOTE = (
    "insert into risk_estimates as e"
    " (application_id, grade, pd, pd_at_origination, model_version, assessed_at)"
    " select a, (array_agg(g order by t desc))[1], (array_agg(p order by t desc))[1], (array_agg(p order by t))[1],"
    " (array_agg(m order by t desc))[1], max(t)"
    " from unnest($1::uuid[], $2::text[], $3::numeric[], $4::text[], $5::timestamptz[]) as n(a, g, p, m, t)"
    " group by a order by a on conflict (application_id) do update"
    " set grade = excluded.grade, pd = excluded.pd, model_version = excluded.model_version,"
    " assessed_at = excluded.assessed_at where e.assessed_at < excluded.assessed_at"
)


class SqlEstimates:
    """Implements `use_cases.provision.note_estimate.Estimates`."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def note(self, assessed: Sequence[RiskAssessed]) -> None:
        """Keeps the newest of each application, and the first as that of its beginning."""
        kept = [each for each in assessed if each.outcome is not RiskOutcome.DECLINE]
        if kept:
            rows = [(each.application_id, each.grade, each.pd, each.model_version, each.assessed_at) for each in kept]
            await self._uow.connection.exec_driver_sql(NOTE, tuple(by_column(rows)))
