"""Puts postloan-svc together."""

import asyncio
import logging
from typing import Any

from fastapi import FastAPI

from loan_servicekit.core import Cause, Unavailable
from loan_servicekit.db.parameters import ParameterCache
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.transactor import Work
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from postloan_svc.api.routes import router
from postloan_svc.messaging.subscriptions import subscriptions
from postloan_svc.persistence import preloads
from postloan_svc.persistence.queries import SqlQueries
from postloan_svc.persistence.tables import SCHEMA
from postloan_svc.settings import Settings
from postloan_svc.use_cases.close_business_day import AdvanceLoans
from postloan_svc.use_cases.run_day_closing import run_day_closing

NAME = "postloan-svc"
LOOK_S = 5.0  # for a run that another process began, or that a crash interrupted

log = logging.getLogger(__name__)


class PostloanService(Service):
    """The service with what its routes need beside."""

    preloads = {"loans": preloads.loans}
    closing_wanted: asyncio.Event


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its background tasks."""
    service = PostloanService(NAME, settings, SCHEMA, mode)
    service.closing_wanted = asyncio.Event()
    parameters = ParameterCache(service.engine, service.clock)
    queries = SqlQueries(Reader(service.engine))

    async def perform(use_case: Any, command: Any) -> Any:
        preload = preloads.chunks if isinstance(command, AdvanceLoans) else None
        return await service.group_commit.run(Work(use_case, command, Cause(NAME), preload=preload))

    async def close_days() -> None:
        while True:
            try:
                closing = await queries.running_closing()
                if closing:
                    days = int(parameters.today()["class.substandard_dpd_gt"])
                    await run_day_closing(closing, queries, perform, days)
                    continue
            except (Unavailable, OSError) as error:
                log.warning("day_closing.waiting", extra={"error": repr(error)})
                await asyncio.sleep(LOOK_S)
            try:
                async with asyncio.timeout(LOOK_S):
                    await service.closing_wanted.wait()
                service.closing_wanted.clear()
            except TimeoutError:
                pass

    service.on_start.append(parameters.refresh)
    service.background += [parameters.keep_fresh, close_days]
    service.subscribe(subscriptions(preloads.contracts, preloads.loans))
    service.queries = queries
    return service_app(service, [router], "Loans", settings.root_path)
