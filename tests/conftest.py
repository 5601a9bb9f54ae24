import os
import signal

import pytest
from hypothesis import settings

# No deadlines: a busy machine is no reason to fail.
settings.register_profile("datenorm", deadline=None)
settings.load_profile("datenorm")

# A shell starts jobs in the background with Ctrl-C ignored, which the processes of the tests would inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The tests run in two processes, and their networks are too small to share the work of one among threads.
os.environ |= {"TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "1"}

LONG = ("tests/cli/test_train.py", "tests/training/", "tests/pipeline/")
"""Where the tests train."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that train, so that neither process waits for one of them at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))
