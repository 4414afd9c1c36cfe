"""The vault of personal data: AES-256-GCM for each field, keyed hashes to compare by, and the rotation of keys.

With a new key, and where the written form of names has changed, what is kept is brought up to date in the background.
"""

import base64
import logging
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncEngine

from application_svc.domain.contracts.counterparty import Payee
from application_svc.domain.customers.customer import Person, Tokens, clear_values
from application_svc.domain.customers.names import NAME_FORM, normal_name
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause, Clock
from loan_servicekit.db.crypto import BlindIndex, FieldCipher
from loan_servicekit.db.unit_of_work import tell

log = logging.getLogger(__name__)

ACTOR = "application-svc"
FIELDS = ("name", "identity_number", "mobile", "card_number", "employer", "address")
ROTATED_AT_ONCE = 200
SEPARATOR = "\x1f"
# The fields of a row are sealed together, so that one key id stands for all of them.
OLD = (
    f"select s.customer_id, c.id_expires_on, {', '.join(f's.{field}' for field in FIELDS)}"
    " from sealed_details s join customers c on c.id = s.customer_id"
    f" where s.key_id < $1 or s.key_id > $1 or s.name_form < {NAME_FORM} limit $2 for update of s skip locked"
)
RESEALED = (*FIELDS, "details_token")
KINDS = ", ".join(f"${i}::text[]" for i in range(2, len(RESEALED) + 2))
RESEAL = (
    f"update sealed_details s set name_form = {NAME_FORM}, {', '.join(f'{field} = u.{field}' for field in RESEALED)}"
    f" from unnest($1::uuid[], {KINDS}) as u(customer_id, {', '.join(RESEALED)}) where s.customer_id = u.customer_id"
)


class Kept(NamedTuple):
    """A table whose sealed fields are bound to the id in its column `of`."""

    table: str
    of: str
    fields: tuple[str, ...]

    @property
    def old(self) -> str:
        """Some rows that are sealed with another key."""
        return (
            f"select {self.of}, {', '.join(self.fields)} from {self.table} where key_id < $1 or key_id > $1"
            " limit $2 for update skip locked"
        )

    @property
    def reseal(self) -> str:
        """New values of a row."""
        values = ", ".join(f"{field} = ${number}" for number, field in enumerate(self.fields, start=2))
        return f"update {self.table} set {values} where {self.of} = $1"


ROW_BY_ROW = (
    Kept("counterparties", "application_id", ("name", "account", "registration")),
    Kept("newcomers", "id", ("mobile",)),
    Kept("visits", "id", ("place", "record")),
    Kept("visit_papers", "id", ("position",)),
)


