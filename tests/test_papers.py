"""Documents that cannot be made as they should: each broken course gives its exact report, with module and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from build_tools.outputs.documents import DocumentError, Wish, build
from build_tools.paper import book, typeset, word
from build_tools.paper.document import LARGE_PAGES, PAGES
from build_tools.paper.markup import MarkupError
from build_tools.paper.order import Order
from build_tools.prepare import prepare
from build_tools.problems import failing
from tests.papers import runs, words
from tests.test_broken import PAPERS, apply, settle
from tests.test_program import run

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("case", PAPERS, ids=lambda path: path.stem)
def test_report_is_exact(case: Path, small: Path, tmp_path: Path) -> None:
    expected = apply(case.read_text(encoding="utf-8"), small)
    prepared = prepare(small)
    new = [one for one in prepared.problems if one.rule != "S108"]  # recorded when the author has finished
    assert prepared.course and not failing(new), new
    with pytest.raises(DocumentError) as failed:
        build(prepared.course, Wish("generic"), tmp_path / "out", tmp_path / "cache")
    settle(case, str(failed.value) + "\n", expected)


def add(root: Path, text: str) -> None:
    path = root / "modules/bridges/worksheet.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + text + "\n", encoding="utf-8")


def documents(root: Path, out: Path) -> Path:
    course = prepare(root).course
    assert course
    build(course, Wish("generic"), out / "documents", out / "cache")
    return out / "documents"


def test_a_font_that_is_missing_is_no_other_font(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[])
    monkeypatch.setattr(typeset, "fonts", lambda: nothing)
    with pytest.raises(DocumentError) as failed:
        documents(small, tmp_path)
    first = failed.value.problems[0]
    assert "font" in first.sentence and first.path.startswith("modules/bridges/")


def test_what_cannot_be_parted_is_parted_before_it_is_lost(small: Path, tmp_path: Path) -> None:
    """A list longer than a page, a cell longer than a page, a word longer than a line."""
    items = "\n".join(f"- Item {number} of many {{#item-{number}}}" for number in range(1, 61))
    add(small, f'{{% checklist "many" %}}\n{items}\n{{% endchecklist %}}')
    session = small / "modules/bridges/session.md"
    cell = " ".join(f"cell{number}" for number in range(1_500))
    text = session.read_text(encoding="utf-8").replace("Walk over", cell)
    session.write_text(text.replace("As agreed.", "As agreed. " + "W" * 400 + "end", 1), encoding="utf-8")
    made = documents(small, tmp_path)
    handout, guide = words(made / "bridges-handout.pdf"), words(made / "bridges-guide.pdf")
    assert not [number for number in range(1, 61) if f"Item {number} of many" not in handout]
    assert not [number for number in range(1_500) if f"cell{number}" not in guide]
    assert guide.count("W") >= 400
    assert min(one.y for one in runs(made / "bridges-guide.pdf")) > 20


def test_marks_of_other_languages_are_only_text(small: Path, tmp_path: Path) -> None:
    odd = r"""a #panic("a") $x$ @b \#c `d` "e" 'f' ~ // g /* h <!-- i  = j #import "k" [l] ] { } \u{41}"""
    add(
        small,
        f"{odd}\n\n" + '{% scale "odd", low=1, high=3, ends=["a\\\\\\" #panic(1)", "]#c[\'"] %}How odd?{% endscale %}',
    )
    made = documents(small, tmp_path)
    said = words(made / "bridges-handout.pdf")
    for part in ("#panic(“a”)", "$x$", "@b", "// g /* h", "#import “k”", "[l] ] { }", "#panic(1)", "]#c['"):
        assert part in said, part


def test_the_command_makes_one_module_and_leaves_the_others(small: Path) -> None:
    assert run(small, "documents").returncode == 0
    made = small / "build/documents"
    whole = {path.name: path.read_bytes() for path in made.iterdir()}
    assert {"bridges-handout.pdf", "workbook.pdf", "course.epub"} <= set(whole)
    add(small, "One more line.")
    done = run(small, "documents", "bridges")
    assert done.returncode == 0 and done.stdout.startswith("documents   7 in build/documents")
    assert {path.name for path in made.iterdir()} == set(whole)
    assert (made / "workbook.pdf").read_bytes() == whole["workbook.pdf"]
    assert (made / "bridges-handout.pdf").read_bytes() != whole["bridges-handout.pdf"]
    done = run(small, "documents", "briges")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'there is no module "briges"; did you mean "bridges"?\n'


def test_the_command_reports_and_keeps_the_last_good_documents(small: Path) -> None:
    assert run(small, "documents", "bridges").returncode == 0
    before = (small / "build/documents/bridges-handout.pdf").read_bytes()
    path = small / "modules/bridges/worksheet.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Write with a pen.", "Write. 漢"), encoding="utf-8")
    done = run(small, "documents", "bridges")
    assert done.returncode == 1 and "modules/bridges/worksheet.md:5:1: D103" in done.stdout and done.stderr == ""
    assert (small / "build/documents/bridges-handout.pdf").read_bytes() == before


def test_a_figure_without_its_words_stops_before_any_document(small: Path) -> None:
    (small / "modules/figures/arch.md").write_text("", encoding="utf-8")
    done = run(small, "documents")
    assert done.returncode == 1 and "modules/figures/arch.md:1:1:" in done.stdout
    assert not (small / "build/documents").exists()


@pytest.mark.parametrize("found", ["https://example.org/a.png", "/etc/hostname.svg", "../../secret.svg"])
@pytest.mark.parametrize("turn", [typeset.pdf, word.docx, book.epub])
def test_nothing_is_fetched_for_a_document(turn: Callable[[Order], bytes], found: str) -> None:
    meta = {"course": "C", "running": "R", "strapline": "S", "id": "1", "site": "", "epoch": 0, "pages": [("a.md", 1)]}
    for text in (f"![x]({found})", f'<iframe src="{found}"></iframe>', f'<p><img src="{found}" alt="x"></p>'):
        with pytest.raises(MarkupError, match=r"none of the drawings|cannot be printed"):
            turn(Order("x.pdf", "guide", "m", "T", "o.md", (f"# T\n\n{text}",), meta=meta))


@pytest.mark.slow
def test_a_module_of_the_real_course_fits_its_paper(tmp_path: Path) -> None:
    course = prepare(ROOT).course
    assert course
    shelf = build(course, Wish("generic", ("seeing-the-system",)), tmp_path / "documents", tmp_path / "cache")
    pages = {one.kind: one.pages for one in shelf.documents if one.suffix == "pdf"}
    assert pages["handout"] <= PAGES and pages["large"] <= LARGE_PAGES and set(pages) >= {"guide", "answers", "cards"}
    for name, size in (("handout", 14), ("handout-large", 18)):
        found = runs(tmp_path / f"documents/seeing-the-system-{name}.pdf")
        drawn = min(found, key=lambda one: one.size).page  # a drawing as tall as the page may have smaller letters
        assert min(one.size for one in found if one.page != drawn) >= size - 0.01
        assert min(one.size for one in found) >= 12
