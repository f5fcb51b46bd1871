"""What the settings ask of the use cases, beside `gui.page_actions`. Each runs in the Desk's thread
and imports there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.clock import Now

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.drafting.outgoing import Account
    from core.use_cases.own_words import OwnWords


def own_words(session: WorkSession, now: Now) -> OwnWords:
    """Everything that the user told the checks."""
    from core.use_cases import own_words

    return own_words.own_words(session, now)


def add_employer(session: WorkSession, name: str, now: Now) -> None:
    """Let an earlier employer be named in any message."""
    from core.use_cases import own_words

    own_words.add_cv_employer(session, name, now)


def remove_employer(session: WorkSession, name: str, now: Now) -> None:
    """Forget an earlier employer."""
    from core.use_cases import own_words

    own_words.remove_cv_employer(session, name, now)


def add_word(session: WorkSession, word: str, now: Now) -> None:
    """Let a word count as spelled right."""
    from core.use_cases import own_words

    own_words.add_word(session, word, now)


def remove_word(session: WorkSession, word: str, now: Now) -> None:
    """Let a word be checked again."""
    from core.use_cases import own_words

    own_words.remove_word(session, word, now)


def look_again(session: WorkSession, check: int, words: str, now: Now) -> None:
    """Let a check find these words again."""
    from core.use_cases import own_words

    own_words.disallow(session, check, words, now)


def languages(session: WorkSession, now: Now) -> str:
    """Which languages can be proofread on this machine, and what the others need."""
    from core.exchange.languages import proofreading

    found = proofreading()
    return f"{found.state} {found.remedy}".rstrip()


def account(session: WorkSession, now: Now) -> Account | None:
    """The mail account; None while there is none."""
    from core.use_cases import account

    return account.account(session, now)


def change_account(session: WorkSession, wanted: Account | None, now: Now) -> None:
    """Set the mail account up, or forget it."""
    from core.use_cases import account

    account.change_account(session, wanted, now)
