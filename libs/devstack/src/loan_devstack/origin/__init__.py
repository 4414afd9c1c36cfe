"""The one origin of a development system: the reverse proxy and the issuer of sign-ins."""
