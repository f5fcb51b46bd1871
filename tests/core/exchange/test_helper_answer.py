"""What an endpoint answers: streamed or whole, good, broken off, endless, or no answer at all."""

import json
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.drafting.helper import endpoint_of
from core.exchange import helper_answer
from core.exchange.helper_answer import Answer, HelperTrouble, question, reason_in
from core.exchange.helper_refusals import Fault, answer_sentence, fault_sentence

FAR = endpoint_of("https://api.example")


def event(content: object, finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"content": content}, "finish_reason": finish}
    return b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n"


DONE = b"data: [DONE]\n\n"


def read(pieces: Iterable[bytes]) -> Answer:
    answer = Answer()
    for piece in pieces:
        answer.take(piece)
    answer.end()
    return answer


def test_the_question_holds_what_was_shown_and_the_model() -> None:
    sent = json.loads(question("llama3.2", "Größe “x”\n"))
    assert sent == {
        "model": "llama3.2",
        "messages": [{"role": "user", "content": "Größe “x”\n"}],
        "stream": True,
    }


def test_a_stream_grows_word_by_word() -> None:
    answer = Answer()
    texts = []
    role = b'data: {"choices":[{"delta":{"role":"assistant","content":null}}]}\n\n'
    for piece in (role, event("Dear "), event("Dr. Berg,"), event(None, "stop"), DONE):
        answer.take(piece)
        texts.append(answer.text)
    answer.end()
    assert texts == ["", "Dear", "Dear Dr. Berg,", "Dear Dr. Berg,", "Dear Dr. Berg,"]
    assert answer.over
    assert answer.note == ""


def test_a_server_that_cannot_stream_answers_in_one_piece() -> None:
    whole = {"choices": [{"message": {"content": " Dear Berg \r\n"}, "finish_reason": "stop"}]}
    assert read([b"\n", json.dumps(whole).encode()]).text == "Dear Berg"


def test_events_about_other_things_are_passed_over() -> None:
    others = b': ping\n\ndata: {"usage":{"tokens":3},"choices":[]}\n\ndata: {"type":"ping"}\n\n'
    assert read([others, event("Yes."), others, DONE, b"data: rubbish\n\n"]).text == "Yes."


def test_what_a_model_thinks_aloud_is_no_part_of_its_suggestion() -> None:
    answer = Answer()
    texts = []
    for word in ("<thi", "nk>", "Hm, a letter.", "</think>", "\n\nDear", " Berg"):
        answer.take(event(word))
        texts.append(answer.text)
    assert texts == ["", "", "", "", "Dear", "Dear Berg"]


def test_of_content_in_pieces_only_the_texts_count() -> None:
    pieces = [{"type": "thinking", "text": "Hm."}, {"type": "text", "text": "Dear"}, 7, {}, None]
    assert read([event(pieces), event([{"type": "text", "text": None}]), DONE]).text == "Dear"


def test_an_end_by_the_models_own_limit_is_told() -> None:
    assert "The end is missing" in read([event("Dear"), event(None, "length"), DONE]).note
    assert "filter" in read([event("Dear"), event(None, "content_filter")]).note


def test_hidden_characters_and_halves_of_characters_do_not_come_through() -> None:
    halves = [event("\ud83d"), event("\ude42 ok \ud83d."), event("\x1b[2J\u202e"), DONE]
    assert read(halves).text == "🙂 ok \N{REPLACEMENT CHARACTER}.[2J"


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        ([], "no answer of a model"),
        ([b"<html>Welcome</html>"], "no answer of a model"),
        ([b"[1, 2]"], "no answer of a model"),
        ([b'{"models": []}'], "no answer of a model"),
        ([b'{"choices": "many"}'], "no answer of a model"),
        ([b'{"choices": [7]}'], "no answer of a model"),
        ([b'{"choices": '], "no answer of a model"),
        ([b'{"a": "\xff"}'], "no answer of a model"),
        ([b"data: rubbish\n\n"], "no answer of a model"),
        ([b"data: \xff\xfe\n\n"], "no answer of a model"),
        ([b"data: " + b"[" * 100_000 + b"\n\n"], "no answer of a model"),
        ([b"SSH-2.0-OpenSSH_9.2\r\n"], "no answer of a model"),
        ([DONE], "answered with nothing"),
        ([event("  \n"), DONE], "answered with nothing"),
        ([event("Dear")], "broke off before its end"),
        ([event("Dear"), b'data: {"choices": [{"delta": {"con'], "broke off before its end"),
        ([event("Dear"), b'data: {"error": {"message": "out of memory"}}\n\n'], "“out of memory”"),
        ([b'{"error": "no such model"}'], "“no such model”"),
        ([b"data: " + b"x" * 300_000], "had no end"),
        ([event("word " * 1_000)] * 5, "had no end"),
        ([b": still here\n\n" * 100_000] * 2, "had no end"),
    ],
)
def test_what_is_no_good_answer_ends_in_a_sentence(pieces: list[bytes], said: str) -> None:
    with pytest.raises(HelperTrouble) as refused:
        read(pieces)
    assert said in refused.value.sentence
    assert "Your draft is as it was." in refused.value.sentence


