"""Orders to Word, with real styles, header rows, alternative texts and a language, so that people can edit them."""

from __future__ import annotations

import re
import tempfile
from functools import cache
from html import escape
from importlib.resources import as_file, files
from pathlib import Path
from string import Template

from build_tools.paper.markup import html, pandoc, program, run
from build_tools.paper.order import Order
from build_tools.paper.packed import packed, unpacked
from build_tools.paper.typeset import picture, shape

WIDEST = 453.0
"""Points across, between the margins."""

TALLEST = 620.0

_IMAGE = re.compile(r'src="([^"]+)\.svg"')
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId90"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
    "</w:sectPr>"
)
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_RELATION = (
    '<Relationship Id="rId90" Target="footer1.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"/></Relationships>'
)
_PART = (
    '<Override PartName="/word/footer1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>'
)
_CORE = (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{course}</dc:creator>'
    "<dc:language>en-GB</dc:language></cp:coreProperties>"
)


def docx(order: Order) -> bytes:
    """One document. Raises Refused, MarkupError and OSError."""
    with tempfile.TemporaryDirectory() as folder, as_file(files("build_tools") / "outputs/paper") as paper:
        work = Path(folder)
        text = _IMAGE.sub(lambda match: _drawn(order, match[1], work), html("\n\n".join(order.parts), order.drawings))
        (work / "reference.docx").write_bytes(reference(order.size, order.meta["course"]))
        filters = f"--lua-filter={paper / 'word.lua'}"
        made = pandoc(text, "--to=docx", filters, "--reference-doc=reference.docx", "--output=-", cwd=work)
    inside = unpacked(made)
    inside["docProps/core.xml"] = _CORE.format(title=escape(order.title), course=escape(order.meta["course"])).encode()
    inside["word/document.xml"] = _mended(inside["word/document.xml"].decode()).encode()
    return packed(inside, plain="[Content_Types].xml")


def _mended(document: str) -> str:
    """What pandoc leaves undone: rows that stay whole, and no file's name where a drawing's words belong."""
    whole = "<w:trPr><w:cantSplit/>"
    document = document.replace("<w:tr>", f"<w:tr>{whole}</w:trPr>").replace(f"{whole}</w:trPr><w:trPr>", whole)
    return re.sub(r'(<pic:cNvPr )descr="[^"]*"', r'\1descr=""', document)


def _drawn(order: Order, name: str, work: Path) -> str:
    """The source and size of a drawing as dots, which every version of Word shows."""
    drawing = order.drawings[f"{name}.svg"]
    (work / f"{name}.png").write_bytes(picture(drawing))
    wide, high, letters = shape(drawing)
    width = min(wide * order.size / letters, WIDEST, TALLEST * wide / high)
    return f'src="{name}.png" width="{width:.0f}pt" height="{width * high / wide:.0f}pt"'


@cache
def reference(size: int, course: str) -> bytes:
    """Pandoc's own model document with our styles, an A4 page and a foot with page numbers, for text of a size."""
    inside = unpacked(run([program(), "--print-default-data-file=reference.docx"]))
    sizes = {"text": size * 2, "h1": round(size * 3.4), "h2": round(size * 2.6), "h3": round(size * 2.2)}
    styles = (files("build_tools") / "outputs/paper/word-styles.xml").read_text(encoding="utf-8")
    styles = re.sub(r"<!--.*?-->\n", "", styles, flags=re.DOTALL)
    field = '<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    foot = (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">{escape(course)}</w:t></w:r>'
        f'<w:r><w:tab/></w:r>{field.format("PAGE")}<w:r><w:t xml:space="preserve"> of </w:t></w:r>'
        f"{field.format('NUMPAGES')}</w:p>"
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    inside["word/styles.xml"] = Template(styles).substitute(sizes).encode()
    inside["word/footer1.xml"] = f"{head}<w:ftr {_SPACES}>{foot}</w:ftr>".encode()
    inside["word/document.xml"] = f"{head}<w:document {_SPACES}><w:body>{_SECTION}</w:body></w:document>".encode()
    for name, part in (("word/_rels/document.xml.rels", _RELATION), ("[Content_Types].xml", _PART)):
        inside[name] = inside[name].replace(f"</{part.rpartition('</')[2]}".encode(), part.encode())
    inside["word/settings.xml"] = inside["word/settings.xml"].replace(b'"en-US"', b'"en-GB"')
    return packed(inside, plain="[Content_Types].xml")
