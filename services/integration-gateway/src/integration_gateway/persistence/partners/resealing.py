"""Brings partners' secrets that an older key has sealed under the active one, as the providers' texts are (`sealing`).

Partners are few: one step takes them all. Secrets of a key that is not in the ring stay as they are.
"""

import logging
from dataclasses import dataclass
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from integration_gateway.persistence.partners.secrets import PartnerSecrets
from loan_contracts.message import JsonObject
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause, Clock
from loan_servicekit.db.crypto import FieldCipher
from loan_servicekit.db.tables import dump_json, load_json
from loan_servicekit.db.unit_of_work import tell

log = logging.getLogger(__name__)

ACTOR: Final = "integration-gateway"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A table with a column of sealed secrets; `owner` is what each is bound to, of the row if it names none itself."""

    table: str
    id: str
    column: str
    counts: str = ""

    @property
    def old(self) -> str:
        """Rows with a secret of an older key."""
        return (
            f"select {self.id}::text as id, {self.column}::text as secrets from {self.table} t"
            f" where exists (select from jsonb_array_elements({self.column}) as each"
            " where split_part(each ->> 'sealed', '.', 1) = any($1::text[])) for update skip locked"
        )

    @property
    def anew(self) -> str:
        """Takes the place of a row's secrets."""
        return f"update {self.table} set {self.column} = $2::jsonb{self.counts} where {self.id} = $1::text::uuid"


TABLES: Final = (
    Sealed("partners", "id", "keys", ", version = version + 1"),
    Sealed("webhook_endpoints", "partner_id", "secrets"),
)


class PartnerResealing:
    """Seals anew, and records each step. Safe to run in several processes."""

    def __init__(self, engine: AsyncEngine, cipher: FieldCipher, now: Clock) -> None:
        self._engine, self._cipher, self._now = engine, cipher, now
        self._secrets = PartnerSecrets(cipher)

    async def reseal_partners(self) -> int:
        """How many partners and endpoints have secrets under the active key since now."""
        active = self._cipher.active
        older = [key_id for key_id in self._cipher.key_ids if key_id != active]
        if not older:
            return 0
        async with self._engine.begin() as connection:
            done = sum([await self._table(connection, table, older) for table in TABLES])
            if done:
                act = AuditRecorded(
                    subject_type="vault",
                    subject_id=active,
                    action="rotate",
                    detail={"partners": str(done), "key": active},
                )
                await tell(connection, Cause(ACTOR), self._now(), act)
        if done:
            log.info("partners.resealed", extra={"partners": done})
        return done

    async def _table(self, connection: AsyncConnection, table: Sealed, older: list[str]) -> int:
        rows = (await connection.exec_driver_sql(table.old, (older,))).all()
        for row in rows:
            id, secrets = row._mapping["id"], load_json(row._mapping["secrets"])
            fresh = dump_json([self._anew(str(each.get("key_id", id)), each, older) for each in secrets])
            await connection.exec_driver_sql(table.anew, (id, fresh))
        return len(rows)

    def _anew(self, owner: str, secret: JsonObject, older: list[str]) -> JsonObject:
        sealed = str(secret["sealed"])
        if sealed.partition(".")[0] not in older:
            return secret
        return secret | {"sealed": self._secrets.seal(owner, self._secrets.open(owner, sealed))}
