"""Human dates and times into machine form, with a character-level attention network."""
