"""What a password must be."""

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError

from opcc.accounts.models import User
from opcc.reference.models import ForceArea, OfficeProfile
from tests.factories.accounts import UserFactory, give_second_factor

pytestmark = pytest.mark.django_db


def refusals(password: str, user: User | None = None) -> list[str]:
    try:
        validate_password(password, user)
    except ValidationError as error:
        return [str(one.code) for one in error.error_list]
    return []


@pytest.fixture
def office() -> OfficeProfile:
    area = ForceArea.objects.create(code="E23000099", name="Westshire", force_name="Westshire Constabulary")
    return OfficeProfile.objects.create(
        pk=1,
        name="Office of the Police and Crime Commissioner",
        area_name="Westshire",
        force_area=area,
        commissioner_name="Nadia Okoro",
        panel_name="Westshire Police and Crime Panel",
        address="1 High Street",
        email="office@westshire.example",
        report_contact="Policy officer",
        logo_text="Westshire OPCC",
    )


@pytest.mark.asvs("v5.0.0-6.2.1")
def test_length_with_14_characters_is_refused() -> None:
    assert refusals("tray lamp moss"[:14]) == ["password_too_short"]
    assert refusals("tray lamp moss!") == []


@pytest.mark.asvs("v5.0.0-6.2.1")
def test_length_with_second_factor_needs_12() -> None:
    user = UserFactory.create()
    assert refusals("traylampmoss", user) == ["password_too_short"]
    give_second_factor(user)
    assert refusals("traylampmoss", user) == []
    assert refusals("traylampmos", user) == ["password_too_short"]


@pytest.mark.asvs("v5.0.0-6.2.9")
@pytest.mark.parametrize("length", [64, 128])
def test_length_up_to_128_is_kept_whole(length: int) -> None:
    password = ("correct lamp moss tray " * 10)[: length - 1] + "é"
    user = UserFactory.create()
    user.set_password(password)
    assert refusals(password) == []
    assert user.check_password(password)
    assert not user.check_password(password[:-1])
    assert not user.check_password(password[:-1] + "e")


def test_length_over_128_is_refused() -> None:
    assert refusals("correct lamp moss tray " * 6) == ["password_too_long"]


@pytest.mark.asvs("v5.0.0-6.2.5")
@pytest.mark.parametrize(
    "password", ["only lower case words", "ONLY UPPER CASE WORDS", "884213 907755 12", "      tray      lamp"]
)
def test_composition_does_not_matter(password: str) -> None:
    assert refusals(password) == []


@pytest.mark.asvs("v5.0.0-6.2.4", "v5.0.0-6.2.12")
@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword",
        "Password12345678",
        "aaaaaaaaaaaaaaaa",
        "12341234123412341234",
        "...liverpool....",
        "iloveyouiloveyou",
    ],
)
def test_common_password_is_refused_in_disguise_too(password: str) -> None:
    assert "password_too_common" in refusals(password)


@pytest.mark.asvs("v5.0.0-6.2.11")
@pytest.mark.parametrize(
    "password",
    [
        "opccopcc-opcc-opcc",
        "Westshire-2026-2026",
        "WestshirePolice1!",
        "constabulary12345",
        "PoliceCommissioner",
        "asha.bell.asha.bell",
    ],
)
def test_office_words_alone_are_refused(office: OfficeProfile, password: str) -> None:
    user = UserFactory.create(first_name="Asha", last_name="Bell", email="asha.bell@westshire.example")
    assert refusals(password, user) == ["password_office_words"]


def test_office_words_among_others_are_accepted(office: OfficeProfile) -> None:
    assert refusals("westshire kettle walks north") == []


def test_office_words_of_another_office_mean_nothing_here() -> None:
    assert refusals("Westshire-2026-2026") == []


def test_help_says_each_rule_in_words() -> None:
    assert password_validators_help_texts() == [
        "Use 15 characters or more. Three or four words are good, with or without spaces.",
        "It cannot be one that many people use.",
        "It cannot be made of the name of the office, the police force or yourself.",
    ]


@pytest.mark.asvs("v5.0.0-6.2.10")
def test_passwords_never_expire() -> None:
    fields = {field.name for field in User._meta.get_fields()}
    assert not {name for name in fields if "expire" in name or "password_changed" in name}
