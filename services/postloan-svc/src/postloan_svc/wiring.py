"""Puts postloan-svc together."""

from dataclasses import replace
from typing import Any

from fastapi import FastAPI

from loan_contracts.lending import PaymentRequested
from loan_contracts.seals import Seals
from loan_servicekit.core import Cause
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.transactor import Preload, UseCase, Work
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from postloan_svc.api.routes import router
from postloan_svc.domain.parameters import CATALOGUE
from postloan_svc.messaging.subscriptions import subscriptions
from postloan_svc.persistence import preloads
from postloan_svc.persistence.queries import SqlQueries
from postloan_svc.persistence.tables import SCHEMA
from postloan_svc.settings import Settings
from postloan_svc.use_cases.advance_loans import advance_loans
from postloan_svc.use_cases.run_day_closing import DayCloser

NAME = "postloan-svc"


class PostloanService(Service):
    """The service with what its routes need beside."""

    preload_loans: Preload
    day_closer: DayCloser


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its background tasks."""
    orders, signed = Seals.parse(settings.order_seal_keys), Seals.parse(settings.contract_seal_keys)
    schema = replace(SCHEMA, seals={PaymentRequested.TYPE: orders})
    service = PostloanService(NAME, settings, schema, mode, catalogue=CATALOGUE)
    queries = SqlQueries(Reader(service.engine))
    steps: dict[UseCase, Preload] = {advance_loans: preloads.loans_to_advance(service.parameters)}

    async def perform(use_case: UseCase, command: Any) -> Any:
        return await service.group_commit.run(Work(use_case, command, Cause(NAME), preload=steps.get(use_case)))

    service.preload_loans = preloads.loans
    service.day_closer = DayCloser(queries.running_closing, perform)
    service.background.append(service.day_closer.run)
    service.subscribe(subscriptions(preloads.contracts(service.parameters, signed.bears), preloads.loans))
    service.queries = queries
    return service_app(service, [router], "Loans", settings.root_path)
