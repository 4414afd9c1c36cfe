"""The OpenAPI document of a service, and the examples in it."""
