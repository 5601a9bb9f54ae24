"""Moments: from the machine form that the network writes to the value that users get, without the network."""
