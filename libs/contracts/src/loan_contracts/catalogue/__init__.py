"""The catalogue of messages as files: JSON Schemas, docs/messages.md, docs/asyncapi.json. Made from the message
classes.

`python -m loan_contracts.catalogue write` makes them, `check` says what differs or would break a reader.
"""
