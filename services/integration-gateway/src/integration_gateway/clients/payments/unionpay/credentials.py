"""The merchant's keys and the network's certificates, as their folder holds them.

`merchant.key.pem` and `merchant.cert.pem`, or `merchant.pfx` with `merchant.password`, as the network issues them;
`trusted.pem`, its root and middle certificates; `encryption.cert.pem`, where fields are encrypted.
"""

from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

from integration_gateway.clients.payments.unionpay.envelope import Trust


@dataclass(frozen=True, slots=True)
class Keys:
    """What a message is signed and believed by."""

    key: RSAPrivateKey = field(repr=False)
    cert_id: str
    trust: Trust = field(repr=False)
    encryption: RSAPublicKey | None = field(default=None, repr=False)
    encryption_cert_id: str = ""


def read_keys(folder: Path, holder: str) -> Keys:
    """The keys; `holder` is whom the network's certificates name. OSError, ValueError or TypeError for none."""
    key, certificate = _merchant(folder)
    trust = Trust(x509.load_pem_x509_certificates((folder / "trusted.pem").read_bytes()), holder)
    encryption = folder / "encryption.cert.pem"
    if not encryption.exists():
        return Keys(key, str(certificate.serial_number), trust)
    theirs = x509.load_pem_x509_certificate(encryption.read_bytes())
    public = theirs.public_key()
    if not isinstance(public, RSAPublicKey):
        raise ValueError("no RSA key to encrypt with")
    return Keys(key, str(certificate.serial_number), trust, public, str(theirs.serial_number))


def _merchant(folder: Path) -> tuple[RSAPrivateKey, x509.Certificate]:
    packed = folder / "merchant.pfx"
    if packed.exists():
        password = (folder / "merchant.password").read_bytes().strip()
        key, certificate, _ = load_key_and_certificates(packed.read_bytes(), password)
    else:
        key = load_pem_private_key((folder / "merchant.key.pem").read_bytes(), None)
        certificate = x509.load_pem_x509_certificate((folder / "merchant.cert.pem").read_bytes())
    if not isinstance(key, RSAPrivateKey) or certificate is None:
        raise ValueError("no RSA key of the merchant")
    return key, certificate
