"""An attribute that is worked out when it is first asked for, and then simply stands there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

_T = TypeVar("_T")


class eenmalig(Generic[_T]):
    """As `functools.cached_property`, without its lock.

    Every form gets a handful of these, and up to Python 3.11 the lock is most of what they cost. What a rule looks
    at belongs to one run and one thread.
    """

    def __init__(self, maak: Callable[[Any], _T]) -> None:
        self._maak = maak
        self._naam = maak.__name__
        self.__doc__ = maak.__doc__

    @overload
    def __get__(self, blik: None, soort: type) -> eenmalig[_T]: ...

    @overload
    def __get__(self, blik: object, soort: type) -> _T: ...

    def __get__(self, blik: object | None, soort: type) -> eenmalig[_T] | _T:
        """Work it out and put it in the object: the next time Python finds it there, and not here."""
        if blik is None:
            return self
        waarde = blik.__dict__[self._naam] = self._maak(blik)
        return waarde
