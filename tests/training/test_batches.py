import collections
import dataclasses

import numpy as np
import pytest

from datenorm.core.encoding import IGNORED, EncodedPairs
from datenorm.training.batches import BucketedBatches, output_names

PAD = 99
TX, TY = 41, 5


def encoded(ids: np.ndarray, lengths: np.ndarray, machine_ids: np.ndarray, stated: np.ndarray) -> EncodedPairs:
    """Pairs of a task without tags and ranges."""
    n = len(ids)
    bits, tags = np.packbits(stated, axis=-1), np.zeros((n, 0), np.uint8)
    return EncodedPairs(ids, lengths, machine_ids, bits, tags, np.zeros(n, bool), np.ones((n, 1), bool))


def strings(lengths: list[int] | np.ndarray) -> EncodedPairs:
    """Strings that know their own number: it is the first id of both sides."""
    lengths = np.array(lengths, np.int64)
    ids = np.full((len(lengths), TX), PAD, np.int32)
    ids[np.arange(TX) < lengths[:, None]] = 7
    ids[:, 0] = np.arange(len(lengths))
    machine_ids = np.repeat(np.arange(len(lengths), dtype=np.int32)[:, None], TY, axis=1)
    return encoded(ids, lengths, machine_ids, ids[:, None] == 7)


LENGTHS = np.random.default_rng(0).integers(1, TX + 1, 333)
STRINGS = strings(LENGTHS)


def contents(batches: BucketedBatches) -> list[list[list[int]]]:
    return [
        [array.tolist() for array in (ids, *targets.values())]
        for ids, targets in map(batches.__getitem__, range(len(batches)))
    ]


def indices(batches: BucketedBatches) -> list[int]:
    return [index for i in range(len(batches)) for index in batches[i][0][:, 0].tolist()]


@pytest.mark.parametrize("epoch", [0, 1, 17])
@pytest.mark.parametrize("batch_size", [1, 16, 1000])
def test_every_string_comes_at_least_once_an_epoch(batch_size: int, epoch: int) -> None:
    batches = BucketedBatches(lambda epoch: STRINGS, batch_size, [TY], seed=5)
    batches.start_epoch(epoch)
    assert set(indices(batches)) == set(range(333))


def test_strings_are_drawn_again_about_equally_often() -> None:
    batches = BucketedBatches(lambda epoch: STRINGS, 1000, [TY], seed=5)
    counts = collections.Counter(indices(batches))
    for i in range(len(batches)):
        bucket = [counts[index] for index in set(batches[i][0][:, 0].tolist())]
        assert max(bucket) - min(bucket) <= 1


def test_all_shuffled_batches_are_of_one_size() -> None:
    batches = BucketedBatches(lambda epoch: STRINGS, 16, [TY], seed=5)
    assert {len(batches[i][0]) for i in range(len(batches))} == {16}


def test_both_sides_of_a_pair_stay_together() -> None:
    batches = BucketedBatches(lambda epoch: STRINGS, 16, [TY], seed=5)
    for i in range(len(batches)):
        ids, targets = batches[i]
        assert targets["machine"].shape == (16, TY)
        assert (ids[:, 0] == targets["machine"][:, 0]).all()
        assert ((targets["attention"][:, 0] > 0) == (ids == 7)).all()

        assert (ids == STRINGS.ids[ids[:, 0], : ids.shape[1]]).all()


@pytest.mark.parametrize("seed", [None, 5])
def test_no_character_is_cut_off_and_padding_is_short(seed: int | None) -> None:
    batches = BucketedBatches(lambda epoch: STRINGS, 16, [TY], seed)
    widths = set()
    for i in range(len(batches)):
        ids, _ = batches[i]
        widths.add(ids.shape[1])
        longest = LENGTHS[ids[:, 0]].max()
        assert ids.shape[1] - 12 < longest <= ids.shape[1]
    assert len(widths) > 3


def test_seed_and_epoch_fix_the_batches() -> None:
    batches, same, other = (BucketedBatches(lambda epoch: STRINGS, 16, [TY], seed) for seed in (5, 5, 6))
    first = contents(batches)
    assert contents(same) == first
    assert contents(other) != first
    batches.start_epoch(3)
    third = contents(batches)
    assert third != first
    same.start_epoch(1)
    same.start_epoch(3)
    assert contents(same) == third
    batches.start_epoch(0)
    assert contents(batches) == first


