"""Templates that cannot be used, told as a fault of whoever wrote them."""

from jinja2 import TemplateError, TemplateSyntaxError

from factsheet.diagnostics import Diagnostic, Place

FAULTS = (TemplateError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What a template can raise."""


class BrokenTemplate(Exception):
    """A template that cannot be used; it carries the diagnostic to report."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def broken(error: Exception, template: str) -> BrokenTemplate:
    """Return the exception that tells of what came out of rendering this template."""
    name, line = _where(error, template)
    return BrokenTemplate(refused(name, _said(error), line))


def refused(name: str, fault: str, line: int | None = None) -> Diagnostic:
    """Return the diagnostic for a file of a site's own templates."""
    return Diagnostic(
        "bad-template",
        f"the template cannot be used: {fault}",
        Place(f"templates/{name}", line=line, column=1 if line else None),
        mend="mend it, or take the file away: the packaged template is used then",
    )


def _said(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return 'it extends or includes itself; extend "default/…" to build on the packaged one'
    return f"{error}"


def _where(error: Exception, template: str) -> tuple[str, int | None]:
    """Return the innermost template and its line that the error came through."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or template, error.lineno
    found: tuple[str, int | None] = (template, None)
    trace = error.__traceback__
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:  # a frame that stands for a template
            found = (trace.tb_frame.f_code.co_filename, trace.tb_lineno)
        trace = trace.tb_next
    return found
