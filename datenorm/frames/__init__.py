"""Frames: the moment that is burned into a picture or a film, read by a network that looks at the picture."""
