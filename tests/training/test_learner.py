import keras
import numpy as np
import pytest

from datenorm.core.encoding import IGNORED
from datenorm.core.hyperparameters import NetworkShape
from datenorm.core.tags import UNKNOWN
from datenorm.core.tasks import MOMENT, TIME
from datenorm.core.vocab import Vocab
from datenorm.training.batches import output_names
from datenorm.training.learner import Learner
from datenorm.training.losses import AttentionGuidance, TagLoss
from datenorm.training.model import ModelConfig, build_model

B, TX = 3, 6
HUMAN = Vocab({"a": 0, "b": 1, "c": 2, "<unk>": 3, "<pad>": 4})
MACHINE = Vocab({character: i for i, character in enumerate(MOMENT.alphabet)})
SHAPE = NetworkShape(embedding_units=2, encoder_units=2, decoder_units=3)
NAMES = output_names(len(MOMENT.decoders))
GUIDANCE = 0.2

RNG = np.random.default_rng(0)
IDS = RNG.integers(3, size=(B, TX)).astype(np.int32)


@pytest.fixture(scope="module")
def learner() -> Learner:
    keras.utils.set_random_seed(0)
    learner = Learner(build_model(ModelConfig.of(HUMAN, MACHINE, MOMENT, SHAPE)), MOMENT, GUIDANCE)
    learner.compile(keras.optimizers.SGD())
    return learner


def targets(*asked: int) -> dict[str, np.ndarray]:
    """Targets of a batch that asks for these decoders, from 0."""
    rng = np.random.default_rng(1)
    machine = {
        name: rng.integers(len(MACHINE), size=(B, length)).astype(np.int32)
        for (name, _), length in zip(NAMES, MOMENT.decoders, strict=True)
    }
    attention = np.zeros((B, len(MOMENT.fields), TX), np.float32)
    attention[:, 0, 2] = attention[:, 1, 3] = 1
    wanted = {NAMES[number][0]: machine[NAMES[number][0]] for number in asked}
    return wanted | {"attention": attention, "tags": rng.integers(UNKNOWN, size=(B, TX)).astype(np.int32)}


def loss_of(learner: Learner, y: dict[str, np.ndarray]) -> float:
    return float(learner.compute_loss(IDS, y, learner(IDS)))


def cross_entropy(learner: Learner, y: dict[str, np.ndarray], rows: list[int]) -> float:
    """The mean over all characters of the machine strings of these rows; 0 for those that are not asked for."""
    outputs = learner(IDS)
    summed = 0.0
    for name in (name for name, _ in NAMES if name in y):
        probabilities = np.take_along_axis(
            keras.ops.convert_to_numpy(outputs[name]), np.maximum(y[name], 0)[..., None], axis=-1
        )
        summed -= float(np.log(probabilities[rows]).sum())
    return summed / (len(rows) * MOMENT.Ty)


def other_losses(learner: Learner, y: dict[str, np.ndarray]) -> float:
    outputs = learner(IDS)
    weights = keras.ops.concatenate([outputs[attention] for _, attention in NAMES], axis=1)
    guidance = AttentionGuidance(MOMENT.fields, MOMENT.Ty)(y["attention"], weights)
    return GUIDANCE * float(guidance) + 0.1 * float(TagLoss()(y["tags"], outputs["tags"]))


@pytest.mark.parametrize("asked", [(0, 1, 2, 3), (0, 1), (0, 1, 3)])
def test_loss_is_that_of_whole_strings(learner: Learner, asked: tuple[int, ...]) -> None:
    y = targets(*asked)
    expected = cross_entropy(learner, y, [0, 1, 2]) + other_losses(learner, y)
    assert loss_of(learner, y) == pytest.approx(expected, rel=1e-4)


def test_texts_without_a_machine_string_count_for_their_tags_alone(learner: Learner) -> None:
    y = targets(0, 1, 2, 3)
    for name, _ in NAMES:
        y[name][1] = IGNORED
    expected = cross_entropy(learner, y, [0, 2]) + other_losses(learner, y)
    assert loss_of(learner, y) == pytest.approx(expected, rel=1e-4)
    alone = targets()
    alone["attention"][:] = 0
    assert loss_of(learner, alone) == pytest.approx(other_losses(learner, alone), rel=1e-4)


def test_what_is_not_asked_for_is_not_trained(learner: Learner) -> None:
    before = {layer.name: layer.get_weights() for layer in learner.layers}
    y = targets(0, 1)
    y["attention"][:] = 0
    learner.train_on_batch(IDS, y)
    moved = {
        name
        for name, weights in before.items()
        if any(map(np.any, map(np.subtract, weights, learner.get_layer(name).get_weights())))
    }
    assert {"embedding", "encoder", "attention", "decoder", "attention_2", "decoder_2", "tags"} <= moved
    assert not moved & {"attention_3", "decoder_3", "attention_4", "decoder_4"}


def test_string_matches_where_all_that_it_was_asked_for_does(learner: Learner) -> None:
    outputs = learner(IDS)
    y = targets(0, 1, 2)
    for name, _ in NAMES[:3]:
        y[name] = keras.ops.convert_to_numpy(outputs[name]).argmax(axis=-1).astype(np.int32)
    y[NAMES[2][0]][1, 4] ^= 1
    learner.reset_metrics()
    metrics = learner.compute_metrics(IDS, y, outputs)
    assert float(metrics["machine_exact_match"]) == pytest.approx(2 / 3)


def test_one_decoder_keeps_the_names_of_the_model() -> None:
    machine = Vocab({character: i for i, character in enumerate(TIME.alphabet)})
    model = build_model(ModelConfig.of(HUMAN, machine, TIME, SHAPE))
    assert Learner(model, TIME, 0.0).output.keys() == {"machine", "attention"}
