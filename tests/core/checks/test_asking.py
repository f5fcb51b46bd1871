"""What asks for a decision, and what only speaks of one."""

import pytest

from core.checks.questions import is_question


@pytest.mark.parametrize(
    "sentence",
    [
        "I would be grateful if you could tell me roughly when a decision is likely.",
        "Please let me know when you expect to decide.",
        "I hope to learn when the committee meets.",
        "I would welcome any news on the timing.",
    ],
)
def test_an_indirect_question_asks(sentence: str) -> None:
    assert is_question(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I know how long a decision can take.",
        "I hope to hear your decision soon.",
        "As you told me when we met, the decision takes time.",
        "I look forward to hearing about the next steps.",
    ],
)
def test_hoping_and_knowing_ask_nothing(sentence: str) -> None:
    assert not is_question(sentence)
