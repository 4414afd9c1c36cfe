"""Minutes set by typst."""
