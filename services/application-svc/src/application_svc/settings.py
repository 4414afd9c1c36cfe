"""Settings of application-svc."""

from pydantic import Field

from loan_servicekit.settings import ServiceSettings


class Settings(ServiceSettings):
    """Keys of the personal data, and where documents lie."""

    field_keys: str = Field(
        repr=False, description="`id:base64` of 32 bytes each, comma-separated, the active one first"
    )
    index_key: str = Field(repr=False, description="Base64 of 32 bytes; changing it makes every customer a stranger")
    contract_seal_keys: str = Field(
        repr=False, description="As `FIELD_KEYS`; shared with postloan-svc, which books what is sealed"
    )
    document_store_url: str = Field(description="file:///folder or s3://bucket/prefix")
    document_store_endpoint: str = Field("", description="Of an S3 service that is not Amazon's")
    document_store_region: str = Field("us-east-1", description="Of the bucket")
    document_store_key_id: str = Field("", repr=False, description="Whose bucket it is; empty: a folder")
    document_store_secret: str = Field("", repr=False, description="Of that key")
    provider_signs: bool = Field(
        False, description="Borrowers sign with the gateway's provider of signatures, and not here: R-9.12"
    )
    online_branch: str = Field("310000-01", description="The branch that keeps customers who come without one")
