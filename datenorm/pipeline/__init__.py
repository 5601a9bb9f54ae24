"""The pipeline: where corpus and training meet."""
