"""What each service has records of before it is asked, so that a run meets more than 404: from messages and requests."""

import base64
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from open_door import OWNER, Known, Seed
from services_built import KEY, ROOT, SPAN_TOKEN, has_model

from integration_gateway.persistence.sources.sealing import SourceSeals
from loan_contracts.access import ROLES
from loan_contracts.assessment import ExternalDataRequested, FraudScreeningRequested, RiskAssessmentRequested
from loan_contracts.decisions import case_id_of
from loan_contracts.lending import CreditLineChanged, PaymentRequested
from loan_contracts.message import Message
from loan_contracts.messages import MESSAGES
from loan_datasets import people
from loan_servicekit.db.upkeep.dead_letters import Record
from loan_servicekit.testing import Harness
from workflow_svc.api.definitions.change_views import SMALLEST_DECISION
from workflow_svc.api.definitions.views import SMALLEST

SAMPLES = ROOT / "libs" / "contracts" / "samples"
APPLICATION = "019bd906-1280-798f-a429-4925d566d08d"  # the application that all samples are about
SOURCES = ("IDENTITY", "TELECOM", "CREDIT_BUREAU", "COURT")
# A synthetic person of domain.md §6.1, another one than the document's example.
PERSON = {"name": "李样本", "identity_number": "990202198511153025", "mobile": "13800002222",
          "card_number": "6209990000000000029",
          "consents": []}  # fmt: skip
# Who changes his details: a changed card keeps him from signing until the bank has verified it.
CHANGING = PERSON | {"name": "王测试", "identity_number": "990303197812241237", "mobile": "13800003333",
                     "card_number": "6209990000000000037"}  # fmt: skip
_THIRD = people.person(8_100_001, on=date(2026, 9, 1))  # whom a partner brings
BROUGHT = {"name": _THIRD.name, "identity_number": _THIRD.identity_number, "mobile": _THIRD.mobile,
           "card_number": _THIRD.card}  # fmt: skip
PNG = b"\x89PNG\r\n\x1a\n"
PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n"


def sample(type: str, **changes: Any) -> Message:
    """The catalogue's sample of a type, with some fields changed."""
    values = json.loads((SAMPLES / f"{type}.json").read_text())
    return MESSAGES[type].model_validate(values | changes)


async def ids(harness: Harness, query: str) -> list[str]:
    """The ids that a query finds."""
    return [str(row[0]) for row in await harness.rows(query)]


async def operated(harness: Harness) -> Known:
    """Messages that cannot be read become dead letters, some of which another person wants to discard; a consumer that
    has stopped."""
    topic = harness.service.subscriptions.topics[0]
    whole = harness.record(sample(topic))
    await harness.worker.handle([Record(topic, 0, 10**6 + n, whole.headers, b"{") for n in range(5)])
    first, second, *others = await ids(harness, "select id from dead_letters order by id")
    for letter in (first, second):
        headers = harness.signer.headers(*ROLES, subject="u-other")
        body = {"reason": "TEST", "note": "sent by a test of the door"}
        answer = await harness.client.post(f"/v1/admin/dead-letters/{letter}/discard", json=body, headers=headers)
        assert answer.status_code == 200, answer.text
    await harness.service.consumers.stopped(harness.service.name, "worker-1", "dead letters", harness.service.clock())
    return {"letter_id": others, "confirm_discard/letter_id": [first], "reject_discard/letter_id": [second]}


async def parameters(harness: Harness, code: str, value: str, unit: str) -> Known:
    """Proposed values: one of the asker to withdraw, others of another person to decide on; and a body that is right."""
    body = {"code": code, "value": value, "unit": unit, "valid_from": "2099-01-01", "source": "minutes", "confidence": "P",
            "reason": "the committee wants it"}  # fmt: skip
    proposed = []
    for subject, day in (("u-test", "02"), ("u-other", "03"), ("u-other", "04")):
        headers = harness.signer.headers(*ROLES, subject=subject)
        wanted = body | {"valid_from": f"2099-01-{day}"}
        answer = await harness.client.post("/v1/admin/parameter-changes", json=wanted, headers=headers)
        assert answer.status_code == 201, answer.text
        proposed.append(answer.json()["id"])
    own, first, second = proposed
    known = {f"{operation}_parameter_change/change_id": [change] for operation, change in
             (("withdraw", own), ("approve", first), ("reject", second), ("get", own))}  # fmt: skip
    return known | {f"ParameterChangeBody/{field}": [value] for field, value in body.items()}