@pytest.mark.parametrize("seed", [None, *range(20)])
def test_first_two_batches_differ_in_length(seed: int | None) -> None:
    batches = BucketedBatches(lambda epoch: strings([3] * 200 + [30]), 8, [TY], seed)
    for epoch in range(3):
        batches.start_epoch(epoch)
        assert batches[0][0].shape[1] != batches[1][0].shape[1]


def test_one_bucket_is_enough() -> None:
    batches = BucketedBatches(lambda epoch: strings([3] * 20), 8, [TY], seed=0)
    assert {batches[i][0].shape[1] for i in range(len(batches))} == {8}


def test_unshuffled_gives_each_string_once_and_in_order_within_its_bucket() -> None:
    batches = BucketedBatches(lambda epoch: STRINGS, 16, [TY])
    assert sorted(indices(batches)) == list(range(333))
    by_width = collections.defaultdict(list)
    for i in range(len(batches)):
        ids, _ = batches[i]
        by_width[ids.shape[1]] += [ids[:, 0].tolist()]
    first = contents(batches)
    batches.start_epoch(4)
    assert contents(batches) == first
    for width, chunks in by_width.items():
        bucket = [index for chunk in sorted(chunks) for index in chunk]
        assert bucket == sorted(bucket), width


def fresh(epoch: int) -> EncodedPairs:
    """Other strings every epoch, whose numbers of batches vary."""
    return strings(np.random.default_rng(epoch).integers(1, TX + 1, 100 + 50 * epoch))


def test_fresh_strings_are_asked_for_by_epoch_and_epochs_stay_equally_long() -> None:
    asked: list[int] = []

    def strings_of(epoch: int) -> EncodedPairs:
        asked.append(epoch)
        return fresh(epoch)

    batches = BucketedBatches(strings_of, 16, [TY], seed=5)
    sizes = []
    for epoch in (1, 2, 0):
        batches.start_epoch(epoch)
        sizes.append(len(batches))
        lengths = fresh(epoch).lengths
        for i in range(len(batches)):
            assert batches[i][0].shape[1] >= lengths[batches[i][0][:, 0]].max()
    assert asked[-3:] == [1, 2, 0]
    assert set(sizes) == {len(batches)}
    fresh_batches = BucketedBatches(fresh, 16, [TY], seed=5)
    fresh_batches.start_epoch(2)
    batches.start_epoch(2)
    assert contents(fresh_batches) == contents(batches)


def test_target_weights_the_stating_characters_alike_and_no_others() -> None:
    stated = np.zeros((1, 2, TX), bool)
    stated[0, 1, 3:7] = True
    pair = encoded(STRINGS.ids[:1], np.array([TX]), STRINGS.machine_ids[:1], stated)
    _, targets = BucketedBatches(lambda epoch: pair, 1, [TY])[0]
    assert targets["attention"].tolist() == [[[0] * TX, [0] * 3 + [0.25] * 4 + [0] * (TX - 7)]]


def ranges(lengths: np.ndarray, share: float, seed: int = 3) -> EncodedPairs:
    """Strings of which some ask for the end of the range before them, which has a character less."""
    drawn = np.random.default_rng(seed).random(len(lengths)) < share
    follows = drawn & ~np.r_[False, drawn[:-1]]
    follows[0] = False
    lengths = np.where(follows, np.r_[0, lengths[:-1]] + 1, np.minimum(lengths, TX - 1))
    n = len(lengths)
    tags = np.repeat(np.arange(n, dtype=np.uint8)[:, None], TX, axis=1)
    return dataclasses.replace(strings(lengths), follows=follows, tags=tags)