def test_what_came_before_a_break_can_still_be_read() -> None:
    answer = Answer()
    answer.take(event("Dear Dr. Berg,"))
    with pytest.raises(HelperTrouble):
        answer.end()
    assert answer.text == "Dear Dr. Berg,"


def test_an_endless_answer_is_cut_at_its_limit() -> None:
    answer = Answer()
    with pytest.raises(HelperTrouble):
        answer.take(event("x" * 999) * 100)
    assert len(answer.text) == helper_answer.LONGEST_TEXT


WORDS = st.lists(st.text(max_size=10), min_size=1, max_size=8)


@given(WORDS, st.data())
def test_it_does_not_matter_where_the_line_cuts_an_answer(
    words: list[str], data: st.DataObject
) -> None:
    told = b"".join([*map(event, words), event(None, "stop"), DONE])
    cuts = sorted(data.draw(st.sets(st.integers(0, len(told)), max_size=40)))
    pieces = [told[start:stop] for start, stop in pairwise([0, *cuts, len(told)])]
    apart, together = Answer(), Answer()
    for piece in pieces:
        apart.take(piece)
    together.take(told)
    assert (apart.text, apart.over) == (together.text, True)


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_any_bytes_end_in_a_suggestion_or_a_sentence(pieces: list[bytes]) -> None:
    told = ""
    try:
        told = read(pieces).text
    except HelperTrouble as trouble:
        told = trouble.sentence
    assert told


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"error": {"message": "Wrong key", "code": 4}}', "Wrong key"),
        (b'{"error": "no\\n such\\u001b model"}', "no such model"),
        (b'{"detail": "Not Found"}', "Not Found"),
        (b'{"detail": [{"msg": "field required"}]}', ""),
        (b"<html>502 Bad Gateway</html>", ""),
        (b"\xff", ""),
        (b"", ""),
    ],
)
def test_a_reason_is_found_where_servers_put_it(body: bytes, reason: str) -> None:
    assert reason_in(body) == reason


def test_a_long_reason_is_cut_after_a_word() -> None:
    body = json.dumps({"error": {"message": "far too long " * 100}}).encode()
    assert len(reason_in(body)) <= 160


@pytest.mark.parametrize(
    ("status", "with_key", "said"),
    [
        (301, False, "points to another place, which was not asked"),
        (401, False, "wants a key"),
        (401, True, "does not accept your key"),
        (404, False, "has no such model, or none at this address"),
        (413, False, "Shorten it"),
        (418, False, "did not take the question (418)"),
        (429, True, "Try again later"),
        (500, False, "trouble of its own (500)"),
    ],
)
def test_each_status_has_a_sentence(status: int, with_key: bool, said: str) -> None:
    told = answer_sentence(status, b'{"error": "because"}', FAR, with_key=with_key)
    assert said in told
    assert told.startswith("api.example ")
    assert "Your draft is as it was." in told
    assert ("It said: “because”" in told) is (status != 301)


@pytest.mark.parametrize("fault", list(Fault))
def test_each_fault_has_a_sentence(fault: Fault) -> None:
    told = fault_sentence(fault, FAR)
    assert told.endswith(".")
    assert "{" not in told
