"""The funnel over HTTP."""

from datetime import date
from typing import Annotated

import orjson
from fastapi import Query, Response

from loan_servicekit.core import business_day
from loan_servicekit.http import Day, Instant, Router, problems, requires
from reporting_svc.api.fields import Code
from reporting_svc.api.ports import Context
from reporting_svc.api.projections.funnel.views import FunnelView, shown, shown_day
from reporting_svc.domain.projections.funnel.funnel import window

router = Router(prefix="/v1")

USUAL_DAYS = 30


@router.get("/funnel", operation_id="get_funnel", responses=problems(), response_model=FunnelView)
async def get_funnel(
    context: Annotated[Context, requires("funnel.read")],
    first: Annotated[Day | None, Query(alias="from", description="First day of submission; absent: 30 days")] = None,
    last: Annotated[Day | None, Query(alias="to", description="Last day of submission; absent: today")] = None,
    product: Annotated[Code, Query(description="One product alone")] = None,
    since: Annotated[Instant | None, Query(description="Submissions from this instant on alone")] = None,
) -> Response:
    """How many of the applications submitted on some business days came how far, and how fast; by day and product."""
    last = last or business_day(context.now)
    first = first or date.fromordinal(max(1, last.toordinal() - USUAL_DAYS + 1))
    begin, end = window(first, last, since)
    total, *days = await context.ports.funnel.funnel(begin, end, product)
    answer = {"first": first, "last": last, "product": product, "total": shown(total)}
    return Response(orjson.dumps(answer | {"days": [shown_day(day) for day in days]}), media_type="application/json")
