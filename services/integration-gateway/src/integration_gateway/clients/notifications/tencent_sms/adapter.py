"""Tencent SMS as a Messages port: one call for all who are told the same, and none again blindly.

The cloud knows no key of idempotence: what may have been sent is asked for first, by number and by the mark that its
call bore (`SessionContext`).
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from integration_gateway.clients.outbound import CallFailed
from integration_gateway.clients.tencent.envelope import Cloud
from integration_gateway.clients.tencent.row import Template, TencentRow
from integration_gateway.clients.wire import Json
from integration_gateway.domain.notifications.notice import Delivery, Notice

MOST_AT_ONCE: Final = 15  # their marks fit 512 bytes
TEMPLATE_UNKNOWN: Final = "template-unknown"
_TAKEN, _CHINA, _WINDOW, _MOST = "Ok", "+86", timedelta(days=1), 100


class TencentMessages:
    """Implements Messages."""

    def __init__(self, sms: Cloud, row: TencentRow) -> None:
        self._sms, self._row = sms, row

    async def send(self, notices: Sequence[Notice]) -> list[Delivery]:
        """Sends each notice once; one delivery a notice, in the same order."""
        known = dict(zip_found(await asyncio.gather(*(self._found(each) for each in notices if each.sent_before))))
        fresh = [each for each in notices if each.notice_id not in known]
        for found in await asyncio.gather(*(self._sent(group) for group in grouped(fresh))):
            known |= found
        return [known[notice.notice_id] for notice in notices]

    async def _found(self, notice: Notice) -> Delivery | None:
        """What became of a notice that may have been sent; None where the cloud knows nothing of it."""
        now = self._sms.clock()
        question = {
            "SmsSdkAppId": self._row.sms_app,
            "PhoneNumber": _CHINA + notice.recipient,
            "BeginTime": int((now - _WINDOW).timestamp()),
            "EndTime": int(now.timestamp()),
            "Offset": 0,
            "Limit": _MOST,
        }

        def read(answer: Json, raw: bytes) -> Delivery | None:
            marks = [str(each.get("SessionContext", "")) for each in answer["PullSmsSendStatusSet"]]
            return (
                Delivery(notice.notice_id, True, _TAKEN)
                if any(notice.notice_id.hex in mark for mark in marks)
                else None
            )

        try:
            return await self._sms.call("PullSmsSendStatusByPhoneNumber", question, read, units=0)
        except CallFailed as failure:
            return Delivery(notice.notice_id, False, failure.code, answered=False)

    async def _sent(self, group: Sequence[Notice]) -> dict[UUID, Delivery]:
        template = self._row.sms_templates.get(group[0].template)
        if template is None or not set(template.parameters) <= group[0].parameters.keys():
            return {each.notice_id: Delivery(each.notice_id, False, TEMPLATE_UNKNOWN) for each in group}
        question = self._question(group, template)
        try:
            return await self._sms.call(
                "SendSms", question, lambda answer, raw: _deliveries(answer, group), units=len(group)
            )
        except CallFailed as failure:
            return {each.notice_id: Delivery(each.notice_id, False, failure.code, answered=False) for each in group}

    def _question(self, group: Sequence[Notice], template: Template) -> dict[str, object]:
        return {
            "PhoneNumberSet": [_CHINA + each.recipient for each in group],
            "SmsSdkAppId": self._row.sms_app,
            "TemplateId": template.id,
            "SignName": self._row.sms_signature,
            "TemplateParamSet": [group[0].parameters[name] for name in template.parameters],
            "SessionContext": ",".join(each.notice_id.hex for each in group),
        }


def zip_found(found: Iterable[Delivery | None]) -> Iterable[tuple[UUID, Delivery]]:
    """Deliveries by notice, as far as something is known."""
    return ((each.notice_id, each) for each in found if each is not None)


def grouped(notices: Iterable[Notice]) -> list[list[Notice]]:
    """Those who are told the same, each number once a call: the answer names numbers alone."""
    groups: dict[object, list[list[Notice]]] = defaultdict(list)
    for notice in notices:
        same = groups[notice.template, tuple(sorted(notice.parameters.items()))]
        room = (g for g in same if len(g) < MOST_AT_ONCE and all(each.recipient != notice.recipient for each in g))
        group = next(room, None)
        if group is None:
            same.append([notice])
        else:
            group.append(notice)
    return [group for same in groups.values() for group in same]


def _deliveries(answer: Json, group: Sequence[Notice]) -> dict[UUID, Delivery]:
    """What the cloud did with each number; a call that went well says nothing of that."""
    codes = {str(each["PhoneNumber"]).removeprefix(_CHINA): str(each["Code"]) for each in answer["SendStatusSet"]}
    return {
        each.notice_id: Delivery(
            each.notice_id,
            codes.get(each.recipient) == _TAKEN,
            codes.get(each.recipient, "not-mentioned"),
            answered=each.recipient in codes,
        )
        for each in group
    }
