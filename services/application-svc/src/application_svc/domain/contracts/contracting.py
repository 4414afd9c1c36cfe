"""From the offer to an effective contract: cost disclosure, signature, pay-out (domain.md R-2.21, R-9.11, R-9.12)."""

from datetime import date, datetime
from math import ceil
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import (
    CheckedCondition,
    Confirmation,
    ContractStatus,
    Delivery,
    Offer,
    Signature,
)
from application_svc.domain.applications.status import OFFERED, ApplicationStatus
from application_svc.domain.contracts.offering import EXPOSURE_ABOVE_CAP
from application_svc.domain.documents.documents import Document, DocumentKind
from application_svc.domain.errors import wrong_field
from loan_contracts.applications import ConfirmationMethod, ContractSigned, DisclosureConfirmed
from loan_contracts.values import PayMode
from loan_servicekit.core import Conflict, Forbidden, NotFound

LINE_CLOSED = "CLOSED"  # nothing is owed of a credit line any more


def confirm_disclosure(
    application: Application, disclosure_hash: str, delivery: Delivery | None, channel: str, by: str, now: datetime
) -> None:
    """The borrower has read exactly this table for at least the forced time since it was given out to `by` (R-2.21).

    How long, nobody tells but our own clock. Raises what `_require_table` raises, Conflict `disclosure-not-delivered`,
    `disclosure-read-too-short`.
    """
    offer = _require_table(application, disclosure_hash, now)
    if delivery is None:
        raise Conflict(
            "disclosure-not-delivered",
            f"the table {disclosure_hash} was not given out to {by} yet: "
            f"POST /v1/applications/{application.id}/disclosure-deliveries, and let the borrower read it "
            f"for {offer.forced_read_seconds} seconds",
        )
    read_for = delivery.read_for.total_seconds()
    if read_for < offer.forced_read_seconds:
        left = ceil(offer.forced_read_seconds - read_for)
        raise Conflict(
            "disclosure-read-too-short",
            f"{left} of {offer.forced_read_seconds} seconds remain: the table was given out at "
            f"{delivery.delivered_at.isoformat()}",
        )
    confirmation = Confirmation(
        disclosure_hash=disclosure_hash,
        read_seconds=int(read_for),
        channel=channel,
        confirmed_by=by,
        confirmed_at=now,
        method=ConfirmationMethod.FORCED_READING,
        delivered_at=delivery.delivered_at,
    )
    _confirm(application, confirmation)


def certify_disclosure(
    application: Application, disclosure_hash: str, document_id: UUID, by: str, now: datetime
) -> None:
    """The borrower has signed exactly this table on paper, and its scan is here (R-2.21, offline).

    Who uploaded the scan, or made or decided the application, does not vouch for it. Raises what `_require_table`
    raises, Invalid `document-not-signed-table`, Forbidden `maker-not-checker`.
    """
    offer = _require_table(application, disclosure_hash, now)
    application.require_apart(by)
    scan = _signed_table(application, document_id, offer)
    if scan.uploaded_by == by:
        raise Forbidden("maker-not-checker", "another person than the one who uploaded the scan confirms it")
    confirmation = Confirmation(
        disclosure_hash=disclosure_hash,
        read_seconds=0,
        channel=application.channel,
        confirmed_by=by,
        confirmed_at=now,
        method=ConfirmationMethod.SIGNED_TABLE,
        document_id=scan.id,
        document_sha256=scan.sha256,
    )
    _confirm(application, confirmation)


def _require_table(application: Application, disclosure_hash: str, now: datetime) -> Offer:
    """The offer whose table is confirmed now. Raises what `open_offer` raises, Conflict `disclosure-already-confirmed`,
    `disclosure-differs`."""
    offer = open_offer(application, now)
    if application.contract_status is not ContractStatus.DRAFTED:
        raise Conflict(
            "disclosure-already-confirmed", f"the contract {offer.contract_no} is {application.contract_status}"
        )
    if disclosure_hash != offer.disclosure_hash:
        raise Conflict(
            "disclosure-differs",
            f"the confirmed table has the hash {disclosure_hash}; the offer's has {offer.disclosure_hash}",
        )
    return offer


def _signed_table(application: Application, document_id: UUID, offer: Offer) -> Document:
    """The scan of this offer's table."""
    kind = DocumentKind.SIGNED_DISCLOSURE
    found = (each for each in application.documents if each.id == document_id and each.kind is kind)
    scan = next(found, None)
    if scan is not None and scan.uploaded_at >= offer.made_at:
        return scan
    raise wrong_field(
        "/document_id",
        "document-not-signed-table",
        f"a document {kind} of this application is needed, "
        f"uploaded after the offer was made at {offer.made_at.isoformat()}",
    )


