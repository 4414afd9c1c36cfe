"""The payment channels, a folder each."""
