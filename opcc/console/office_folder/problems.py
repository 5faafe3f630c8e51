"""What is wrong with a folder, each thing by file and line."""

from dataclasses import dataclass

from opcc.core.errors import DomainError


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to correct. Line 1 is the first line of the file; 0 means the file as a whole."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class FolderRefusedError(DomainError):
    """The folder has problems, so nothing of it was written."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        count = len(self.problems)
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(
            f"Nothing was loaded: {count} {'thing needs' if count == 1 else 'things need'} correcting.\n{lines}"
        )
