"""What one can do with the system that the demonstration leaves running: addresses, people, commands to paste."""

import asyncio
import json
import shlex
import textwrap
from collections.abc import Sequence
from uuid import UUID

from loan_contracts.envelope import TRACES_IN_THOUSAND, is_traced
from loan_contracts.message import JsonObject
from loan_contracts.messages import SERVICES
from loan_devstack.origin.people import PEOPLE
from loan_devstack.settings import Settings
from loan_replay.api import Api
from loan_replay.journeys import Journey, Stage
from loan_replay.target import Target
from loan_replay.tracing import KEPT, traced

WIDTH = 100
CANDIDATES = 5
SPANS_COME_WITHIN_S = 5
NAMED_RATE = "0.12"  # a year, where no assessment gives one


async def guide(target: Target, journeys: Sequence[Journey], approver: Api, operations: Api) -> str:
    """The text, whose commands can be pasted as they stand. Raises Refused."""
    edge = target.settings.edge_url
    example, note = await _example(journeys, operations)
    typed = _typed(target.settings)
    people = ", ".join(f"{person.id} ({person.roles[0]})" for person in PEOPLE.values())
    lines = [
        f"One origin                {edge}/",
        *(f"  {name:<24}{edge}/api/{name}/docs" for name in SERVICES),
        "Sign in (development)     one user a role:",
        textwrap.fill(people, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False),
        f"  a token                 {typed}.venv/bin/python -m loan_devstack token approver",
        f"One application's trace   {typed}make trace ID={example}",
        *([f"  {note}"] if note else ()),
        f"Follow a topic            {typed}make events TOPIC=decision.made",
        f"Processes and memory      {typed}make status",
        f"Stop (data stays)         {typed}make down",
        *await _by_hand(edge, typed, journeys, approver),
    ]
    return "\n".join(lines)


def _typed(settings: Settings) -> str:
    """What stands before a command so that it means this system, where the plain command would mean another."""
    given = {name: settings.environment.get(name) for name in ("PORT_BASE", "XINLIU_VAR")}
    return "".join(f"{name}={shlex.quote(value)} " for name, value in given.items() if value)


async def _example(journeys: Sequence[Journey], operations: Api) -> tuple[str, str]:
    """An application whose trace is worth a look, with spans if there is one, and what is to be said about it."""
    paid = [j.application_id for j in journeys if j.stage is Stage.DISBURSED]
    sampled = [id for id in paid if is_traced(UUID(id), TRACES_IN_THOUSAND)]
    for _ in range(SPANS_COME_WITHIN_S if sampled else 1):
        for id in (sampled + paid)[:CANDIDATES]:
            if (await traced(operations, id))["traces"]:
                return id, ""
        await asyncio.sleep(1)
    return next(iter(paid), "<its id>"), f"(messages alone: {KEPT})"


async def _by_hand(edge: str, typed: str, journeys: Sequence[Journey], approver: Api) -> list[str]:
    """Commands that decide one of the applications that wait for a person."""
    waiting = [j.application_id for j in journeys if j.stage is Stage.WITH_A_PERSON]
    if not waiting:
        return []
    page = await approver.get("workflow-svc", "/v1/tasks", application_id=waiting[0], status="OPEN")
    if not page["items"]:  # somebody was faster
        return []
    task = page["items"][0]
    case = await approver.get("workflow-svc", f"/v1/cases/{task['case_id']}/view")
    address, verdict = f"{edge}/api/workflow-svc/v1/tasks/{task['id']}", approval(case)
    signers = ["approver", *(["approver-2"] if "exceptions" in verdict else [])]  # two sign an exception
    return [
        f"Decide one by hand        {len(waiting)} wait for a person; this approves one of them:",
        *(line for signer in signers for line in _approving(address, typed, signer, task["id"], json.dumps(verdict))),
        "# then the borrower reads what it costs, confirms, signs, and is paid",
        *_accepting(f"{edge}/api/application-svc/v1/applications/{waiting[0]}", typed, waiting[0]),
        f"{typed}make trace ID={waiting[0]}",
    ]


def _approving(address: str, typed: str, person: str, task_id: str, verdict: str) -> list[str]:
    """Commands with which somebody takes a task and approves."""
    return [
        f"TOKEN=$({typed}.venv/bin/python -m loan_devstack token {person})",
        f"curl -sS -X POST {address}/claim \\",
        f'  -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: claim-{person}-{task_id}"; echo',
        f"curl -sS -X POST {address}/completion \\",
        f'  -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: decide-{person}-{task_id}" \\',
        f"  -H \"Content-Type: application/json\" -d '{verdict}'; echo",
    ]


def _accepting(address: str, typed: str, id: str) -> list[str]:
    """Commands with which a borrower's front end accepts the offer of an application."""

    def post(path: str, body: str, key: str) -> list[str]:
        return [
            f"curl -sS -X POST {address}/{path} \\",
            f'  -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: {key}-{id}" \\',
            f'  -H "Content-Type: application/json" -d "{body}"; echo',
        ]

    return [
        f"TOKEN=$({typed}.venv/bin/python -m loan_devstack token channel)",
        f'GIVEN=$(curl -sS -X POST {address}/disclosure-deliveries -H "Authorization: Bearer $TOKEN")',
        f'sleep $(echo "$GIVEN" | {_field("forced_read_seconds")})',
        f'HASH=$(echo "$GIVEN" | {_field("disclosure_hash")})',
        *post("disclosure-confirmation", r"{\"disclosure_hash\": \"$HASH\"}", "confirm"),
        f'HASH=$(curl -sS {address}/contract -H "Authorization: Bearer $TOKEN" | {_field("hash")})',
        *post("signature", r"{\"contract_hash\": \"$HASH\", \"reference\": \"by-hand\"}", "sign"),
    ]


def _field(name: str) -> str:
    return f"""python3 -c 'import json, sys; print(json.load(sys.stdin)["{name}"])'"""


def approval(case: JsonObject) -> JsonObject:
    """A verdict that the case allows: what was asked for, as far as the assessment's limit goes; with the exceptions
    that it needs."""
    bounds = case["bounds"]
    limit = bounds["highest_minor"] if bounds["limit_minor"] is None else bounds["limit_minor"]
    amount = max(bounds["lowest_minor"], min(bounds["highest_minor"], limit))
    verdict: JsonObject = {"choice": "APPROVE", "amount_minor": amount, "comment": "income checked, agreed"}
    if needed := [*bounds["lacking"], *(["ABOVE_LIMIT"] if amount > limit else [])]:
        verdict |= {"exceptions": needed, "exception_reason": "known for years, three loans repaid"}
    return verdict if bounds["assessed_rate"] else verdict | {"annual_rate": NAMED_RATE}
