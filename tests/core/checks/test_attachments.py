"""A file that is promised is there, and one that is there is named."""

from dataclasses import replace

import pytest

from core.checks.finding import Level
from core.playbook.values import Channel
from tests.core.checks.desk import DRAFT, adding, told


@pytest.mark.parametrize(
    "sentence",
    [
        "Please find my CV attached.",
        "I have attached my certificates.",
        "I've attached it here.",
        "Attached is my portfolio.",
        "I enclose two samples.",
        "Enclosed you will find my diploma.",
        "My references are attached.",
        "The attached leaflet tells more.",
        "I send my CV as an attachment.",
        "I attach my CV to this e-mail.",
        "I have added the reference list to this mail.",
        "I'm sending you the scan with this message.",
        "Along with this note come my slides.",
        "Accompanying this letter is my diploma.",
        "The requested document is in this email.",
        "See the enclosure.",
        "Anbei finden Sie meinen Lebenslauf.",
        "Vous trouverez mon CV ci-joint.",
        "Le adjunto mi currículum.",
    ],
)
def test_a_promised_file_must_be_there(sentence: str) -> None:
    finding = told(adding(sentence)).one(24)
    assert finding.level is Level.MUST
    assert finding.fixes[0].act == "attach"
    assert told(adding(sentence, attachments=("paper.pdf",))).of(24) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "For a year I was attached to the ward.",
        "Attached to the ward, I learned a lot.",
        "I attach great value to calm.",
        "I know work in enclosed spaces.",
        "There are no strings attached.",
        "I would be happy to attach my certificates.",
        "I can enclose a sample, if that helps.",
        "The sensor is attached with two screws.",
        "I wrote about attachment theory.",
        "We keep hens in an enclosure.",
        "I send my warm regards with this message.",
        "I would like to add a thought to this message.",
        "In this mail you find my answer.",
        "I attached my CV to my application.",
        "I already attached my CV last week.",
        "The two are attached at the hip.",
        "You said “please find it attached”.",
    ],
)
def test_other_attachments_need_no_file(sentence: str) -> None:
    assert told(adding(sentence)).of(24) == []


def test_a_file_is_mentioned() -> None:
    finding = told(replace(DRAFT, attachments=("portfolio_2026.pdf",))).one(24)
    assert (finding.level, finding.variant) == (Level.HINT, "unmentioned")
    named = adding("My portfolio shows more.", attachments=("portfolio_2026.pdf",))
    assert told(named).of(24) == []


def test_a_cv_goes_by_several_names() -> None:
    assert told(adding("My résumé is with it.", attachments=("cv.pdf",))).of(24) == []


def test_nothing_is_attached_to_a_call() -> None:
    assert told(adding("I attach my CV.", channel=Channel.PHONE)).of(24) == []
