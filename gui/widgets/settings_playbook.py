"""How the steps are planned: each setting on which the sources disagree."""

from __future__ import annotations

from core.settings import Preferences
from gui.theme import Theme
from gui.widgets.fields import NumberField
from gui.widgets.settings_section import SettingsSection, StoredChoice

THANKS = (
    (
        "thank_you_notes",
        "Thank-you notes",
        (("full", "A full letter"), ("short", "Short, 40 to 100 words"), ("off", "None")),
        "What is usual differs between countries.",
    ),
    (
        "thank_you_within",
        "Thank them within",
        (("12h", "12 hours"), ("24h", "24 hours"), ("48h", "48 hours")),
        "",
    ),
    (
        "thank_you_earliest",
        "Not before",
        (
            ("0h", "at once"),
            ("1h", "1 hour after the interview"),
            *((f"{hours}h", f"{hours} hours after the interview") for hours in range(2, 7)),
        ),
        "",
    ),
    (
        "friday",
        "After an interview on Friday afternoon",
        (("evening", "Write the same evening"), ("monday", "Hold it to Monday, 08:00")),
        "Held to Monday, the note is shown as late.",
    ),
)
FOLLOW_UPS = (
    (
        "follow_up_after",
        "Follow up after",
        (("5bd", "5 business days"), ("7d", "7 days"), ("10bd", "10 business days")),
        "",
    ),
    (
        "follow_ups",
        "How often at most",
        (("1", "Once"), ("2", "Twice"), ("3", "Three times")),
        "After the last one the next move is theirs.",
    ),
    (
        "nudge_after_decision",
        "Ask after their decision date",
        (
            ("1bd", "1 business day later"),
            ("2bd", "2 business days later"),
            ("5bd", "5 business days later"),
        ),
        "",
    ),
)


class PlaybookSection(SettingsSection):
    """A change here plans every application again; Undo brings the old plan back."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "How your steps are planned", "list-checks")
        self.choices: dict[str, StoredChoice] = {}
        for name, label, choices, hint in (*THANKS, *FOLLOW_UPS):
            self.choices[name] = self.add_choice(name, label, choices, hint)
        self.early = NumberField(theme, 0, 240, 10, " min")
        self.early.setKeyboardTracking(False)  # told by each step, and once what is typed is whole
        self.early.valueChanged.connect(self._tell_early)
        hint = "How long before it starts you want to be at the door."
        self.add_row("arrive_early", "Arrive early by", self.early, hint)
        self._early = 10

    def show_preferences(self, preferences: Preferences) -> None:
        planned = preferences.playbook
        for name, value in (
            ("thank_you_notes", planned.thank_you_notes),
            ("thank_you_within", planned.thank_you_within),
            ("thank_you_earliest", planned.thank_you_earliest),
            ("friday", planned.friday),
            ("follow_up_after", planned.follow_up_after),
            ("follow_ups", str(planned.follow_ups)),
            ("nudge_after_decision", planned.nudge_after_decision),
        ):
            self.choices[name].choose(value)
        if planned.arrive_early != self._early or not self.early.hasFocus():
            self._early = planned.arrive_early
            self.early.setValue(planned.arrive_early)

    def _tell_early(self) -> None:
        if self.early.value() != self._early:
            self._early = self.early.value()
            self.tell("arrive_early", self._early)
