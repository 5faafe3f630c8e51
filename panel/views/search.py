"""Search over the Panel's open record."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.web import views as web
from panel import queries
from panel.filters import SearchFilter
from panel.views.reader import is_member, reader_of


@public_page
@require_safe
def search(request: HttpRequest) -> HttpResponseBase:
    """What holds the words of ?words=, the newest first. Exempt matter is in no answer, whoever asks."""
    filters = SearchFilter(request.GET or None)
    said = filters.cleaned_data if filters.is_valid() else {}
    hits = queries.search(said.get("words", ""), reader_of(request), said.get("kind", ""))
    context = {
        "filters": filters,
        "words": hits.words,
        "is_cut": hits.is_cut,
        "page": web.paginate(request, hits),
        "is_member": is_member(request),
    }
    return render(request, "panel/search.html", context)