async def policies(harness: Harness) -> Known:
    """risk-svc: an assessment, an older policy, and proposed ones to decide on; each is fit and unlike the others."""
    known = await from_samples("risk-assessment.requested", assessment_id="select id from assessments")(harness)
    folder = ROOT / "services" / "risk-svc" / "policies"
    shipped = (folder / "personal-credit.json").read_text()
    examples = json.loads((folder / "personal-credit.examples.json").read_text())
    [older] = await ids(harness, "select version from policies where active")
    fit = [shipped + "\n" * n for n in range(1, 6)]  # another version each, and the same rules

    async def send(path: str, subject: str, body: Any = None) -> str:
        headers = harness.signer.headers(*ROLES, subject=subject)
        answer = await harness.client.post(f"/v1/policy-proposals{path}", json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        return str(answer.json()["id"])

    def body(content: str) -> dict[str, Any]:
        return {"content": content, "examples": examples, "reason": "to be decided on"}

    await send(f"/{await send('', 'u-other', body(fit[0]))}/approval", "u-third")
    own = await send("", "u-test", body(fit[1]))
    first, second = [await send("", "u-other", body(content)) for content in fit[2:4]]
    [model] = await ids(harness, "select version from models where active")
    for operation, proposal in (("withdraw", own), ("approve", first), ("reject", second), ("get_policy", own)):
        name = f"{operation}_policy" if operation != "get_policy" else "get_policy_proposal"
        known[f"{name}/proposal_id"] = [proposal]
    for kind in ("PolicyCheckBody", "PolicyProposalBody"):
        known |= {f"{kind}/content": [fit[4]], f"{kind}/examples": [examples]}
    return known | {"get_model/version": [model], "propose_older_policy/version": [older]}


def with_parameters(seed: Seed, code: str, value: str, unit: str) -> Seed:
    """A seed with changes of a parameter beside."""

    async def both(harness: Harness) -> Known:
        return await seed(harness) | await parameters(harness, code, value, unit)

    return both


def with_holds(seed: Seed) -> Seed:
    """A seed with a legal hold beside, which another person has placed."""

    async def both(harness: Harness) -> Known:
        known = await seed(harness)
        headers = harness.signer.headers(*ROLES, subject="u-other")
        body = {"subject_id": str(uuid4()), "reason": "lawsuit 2026-118"}
        answer = await harness.client.post("/v1/admin/legal-holds", json=body, headers=headers)
        assert answer.status_code == 201, answer.text
        return known | {"hold_id": [answer.json()["id"]]}

    return both


def from_samples(*types: str, **queries: str) -> Seed:
    """Delivers samples; the records of each parameter are found by a query."""

    async def seed(harness: Harness) -> Known:
        if types:
            await harness.deliver(*(sample(type) for type in types), twice=False)
        known = {name: await ids(harness, query) for name, query in queries.items()}
        return known | {"application_id": [APPLICATION]} | await operated(harness)

    return seed


async def watched(harness: Harness) -> Known:
    """antifraud-svc: a screening, and entries of the watch list: proposed, in force, and to be removed by another's wish."""
    known = await from_samples("fraud-screening.requested")(harness)

    async def post(path: str, subject: str, body: Any = None) -> str:
        headers = harness.signer.headers("risk-officer", subject=subject)
        answer = await harness.client.post(f"/v1/watch-list{path}", json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        return str(answer.json()["id"])

    async def entry(number: int) -> str:
        body = {"kind": "MOBILE", "token": f"{number:032x}", "reason": "confirmed identity fraud"}
        return await post("", "u-other", body)

    confirmed, withdrawn, active, leaving, staying = [await entry(number) for number in range(5)]
    for each in (active, leaving, staying):
        await post(f"/{each}/confirmation", "u-third")
    for each in (leaving, staying):
        await post(f"/{each}/removal", "u-other", {"reason": "it was another person"})
    return known | {
        "entry_id": [active], "confirm_watch_entry/entry_id": [confirmed], "withdraw_watch_entry/entry_id": [withdrawn],
        "confirm_watch_removal/entry_id": [leaving], "reject_watch_removal/entry_id": [staying],
    }  # fmt: skip


APPLICANTS = ("u-test", "u-other", *["u-test"] * 9)  # who made an application certifies nothing of it


async def applied(harness: Harness) -> Known:
    """application-svc: a customer; applications that have an offer, that wait for a document, that are drafts."""

    async def post(path: str, subject: str = "u-test", **sent_as: Any) -> Any:
        headers = harness.signer.headers("channel", subject=subject)
        answer = await harness.client.post(path, headers=headers, **sent_as)
        assert answer.status_code < 300, answer.text
        return answer.json()

    async def upload(application_id: str, kind: str, subject: str = "u-test") -> str:
        sent_as: dict[str, Any] = {"data": {"kind": kind}, "files": {"file": ("scan", PDF, "application/pdf")}}
        return str((await post(f"/v1/applications/{application_id}/documents", subject, **sent_as))["id"])

    customer = await _registered_himself(harness, await post("/v1/newcomers", json={"mobile": PERSON["mobile"]}))
    changing = await post("/v1/customers", json=CHANGING)
    wish = {"product_code": "PCL-ONLINE", "customer_id": customer["id"], "amount_minor": 5_000_000, "term_months": 12,
            "repayment_method": "EQUAL_INSTALMENT", "purpose": "DECORATION",
            "form": {"employment": "EMPLOYED", "monthly_income_minor": 1_500_000}}  # fmt: skip
    made = [(await post("/v1/applications", subject, json=wish))["id"] for subject in APPLICANTS]
    offered, certified, disclosed, declined, waiting, other, own, own_disclosed, own_declined, own_waiting, given = made
    complete, draft, own_complete, own_other = [(await post("/v1/drafts", json=wish))["id"] for _ in range(4)]
    await harness.deliver(
        *(_decided(harness, each) for each in (offered, disclosed, own, own_disclosed, given)),
        _decided(harness, certified, conditions_before_contract=["CO_OWNER_CONSENT"]), *(_decided(harness, each, outcome="DECLINED") for each in (declined, own_declined)),
        *(sample("supplement.requested", application_id=each, case_id=case_id_of(UUID(each)), document_kinds=["INCOME_PROOF"])
          for each in (waiting, own_waiting)),
        twice=False,
    )  # fmt: skip
    for each in (waiting, own_waiting):
        await upload(each, "INCOME_PROOF")
    table = (await _offer(harness, offered))["disclosure_hash"]
    contract = (await _offer(harness, disclosed))["contract_hash"]
    for each in (offered, disclosed, own, own_disclosed, given):
        await post(f"/v1/applications/{each}/disclosure-deliveries")
    await _time_to_read(harness)
    for each in (disclosed, own_disclosed, given):
        await post(f"/v1/applications/{each}/disclosure-confirmation", json={"disclosure_hash": table})
    scan = await upload(certified, "SIGNED_DISCLOSURE", "u-other")
    paper: dict[str, Any] = {"files": {"file": ("scan", PDF, "application/pdf")}}
    consent_scan = (await post(f"/v1/customers/{customer['id']}/consent-scans", **paper))["id"]
    return await _brought(harness, wish) | {
        "scan_id": [consent_scan], "RevealBody/application_id": [waiting], "RevealBody/task_id": [None],
        "application_id": [offered], "withdraw_application/application_id": [other],
        "supplement_application/application_id": [waiting], "submit_draft/application_id": [complete],
        "attach_document/application_id": [draft], "list_documents/application_id": [draft],
        "read_document/application_id": [draft], "document_id": [await upload(draft, "OTHER")],
        "customer_id": [customer["id"]], "change_customer_details/customer_id": [changing["id"]],
        "consent_id": [consent["id"] for consent in customer["consents"]],
        "certify_disclosure/application_id": [certified], "check_condition_off/application_id": [certified],
        "condition": ["CO_OWNER_CONSENT"], "SignedDisclosureBody/document_id": [scan],
        "CounterpartyBody/document_id": [await upload(offered, "PURPOSE_PROOF")],
        "SignedDisclosureBody/disclosure_hash": [(await _offer(harness, certified))["disclosure_hash"]],
        "sign_contract/application_id": [disclosed], "request_review/application_id": [declined],
        "DisclosureConfirmationBody/disclosure_hash": [table], "SignatureBody/contract_hash": [contract],
        "code": ["PCL-ONLINE"], "product": ["PCL-ONLINE"],
    } | await _owned(harness, customer, own, own_disclosed) | await _provided(harness, given, draft) | {
        "request_own_review/application_id": [own_declined], "supplement_own_application/application_id": [own_waiting],
        "submit_own_draft/application_id": [own_complete], "withdraw_own_application/application_id": [own_other],
        "attach_own_document/application_id": [draft],
    } | await _visited(harness) | await _proposed(harness) | await operated(harness)  # fmt: skip


async def _visited(harness: Harness) -> Known:
    """Visits that are planned, one that has been told of, and one with a picture."""
    [customer] = await ids(harness, "select id from customers order by registered_at limit 1")
    headers, about = harness.signer.headers, {"kind": "PHOTOGRAPH", "taken_at": "2026-01-20T02:30:00Z"}

    async def post(path: str, subject: str = "u-test", **sent_as: Any) -> Any:
        answer = await harness.client.post(f"/v1/visits{path}", headers=headers(*ROLES, subject=subject), **sent_as)
        assert answer.status_code < 300, answer.text
        return answer.json()

    body = {
        "customer_id": customer,
        "purpose": "INTERVIEW",
        "planned_at": "2099-01-04T02:30:00Z",
        "place": "示例路 1 号",
    }
    told, cancelled, pictured = [(await post("", json=body))["id"] for _ in range(3)]
    confirmed = (await post("", "u-other", json=body))["id"]
    sent_as = {"data": {"about": json.dumps(about)}, "files": {"file": ("shot", PNG, "image/png")}}
    paper = (await post(f"/{pictured}/papers", **sent_as))["id"]
    report = {
        "outcome": "ABSENT",
        "arrived_at": "2026-01-20T02:30:00Z",
        "note": "门锁着，无人",
        "no_position": "UNAVAILABLE",
    }
    await post(f"/{confirmed}/report", "u-other", json=report | {"companion": "u-test"})
    return {
        "visit_id": [pictured], "report_visit/visit_id": [told], "cancel_visit/visit_id": [cancelled],
        "confirm_visit/visit_id": [confirmed], "paper_id": [paper], "day": ["2099-01-04"], "last_four": ["2222"],
        "VisitBody/customer_id": [customer], "VisitBody/application_id": [None],
        "VisitReportBody/position": [None], "VisitReportBody/papers": [[]], "VisitReportBody/companion": ["u-other"],
    }  # fmt: skip


async def _time_to_read(harness: Harness) -> None:
    """The reading time goes by."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update disclosure_deliveries set delivered_at = delivered_at - interval '1 h'"
        )


async def _provided(harness: Harness, given: str, draft: str) -> Known:
    """What a provider has had signed, and photos of an applicant, which his product does not ask for."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "update applications set documents = replace(documents::text, '\"OTHER\"', '\"FACE_PHOTO\"')::json"
            " where id = $1",
            (UUID(draft),),
        )
    return {
        "sign_by_provider/application_id": [given],
        "ProviderSignatureBody/content": [base64.b64encode(PDF).decode()],
        "ProviderSignatureBody/contract_hash": [(await _offer(harness, given))["contract_hash"]],
        "read_face_photo/application_id": [draft],
    }


async def _brought(harness: Harness, wish: dict[str, Any]) -> Known:
    """Applications that a partner has brought, two of which wait for a paper, and another one that it may bring."""
    applicant = BROUGHT | {"consents": await _wordings(harness)}
    asked = {name: value for name, value in wish.items() if name != "customer_id"}
    asked |= {"partner_id": (partner := str(uuid4())), "applicant": applicant}

    async def post(path: str, body: dict[str, Any]) -> None:
        answer = await harness.client.post(
            f"/v1/partner-applications{path}", json=body, headers=harness.signer.headers(*ROLES)
        )
        assert answer.status_code < 300, answer.text

    withdrawn, waiting, complete = [str(uuid4()) for _ in range(3)]
    for each in (withdrawn, waiting, complete):
        await post("", asked | {"application_id": each})
    await harness.deliver(
        *(sample("supplement.requested", application_id=each, case_id=case_id_of(UUID(each)), document_kinds=["INCOME_PROOF"])
          for each in (waiting, complete)),
        twice=False,
    )  # fmt: skip
    paper = {"kind": "INCOME_PROOF", "content": base64.b64encode(PDF).decode()}
    await post(f"/{complete}/documents", paper | {"partner_id": partner})
    fresh = asked | {"application_id": str(uuid4()), "documents": [paper]}
    return {f"PartnerApplicationBody/{field}": [value] for field, value in fresh.items()} | {
        "withdraw_partner_application/application_id": [withdrawn],
        "attach_partner_document/application_id": [waiting],
        "complete_partner_supplement/application_id": [complete],
        **{f"PartnerPaperBody/{field}": [value] for field, value in paper.items()},
        **{f"Partner{act}Body/partner_id": [partner] for act in ("Withdrawal", "Paper", "Supplement")},
    }


async def _registered_himself(harness: Harness, newcomer: Any) -> dict[str, Any]:
    """A customer who has signed in and told who he is, with his consents."""
    own, consents = newcomer["customer_id"], await _wordings(harness)
    body = {name: value for name, value in PERSON.items() if name != "mobile"} | {"consents": consents}
    headers = harness.signer.headers("borrower", subject=own, customer_id=UUID(own))
    answer = await harness.client.post("/v1/my/person", json=body, headers=headers)
    assert answer.status_code == 200, answer.text
    given = (await harness.client.get("/v1/my/consents", headers=headers)).json()["items"]
    return {"id": own, "consents": given}


async def _owned(harness: Harness, customer: Any, own: str, disclosed: str) -> Known:
    """What the borrower himself acts on."""
    return {
        OWNER: [customer["id"]],
        "withdraw_own_consent/consent_id": [customer["consents"][-1]["id"]],
        "NewcomerBody/mobile": ["13800004444"],
        "MobileBody/mobile": [PERSON["mobile"]],
        **{f"OwnPersonBody/{field}": [value] for field, value in PERSON.items() if field not in ("mobile", "consents")},
        "confirm_own_disclosure/application_id": [own],
        "sign_own_contract/application_id": [disclosed],
        "OwnSignatureBody/contract_hash": [(await _offer(harness, disclosed))["contract_hash"]],
    }


async def _wordings(harness: Harness) -> list[dict[str, Any]]:
    """Consents to the wordings in force, each signed."""
    texts = (await harness.client.get("/v1/consent-texts", headers=harness.signer.headers("channel"))).json()["items"]
    signature = {"kind": "ELECTRONIC_SIGNATURE", "reference": "ca:1"}
    return [{"source": t["source"], "evidence": signature | {"sha256": t["hash"]}} for t in texts
                if t["purpose"] == "02" and t["source"] in SOURCES]  # fmt: skip


async def _offer(harness: Harness, application_id: str) -> Any:
    headers = harness.signer.headers("channel")
    answer = await harness.client.get(f"/v1/applications/{application_id}/offer", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def _decided(harness: Harness, application_id: str, **changes: Any) -> Message:
    about = {"application_id": application_id, "case_id": case_id_of(UUID(application_id)), "decision_id": uuid4()}
    return sample("decision.made", **about, amount_minor=5_000_000, decided_at=harness.service.clock(), **changes)


async def _proposed(harness: Harness) -> Known:
    """application-svc: products and wordings of consents that wait for a second person."""
    product = await harness.client.get("/v1/products/PCL-ONLINE", headers=harness.signer.headers("channel"))
    proposals = []
    for subject in ("u-other", "u-other", "u-other", "u-test"):
        body = product.json() | {"version": 2, "valid_from": "2098-01-01", "valid_to": None}
        headers = harness.signer.headers("product-manager", subject=subject)
        proposals.append((await harness.client.post("/v1/products", json=body, headers=headers)).json()["id"])
    wordings = []
    for version in ("2099-1", "2099-2"):
        body = {"source": "COURT", "purpose": "02", "text_version": version, "valid_from": "2099-01-01",
                "wording": "本人同意贵机构查询本人信息, 仅用于审核本人的贷款申请, 至该申请办结之日终止。"}  # fmt: skip
        headers = harness.signer.headers(*ROLES, subject="u-other")
        answer = await harness.client.post("/v1/consent-texts", json=body, headers=headers)
        assert answer.status_code == 201, answer.text
        wordings.append(answer.json()["id"])
    return {
        "proposal_id": proposals[:1], "approve_product/proposal_id": proposals[1:2],
        "reject_product/proposal_id": proposals[2:3], "withdraw_product/proposal_id": proposals[3:],
        "approve_consent_text/text_id": wordings[:1], "reject_consent_text/text_id": wordings[1:],
    }  # fmt: skip


async def in_review(harness: Harness) -> Known:
    """workflow-svc: cases whose screening wants a person to look; some of their tasks are claimed."""
    for _ in range(9):
        await _into_review(harness)
    free, *claimed, resumed, retrieved = await ids(harness, "select id from tasks order by id")
    completed, released, reassigned, suspended, snoozed, returned = claimed
    for task in (*claimed, resumed, retrieved):
        headers = harness.signer.headers(*ROLES)
        assert (await harness.client.post(f"/v1/tasks/{task}/claim", headers=headers)).status_code == 200
    colleague = harness.signer.headers(*ROLES, subject="u-colleague")
    assert (await harness.client.get("/v1/tasks", headers=colleague)).status_code == 200
    for task, by, to in (
        (returned, "u-test", "u-colleague"),
        (returned, "u-colleague", "u-test"),
        (retrieved, "u-test", "u-colleague"),
    ):
        headers = harness.signer.headers(*ROLES, subject=by)
        handed = await harness.client.post(f"/v1/tasks/{task}/reassignment", json={"to": to}, headers=headers)
        assert handed.status_code == 200, handed.text
    stands = await harness.client.post(f"/v1/tasks/{resumed}/suspension", headers=harness.signer.headers(*ROLES))
    assert stands.status_code == 200, stands.text
    [due] = await ids(harness, f"select due_at from tasks where id = '{snoozed}'")
    return {
        "ReassignmentBody/to": ["u-colleague"], "SnoozeBody/until": [due.replace(" ", "T")], "NoteBody/mentions": [["u-colleague"]],
        "suspend_task/task_id": [suspended], "snooze_task/task_id": [snoozed],
        "send_task_back/task_id": [returned], "resume_task/task_id": [resumed], "take_task_back/task_id": [retrieved],
        OWNER: [str(sample("application.submitted").customer_id)],
        "case_id": await ids(harness, "select id from cases"),
        "application_id": await ids(harness, "select application_id from cases"),
        "task_id": [free], "complete_task/task_id": [completed], "release_task/task_id": [released],
        "reassign_task/task_id": [reassigned], "stage": ["manual_review"], "product_code": ["PCL-ONLINE"],
        "code": ["personal-credit"], "version": [1], "MigrationBody/to_version": [1],
        "MigrationBody/case_ids": [(await ids(harness, "select id from cases where status = 'RUNNING'"))[:1]],
        "get_minutes/task_id": [await _voted(harness)],
    } | await _interviewed(harness) | await _verified(harness) | await _drawn(harness) | await _decision_changes(harness) | await _appointed(harness) | await _employed(harness) | await operated(harness)  # fmt: skip


async def _interviewed(harness: Harness) -> Known:
    """workflow-svc: a task that needs the record of an interview in person."""
    await _into_review(harness, process_code="mortgage")
    [application] = await ids(harness, "select application_id from checkpoints where kind = 'INTERVIEW'")
    record = sample("document.attached", application_id=application)
    await harness.deliver(record, twice=False)
    return {
        "EvidenceBody/document_id": [str(record.document_id)], "EvidenceBody/sha256": [record.sha256],
        "record_evidence/task_id": await ids(harness, "select task_id from checkpoints where kind = 'INTERVIEW'"),
        "EvidenceBody/kind": ["INTERVIEW"], "EvidenceBody/in_person": [True],
        "EvidenceBody/taken_at": ["2026-01-20T02:00:00Z"],
    }  # fmt: skip


async def _verified(harness: Harness) -> Known:
    """workflow-svc: a task in somebody's hands behind one that is done."""
    await _into_review(harness, process_code="personal-credit-branch")
    for subject, act, body in (
        ("u-verifies", "claim", None),
        ("u-verifies", "completion", {"choice": "DONE", "comment": "收入与公积金一致，材料齐全",
                                      "form": {"income_confirmed": True, "purpose_confirmed": True}}),
        ("u-test", "claim", None),
    ):  # fmt: skip
        [task] = await ids(harness, "select id from tasks where stage in ('verify', 'interview')"
                                    " and status in ('OPEN', 'CLAIMED')"
                                    " and case_id in (select id from cases where process_code = 'personal-credit-branch')")  # fmt: skip
        headers = harness.signer.headers("risk-officer", subject=subject)
        answer = await harness.client.post(f"/v1/tasks/{task}/{act}", json=body, headers=headers)
        assert answer.status_code == 200, answer.text
    return {"step_back/task_id": [task], "StepBackBody/stage": ["verify"]}


async def _voted(harness: Harness) -> str:
    """workflow-svc: a task that a committee has voted on."""
    await _into_review(harness, amount_minor=60_000_000, product_max_minor=100_000_000, online_consumer_credit=False)
    [task] = await ids(harness, "select id from tasks where quorum = 3 and status = 'OPEN'")
    for member in ("u-m1", "u-m2", "u-m3"):
        headers = harness.signer.headers("committee-member", subject=member)
        body = {"choice": "DECLINE", "comment": "多头借贷，还款能力不足", "reason_codes": ["R10"]}
        answer = await harness.client.post(f"/v1/tasks/{task}/completion", headers=headers, json=body)
        assert answer.status_code == 200, answer.text
    return task


async def _appointed(harness: Harness) -> Known:
    """workflow-svc: grants of authority and committees that wait for a second person."""
    known: Known = {}
    grant = {"role": "approver", "most_minor": 1, "valid_from": "2099-01-01", "reason": "第 12 次风险会议的决议"}
    committee = {"members": ["u-m1", "u-m2", "u-m3"], "valid_from": "2099-01-01", "reason": "董事会第 7 次会议决议"}
    for path, id, noun, body in (
        ("authorities", "grant_id", "authority", grant),
        ("committees", "committee_id", "committee", committee),
    ):
        for act, subject in (("approve", "u-other"), ("reject", "u-other"), ("withdraw", "u-test")):
            headers = harness.signer.headers("process-designer", subject=subject)
            answer = await harness.client.post(f"/v1/{path}", json=body, headers=headers)
            assert answer.status_code == 201, answer.text
            known[f"{act}_{noun}/{id}"] = [answer.json()["id"]]
    return known


async def _employed(harness: Harness) -> Known:
    """workflow-svc: changes of roles that wait for a second person."""
    known: Known = {}
    for act, proposer, whom in (
        ("approve", "u-other", "u-1"),
        ("reject", "u-other", "u-2"),
        ("withdraw", "u-test", "u-3"),
    ):
        headers = harness.signer.headers("system-administrator", subject=proposer)
        body = {"subject": whom, "roles": ["approver"], "branch": "100000-00", "reason": "人事令 2099-018"}
        answer = await harness.client.post("/v1/role-changes", json=body, headers=headers)
        assert answer.status_code == 201, answer.text
        known[f"{act}_role_change/change_id"] = [answer.json()["id"]]
    return known


async def _decision_changes(harness: Harness) -> Known:
    """workflow-svc: a decision that is published, and others that wait for a second person."""
    for subject in ("u-designer", "u-designer", "u-designer", "u-designer", "u-test"):
        headers = harness.signer.headers("process-designer", subject=subject)
        answer = await harness.client.post(
            "/v1/decisions", json={"content": json.dumps(SMALLEST_DECISION)}, headers=headers
        )
        assert answer.status_code == 201, answer.text
    changes = await ids(harness, "select id from definition_changes order by id")
    manager = harness.signer.headers("management", subject="u-management")
    path = f"/v1/definition-changes/{changes[0]}/approval"
    assert (await harness.client.post(path, json={}, headers=manager)).status_code == 200
    return {
        "change_id": changes[:1], "approve_definition_change/change_id": changes[1:2],
        "reject_definition_change/change_id": changes[2:3], "withdraw_definition_change/change_id": changes[4:],
        "get_decision/code": ["who-visits"], "try_decision/code": ["who-visits"],
    }  # fmt: skip


async def _drawn(harness: Harness) -> Known:
    """workflow-svc: processes that wait for a second person, and drafts of who asks."""
    proposals, drafts = [], []
    for _ in range(3):
        body = {"kind": "PROCESS", "name": "small", "content": SMALLEST}
        answer = await harness.client.post("/v1/definition-drafts", json=body, headers=harness.signer.headers(*ROLES))
        assert answer.status_code == 201, answer.text
        drafts.append(answer.json()["id"])
    for subject in ("u-other", "u-other", "u-other", "u-test"):
        headers = harness.signer.headers("process-designer", subject=subject)
        answer = await harness.client.post("/v1/processes", json={"bpmn": SMALLEST}, headers=headers)
        assert answer.status_code == 201, answer.text
        proposals.append(answer.json()["id"])
    return {
        "draft_id": drafts[:1], "save_draft/draft_id": drafts[1:2], "discard_draft/draft_id": drafts[2:],
        "proposal_id": proposals[:1], "approve_process/proposal_id": proposals[1:2],
        "reject_process/proposal_id": proposals[2:3], "withdraw_process/proposal_id": proposals[3:],
    }  # fmt: skip


async def _into_review(harness: Harness, **changes: Any) -> None:
    application = uuid4()
    await harness.deliver(sample("application.submitted", application_id=application, **changes), twice=False)
    for asked, answered, changes in (
        (ExternalDataRequested, "external-data.collected", {}),
        (FraudScreeningRequested, "fraud.screened", {"outcome": "REVIEW"}),
        (RiskAssessmentRequested, "risk.assessed", {}),
    ):
        [request] = [m for m in await harness.outbox(asked) if m.application_id == application]
        about = {"application_id": application, "request_id": request.request_id, "case_id": request.case_id}
        await harness.deliver(sample(answered, **about, **changes), twice=False)


async def lent(harness: Harness) -> Known:
    """postloan-svc, on a day that is over: loans that are paid out, refused, settled with money left over; sums beyond
    what a loan can cost, for which another person asks."""
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql("update business_calendars set business_date = business_date - 1")
    [day] = await ids(harness, "select business_date from business_calendars")
    loans = []
    for number, answered in enumerate(("payment.settled", "payment.failed", *["payment.settled"] * 4)):
        signing = sample("contract.signed", application_id=uuid4(), contract_no=f"HT{number}")
        await harness.deliver(signing, twice=False)
        request = (await harness.outbox(PaymentRequested))[-1]
        about = {name: getattr(request, name) for name in ("application_id", "loan_id", "payment_id", "amount_minor")}
        await harness.deliver(sample(answered, **about), twice=False)
        loans.append(str(request.loan_id))
    paid, refused, settled, running, overpaid, unpaid = loans
    async with harness.service.engine.begin() as connection:
        left = "update loans set status = 'SETTLED', settled_on = $2, suspense_minor = 300 where id = $1"
        await connection.exec_driver_sql(left, (UUID(settled), date.fromisoformat(day)))
        await connection.exec_driver_sql("update loans set suspense_minor = 300 where id = $1", (UUID(overpaid),))
    requests = []
    for reference in ("R1", "R2"):
        body = {"amount_minor": 10**12, "received_on": day, "source": "TRANSFER", "reference": reference,
                "reason": "paid for three loans"}  # fmt: skip
        headers = harness.signer.headers(*ROLES, subject="u-other")
        answer = await harness.client.post(f"/v1/loans/{paid}/repayment-releases", json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        requests.append(answer.json()["id"])
    decided = {
        f"{act}_repayment_request/request_id": [id] for act, id in zip(("approve", "reject"), requests, strict=True)
    }
    known = {"loan_id": [paid], "get_schedule_version/number": [1], "retry_pay_out/loan_id": [refused], "retry_refund/loan_id": [settled],
             "request_unapplied_money_move/loan_id": [overpaid], "MoveBody/to_loan_id": [unpaid],
             "MoveBody/amount_minor": [1], "MoveBody/value_date": [day],
             "quote_own_prepayment/loan_id": [running],
             "issue_settlement_certificate/loan_id": [settled], "issue_own_settlement_certificate/loan_id": [settled],
             "quote_prepayment/loan_id": [running], "day": [day], "received_on": [day], "QuoteBody/pay_by": [day]}  # fmt: skip
    waiting = await _waiting(harness) | await _changing(harness, day, running) | await _classed(harness, running)
    headers = harness.signer.headers("finance", subject="u-other")
    content = "record,reference,received_on,amount,currency,loan_no\nT,0,,0.00,,\n"
    answer = await harness.client.post("/v1/bank-statements", json={"content": content}, headers=headers)
    assert answer.status_code < 300, answer.text
    waiting |= {"statement_id": [answer.json()["id"]]}
    known |= await _on_paper(harness, paid) | await _on_line(harness, day) | await _collected(harness)
    return known | decided | waiting | await _booked(harness, day, paid) | await operated(harness)


async def _collected(harness: Harness) -> Known:
    """Loans whose borrower has agreed that what is due is collected from his card: for one, another person froze that."""
    loans = []
    for number in range(6):
        await harness.deliver(
            sample("contract.signed", application_id=uuid4(), contract_no=f"HTC{number}"), twice=False
        )
        request = (await harness.outbox(PaymentRequested))[-1]
        about = {name: getattr(request, name) for name in ("application_id", "loan_id", "payment_id", "amount_minor")}
        await harness.deliver(sample("payment.settled", **about), twice=False)
        owner = str(request.customer_id)
        borrower = harness.signer.headers("borrower", subject=owner, customer_id=request.customer_id)
        loans.append(str(request.loan_id))
        if number:
            path = f"/v1/my/loans/{request.loan_id}/collection-agreement"
            answer = await harness.client.post(path, json={"text_version": "2026-1"}, headers=borrower)
            assert answer.status_code == 202, answer.text
    asked, agreed, revoked, frozen, resumed, debited = loans
    borrower = harness.signer.headers("borrower", subject=owner, customer_id=owner)
    answer = await harness.client.post(
        f"/v1/my/loans/{debited}/card-payments", json={"amount_minor": 100_000}, headers=borrower
    )
    assert answer.status_code == 202, answer.text
    headers = harness.signer.headers("finance", subject="u-other")
    answer = await harness.client.post(
        f"/v1/loans/{resumed}/debit-freeze", json={"reason": "a dispute"}, headers=headers
    )
    assert answer.status_code == 200, answer.text
    return {
        "agree_to_collection/loan_id": [asked],
        "get_own_collection_agreement/loan_id": [agreed],
        "pay_by_card/loan_id": [agreed],
        "CardPaymentBody/amount_minor": [100_000],
        "CardPaymentBody/quote_id": [None],
        "revoke_collection_agreement/loan_id": [revoked],
        "freeze_debits/loan_id": [frozen],
        "resume_debits/loan_id": [resumed],
    }


async def _on_line(harness: Harness, day: str) -> Known:
    """Credit lines: one to be drawn, one with an amount that is held and a freeze that another person asked for."""
    lines = []
    for number in range(2):
        terms = {"repayment_method": "REVOLVING", "credit_line": {"least_draw_minor": 1}, "branch": "310000-01"}
        signing = sample("contract.signed", application_id=uuid4(), contract_no=f"XL{number}", **terms)
        await harness.deliver(signing, twice=False)
        lines.append((await harness.outbox(CreditLineChanged))[-1].line_id)
    free, held = (str(each) for each in lines)
    reservation = ""
    asked: dict[str, dict[str, object]] = {
        "reservations": {"amount_minor": 100, "until": day},
        "freeze": {"freeze": True, "reason": "seen in the court's notice"},
    }
    for door, body in asked.items():
        headers = harness.signer.headers(*ROLES, subject="u-other", branch=signing.branch)
        answer = await harness.client.post(f"/v1/credit-lines/{held}/{door}", json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        reservation = answer.json()["reservations"][0]["id"]
    return {
        "line_id": [free], "ReservationBody/until": [day], "DrawBody/reservation_id": [None],
        "release_reservation/line_id": [held], "reservation_id": [reservation],
        "decide_credit_line_freeze/line_id": [held],
    }  # fmt: skip


async def _on_paper(harness: Harness, loan_id: str) -> Known:
    """A statement about a loan, and whose the loan is."""
    [day] = await ids(harness, f"select value_date from loans where id = '{loan_id}'")
    headers = harness.signer.headers("finance", subject="u-other")
    period = {"from_day": day, "to_day": day}
    answer = await harness.client.post(f"/v1/loans/{loan_id}/statements", json=period, headers=headers)
    assert answer.status_code == 201, answer.text
    paper = answer.json()
    return {
        OWNER: await ids(harness, f"select customer_id from loans where id = '{loan_id}'"),
        "paper_id": [paper["id"]], "PaperCheckBody/number": [paper["number"]],
        "PaperCheckBody/code": [paper["verification_code"]],
        "StatementBody/from_day": [day], "StatementBody/to_day": [day],
    }  # fmt: skip


async def _changing(harness: Harness, day: str, loan_id: str) -> Known:
    """Changes of a loan that another person asked for, one of them made."""
    made = []
    for rate in ("0.11", "0.105", "0.1"):
        body = {"change": {"kind": "RATE", "annual_rate": rate}, "value_date": day, "reason": "agreed"}
        headers = harness.signer.headers(*ROLES, subject="u-other")
        answer = await harness.client.post(f"/v1/loans/{loan_id}/changes", json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        made.append(answer.json()["id"])
    approver = harness.signer.headers(*ROLES, subject="u-third")
    answer = await harness.client.post(f"/v1/loan-changes/{made[2]}/approval", headers=approver)
    assert answer.status_code < 300, answer.text
    return {
        "approve_loan_change/change_id": [made[0]],
        "reject_loan_change/change_id": [made[1]],
        "request_loan_change_reversal/change_id": [made[2]],
        "request_loan_change_reversal/loan_id": [loan_id],
        "ChangeBody/value_date": [day],
    }


async def _classed(harness: Harness, loan_id: str) -> Known:
    """What another person has found out about a debtor, and the days that the portfolio is asked between."""
    asked = []
    for sign in ("MISUSE", "RATING_CUT"):
        body = {"kind": "SIGN", "sign": sign, "reason": "seen in the court's notice"}
        headers = harness.signer.headers(*ROLES, subject="u-other")
        answer = await harness.client.post(f"/v1/loans/{loan_id}/classification-requests", json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        asked.append(answer.json()["id"])
    approved, rejected = asked
    return {
        "approve_classification_request/request_id": [approved],
        "reject_classification_request/request_id": [rejected], "first": ["2026-01-31"], "last": ["2026-02-28"],
    }  # fmt: skip


async def _waiting(harness: Harness) -> Known:
    """Pay-outs that wait for a person, one of them for a condition, too."""
    for number, conditions in enumerate((["INSURANCE_PAID"], [], [])):
        signing = sample(
            "contract.signed", application_id=uuid4(), contract_no=f"HTW{number}", channel="OFFLINE",
            conditions=conditions,
        )  # fmt: skip
        await harness.deliver(signing, twice=False)
    prepared, released, refused = await ids(harness, "select id from pay_outs order by waiting_since")
    return {"pay_out_id": [prepared], "release_pay_out/pay_out_id": [released], "refuse_pay_out/pay_out_id": [refused],
            "code": ["INSURANCE_PAID"]}  # fmt: skip


# Whoever lets the open day be closed, or does not: another one has asked again at once.
ASKED_AGAIN = (
    "create function asked_again() returns trigger language plpgsql as"
    " $$ begin new.closing_asked_by := coalesce(new.closing_asked_by, 'u-other'); return new; end $$",
    "create trigger asked_again before update on business_calendars for each row execute function asked_again()",
    "update business_calendars set closing_asked_at = now()",
)


async def _booked(harness: Harness, day: str, loan_id: str) -> Known:
    """The general ledger: a day with something that does not agree, journals that wait and one that is booked, months that
    may be closed and opened, and some for which another person asks that."""
    statements = (
        f"insert into accruals (day, loan_id, on_minor, off_minor, booked_at) select max(d)::date, '{loan_id}', 3, 0, now()"
        " from unnest($1::text[]) d",
        "insert into gl_days select d::date, now() from unnest($1::text[]) d",
        "insert into days_recorded select d::date, now() from unnest($1::text[]) d",
        "insert into reconciliations select d::date, 'SUSPENSE', 0, 0 from unnest($1::text[]) d",
        f"insert into ledger_breaks select max(d)::date, '{loan_id}', 'SUSPENSE', 0, 300 from unnest($1::text[]) d",
        "insert into accounting_periods (id, status, wanted, requested_by, version, sequence) select p, s, w, 'u-other', 1, 1"
        " from (values ('2026-04', 'CLOSED', null), ('2026-02', 'OPEN', 'CLOSED'), ('2026-03', 'OPEN', 'CLOSED')) v (p, s, w)"
        " where $1::text[] is not null",
    )
    async with harness.service.engine.begin() as connection:
        for statement in statements:
            await connection.exec_driver_sql(statement, (["2026-01-31", "2026-02-28", day],))
    lines = [{"account": "IMPAIRMENT_LOSS", "debit_minor": 5}, {"account": "LOAN_LOSS_ALLOWANCE", "credit_minor": 5}]
    journals = []
    for _ in range(3):
        body = {"branch": "310000-01", "lines": lines, "reason": "allowance"}
        answer = await harness.client.post(
            "/v1/journals", json=body, headers=harness.signer.headers("finance", subject="u-other")
        )
        assert answer.status_code < 300, answer.text
        journals.append(answer.json()["id"])
    booked, approved, rejected = journals
    path = f"/v1/journals/{booked}/approval"
    answer = await harness.client.post(path, headers=harness.signer.headers("finance", subject="u-second"))
    assert answer.status_code < 300, answer.text
    changes = []
    for number in range(3):
        body = {"code": f"RENT_{'ABC'[number]}", "number": f"6602.0{number + 1}", "name_zh": "租金", "name_en": "Rent",
                "kind": "EXPENSE", "reason": "the new office"}  # fmt: skip
        headers = harness.signer.headers("finance", subject="u-other")
        answer = await harness.client.post("/v1/account-changes", json=body, headers=headers)
        assert answer.status_code < 300, answer.text
        changes.append(answer.json()["id"])
    async with harness.service.engine.begin() as connection:
        for statement in ASKED_AGAIN:
            await connection.exec_driver_sql(statement)
    return {
        "change_id": [changes[0]],
        "approve_account_change/change_id": [changes[1]],
        "reject_account_change/change_id": [changes[2]],
        "journal_id": [booked],
        "approve_journal/journal_id": [approved],
        "reject_journal/journal_id": [rejected],
        "request_period_closing/period": ["2026-01"],
        "request_period_reopening/period": ["2026-04"],  # none that is closed meanwhile is later
        "approve_period_change/period": ["2026-02"],
        "reject_period_change/period": ["2026-03"],
    }


async def compared(harness: Harness) -> Known:
    """integration-gateway: work on its desk, and a day whose file differs from the orders."""
    work = from_samples(
        "external-data.requested", "payment.requested", payment_id="select id from desk where kind = 'PAY'"
    )
    async with harness.service.engine.begin() as connection:
        for statement in (
            "insert into settlement_days values (date '2026-01-21', 1, 500, 1, now())",
            "insert into settlement_breaks values (date '2026-01-21', 'PO1', 'SETTLED_THERE_ALONE', null, null, 500)",
        ):
            await connection.exec_driver_sql(statement)
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into signature_flows values ($1, $2, $3, 'esign', 'f1', 'h', 's', now())",
            (uuid4(), UUID(APPLICATION), (borrower := uuid4())),
        )
    signed = {"get_signature/application_id": [APPLICATION], "get_own_signature/application_id": [APPLICATION],
              OWNER: [str(borrower)]}  # fmt: skip
    written = {"CommunicationBody/at": [datetime.now(UTC).isoformat()]}
    settled = {"get_settlement_day/day": ["2026-01-21"], "clear_settlement_break/day": ["2026-01-21"],
               "clear_settlement_break/order_id": ["PO1"]}  # fmt: skip
    return await work(harness) | settled | await _partners(harness) | written | signed | await _quarantined(harness)


async def _quarantined(harness: Harness) -> Known:
    """Answers of which nothing was read: one to look at, others to close."""
    seals, made = SourceSeals.parse(f"test:{KEY}"), [uuid4() for _ in range(3)]
    async with harness.service.engine.begin() as connection:
        for id in made:
            await connection.exec_driver_sql(
                "insert into quarantined_answers (id, source, provider, code, fault, application_id, request_id, came_at,"
                " text, state, version, sequence) values ($1, 'COURT', 'courts', 'shape-changed', 'ShapeChanged: /zhixing type',"
                " $1, $1, now(), $2, 'OPEN', 1, 1)",
                (id, seals.unread(id, b'{"data":{"zhixing":{}}}')),
            )
    first, *others = map(str, made)
    return {"read_quarantined_answer/answer_id": [first], "close_quarantined_answer/answer_id": others}


async def _partners(harness: Harness) -> Known:
    """Partners that somebody else has proposed; one of them approved, with an endpoint and what it was sent."""
    terms = {"name": "示例分期", "products": ["CONSUMER_CREDIT"], "networks": ["203.0.113.0/24"]}
    made = []
    for _ in range(4):
        headers = harness.signer.headers(*ROLES, subject="u-other")
        answer = await harness.client.post("/v1/partners", json=terms, headers=headers)
        assert answer.status_code == 201, answer.text
        made.append(answer.json()["id"])
    first, second, *active = made
    delivery = str(uuid4())
    for partner in active:
        headers = harness.signer.headers(*ROLES)
        answer = await harness.client.post(f"/v1/partners/{partner}/approval", json={}, headers=headers)
        assert answer.status_code == 200, answer.text
    kept, suspended = active
    async with harness.service.engine.begin() as connection:
        await connection.exec_driver_sql(
            "insert into webhook_endpoints (partner_id, url, secrets, changed_by, changed_at)"
            " values ($1, 'https://partner.example/hook', '[]', 'u-other', now())",
            (UUID(kept),),
        )
        await connection.exec_driver_sql(
            "insert into webhook_deliveries (id, application_id, partner_id, type, body, created_at, since, due_at, state)"
            " values ($1, $2, $3, 'loan.disbursed', '{}', now(), now(), now(), 'DELIVERED')",
            (UUID(delivery), uuid4(), UUID(kept)),
        )
    return {"partner_id": [kept], "approve_partner/partner_id": [first], "reject_partner/partner_id": [second],
            "suspend_partner/partner_id": [suspended], "delivery_id": [delivery]}  # fmt: skip


async def told(harness: Harness) -> Known:
    """reporting-svc: everything that the samples say, and a span."""
    types: Sequence[str] = harness.service.subscriptions.topics
    known = await from_samples(*types)(harness)
    trace = uuid4()
    await _span(harness, trace)
    return known | {"trace_id": [trace.hex]}


async def _span(harness: Harness, trace: UUID) -> None:
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    request = ExportTraceServiceRequest()
    span = request.resource_spans.add().scope_spans.add().spans.add()
    span.trace_id, span.span_id, span.name = trace.bytes, trace.bytes[:8], "POST submit_application"
    span.start_time_unix_nano, span.end_time_unix_nano = 1_768_872_612 * 10**9, 1_768_872_613 * 10**9
    headers = {"Authorization": f"Bearer {SPAN_TOKEN}", "Content-Type": "application/x-protobuf"}
    await harness.client.post("/v1/otlp/v1/traces", content=request.SerializeToString(), headers=headers)


SEEDS: dict[str, Seed] = {
    "application-svc": with_holds(with_parameters(applied, "consent.post_loan_days", "3999", "day")),
    "workflow-svc": with_holds(with_parameters(in_review, "authority.approver", "400000", "CNY")),
    "risk-svc": with_holds(with_parameters(
        policies if has_model() else from_samples(assessment_id="select id from assessments"),
        "price.margin", "0.4", "%",
    )),
    "antifraud-svc": with_holds(with_parameters(watched, "F-06.card_id_cnt.decline", "3", "count")),
    "postloan-svc": with_parameters(lent, "cap.court_financial", "23", "%"),
    "integration-gateway": with_holds(with_parameters(
        compared,
        "retention.finished-work", "31", "day",
    )),
    "reporting-svc": told,
}  # fmt: skip
