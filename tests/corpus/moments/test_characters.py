from support.moment_examples import draw_moments

from datenorm.core.canonical import canonicalize
from datenorm.corpus import mixture
from datenorm.corpus.moments import characters


def test_characters_are_those_of_dates_and_of_moments(monkeypatch) -> None:
    monkeypatch.setattr(characters, "_SAMPLE", 400)
    found = characters.human_characters()
    assert found == characters.human_characters() == "".join(sorted(set(found)))
    assert set(mixture.human_characters()) <= set(found)
    assert set("時午後") <= set(found)
    assert all(canonicalize(character) == character for character in found if character != " ")
    texts = [canonicalize(example.human) for example in draw_moments(300, 2, noise=False)]
    assert sum(set(text) <= set(found) for text in texts) > 0.9 * len(texts)
