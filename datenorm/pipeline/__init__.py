"""The pipeline: where corpus and training meet. Options, prepare, learn, calibrate and a report, in this order."""
