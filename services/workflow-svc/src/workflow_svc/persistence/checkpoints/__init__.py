"""Where the evidence that tasks need is kept."""
