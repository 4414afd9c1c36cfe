"""How much may be lent at most."""
