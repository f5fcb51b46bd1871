"""The grammar of templates: what it says, and what it refuses with the line of the mistake."""

import pytest

from core.drafting.grammar import (
    DEEPEST,
    LONGEST_OUTPUT,
    LONGEST_TEMPLATE,
    TemplateError,
    Vocabulary,
    parse,
    render,
)

WORDS = Vocabulary(
    {"role": "the role", "topic": "the topic you spoke about", "me.name": "your name"},
    frozenset({"open"}),
)


def said(text: str, **values: str) -> str:
    named = {path.replace("_", "."): value for path, value in values.items()}
    return render(parse(text, WORDS), named, WORDS.blanks).text


def test_a_value_stands_where_its_path_is_named() -> None:
    assert said("The {{role}} role, {{ me.name }}.", role="Nurse", me_name="Sam") == (
        "The Nurse role, Sam."
    )


def test_what_is_not_known_is_a_gap_that_can_be_seen() -> None:
    rendered = render(parse("About {{topic}} and {{topic}}.", WORDS), {}, WORDS.blanks)
    assert rendered.text == "About [the topic you spoke about] and [the topic you spoke about]."
    assert rendered.gaps == ("topic",)


def test_a_section_is_left_out_with_its_blank_where_its_path_is_empty() -> None:
    text = "Thank you. {{#topic}}I liked {{topic}}. {{/topic}}Goodbye."
    assert said(text) == "Thank you. Goodbye."
    assert said(text, topic="the kilns") == "Thank you. I liked the kilns. Goodbye."


def test_a_flag_opens_a_section_and_is_nothing_to_say() -> None:
    assert said("{{#open}}Still open.{{/open}}", open="yes") == "Still open."
    with pytest.raises(TemplateError, match="“open” is not known here"):
        parse("It is {{open}}.", WORDS)


def test_a_value_is_plain_text_and_never_read_again() -> None:
    assert said("{{topic}}", topic="{{me.name}} {{#open}}") == "{{me.name}} {{#open}}"


def test_lines_flow_together_but_a_list_keeps_its_lines() -> None:
    assert said("One\nsentence:\n- first\n- second") == "One sentence:\n- first\n- second"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("\n{{rolle}}", 2, "Did you mean “role”"),
        ("{{role.__class__}}", 1, "nothing that a template can say"),
        ("{{role.upper()}}", 1, "nothing that a template can say"),
        ("{{'a' * 999999999}}", 1, "nothing that a template can say"),
        ("{{role[0]}}", 1, "nothing that a template can say"),
        ("{{me}}", 1, "not known here"),
        ("{{me.name.first}}", 1, "not known here"),
        ("{{}}", 1, "nothing that a template can say"),
        ("{{{{role}}}}", 1, "nothing that a template can say"),
        ("a\nb\n{{#role}}c", 3, "is not closed"),
        ("{{/role}}", 1, "closes no section"),
        ("{{#role}}{{#open}}{{/role}}{{/open}}", 1, "Close {{#open}} first"),
        ("a\n{{role", 2, "without its “}}”"),
        ("{{ro\nle}}", 1, "without its “}}”"),
        ("a\nb }} c", 2, "without its “{{”"),
        ("{% for x in y %}{{x}}", 1, "not known here"),
        ("{{#open}}" * (DEEPEST + 1), 1, "within each other"),
        ("a" * (LONGEST_TEMPLATE + 1), 1, "Shorten it"),
        ("{{" + "r" * 10_000 + "}}", 1, "without its “}}”"),
    ],
)
def test_anything_else_is_refused_with_its_line(text: str, line: int, what: str) -> None:
    with pytest.raises(TemplateError) as refused:
        parse(text, WORDS)
    assert what in refused.value.sentence
    assert refused.value.line == line


def test_the_line_is_counted_from_where_the_paragraph_stands_in_its_file() -> None:
    with pytest.raises(TemplateError, match="Line 12: "):
        parse("a\nb\n{{nothing}}", WORDS, first_line=10)


def test_a_huge_result_is_refused() -> None:
    template = parse("{{topic}} " * 1000, WORDS)
    with pytest.raises(TemplateError, match=r"longer than 100,000 characters"):
        render(template, {"topic": "x" * (LONGEST_OUTPUT // 900)}, WORDS.blanks)
