"""Finding moments in running text: its canonical form, windows over it, and what the tags of its characters mark."""