@pytest.mark.parametrize("epoch", [0, 3])
@pytest.mark.parametrize("batch_size", [2, 5, 16, 1000])
@pytest.mark.parametrize("share", [0.05, 0.5, 1.0])
def test_both_ends_of_a_range_come_side_by_side_in_one_batch(share: float, batch_size: int, epoch: int) -> None:
    pairs = ranges(LENGTHS[:150], share)
    batches = BucketedBatches(lambda epoch: pairs, batch_size, [TY], seed=5)
    batches.start_epoch(epoch)
    assert set(indices(batches)) == set(range(150))
    lonely = 0
    for i in range(len(batches)):
        ids, targets = batches[i]
        rows = ids[:, 0].tolist()
        assert len(rows) == batch_size
        assert (targets["tags"][:, 0] == ids[:, 0]).all()
        assert ids.shape[1] >= max(pairs.lengths[row] for row in rows)
        for place, row in enumerate(rows):
            if pairs.follows[row]:
                assert rows[place - 1] == row - 1
            elif row + 1 < 150 and pairs.follows[row + 1] and rows[place + 1 : place + 2] != [row + 1]:
                lonely += 1
    assert lonely <= (len(batches) if batch_size % 2 else 0)


def test_shuffled_ranges_are_drawn_in_another_order_each_epoch() -> None:
    pairs = ranges(LENGTHS[:150], 0.5)
    batches = BucketedBatches(lambda epoch: pairs, 16, [TY], seed=5)
    first = indices(batches)
    batches.start_epoch(1)
    assert indices(batches) != first
    batches.start_epoch(0)
    assert indices(batches) == first


def test_unshuffled_ranges_keep_their_order() -> None:
    pairs = ranges(LENGTHS[:150], 0.5)
    batches = BucketedBatches(lambda epoch: pairs, 16, [TY])
    assert sorted(indices(batches)) == list(range(150))
    assert indices(batches) == batches.indices


DECODERS = (2, 1, 2)
PARTS = {"machine": slice(0, 2), "machine_2": slice(2, 3), "machine_3": slice(3, 5)}


def partly_stated(n: int, seed: int = 7) -> EncodedPairs:
    """Ranges whose machine strings state something of some decoders; one text in ten has no machine string."""
    rng = np.random.default_rng(seed)
    pairs = ranges(rng.integers(1, TX, n), 0.3)
    states = rng.random((n, len(DECODERS))) < (0.5, 0.9, 0.3)
    unknown = np.flatnonzero(rng.random(n) < 0.1)
    unknown = unknown[~pairs.follows[unknown] & ~np.r_[pairs.follows[1:], False][unknown]]
    states[unknown] = False
    machine_ids = pairs.machine_ids.copy()
    machine_ids[unknown] = IGNORED
    return dataclasses.replace(pairs, states=states, machine_ids=machine_ids)


def test_batches_that_are_cut_ask_for_what_their_strings_state() -> None:
    pairs = partly_stated(3000)
    batches = BucketedBatches(lambda epoch: pairs, 16, DECODERS, seed=5, cut=True)
    assert set(indices(batches)) == set(range(3000))
    asked_for, in_vain = collections.Counter(), 0
    for i in range(len(batches)):
        ids, targets = batches[i]
        rows = ids[:, 0]
        asked = [name in targets for name in PARTS]
        asked_for[tuple(asked)] += len(rows)
        for name in filter(targets.__contains__, PARTS):
            assert (targets[name] == pairs.machine_ids[rows][:, PARTS[name]]).all()
        known = (pairs.machine_ids[rows] != IGNORED).all(axis=1)
        assert not (pairs.states[rows] & ~np.array(asked)).any()
        assert not known.any() or asked[0]
        in_vain += int((known[:, None] & ~pairs.states[rows] & np.array(asked)).sum())
    assert asked_for[True, True, False] > 600
    assert asked_for[False, False, False] > 30  # texts for their tags alone
    assert 0 < in_vain < 6000


def test_strings_that_state_nothing_are_asked_for_all() -> None:
    nothing = dataclasses.replace(STRINGS, states=np.zeros((len(LENGTHS), len(DECODERS)), bool))
    batches = BucketedBatches(lambda epoch: nothing, 16, DECODERS, seed=5, cut=True)
    assert all(set(PARTS) < set(batches[i][1]) for i in range(len(batches)))


def test_batches_that_are_not_cut_ask_for_all() -> None:
    pairs = partly_stated(300)
    for seed in (None, 5):
        batches = BucketedBatches(lambda epoch: pairs, 16, DECODERS, seed=seed)
        assert all(set(PARTS) < set(batches[i][1]) for i in range(len(batches)))


def test_decoders_have_names() -> None:
    assert output_names(1) == [("machine", "attention")]
    assert [machine for machine, _ in output_names(3)] == list(PARTS)
