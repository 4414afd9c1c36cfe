"""Every projection of the service; each hears every message."""

from reporting_svc.persistence.projections.funnel.table import FUNNEL
from reporting_svc.persistence.projections.projection import Projection

PROJECTIONS: tuple[Projection, ...] = (FUNNEL,)
