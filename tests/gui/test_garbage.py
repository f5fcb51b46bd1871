"""Widgets are freed in the window's thread, whoever makes the garbage."""

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar
from weakref import ref

import pytest

from gui.garbage import Garbage


class Ring:
    """Garbage that only the collector can free; it notes the thread that frees it."""

    freed_in: ClassVar[list[str]] = []

    def __init__(self) -> None:
        self.myself = self

    def __del__(self) -> None:
        self.freed_in.append(threading.current_thread().name)


@pytest.fixture(autouse=True)
def collector_as_before() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def make_garbage() -> None:
    for _ in range(5000):
        Ring()


def test_another_thread_frees_nothing() -> None:
    garbage = Garbage()
    Ring.freed_in.clear()
    worker = threading.Thread(target=make_garbage, name="worker")
    worker.start()
    worker.join()
    assert Ring.freed_in == []
    garbage.look()
    garbage.look()
    assert set(Ring.freed_in) == {threading.main_thread().name}


def test_what_is_spared_stays() -> None:
    garbage = Garbage()
    ring = Ring()
    kept = ref(ring)
    garbage.spare()
    del ring
    gc.collect()
    assert kept() is not None
