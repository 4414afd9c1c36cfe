"""The network's certificates and its merchant's, made once and kept in a folder: who asks is given his part."""

import os
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

ASKS, ANSWERS = "gateway/unionpay", "simulator/unionpay"
MERCHANT = "777290058110048"
HOLDER = "041@SIMULATOR@00040000:SIGN@00000001"
_LONG, _KEY_BITS = timedelta(days=3_650), 2_048


@dataclass(frozen=True, slots=True)
class Chain:
    """What the network signs with and whom it knows."""

    key: RSAPrivateKey = field(repr=False)
    certificate: str  # as a field of its answers: PEM with CRLF
    expired: str
    encryption: RSAPrivateKey = field(repr=False)
    encryption_cert_id: str
    merchants: dict[str, RSAPublicKey]  # by the serial number of their certificates

    @classmethod
    def of(cls, folder: Path) -> "Chain":
        """That of a folder; made there first where there is none."""
        if not (folder / ANSWERS).exists():
            make(folder)
        theirs, ours = folder / ASKS, folder / ANSWERS
        encryption = x509.load_pem_x509_certificate((theirs / "encryption.cert.pem").read_bytes())
        merchant = x509.load_pem_x509_certificate((theirs / "merchant.cert.pem").read_bytes())
        key = merchant.public_key()
        assert isinstance(key, RSAPublicKey)
        return cls(
            key=_private(ours / "signing.key.pem"),
            certificate=_as_field(ours / "signing.cert.pem"),
            expired=_as_field(ours / "expired.cert.pem"),
            encryption=_private(ours / "encryption.key.pem"),
            encryption_cert_id=str(encryption.serial_number),
            merchants={str(merchant.serial_number): key},
        )


def make(folder: Path) -> None:
    """Keys and certificates of both sides. What another process has made meanwhile stays."""
    now = datetime.now(UTC)
    root, signing, encryption, merchant = (generate_private_key(65_537, _KEY_BITS) for _ in range(4))
    top = _certificate("SIMULATED UP ROOT", root, "SIMULATED UP ROOT", root, now, _LONG, True)
    issuer = "SIMULATED UP ROOT"
    parts: dict[str, bytes] = {
        f"{ASKS}/trusted.pem": _pem(top),
        f"{ASKS}/encryption.cert.pem": _pem(_certificate("UP ENCRYPTION", encryption, issuer, root, now, _LONG)),
        f"{ASKS}/merchant.key.pem": _key_pem(merchant),
        f"{ASKS}/merchant.cert.pem": _pem(_certificate(f"041@{MERCHANT}@MERCHANT", merchant, issuer, root, now, _LONG)),
        f"{ANSWERS}/signing.key.pem": _key_pem(signing),
        f"{ANSWERS}/signing.cert.pem": _pem(_certificate(HOLDER, signing, issuer, root, now, _LONG)),
        f"{ANSWERS}/expired.cert.pem": _pem(
            _certificate(HOLDER, signing, issuer, root, now - 2 * _LONG, timedelta(days=365))
        ),
        f"{ANSWERS}/encryption.key.pem": _key_pem(encryption),
    }
    made = folder / f".made-{os.getpid()}"
    for name, content in parts.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(content)
    for part in (ASKS, ANSWERS):
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        if not (folder / part).exists():
            (made / part).rename(folder / part)
    shutil.rmtree(made)


def _certificate(
    name: str,
    key: RSAPrivateKey,
    issuer: str,
    signer: RSAPrivateKey,
    since: datetime,
    lasts: timedelta,
    authority: bool = False,
) -> x509.Certificate:
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(since - timedelta(days=400))
        .not_valid_after(since + lasts)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .sign(signer, SHA256())
    )


def _private(path: Path) -> RSAPrivateKey:
    key = load_pem_private_key(path.read_bytes(), None)
    assert isinstance(key, RSAPrivateKey)
    return key


def _as_field(path: Path) -> str:
    return path.read_text().strip().replace("\n", "\r\n")


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.PEM)


def _key_pem(key: RSAPrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
