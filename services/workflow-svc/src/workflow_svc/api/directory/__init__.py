"""Who works here, over HTTP."""
