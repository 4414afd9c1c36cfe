"""Messages of UnionPay ACP 5.1.0: how they are written, signed and read (signMethod 01, RSA with certificates).

The signed text is made of the fields as they are, sorted, without empty ones; what is signed is the hexadecimal SHA-256
of it, with SHA-256 once more. Answers bear the certificate they are signed with as a field, CRLF within it included.
"""

import hashlib
import re
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Final
from urllib.parse import parse_qsl, urlencode

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from integration_gateway.clients.wire import BadSignature

FORM: Final = {"Content-Type": "application/x-www-form-urlencoded;charset=UTF-8"}
MOST_FIELDS: Final = 200
_MARKS: Final = re.compile(r"[&{}\[\]]")
_LONGEST_CHAIN, _REMEMBERED = 5, 32


def parsed(text: str) -> dict[str, str]:
    """The fields of an answer `k=v&k=v`: an & within braces or brackets separates nothing; a value may have = in it."""
    fields: dict[str, str] = {}
    depth = start = 0
    for mark in _MARKS.finditer(text):
        sign = mark.group()
        if sign == "&" and depth <= 0:
            _add(fields, text[start : mark.start()])
            start = mark.end()
        elif sign != "&":
            depth += 1 if sign in "{[" else -1
    _add(fields, text[start:].rstrip("\r\n"))
    return fields


def _add(fields: dict[str, str], pair: str) -> None:
    name, separator, value = pair.partition("=")
    if separator and name:
        fields[name] = value


def posted(body: bytes) -> dict[str, str]:
    """The fields of a form, as notifications are posted. ValueError where it is none."""
    pairs = parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True, max_num_fields=MOST_FIELDS)
    return dict(pairs)


def form(fields: Mapping[str, str]) -> bytes:
    """The fields of a request, as they are posted."""
    return urlencode(fields).encode()


def signed_digest(fields: Mapping[str, str]) -> bytes:
    """What is signed of a message: the hexadecimal SHA-256 of its fields, as text."""
    told = "&".join(f"{name}={fields[name]}" for name in sorted(fields) if name != "signature" and fields[name].strip())
    return hashlib.sha256(told.encode()).hexdigest().encode()


def signed(fields: Mapping[str, str], key: RSAPrivateKey, cert_id: str) -> dict[str, str]:
    """A message under the signature of a merchant; the serial number of his certificate names the key."""
    told = {**fields, "certId": cert_id}
    signature = key.sign(signed_digest(told), padding.PKCS1v15(), SHA256())
    return {**told, "signature": b64encode(signature).decode()}


def encrypted(text: str, key: RSAPublicKey) -> str:
    """A field that only UnionPay can read."""
    return b64encode(key.encrypt(text.encode(), padding.PKCS1v15())).decode()


class Trust:
    """Whose answers are believed: certificates that lead to the configured ones and name the network as holder."""

    def __init__(self, anchors: list[x509.Certificate], holder: str) -> None:
        self._anchors, self._holder = anchors, holder
        self._known: dict[str, tuple[x509.Certificate, RSAPublicKey]] = {}

    def require(self, fields: Mapping[str, str], now: datetime) -> None:
        """BadSignature where the network has not signed these fields."""
        try:
            certificate, key = self._holder_of(fields["signPubKeyCert"], now)
            if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
                raise ValueError("out of its time")
            signature = b64decode(fields["signature"], validate=True)
            key.verify(signature, signed_digest(fields), padding.PKCS1v15(), SHA256())
        except (InvalidSignature, ValueError, TypeError, LookupError) as error:
            raise BadSignature("not signed by the network") from error

    def _holder_of(self, pem: str, now: datetime) -> tuple[x509.Certificate, RSAPublicKey]:
        if known := self._known.get(pem):
            return known
        certificate = x509.load_pem_x509_certificate(pem.encode())
        key = certificate.public_key()
        if not isinstance(key, RSAPublicKey):
            raise ValueError("no RSA key")
        [name] = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        if str(name.value).split("@")[2] != self._holder:
            raise ValueError("the certificate of somebody else")
        self._require_chain(certificate, now)
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        self._known[pem] = certificate, key
        return certificate, key

    def _require_chain(self, certificate: x509.Certificate, now: datetime) -> None:
        """The certificate leads to one that is its own issuer, by those that are configured alone."""
        for _ in range(_LONGEST_CHAIN):
            issuer = next((each for each in self._anchors if each.subject == certificate.issuer), None)
            if issuer is None:
                raise ValueError("an issuer that nobody knows")
            if not issuer.not_valid_before_utc <= now <= issuer.not_valid_after_utc:
                raise ValueError("an issuer out of its time")
            certificate.verify_directly_issued_by(issuer)
            if issuer.issuer == issuer.subject:
                return
            certificate = issuer
        raise ValueError("no root")
