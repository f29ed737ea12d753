#!/usr/bin/python3
"""Walks the tags of every report's PDF, clause by clause of PDF/UA-1 and PDF/A-2a (CLAUSES.md says which
are checked and which are not), and compares its tables, cell by cell, with those of the web page.
Figures of the text lead to the cells that print them (figure_links.py). The archival edition must pass PDFBox Preflight as PDF/A-1b.

  check_tags.py                 all reports, rendered here
  check_tags.py FILE.pdf…       the clauses for these files
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import pikepdf
except ImportError:
    print("not there: python3-pikepdf")
    sys.exit(77)

import figure_links
import tag_tree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "agreement"))
import reading  # noqa: E402
import samples  # noqa: E402

STANDARD = {"Document", "P", "L", "LI", "Lbl", "LBody", "Note", "Div", "Figure", "Caption", "Table", "THead", "TBody",
            "TR", "TH", "TD", "TOC", "TOCI", "Reference", "Link"} | {f"H{level}" for level in range(1, 7)}
CHILDREN = {  # what may stand directly inside; others hold content and each other freely
    "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"Caption", "THead", "TBody", "TR"},
    "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"}, "TOC": {"TOC", "TOCI", "Caption"},
    "TOCI": {"Lbl", "Reference", "P", "TOC"}, "Document": STANDARD - {"LI", "TR", "TH", "TD", "TOCI", "Document"}}
PARENTS = {"LI": {"L"}, "Lbl": {"LI", "TOCI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody"}, "TH": {"TR"},
           "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}, "TOCI": {"TOC"}}
CLAUSES = {}


def clause(name):
    def register(check):
        CLAUSES[name] = check
        return check
    return register


@clause("marked")
def check_marked(file):
    if file.pdf.Root.get("/MarkInfo", {}).get("/Marked") is not True or file.root is None:
        yield "not marked as tagged"
    if file.pdf.Root.MarkInfo.get("/Suspects") is True:
        yield "tags are suspect"
    yield from file.mistakes


@clause("content")
def check_content(file):
    for number, page in enumerate(file.pages, 1):
        yield from (f"page {number}: {mistake}" for mistake in page.mistakes)
        if page.loose:
            yield f"page {number}: neither tagged nor an artifact: {' '.join(page.loose[:9])}"
        identifiers = [mark.identifier for mark in page.marks if mark.identifier is not None]
        if identifiers != list(range(len(identifiers))):
            yield f"page {number}: identifiers don't count up"
        for identifier in identifiers:
            if (number - 1, identifier) not in file.owner:
                yield f"page {number}: content {identifier} belongs to no element"
        for mark in page.marks:
            if mark.identifier is not None and file.owner[number - 1, mark.identifier].type != mark.tag:
                yield f"page {number}: content {mark.identifier} is marked {mark.tag}"


@clause("parent tree")
def check_parent_tree(file):
    parents = file.parents()
    for number, page in enumerate(file.pdf.pages):
        listed = [element.objgen for element in parents[int(page.get("/StructParents"))]]
        owners = [file.owner[number, identifier].dictionary.objgen for identifier in range(len(listed))]
        if listed != owners or (number, len(listed)) in file.owner:
            yield f"page {number + 1}: the parent tree names other elements"


@clause("types")
def check_types(file):
    for element in file.document.walk():
        allowed = CHILDREN.get(element.type)
        if element.type not in STANDARD:
            yield f"{element.type} is no standard type"
        if element.type in PARENTS and element.parent.type not in PARENTS[element.type]:
            yield f"{element.type} inside {element.parent.type}"
        for kid in element.kids if allowed is not None else []:
            if not isinstance(kid, tag_tree.Element) or kid.type not in allowed:
                yield f"{element.type} holds {kid.type if isinstance(kid, tag_tree.Element) else 'content'}"


@clause("headings")
def check_headings(file):
    last = 0
    for element in file.document.walk():
        if not re.fullmatch(r"H[1-6]", element.type):
            continue
        level = int(element.type[1])
        if level > last + 1:
            yield f"{element.type} “{element.text()}” after a heading of level {last}"
        if not element.text().strip():
            yield f"{element.type} is empty"
        last = level


def grid_of(table):
    """(row, column) → text at every place its cells cover, and what breaks the grid."""
    places, mistakes = {}, []
    rows = [row for row in table.walk() if row.type == "TR"]
    for number, row in enumerate(rows):
        column = 0
        for cell in row.elements():
            while (number, column) in places:
                column += 1
            for down in range(int(cell.attributes.get("/RowSpan", 1))):
                for right in range(int(cell.attributes.get("/ColSpan", 1))):
                    if (number + down, column + right) in places:
                        mistakes.append(f"cells overlap in row {number + 1}")
                    places[number + down, column + right] = reading.without_blanks(cell.text())
    width = max((column for _, column in places), default=-1) + 1
    if set(places) != {(row, column) for row in range(len(rows)) for column in range(width)}:
        mistakes.append(f"not every place of {len(rows)} rows by {width} columns is covered once")
    return [[places.get((row, column), "") for column in range(width)] for row in range(len(rows))], mistakes


@clause("tables")
def check_tables(file):
    for table in file.document.walk():
        if table.type != "Table":
            continue
        grid, mistakes = grid_of(table)
        yield from (f"table of {len(grid)} rows: {mistake}" for mistake in mistakes)
        heads = [cell for cell in table.walk() if cell.type == "TH"]
        if not heads:
            yield "a table without header cells"
        for cell in heads:
            if cell.attributes.get("/Scope") not in ("/Row", "/Column", "/Both"):
                yield f"header cell “{cell.text()}” without a scope"


@clause("lists")
def check_lists(file):
    for element in file.document.walk():
        labels = [kid for item in element.elements() for kid in item.elements() if kid.type == "Lbl"]
        if element.type == "L" and labels and str(element.attributes.get("/ListNumbering", "/None")) == "/None":
            yield "a list with labels says that it has none"
        if element.type == "LI" and not any(kid.type == "LBody" for kid in element.elements()):
            yield "an item without a body"


@clause("figures")
def check_figures(file):
    for element in file.document.walk():
        if element.type != "Figure":
            continue
        if not str(element.dictionary.get("/Alt", "")).strip():
            yield "a figure without alternative text"
        box = [float(edge) for edge in element.attributes.get("/BBox", [])]
        if len(box) != 4 or box[0] >= box[2] or box[1] >= box[3]:
            yield f"a figure's box is {box}"


@clause("notes")
def check_notes(file):
    names = list(file.root.get("/IDTree", {}).get("/Names", []))
    tree = {str(key): value.objgen for key, value in zip(names[::2], names[1::2])}
    notes = [element for element in file.document.walk() if element.type == "Note"]
    for note in notes:
        if tree.get(str(note.dictionary.get("/ID"))) != note.dictionary.objgen:
            yield f"note “{note.text()}” can't be found by its identifier"
    if len(tree) != len(notes) or list(tree) != sorted(tree):
        yield "the tree of identifiers is not that of the notes"


@clause("links")
def check_links(file):
    parents = file.parents()
    linked = {}
    for element in file.document.walk():
        for kid in element.kids:
            if not isinstance(kid, (tag_tree.Element, tag_tree.Mark)):
                linked[kid.objgen] = element
    for number, page in enumerate(file.pdf.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number}: the order of tabs is not the structure's"
        for link in page.get("/Annots", []):
            element = linked.get(link.objgen)
            if element is None or element.type != "Link" or not element.text():
                yield f"page {number}: a link outside the structure"
            elif parents[int(link["/StructParent"])].objgen != element.dictionary.objgen:
                yield f"page {number}: the parent tree leads a link elsewhere"
            if not str(link.get("/Contents", "")):
                yield f"page {number}: a link without a description"


@clause("metadata")
def check_metadata(file):
    xmp = file.pdf.open_metadata(set_pikepdf_as_editor=False)
    if xmp.get("dc:title") != str(file.pdf.docinfo.get("/Title")) or not xmp.get("dc:title"):
        yield f"XMP has the title {xmp.get('dc:title')}"
    if "/Filter" in file.pdf.Root.Metadata:
        yield "XMP is compressed"
    if file.pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "the title is not what a window shows"
    if str(file.pdf.Root.get("/Lang", "")) != "zh-CN":
        yield f"the language is {file.pdf.Root.get('/Lang')}"


@clause("colours")
def check_colours(file):
    (intent,) = file.pdf.Root.get("/OutputIntents", [None])
    profile = intent["/DestOutputProfile"].read_bytes()
    if intent.get("/S") != "/GTS_PDFA1" or profile[36:40] != b"acsp" or profile[16:20] != b"RGB ":
        yield "no RGB output intent"
    if int.from_bytes(profile[:4], "big") != len(profile):
        yield "the colour profile's size is wrong"


@clause("fonts")
def check_fonts(file):
    for page in file.pdf.pages:
        for name, font in page.Resources.Font.items():
            (descendant,) = font.DescendantFonts
            if "/FontFile2" not in descendant.FontDescriptor or descendant.CIDToGIDMap != "/Identity":
                yield f"{name} is not embedded"
        break
    for number, page in enumerate(file.pages, 1):
        for font, code in {pair for mark in page.marks for pair in mark.codes}:
            text = file.maps[font].get(code)
            if code == 0 or not text or any(0xE000 <= ord(letter) <= 0xF8FF for letter in text):
                yield f"page {number}: code {code} of {font} has no character"


@clause("nothing forbidden")
def check_nothing_forbidden(file):
    for key in ("/AcroForm", "/AA", "/OpenAction", "/Perms", "/Requirements", "/NeedsRendering", "/Collection"):
        if key in file.pdf.Root:
            yield f"the catalogue has {key}"
    if "/JavaScript" in file.pdf.Root.get("/Names", {}) or file.pdf.is_encrypted:
        yield "JavaScript or encryption"
    for item in file.pdf.objects:
        if not isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        filters = str(item.get("/Filter", "")) if isinstance(item, pikepdf.Stream) else ""
        if any(key in item for key in ("/SMask", "/BM", "/CA", "/ca", "/A85", "/Alternates", "/OPI")) or "LZW" in filters:
            yield f"transparency or a forbidden filter in {item.objgen}"
        if item.get("/Subtype") == "/Link" and (int(item.get("/F", 0)) & 0b100111) != 4:
            yield f"annotation {item.objgen} is hidden or not printed"


@clause("attachments")
def check_attachments(file):
    xmp = file.pdf.open_metadata(set_pikepdf_as_editor=False)
    claimed = (xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance")) == ("3", "B")
    listed = list(file.pdf.Root.get("/Names", {}).get("/EmbeddedFiles", {}).get("/Names", []))
    if claimed != bool(listed):
        yield "attachments and PDF/A-3b don't go together"
    if [attached.objgen for attached in listed[1::2]] != [attached.objgen for attached in file.pdf.Root.get("/AF", [])]:
        yield "the attachments are not those associated with the document"
    if list(map(bytes, listed[::2])) != sorted(map(bytes, listed[::2])):
        yield "the tree of attachments is out of order"
    for attached in listed[1::2]:
        stream = attached.EF.F
        if not str(attached.get("/F", "")) or str(attached.get("/UF", "")) != str(attached.F):
            yield "an attachment without its two names"
        if attached.get("/AFRelationship") not in ("/Data", "/Supplement") or not str(attached.get("/Desc", "")):
            yield f"{attached.UF}: neither related nor described"
        if "/" not in str(stream.get("/Subtype", ""))[1:] or int(stream.Params.Size) != len(stream.read_bytes()):
            yield f"{attached.UF}: without its media type or size"


def check_file(path):
    file = tag_tree.TaggedFile(path)
    if file.document is None:
        return [f"{path}: not tagged"]
    return [f"{path}: {name}: {mistake}" for name, check in CLAUSES.items() for mistake in check(file)]


def check_against_page(pdf, page):
    """The same tables with the same cells as the web page."""
    reader = reading.read_html(page.read_text("utf-8"))
    expected = [content for number, (kind, content) in enumerate(reader.items)
                if kind == "table" and number not in reader.charts]
    file = tag_tree.TaggedFile(pdf)
    found = [grid_of(table)[0] for table in file.document.walk() if table.type == "Table"]
    if len(found) != len(expected):
        yield f"{pdf}: {len(found)} tables, the page has {len(expected)}"
    for number, (ours, theirs) in enumerate(zip(found, expected), 1):
        if ours != theirs:
            different = [pair for pair in zip(sum(ours, []), sum(theirs, [])) if pair[0] != pair[1]]
            yield f"{pdf}: table {number} is not that of the page: {different[:3]}"


def preflight(paths):
    """What PDFBox says against PDF/A-1b."""
    folder = pathlib.Path("/usr/share/java")
    jars = [folder / f"{name}.jar" for name in ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging",
                                                "javax.activation", "jaxb-api")]
    if not all(jar.exists() for jar in jars):
        print("not there: libpdfbox2-java libactivation-java libjaxb-java")
        sys.exit(77)
    for path in paths:
        done = subprocess.run(["java", "-cp", ":".join(map(str, jars)), "org.apache.pdfbox.preflight.Validator_A1b", path],
                              capture_output=True, text=True, check=False)
        if "is a valid PDF/A-1b file" not in done.stdout:
            yield f"{path}: Preflight: {done.stdout}{done.stderr}"


def check_table_of_clauses():
    """CLAUSES.md names every check of this file and no other."""
    text = (pathlib.Path(__file__).parent / "CLAUSES.md").read_text("utf-8")
    named = {name for row in re.findall(r"^\|.*\|\s*([^|]*?)\s*\|$", text, re.M) for name in re.findall(r"`([^`]+)`", row)}
    if named != set(CLAUSES) | {"Preflight"}:
        yield f"CLAUSES.md: {sorted(named ^ (set(CLAUSES) | {'Preflight'}))}"


def render(folder, *options):
    samples.run(["render", "data", "-o", folder, "--allow-findings", "-q", *options], samples.REPOSITORY)
    return sorted(folder.rglob("*.pdf"))


def check_samples():
    with tempfile.TemporaryDirectory() as name:
        screen, archive = pathlib.Path(name, "screen"), pathlib.Path(name, "archive")
        for pdf in render(screen, "--to", "html,pdf"):
            yield from check_file(pdf)
            yield from check_against_page(pdf, pdf.with_suffix(".html"))
            yield from figure_links.check(pdf, pdf.with_suffix(".html"))
        archived = render(archive, "--to", "pdf", "--archive")
        if len(archived) != len(samples.reports()):
            yield f"{len(archived)} of {len(samples.reports())} reports rendered"
        for pdf in archived:
            yield from check_file(pdf)
        yield from preflight(archived)


def main():
    mistakes = [*check_table_of_clauses()]
    if sys.argv[1:]:
        mistakes += [mistake for path in sys.argv[1:] for mistake in check_file(path)]
    else:
        mistakes += check_samples()
    shown = collections.Counter(mistakes)
    print("\n".join(list(shown)[:60]) or "every clause holds")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
