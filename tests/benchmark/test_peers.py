import os
import sys

import pytest

from datenorm.benchmark.peers import Peer, installed_peers
from datenorm.benchmark.processes import process_seconds

PYTHON_PEERS = ["dateparser", "dateparser, languages given", "dateutil"]


@pytest.mark.parametrize("peer", installed_peers(), ids=lambda peer: peer.name)
def test_peers_read_dates_and_answer_none_to_the_rest(peer: Peer) -> None:
    read = peer.reader(["en"])
    assert read("3 May 1979") == "1979-05-03"
    assert read("no date at all") is None
    assert read("May 4, 1979") == "1979-05-04"
    assert process_seconds(peer.start) > 0
    assert peer.version.rpartition(" ")[2][0].isdigit()


@pytest.mark.parametrize(
    "peer", [peer for peer in installed_peers() if "languages given" in peer.name], ids=lambda peer: peer.name
)
def test_peers_that_are_given_the_languages_read_them_all(peer: Peer) -> None:
    read = peer.reader(["tlh", "de", "fr"] if "chrono" in peer.name else ["de", "fr"])
    assert [read("3. Mai 1979"), read("3 août 1979")] == ["1979-05-03", "1979-08-03"]


def test_a_peer_that_is_missing_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.devnull)
    assert [peer.name for peer in installed_peers()] == PYTHON_PEERS
    monkeypatch.setitem(sys.modules, "dateparser", None)
    assert [peer.name for peer in installed_peers()] == ["dateutil"]
    monkeypatch.setitem(sys.modules, "dateutil", None)
    assert installed_peers() == []
