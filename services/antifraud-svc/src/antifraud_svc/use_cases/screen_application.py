"""Screens one application on the figures that its batch has loaded."""

from datetime import datetime

from antifraud_svc.domain.rules import RULES_VERSION, consistency, judge
from antifraud_svc.domain.screening import Screening
from antifraud_svc.use_cases.ports import UnitOfWork
from loan_contracts.assessment import FraudScreeningRequested
from loan_servicekit.core import new_id


async def screen_application(command: FraudScreeningRequested, uow: UnitOfWork, now: datetime) -> Screening:
    """Velocity and watch-list figures of the batch, consistency of the facts, one outcome with reasons."""
    features = {**uow.batch["features"][command.application_id], **consistency(command.facts)}
    bureau = command.facts.credit_bureau
    if bureau:  # other institutions by their queries, and ourselves where the person has applied here before
        features["multi_org_30d"] = bureau.queries_1m + min(1, features["own_30d"])
        features["multi_org_90d"] = bureau.queries_3m + min(1, features["own_90d"])
    outcome, reasons = judge(features, uow.batch["rules"])
    screening = Screening.of(new_id(), command, outcome, reasons, features, RULES_VERSION, now)
    uow.screenings.add(screening)
    return screening
