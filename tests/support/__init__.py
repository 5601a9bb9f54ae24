"""Support: what several test modules share."""
