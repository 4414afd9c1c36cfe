"""The broker's jars over a network as they are: a certificate of its own, a proxy, cuts.

The repository is a TLS server here whose certificate nobody knows but the store of the machine.
"""

import functools
import hashlib
import http.server
import os
import socket
import socketserver
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from loan_datasets import trust
from loan_devstack.broker import jar_fetching, jars
from loan_devstack.broker.jars import Jar

CONTENT = os.urandom(400_000)
CUT_AFTER = 150_000
JARS = (
    Jar("org.example", "whole", "1.0", hashlib.sha256(b"small").hexdigest()),
    Jar("org.example", "cut", "1.0", hashlib.sha256(CONTENT).hexdigest()),
)
PROGRAM = """
import sys
from pathlib import Path
from loan_datasets import trust
from loan_devstack.broker import jar_fetching, jars
store, lock, cache, repository = sys.argv[1:]
trust.USUAL = (store,)  # as the system's store
jars.locked.__defaults__ = (Path(lock),)
jar_fetching._repositories = lambda folder: [repository]
try:
    jar_fetching.fetch(Path(cache))
except LookupError as error:
    sys.exit(str(error))
"""


class Repository(http.server.SimpleHTTPRequestHandler):
    """Serves files and ranges of them; the first so many requests for `cut` break off in the midst."""

    protocol_version = "HTTP/1.1"
    cuts = 0
    asked: list[tuple[str, str]] = []

    def do_GET(self) -> None:
        content = CONTENT if "cut" in self.path else b"small"
        begins = int(self.headers.get("Range", "bytes=0-")[6:-1])
        self.asked.append((self.path.rsplit("/", 1)[-1], self.headers.get("Range", "")))
        self.send_response(206 if begins else 200)
        self.send_header("Content-Length", str(len(content) - begins))
        self.end_headers()
        if "cut" in self.path and type(self).cuts > 0:
            type(self).cuts -= 1
            self.wfile.write(content[begins : begins + CUT_AFTER])
            self.close_connection = True
        else:
            self.wfile.write(content[begins:])

    def log_message(self, format: str, *args: object) -> None:
        pass


class Proxy(socketserver.StreamRequestHandler):
    """Passes a TLS connection on (CONNECT), and remembers to where."""

    through: list[str] = []

    def handle(self) -> None:
        target = self.rfile.readline().split()[1].decode()
        while self.rfile.readline().strip():
            pass
        self.through.append(target)
        host, port = target.split(":")
        with socket.create_connection((host, int(port))) as there:
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=self._copy, args=(there, self.connection), daemon=True)
            back.start()
            self._copy(self.connection, there)
            back.join(5)

    @staticmethod
    def _copy(source: socket.socket, target: socket.socket) -> None:
        try:
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass


@pytest.fixture
def network(tmp_path: Path, authority: tuple[Path, Path]) -> Iterator[str]:
    Repository.asked, Repository.cuts = [], 0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Repository, directory=str(tmp_path)))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*authority)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    (tmp_path / "lock").write_text("".join(f"{j.group}:{j.artifact}:{j.version} {j.sha256}\n" for j in JARS))
    yield f"https://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture
def proxy() -> Iterator[str]:
    Proxy.through = []
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Proxy) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def fetch(folder: Path, store: Path, repository: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """A first start's fetching, in an environment that exports nothing of certificates or proxies unless told."""
    clean = {name: value for name, value in os.environ.items()
             if name not in trust.NAMED and not name.lower().endswith("_proxy")}  # fmt: skip
    words = [sys.executable, "-c", PROGRAM, str(store), str(folder / "lock"), str(folder / "cache"), repository]
    return subprocess.run(words, env=clean | environ, capture_output=True, text=True, timeout=120)


def came(folder: Path) -> list[str]:
    return [jar.artifact for jar in JARS if not jars.unfit((jar,), jars.repository(folder / "cache"))]


def test_the_store_of_the_machine_is_enough(network: str, authority: tuple[Path, Path], tmp_path: Path) -> None:
    strange = fetch(tmp_path, tmp_path / "nothing.pem", network)
    assert strange.returncode == 1 and "certificate" in strange.stderr and came(tmp_path) == []
    done = fetch(tmp_path, authority[0], network)
    assert done.returncode == 0, done.stderr
    assert came(tmp_path) == ["whole", "cut"]
    assert "the broker's jars: 0.4 MB, 2 of 2 were missing" in done.stderr


def test_proxies_are_honoured_and_passed_by_where_they_are_not_wanted(
    network: str, proxy: str, authority: tuple[Path, Path], tmp_path: Path
) -> None:
    done = fetch(tmp_path, authority[0], network, HTTPS_PROXY=proxy, NO_PROXY="127.0.0.1")
    assert done.returncode == 0 and Proxy.through == [], done.stderr
    (jars.repository(tmp_path / "cache") / "org/example/cut/1.0/cut-1.0.jar").unlink()
    done = fetch(tmp_path, authority[0], network, HTTPS_PROXY=proxy)
    assert done.returncode == 0, done.stderr
    assert Proxy.through == [network.removeprefix("https://")] and came(tmp_path) == ["whole", "cut"]


def test_what_broke_off_is_gone_on_with(network: str, authority: tuple[Path, Path], tmp_path: Path) -> None:
    Repository.cuts = 2
    done = fetch(tmp_path, authority[0], network)
    assert done.returncode == 0, done.stderr
    assert came(tmp_path) == ["whole", "cut"]
    ranges = [asked for name, asked in Repository.asked if name == "cut-1.0.jar"]
    assert ranges == ["", f"bytes={CUT_AFTER}-", f"bytes={2 * CUT_AFTER}-"]


def test_the_next_start_goes_on_where_the_last_one_gave_up(
    network: str, authority: tuple[Path, Path], tmp_path: Path
) -> None:
    whole = jars.repository(tmp_path / "cache") / "org/example/cut/1.0/cut-1.0.jar"
    whole.parent.mkdir(parents=True)
    whole.with_name("cut-1.0.jar.part").write_bytes(CONTENT[:CUT_AFTER])
    done = fetch(tmp_path, authority[0], network)
    assert done.returncode == 0, done.stderr
    assert ("cut-1.0.jar", f"bytes={CUT_AFTER}-") in Repository.asked
    whole.unlink()
    whole.with_name("cut-1.0.jar.part").write_bytes(b"something else altogether")
    assert "it was not used" in fetch(tmp_path, authority[0], network).stderr
    assert came(tmp_path) == ["whole"]
    assert fetch(tmp_path, authority[0], network).returncode == 0 and came(tmp_path) == ["whole", "cut"]


def test_the_resolver_of_a_new_lock_trusts_all_stores(
    authority: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority[0]))
    monkeypatch.delenv(jar_fetching.VARIABLE, raising=False)
    with jar_fetching._trusting():
        trusted = Path(os.environ[jar_fetching.VARIABLE]).read_text()
    assert authority[0].read_text().strip() in trusted and trusted.count("BEGIN CERTIFICATE") > 100
    assert jar_fetching.VARIABLE not in os.environ
