"""A guard for Python 3.11, where PySide6 6.12 would end the process after some thousand calls.

That PySide6 is compiled as if None, True, False and NotImplemented were immortal, as they are from
Python 3.12 on: every Qt call that returns None takes a reference away from it. On 3.11 the count
reaches zero ("deallocating None"). So there each of them gets more references than any run can use.
"""

import sys

IMMORTAL_SINCE = (3, 12)
ENOUGH = 1 << (sys.maxsize.bit_length() - 3)


def keep_singletons_alive() -> None:
    """Makes the four singletons outlive the process, on Pythons where they could be freed."""
    if sys.version_info >= IMMORTAL_SINCE or sys.implementation.name != "cpython":
        return
    import ctypes

    for singleton in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(singleton)).value = ENOUGH
