"""The evidence that tasks need over HTTP."""
