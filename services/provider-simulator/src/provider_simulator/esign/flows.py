"""Files and flows: what is uploaded, who signs it, and what he has done."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict

from provider_simulator.acp.notices import Notices
from provider_simulator.esign.envelope import EsignAccount, call_headers


class Stage(IntEnum):
    """How far a flow is, in the provider's own numbers."""

    DRAFT = 0
    SIGNING = 1
    DONE = 2
    REVOKED = 3
    EXPIRED = 5
    REFUSED = 7


class Notified(StrEnum):
    """How the application is told."""

    ONCE = "once"
    TWICE = "twice"
    NEVER = "never"
    FORGED = "forged"  # not as it was signed


class Act(BaseModel):
    """What shall become of a flow, and how that is told."""

    model_config = ConfigDict(extra="forbid")

    act: Literal["sign", "refuse", "revoke", "expire"]
    notify: Notified = Notified.ONCE


ENDS = {"sign": Stage.DONE, "refuse": Stage.REFUSED, "revoke": Stage.REVOKED, "expire": Stage.EXPIRED}


@dataclass(slots=True)
class File:
    """An upload: `checksum` is what was announced."""

    id: str
    name: str
    checksum: str
    token: str
    content: bytes = field(default=b"", repr=False)


@dataclass(slots=True)
class Flow:
    """A contract that somebody signs."""

    id: str
    title: str
    file: File
    account: str  # of the person who signs: his mobile number
    name: str
    notify_url: str
    expires_ms: int
    token: str
    stage: Stage = Stage.DRAFT
    signed: bytes = field(default=b"", repr=False)


class Flows:
    """All of them, as long as the process runs."""

    def __init__(self, account: EsignAccount, clock: Callable[[], datetime], notices: Notices) -> None:
        self._account, self._clock, self._notices = account, clock, notices
        self.files: dict[str, File] = {}
        self.flows: dict[str, Flow] = {}

    def upload(self, asked: dict[str, Any]) -> File:
        """Announces a file."""
        file = File(secrets.token_hex(16), str(asked["fileName"]), str(asked["contentMd5"]), secrets.token_hex(16))
        self.files[file.id] = file
        return file

    def create(self, asked: dict[str, Any]) -> Flow:
        """A flow of one file and one person. KeyError, IndexError or TypeError where it is none."""
        config = asked["signFlowConfig"]
        person = next(each for each in asked["signers"] if each["signerType"] == 0)["psnSignerInfo"]
        file = self.files[asked["docs"][0]["fileId"]]
        flow = Flow(
            id=secrets.token_hex(16),
            title=str(config["signFlowTitle"]),
            file=file,
            account=str(person["psnAccount"]),
            name=str(person["psnInfo"]["psnName"]),
            notify_url=str(config["notifyUrl"]),
            expires_ms=int(config["signFlowExpireTime"]),
            token=secrets.token_hex(16),
            stage=Stage.SIGNING if config.get("autoStart", True) else Stage.DRAFT,
        )
        self.flows[flow.id] = flow
        return flow

    def act(self, flow: Flow, act: Act) -> None:
        """Somebody signs, or does not. What is over stays as it is."""
        if flow.stage is not Stage.SIGNING:
            return
        flow.stage = ENDS[act.act]
        if flow.stage is Stage.DONE:
            mark = f"\n% signed for {flow.id} at {self._clock().isoformat()}\n"
            flow.signed = flow.file.content + mark.encode()
        self._tell(flow, act.notify)

    def stage(self, flow: Flow) -> Stage:
        """How far a flow is now."""
        if flow.stage is Stage.SIGNING and self._clock().timestamp() * 1000 >= flow.expires_ms:
            flow.stage = Stage.EXPIRED
        return flow.stage

    def _tell(self, flow: Flow, how: Notified) -> None:
        if how is Notified.NEVER:
            return
        told = {"action": "SIGN_FLOW_COMPLETE", "signFlowId": flow.id, "signFlowStatus": str(int(flow.stage))}
        body = orjson.dumps(told)
        headers = call_headers(body if how is not Notified.FORGED else body + b" ", self._account, self._clock())
        self._notices.post(flow.notify_url, body, headers, 2 if how is Notified.TWICE else 1)


def listed(flow: Flow) -> dict[str, object]:
    """A flow as the admin interface shows it."""
    return {
        "flow_id": flow.id,
        "title": flow.title,
        "stage": flow.stage.name,
        "signer": f"{flow.account[:3]}****{flow.account[-4:]}",
        "link": f"/esign/sign/{flow.token}",
    }
