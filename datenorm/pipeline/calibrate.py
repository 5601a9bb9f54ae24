"""Calibrating a run: its confidences, and the least of them that counts, from the validation cases."""

import dataclasses

import numpy as np

from datenorm.evaluation.scores import evaluate
from datenorm.pipeline.run_folder import RunFolder
from datenorm.reading.calibration import Calibration, affordable_threshold


def calibrate(run: RunFolder) -> None:
    """Write the calibration and the least confidence of a trained run into its config.

    Both are fitted on the validation cases that do not read two ways.
    """
    config = run.read_config().uncalibrated()
    run.write_config(config)  # a run that is finished once more is calibrated from the network's own probabilities
    outcomes = evaluate(run.normalizer(), run.validation_cases())
    clear = [outcome for outcome in outcomes if not outcome.result.ambiguous]
    probabilities = np.array([outcome.result.confidence for outcome in clear])
    correct = np.array([outcome.is_exact for outcome in clear])
    states_nothing = np.array([outcome.case.expected is None for outcome in clear])
    calibration = Calibration.fit(probabilities, correct)
    # Two decimals are as much as the validation cases know.
    least = round(affordable_threshold(calibration(probabilities), correct, states_nothing), 2)
    run.write_config(dataclasses.replace(config, calibration=calibration, min_confidence=least))
