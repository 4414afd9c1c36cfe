"""`python -m risk_svc.policies`: checks a policy file here, proposes and decides on policies at a running service."""

import argparse
import json
import os
import signal
import sys
from pathlib import Path

import httpx

from loan_contracts.message import JsonObject
from loan_servicekit.core import new_id
from risk_svc.persistence.policy.desk import examples_beside
from risk_svc.scoring.artefacts import version_of
from risk_svc.scoring.policy.checks import check_policy

TOKEN = "TOKEN"
TIMEOUT_S = 30
REASONED = (
    ("reject", "refuse a proposal", "proposal"),
    ("reinstate", "propose an older version again", "version"),
)
LISTED = (
    ("/v1/policies", "{version}  {registered_at}  {approved_by}"),
    ("/v1/policy-proposals", "{status:9} {policy_version}  {id}  {proposed_by}: {reason}"),
)


def main() -> int:
    """Runs the command; 1 where something is wrong with the policy or the service refuses."""
    parser = argparse.ArgumentParser(prog="python -m risk_svc.policies", description=__doc__)
    parser.add_argument("--service", default="http://127.0.0.1:18000/api/risk-svc", help="address (%(default)s)")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, told in (("check", "say what is wrong with a file, without a service"), ("propose", "propose a file")):
        command = commands.add_parser(name, help=told)
        command.add_argument("file", type=Path, help="the graph; its examples lie beside it as <name>.examples.json")
    commands.choices["propose"].add_argument("--reason", required=True)
    for name, told in (("approve", "put a proposal in force"), ("withdraw", "take one's own proposal back")):
        commands.add_parser(name, help=told).add_argument("proposal")
    for name, told, what in REASONED:
        command = commands.add_parser(name, help=told)
        command.add_argument(what)
        command.add_argument("--reason", required=True)
    commands.add_parser("list", help="versions and proposals")
    chosen = parser.parse_args()
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader who has gone (`... | head`) ends it without a word
    try:
        return _check(chosen.file) if chosen.command == "check" else _at_service(chosen)
    except httpx.TransportError as error:
        sys.exit(f"{chosen.service} does not answer ({error}): `make status` shows what runs, --service names another")
    except OSError as error:
        sys.exit(f"{error.filename}: {error.strerror}")


def _check(file: Path) -> int:
    content = file.read_bytes()
    findings = check_policy(content, examples_beside(file))
    for each in findings:
        print(f"{each.place}: {each.code}: {each.detail}")
    print(f"{version_of(file.stem, content)}: {f'{len(findings)} findings' if findings else 'passes its checks'}")
    return 1 if findings else 0


def _at_service(chosen: argparse.Namespace) -> int:
    if (token := os.environ.get(TOKEN)) is None:
        sys.exit(f"{TOKEN} holds no access token")
    with httpx.Client(
        base_url=chosen.service, timeout=TIMEOUT_S, headers={"Authorization": f"Bearer {token}"}
    ) as client:
        if chosen.command == "list":
            return _list(client)
        path, body = _request(chosen)
        answer = client.post(path, json=body, headers={"Idempotency-Key": str(new_id())})
    if answer.is_error:
        problem = answer.json()
        print(f"{problem['code']}: {problem['detail']}", file=sys.stderr)
        for error in problem.get("errors", ()):
            print(f"  {error['code']}: {error['detail']}", file=sys.stderr)
        return 1
    shown = answer.json()
    print(f"{shown['status']} {shown['policy_version']}, proposal {shown['id']}")
    print(json.dumps(shown["backtest"], indent=1))
    return 0


def _request(chosen: argparse.Namespace) -> tuple[str, JsonObject | None]:
    match chosen.command:
        case "propose":
            body = {
                "content": chosen.file.read_text(),
                "examples": examples_beside(chosen.file),
                "reason": chosen.reason,
            }
            return "/v1/policy-proposals", body
        case "reinstate":
            return f"/v1/policies/{chosen.version}/reinstatement", {"reason": chosen.reason}
        case "approve":
            return f"/v1/policy-proposals/{chosen.proposal}/approval", None
        case "withdraw":
            return f"/v1/policy-proposals/{chosen.proposal}/withdrawal", None
        case _:
            return f"/v1/policy-proposals/{chosen.proposal}/rejection", {"reason": chosen.reason}


def _list(client: httpx.Client) -> int:
    for path, line in LISTED:
        answer = client.get(path)
        if answer.is_error:
            print(answer.text, file=sys.stderr)
            return 1
        for item in answer.json()["items"]:
            print(("* " if item.get("active") else "  ") + line.format(**item))
    return 0


if __name__ == "__main__":
    sys.exit(main())
