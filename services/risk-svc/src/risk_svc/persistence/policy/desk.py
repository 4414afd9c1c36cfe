"""Keeps what is in force fresh in every process, and examines policies before they are proposed or approved."""

import asyncio
import logging
from pathlib import Path

import orjson

from loan_contracts.message import JsonObject
from loan_servicekit.core import Conflict
from loan_servicekit.db.parameters import ParameterCache
from risk_svc.domain.policy.backtest import PolicyBacktest
from risk_svc.domain.policy.finding import Finding
from risk_svc.persistence.registry import InForceNow, Registry
from risk_svc.scoring.artefacts import MODEL_FILE, version_of
from risk_svc.scoring.assessor import Assessor, no_model_in_force
from risk_svc.scoring.policy.checks import check_policy
from risk_svc.scoring.policy.decision_graph import GraphPolicy
from risk_svc.use_cases.policy.ports import Examined

log = logging.getLogger(__name__)

FRESH_S = 5.0  # so often a process looks for what another one has put in force


class PolicyDesk:
    """Implements `use_cases.policy.ports.PolicyDesk`: what routes, start and the job need of the registry."""

    def __init__(
        self, registry: Registry, assessor: Assessor, parameters: ParameterCache, file: Path, models: Path | None
    ) -> None:
        self._registry, self._assessor, self._parameters = registry, assessor, parameters
        self._file, self._models, self.name = file, models, file.stem
        self._now: InForceNow | None = None

    async def put_in_force(self) -> None:
        """At start: takes in the model of the folder and the policy of the installation, and what is in force
        decides."""
        if self._models and (self._models / MODEL_FILE).exists():
            await self._registry.register_model(self._models)
        content, examples = self._file.read_bytes(), examples_beside(self._file)
        await self._registry.install_policy(self.name, content, examples)
        self._take(await self._registry.in_force(self.name, check=True))

    async def refresh(self) -> None:
        """Takes what another process, or a request, has put in force meanwhile."""
        names = await self._registry.names_in_force(self.name)
        if names is not None and (self._now is None or names != self._now.names):
            self._take(await self._registry.in_force(self.name))

    async def refresh_if_possible(self) -> None:
        """Takes what is in force; an outage leaves what is."""
        try:
            await self.refresh()
        except Exception as error:
            log.warning("policies.stale", extra={"error": repr(error)})

    def _take(self, now: InForceNow) -> None:
        self._now = now
        self._assessor.put_in_force(now.scorer, now.policy)
        log.info("in_force", extra={"model": now.names[0], "scorecard": now.names[1], "policy": now.names[2]})

    async def examined(self, content: str, examples: JsonObject) -> Examined:
        """Checks a graph and runs it on the sample, beside the loop: it takes a second."""
        await self.refresh()
        return await asyncio.to_thread(self._examined, content, examples)

    def _examined(self, content: str, examples: JsonObject) -> Examined:
        written = content.encode("utf-8", "surrogatepass")
        version = version_of(self.name, written)
        if findings := check_policy(written, examples):
            return Examined(version, findings, None)
        found = self._backtest(GraphPolicy(self.name, written))
        refusals = found.refusals(self._parameters.today())
        return Examined(version, [Finding("back-test", "backtest-out-of-bounds", why) for why in refusals], found)

    def _backtest(self, policy: GraphPolicy) -> PolicyBacktest:
        if self._now is None:
            raise no_model_in_force()
        if self._now.sample is None:
            raise Conflict(
                "backtest-sample-missing", "the model in force came without a sample; train and register another"
            )
        return self._now.sample.backtest(self._now.scorer, policy, self._now.policy, self._assessor.numbers())

    async def registered(self, version: str) -> tuple[str, JsonObject] | None:
        """The graph and the examples of a version that was registered."""
        return await self._registry.policy_of(version)


def examples_beside(file: Path) -> JsonObject:
    """The examples that belong to a policy file: `<name>.examples.json` in the same folder."""
    beside = file.with_name(f"{file.stem}.examples.json")
    return dict(orjson.loads(beside.read_bytes())) if beside.exists() else {}
