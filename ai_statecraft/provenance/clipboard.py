"""The text on the clipboard, by the command that each platform has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

# Python has no clipboard of its own, and libraries for it run these very commands.
_MACOS = (("pbpaste",),)
_WINDOWS = (("powershell", "-NoProfile", "-Command", "Get-Clipboard -Raw"),)
_WAYLAND = (("wl-paste", "--no-newline"),)
_X11 = (("xclip", "-selection", "clipboard", "-out"), ("xsel", "--clipboard", "--output"))


class ClipboardError(Exception):
    """A clipboard that cannot be read, with what to do instead."""


def clipboard_text() -> str:
    """The text on the clipboard; ClipboardError where none can be read."""
    commands = _commands()
    command = next((command for command in commands if shutil.which(command[0])), None)
    if command is None:
        wanted = " or ".join(dict.fromkeys(command[0] for command in commands))
        raise ClipboardError(f"reading the clipboard needs {wanted}; give a file instead")
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=10)
        return done.stdout.decode("utf-8")
    except subprocess.SubprocessError as error:
        raise ClipboardError(f"{command[0]} gave no text; give a file instead") from error
    except UnicodeDecodeError as error:
        raise ClipboardError("the clipboard holds no UTF-8 text; give a file instead") from error


def _commands() -> tuple[tuple[str, ...], ...]:
    match sys.platform:
        case "darwin":
            return _MACOS
        case "win32":
            return _WINDOWS
        case _:
            return (*_WAYLAND, *_X11) if os.environ.get("WAYLAND_DISPLAY") else _X11
