"""Headers that every answer bears: nothing of it is kept by a cache, guessed by a browser,
or shown in another's frame."""

from collections.abc import Iterable

Headers = list[tuple[bytes, bytes]]

NOTHING = b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
# The page /docs starts itself with a script in its text; all that it loads is from the service.
PAGE = (
    b"default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    b" connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
DOCUMENTS = ("/docs", "/static-offline-docs/", "/openapi.json")
USUAL: Headers = [(b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer")]


def guarded(headers: Iterable[tuple[bytes, bytes]], path: str) -> Headers:
    """The headers of an answer at this path, with what guards it where it says nothing itself."""
    made = list(headers)
    names = {name for name, _ in made}
    document = path.startswith(DOCUMENTS)
    made += [header for header in USUAL if header[0] not in names]
    if b"cache-control" not in names:
        made.append((b"cache-control", b"no-cache" if document else b"no-store"))
    if b"content-security-policy" not in names:
        made.append((b"content-security-policy", PAGE if document else NOTHING))
    return made
