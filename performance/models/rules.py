"""The thresholds of this office, each with the default that the house rules give it."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from opcc.core.audit import tracked
from performance.enums import AverageChoice, RuleChoice


@tracked()
class HouseRules(models.Model):
    """One row of settings; `performance.queries.house_rules` gives the defaults where there is none."""

    rule_set = models.CharField(
        "rules for signals",
        max_length=15,
        choices=[choice for choice in RuleChoice.choices if choice[0] != RuleChoice.OFFICE],
        default=RuleChoice.RUN_OF_EIGHT,
    )
    run_length = models.PositiveSmallIntegerField(
        "months on one side that make a shift", null=True, blank=True, help_text="Empty: as the rules say, 8 or 7."
    )
    trend_length = models.PositiveSmallIntegerField(
        "months that make a trend", null=True, blank=True, help_text="Empty: trends are not looked for, or as NHS says."
    )
    two_in_three = models.BooleanField("look for two of three near a limit", null=True, blank=True)
    screen = models.BooleanField(
        "leave out extreme changes when limits are worked out",
        default=False,
        help_text="The published NHS tool does not.",
    )
    fewest_for_limits = models.PositiveSmallIntegerField("fewest months for limits", default=5)
    fewest_for_firm_limits = models.PositiveSmallIntegerField("fewest months for firm limits", default=12)
    average = models.CharField(
        "the quarter average is", max_length=15, choices=AverageChoice, default=AverageChoice.LATEST_FOUR
    )
    percent_from = models.PositiveSmallIntegerField(
        "smallest number to take a percentage of", default=20, help_text="Below it a change is given as numbers only."
    )
    stable_within = models.DecimalField(
        "a change below this percentage is 'stable'", max_digits=4, decimal_places=1, default=Decimal(2)
    )
    survey_hidden_below = models.PositiveSmallIntegerField("people asked, fewest to show a share", default=30)
    survey_trial_below = models.PositiveSmallIntegerField("people asked, fewest for a firm share", default=100)
    footing_tolerance = models.PositiveSmallIntegerField(
        "areas may differ from their total by", default=0, help_text="In units of the measure."
    )
    question_days = models.PositiveSmallIntegerField("working days for the force to answer", default=10)

    class Meta:
        verbose_name = "rules for figures"
        verbose_name_plural = "rules for figures"
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1), name="performance_rules_one", violation_error_message="There is one set of rules."
            ),
            models.CheckConstraint(
                condition=Q(run_length=None) | Q(run_length__gte=5, run_length__lte=15),
                name="performance_rules_run",
                violation_error_message="A shift is 5 to 15 months on one side.",
            ),
            models.CheckConstraint(
                condition=Q(trend_length=None) | Q(trend_length__gte=4, trend_length__lte=12),
                name="performance_rules_trend",
                violation_error_message="A trend is 4 to 12 months.",
            ),
            models.CheckConstraint(
                condition=Q(fewest_for_limits__gte=3, fewest_for_firm_limits__gte=F("fewest_for_limits")),
                name="performance_rules_limits",
                violation_error_message="Limits need 3 months or more, and firm ones no fewer than trial ones.",
            ),
            models.CheckConstraint(
                condition=Q(survey_trial_below__gte=F("survey_hidden_below")),
                name="performance_rules_survey",
                violation_error_message="A firm share needs no fewer people than one that is shown.",
            ),
            models.CheckConstraint(
                condition=Q(question_days__gte=1, question_days__lte=60),
                name="performance_rules_question_days",
                violation_error_message="The force has 1 to 60 working days to answer.",
            ),
        ]

    def __str__(self) -> str:
        return "Rules for figures"
