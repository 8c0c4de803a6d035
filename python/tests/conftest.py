"""What the tests share: one story of our own in the style of an agency."""

from __future__ import annotations

import pytest

import wirecopy

STORY = """\
World news

Lakeland, Norland agree to reopen bridge

Photo: Norland Press Office

OSLO, September 14 (Reuters) - Lakeland and Norland will reopen the Tarn bridge, Norwegian \
Foreign Ministry spokeswoman Ingrid Solheim said on Saturday, September 14.

“We argued, we went home, and we came back,” negotiator Tomas Varga said. “That’s all.”

Solheim called it “a beginning” and said talks that stopped in 2018 would resume in October.
"""


@pytest.fixture(scope="session")
def story() -> str:
    return STORY


@pytest.fixture(scope="session")
def article(story: str) -> wirecopy.Article:
    return wirecopy.analyze(story, id="bridge")