class FieldVault:
    """Implements `use_cases.customers.ports.Vault`."""

    def __init__(self, cipher: FieldCipher, active_key: str, index: BlindIndex) -> None:
        """`active_key` is the id of the key that the cipher encrypts with."""
        self._cipher, self._active_key, self._index = cipher, active_key, index

    @classmethod
    def parse(cls, field_keys: str, index_key: str) -> "FieldVault":
        """From the settings' texts; raises ValueError for keys of another length."""
        active_key = field_keys.partition(":")[0]
        return cls(FieldCipher.parse(field_keys), active_key, BlindIndex(base64.b64decode(index_key)))

    def tokens(self, person: Person) -> Tokens:
        """Keyed hashes of identity number, mobile number and card number."""
        card = self.card_token(person.card.number) if person.card else None
        return Tokens(self.person_token(person.identity.number), self.mobile_token(person.mobile.number), card)

    def person_token(self, number: str) -> str:
        """The keyed hash of an identity number."""
        return self._index.token("person", number)

    def card_token(self, number: str) -> str:
        """The keyed hash of a card."""
        return self._index.token("card", number)

    def mobile_token(self, number: str) -> str:
        """The keyed hash of a mobile number."""
        return self._index.token("mobile", number)

    def payee_token(self, payee: Payee) -> str:
        """The keyed hash of a counterparty with its account."""
        return self._index.token("payee", SEPARATOR.join((payee.name, payee.account, payee.registration or "")))

    def device_token(self, device_id: str) -> str:
        """The keyed hash of a device."""
        return self._index.token("device", device_id)

    def details_token(self, person: Person) -> str:
        """One keyed hash of all details that must agree when a person is registered again."""
        return self._details_token(clear_values(person), person.id_expires_on)

    def _details_token(self, clear: Mapping[str, str | None], id_expires_on: date | None) -> str:
        parts = (clear["identity_number"], clear["name"], clear["mobile"], clear["card_number"], id_expires_on)
        return self._index.token("details", SEPARATOR.join(str(part or "") for part in parts))

    def seal(self, customer_id: UUID, values: Mapping[str, str | None]) -> dict[str, str | None]:
        """Each value encrypted and bound to the customer and its field."""
        encrypt = self._cipher.encrypt
        return {f: encrypt(v, f"{customer_id}/{f}") if v is not None else None for f, v in values.items()}

    def open(self, customer_id: UUID, sealed: Mapping[str, str | None], fields: Sequence[str]) -> dict[str, str | None]:
        """The clear values of some fields."""
        decrypt = self._cipher.decrypt
        return {f: decrypt(v, f"{customer_id}/{f}") if (v := sealed[f]) is not None else None for f in fields}

    async def rotate(self, engine: AsyncEngine, now: Clock) -> int:
        """Seals with the active key, and in the form of today, what was sealed with another one or in an earlier form;
        how many customers. Safe to run in several processes."""
        rotated = 0
        while count := await self._rotate_some(engine, now):
            rotated += count
        for kept in ROW_BY_ROW:
            while count := await self._rotate_rows(engine, now, kept):
                rotated += count
        if rotated:
            log.info("vault.rotated", extra={"customers": rotated})
        return rotated

    async def _rotate_some(self, engine: AsyncEngine, now: Clock) -> int:
        async with engine.begin() as connection:
            found: Sequence[Any] = (await connection.exec_driver_sql(OLD, (self._active_key, ROTATED_AT_ONCE))).all()
            sealed = {
                id: self._resealed(id, id_expires_on, dict(zip(FIELDS, values, strict=True)))
                for id, id_expires_on, *values in found
            }
            if not sealed:
                return 0
            columns = [[values[field] for values in sealed.values()] for field in RESEALED]
            await connection.exec_driver_sql(RESEAL, (list(sealed), *columns))
            detail = {"customers": str(len(sealed)), "key": self._active_key}
            act = AuditRecorded(subject_type="vault", subject_id=self._active_key, action="rotate", detail=detail)
            await tell(connection, Cause(ACTOR), now(), act)
            return len(sealed)

    async def _rotate_rows(self, engine: AsyncEngine, now: Clock, kept: Kept) -> int:
        async with engine.begin() as connection:
            found: Sequence[Any] = (
                await connection.exec_driver_sql(kept.old, (self._active_key, ROTATED_AT_ONCE))
            ).all()
            if not found:
                return 0
            for id, *values in found:
                clear = self.open(id, dict(zip(kept.fields, values, strict=True)), kept.fields)
                sealed = self.seal(id, clear)
                await connection.exec_driver_sql(kept.reseal, (id, *(sealed[field] for field in kept.fields)))
            detail = {kept.table: str(len(found)), "key": self._active_key}
            act = AuditRecorded(subject_type="vault", subject_id=self._active_key, action="rotate", detail=detail)
            await tell(connection, Cause(ACTOR), now(), act)
            return len(found)

    def _resealed(
        self, id: UUID, id_expires_on: date | None, sealed: Mapping[str, str | None]
    ) -> dict[str, str | None]:
        clear = self.open(id, sealed, FIELDS)
        clear["name"] = normal_name(clear["name"] or "")
        return self.seal(id, clear) | {"details_token": self._details_token(clear, id_expires_on)}
