"""What the settings ask of the use cases, beside `gui.page_actions`. Each runs in the Desk's thread
and imports there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.clock import Now

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.drafting.helper import Helper
    from core.drafting.outgoing import Account
    from core.use_cases.own_words import OwnWords


@dataclass(frozen=True, slots=True)
class SetUp:
    """The mail account as it is set up."""

    account: Account | None
    note: str
    """What the user has to do at the provider first; empty: nothing that is known."""


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


def mail_account(session: WorkSession, now: Now) -> SetUp:
    """The mail account, and what its provider asks for."""
    from core.exchange.mail.providers import guess_account
    from core.use_cases import account

    found = account.account(session, now)
    return SetUp(found, guess_account(found.address).note if found else "")


def change_account(session: WorkSession, wanted: Account, now: Now) -> None:
    """Store other facts about the mail account."""
    from core.use_cases import account

    account.change_account(session, wanted, now)


def change_address(session: WorkSession, address: str, name: str, now: Now) -> str:
    """Begin an account with the servers that its address probably has, or let it have another
    address. Gives the address that it no longer has; `name` is for a new account.
    """
    from core.exchange.mail.providers import guess_account, guess_again
    from core.use_cases import account

    before = account.account(session, now)
    guess = guess_again(before, address) if before else guess_account(address, name)
    account.change_account(session, guess.account, now)
    return before.address if before and before.address != guess.account.address else ""


def forget_account(session: WorkSession, now: Now) -> str:
    """Forget the mail account; gives its address, whose password is to be forgotten, too."""
    from core.use_cases import account

    before = account.account(session, now)
    account.change_account(session, None, now)
    return before.address if before else ""


def helper(session: WorkSession, now: Now) -> Helper | None:
    """The endpoint that helps with wording; None where the user has named none."""
    from core.use_cases import helper

    return helper.helper(session, now)


def change_helper(session: WorkSession, wanted: Helper | None, now: Now) -> str:
    """Name an endpoint, or forget it (None); a key belongs to its address alone.

    Gives the address whose key is no longer needed, if there is one.
    """
    from core.drafting.helper import endpoint_of
    from core.use_cases import helper

    before = helper.helper(session, now)
    address = endpoint_of(wanted.address).address if wanted else ""
    moved = before is not None and address != before.address
    if wanted is not None and moved:
        wanted = replace(wanted, with_key=False)
    helper.change_helper(session, wanted, now)
    return before.address if before and moved and before.with_key else ""
