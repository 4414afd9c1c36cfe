"""Signs requests as a partner does, by an independent implementation of RFC 9421: what the standard library has."""

import base64
import hashlib
import hmac
import json
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4


def signed(
    secret: str,
    key_id: str,
    method: str,
    path: str,
    body: Any,
    at: int,
    nonce: str = "",
    key: str = "",
    **left_out: bool,
) -> tuple[bytes, dict[str, str]]:
    """Content and headers of a request; `covers_key=False` and the like leave something out of the signature."""
    content = b"" if body is None else json.dumps(body).encode()
    parts = urlsplit(path)
    digest = f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"
    covered = {"@method": method, "@path": parts.path, "content-digest": digest}
    covered |= {"@query": f"?{parts.query}"} if parts.query else {}
    covered |= {"idempotency-key": key} if key and left_out.get("covers_key", True) else {}
    names = " ".join(f'"{name}"' for name in covered)
    parameters = f'({names});created={at};keyid="{key_id}";alg="hmac-sha256";nonce="{nonce or uuid4().hex}"'
    base = "".join(f'"{name}": {value}\n' for name, value in covered.items()) + f'"@signature-params": {parameters}'
    made = base64.b64encode(hmac.digest(secret.encode(), base.encode(), "sha256")).decode()
    headers = {"Content-Digest": digest, "Signature-Input": f"sig1={parameters}", "Signature": f"sig1=:{made}:"}
    headers |= {"Idempotency-Key": key} if key else {}
    return content, headers | ({"Content-Type": "application/json"} if content else {})
