"""What operations on consents have loaded for a batch."""

from collections.abc import Sequence
from uuid import UUID

from application_svc.domain.consents.consent import Purpose
from application_svc.domain.consents.consent_text import TextLine, TextStatus
from application_svc.use_cases.consents.change_consent_texts import DecideConsentText, ProposeConsentText
from application_svc.use_cases.consents.grant_consents import GrantConsents
from application_svc.use_cases.consents.keep_consent_scan import ReadConsentScan
from application_svc.use_cases.consents.ports import ConsentBasis, KeptScan, TextVersions
from application_svc.use_cases.consents.withdraw_consent import WithdrawConsent
from loan_contracts.values import Source
from loan_servicekit.db.unit_of_work import UnitOfWork

TEXTS = "select source, purpose, text_version, hash, valid_from from consent_texts where status = $1"
TEXT_VERSIONS = "select source, purpose, text_version from consent_texts"
SCANS = "select customer_id, id, sha256, media_type from consent_scans where customer_id = any($1::uuid[])"


async def granting(uow: UnitOfWork, commands: Sequence[GrantConsents]) -> ConsentBasis:
    """The customers that the commands name, and what their consents are drawn up from."""
    ids = [command.customer_id for command in commands]
    await uow.customers.preload(ids)
    return await basis_of(uow, ids)


async def basis_of(uow: UnitOfWork, customers: list[UUID]) -> ConsentBasis:
    """What consents of these customers are drawn up from."""
    texts = [
        TextLine(Source(source), Purpose(purpose), version, hash, valid_from)
        for source, purpose, version, hash, valid_from in await uow.read(TEXTS, TextStatus.APPROVED.value)
    ]
    return ConsentBasis(texts, await _scans(uow, customers))


async def scans(uow: UnitOfWork, commands: Sequence[ReadConsentScan]) -> dict[tuple[UUID, UUID], KeptScan]:
    """The customers that the commands name, and their scans."""
    ids = [command.customer_id for command in commands]
    await uow.customers.preload(ids)
    return await _scans(uow, ids)


async def _scans(uow: UnitOfWork, customers: list[UUID]) -> dict[tuple[UUID, UUID], KeptScan]:
    rows = await uow.read(SCANS, customers)
    return {(customer_id, id): KeptScan(sha256, media_type) for customer_id, id, sha256, media_type in rows}


async def consents(uow: UnitOfWork, commands: Sequence[WithdrawConsent]) -> None:
    """The consents that the commands name."""
    await uow.consents.preload([command.consent_id for command in commands])


async def text_versions(uow: UnitOfWork, commands: Sequence[ProposeConsentText]) -> TextVersions:
    """The versions that have been proposed."""
    rows = await uow.read(TEXT_VERSIONS)
    return {(Source(source), Purpose(purpose), version) for source, purpose, version in rows}


async def texts(uow: UnitOfWork, commands: Sequence[DecideConsentText]) -> None:
    """The wordings that the commands name."""
    await uow.consent_texts.preload([command.text_id for command in commands])
