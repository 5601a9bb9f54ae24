"""The notebooks run, and are committed with their outputs."""

import ast

import nbformat
import pytest
from nbclient import NotebookClient
from support.processes import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SECONDS = 900  # for each cell, on a machine that is busy with something else

every_notebook = pytest.mark.parametrize(
    "notebook", [nbformat.read(path, as_version=4) for path in NOTEBOOKS], ids=[path.stem for path in NOTEBOOKS]
)


def code_cells(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@every_notebook
def test_a_notebook_is_committed_with_the_outputs_of_one_run(notebook: nbformat.NotebookNode) -> None:
    cells = code_cells(notebook)
    assert [cell.execution_count for cell in cells] == list(range(1, 1 + len(cells)))
    assert any(cell.outputs for cell in cells)


@every_notebook
def test_a_notebook_imports_names_that_exist(notebook: nbformat.NotebookNode) -> None:
    statements = [node for cell in code_cells(notebook) for node in ast.walk(ast.parse(cell.source))]
    imports = [node for node in statements if isinstance(node, ast.Import | ast.ImportFrom)]
    assert imports
    exec(compile(ast.Module(imports, []), "notebook", "exec"), {})


@pytest.mark.slow
@every_notebook
def test_a_notebook_runs(notebook: nbformat.NotebookNode) -> None:
    NotebookClient(notebook, timeout=SECONDS, resources={"metadata": {"path": str(ROOT / "notebooks")}}).execute()


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS
