"""What providers send, before it is read."""

from collections.abc import Mapping
from typing import Any, TypeAlias

Json: TypeAlias = Mapping[str, Any]
"""An object of a provider's JSON. Who reads it raises ValueError, TypeError or LookupError where it is malformed."""
