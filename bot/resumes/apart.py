"""Reads a résumé in a program of its own, so that no file can hold the bot up or fill its memory.

`python -m bot.resumes.apart NAME` reads the file's bytes from its input and tells in JSON what it
says, or why it cannot be read.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from bot.core.errors import ResumeUnreadable
from bot.core.screening.resume import Hidden, ReadResume
from bot.resumes import limits

SECONDS = 20
"""So long may reading a file take."""
_MEMORY = 1024**3
"""So many bytes of memory may it take."""
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH")
"""The only parts of the environment that whatever a file does could read."""
_ROOT = Path(__file__).parents[2]


def read_apart(name: str, data: bytes, seconds: float = SECONDS) -> ReadResume:
    """What `bot.resumes.reading.read` reads, within bounded time and memory.

    Raises ResumeUnreadable.
    """
    limits.checked(name, len(data))
    ending = f"resume{limits.ending(name)}"
    command = [sys.executable, "-m", "bot.resumes.apart", ending]
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH", ""))))
    try:
        done = subprocess.run(  # noqa: S603 - our own program, and no word of the sender's
            command,
            input=data,
            capture_output=True,
            timeout=seconds,
            check=True,
            env={**_surroundings(), "PYTHONPATH": path},
        )
        told = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise limits.too_slow() from None
    except subprocess.CalledProcessError as failed:
        # Below zero it was stopped: it had used up its time.
        raise (limits.too_slow() if failed.returncode < 0 else limits.damaged()) from None
    except (OSError, ValueError):
        raise limits.damaged() from None
    if "why" in told:
        raise ResumeUnreadable(told["why"], told["remedy"])
    left_out = tuple(Hidden(one) for one in told["left_out"])
    return ReadResume(told["form"], told["text"], left_out)


def _surroundings() -> dict[str, str]:
    """What a program needs of its environment: no setting of ours, and so no secret."""
    return {name: os.environ[name] for name in _PASSED_ON if name in os.environ}


def _bounded() -> None:
    """Take no more time and memory than a résumé needs, where the system can be told."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, _MEMORY)):
        try:
            resource.setrlimit(what, (most, most))
        except (OSError, ValueError):
            continue


def _told(name: str, data: bytes) -> dict[str, object]:
    from bot.resumes.reading import read

    try:
        found = read(name, data)
    except ResumeUnreadable as wrong:
        return {"why": wrong.why, "remedy": wrong.remedy}
    return {"form": found.form, "text": found.text, "left_out": list(found.left_out)}


if __name__ == "__main__":
    import logging

    logging.disable()
    _bounded()
    told = json.dumps(_told(sys.argv[1], sys.stdin.buffer.read()))
    sys.stdout.write(told)
