"""Tells a broker who its users are and what each may do. Run again it changes nothing.

Both go through one connection, to a broker or to a controller: what it takes is the right to alter the cluster. The
client that everything else uses has no calls for either, hence the requests here (KIP-554, KIP-140).
"""

import asyncio
import hashlib
import os
import time
from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from contextlib import asynccontextmanager

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.conn import AIOKafkaConnection, create_conn
from aiokafka.errors import AuthenticationFailedError, KafkaConnectionError, KafkaError, for_code
from aiokafka.protocol.admin import CreateAclsRequest_v1, DeleteAclsRequest_v1, DescribeAclsRequest_v1
from aiokafka.protocol.api import RequestStruct, Response
from aiokafka.protocol.types import CompactArray, CompactBytes, CompactString, Int8, Int16, Int32, Schema, TaggedFields

from loan_contracts.catalogue.grants import Grant
from loan_servicekit.broker.access import BrokerAccess

ITERATIONS = 4096  # the least that Kafka takes; the passwords are drawn at random, nobody guesses them
SCRAM_SHA_512 = 2
ANY, ALLOW, LITERAL, ANYWHERE = 1, 3, 3, "*"
RESOURCES = {"TOPIC": 2, "GROUP": 3}
OPERATIONS = {"READ": 3, "WRITE": 4}
RESOURCE_OF = {number: name for name, number in RESOURCES.items()}
OPERATION_OF = {number: name for name, number in OPERATIONS.items()}
KNOWN_WITHIN_S = 20.0
ASK_AGAIN_S = 0.1


class _AlteredUsers(Response):  # type: ignore[misc]  # aiokafka has no types
    API_KEY = 51
    API_VERSION = 0
    SCHEMA = Schema(
        ("throttle_time_ms", Int32),
        ("results", CompactArray(("user", CompactString("utf-8")), ("error_code", Int16),
                                 ("error_message", CompactString("utf-8")), ("tags", TaggedFields))),
        ("tags", TaggedFields),
    )  # fmt: skip


class _AlterUsers(RequestStruct):  # type: ignore[misc]
    API_KEY = 51
    API_VERSION = 0
    FLEXIBLE_VERSION = True
    RESPONSE_TYPE = _AlteredUsers
    SCHEMA = Schema(
        ("deletions", CompactArray(("name", CompactString("utf-8")), ("mechanism", Int8), ("tags", TaggedFields))),
        ("upsertions", CompactArray(("name", CompactString("utf-8")), ("mechanism", Int8), ("iterations", Int32),
                                    ("salt", CompactBytes), ("salted_password", CompactBytes),
                                    ("tags", TaggedFields))),
        ("tags", TaggedFields),
    )  # fmt: skip


class _Exactly:
    """A request in the version in which it is written here."""

    def __init__(self, struct: RequestStruct) -> None:
        self._struct = struct

    def prepare(self, versions: Mapping[int, tuple[int, int]]) -> RequestStruct:
        """What the client sends."""
        return self._struct


async def provide(
    access: BrokerAccess, users: Mapping[str, str], wanted: Collection[Grant], *, revoke: bool = True
) -> None:
    """Makes `users` (by name, with their passwords) known and gives their rights; what they have beyond these they keep
    without `revoke`, as while processes of the version before still run. Raises KafkaError."""
    async with _connected(access) as connection:
        await _set_users(connection, users)
        await _set_grants(connection, frozenset(wanted), revoke)


async def await_known(access: BrokerAccess) -> None:
    """Returns when the broker takes this user: a broker hears of users a moment after its controller.
    Raises KafkaError."""
    deadline = time.monotonic() + KNOWN_WITHIN_S
    while True:
        admin = AIOKafkaAdminClient(**access.client())
        try:
            await admin.start()
            return
        except (AuthenticationFailedError, KafkaConnectionError):
            if time.monotonic() > deadline:
                raise
            await asyncio.sleep(ASK_AGAIN_S)
        finally:
            await admin.close()


@asynccontextmanager
async def _connected(access: BrokerAccess) -> AsyncIterator[AIOKafkaConnection]:
    options = access.client()
    host, _, port = options.pop("bootstrap_servers").partition(",")[0].rpartition(":")
    connection = await create_conn(host, int(port), **options)
    try:
        yield connection
    finally:
        connection.close()


async def _set_users(connection: AIOKafkaConnection, users: Mapping[str, str]) -> None:
    told = [_salted(name, password) for name, password in users.items()]
    answer = await connection.send(_Exactly(_AlterUsers([], told, {})))
    for name, code, message, _ in answer.results:
        _check(f"user {name} was not made", code, message)


def _salted(name: str, password: str) -> tuple[object, ...]:
    """RFC 5802: the broker gets the salted password, from which it keeps what verifies."""
    salt = os.urandom(16)
    salted = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, ITERATIONS)
    return name, SCRAM_SHA_512, ITERATIONS, salt, salted, {}


async def _set_grants(connection: AIOKafkaConnection, wanted: frozenset[Grant], revoke: bool) -> None:
    """Adds what is absent and may take away what these principals have beyond it; others are left alone."""
    present = await grants_of(connection, {grant.principal for grant in wanted})
    if absent := sorted(wanted - present):
        answer = await connection.send(_Exactly(CreateAclsRequest_v1([_row(grant) for grant in absent])))
        for code, message in answer.creation_responses:
            _check("a right was not given", code, message)
    if revoke and (beyond := sorted(present - wanted)):
        answer = await connection.send(_Exactly(DeleteAclsRequest_v1([_row(grant) for grant in beyond])))
        for code, message, _ in answer.filter_responses:
            _check("a right was not taken away", code, message)


async def grants_of(connection: AIOKafkaConnection, principals: Iterable[str]) -> frozenset[Grant]:
    """What the broker grants to these principals now."""
    answer = await connection.send(_Exactly(DescribeAclsRequest_v1(ANY, None, ANY, None, None, ANY, ANY)))
    _check("the rights cannot be seen", answer.error_code, answer.error_message)
    known = frozenset(principals)
    rights = [(*right, *row) for *right, rows in answer.resources for row in rows]
    return frozenset(
        _grant(principal.removeprefix("User:"), resource, name, operation)
        for resource, name, _, principal, _, operation, _ in rights
        if principal.removeprefix("User:") in known
    )


def _grant(principal: str, resource: int, name: str, operation: int) -> Grant:
    kind, act = RESOURCE_OF.get(resource, str(resource)), OPERATION_OF.get(operation, str(operation))
    return Grant(principal, kind, name, act)  # type: ignore[arg-type]  # one that we do not give is shown by its number


def _row(grant: Grant) -> tuple[object, ...]:
    resource = RESOURCES.get(grant.resource) or int(grant.resource)
    operation = OPERATIONS.get(grant.operation) or int(grant.operation)
    return resource, grant.name, LITERAL, f"User:{grant.principal}", ANYWHERE, operation, ALLOW


def _check(what: str, code: int, message: str | None) -> None:
    if code:
        raise KafkaError(f"{what}: {for_code(code).__name__} {message or ''}")
