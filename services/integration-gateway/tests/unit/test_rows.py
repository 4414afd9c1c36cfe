"""What the desk and the collections store: rows of earlier releases are read as they were meant, by the names of fields."""

import zlib
from datetime import UTC, datetime
from hashlib import sha256
from types import SimpleNamespace
from uuid import UUID

import orjson
import pytest

from integration_gateway.domain.desk.work import Kind, Work
from integration_gateway.domain.notifications.notice import Notify
from integration_gateway.domain.payments.card import Verify
from integration_gateway.domain.payments.payment import Pay
from integration_gateway.domain.sources.answer import KeptAnswer
from integration_gateway.domain.sources.request import Collect
from integration_gateway.persistence.desk.bodies import BODIES
from integration_gateway.persistence.sources.found import ANSWERS, found_in, packed
from integration_gateway.persistence.sources.packing import WORDS, pack, unpack
from integration_gateway.persistence.tables import COLLECTIONS, DESK
from integration_gateway.use_cases.desk.ports import DeskRow
from integration_gateway.use_cases.sources.ports import CollectionRow, Found
from loan_contracts.facts import CollectedFacts
from loan_contracts.lending import PaymentDirection
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.testing.tables import stored

ID = [f"00000000-0000-4000-8000-00000000000{n}" for n in range(8)]
A, B, C, D, E = (UUID(id) for id in ID[:5])
AT = datetime(2026, 9, 1, 4, tzinfo=UTC)

# As release 0.2.0 wrote them.
STORED: list[tuple[dict[str, object], Work]] = [
    (
        {"application_id": ID[0], "case_id": ID[1], "customer_id": ID[2], "sources": ["IDENTITY", "CREDIT_BUREAU"],
         "purpose_code": "02", "report_of": ID[3]},
        Collect(A, B, C, (Source.IDENTITY, Source.CREDIT_BUREAU), "02", D),
    ),
    (
        {"application_id": ID[0], "case_id": ID[1], "customer_id": ID[2], "sources": ["COURT"], "purpose_code": "08"},
        Collect(A, B, C, (Source.COURT,), "08"),
    ),
    (
        {"application_id": ID[0], "loan_id": ID[1], "customer_id": ID[2], "direction": "COLLECT", "amount_minor": 7,
         "currency": "CNY", "card_token": "t"},
        Pay(A, B, C, PaymentDirection.COLLECT, 7, "CNY", "t"),
    ),
    (
        {"application_id": ID[0], "loan_id": ID[1], "customer_id": ID[2], "direction": "PAY_OUT", "amount_minor": 7,
         "currency": "CNY"},
        Pay(A, B, C, PaymentDirection.PAY_OUT, 7, "CNY"),
    ),
    ({"customer_id": ID[0], "card_token": "t"}, Verify(A, "t")),
    (
        {"customer_id": ID[0], "template": "repayment-due", "parameters": {"amount": "1"}, "application_id": None,
         "requested": True},
        Notify(A, "repayment-due", {"amount": "1"}, requested=True),
    ),
    (
        {"customer_id": ID[0], "template": "loan-disbursed", "parameters": {"loan_no": "L"}},
        Notify(A, "loan-disbursed", {"loan_no": "L"}),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "work"), STORED)
def test_work_of_an_earlier_release_is_read_as_it_was_meant(body: dict[str, object], work: Work) -> None:
    assert BODIES[work.KIND].validate_json(orjson.dumps(body)) == work


@pytest.mark.parametrize(("body", "work"), STORED)
def test_work_is_stored_by_the_names_of_its_fields(body: dict[str, object], work: Work) -> None:
    row = stored(DESK, DeskRow(A, work.KIND, work.application_id, work, AT, AT, "c", "m", "t"))
    assert row["kind"] == work.KIND
    kept = {name: value for name, value in body.items() if value is not None}
    assert kept.items() <= row["body"].items() and set(row["body"]) - set(kept) <= {"requested"}
    assert BODIES[Kind(row["kind"])].validate_json(orjson.dumps(row["body"])) == work


def test_a_row_of_the_desk_has_each_value_in_its_column() -> None:
    row = stored(DESK, DeskRow(A, Kind.VERIFY, B, Verify(C, "card"), AT, AT.replace(year=2027), "c", "m", "t"))
    assert row == {
        "id": ID[0],
        "kind": "VERIFY",
        "application_id": ID[1],
        "body": {"customer_id": ID[2], "card_token": "card"},
        "requested_at": row["requested_at"],
        "due_at": row["due_at"],
        "correlation_id": "c",
        "causation_id": "m",
        "traceparent": "t",
    }
    assert (row["requested_at"][:4], row["due_at"][:4]) == ("2026", "2027")


ANSWER = {"source": "COURT", "status": "HIT", "code": "00", "source_ref": "r", "raw_hash": "h", "elapsed_ms": 3,
          "charged": True, "adapter": "courts-1"}  # fmt: skip
AGAIN = ANSWER | {"source": "CREDIT_BUREAU", "reused_from": ID[4], "fetched_at": "2026-09-01T04:00:00+00:00"}


def test_answers_of_an_earlier_release_are_read_as_they_were_meant() -> None:
    court = KeptAnswer(Source.COURT, SourceStatus.HIT, "00", "r", "h", 3, True, "courts-1")
    again = KeptAnswer(Source.CREDIT_BUREAU, SourceStatus.HIT, "00", "r", "h", 3, True, "courts-1", E, AT)
    assert ANSWERS.validate_json(orjson.dumps([ANSWER, AGAIN])) == [court, again]


def test_a_collection_has_each_value_in_its_column() -> None:
    answers = ANSWERS.validate_python([ANSWER, AGAIN])
    facts = CollectedFacts(collected_at=AT, statuses={Source.COURT: SourceStatus.MISS})
    row = stored(COLLECTIONS, CollectionRow(A, B, C, "02", AT, Found(facts, answers), "sealed", None))
    assert (row["request_id"], row["application_id"], row["customer_id"]) == (ID[0], ID[1], ID[2])
    assert (row["purpose_code"], row["raw"], row["report_at"]) == ("02", "sealed", None)
    assert found_in(SimpleNamespace(found=packed(Found(facts, answers)), facts=None, answers=None)) == Found(
        facts, answers
    )
    before = SimpleNamespace(found=None, facts=facts.model_dump_json(), answers=orjson.dumps([ANSWER, AGAIN]).decode())
    assert found_in(before) == Found(facts, answers)  # as release 0.2.0 wrote it


def test_a_dictionary_never_changes() -> None:
    digests = {number: sha256(words).hexdigest() for number, words in WORDS.items()}
    assert digests == {1: "37bad2c8cc178d0727a3d92ecb86552a9fe5039b563ff5ec49f291bc349ce03f"}


@pytest.mark.parametrize("plain", [b"", b"{}", "查询成功".encode() * 1000, bytes(range(256))])
def test_what_is_packed_is_unpacked_byte_for_byte(plain: bytes) -> None:
    assert unpack(pack(plain)) == plain
    assert unpack(zlib.compress(plain, 1)) == plain  # texts of release 0.2.0
    with pytest.raises(ValueError, match="no dictionary 9"):
        unpack(b"\x09" + pack(plain)[1:])
