"""A borrower's token opens the borrower's own operations and nothing else, and nobody else's opens those."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from uuid import uuid4

import httpx
import pytest
from examples import operations
from services_built import built

from loan_contracts.access import BORROWER, OF_CUSTOMERS, ROLES
from loan_contracts.messages import SERVICES
from loan_servicekit.testing.harness import Signer

OWN = "/v1/my/"
HOLDS_IDENTIFIERS = "00000000-0000-7000-8000-000000000001"


def every(service: str) -> Iterator[tuple[str, str, str]]:
    """Method, path and permission of every operation of a service."""
    for method, path, operation in operations(built(service).openapi()):
        yield method.upper(), path, operation["x-permission"]


@asynccontextmanager
async def door(service: str) -> AsyncIterator[tuple[httpx.AsyncClient, Signer]]:
    """The service before its database is there: who may not pass is refused before anything is read."""
    app, signer = built(service), Signer()
    signer.trusted_by(app.state.service)
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        yield client, signer


def placed(path: str) -> str:
    """A path with something in each place."""
    parts = [HOLDS_IDENTIFIERS if part.startswith("{") else part for part in path.split("/")]
    return "/".join(parts)


@pytest.mark.parametrize("service", SERVICES)
async def test_a_borrower_passes_no_door_but_his_own(service: str) -> None:
    refused = 0
    async with door(service) as (client, signer):
        for method, path, permission in every(service):
            own = path.startswith(OWN)
            assert own == (permission in ROLES[BORROWER]), f"{method} {path} asks for {permission}"
            if own:
                continue
            answer = await client.request(method, placed(path), headers=signer.headers(BORROWER, customer_id=uuid4()))
            assert (answer.status_code, answer.json()["code"]) == (403, "permission-missing"), f"{method} {path}"
            refused += 1
    assert refused > 10  # each service has admin operations at least


@pytest.mark.parametrize("service", SERVICES)
async def test_no_staff_and_no_client_passes_a_borrowers_door(service: str) -> None:
    others = [role for role in ROLES if role not in OF_CUSTOMERS]
    async with door(service) as (client, signer):
        for method, path, permission in every(service):
            if not path.startswith(OWN):
                continue
            assert not any(permission in ROLES[role] for role in others)
            answer = await client.request(method, placed(path), headers=signer.headers(*others))
            assert (answer.status_code, answer.json()["code"]) == (403, "permission-missing"), f"{method} {path}"


async def test_a_borrowers_token_that_names_nobody_opens_nothing() -> None:
    async with door("postloan-svc") as (client, signer):
        answer = await client.get(f"/v1/my/loans/{uuid4()}", headers=signer.headers(BORROWER))
        assert (answer.status_code, answer.json()["code"]) == (403, "owner-missing")


def test_the_services_with_doors_for_borrowers_are_these() -> None:
    found = {service for service in SERVICES for _, path, _ in every(service) if path.startswith(OWN)}
    assert found == {"application-svc", "integration-gateway", "postloan-svc", "workflow-svc"}
