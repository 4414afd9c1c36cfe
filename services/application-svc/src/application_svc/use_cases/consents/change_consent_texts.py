"""A new wording that customers consent to: proposed by one person, decided by another."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from application_svc.domain.consents.consent import Purpose
from application_svc.domain.consents.consent_text import ConsentText, TextStatus
from application_svc.use_cases.consents.ports import TextVersions
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.values import Source
from loan_servicekit.core import Caller, Conflict, business_day, new_id


@dataclass(frozen=True, slots=True)
class ProposeConsentText:
    """This wording from its first day on."""

    caller: Caller
    source: Source
    purpose: Purpose
    text_version: str
    wording: str
    valid_from: date


@dataclass(frozen=True, slots=True)
class DecideConsentText:
    """What becomes of this wording."""

    caller: Caller
    text_id: UUID
    status: TextStatus


async def propose_consent_text(
    command: ProposeConsentText, versions: TextVersions, uow: UnitOfWork, now: datetime
) -> ConsentText:
    """A wording that waits for a second person. Raises Conflict `consent-text-exists`, Invalid
    `consent-text-date-passed`."""
    key = (command.source, command.purpose, command.text_version)
    if key in versions:
        raise Conflict(
            "consent-text-exists", f"{command.text_version} is a wording for this source and purpose already"
        )
    text = ConsentText.propose(
        new_id(), *key, command.wording, command.valid_from, command.caller.subject, business_day(now), now
    )
    uow.consent_texts.add(text)
    versions.add(key)
    return text


async def decide_consent_text(command: DecideConsentText, uow: UnitOfWork, now: datetime) -> ConsentText:
    """Raises what `ConsentText.decide` raises."""
    text = await uow.consent_texts.get(command.text_id)
    text.decide(command.status, command.caller.subject, business_day(now), now)
    return text
