"""Screens one application on the figures of its batch.

That the applicant was seen is written, and the figures are counted, for all of a batch before these use cases run:
`remember_and_count` in persistence/velocity.py.
"""

from datetime import datetime

from antifraud_svc.domain.rules import RULES_VERSION, consistency, institutions, judge
from antifraud_svc.domain.screening import Screening
from antifraud_svc.use_cases.ports import UnitOfWork
from loan_contracts.assessment import FraudScreeningRequested
from loan_servicekit.core import new_id


async def screen_application(command: FraudScreeningRequested, uow: UnitOfWork, now: datetime) -> Screening:
    """Velocity and watch-list figures of the batch, consistency of the facts, one outcome with reasons."""
    counted = uow.batch["features"][command.application_id]
    features = counted | institutions(command.facts, counted) | consistency(command.facts)
    outcome, reasons = judge(features, uow.batch["rules"])
    screening = Screening.of(new_id(), command, outcome, reasons, features, RULES_VERSION, now)
    uow.screenings.add(screening)
    return screening
