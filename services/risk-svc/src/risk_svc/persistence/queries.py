"""Reads for the API."""

import json
from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.db.queries import Reader
from risk_svc.domain.assessment.record import AssessmentRecord
from risk_svc.domain.policy.proposal import PolicyProposal
from risk_svc.persistence.tables import ASSESSMENTS, POLICY_PROPOSALS
from risk_svc.use_cases.ports import RegisteredModel, RegisteredPolicy

MODELS = "select version, scorecard_version, card::text, active, registered_at from models order by registered_at desc"
ONE_MODEL = (
    "select version, scorecard_version, card::text, active, registered_at from models where version = $1"
    " order by active desc, registered_at desc limit 1"
)
POLICIES = "select version, name, content, active, registered_at, approved_by from policies order by registered_at desc"


class SqlQueries:
    """Implements `use_cases.ports.Queries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def assessment(self, assessment_id: UUID) -> AssessmentRecord | None:
        """One assessment."""
        found = await self._reader.aggregates(ASSESSMENTS, "id = $1", assessment_id)
        return found[0] if found else None

    async def assessment_of(self, application_id: UUID) -> AssessmentRecord | None:
        """The newest assessment of an application."""
        newest = "application_id = $1 order by assessed_at desc limit 1"
        found = await self._reader.aggregates(ASSESSMENTS, newest, application_id)
        return found[0] if found else None

    async def models(self) -> Sequence[RegisteredModel]:
        """All registered models, newest first."""
        return [RegisteredModel(v, s, json.loads(card), active, at)
                for v, s, card, active, at in await self._reader.rows(MODELS)]  # fmt: skip

    async def policies(self) -> Sequence[RegisteredPolicy]:
        """All registered decision graphs, newest first."""
        return [RegisteredPolicy(v, name, json.loads(bytes(content)), active, at, by)
                for v, name, content, active, at, by in await self._reader.rows(POLICIES)]  # fmt: skip

    async def model(self, version: str) -> RegisteredModel | None:
        """One registered model."""
        rows = await self._reader.rows(ONE_MODEL, version)
        return RegisteredModel(rows[0][0], rows[0][1], json.loads(rows[0][2]), *tuple(rows[0])[3:]) if rows else None

    async def proposals(self, before: UUID | None, limit: int) -> Sequence[PolicyProposal]:
        """Proposed policies, newest first, from the one after `before`."""
        where = "($1::uuid is null or id < $1) order by id desc limit $2"
        return await self._reader.aggregates(POLICY_PROPOSALS, where, before, limit)

    async def proposal(self, proposal_id: UUID) -> PolicyProposal | None:
        """One proposed policy."""
        found = await self._reader.aggregates(POLICY_PROPOSALS, "id = $1", proposal_id)
        return found[0] if found else None
