"""The message providers, a folder each."""