def _confirm(application: Application, confirmation: Confirmation) -> None:
    application.confirmation, application.contract_status = confirmation, ContractStatus.DISCLOSED
    application.record(
        DisclosureConfirmed,
        application_id=application.id,
        disclosure_hash=confirmation.disclosure_hash,
        read_seconds=confirmation.read_seconds,
        method=confirmation.method,
        delivered_at=confirmation.delivered_at,
        scan_sha256=confirmation.document_sha256,
        confirmed_at=confirmation.confirmed_at,
    )


def sign(
    application: Application,
    signature: Signature,
    now: datetime,
    room_minor: int | None = None,
    card_token: str | None = None,
    mode: PayMode = PayMode.SELF,
) -> None:
    """The borrower signs the contract that was shown to him, never without a confirmed disclosure of this offer, nor
    for more than `room_minor`, which R-2.5a leaves him beside what he has signed already.

    The loan will go to the card that he has now: later ones are not the one that was agreed on (R-6.3); or to the
    counterparty that was named.

    Raises NotFound `offer-not-found`, Conflict `offer-expired`, `contract-already-signed`, `disclosure-not-confirmed`,
    `contract-differs`, `conditions-open`, `exposure-above-cap`.
    """
    offer = open_offer(application, now)
    if application.signature is not None:
        raise Conflict("contract-already-signed", f"contract {offer.contract_no} is {application.contract_status}")
    confirmation = application.confirmation
    if confirmation is None or confirmation.disclosure_hash != offer.disclosure_hash:
        raise Conflict(
            "disclosure-not-confirmed",
            f"before contract {offer.contract_no} is signed, the cost disclosure {offer.disclosure_hash} is confirmed",
        )
    if signature.contract_hash != offer.contract_hash:
        detail = f"the signed content has the hash {signature.contract_hash}; the contract's is {offer.contract_hash}"
        raise Conflict("contract-differs", detail)
    _require_conditions(application)
    if room_minor is not None and offer.principal_minor > room_minor:
        raise Conflict(
            EXPOSURE_ABOVE_CAP,
            f"contract {offer.contract_no} is of {offer.principal_minor} minor units; beside his other contracts the "
            f"borrower may have {room_minor} more as online consumption credit (R-2.5a)",
        )
    application.signature, application.contract_status = signature, ContractStatus.SIGNED
    _tell_signed(application, offer, signature, card_token if mode is PayMode.SELF else None, mode)


def check_condition_off(application: Application, code: str, evidence: str, by: str, now: datetime) -> None:
    """Somebody who neither made nor decided the application has seen that a condition is fulfilled that its approval
    sets before the contract (R-9.10).

    Raises what `open_offer` raises, NotFound `condition-unknown`, Conflict `condition-checked`, Forbidden
    `maker-not-checker`.
    """
    open_offer(application, now)
    application.require_apart(by)
    asked = application.decision.conditions_before_contract if application.decision else ()
    if code not in asked:
        raise NotFound("condition-unknown", f"the approval sets no condition {code} before the contract")
    if before := next((each for each in application.checked if each.code == code), None):
        raise Conflict("condition-checked", f"{before.checked_by} has checked {code} off")
    application.checked = [*application.checked, CheckedCondition(code, by, now, evidence)]
    application.audit("check_condition_off", {"condition": code})


def _require_conditions(application: Application) -> None:
    """Raises Conflict `conditions-open`."""
    asked = application.decision.conditions_before_contract if application.decision else ()
    checked = {each.code for each in application.checked}
    if left := [code for code in asked if code not in checked]:
        raise Conflict("conditions-open", f"nobody has checked off {', '.join(left)}")


def _tell_signed(
    application: Application, offer: Offer, signature: Signature, card_token: str | None, mode: PayMode
) -> None:
    """Everything that the loan follows from."""
    application.record(
        ContractSigned,
        application_id=application.id,
        contract_no=offer.contract_no,
        customer_id=application.customer_id,
        branch=application.branch,
        product_code=application.product_code,
        amount_minor=offer.principal_minor,
        currency=offer.currency,
        term_months=offer.term_months,
        annual_rate=offer.annual_rate,
        repayment_method=offer.method,
        penalty_multiple=offer.penalty_multiple,
        grace_days=offer.grace_days,
        fees=offer.fees,
        holiday_rule=offer.holiday_rule,
        prepayment=offer.prepayment,
        repayment=offer.repayment,
        contract_hash=offer.contract_hash,
        card_token=card_token,
        signed_at=signature.signed_at,
        handled_by=application.handled_by,
        channel=offer.channel,
        conditions=offer.conditions,
        pay_mode=mode,
        payee_token=application.counterparty.token if application.counterparty else None,
        purpose=application.wish.purpose,
        credit_line=offer.credit_line,
    )


