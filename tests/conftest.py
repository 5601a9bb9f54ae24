import json
import signal
from pathlib import Path

import pytest
from hypothesis import settings
from support.processes import ROOT, Ran, run_datenorm

# No deadlines: a busy machine is no reason to fail.
settings.register_profile("datenorm", deadline=None)
settings.load_profile("datenorm")

# A shell starts jobs in the background with Ctrl-C ignored, which the processes of the tests would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ran]:
    """The folder of a small training with train.py, and what the process left."""
    folder = tmp_path_factory.mktemp("runs")
    # Given pairs: the held-out cases that come with generated ones take longer than the training.
    pairs = json.loads((ROOT / "data" / "Time Dataset.json").read_text(encoding="utf-8"))[:2000]
    (folder / "pairs.json").write_text(json.dumps(pairs))
    arguments = ("--dataset", folder / "pairs.json", "--epochs", 1, "--batch-size", 32, "--out", folder / "small run")
    return folder / "small run", run_datenorm(*arguments, entry=[str(ROOT / "train.py")])


@pytest.fixture(scope="session")
def run_folder(trained: tuple[Path, Ran]) -> Path:
    """The folder of a small training with train.py."""
    folder, ran = trained
    assert ran.status == 0, ran.err
    return folder
