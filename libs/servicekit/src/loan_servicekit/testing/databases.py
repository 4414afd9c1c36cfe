"""A fresh, migrated database for each test module, made from a template that is migrated once a run."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import pool
from sqlalchemy.ext.asyncio import create_async_engine

from loan_servicekit.db.engine import async_url
from loan_servicekit.db.migrations import migrate_async


class Databases:
    """Creates databases on the server of an administrator's address."""

    def __init__(self, admin_url: str) -> None:
        self._admin_url = admin_url
        self._templates: dict[Path, str] = {}

    def url(self, database: str) -> str:
        """The address of one database of the server."""
        parts = urlsplit(self._admin_url)
        return urlunsplit(parts._replace(path=f"/{database}"))

    async def _admin(self, statement: str) -> None:
        engine = create_async_engine(async_url(self._admin_url), poolclass=pool.NullPool, isolation_level="AUTOCOMMIT")
        try:
            async with engine.connect() as connection:
                await connection.exec_driver_sql(statement)
        finally:
            await engine.dispose()

    async def create(self, migrations: Path) -> str:
        """A new database with the newest schema of the folder; its address."""
        template = self._templates.get(migrations)
        if template is None:
            template = f"template_{secrets.token_hex(6)}"
            await self._admin(f"create database {template}")
            await migrate_async(migrations, self.url(template))
            self._templates[migrations] = template
        name = f"test_{secrets.token_hex(6)}"
        await self._admin(f"create database {name} template {template}")
        return self.url(name)

    async def drop(self, url: str) -> None:
        """Drops a database, whoever is connected."""
        await self._admin(f"drop database if exists {urlsplit(url).path[1:]} with (force)")

    async def close(self) -> None:
        """Drops the templates."""
        for template in self._templates.values():
            await self._admin(f"drop database if exists {template} with (force)")


@asynccontextmanager
async def provisioned(databases: Databases, migrations: Path) -> AsyncIterator[str]:
    """The address of a fresh database that is gone afterwards."""
    url = await databases.create(migrations)
    try:
        yield url
    finally:
        await databases.drop(url)
