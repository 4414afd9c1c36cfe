"""Documents: the store on a folder and on S3, and what may be uploaded, listed and read."""

import socket
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import boto3
import httpx
import pytest
from applicants import PDF, Front, an_application, changed, pointers, refused, settings, succeeded
from moto.server import ThreadedMotoServer

from application_svc.clients.document_store import ObjectDocumentStore
from application_svc.clients.sealed_documents import SealedDocumentStore
from application_svc.wiring import build
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import NotFound, Unavailable
from loan_servicekit.db.crypto import FieldCipher, sealed_with
from loan_servicekit.testing import Harness

REGION, KEY_ID, SECRET = "us-east-1", "test", "test-secret"


@pytest.fixture(scope="module")
def s3_endpoint() -> Iterator[str]:
    """An S3 service over real HTTP on a free port, with one bucket."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    client = boto3.client("s3", endpoint_url=endpoint, region_name=REGION, aws_access_key_id=KEY_ID,
                          aws_secret_access_key=SECRET)  # fmt: skip
    client.create_bucket(Bucket="documents")
    yield endpoint
    server.stop()


@pytest.fixture(params=["file", "s3"])
def store_settings(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """Settings of one store or the other."""
    if request.param == "file":
        return {"document_store_url": (tmp_path / "documents").as_uri()}
    return {
        "document_store_url": f"s3://documents/{uuid4()}",
        "document_store_endpoint": request.getfixturevalue("s3_endpoint"),
        "document_store_region": REGION,
        "document_store_key_id": KEY_ID,
        "document_store_secret": SECRET,
    }


def store_of(values: dict[str, str]) -> ObjectDocumentStore:
    """The store of some settings."""
    return ObjectDocumentStore.at(*values.values())


async def test_a_content_is_stored_and_found_again(store_settings: dict[str, str]) -> None:
    store = store_of(store_settings)
    content = bytes(range(256)) * 4_000
    await store.put("a/b", content)
    await store.put("a/b", content)
    assert await store.get("a/b") == content
    with pytest.raises(NotFound, match="document-content-not-found"):
        await store.get("a/c")


async def test_a_store_that_does_not_answer_is_unavailable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    store = ObjectDocumentStore.at("s3://documents", f"http://127.0.0.1:{port}", REGION, KEY_ID, SECRET)
    with pytest.raises(Unavailable, match="document-store-unavailable"):
        await store.put("a", b"b")


def test_other_addresses_are_refused() -> None:
    with pytest.raises(ValueError, match="file or s3"):
        ObjectDocumentStore.at("ftp://somewhere")


@pytest.fixture
async def stored(database: str, tmp_path: Path, store_settings: dict[str, str]) -> AsyncIterator[Harness]:
    """The service on one store or the other."""
    harness = await Harness(build(settings(database, tmp_path, **store_settings), "api")).start()
    yield harness
    await harness.close()


async def test_a_document_travels_through_the_store_and_each_look_is_recorded(stored: Harness) -> None:
    manager = Front(stored, "customer-manager", branch="310000-01", subject="manager")
    id = await a_draft(manager)
    answer = await manager.upload(id, "ID_FRONT")
    assert answer.status_code == 201
    made = answer.json()
    assert (made["media_type"], made["size_bytes"], made["uploaded_by"]) == ("application/pdf", len(PDF), "manager")
    listed = succeeded(await manager.get(f"/applications/{id}/documents"))["items"]
    assert listed == [made]

    path = f"/applications/{id}/documents/{made['id']}/content"
    read = await manager.get(path)
    assert (read.content, read.headers["content-type"]) == (PDF, "application/pdf")
    assert read.headers["content-disposition"].startswith("attachment")
    assert read.headers["x-content-type-options"] == "nosniff"
    looks = [m for m in await stored.outbox(AuditRecorded) if m.action == "read_document"]
    assert [(str(m.application_id), m.detail) for m in looks] == [(id, {"document_id": made["id"], "kind": "ID_FRONT"})]
    missing = await manager.get(f"/applications/{id}/documents/{uuid4()}/content")
    assert refused(missing) == (404, "document-not-found")


async def test_papers_of_identity_lie_nowhere_in_clear(harness: Harness, manager: Front, tmp_path: Path) -> None:
    id = await a_draft(manager)
    made = succeeded(await manager.upload(id, "ID_FRONT", JPEG + b"110105194912310021", "image/jpeg"))
    [stored] = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert (sealed_with(stored.read_bytes()), stored.name) == ("k1", made["sha256"])
    assert b"JFIF" not in stored.read_bytes() and b"110105194912310021" not in stored.read_bytes()
    path = f"/applications/{id}/documents/{made['id']}/content"
    assert (await manager.get(path)).content == JPEG + b"110105194912310021"
    stored.write_bytes(stored.read_bytes()[:-1] + b"x")
    with pytest.raises(ValueError, match="changed"):
        await harness.app.state.ports.documents.get(f"{id}/{made['sha256']}")


async def test_what_lies_in_clear_or_under_an_earlier_key_is_sealed_at_the_start(
    store_settings: dict[str, str],
) -> None:
    plain = store_of(store_settings)
    await plain.put("a/1", PDF)
    await plain.put("a/2", PNG * 1000)
    old, new = FieldCipher({"a": b"1" * 32}), FieldCipher({"b": b"2" * 32, "a": b"1" * 32})
    first = SealedDocumentStore(plain, old)
    assert await first.get("a/1") == PDF  # who reads it seals it
    assert sealed_with(await plain.get("a/1")) == "a"
    assert [await first.bring_up_to_date() for _ in range(2)] == [1, 0]
    second = SealedDocumentStore(plain, new)
    assert [await second.bring_up_to_date() for _ in range(2)] == [2, 0]
    assert {sealed_with(await plain.get(key)) for key in ("a/1", "a/2")} == {"b"}
    assert (await second.get("a/1"), await second.get("a/2")) == (PDF, PNG * 1000)
    await plain.put("a/3", await plain.get("a/2"))  # another paper in the place of one
    with pytest.raises(ValueError, match="another record"):
        await second.get("a/3")


async def test_papers_are_bounded_in_number(manager: Front) -> None:
    id = await a_draft(manager)
    for number in range(10):
        succeeded(await manager.upload(id, "ID_FRONT", PDF + b"%d" % number))
    assert refused(await manager.upload(id, "ID_FRONT", PDF)) == (409, "documents-too-many")
    succeeded(await manager.upload(id, "ID_BACK"))


JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF" + b"\0" * 32


@pytest.mark.parametrize(
    ("content", "declared", "kept"),
    [(JPEG, "image/jpg", "image/jpeg"), (JPEG, "image/pjpeg", "image/jpeg"),
     (b"\xef\xbb\xbf" + PDF, "application/pdf", "application/pdf"), (b"\r\n" + PDF, "application/octet-stream", "application/pdf")],
)  # fmt: skip
async def test_a_real_photograph_or_paper_is_taken_whatever_it_was_called(
    harness: Harness, manager: Front, content: bytes, declared: str, kept: str
) -> None:
    id = await a_draft(manager)
    made = succeeded(await manager.upload(id, "ID_FRONT", content, declared))
    read = await manager.get(f"/applications/{id}/documents/{made['id']}/content")
    assert (made["media_type"], read.headers["content-type"], read.content) == (kept, kept, content)


async def a_draft(front: Front) -> str:
    """A draft that takes documents."""
    customer = await front.register(0)
    draft = await front.post("/drafts", an_application(customer["id"], product_code="PCL-BRANCH"))
    id: str = succeeded(draft)["id"]
    return id


PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 32


async def test_what_is_no_document_is_refused_and_leaves_nothing_in_the_store(
    harness: Harness, manager: Front, stranger: Front, tmp_path: Path
) -> None:
    id = await a_draft(manager)
    too_large = PDF + b"\0" * 22 * 1024 * 1024
    for answer, expected, wrong in (
        (await manager.upload(id, "ID_FRONT", b""), "document-empty", "/file"),
        (await manager.upload(id, "ID_FRONT", b"MZ\x90\0" * 8), "document-type-unsupported", "/file"),
        (await manager.upload(id, "ID_FRONT", PNG), "document-type-differs", "/file"),
        (await manager.upload(id, "TAX_RETURN"), "document-kind-not-accepted", "/kind"),
        (await manager.upload(id, "SELFIE"), "upload-invalid", "/kind"),
    ):
        assert answer.json()["code"] == expected, answer.text
        assert answer.status_code in (415, 422)
        assert list(pointers(answer)) == [wrong]
    assert refused(await manager.upload(id, "ID_FRONT", too_large)) == (413, "request-too-large")
    online = await manager.submit((await manager.register(1))["id"])
    assert refused(await manager.upload(online["id"], "ID_FRONT")) == (409, "application-not-editable")
    assert refused(await stranger.upload(id, "ID_FRONT")) == (403, "other-branch")
    assert refused(await manager.upload(str(uuid4()), "ID_FRONT")) == (404, "application-not-found")
    no_form = await manager.post(f"/applications/{id}/documents", {"kind": "ID_FRONT"})
    assert refused(no_form) == (422, "upload-invalid")
    broken = await harness.client.post(
        f"/v1/applications/{id}/documents", content=b"--x\r\nnonsense",
        headers=manager.headers(**{"Content-Type": "multipart/form-data; boundary=x"}),
    )  # fmt: skip
    assert broken.status_code in (400, 422)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert succeeded(await manager.get(f"/applications/{id}/documents"))["items"] == []


async def test_a_file_larger_than_its_product_takes_is_refused(
    harness: Harness, channel: Front, tmp_path: Path
) -> None:
    customer = await channel.register(0)
    draft = succeeded(await channel.post("/drafts", an_application(customer["id"])))
    answer = await channel.upload(draft["id"], "BANK_STATEMENT", PDF + b"\0" * 10 * 1024 * 1024)
    assert refused(answer) == (413, "document-too-large")
    assert str(10 * 1024 * 1024) in answer.json()["detail"]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


async def test_the_same_upload_with_the_same_key_is_one_document(harness: Harness, manager: Front) -> None:
    id = await a_draft(manager)
    path, headers = f"/v1/applications/{id}/documents", manager.headers()

    async def uploads(content: bytes) -> httpx.Response:
        """As clients do: each try of a form has a boundary of its own."""
        form = {"data": {"kind": "ID_BACK"}, "files": {"file": ("x.pdf", content, "application/pdf")}}
        return await harness.client.post(path, headers=headers, **form)

    answers = [await uploads(PDF) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert len(succeeded(await manager.get(f"/applications/{id}/documents"))["items"]) == 1
    assert refused(await uploads(PDF + b"\n")) == (422, "idempotency-key-reused")


def branch_credit(customer_id: str, **changed: object) -> dict[str, object]:
    """A request that needs both sides of the identity card and a proof of income."""
    return an_application(customer_id, product_code="PCL-BRANCH") | changed


async def test_papers_that_are_still_valid_serve_again_as_the_customer_wishes(
    harness: Harness, manager: Front, stranger: Front
) -> None:
    customer, other = await manager.register(0), await manager.register(1)
    first = succeeded(await manager.post("/drafts", branch_credit(customer["id"])))
    for kind in ("ID_FRONT", "ID_BACK", "INCOME_PROOF"):
        succeeded(await manager.upload(first["id"], kind))
    succeeded(await manager.post(f"/applications/{first['id']}/submission"))
    second = succeeded(await manager.post("/drafts", branch_credit(customer["id"])))
    path = f"/applications/{second['id']}"
    assert refused(await manager.post(f"{path}/submission")) == (422, "documents-missing")  # nobody has agreed
    assert refused(await stranger.get(f"{path}/documents/reusable")) == (403, "other-branch")
    shown = succeeded(await manager.get(f"{path}/documents/reusable"))["items"]
    assert {each["kind"] for each in shown} == {"ID_FRONT", "ID_BACK", "INCOME_PROOF"}
    assert {each["from_application_id"] for each in shown} == {first["id"]}
    succeeded(await manager.post(f"{path}/submission", {"reuse_documents": True}))
    held = succeeded(await manager.get(f"{path}/documents"))["items"]
    assert {each["from_application_id"] for each in held} == {first["id"]}
    content = await manager.get(f"{path}/documents/{held[0]['id']}/content")
    assert (content.status_code, content.content) == (200, PDF)
    told = [m for m in await harness.outbox(AuditRecorded) if m.action == "reuse_documents"]
    assert [m.detail["kinds"] for m in told] == ["ID_FRONT,ID_BACK,INCOME_PROOF"]
    # at once, without a draft; and another customer's papers are his
    third = succeeded(await manager.post("/applications", branch_credit(customer["id"], reuse_documents=True)))
    held = succeeded(await manager.get(f"/applications/{third['id']}/documents"))["items"]
    assert {each["from_application_id"] for each in held} == {first["id"]}
    answer = await manager.post("/applications", branch_credit(other["id"], reuse_documents=True))
    assert refused(answer) == (422, "documents-missing")


async def test_papers_that_have_run_out_or_belong_to_an_old_card_do_not_serve_again(
    harness: Harness, manager: Front
) -> None:
    customer = await manager.register(0)
    first = succeeded(await manager.post("/drafts", branch_credit(customer["id"])))
    for kind in ("ID_FRONT", "ID_BACK", "INCOME_PROOF"):
        succeeded(await manager.upload(first["id"], kind))
    succeeded(await manager.post(f"/applications/{first['id']}/submission"))
    renewed = {"id_expires_on": "2036-01-31"}
    succeeded(await manager.post(f"/customers/{customer['id']}/details", renewed))
    again = branch_credit(customer["id"], reuse_documents=True)
    answer = await manager.post("/applications", again)
    assert pointers(answer) == {"/documents/ID_FRONT": "documents-missing", "/documents/ID_BACK": "documents-missing"}
    await changed(
        harness,
        "update applications set documents = replace(documents::text, to_char(now() at time zone 'UTC', 'YYYY-'),"
        " '2020-')::json",
    )
    answer = await manager.post("/applications", again)
    assert "/documents/INCOME_PROOF" in pointers(answer)
