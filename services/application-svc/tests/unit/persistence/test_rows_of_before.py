"""Rows of the append-only tables as the code before rows by name has written them (positional values of its use cases,
taken from a database of its tests): today's records hold them, each value in its place, and give them back."""

import base64
import hashlib
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from application_svc.domain.products.product import Product
from application_svc.domain.visits.visit import VisitPaper, VisitPaperKind
from application_svc.persistence.customers.vault import FIELDS, FieldVault
from application_svc.persistence.schema import SCHEMA
from application_svc.use_cases.applications.ports import TaskFact
from application_svc.use_cases.consents.ports import ConsentScan
from application_svc.use_cases.contracts.ports import DisclosureDelivery, OfferPapers, SealedPayee
from application_svc.use_cases.customers.ports import IdentityRenewal, Newcomer, SealedDetails
from application_svc.use_cases.products.ports import AddedVersion
from application_svc.use_cases.reveals.ports import IdentityRead
from loan_servicekit.testing.tables import repeated, restored, stored

BEFORE = Path(__file__).parent / "before"
RECORDS: dict[str, Any] = {
    "sealed_details": SealedDetails,
    "identity_reads": IdentityRead,
    "task_facts": TaskFact,
    "papers": OfferPapers,
    "consent_scans": ConsentScan,
    "identity_renewals": IdentityRenewal,
    "newcomers": Newcomer,
    "visit_papers": lambda **row: VisitPaper(**row | {"kind": VisitPaperKind(row["kind"])}),
    "disclosure_deliveries": DisclosureDelivery,
    "counterparties": SealedPayee,
    "product_versions": AddedVersion,
}
READ = {"uuid": UUID, "date": date.fromisoformat, "timestamptz": datetime.fromisoformat}
# The keys of the database that the row was taken from.
KEYS = f"k1:{base64.b64encode(bytes(32)).decode()}"


def before(table: str) -> dict[str, Any]:
    row: dict[str, Any] = json.loads((BEFORE / f"{table}.json").read_text())
    return row


def read(table: str) -> Any:
    kinds = SCHEMA.rows[table].columns
    row = before(table)
    assert set(row) == set(kinds), "a column has come, gone or been renamed"
    return RECORDS[table](**{c: v if v is None else READ.get(kinds[c], lambda v: v)(v) for c, v in row.items()})


def test_there_is_a_row_of_every_append_only_table() -> None:
    assert {path.stem for path in BEFORE.glob("*.json")} == set(SCHEMA.rows) == {*RECORDS, "granted_consents"}


@pytest.mark.parametrize("table", RECORDS)
def test_a_row_is_read_and_repeated(table: str) -> None:
    assert stored(SCHEMA.rows[table], read(table)) == before(table)
    assert repeated(before(table)) == {}


def test_a_granted_consent_is_read_by_the_table_that_changes_it_and_repeated() -> None:
    row = before("granted_consents")
    consent: Any = restored(SCHEMA.aggregates["consents"], row)
    assert stored(SCHEMA.rows["granted_consents"], consent) == row
    assert (consent.valid_from < consent.valid_until, consent.withdrawn_at) == (True, None)
    assert repeated(row) == {}


def test_the_hashes_of_papers_are_those_of_their_own_texts() -> None:
    papers = read("papers")
    assert papers.disclosure_hash == hashlib.sha256(papers.disclosure.encode()).hexdigest()
    assert papers.contract_hash == hashlib.sha256(papers.contract.encode()).hexdigest()
    assert json.loads(papers.contract)["contract_no"] == papers.contract_no


def test_each_sealed_value_opens_as_the_field_that_it_stands_in() -> None:
    """A value is bound to its customer and its field: in another one's place it does not open."""
    details = read("sealed_details")
    vault = FieldVault.parse(KEYS, base64.b64encode(b"i" * 32).decode())
    sealed = {field: getattr(details, field) for field in FIELDS}
    opened = vault.open(details.customer_id, sealed, FIELDS)
    assert all(opened.values())
    assert opened["identity_number"] and len(opened["identity_number"]) == 18
    assert opened["mobile"] and len(opened["mobile"]) == 11


def test_a_product_version_is_a_product_under_its_own_code_and_number() -> None:
    version = read("product_versions")
    product = Product.model_validate(version.content)
    assert (product.code, product.version, product.valid_from) == (version.code, version.version, version.valid_from)
