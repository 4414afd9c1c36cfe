"""Who may approve how much, over HTTP."""
