"""The provider over HTTP: its interface, the addresses of files, and the page on which somebody signs."""

from collections.abc import Callable, Mapping
from datetime import datetime
from html import escape
from typing import Any

import orjson

from provider_simulator.acp.notices import Notices
from provider_simulator.esign.envelope import EsignAccount, checksum, is_signed
from provider_simulator.esign.flows import Act, Flow, Flows, Stage
from provider_simulator.replies import Refused, Reply

PREFIX = "/esign"
_JSON = ((b"content-type", b"application/json;charset=UTF-8"),)
_HTML = ((b"content-type", b"text/html;charset=UTF-8"),)
_PDF = ((b"content-type", b"application/pdf"),)
_BAD_PARAMETER, _NOT_FINISHED, _WRONG_STATE = 1435002, 1437518, 1437203
_PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{title}</title>
<h1>{title}</h1><p>{name}</p><form method="post"><button>签署</button></form></html>"""


class _Error(Exception):
    """The call is answered with an error's code."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


class Esign:
    """All of it."""

    def __init__(self, account: EsignAccount, clock: Callable[[], datetime], notices: Notices) -> None:
        self._account, self._clock = account, clock
        self.flows = Flows(account, clock, notices)

    def answer(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> Reply:
        """The answer to a call below its prefix."""
        here = f"http://{headers.get('host', '')}{PREFIX}"
        match [method, *path.strip("/").split("/")]:
            case ["PUT", "upload", token]:
                return self._stored(token, headers, body)
            case ["GET", "download", token]:
                return Reply(200, self._flow_of(token).signed, _PDF)
            case ["GET", "sign", token]:
                flow = self._flow_of(token)
                return Reply(200, _PAGE.format(title=escape(flow.title), name=escape(flow.name)).encode(), _HTML)
            case ["POST", "sign", token]:
                self.flows.act(self._flow_of(token), Act(act="sign"))
                return Reply(200, "已签署".encode(), _HTML)
        if not is_signed(method, path, headers, body, self._account, self._clock()):
            return Reply(401, orjson.dumps({"code": 401, "message": "鉴权失败", "data": None}), _JSON)
        try:
            asked = orjson.loads(body) if body else {}
            data = self._said(method, path.strip("/").split("/"), asked, here)
        except _Error as error:
            return Reply(200, orjson.dumps({"code": error.code, "message": "失败", "data": None}), _JSON)
        except (KeyError, IndexError, TypeError, ValueError, StopIteration):
            return Reply(200, orjson.dumps({"code": _BAD_PARAMETER, "message": "参数错误", "data": None}), _JSON)
        return Reply(200, orjson.dumps({"code": 0, "message": "成功", "data": data}), _JSON)

    def _said(self, method: str, path: list[str], asked: dict[str, Any], here: str) -> dict[str, Any]:
        flows = self.flows
        match [method, *path]:
            case ["POST", "v3", "files", "file-upload-url"]:
                file = flows.upload(asked)
                return {"fileId": file.id, "fileUploadUrl": f"{here}/upload/{file.token}"}
            case ["GET", "v3", "files", file_id]:
                return {"fileId": file_id, "fileStatus": 2 if flows.files[file_id].content else 0}
            case ["POST", "v3", "sign-flow", "create-by-file"]:
                return {"signFlowId": flows.create(asked).id}
            case ["GET", "v3", "sign-flow", flow_id, "detail"]:
                flow = flows.flows[flow_id]
                return {"signFlowStatus": int(flows.stage(flow)), "signFlowConfig": {"signFlowTitle": flow.title}}
            case ["POST", "v3", "sign-flow", flow_id, act]:
                return self._acted(flows.flows[flow_id], act, asked, here)
        raise _Error(_BAD_PARAMETER)

    def _acted(self, flow: Flow, act: str, asked: dict[str, Any], here: str) -> dict[str, Any]:
        stage = self.flows.stage(flow)
        match act:
            case "start":
                if stage is not Stage.DRAFT:
                    raise _Error(_WRONG_STATE)
                flow.stage = Stage.SIGNING
                return {}
            case "sign-url":
                if stage is not Stage.SIGNING or asked["operator"]["psnAccount"] != flow.account:
                    raise _Error(_WRONG_STATE)
                return {"url": f"{here}/sign/{flow.token}", "shortUrl": f"{here}/sign/{flow.token}"}
            case "file-download-url":
                if stage is not Stage.DONE:
                    raise _Error(_NOT_FINISHED)
                address = f"{here}/download/{flow.token}"
                return {"files": [{"fileId": flow.file.id, "fileName": flow.file.name, "downloadUrl": address}]}
        raise _Error(_BAD_PARAMETER)

    def _stored(self, token: str, headers: Mapping[str, str], body: bytes) -> Reply:
        file = next((each for each in self.flows.files.values() if each.token == token), None)
        if file is None or checksum(body) != file.checksum or headers.get("content-md5") != file.checksum:
            return Reply(200, orjson.dumps({"errCode": 1, "msg": "文件校验失败"}), _JSON)
        file.content = body
        return Reply(200, orjson.dumps({"errCode": 0, "msg": "成功"}), _JSON)

    def _flow_of(self, token: str) -> Flow:
        flow = next((each for each in self.flows.flows.values() if each.token == token), None)
        if flow is None:
            raise Refused(404, "no such flow")
        return flow
