"""Requests as they are posted and answers as they are written: fields, sorted, hashed twice and signed by RSA."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import parse_qsl

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

Fields = dict[str, str]


def request_of(body: bytes) -> Fields:
    """The fields of a request. ValueError where it is no form."""
    return dict(parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True, max_num_fields=100))


def is_signed(fields: Mapping[str, str], merchants: Mapping[str, RSAPublicKey]) -> bool:
    """Whether the merchant that the certificate number names has signed a request."""
    key = merchants.get(fields.get("certId", ""))
    if key is None:
        return False
    try:
        key.verify(b64decode(fields.get("signature", ""), validate=True), digest(fields), PKCS1v15(), SHA256())
    except (InvalidSignature, ValueError):
        return False
    return True


def sealed(fields: Mapping[str, str], certificate: str, key: RSAPrivateKey) -> Fields:
    """An answer with its certificate and signature."""
    told = {**fields, "signPubKeyCert": certificate}
    return {**told, "signature": b64encode(key.sign(digest(told), PKCS1v15(), SHA256())).decode()}


def line(fields: Mapping[str, str]) -> bytes:
    """An answer as it is written: one line, nothing in it encoded."""
    return "&".join(map("=".join, fields.items())).encode()


def digest(fields: Mapping[str, str]) -> bytes:
    """The hexadecimal digits that are signed."""
    pairs = sorted((name, value) for name, value in fields.items() if value.strip() and name != "signature")
    return sha256("&".join(map("=".join, pairs)).encode()).hexdigest().encode("ascii")


def block(text: str) -> Fields:
    """The fields of a block like `customerInfo`: base64 of {k=v&k=v}. ValueError where it is none."""
    return inside(b64decode(text, validate=True).decode())


def inside(text: str) -> Fields:
    """The fields within {k=v&k=v}. ValueError where it is no such block."""
    if not (text.startswith("{") and text.endswith("}")):
        raise ValueError("no braces")
    return dict(pair.split("=", 1) for pair in text[1:-1].split("&"))


def opened(text: str, key: RSAPrivateKey) -> str:
    """A field that was encrypted for the network. ValueError where it was not."""
    return key.decrypt(b64decode(text, validate=True), PKCS1v15()).decode()
