"""`make bench`: times whole commands, median of five, and prints a table."""

import statistics
import subprocess
import sys
import time

COMMANDS = {
    "rolecall --help": ["-m", "bot", "--help"],
    "import bot": ["-c", "import bot"],
    "rolecall ask": ["-m", "bot", "ask", "Is Terraform required?", "--role",
                     "ai-infrastructure-architect"],
}  # fmt: skip
RUNS = 5


def main() -> None:
    """Run each command once to warm up, then five times."""
    for name, words in COMMANDS.items():
        seconds = [_seconds(words) for _ in range(RUNS + 1)][1:]
        print(f"{name:20} {statistics.median(seconds):6.2f} s")


def _seconds(words: list[str]) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, *words], check=True, capture_output=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
