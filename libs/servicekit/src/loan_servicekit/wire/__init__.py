"""HTTP as it is on the wire, the same before every application: the server with its bounds, the shape of a problem, the
headers that every answer bears. It knows no service."""
