"""The JSON the API speaks; every model is in the OpenAPI document with an example.

What more than one part of the API speaks is here, by what it describes; packs, drafts, targets, references and checks
have schemas of their own.
"""

from search_api.schemas.base import Model
from search_api.schemas.copies import CopyOut, DifferenceOut, DifferencesOut
from search_api.schemas.document import DocumentListOut, DocumentOut, FacetsOut, FacetValueOut
from search_api.schemas.document_detail import DocumentDetailOut, RelationOut, StatedOut
from search_api.schemas.outline import NoteOut, OutlineItemOut, PageTurnOut, TableCellOut, TableOut, TableRowOut
from search_api.schemas.passage import CitationOut, PassageDetailOut, PassageOut, RectOut, StepOut
from search_api.schemas.problems import ConflictOut, ProblemOut
from search_api.schemas.search import (
    ChangeOut,
    ExplanationOut,
    HitOut,
    ParentOut,
    SearchOut,
    SimilarOut,
    TermOut,
    UnderstoodOut,
)
from search_api.schemas.status import FileNoteOut, HealthOut, RunOut, StatusOut, VersionsOut
from search_api.schemas.suggestions import SuggestionOut, SuggestOut

__all__ = [
    "ChangeOut",
    "CitationOut",
    "ConflictOut",
    "CopyOut",
    "DifferenceOut",
    "DifferencesOut",
    "DocumentDetailOut",
    "DocumentListOut",
    "DocumentOut",
    "ExplanationOut",
    "FacetValueOut",
    "FacetsOut",
    "FileNoteOut",
    "HealthOut",
    "HitOut",
    "Model",
    "NoteOut",
    "OutlineItemOut",
    "PageTurnOut",
    "ParentOut",
    "PassageDetailOut",
    "PassageOut",
    "ProblemOut",
    "RectOut",
    "RelationOut",
    "RunOut",
    "SearchOut",
    "SimilarOut",
    "StatedOut",
    "StatusOut",
    "StepOut",
    "SuggestOut",
    "SuggestionOut",
    "TableCellOut",
    "TableOut",
    "TableRowOut",
    "TermOut",
    "UnderstoodOut",
    "VersionsOut",
]
