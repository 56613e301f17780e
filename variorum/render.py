"""Views + templates -> the files of the site. The only module that uses jinja2."""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType

import jinja2

from variorum.interface import words
from variorum.model import Archive, File
from variorum.problems import Problem, ordered
from variorum.views import Page, data, pages, whole

_OPTIONAL = frozenset({"search.html"})
"""Pages that are left out where the archive's templates lack them."""

_COPY = "Copy this file from the templates folder beside build.py"


def render(
    archive: Archive, templates: Mapping[str, str], assets: Mapping[str, bytes]
) -> tuple[tuple[File, ...], tuple[Problem, ...]]:
    """Every file of the site but the search index, sorted by path.

    ``templates`` maps a path below the template folder to its text, ``assets`` a path
    below its ``assets`` folder to its bytes. A template that fails is a problem with its
    file and line; the first failure of each is told, and its pages are missing. One that
    no page needs is read all the same, so that its faults show.
    """
    folder = archive.site.templates.rstrip("/")
    environment = _environment(folder, templates)
    files = [File(f"assets/{path}", data) for path, data in assets.items()]
    files.append(File("_headers", _headers()))
    files.extend(data(archive))
    problems: list[Problem] = []
    failed: set[str] = set()
    for name in sorted(templates):
        try:
            environment.get_template(name)
        except jinja2.TemplateSyntaxError as error:
            failed.add(name)
            problems.append(_syntax(f"{folder}/{name}", error))
    for page in pages(archive):
        absent = page.template in _OPTIONAL and page.template not in templates
        if absent or page.template in failed:
            continue
        try:
            files.append(File(page.path, _page(environment, archive, page)))
        except Exception as error:
            problem = _problem(error, folder, templates)
            if problem is None:
                raise
            failed.add(page.template)
            problems.append(problem)
    return tuple(sorted(files, key=lambda file: file.path)), ordered(problems)


def _environment(folder: str, templates: Mapping[str, str]) -> jinja2.Environment:
    def load(name: str) -> tuple[str, str, None] | None:
        found = templates.get(name)
        return None if found is None else (found, f"{folder}/{name}", None)

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["whole"] = whole
    return environment


def _page(environment: jinja2.Environment, archive: Archive, page: Page) -> bytes:
    text = environment.get_template(page.template).render(
        frame=page.frame, page=page.view, t=words(archive.site.language).table
    )
    return text.encode("utf-8")


def _problem(error: Exception, folder: str, templates: Mapping[str, str]) -> Problem | None:
    """The failure of a template with its place; None where no template is at fault."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _syntax(error.filename or folder, error)
    if isinstance(error, jinja2.TemplateNotFound):
        return Problem(f"{folder}/{error.name}", 0, "this template is missing", _COPY)
    place = _place(error.__traceback__, {f"{folder}/{name}" for name in templates})
    if place is None:
        return None
    fault = (str(error) or type(error).__name__).removesuffix(".")
    return Problem(*place, fault, f"Correct it, or {_COPY[0].lower()}{_COPY[1:]}")


def _syntax(file: str, error: jinja2.TemplateSyntaxError) -> Problem:
    fault = (error.message or "syntax error").removesuffix(".")
    return Problem(file, error.lineno, fault, f"Correct it, or {_COPY[0].lower()}{_COPY[1:]}")


def _place(trace: TracebackType | None, files: set[str]) -> tuple[str, int] | None:
    """The last line of a template that the error passed through."""
    place = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in files:
            place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return place


def _headers() -> bytes:
    """Headers for servers that read ``_headers``: what a meta tag cannot say.

    The policy on styles stands in each page alone, because it names the hash of that page's
    style sheet; a second one here would forbid it.
    """
    policy = "; ".join(
        (
            "script-src 'self' 'wasm-unsafe-eval'",
            "connect-src 'self'",
            "img-src 'self'",
            "object-src 'none'",
            "frame-ancestors 'self'",
        )
    )
    lines = (
        "/*",
        f"  Content-Security-Policy: {policy}",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
    )
    return ("\n".join(lines) + "\n").encode()
