"""The console's image: its Dockerfile, and what its nginx answers, which is what the origin of the embedded system answers."""

import asyncio
import gzip
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from loan_devstack.origin.site import Site

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

from tools import hadolint

pytestmark = pytest.mark.xdist_group("tools")

ISSUER = "https://loans.example.com/auth/realms/xinliu"
TOLD = {"OIDC_ISSUER": ISSUER, "OIDC_CLIENT": "console", "OIDC_BORROWER_CLIENT": "borrower-app"}
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
COMPARED = ("content-type", "cache-control", "content-security-policy", "permissions-policy", "content-encoding")
SCRIPT = b"export const a = 1;\n" * 99


@pytest.fixture
def console(root: Path) -> Path:
    return root / "web" / "console"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Pages as a build leaves them: each beside its compressed self."""
    folder = tmp_path / "pages"
    (folder / "assets").mkdir(parents=True)
    for name, content in (("index.html", b"<p>desk"), ("b.html", b"<p>borrower"), ("assets/a-1.js", SCRIPT)):
        (folder / name).write_bytes(content)
        (folder / f"{name}.gz").write_bytes(gzip.compress(content))
    return folder


def test_the_linter_finds_no_fault(console: Path) -> None:
    done = subprocess.run([str(hadolint()), "--no-color", str(console / "Dockerfile")], capture_output=True, text=True)
    assert done.stdout == ""


def test_the_final_stage_holds_pages_and_nobody_with_rights(console: Path, root: Path) -> None:
    text = (console / "Dockerfile").read_text()
    first, final = re.split(r"^FROM .*$", text, flags=re.MULTILINE)[1:]
    assert "npm ci" in first and "npm" not in final
    assert re.findall(r"^USER (.+)$", final, re.MULTILINE) == ["10001:10001"]
    edge = re.search(r"image: (nginx:\S+)", (root / "docker-compose.yml").read_text())
    assert edge and f"ARG BASE={edge[1]}\n" in text
    assert re.search(r"ARG VERSION=\S+", text)[0] in (root / "services" / "Dockerfile").read_text()  # type: ignore[index]


def test_the_first_stage_gets_all_that_pages_are_built_of(console: Path) -> None:
    taken = {line[1:] for line in (console / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    tracked = subprocess.run(["git", "ls-files", "."], cwd=console, capture_output=True, text=True, check=True)
    lying = {name.split("/")[0] for name in tracked.stdout.split()}
    matched = {name for name in lying if name in taken or f"*{Path(name).suffix}" in taken}
    left_out = "README.md Dockerfile .dockerignore .gitignore .oxlintrc.json node.requirements tests"
    assert lying - matched == set(left_out.split())


@pytest_asyncio.fixture
async def served(console: Path, pages: Path, tmp_path: Path) -> AsyncIterator[str]:
    """The address of an nginx that runs with the image's files, put where they may lie here."""
    if NGINX is None:
        pytest.skip("there is no nginx on this machine")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (tmp_path / "tmp").mkdir()
    for source in [console / "image" / "nginx.conf", *(console / "image" / "templates").iterdir()]:
        text = re.sub(r"\$\{(\w+)\}", lambda found: TOLD[found[1]], source.read_text())
        text = re.sub(r"/tmp\b", str(tmp_path / "tmp"), text).replace("/srv/console", str(pages))
        (tmp_path / "tmp" / source.name.removesuffix(".template")).write_text(
            text.replace("listen 8000", f"listen {port}")
        )
    as_who = "user root;" if os.geteuid() == 0 else ""  # else its workers were nobody, to whom a test's folder is shut
    told = ["-c", str(tmp_path / "tmp" / "nginx.conf"), "-g", f"daemon off; {as_who}"]
    process = await asyncio.create_subprocess_exec(NGINX, *told)
    address = f"http://127.0.0.1:{port}"
    try:
        async with aiohttp.ClientSession() as session:
            for _ in range(200):
                try:
                    async with session.get(f"{address}/console.json"):
                        break
                except aiohttp.ClientError:
                    assert process.returncode is None
                    await asyncio.sleep(0.05)
        yield address
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


@pytest.mark.parametrize("packed", [True, False])
async def test_nginx_answers_as_the_origin_of_the_embedded_system(served: str, pages: Path, packed: bool) -> None:
    site = Site(pages, ISSUER, "console", "borrower-app")
    asks = {"Accept-Encoding": "gzip" if packed else "identity"}
    async with aiohttp.ClientSession(auto_decompress=False, headers=asks) as session:
        for path in (
            "/",
            "/b.html",
            "/assets/a-1.js",
            "/applications/0f3c",
            "/tasks?state=OPEN",
            "/assets/gone.js",
            "/.env",
        ):
            expected = site.answer(path.partition("?")[0] if path != "/" else "/index.html", packed)
            async with session.get(f"{served}{path}") as answer:
                said = {name: answer.headers[name] for name in COMPARED if name in answer.headers}
                if expected is None:
                    assert answer.status == 404, path
                    continue
                headers, body = expected
                right = {name.decode(): value.decode() for name, value in headers if name.decode() in COMPARED}
                assert (answer.status, said, await answer.read()) == (200, right, body), path
                assert (
                    answer.headers["x-content-type-options"] == "nosniff" and "nginx/" not in answer.headers["server"]
                )


async def test_pages_are_told_where_one_signs_in_and_that_nobody_is_at_hand(served: str) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{served}/console.json") as answer:
        told = json.loads(await answer.read())
        assert answer.headers["cache-control"] == "no-cache"
    assert told == {
        "issuer": ISSUER,
        "client": "console",
        "borrower_client": "borrower-app",
        "development": False,
        "people": [],
    }
