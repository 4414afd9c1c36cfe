"""Which provider is asked, within what bounds, at what price."""
