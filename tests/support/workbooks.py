"""Workbooks: small .xlsx files, written from the parts that the format needs."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
GENERAL, DATE, DATE_TIME, TIME, HOURS = range(5)
"""The styles of `STYLES`, by their places."""

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[h]:mm:ss"/></numFmts>'
    "<cellXfs>" + "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 22, 21, 164)) + "</cellXfs></styleSheet>"
)


def workbook(path: Path, **sheets: list[list[object]]) -> Path:
    """Writes an .xlsx file. A cell is a text, a number, a bool, None, or a number with its style."""
    names = list(sheets)
    numbers = range(1, len(names) + 1)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Target="xl/workbook.xml" '
            f'Type="{OFFICE}/relationships/officeDocument"/></Relationships>',
        )
        listed = "".join(f'<sheet name="{names[i - 1]}" sheetId="{i}" r:id="r{i}"/>' for i in numbers)
        file.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}/relationships"><sheets>{listed}</sheets></workbook>',
        )
        related = "".join(
            f'<Relationship Id="r{i}" Target="worksheets/sheet{i}.xml" Type="{OFFICE}/relationships/worksheet"/>'
            for i in numbers
        )
        file.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'
        )
        file.writestr("xl/styles.xml", STYLES)
        for i, rows in zip(numbers, sheets.values(), strict=True):
            file.writestr(f"xl/worksheets/sheet{i}.xml", sheet_xml(rows))
    return path


def sheet_xml(rows: list[list[object]]) -> str:
    xml = io.StringIO()
    for number, row in enumerate(rows, start=1):
        xml.write(f'<row r="{number}">')
        for place, cell in enumerate(row):
            xml.write(cell_xml(f"{chr(ord('A') + place)}{number}", cell))
        xml.write("</row>")
    return f'<worksheet xmlns="{MAIN}"><sheetData>{xml.getvalue()}</sheetData></worksheet>'


def cell_xml(at: str, cell: object) -> str:
    match cell:
        case None:
            return ""
        case str():
            return f'<c r="{at}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
        case bool():
            return f'<c r="{at}" t="b"><v>{int(cell)}</v></c>'
        case (number, style):
            return f'<c r="{at}" s="{style}"><v>{number}</v></c>'
    return f'<c r="{at}"><v>{cell}</v></c>'
