"""e签宝 as a Signatures port: a contract is a file in a flow whose signer signs at a link of the provider's."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, TypeVar

import orjson
from yarl import URL

from integration_gateway.clients.credentials import Credentials
from integration_gateway.clients.outbound import CallFailed, LineTo, Request
from integration_gateway.clients.signatures.esign.envelope import (
    EsignKeys,
    ProviderError,
    data_of,
    digest,
    is_theirs,
    read_keys,
    signed,
)
from integration_gateway.clients.signatures.esign.row import EsignRow
from integration_gateway.clients.wire import Json
from integration_gateway.domain.signatures.signing import FlowState, Signer, ToSign
from integration_gateway.use_cases.signatures.ports import NoAnswer
from loan_servicekit.core import Clock

T = TypeVar("T")

STATES: Final[Mapping[int, FlowState]] = {
    0: FlowState.DRAFT,
    1: FlowState.SIGNING,
    2: FlowState.SIGNED,
    3: FlowState.REVOKED,
    5: FlowState.EXPIRED,
    7: FlowState.REFUSED,
}
USABLE: Final = frozenset({2, 5})  # of an uploaded file: it is there, or it has become a PDF
LOOKS, PAUSE_S = 20, 0.5  # until it is
PDF, PDF_HEAD = "application/pdf", b"%PDF-"
PERSON, INSTITUTION = 0, 1
BORROWER_SIGNS, LENDER_SEALS = (130.0, 120.0), (430.0, 120.0)  # on the one page of the contract


class Esign:
    """Implements Signatures. What creates something there is sent once."""

    name = "esign"

    def __init__(self, row: EsignRow, line: LineTo, clock: Clock) -> None:
        self._row, self._clock = row, clock
        self._line = line("esign", row.url, row.timeout_s, 1)
        self._credentials: Credentials[EsignKeys] = Credentials(row.credentials, read_keys)

    async def begin(self, contract: ToSign, file: bytes, signer: Signer, mark: str) -> str:
        """Uploads the file, and makes a flow of it that has not started."""
        name = f"{contract.contract_no}.pdf"
        file_id = await self._uploaded(file, name)
        made = await self._call(
            "POST", "/v3/sign-flow/create-by-file", self._flow(contract, file_id, name, signer, mark)
        )
        return str(made["signFlowId"])

    async def start(self, flow_id: str) -> None:
        """From now on it can be signed."""
        await self._call("POST", f"/v3/sign-flow/{flow_id}/start", {})

    async def state(self, flow_id: str) -> FlowState:
        """How far it is. A state of no table says nothing."""
        told = await self._call("GET", f"/v3/sign-flow/{flow_id}/detail")
        if (state := STATES.get(int(told["signFlowStatus"]))) is None:
            raise NoAnswer("esign-state-unknown")
        return state

    async def link(self, flow_id: str, mobile: str) -> str:
        """Where the signer signs."""
        asked = {"operator": {"psnAccount": mobile}, "urlType": 2}
        told = await self._call("POST", f"/v3/sign-flow/{flow_id}/sign-url", asked)
        return str(told["shortUrl"] or told["url"])

    async def signed_file(self, flow_id: str) -> bytes:
        """The signed contract: fetched from a link that lives an hour."""
        told = await self._call("POST", f"/v3/sign-flow/{flow_id}/file-download-url", {})
        return await self._sent(Request(b"", {}, "GET", self._theirs(told["files"][0]["downloadUrl"])), _pdf)

    def heard(self, headers: Mapping[str, str], query: Mapping[str, str], body: bytes, at: datetime) -> str:
        """The flow that a call of the provider's is about. Raises ValueError where it is none."""
        try:
            keys = self._credentials.current()
        except CallFailed as failure:
            raise NoAnswer(failure.code) from failure
        if not is_theirs(headers, query, body, keys, at):
            raise ValueError("no call of the provider's")
        return str(orjson.loads(body)["signFlowId"])

    async def _uploaded(self, file: bytes, name: str) -> str:
        asked = {"contentMd5": digest(file), "contentType": PDF, "fileName": name, "fileSize": len(file)}
        told = await self._call("POST", "/v3/files/file-upload-url", asked | {"convertToPDF": False})
        headers = {"Content-Type": PDF, "Content-MD5": digest(file)}
        await self._sent(Request(file, headers, "PUT", self._theirs(told["fileUploadUrl"])), _taken)
        file_id = str(told["fileId"])
        for _ in range(LOOKS):
            if (await self._call("GET", f"/v3/files/{file_id}"))["fileStatus"] in USABLE:
                return file_id
            await asyncio.sleep(PAUSE_S)
        raise NoAnswer("esign-file-not-ready")

    def _flow(self, contract: ToSign, file_id: str, name: str, signer: Signer, mark: str) -> Json:
        return {
            "docs": [{"fileId": file_id, "fileName": name}],
            "signFlowConfig": {
                "signFlowTitle": f"借款合同 {contract.contract_no}",
                "signFlowExpireTime": round(contract.expires_at.timestamp() * 1000),
                "autoStart": False,
                "autoFinish": True,
                "notifyUrl": self._row.notify_url,
                "noticeConfig": {"noticeTypes": "1"},
            },
            "signers": [
                {
                    "signerType": PERSON,
                    "psnSignerInfo": {
                        "psnAccount": signer.mobile,
                        "psnInfo": {"psnName": signer.name, "psnIDCardNum": signer.identity_number},
                    },
                    "signFields": [_field(file_id, mark, BORROWER_SIGNS, by_itself=False)],
                },
                {"signerType": INSTITUTION, "signFields": [_field(file_id, mark, LENDER_SEALS, by_itself=True)]},
            ],
        }

    def _theirs(self, address: str) -> URL:
        """An address that it gives for a file. ValueError for one that would not be as well protected."""
        url = URL(address)
        if url.scheme not in ("https", URL(self._row.url).scheme):
            raise NoAnswer("esign-address-unusable")
        return url

    async def _call(self, method: str, path: str, asked: Json | None = None) -> Json:
        body = b"" if asked is None else orjson.dumps(asked)
        url = URL(self._row.url.rstrip("/") + path)
        try:
            headers = signed(method, path, body, self._credentials.current(), self._clock())
        except CallFailed as failure:
            raise NoAnswer(failure.code) from failure
        return await self._sent(Request(body, headers, method, url), data_of)

    async def _sent(self, request: Request, read: Callable[[bytes], T]) -> T:
        try:
            return await self._line.call(request, read)
        except CallFailed as failure:
            raise NoAnswer(failure.code) from failure


def _field(file_id: str, mark: str, at: tuple[float, float], by_itself: bool) -> Json:
    x, y = at
    config = {
        "autoSign": by_itself,
        "signFieldStyle": 1,
        "signFieldPosition": {"positionPage": "1", "positionX": x, "positionY": y},
    }
    return {"fileId": file_id, "customBizNum": mark, "normalSignFieldConfig": config}


def _taken(raw: bytes) -> None:
    if (told := orjson.loads(raw)["errCode"]) != 0:
        raise ProviderError(told)


def _pdf(raw: bytes) -> bytes:
    if not raw.startswith(PDF_HEAD):
        raise ValueError("no PDF")
    return raw
