"""A provider of signatures has had a contract signed: its file is kept, and the contract is signed by it."""

from dataclasses import dataclass
from datetime import datetime

from application_svc.domain.applications.application import Application
from application_svc.domain.documents.documents import Document
from application_svc.use_cases.applications.ports import Borrowers
from application_svc.use_cases.contracts.sign_contract import SignContract, sign_contract
from application_svc.use_cases.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SignByProvider(SignContract):
    """`document` is the signed file, whose content lies in the store."""

    document: Document


async def sign_by_provider(
    command: SignByProvider, borrowers: Borrowers, uow: UnitOfWork, now: datetime
) -> Application:
    """Raises what `sign_contract` and `attach_document` raise."""
    application = await sign_contract(command, borrowers, uow, now)
    product = command.products.version(application.product_code, application.product_version)
    application.attach_document(command.document, product)
    return application
