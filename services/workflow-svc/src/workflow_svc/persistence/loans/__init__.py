"""Where the loans that followed from decisions are kept."""
