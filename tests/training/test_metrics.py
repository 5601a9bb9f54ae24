import keras
import numpy as np
import pytest

from datenorm.core.encoding import IGNORED
from datenorm.training.metrics import ExactMatch


def test_string_matches_where_all_its_characters_do() -> None:
    machine_ids = np.array([[1, 2, 0], [0, 0, 0], [3, 3, 3], [2, 1, 0]])  # (4, 3)
    probabilities = np.eye(5)[[[1, 2, 0], [0, 1, 0], [3, 3, 3], [0, 0, 1]]]
    metric = ExactMatch()
    metric.update_state(machine_ids, probabilities)
    assert float(metric.result()) == pytest.approx(0.5)
    metric.update_state(machine_ids[:1], probabilities[:1])
    assert float(metric.result()) == pytest.approx(3 / 5)
    metric.reset_state()
    assert float(metric.result()) == 0


def test_saved_and_read_again() -> None:
    copy = keras.saving.deserialize_keras_object(keras.saving.serialize_keras_object(ExactMatch(name="whole")))
    assert isinstance(copy, ExactMatch)
    assert copy.get_config() == ExactMatch(name="whole").get_config()


def test_strings_without_a_machine_string_do_not_count() -> None:
    machine_ids = np.array([[1, 2], [IGNORED, IGNORED], [0, 0]])
    probabilities = np.eye(3)[[[1, 2], [0, 0], [0, 1]]]
    metric = ExactMatch()
    metric.update_state(machine_ids, probabilities)
    assert float(metric.result()) == pytest.approx(1 / 2)
    metric.update_state(machine_ids[1:2], probabilities[1:2])
    assert float(metric.result()) == pytest.approx(1 / 2)
