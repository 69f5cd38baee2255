"""The figures of the three tables from what was counted and what was added by hand. Pure."""

from collections.abc import Iterable, Mapping

from gongkai.reports.model.statement import Number, is_total
from gongkai.statute.forms import Form


def derived(form: Form) -> dict[str, tuple[str, ...]]:
    """Each cell that is a sum by the form itself → the cells it is the sum of."""
    found: dict[str, tuple[str, ...]] = {}
    for equation in form.equations:
        for one, parts in ((equation.left, equation.right), (equation.right, equation.left)):
            if len(one) == 1 and is_total(one[0]):
                found[one[0]] = parts
    return found


def entered(form: Form) -> tuple[str, ...]:
    """The cells that hold figures of their own, in the order of the form."""
    sums = derived(form)
    return tuple(cell for cell in form.cells if cell not in sums)


def figures(
    form: Form, counted: Mapping[str, Number], added: Iterable[tuple[str, Number]]
) -> dict[str, Number]:
    """Every cell of the form: counted plus added, sums computed."""
    sums = derived(form)
    own: dict[str, Number] = {cell: counted.get(cell, 0) for cell in entered(form)}
    for cell, value in added:
        own[cell] += value

    def value(cell: str) -> Number:
        return sum(value(part) for part in sums[cell]) if cell in sums else own[cell]

    return {cell: value(cell) for cell in form.cells}
