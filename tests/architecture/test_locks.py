"""The locked requirements: what is installed is what was locked, and the files say nothing of where it came from."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from opcc.embedded import BASE_DIR

LOCKS = ["base", "local", "dev", "uv"]
SHA256 = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def read(name: str) -> str:
    return (BASE_DIR / "requirements" / f"{name}.txt").read_text()


def locked(name: str) -> dict[str, list[str]]:
    """The hashes of each requirement; a package may stand twice, for different systems."""
    found: dict[str, list[str]] = {}
    for entry in read(name).replace("\\\n", " ").splitlines():
        package, *hashes = re.split(r"\s+(?=--hash)", entry.strip())
        found[canonicalize_name(Requirement(package).name)] = [value.strip() for value in hashes]
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    assert "==" in read(name)
    for package, hashes in locked(name).items():
        assert hashes, package
        assert all(SHA256.fullmatch(value) for value in hashes), package


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_no_host(name: str) -> None:
    text = read(name)
    assert [mark for mark in ("://", "#", "--index", "--extra-index", "--find-links", " @ ") if mark in text] == []


def test_larger_locks_hold_the_smaller_with_the_same_releases() -> None:
    lines = {name: {line for line in read(name).splitlines() if "==" in line} for name in LOCKS}
    assert lines["base"] <= lines["local"] <= lines["dev"]


def test_every_declared_dependency_is_locked() -> None:
    project = tomllib.loads((BASE_DIR / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    declared = {
        "base": project["dependencies"],
        "local": [*project["dependencies"], *extras["local"]],
        "dev": [*project["dependencies"], *extras["local"], *extras["test"], *extras["check"]],
    }
    for name, requirements in declared.items():
        missing = {canonicalize_name(Requirement(each).name) for each in requirements} - locked(name).keys()
        assert missing == set(), name
