"""Keeps a program from every file but those it was given, where the kernel is a Linux that offers Landlock.

It takes no rights to use, and unlike a namespace most containers allow it. Knows no Django.
"""

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # system calls; the same numbers on every processor but Alpha
_VERSION, _BENEATH, _NO_NEW_RIGHTS = 1, 1, 38
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
# What may be granted of a path and all beneath it.
READ = _EXECUTE | _READ_FILE | _READ_FOLDER
USE_DEVICE = _READ_FILE | _WRITE_FILE
KEEP_SOCKET = 1 << 5 | 1 << 9  # to remove a file and to make a socket
EVERYTHING = (1 << 16) - 1
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | 1 << 14 | 1 << 15
_FIRST_VERSION = (1 << 13) - 1
_SINCE = ((2, 1 << 13), (3, 1 << 14), (5, 1 << 15))  # moving between folders, cutting short, steering devices
_CONNECTIONS = 0b11  # listening and connecting by TCP
_OUTSIDE = 0b11  # abstract sockets and signals of processes that are not confined with this one


class _Rules(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("connections", ctypes.c_uint64), ("outside", ctypes.c_uint64)]


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def version() -> int:
    """The kernel's version of Landlock; 0 where there is none."""
    if sys.platform != "linux":
        return 0
    return max(0, int(_library().syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))))


def rules(grants: Iterable[tuple[str, int]]) -> int | None:
    """A descriptor for `restrict`: these paths as far as granted, no other file, and no connection by TCP.

    Paths that are not there, or not for this user, are left out. None where the kernel has no Landlock. Raises OSError.
    """
    known = version()
    if not known:
        return None
    handled = _FIRST_VERSION | sum(right for since, right in _SINCE if known >= since)
    # An older kernel takes a shorter structure, and refuses what it does not know.
    asked = _Rules(handled, _CONNECTIONS if known >= 4 else 0, _OUTSIDE if known >= 6 else 0)
    size = 24 if known >= 6 else 16 if known >= 4 else 8
    made = int(_library().syscall(_CREATE, ctypes.byref(asked), ctypes.c_size_t(size), ctypes.c_uint32(0)))
    if made < 0:
        raise OSError(ctypes.get_errno(), "The kernel makes no rules")
    for path, allowed in grants:
        _grant(made, path, allowed & handled)
    return made


def restrict(made: int) -> None:
    """Hold this process and all that it starts to the rules. Raises OSError."""
    library = _library()
    if library.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0) or library.syscall(_RESTRICT, made, ctypes.c_uint32(0)):
        raise OSError(ctypes.get_errno(), "The kernel does not confine this process")


def _grant(made: int, path: str, allowed: int) -> None:
    try:
        opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, PermissionError):  # nobody here could read it either
        return
    try:
        # The kernel refuses a folder's rights for a file.
        beneath = _Beneath(allowed if Path(path).is_dir() else allowed & _OF_A_FILE, opened)
        if _library().syscall(_ADD, made, _BENEATH, ctypes.byref(beneath), ctypes.c_uint32(0)):
            raise OSError(ctypes.get_errno(), f"The kernel makes no rule for {path}")
    finally:
        os.close(opened)


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)
