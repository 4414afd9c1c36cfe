"""What providers send, before it is read."""

from collections.abc import Mapping
from typing import Any, TypeAlias

Json: TypeAlias = Mapping[str, Any]
"""An object of a provider's JSON. Who reads it raises ValueError, TypeError or LookupError where it is malformed."""


class Unusable(ValueError):
    """An answer of which nothing is read, for a reason that has a name of its own."""

    code = "malformed"


class WrongSubject(Unusable):
    """It is about somebody or something else than was asked about."""

    code = "wrong-subject"


class BadSignature(Unusable):
    """It is not signed by whom it should be."""

    code = "bad-signature"
