"""The embedded PostgreSQL server itself."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from loan_devstack import secret_store
from loan_devstack.errors import CannotStart
from loan_devstack.running.control import System, free_port_base
from loan_devstack.services import SERVICES


@pytest.fixture(scope="module")
def system(shared_folder: Path) -> Iterator[System]:
    with System(shared_folder, only=["postgres"]) as found:
        yield found


async def value(url: str, query: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def test_every_service_has_its_database_and_owns_it(system: System) -> None:
    for service in SERVICES:
        url = system.database_url(service.name)
        assert (
            await value(url, "select current_database() || ' ' || current_user")
            == f"{service.package} {service.package}"
        )
        assert await value(url, "create table mine (x int)") is None


async def test_a_role_reaches_no_other_database(system: System) -> None:
    foreign = system.database_url("risk-svc").replace("/risk_svc?", "/workflow_svc?")
    for url in (foreign, foreign.replace("/workflow_svc?", "/postgres?")):
        with pytest.raises(asyncpg.InvalidAuthorizationSpecificationError):
            await asyncpg.connect(url)


async def test_a_wrong_password_opens_nothing(system: System) -> None:
    secret = secret_store.load(system.settings.var).databases["risk_svc"]
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(system.database_url("risk-svc").replace(secret, "guess"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("server_version_num", "18"), ("fsync", "on"), ("synchronous_commit", "on"), ("jit", "off"),
     ("max_connections", "200"), ("shared_buffers", "128MB"), ("listen_addresses", ""), ("TimeZone", "UTC")],
)  # fmt: skip
async def test_the_server_is_set_as_the_platform_needs_it(system: System, name: str, expected: str) -> None:
    shown = str(await value(system.admin_url(), f"show {name}"))
    assert shown.startswith(expected) if name == "server_version_num" else shown == expected


async def test_committed_rows_survive_the_kill_of_the_server(system: System) -> None:
    url = system.database_url("postloan-svc")
    await value(url, "create table kept (x int)")
    await value(url, "insert into kept values (7) returning x")
    pid = system.pid("postgres")
    system.kill("postgres")
    await asyncio.to_thread(system.wait_healthy, "postgres", 30.0, pid)
    assert await value(url, "select x from kept") == 7


def test_secrets_that_do_not_fit_the_data_are_told_and_a_stale_pid_file_is_no_obstacle(folder: Path) -> None:
    var = folder / "deep" / ("x" * 120) / "var"
    first = System(var, only=["postgres"])
    first.up()
    first.down()
    # after a restart of the machine the number may belong to anybody, here to init
    (var / "postgres" / "postmaster.pid").write_text(f"1\n{var / 'postgres'}\n1700000000\n5432\n/tmp\n\n0 0\nready\n")
    with System(var, first.settings.port_base, only=["postgres"]) as again:
        assert asyncio.run(value(again.database_url("risk-svc"), "select 1")) == 1
    (var / "secrets.json").unlink()
    with pytest.raises(CannotStart, match=r"secrets\.json is not the one"):
        System(var, free_port_base(), only=["postgres"]).up()
