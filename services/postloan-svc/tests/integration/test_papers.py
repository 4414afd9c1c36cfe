"""Statements and settlement certificates through the doors: what they say, and that they are the same bytes each time."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pypdfium2
from bank_counter import a_signing, close_day, closing_runs, disbursed, move_to, repay

from loan_contracts.lending import LoanDisbursed
from loan_servicekit.testing import Harness
from postloan_svc.clients.typst.typesetter import TypstTypesetter
from postloan_svc.domain.papers.paper import Draft, Paper, PaperKind

EVIL = '#panic("x") $a$ [*b*] \\ "q" <tag> // 甲'


async def issued(harness: Harness, path: str, expect: int = 201, role: str = "finance", **body: Any) -> Any:
    """What the door answers to who wants a paper."""
    answer = await harness.client.post(f"/v1{path}", headers=harness.signer.headers(role), json=body)
    assert answer.status_code == expect, answer.text
    return answer.json()


async def fetched(harness: Harness, loan: LoanDisbursed, paper_id: str) -> bytes:
    path = f"/v1/loans/{loan.loan_id}/papers/{paper_id}"
    answer = await harness.client.get(path, headers=harness.signer.headers("finance"))
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/pdf"
    return answer.content


def words(pdf: bytes) -> str:
    """What stands on a paper, without blanks and line ends."""
    pages = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)


async def test_a_statement_says_what_was_paid_and_is_the_same_bytes_from_every_process(
    harness: Harness, second: Harness
) -> None:
    loan = await disbursed(harness, a_signing())
    async with closing_runs(harness):
        await move_to(harness, loan.first_due_date)
        await repay(harness, loan, amount_minor=888_488)
        await close_day(harness)
    period = {"from_day": str(loan.value_date), "to_day": str(loan.first_due_date)}
    paper = await issued(harness, f"/loans/{loan.loan_id}/statements", **period)
    again = await issued(second, f"/loans/{loan.loan_id}/statements", **period)
    assert again == paper  # number and code, too
    first = await fetched(harness, loan, paper["id"])
    assert first == await fetched(harness, loan, paper["id"]) == await fetched(second, loan, paper["id"])
    said = words(first)
    for expected in (
        "贷款对账单",
        "放款",
        "还款",
        "100,000.00",
        "8,884.88",
        paper["number"],
        paper["verification_code"],
    ):
        assert expected in said, (expected, said)
    assert first.startswith(b"%PDF-1.7") and b"pdfaid" in first


async def test_a_loan_is_certified_when_it_is_settled_and_the_paper_can_be_checked(harness: Harness) -> None:
    signing = a_signing()
    loan = await disbursed(harness, signing)
    path = f"/loans/{loan.loan_id}/settlement-certificates"
    assert (await issued(harness, path, 409))["code"] == "loan-not-settled"
    await repay(harness, loan, amount_minor=10_000_000)
    own = harness.signer.headers("borrower", subject="u-b", customer_id=signing.customer_id)
    answer = await harness.client.post(f"/v1/my{path}", headers=own)
    assert answer.status_code == 201, answer.text
    paper = answer.json()
    (listed,) = (await harness.client.get(f"/v1/my/loans/{loan.loan_id}/papers", headers=own)).json()["items"]
    assert listed == paper
    pdf = (await harness.client.get(f"/v1/my/loans/{loan.loan_id}/papers/{paper['id']}", headers=own)).content
    said = words(pdf)
    assert "贷款结清证明" in said and signing.contract_no in said and paper["verification_code"] in said

    async def checked(number: str, code: str) -> Any:
        headers = harness.signer.headers("finance")
        return await harness.client.post("/v1/papers/check", json={"number": number, "code": code}, headers=headers)

    genuine = await checked(paper["number"], paper["verification_code"])
    assert genuine.json()["content"]["contract_no"] == signing.contract_no
    assert (await checked(paper["number"], "2222-2222-2222")).status_code == 404
    assert (await checked("JQ2026113000000000", paper["verification_code"])).status_code == 404


async def test_a_paper_of_another_loan_or_another_borrower_is_not_there(harness: Harness) -> None:
    signing = a_signing()
    loan, other = await disbursed(harness, signing), await disbursed(harness, a_signing())
    period = {"from_day": str(loan.value_date), "to_day": str(loan.value_date)}
    paper = await issued(harness, f"/loans/{loan.loan_id}/statements", **period)
    answer = await harness.client.get(
        f"/v1/loans/{other.loan_id}/papers/{paper['id']}", headers=harness.signer.headers("finance")
    )
    assert (answer.status_code, answer.json()["code"]) == (404, "paper-not-found")
    stranger = harness.signer.headers("borrower", subject="u-s", customer_id=uuid4())
    for tail in ("/papers", f"/papers/{paper['id']}"):
        answer = await harness.client.get(f"/v1/my/loans/{loan.loan_id}{tail}", headers=stranger)
        assert (answer.status_code, answer.json()["code"]) == (404, "loan-not-found")
    late = {"from_day": str(loan.value_date), "to_day": str(loan.value_date + timedelta(days=1))}
    refusal = await issued(harness, f"/loans/{loan.loan_id}/statements", 422, **late)
    assert refusal["code"] == "statement-period-invalid"


async def test_what_a_paper_says_is_never_read_as_markup(harness: Harness) -> None:
    loan = await disbursed(harness, a_signing())
    content = {
        "loan_no": EVIL, "contract_no": EVIL, "currency": "CNY", "principal_of_contract_minor": 1, "annual_rate": "0.12",
        "term_months": 1, "value_date": "2026-01-21", "settled_on": "2026-01-21", "repaid_minor": 1, "interest_minor": 0,
        "other_minor": 0,
    }  # fmt: skip
    draft = Draft(loan.loan_id, PaperKind.SETTLEMENT_CERTIFICATE, content)
    paper = Paper.issue(draft, "A" * 12, "u", loan.value_date, harness.service.clock())
    said = words(await TypstTypesetter(EVIL).pdf(paper))
    assert "".join(EVIL.split()) in said
