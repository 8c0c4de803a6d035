"""Trained weights: off, embedded, and one's own."""

import json
import pickle
from pathlib import Path

import pytest
import wirecopy
from wirecopy import _wirecopy

STORY = "Eva Lund rings the bridge opens."


def annotated(name: str, what: str) -> str:
    """A line of training data. Ringing is no cue of the lists; here people ring what they say."""
    cue, content = len(name) + 1, len(name) + 7
    attribution = {
        "source": [[0, len(name)]],
        "cue": [[cue, cue + 5]],
        "content": [[content, content + len(what)]],
    }
    return json.dumps({"text": f"{name} rings {what}.", "attributions": [attribution]})


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    names = ["Ana Ruiz", "Tom Berg", "Mia Holm", "Ivo Lang", "Eva Lund"]
    news = ["the ferry sails", "the bridge holds", "the water falls", "the school opens"]
    lines = [annotated(name, what) for name in names for what in news] * 3
    (folder / "stories.jsonl").write_text("\n".join(lines))
    arguments = ["train", str(folder / "stories.jsonl"), "--output", str(folder / "own.lin")]
    assert _wirecopy._run(["wirecopy", *arguments]) == 0
    return folder / "own.lin"


def test_rules_stand_alone_when_asked() -> None:
    text = '"We agree," Anna Keller said.'
    for models in (True, False, None):
        quotes = wirecopy.analyze(text, models=models).quotes
        assert [quote.speaker and quote.speaker.name for quote in quotes] == ["Anna Keller"]
        assert quotes[0].evidence is None


def test_weights_of_ones_own_are_used_everywhere(own: Path) -> None:
    model = wirecopy.QuoteModel(own)
    assert not wirecopy.analyze(STORY, models=False).quotes
    article = wirecopy.analyze(STORY, models=model)
    assert article.quotes[0].text == "the bridge opens"
    evidence = article.quotes[0].evidence
    assert evidence and evidence.startswith("cue “rings”: ")
    assert evidence == article.to_dict()["quotes"][0]["evidence"]
    assert wirecopy.extract_quotes(STORY, models=model)[0].text == "the bridge opens"
    articles = wirecopy.analyze_many([STORY, STORY], models=model)
    found = [article.quotes[0].text for article in articles if article]
    assert found == ["the bridge opens", "the bridge opens"]


def test_a_model_and_what_it_read_survive_a_pickle(own: Path) -> None:
    model = pickle.loads(pickle.dumps(wirecopy.QuoteModel(str(own))))
    assert model.to_bytes() == own.read_bytes()
    article = pickle.loads(pickle.dumps(wirecopy.analyze(STORY, models=model)))
    assert article.quotes[0].text == "the bridge opens"


def test_what_is_no_model_is_named(own: Path, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="models: expected bool or QuoteModel, found str"):
        wirecopy.analyze(STORY, models="own.lin")  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        wirecopy.QuoteModel(tmp_path / "none.lin")
    cut = tmp_path / "cut.lin"
    cut.write_bytes(own.read_bytes()[:-1])
    with pytest.raises(wirecopy.WirecopyError, match="cut.lin: "):
        wirecopy.QuoteModel(cut)
