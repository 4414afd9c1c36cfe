"""Which provider of a source is asked, within its bounds."""
