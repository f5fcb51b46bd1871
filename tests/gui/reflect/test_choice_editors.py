"""Editors of numbers, choices, plans and days: a key each."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from core.reflection import answers as a
from gui.reflect.choice_editors import ChoiceEditor, PickEditor, WrongNameEditor
from gui.reflect.scale_editors import NumberEditor, RatingsEditor, ScoreEditor, SlidersEditor
from gui.reflect.words_editors import DateEditor, IfThenEditor
from tests.gui.reflect.making import Maker
from tests.gui.reflect.pressing import press


def test_one_key_is_one_answer_and_zero_is_ten(make: Maker) -> None:
    editor = make("Q9")
    assert isinstance(editor, NumberEditor)
    editor.take_focus()
    press(editor, "0")
    assert editor.answer() == a.NumberAnswer(value=10)
    press(editor, "7")
    assert editor.answer() == a.NumberAnswer(value=7)
    press(editor, Qt.Key.Key_Delete)
    assert editor.answer() == a.NumberAnswer()


def test_a_digit_rates_and_leads_on_to_the_next_one(make: Maker) -> None:
    editor = make("Q14")
    assert isinstance(editor, RatingsEditor)
    editor.take_focus()
    press(editor, "3", "5", "9", "4")
    answer = editor.answer()
    assert isinstance(answer, a.RatingsAnswer)
    assert [(one.item, one.value) for one in answer.ratings] == [
        ("punctuality", 3),
        ("opening", 5),
        ("listening", 4),
    ]


def test_a_rating_that_this_form_does_not_ask_is_kept(make: Maker) -> None:
    editor = make("Q14")
    old = a.Rating(item="handshake", value=2)
    editor.set_answer(a.RatingsAnswer(ratings=(old,)))
    assert editor.answer() == a.RatingsAnswer(ratings=(old,))


def test_a_scale_tells_its_number_and_what_the_ends_mean(make: Maker) -> None:
    editor = make("Q8")
    assert isinstance(editor, SlidersEditor)
    scale = editor.scales["before"]
    assert scale.accessibleDescription().startswith("Not answered")
    scale.setFocus()
    press(editor, "4")
    assert scale.accessibleDescription() == "4 of 10. 1: very tense, 10: quite at ease"


def test_a_click_on_a_number_chooses_it(make: Maker) -> None:
    editor = make("Q9")
    assert isinstance(editor, NumberEditor)
    place = editor.scale.rect().center()
    place.setX(editor.scale.width() - 10)
    QTest.mouseClick(editor.scale, Qt.MouseButton.LeftButton, pos=place)
    assert editor.answer() == a.NumberAnswer(value=10)


def test_a_score_leads_on_to_the_why(make: Maker) -> None:
    editor = make("Q21")
    assert isinstance(editor, ScoreEditor)
    editor.take_focus()
    press(editor, "5", "the people")
    assert editor.answer() == a.ScoreAnswer(value=5, text="the people")


def test_a_digit_chooses_and_delete_takes_it_back(make: Maker) -> None:
    editor = make("Q17")
    assert isinstance(editor, ChoiceEditor)
    editor.take_focus()
    told = QSignalSpy(editor.edited)
    press(editor, "4")
    assert editor.answer() == a.ChoiceAnswer(choice="nerves")
    press(editor, Qt.Key.Key_Delete)
    assert editor.answer() == a.ChoiceAnswer()
    assert told.count() == 2


def test_where_no_questions_were_noted_the_hardest_is_told_in_words(make: Maker) -> None:
    editor = make("Q13", rows=())
    assert isinstance(editor, PickEditor)
    editor.set_answer(a.PickAnswer(row="gone"))
    editor.take_focus()
    press(editor, "the tides")
    assert editor.answer() == a.PickAnswer(row="gone", text="the tides")


def test_the_right_name_is_asked_only_once_a_wrong_one_was_used(make: Maker) -> None:
    editor = make("Q19")
    assert isinstance(editor, WrongNameEditor)
    assert not editor.correct.isVisible()
    editor.take_focus()
    press(editor, "2")
    assert editor.correct.isVisible()
    editor.whom.setFocus()
    press(editor, "Berg", Qt.Key.Key_Return, "van der Berg")
    assert editor.answer() == a.WrongNameAnswer(used=True, whom="Berg", correct="van der Berg")


def test_a_plan_is_read_back_as_one_sentence(make: Maker) -> None:
    editor = make("Q28")
    assert isinstance(editor, IfThenEditor)
    editor.take_focus()
    press(editor, "I go blank", Qt.Key.Key_Return, "ask for a moment")
    assert editor.sentence.text() == "“If I go blank, then I will ask for a moment.”"


def test_no_day_is_named_until_somebody_names_one(make: Maker) -> None:
    editor = make("Q29")
    assert isinstance(editor, DateEditor)
    editor.take_focus()
    press(editor, Qt.Key.Key_Space)
    assert editor.answer() == a.DateAnswer(day=date(2026, 5, 19))
    editor.day.clear.click()
    assert editor.answer() == a.DateAnswer()
