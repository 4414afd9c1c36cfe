"""Every parameter that a service starts with can be changed through its API: it has a kind, and fits it."""

from typing import Any

import pytest

from loan_servicekit.core.parameters import ParameterCatalogue, Parameters
from loan_servicekit.db.parameters import load
from loan_servicekit.testing import Databases, provisioned

GOVERNED = ("risk-svc", "antifraud-svc", "workflow-svc", "postloan-svc")


@pytest.mark.parametrize("service", GOVERNED)
async def test_every_seed_is_a_value_of_its_kind(
    root: Any, build_service: Any, databases: Databases, service: str
) -> None:
    catalogue: ParameterCatalogue = build_service(service).app.state.service.catalogue
    async with provisioned(databases, root / "services" / service / "migrations") as url:
        rows = (await seeded(url)).rows()
    assert {row.code for row in rows} <= set(catalogue.kinds)
    for row in rows:
        catalogue.check(row.code, row.value, row.unit)
    for row in rows:
        catalogue.check_together(rows, row)


async def seeded(url: str) -> Parameters:
    from sqlalchemy.ext.asyncio import create_async_engine

    from loan_servicekit.db.engine import async_url

    engine = create_async_engine(async_url(url))
    try:
        return await load(engine)
    finally:
        await engine.dispose()


async def test_services_that_start_with_parameters_are_those_that_let_them_be_changed(all_services: Any) -> None:
    assert {built.name for built in all_services if built.app.state.service.catalogue.kinds} >= set(GOVERNED)
