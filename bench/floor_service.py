"""The floor: the platform's flow of messages with empty handlers, on the same servicekit, database and broker.

Each of the seven processes owns one table. A request or message costs what it costs in the platform at least: one
transaction a batch with inbox, one aggregate read and written, the outbox, one hop over the bus. What the platform
needs beyond this floor is its own work: rules, models, calls to providers, processes, schedules.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import uvicorn
from fastapi import FastAPI, Response

from loan_contracts.message import ApplicationMessage
from loan_servicekit.core import Aggregate
from loan_servicekit.db.operation import Operation
from loan_servicekit.db.tables import RowTable, Table
from loan_servicekit.db.unit_of_work import Schema
from loan_servicekit.http import Body, RequestContext, Router, requires, service_app
from loan_servicekit.kafka import Subscriptions, on
from loan_servicekit.service import Service
from loan_servicekit.settings import ServiceSettings
from loan_servicekit.telemetry import configure_logging

# message -> the services that receive it, and what each of them sends then: docs/messages.md, straight through
FLOW: dict[str, dict[str, list[str]]] = {
    "application.submitted": {"workflow-svc": ["external-data.requested"], "reporting-svc": []},
    "external-data.requested": {"integration-gateway": ["external-data.collected"], "reporting-svc": []},
    "external-data.collected": {
        "workflow-svc": ["fraud-screening.requested", "risk-assessment.requested"],
        "reporting-svc": [],
    },
    "fraud-screening.requested": {"antifraud-svc": ["fraud.screened"], "reporting-svc": []},
    "risk-assessment.requested": {"risk-svc": ["risk.assessed"], "reporting-svc": []},
    "fraud.screened": {"workflow-svc": [], "reporting-svc": []},
    "risk.assessed": {"workflow-svc": ["decision.made"], "reporting-svc": []},
    "decision.made": {"application-svc": ["offer.made"], "integration-gateway": [], "reporting-svc": []},
    "offer.made": {"reporting-svc": []},
    "disclosure.confirmed": {"reporting-svc": []},
    "contract.signed": {"postloan-svc": ["payment.requested"], "workflow-svc": [], "reporting-svc": []},
    "payment.requested": {"integration-gateway": ["payment.settled"], "reporting-svc": []},
    "payment.settled": {"postloan-svc": ["loan.disbursed"], "reporting-svc": []},
    "loan.disbursed": {"application-svc": [], "integration-gateway": [], "reporting-svc": []},
}
DELIVERY = "disclosure-delivery"  # a request and a row, of which nobody is told
DOOR = ("application.submitted", DELIVERY, "disclosure.confirmed", "contract.signed")
DDL = (
    "create table states (id uuid primary key, state text not null, data jsonb not null, version int not null,"
    " sequence int not null)",
    "create table hops (id uuid not null, type text not null, at timestamptz not null)",
)


class Hop(ApplicationMessage):
    """A message with a payload of the usual size."""

    data: str = "x" * 500


def hop(type: str) -> type[Hop]:
    """The message class of a wire type."""
    if type not in type_classes:
        type_classes[type] = _class(type)
    return type_classes[type]


def _class(wire_type: str) -> Any:
    return type(Hop)("Hop", (Hop,), {"TYPE": wire_type, "__module__": __name__})


type_classes: dict[str, Any] = {}


@dataclass
class State(Aggregate):
    """The one row of an application in a service."""

    id: UUID
    state: str
    data: dict[str, str]


STATES = Table(
    "states", {"id": "uuid", "state": "text", "data": "json"}, lambda r: State(*r), lambda s: [s.id, s.state, s.data]
)
HOPS = RowTable("hops", {"id": "uuid", "type": "text", "at": "timestamptz"})
SCHEMA = Schema({"states": STATES}, {"hops": HOPS})


class Step(Body):
    """A request at the door."""

    application_id: UUID


async def _states(uow: Any, commands: Sequence[Any]) -> None:
    await uow.states.preload([c.application_id for c in commands])


def _reaction(received: str, emits: list[str]) -> Operation[Any, Any]:
    async def react(message: Any, uow: Any, now: datetime) -> State:
        state: State | None = await uow.states.find(message.application_id)
        if state is None:
            state = State(message.application_id, received, {"data": "y" * 300})
            uow.states.add(state)
        state.state = received
        for type in emits:
            state.record(hop(type), application_id=state.id)
        return state

    react.__name__ = _named(received)
    return Operation(react, _states)


def _note(received: str) -> Operation[Any, Any]:
    async def note(message: Any, uow: Any, now: datetime) -> None:
        uow.hops.append(message.application_id, received, now)

    note.__name__ = _named(received)
    return Operation(note)


def _named(type: str) -> str:
    return type.replace(".", "_").replace("-", "_")


def _door(router: Router, type: str) -> None:
    step = _note(type) if type == DELIVERY else _reaction(type, [type])

    @router.post(f"/v1/{type}", name=type)
    async def route(body: Step, context: Annotated[RequestContext[None], requires("application.submit")]) -> Response:
        return await context.perform(step, body, lambda _: {"id": str(body.application_id)})


def build(settings: ServiceSettings, name: str) -> FastAPI:
    """One of the seven."""
    service = Service(name, settings, SCHEMA)
    received = {type: receivers[name] for type, receivers in FLOW.items() if name in receivers}
    service.subscribe(
        Subscriptions(
            *(on(hop(type), _reaction(type, emits) if emits else _note(type)) for type, emits in received.items())
        )
    )
    router = Router()
    if name == "application-svc":
        for type in DOOR:
            _door(router, type)
    return service_app(service, [router], f"floor of {name}")


if __name__ == "__main__":
    settings = ServiceSettings()
    name = os.environ["FLOOR_SERVICE"]
    configure_logging(name, "warning")
    uvicorn.run(
        build(settings, name),
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http="httptools",
        log_config=None,
        access_log=False,
    )
