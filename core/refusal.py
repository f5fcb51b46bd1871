"""What is raised when something cannot be done, in words that can be shown as they are."""


class Refusal(Exception):
    """Something was asked that cannot be done. `sentence` says what, what is safe and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class DetailsError(Refusal):
    """What was typed cannot be stored. `field` names the field of the form; nothing was stored."""

    def __init__(self, sentence: str, field: str) -> None:
        super().__init__(sentence)
        self.field = field


class SettingError(Refusal):
    """A value that a setting cannot take. `name` is the setting's."""

    def __init__(self, sentence: str, name: str) -> None:
        super().__init__(sentence)
        self.name = name


class NotYet(Refusal):
    """A step cannot be closed while another one, named in the sentence, is open."""


class CannotUndo(Refusal):
    """What was done cannot be undone any more, and the sentence says why."""


class Gone(Refusal):
    """What was asked for is no longer there."""
