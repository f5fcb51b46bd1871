"""What one takes along: proposed, adopted, dated before the next round, done, and kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select

from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import Conclusion
from core.playbook import values
from core.playbook.values import Mode, ReflectionPath
from core.reflection.answers import (
    Answer,
    DateAnswer,
    FriendRow,
    FriendsAnswer,
    IfThenAnswer,
    ListAnswer,
    ListRow,
    TextAnswer,
)
from core.reflection.conclusions import ConclusionKind
from core.reflection.friends import FriendView, empty_reply, read_reply
from core.refusal import DetailsError, Gone
from core.use_cases import events, history, interviews, reflections
from core.use_cases.reflections import Adopted, ConclusionShown, own_proposal
from tests.core.stories import ACME, BERLIN, add_interview, dump, instant, later, wall

ANSWERS: Mapping[str, Answer] = {
    "Q12": TextAnswer(text="Pause before I answer"),
    "Q28": IfThenAnswer(cue="I go blank", action="ask for a moment"),
    "Q30": ListAnswer(rows=(ListRow(key="k", text="tide tables"),)),
}
SECOND = replace(ACME, start=wall("2026-04-08 10:00"), end=wall("2026-04-08 11:00"))


def thinking(database: Database, now: Now, answers: Mapping[str, Answer] = ANSWERS) -> None:
    add_interview(database, now)
    think(database, now, 1, answers)


def think(database: Database, now: Now, interview: int, answers: Mapping[str, Answer]) -> int:
    with database.session() as session:
        begun = reflections.start(session, interview, ReflectionPath.FULL, shipped_form(), now)
        for question, each in answers.items():
            reflections.save_answer(session, begun.id, question, each, now)
    return begun.id


def adopt(
    database: Database, now: Now, *keys: str, days: Mapping[str, date] | None = None
) -> int | None:
    """Tick the proposals with these keys; all without any."""
    with database.session() as session:
        found = reflections.proposed(session, 1, now).proposals
        wanted = [each for each in found if not keys or each.key in keys]
        days = days or {}
        adopted = [Adopted(proposal=each, day=days.get(each.key)) for each in wanted]
        reflections.conclude(session, 1, adopted, now)
        return session.change_id


def kept(database: Database, now: Now, number: int = 1) -> dict[str, ConclusionShown]:
    with database.reading() as session:
        found = reflections.conclusions_of(session, number, now)
    return {each.key: each for each in found}


def count(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Conclusion)) or 0


def test_nothing_is_concluded_before_the_user_says_so(database: Database, now: Now) -> None:
    thinking(database, now)
    with database.reading() as session:
        found = reflections.proposed(session, 1, now)
    assert {each.key for each in found.proposals} == {"Q12", "Q28", "Q30/k"}
    assert all(each.ticked for each in found.proposals)
    assert found.due == instant("2026-04-03 15:00")
    assert kept(database, now) == {}


def test_concluding_twice_is_concluding_once(database: Database, now: Now) -> None:
    thinking(database, now)
    adopt(database, now, "Q12", "Q28")
    before = dump(database.file)
    assert adopt(database, now, "Q12", "Q28") is None
    assert dump(database.file) == before
    found = kept(database, now)
    assert {key: each.text for key, each in found.items()} == {
        "Q12": "Pause before I answer",
        "Q28": "If I go blank, then I will ask for a moment.",
    }
    assert found["Q12"].ground.words == "Pause before I answer"
    assert (found["Q12"].company, found["Q12"].interview_id) == ("Acme", 1)


def test_words_kind_and_day_are_the_users(database: Database, now: Now) -> None:
    thinking(database, now)
    with database.session() as session:
        first = reflections.proposed(session, 1, now).proposals[0]
        mine = replace(first, text="Count  to three", kind=ConclusionKind.DELIVERY)
        own = own_proposal("Iron the shirt", ConclusionKind.LOGISTICS)
        adopted = [Adopted(proposal=mine, day=date(2026, 4, 1)), Adopted(proposal=own)]
        reflections.conclude(session, 1, adopted, now)
    found = kept(database, now)
    assert found[first.key].text == "Count to three"
    assert (found[first.key].due, found[first.key].due_by_hand) == (
        instant("2026-04-01 23:59:59"),
        True,
    )
    assert found[own.key].due == instant("2026-04-03 15:00")
    with database.reading() as session:
        again = reflections.proposed(session, 1, now)
    ticked = {each.key: each.text for each in again.proposals if each.ticked}
    assert ticked == {first.key: "Count to three", own.key: "Iron the shirt"}
    assert again.days == {first.key: date(2026, 4, 1)}


def test_what_is_ticked_no_more_goes_unless_it_is_done(database: Database, now: Now) -> None:
    thinking(database, now)
    adopt(database, now)
    with database.session() as session:
        done = {each.key: each.id for each in reflections.conclusions_of(session, 1, now)}
        reflections.set_done(session, done["Q30/k"], True, now)
    change = adopt(database, now, "Q12")
    assert set(kept(database, now)) == {"Q12", "Q30/k"}
    assert change is not None
    with database.session() as session:
        assert history.undo(session, change, now) == "Concluded: one thing"
    assert set(kept(database, now)) == {"Q12", "Q28", "Q30/k"}


def test_a_next_round_dates_them_two_days_before_it_and_follows_when_it_moves(
    database: Database, now: Now
) -> None:
    thinking(database, now)
    adopt(database, now, days={"Q28": date(2026, 4, 20)})
    add_interview(database, now, SECOND)
    assert kept(database, now)["Q12"].due == instant("2026-04-06 10:00")
    assert kept(database, now)["Q28"].due == instant("2026-04-20 23:59:59")
    moved = replace(SECOND, start=wall("2026-04-15 10:00"), end=wall("2026-04-15 11:00"))
    with database.session() as session:
        interviews.edit(session, 2, moved, now)
        change = session.change_id
    assert kept(database, now)["Q12"].due == instant("2026-04-13 10:00")
    assert change is not None
    with database.session() as session:
        history.undo(session, change, now)
    assert kept(database, now)["Q12"].due == instant("2026-04-06 10:00")
    with database.session() as session:
        interviews.call_off(session, 2, now)
    assert kept(database, now)["Q12"].due == instant("2026-04-03 15:00")


def test_a_round_noted_as_an_event_dates_them_too(database: Database, now: Now) -> None:
    thinking(database, now)
    adopt(database, now)
    with database.session() as session:
        following = values.Interview(
            key="",
            round=2,
            mode=Mode.ONSITE,
            start=instant("2026-04-08 10:00"),
            end=instant("2026-04-08 11:00"),
            zone=BERLIN,
        )
        events.record(session, 1, following, now)
    assert kept(database, now)["Q12"].due == instant("2026-04-06 10:00")


def test_what_is_done_is_dated_no_more(database: Database, now: Now) -> None:
    thinking(database, now)
    adopt(database, now, "Q12")
    with database.session() as session:
        reflections.set_done(session, 1, True, now)
    add_interview(database, now, SECOND)
    found = kept(database, now)["Q12"]
    assert (found.due, found.done_at) == (instant("2026-04-03 15:00"), now.instant)
    with database.reading() as session:
        assert reflections.open_conclusions(session, 1, now) == ()
    with database.session() as session:
        reflections.set_done(session, 1, False, now)
        assert [each.id for each in reflections.open_conclusions(session, None, now)] == [1]


def test_another_day_in_the_answers_dates_them_when_it_is_finished(
    database: Database, now: Now
) -> None:
    enough: dict[str, Answer] = {
        "Q10": ListAnswer(rows=tuple(ListRow(key=key, text=key) for key in "abc")),
        "Q26": TextAnswer(text="You were calm, and you asked good questions."),
    }
    thinking(database, now, {**ANSWERS, **enough})
    adopt(database, now, "Q12")
    with database.session() as session:
        day = DateAnswer(day=date(2026, 3, 31))
        reflections.save_answer(session, 1, "Q29", day, now)
        reflections.finish(session, 1, now)
    assert kept(database, now)["Q12"].due == instant("2026-03-31 23:59:59")


def test_a_conclusion_is_changed_and_removed_and_comes_back(database: Database, now: Now) -> None:
    thinking(database, now)
    adopt(database, now, "Q12")
    with database.session() as session:
        reflections.edit(session, 1, "Breathe", ConclusionKind.STORY, date(2026, 4, 2), now)
    found = kept(database, now)["Q12"]
    assert (found.text, found.kind, found.due_by_hand) == ("Breathe", ConclusionKind.STORY, True)
    with database.session() as session:
        reflections.edit(session, 1, "Breathe", ConclusionKind.STORY, None, now)
    assert kept(database, now)["Q12"].due == instant("2026-04-03 15:00")
    with database.session() as session:
        reflections.remove(session, 1, now)
        change = session.change_id
    assert count(database) == 0
    assert change is not None
    with database.session() as session:
        history.undo(session, change, now)
    assert kept(database, now)["Q12"].text == "Breathe"


def test_a_conclusion_needs_words(database: Database, now: Now) -> None:
    thinking(database, now)
    adopted = [Adopted(proposal=own_proposal(" \n ", ConclusionKind.STORY))]
    with pytest.raises(DetailsError, match="no words"), database.session() as session:
        reflections.conclude(session, 1, adopted, now)


def test_three_from_friends_are_enough(database: Database, now: Now) -> None:
    rows = tuple(FriendRow(key=key, friend="Noor", text=f"Tip {key}") for key in "abcd")
    thinking(database, now, {"Q23": FriendsAnswer(rows=rows)})
    with pytest.raises(DetailsError, match="Three suggestions"):
        adopt(database, now)
    adopt(database, now, "Q23/a", "Q23/b", "Q23/c")
    found = kept(database, now)["Q23/a"]
    assert (found.from_friend, found.ground.friend) == (True, "Noor")


def test_a_friends_view_is_kept_beside_the_answers(database: Database, now: Now) -> None:
    thinking(database, now)
    text = empty_reply().replace("Your name:", "Your name: Noor")
    text = text.replace("One suggestion:", "One suggestion: Pause more.")
    view = read_reply(text, "x").view
    with database.session() as session:
        number = reflections.add_view(session, 1, view, now)
        assert reflections.add_view(session, 1, view, now) == number
        shown = reflections.shown(session, 1, now)
    assert [each.view.friend for each in shown.views] == ["Noor"]
    assert shown.answers == dict(ANSWERS)
    with database.reading() as session:
        proposals = reflections.proposed(session, 1, now).proposals
    theirs = [each for each in proposals if each.from_friend]
    assert [(each.text, each.ground.friend) for each in theirs] == [("Pause more.", "Noor")]
    adopt(database, now, theirs[0].key)
    with database.session() as session:
        reflections.remove_view(session, number, now)
        change = session.change_id
    assert kept(database, now)[theirs[0].key].ground.words == "Pause more."
    assert change is not None
    with database.session() as session:
        history.undo(session, change, now)
        assert len(reflections.views(session, 1, now)) == 1


def test_a_view_is_put_right_and_an_empty_one_is_refused(database: Database, now: Now) -> None:
    thinking(database, now)
    with database.session() as session:
        number = reflections.add_view(session, 1, FriendView(key="", rest="You listen."), now)
        key = reflections.views(session, 1, now)[0].view.key
        put_right = FriendView(key="", friend="Noor", strength="You listen.")
        reflections.edit_view(session, number, put_right, now)
        assert [each.view for each in reflections.views(session, 1, now)] == [
            replace(put_right, key=key)
        ]
    with pytest.raises(DetailsError, match="nothing in this reply"), database.session() as session:
        reflections.add_view(session, 1, FriendView(key="", friend="Noor", rest="\n"), now)
    with pytest.raises(Gone), database.session() as session:
        reflections.remove_view(session, 99, now)


def test_both_sittings_share_conclusions_and_views(database: Database, now: Now) -> None:
    enough: dict[str, Answer] = {
        "Q10": ListAnswer(rows=tuple(ListRow(key=key, text=key) for key in "abc")),
        "Q26": TextAnswer(text="You were calm, and you asked good questions."),
    }
    thinking(database, now, {**ANSWERS, **enough})
    tomorrow = later(now, "2026-03-28 10:00")
    with database.session() as session:
        reflections.finish(session, 1, now)
        reflections.add_view(session, 1, FriendView(key="", strength="You listen."), now)
    adopt(database, now, "Q12")
    with database.session() as session:
        second = reflections.start_again(session, 1, ReflectionPath.FULL, shipped_form(), tomorrow)
        assert [each.key for each in second.conclusions] == ["Q12"]
        assert len(second.views) == 1
        chosen = reflections.proposed(session, second.id, tomorrow).proposals
        adopted = [Adopted(proposal=each) for each in chosen if each.key in {"Q12", "Q28"}]
        reflections.conclude(session, second.id, adopted, tomorrow)
    assert set(kept(database, now)) == {"Q12", "Q28"}
    assert count(database) == 2


def test_a_later_reflection_hints_whether_it_was_kept_and_the_user_confirms(
    database: Database, now: Now
) -> None:
    thinking(database, now)
    adopt(database, now, "Q12", "Q30/k")
    add_interview(database, now, replace(SECOND, company="Lumen"))
    after = later(now, "2026-04-08 12:00")
    went_well = ListAnswer(rows=(ListRow(key="w", text="I paused before I answered"),))
    second = think(database, after, 2, {"Q10": went_well})
    with database.reading() as session:
        hints = reflections.kept_hints(session, second, after)
    assert [(each.conclusion.key, each.shown.kept) for each in hints] == [("Q12", True)]
    with database.session() as session:
        reflections.confirm_kept(session, hints[0].conclusion.id, True, after)
        assert reflections.kept_hints(session, second, after) == ()
    assert kept(database, now)["Q12"].kept is True
    with database.reading() as session:
        assert reflections.kept_hints(session, 1, after) == ()
