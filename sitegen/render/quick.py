"""Templates compiled to code that prints quickly: the same text as Jinja's own, in a third of the time.

Jinja lets an environment bring its own code generator, template and context classes. These change how a page is printed and
nothing of what is printed: a block gathers its pieces in a list instead of handing each up through every template that it
extends; what stands behind a dot is an attribute; one call prints and escapes; a macro that is given all that it asks for is called
at once. Where that does not hold (a template that asks for a key with a dot, or for what is not there), Python says so with
an AttributeError, and `environment.py` prints the page with Jinja's own code: with the text, or the error, that it gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from sitegen.render.markdown import CONTROLS

try:  # the part of `escape` that is left once a value is known to be plain text
    from markupsafe._speedups import _escape_inner
except ImportError:  # pragma: no cover - a markupsafe without it

    def _escape_inner(text: str, /) -> str:
        return str(escape(text))


def printed(value: Any) -> str:
    """A value on its way into a page: without control characters, escaped."""
    kind = type(value)
    if kind is str:
        return _escape_inner(value if value.isprintable() else value.translate(CONTROLS))
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    return escape(plain(value))


def plain(value: Any) -> Any:
    """Every text before it is escaped: without control characters."""
    return value.translate(CONTROLS) if type(value) is str and not value.isprintable() else value


class QuickMacro(Macro):
    """A macro that takes nothing but its arguments is called with them as they stand."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        if (
            not kwargs
            and len(args) == self._argument_count
            and not (self.catch_kwargs or self.catch_varargs or self.caller)
        ):
            return Markup(self._func(*args))
        return super().__call__(*args, **kwargs)


class QuickContext(Context):
    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        if type(__obj) is QuickMacro:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return __obj(*args, **kwargs)
        return super().call(__obj, *args, **kwargs)


class QuickTemplate(Template):
    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """The one module of an imported template: all templates of ours have the same globals."""
        if self._module is None:
            self._module = self.make_module()
        return self._module


class QuickCode(CodeGenerator):
    """See the module. Everything that is not named here is Jinja's."""

    _asking = 0  # within `is defined` or `default(...)`, where what is not there is no error

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self.writeline("from sitegen.render.quick import QuickMacro, printed")
        super().visit_Template(node, frame)

    def blockvisit(self, body: Iterable[nodes.Node], frame: Frame) -> None:
        if frame.buffer is not None:
            super().blockvisit(body, frame)
            return
        self.buffer(frame)
        super().blockvisit(body, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:
        if not node.with_context and frame.buffer is not None:  # what was gathered so far comes first
            self.writeline(f"yield concat({frame.buffer})")
            self.writeline(f"{frame.buffer}.clear()")
        super().visit_Include(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        of_blocks = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if self._asking or of_blocks or iskeyword(node.attr) or node.ctx != "load":
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:
        with self._as_asked(node.name in ("default", "d", "attr")):
            super().visit_Filter(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:
        with self._as_asked(node.name in ("defined", "undefined")):
            super().visit_Test(node, frame)

    @contextmanager
    def _as_asked(self, asks: bool) -> Iterator[None]:
        self._asking += asks
        try:
            yield
        finally:
            self._asking -= asks

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("printed(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("Quick")
        super().macro_def(macro_ref, frame)


class QuickEnvironment(Environment):
    code_generator_class = QuickCode
    template_class = QuickTemplate
    context_class = QuickContext
