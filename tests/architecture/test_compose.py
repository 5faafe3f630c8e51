"""The containers, read and not run: every setting is supplied, every secret asked for, nothing runs as root."""

import re
from typing import Any

import pytest
import yaml

from opcc.dev.environment import PANGO
from opcc.embedded import BASE_DIR

APP_SERVICES = ["migrate", "web", "worker", "beat"]
COMPOSE: dict[str, Any] = yaml.safe_load((BASE_DIR / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
DOCKERFILE = (BASE_DIR / "Dockerfile").read_text()
SETTINGS = (BASE_DIR / "opcc" / "settings.py").read_text()
READ = set(re.findall(r"""env(?:\.\w+)?\(\s*"([A-Z_]+)\"""", SETTINGS))
DEVELOPERS_ONLY = {"OPCC_DEBUG", "EMAIL_BACKEND", "STATIC_ROOT", "SEND_MAIL", "CONN_MAX_AGE", "SECURE_SSL_REDIRECT"}


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions, comments out and continued lines joined."""
    lines = [line for line in DOCKERFILE.splitlines() if line.strip() and not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines()
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1].strip()) for line in joined]


def required() -> list[str]:
    block = SETTINGS[SETTINGS.index("REQUIRED = {") : SETTINGS.index("}", SETTINGS.index("REQUIRED = {"))]
    return re.findall(r'^\s+"([A-Z_]+)":', block, flags=re.MULTILINE)


def test_settings_that_production_requires_are_known() -> None:
    assert required() == ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL"]


@pytest.mark.parametrize("service", APP_SERVICES)
def test_service_is_given_every_required_setting(service: str) -> None:
    environment = SERVICES[service]["environment"]
    assert [name for name in required() if not environment.get(name)] == []


@pytest.mark.parametrize("service", APP_SERVICES)
def test_service_is_given_every_setting_that_is_read(service: str) -> None:
    environment = SERVICES[service]["environment"]
    assert set(environment) == READ - DEVELOPERS_ONLY


def test_env_example_names_what_compose_takes_from_it() -> None:
    text = (BASE_DIR / "docker-compose.yml").read_text()
    taken = set(re.findall(r"(?<!\$)\$\{([A-Z_]+)", text))
    must = set(re.findall(r"(?<!\$)\$\{([A-Z_]+):\?", text))
    example = (BASE_DIR / ".env.example").read_text()
    first, second = (set(re.findall(r"^([A-Z_]+)=", part, flags=re.MULTILINE)) for part in example.split("--- May be"))
    assert (first, first | second) == (must, taken)


def test_no_secret_stands_in_the_file() -> None:
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search("KEY|PASSWORD", name):
                assert str(value).startswith("${"), name


def test_every_lasting_service_has_a_health_check() -> None:
    without = [name for name, service in SERVICES.items() if "test" not in service.get("healthcheck", {})]
    assert without == ["migrate", "web"]  # migrate ends by itself; web has the image's
    assert "HEALTHCHECK" in dict(instructions())


def test_services_wait_for_what_they_need() -> None:
    after = {"migrate": {"condition": "service_completed_successfully"}, "redis": {"condition": "service_healthy"}}
    assert SERVICES["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    assert [SERVICES[name]["depends_on"] for name in ("web", "worker", "beat")] == [after] * 3


def test_documents_and_rows_outlive_the_containers() -> None:
    assert all("documents:/var/lib/opcc/documents" in SERVICES[name]["volumes"] for name in APP_SERVICES)
    assert SERVICES["postgres"]["volumes"] == ["postgres:/var/lib/postgresql"]
    assert set(COMPOSE["volumes"]) == {"postgres", "documents"}


def test_servers_are_out_of_reach_from_outside() -> None:
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert [SERVICES[name]["networks"] for name in ("postgres", "redis")] == [["inside"], ["inside"]]
    assert {name: service["ports"] for name, service in SERVICES.items() if "ports" in service} == {
        "web": ["127.0.0.1:8000:8000"]
    }


def test_postgres_sorts_letters_as_the_private_one_does() -> None:
    assert SERVICES["postgres"]["image"] == "postgres:18"
    arguments = SERVICES["postgres"]["environment"]["POSTGRES_INITDB_ARGS"]
    assert arguments == "--locale-provider=builtin --builtin-locale=C.UTF-8 --lc-ctype=C.UTF-8"


def test_image_runs_as_nobody_special() -> None:
    names = [name for name, _ in instructions()]
    assert [value for name, value in instructions() if name == "USER"] == ["opcc"]
    assert names.index("USER") < names.index("CMD")
    assert not set(names[names.index("USER") :]) & {"RUN", "COPY", "ADD"}


def test_image_installs_the_locked_packages_and_what_pdfs_need() -> None:
    runs = " ".join(value for name, value in instructions() if name == "RUN")
    assert "pip install --require-hashes --requirement requirements/base.txt" in runs
    assert [package for package in PANGO.values() if package not in runs] == []


def test_image_collects_static_files_with_every_required_setting() -> None:
    collect = next(value for name, value in instructions() if name == "RUN" and "collectstatic" in value)
    assert [name for name in required() if f"{name}=" not in collect] == []
