"""A kit's file while it is read: what it is held against, and what is wrong in it so far."""

from dataclasses import dataclass, field

import yaml

from bot.core.kits.changes import LONGEST
from bot.core.kits.kit import Kit
from bot.core.lint.barred import BARRED
from bot.core.lint.finding import hits
from bot.core.roles import Role
from bot.core.wording.kits import refused
from bot.kit_files.nodes import Mistakes, words


@dataclass
class Reading:
    """A file that is being read: the role, the kit its brief gives, and the mistakes so far."""

    role: Role
    made: Kit
    mistakes: Mistakes = field(default_factory=Mistakes)

    def text(self, node: yaml.Node, made: str) -> str:
        """A text that may be asked; `made` where it is not, or stays as the brief gives it."""
        said = words(node, self.mistakes, LONGEST)
        if not said or said == made:
            return made
        for finding in hits(BARRED, said):
            self.mistakes.add(node, refused(finding))
        return said
