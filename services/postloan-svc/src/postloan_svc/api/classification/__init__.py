"""How loans stand, over HTTP."""
