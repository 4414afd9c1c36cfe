"""Tables and queries of integration-gateway."""
