"""Where the progress of applications lies, and how it is noted."""

from collections.abc import Sequence

from reporting_svc.domain.observation import Observation
from reporting_svc.domain.projections.funnel.progress import STEPS, progress_of
from reporting_svc.persistence.columns import PROGRESS, insert_from_arrays
from reporting_svc.persistence.projections.projection import Projection, Rows

NOTE = (
    insert_from_arrays("application_progress", PROGRESS)
    + " on conflict (application_id) do update set "
    + ", ".join(f"{step} = coalesce(stored.{step}, excluded.{step})" for step in STEPS)
)


def _rows(observations: Sequence[Observation]) -> Rows:
    return [(application_id, *map(told.get, STEPS)) for application_id, told in progress_of(observations).items()]


FUNNEL = Projection("funnel", _rows, NOTE)
