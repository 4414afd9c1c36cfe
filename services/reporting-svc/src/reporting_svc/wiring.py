"""Puts reporting-svc together."""

from datetime import timedelta

from fastapi import FastAPI

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.unit_of_work import Schema
from loan_servicekit.http import service_app
from loan_servicekit.service import Service
from reporting_svc.api.routes import router
from reporting_svc.api.traces.otlp import span_receiver
from reporting_svc.messaging.subscriptions import subscriptions
from reporting_svc.persistence.queries import SqlQueries
from reporting_svc.persistence.records import write_records
from reporting_svc.persistence.traces.spans import SqlSpans
from reporting_svc.settings import Settings

NAME = "reporting-svc"


def build(settings: Settings, mode: str) -> FastAPI:
    """The application with its background tasks."""
    service = Service(NAME, settings, Schema({}, {}), mode)
    service.subscribe(subscriptions(write_records))
    service.queries = SqlQueries(Reader(service.engine))
    spans = SqlSpans(service.engine, service.clock, timedelta(hours=settings.span_retention_hours))
    service.background.append(spans.keep_tidy)
    receiver = span_receiver(spans, settings.otlp_token)
    return service_app(service, [router, receiver], "Timeline, evidence, funnel and traces", settings.root_path)
