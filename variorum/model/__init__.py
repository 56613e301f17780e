"""The records of an archive. This package imports nothing else of ours.

Every record is frozen and slotted and holds tuples. Offsets are code points in the
``text`` of one Document, end exclusive. Dates are ISO 8601 strings, so that precision
is never invented. Everything is imported from here, whichever module defines it.
"""

from __future__ import annotations

from variorum.model.archive import (
    Archive,
    File,
    Inputs,
    Site,
)
from variorum.model.claims import (
    EDITOR,
    PROGRAM,
    Claim,
    Event,
    Figure,
    FigureKind,
    Kind,
    Polarity,
    claim_id,
)
from variorum.model.relations import (
    STATUSES,
    Analysis,
    Independence,
    Matter,
    Relation,
    Status,
    Verdict,
)
from variorum.model.rulings import (
    Authorities,
    ClaimRuling,
    MatterRuling,
    Name,
    Quoted,
    RelationRuling,
)
from variorum.model.texts import (
    ARTICLE_ROLES,
    Block,
    Capture,
    Change,
    Correction,
    Document,
    Line,
    Metadata,
    Origin,
    Paragraph,
    Precision,
    Revision,
    Role,
    Run,
    Span,
    When,
    Wording,
)

__all__ = [
    "ARTICLE_ROLES",
    "EDITOR",
    "PROGRAM",
    "STATUSES",
    "Analysis",
    "Archive",
    "Authorities",
    "Block",
    "Capture",
    "Change",
    "Claim",
    "ClaimRuling",
    "Correction",
    "Document",
    "Event",
    "Figure",
    "FigureKind",
    "File",
    "Independence",
    "Inputs",
    "Kind",
    "Line",
    "Matter",
    "MatterRuling",
    "Metadata",
    "Name",
    "Origin",
    "Paragraph",
    "Polarity",
    "Precision",
    "Quoted",
    "Relation",
    "RelationRuling",
    "Revision",
    "Role",
    "Run",
    "Site",
    "Span",
    "Status",
    "Verdict",
    "When",
    "Wording",
    "claim_id",
]
