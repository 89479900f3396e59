"""The button that has a generator phrase a đề dẫn: there only where the keeper has one configured."""

from __future__ import annotations

from starlette.requests import Request

from corpus.errors import BadPack
from search_api.drafting.errors import GeneratorOff
from search_api.packs.desk import Visit
from search_api.packs.edit import PackEdit, edit_of
from search_api.packs.schemas import PackOut
from search_api.study import Study
from web.pack_form import number

BUTTON = "soan-de-dan"
"""What the button sends."""

WITHHELD = "khong-gui"
"""Names, in the address of the editor, the passages that were not sent: ``4.7``."""

_LONGEST = next(one.max_length for one in PackEdit.model_fields["introduction"].metadata if hasattr(one, "max_length"))


def is_offered(request: Request) -> bool:
    """Whether there is a generator."""
    return _study(request).generator is not None


def phrased(request: Request, visit: Visit, saved: PackOut) -> tuple[int, ...]:
    """Put what a generator makes of a pack at the end of its đề dẫn, as a change of its own that can be undone.

    Returns:
        The labels of the passages that were not sent, since their documents carry a circulation mark.

    Raises:
        GeneratorOff: There is none.
        GeneratorFailed: It does not answer.
        NothingToSend: The pack has no passage that may leave.
        TooLong: Its passages are longer than a generator takes.
        BadPack: The đề dẫn has no room for it.
    """
    study = _study(request)
    if study.generator is None:
        raise GeneratorOff
    made = study.generator.introduction(saved.content)
    # It may have taken a minute, in which others went on with the pack.
    now = study.desk.read(visit)
    introduction = "\n\n".join(filter(None, (now.content.introduction.rstrip(), made.introduction)))
    if len(introduction) > _LONGEST:
        raise BadPack("Đề dẫn không còn chỗ cho lời máy soạn.", "Hãy rút ngắn đề dẫn rồi bấm lại.")
    study.desk.save(visit, now.revision, edit_of(now.content).model_copy(update={"introduction": introduction}))
    return made.withheld


def withheld(request: Request) -> tuple[int, ...]:
    """The passages that the address says were not sent."""
    return tuple(filter(None, map(number, request.query_params.get(WITHHELD, "").split("."))))


def _study(request: Request) -> Study:
    study: Study = request.app.state.study
    return study
