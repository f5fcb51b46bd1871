"""A subject says what it is about, in sixty characters."""

from dataclasses import replace

import pytest

from core.checks.finding import Field, Level
from core.drafting.kinds import KINDS
from core.drafting.subjects import LONGEST_SUBJECT
from core.playbook.values import Channel
from tests.core.checks.desk import DRAFT, told


@pytest.mark.parametrize("subject", ["", "   ", "Data Engineer " * 5])
def test_an_empty_or_long_subject_gets_a_better_one(subject: str) -> None:
    found = told(replace(DRAFT, subject=subject))
    finding = found.one(31)
    assert (finding.level, finding.field) == (Level.SHOULD, Field.SUBJECT)
    assert finding.fixes[0].text == "Data Engineer – interview on 27 March"
    assert 31 not in found.mended(finding.fixes[0]).checks


def test_only_e_mail_has_a_subject() -> None:
    for channel in (Channel.LINKEDIN, Channel.PHONE, Channel.LETTER):
        assert told(replace(DRAFT, subject="", channel=channel)).of(31) == []


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"M7", "M11"}))
def test_every_kind_is_offered_a_subject_that_fits(kind: str) -> None:
    found = told(replace(DRAFT, kind=kind, subject=""))
    (fix,) = found.one(31).fixes
    assert 0 < len(fix.text) <= LONGEST_SUBJECT
    assert 31 not in found.mended(fix).checks


def test_no_subject_is_offered_for_a_promise_that_nobody_noted() -> None:
    found = told(replace(DRAFT, kind="M7", subject=""))
    assert found.one(31).fixes == ()
