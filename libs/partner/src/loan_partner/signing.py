"""Signs a request: RFC 9421, HMAC-SHA256, over method, path, query, Content-Digest and Idempotency-Key."""

import secrets
from datetime import datetime

import httpx
from http_message_signatures import HTTPMessageSigner, HTTPSignatureKeyResolver, algorithms

KEY = "Idempotency-Key"


class SharedSecret(HTTPSignatureKeyResolver):
    """The secret that the lender has shown once."""

    def __init__(self, secret: str) -> None:
        self._secret = secret.encode()

    def resolve_private_key(self, key_id: str) -> bytes:
        """The secret."""
        return self._secret


class Signer:
    """Signs with one key of a partner."""

    def __init__(self, key_id: str, secret: str) -> None:
        self._key_id = key_id
        self._signer = HTTPMessageSigner(signature_algorithm=algorithms.HMAC_SHA256, key_resolver=SharedSecret(secret))

    def sign(self, request: httpx.Request, now: datetime) -> None:
        """Gives a request its Content-Digest and its signature; a nonce is good once, so each try is signed anew."""
        covered = ["@method", "@path"]
        covered += ["@query"] if request.url.query else []
        covered += [KEY.lower()] if KEY in request.headers else []
        self._signer.sign(
            request,
            key_id=self._key_id,
            created=now,
            nonce=secrets.token_hex(16),
            label="sig1",
            include_alg=True,
            covered_component_ids=covered,
            body=request.content,
        )
