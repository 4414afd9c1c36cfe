"""Model, points table and rule graph at work: what turns artefacts into figures. The domain sees only the figures."""
