"""Papers set by typst, in a font of their own: nothing of the machine shows in them."""
