"""A decision, compiled: asked with what a case knows, it always gives all its outputs.

Where a required input is missing, where no rule holds, or where the graph gives something else than it declares, it
gives its declared careful answer (`otherwise`) and says why."""

import json
from collections.abc import Mapping
from typing import Any

import zen

from workflow_svc.domain.definitions.vocabulary import Variable
from workflow_svc.engine.conditions import Scalar, first_line
from workflow_svc.engine.decisions.content import Content
from workflow_svc.engine.inside.expressions import Uncomputable, plain_value
from workflow_svc.engine.inside.library import Evaluation

NAME = "decision"


class PublishedDecision:
    """One version of a decision. Implements `Decision`. Raises RuntimeError for a graph that cannot be compiled."""

    def __init__(self, content: Content, version: int) -> None:
        self._content, self._version = content, version
        compiled = zen.ZenDecisionContent(_dumped(content.document.graph))
        self._engine = zen.ZenEngine({"loader": lambda _: compiled})

    @property
    def code(self) -> str:
        """Which decision."""
        return self._content.code

    @property
    def version(self) -> int:
        """Which version."""
        return self._version

    @property
    def inputs(self) -> Mapping[str, Variable]:
        """What it reads."""
        return self._content.inputs

    @property
    def outputs(self) -> Mapping[str, Variable]:
        """What it gives."""
        return self._content.outputs

    def evaluate(self, element: str, known: Mapping[str, Scalar]) -> Evaluation:
        """Asks it."""
        given = {name: known.get(name) for name in self._content.inputs}
        result, fallback, trace = self._result(given)
        return Evaluation(element, self.code, self.version, given, result, fallback, trace)

    def _result(self, given: Mapping[str, Scalar]) -> tuple[Mapping[str, Scalar], str, Mapping[str, object]]:
        otherwise: Mapping[str, Scalar] = dict(self._content.document.otherwise)
        inputs = self.inputs
        if wrong := [name for name, value in given.items() if not inputs[name].accepts(value)]:
            return otherwise, f"not as declared: {', '.join(sorted(wrong))}", {}
        if missing := [name for name in self._content.required if given[name] is None]:
            return otherwise, f"missing: {', '.join(sorted(missing))}", {}
        try:
            answer: Any = self._engine.evaluate(NAME, dict(given), {"trace": True})
        except (RuntimeError, ValueError) as error:
            return otherwise, f"not computed: {first_line(error)}"[:200], {}
        trace = {id: _shown(step) for id, step in (answer.get("trace") or {}).items()}
        told = answer.get("result") or {}
        try:
            result = {name: plain_value(told.get(name)) for name in self.outputs} if isinstance(told, dict) else {}
        except Uncomputable as error:
            return otherwise, str(error)[:200], trace
        for name, variable in self.outputs.items():
            value = result.get(name)
            if value is None or not variable.accepts(value) or (variable.values and value not in variable.values):
                return otherwise, f"no rule gives {name}", trace
        return result, "", trace


def _shown(step: Mapping[str, Any]) -> dict[str, object]:
    return {name: step.get(name) for name in ("name", "input", "output", "traceData")}


def _dumped(graph: Mapping[str, Any]) -> str:
    return json.dumps(graph, ensure_ascii=False)
