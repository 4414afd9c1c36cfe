"""The factory of every service's FastAPI application."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import reduce
from importlib.metadata import version
from operator import or_
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from fastapi_offline import FastAPIOffline
from starlette.exceptions import HTTPException

from loan_servicekit.core import DomainError
from loan_servicekit.core.strict import Strict
from loan_servicekit.http import parameters
from loan_servicekit.http.context import expected_ports
from loan_servicekit.http.door import Door, Router, entrance_of
from loan_servicekit.http.fields import Body
from loan_servicekit.http.index import RouteIndex
from loan_servicekit.http.middleware import RequestMiddleware
from loan_servicekit.http.openapi.document import describe
from loan_servicekit.http.problems import ANSWERS, http_error, invalid, refused
from loan_servicekit.http.retention.routes import router as retention
from loan_servicekit.http.upkeep import admin, health

if TYPE_CHECKING:
    from loan_servicekit.service import Service


def service_app(
    service: "Service", routers: Sequence[APIRouter], title: str, root_path: str = "", ports: object = None
) -> FastAPI:
    """FastAPI with what all services share; the service's background tasks live as long as the application. Its page
    /docs, where the settings show it, loads everything from the service itself. `root_path` is where a proxy shows the
    service; `ports` is what its routes find in their `RequestContext[Ports]`."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await service.start()
        try:
            yield
        finally:
            await service.stop()

    usual: dict[str, Any] = {
        "title": title,
        "version": version("loan-servicekit"),
        "lifespan": lifespan,
        "redoc_url": None,
        "redirect_slashes": False,
        "generate_unique_id_function": lambda route: route.name,
        "telemetry": {"tracing": False, "metrics": False, "logs": False},
    }
    shown = service.documents_shown
    app = FastAPIOffline(**usual) if shown else FastAPI(**usual, docs_url=None, openapi_url=None)
    app.state.service, app.state.ports = service, ports
    app.state.answers = reduce(or_, (router.answers for router in routers if isinstance(router, Router)), dict(ANSWERS))
    app.add_middleware(RequestMiddleware, service=service.name, tracing=service.tracing, root_path=root_path)
    app.add_exception_handler(DomainError, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http_error)
    shared = [admin, parameters.read, *([parameters.change] if service.catalogue.kinds else [])]
    shared += [retention] if service.retention_rules else []
    _check_doors([*routers, *shared], ports)
    for router in (*routers, health, *shared):
        app.include_router(router)
    known = (route for router in (*routers, *shared) for route in router.routes)
    app.router.middleware_stack = RouteIndex(known, app.router.middleware_stack)
    describe(app)
    return app


def _check_doors(routers: Sequence[APIRouter], ports: object) -> None:
    """Raises TypeError for a route that reads before it lets in, that takes a body in which values are guessed, or that
    expects other ports than the service has."""
    for route in (route for router in routers for route in router.routes if isinstance(route, APIRoute)):
        if not route.include_in_schema:
            continue
        if not isinstance(route, Door) or entrance_of(route) is None:
            raise TypeError(f"{route.path}: make it with a loan_servicekit.http.Router and `requires`")
        if not isinstance(ports, expected_ports(route.endpoint)):
            raise TypeError(f"{route.path}: it expects other ports than {type(ports).__name__}")
        taken = route.body_field.field_info.annotation if route.body_field else Body
        if not (isinstance(taken, type) and issubclass(taken, Strict)):
            raise TypeError(f"{route.path}: its body is a loan_servicekit.http.Body")
