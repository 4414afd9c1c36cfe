"""Partner platforms: who may sell our loans, and what each is told."""
