"""Who works here, with which roles and where: told by whoever signs people in, changed by two persons."""
