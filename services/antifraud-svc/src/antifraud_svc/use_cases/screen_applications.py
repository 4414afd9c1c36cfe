"""Screens the applications of a batch: that they were seen is written, and their figures are counted, for all of them
at once; then each is judged on its own."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from antifraud_svc.domain.rules import RULES_VERSION, consistency, institutions, judge
from antifraud_svc.domain.screening import Screening
from antifraud_svc.use_cases.ports import ScreeningBasis, UnitOfWork
from loan_contracts.assessment import FraudScreeningRequested
from loan_servicekit.core import new_id


async def screen_applications(
    commands: Sequence[FraudScreeningRequested], basis: ScreeningBasis, uow: UnitOfWork, now: datetime
) -> AsyncIterator[Screening]:
    """Velocity and watch-list figures of the batch, consistency of the facts, one outcome with reasons."""
    await basis.sightings.remember(commands)
    figures = await basis.sightings.figures(commands)
    for command in commands:
        counted = figures[command.application_id]
        features = {**counted, **institutions(command.facts, counted), **consistency(command.facts)}
        outcome, reasons = judge(features, basis.rules)
        screening = Screening.of(new_id(), command, outcome, reasons, features, RULES_VERSION, now)
        uow.screenings.add(screening)
        yield screening
