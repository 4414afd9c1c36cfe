"""Contracts that a provider of signatures has signed: the gateway fetches what is to be signed, and brings what was."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, Field

from application_svc.api.applications.views import ReceiptView
from application_svc.api.contracts.routes import offered
from application_svc.api.documents.routes import ANSWERS
from application_svc.api.documents.views import MOST_BYTES, ContentBody
from application_svc.api.fields import Sha256
from application_svc.api.ports import Context
from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import ContractStatus, SignatureMethod
from application_svc.domain.documents.documents import DocumentKind
from application_svc.use_cases.contracts.ports import StoredPapers
from application_svc.use_cases.contracts.sign_by_provider import SignByProvider
from application_svc.use_cases.documents.attach_document import store_content
from application_svc.use_cases.documents.ports import Upload
from loan_servicekit.http import Entrance, Router, problems, requires, through

router = Router(ANSWERS, prefix="/v1/applications/{application_id}", tags=["contracts"])
signed_files = through(Entrance("signature.record", True, MOST_BYTES, False))


class ContractToSignView(BaseModel):
    """What a provider of signatures needs of a contract beside who its borrower is."""

    application_id: UUID
    customer_id: UUID
    contract_no: str
    contract_hash: str
    content: dict[str, Any]
    drawn_up_at: datetime
    expires_at: datetime
    open: bool = Field(description="Its disclosure is confirmed, it has not run out, and nobody has signed it")

    @classmethod
    def of(cls, a: Application, papers: StoredPapers, now: datetime) -> Self:
        """The view of an application's contract."""
        assert a.offer is not None
        return cls(
            application_id=a.id,
            customer_id=a.customer_id,
            contract_no=a.offer.contract_no,
            contract_hash=papers.contract_hash,
            content=dict(papers.contract),
            drawn_up_at=a.offer.made_at,
            expires_at=a.offer.expires_at,
            open=a.contract_status is ContractStatus.DISCLOSED and now < a.offer.expires_at,
        )


class ProviderSignatureBody(ContentBody):
    """The contract with this hash is signed; the content is the signed file."""

    contract_hash: Sha256
    reference: Annotated[
        str,
        Field(
            pattern=r"^[A-Za-z0-9:/._-]{1,200}$",
            description="Provider, and the contract's number there",
            examples=["esign:38fe9cd1"],
        ),
    ]


@router.get("/contract-to-sign", operation_id="get_contract_to_sign", responses=problems(404))
async def get_contract_to_sign(
    application_id: UUID, context: Annotated[Context, requires("signature.record")]
) -> ContractToSignView:
    """The contract of an offer, for the service that has it signed."""
    application = await context.ports.queries.applications.application(application_id)
    return ContractToSignView.of(*await offered(context, application), context.now)


@router.post(
    "/provider-signature",
    operation_id="sign_by_provider",
    responses=problems(404, 409, 413, 415),
    response_model=ReceiptView,
)
async def sign_by_provider_route(
    application_id: UUID, body: ProviderSignatureBody, context: Annotated[Context, signed_files]
) -> Response:
    """The borrower has signed with the provider: the file is kept sealed under its SHA-256, the contract is signed, and
    the loan is booked and paid out."""
    given = context.ports
    upload = Upload(DocumentKind.SIGNED_CONTRACT, body.bytes_of("/content"), "application/pdf")
    kept = await store_content(given.uploads, context.caller, application_id, upload, context.expect, context.now)
    command = SignByProvider(
        context.caller,
        application_id,
        body.contract_hash,
        SignatureMethod.ELECTRONIC,
        f"{body.reference}/{kept.document.sha256}",
        given.products,
        given.bounds,
        context.expect,
        kept.document,
    )
    return await context.perform(context.ports.operations.sign_by_provider, command, ReceiptView.of)
