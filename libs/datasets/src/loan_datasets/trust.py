"""Whom a download trusts: the machine's own store of certificates, what the environment names, and certifi's list.

A network may look into what is fetched, with a certificate of its own that the administrator has put into the system's
store. The clients that fetch here (pip, requests) know only certifi's list unless they are given a file, so they are
given one with all.
"""

import importlib.util
import os
import re
import ssl
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

NAMED = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR")
# Where systems keep theirs; a Python that was built elsewhere does not always know.
USUAL = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch, Alpine
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  # Fedora, RHEL
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",  # SUSE
    "/etc/ssl/cert.pem",  # Alpine, macOS
)
CERTIFICATE = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


def stores(environ: Mapping[str, str] = os.environ) -> list[Path]:
    """Files and folders with certificates that this machine trusts, and those that the environment names."""
    known = ssl.get_default_verify_paths()
    places = [*(environ.get(name) for name in NAMED), known.cafile, known.openssl_cafile, *USUAL, _certifi()]
    return [path for path in (Path(place) for place in dict.fromkeys(places) if place) if path.exists()]


@contextmanager
def one_file(*more: Path, environ: Mapping[str, str] = os.environ) -> Iterator[Path]:
    """A file with every certificate of all stores, and of `more`, while the block lasts."""
    found = dict.fromkeys(part for store in (*more, *stores(environ)) for part in _certificates(store))
    with tempfile.TemporaryDirectory(prefix="xinliu-") as folder:
        file = Path(folder) / "trusted.pem"
        file.write_bytes(b"\n".join(found) + b"\n")
        yield file


def _certificates(store: Path) -> Iterator[bytes]:
    for file in sorted(store.iterdir()) if store.is_dir() else [store]:
        with suppress(OSError):  # what cannot be read is not trusted
            yield from CERTIFICATE.findall(file.read_bytes())


def _certifi() -> str | None:
    found = importlib.util.find_spec("certifi")
    return str(Path(found.origin).parent / "cacert.pem") if found and found.origin else None