def record_disbursement(application: Application, loan_id: UUID, disbursed_at: datetime, now: datetime) -> None:
    """The loan is paid out: the contract is effective; raises Conflict `contract-not-signed`."""
    if application.contract_status is not ContractStatus.SIGNED:
        raise Conflict(
            "contract-not-signed",
            f"the contract of application {application.application_no} is {application.contract_status}; "
            "a pay-out needs SIGNED",
        )
    application.contract_status, application.loan_id = ContractStatus.EFFECTIVE, loan_id
    application.disbursed_at = disbursed_at
    application.approval_ended_at = now
    application.audit("record_disbursement", {"loan_id": str(loan_id)})


def record_settlement(application: Application, loan_id: UUID, settled_on: date, now: datetime) -> None:
    """The loan is repaid: its contract ends.

    Raises NotFound `loan-not-found` as long as its pay-out is not told here, Conflict `contract-not-effective`.
    """
    if application.loan_id != loan_id:
        raise NotFound("loan-not-found", f"application {application.application_no} has no loan {loan_id} yet")
    if application.contract_status is not ContractStatus.EFFECTIVE:
        raise Conflict(
            "contract-not-effective",
            f"the contract of application {application.application_no} is {application.contract_status}; "
            "a settlement needs EFFECTIVE",
        )
    application.contract_status = ContractStatus.TERMINATED
    application.end(now)
    application.audit("record_settlement", {"loan_id": str(loan_id), "settled_on": settled_on.isoformat()})


def record_line(application: Application, status: str, now: datetime) -> None:
    """The line of a contract is open: the contract is effective; it is over: the contract ends. Raises Conflict
    `contract-not-signed`."""
    before = application.contract_status
    if status == LINE_CLOSED:
        application.contract_status = ContractStatus.TERMINATED
        application.end(now)
    elif before is ContractStatus.SIGNED:
        application.contract_status, application.approval_ended_at = ContractStatus.EFFECTIVE, now
        application.disbursed_at = now
    elif before is not ContractStatus.EFFECTIVE:
        raise Conflict("contract-not-signed", f"the contract of application {application.application_no} is {before}")
    if application.contract_status is not before:
        application.audit("record_line", {"status": status})


def record_transfer(application: Application, loan_id: UUID, ours: bool, on: date, now: datetime) -> None:
    """The claim was sold, or its sale was taken back (`ours`): to us the contract ends, or holds again.

    Raises NotFound `loan-not-found` as long as its pay-out is not told here.
    """
    if application.loan_id != loan_id:
        raise NotFound("loan-not-found", f"application {application.application_no} has no loan {loan_id} yet")
    status = ContractStatus.EFFECTIVE if ours else ContractStatus.TERMINATED
    if application.contract_status is status:
        return
    application.contract_status = status
    if ours:
        application.ended_at = None
    else:
        application.end(now)
    application.audit("record_transfer", {"loan_id": str(loan_id), "ours": str(ours), "on": on.isoformat()})


def expire(application: Application, now: datetime) -> None:
    """Ends an offer that nobody signed in time; raises Conflict `offer-not-expired`."""
    offer = application.offer
    if (
        application.status not in OFFERED
        or offer is None
        or application.signature is not None
        or now < offer.expires_at
    ):
        raise Conflict("offer-not-expired", f"application {application.application_no} has no offer that has run out")
    application.status, application.contract_status = ApplicationStatus.EXPIRED, ContractStatus.TERMINATED
    application.end(now)
    application.audit("expire_offer", {"contract_no": offer.contract_no})


def open_offer(application: Application, now: datetime) -> Offer:
    """The offer that can be accepted. Raises NotFound `offer-not-found`, Conflict `application-not-approved`,
    `offer-expired`."""
    offer = application.offer
    if offer is None:
        raise NotFound(
            "offer-not-found", f"application {application.application_no} is {application.status}; it has no offer"
        )
    if application.status not in OFFERED:
        raise Conflict("application-not-approved", f"application {application.application_no} is {application.status}")
    if application.signature is None and now >= offer.expires_at:
        raise Conflict("offer-expired", f"the offer ran out at {offer.expires_at.isoformat()}")
    return offer
