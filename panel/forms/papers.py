"""What staff type about papers and packs."""

from django import forms

from panel.enums import FROZEN, PackKind
from panel.models import Pack, Paper, QuarterlyReport


class PaperForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A paper as it is announced."""

    class Meta:
        model = Paper
        fields = ("item", "title", "author", "purpose", "is_to_follow", "late_reason")


def _late() -> forms.CharField:
    return forms.CharField(
        label="Why the chair takes it as urgent",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Only after the papers were due, where the paper has no reason yet. It goes into the minutes.",
    )


class UploadForm(forms.Form):
    """A PDF or DOCX for the main document or an appendix."""

    letter = forms.RegexField(
        r"^[A-Z]?$", label="Appendix", max_length=1, required=False, help_text="A capital letter. Empty: the report."
    )
    title = forms.CharField(label="Title", max_length=250, required=False, help_text="Empty: as the paper is called.")
    file = forms.FileField(label="File", help_text="A PDF, or a Word document (DOCX).")
    late_reason = _late()


class ReportPartForm(forms.Form):
    """A report of ours for the main document or an appendix."""

    letter = forms.RegexField(
        r"^[A-Z]?$", label="Appendix", max_length=1, required=False, help_text="A capital letter. Empty: the report."
    )
    report = forms.ModelChoiceField(
        QuarterlyReport.objects.filter(state__in=FROZEN).order_by("-year", "-quarter_number", "-version", "-pk"),
        label="Report",
        help_text="Approved and issued ones.",
    )
    late_reason = _late()


class WriteForm(forms.Form):
    """A short paper, written here."""

    letter = forms.RegexField(
        r"^[A-Z]?$", label="Appendix", max_length=1, required=False, help_text="A capital letter. Empty: the report."
    )
    title = forms.CharField(label="Title", max_length=250, required=False, help_text="Empty: as the paper is called.")
    text = forms.CharField(
        label="Text",
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="An empty line ends a paragraph; a line that begins with '# ' is a heading. Paragraphs get numbers.",
    )
    late_reason = _late()


class WithdrawForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(label="Why it is withdrawn", max_length=250, help_text="The public reads this.")


class PackForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """Which pack is asked for."""

    kind = forms.ChoiceField(label="What", choices=PackKind.choices, initial=PackKind.FULL)

    class Meta:
        model = Pack
        fields = ("meeting", "kind", "change_note")
