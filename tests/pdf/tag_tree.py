"""A tagged PDF as a screen reader gets it: the structure tree with the text of every element, and
what lies on the pages outside it."""
import dataclasses
import re

import pikepdf

PAINTING = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "BI", "INLINE IMAGE"}


@dataclasses.dataclass
class Mark:
    """A stretch of marked content, or what was painted outside any."""
    tag: str
    identifier: int | None
    text: str = ""
    codes: set = dataclasses.field(default_factory=set)  # (font, code)


@dataclasses.dataclass
class Element:
    type: str
    dictionary: object
    parent: object
    kids: list = dataclasses.field(default_factory=list)  # Element, Mark, or an annotation

    @property
    def attributes(self):
        found = self.dictionary.get("/A", {})
        owners = found if isinstance(found, pikepdf.Array) else [found]
        return {str(key): value for owner in owners for key, value in owner.items()}

    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self):
        yield self
        for kid in self.elements():
            yield from kid.walk()

    def text(self):
        return "".join(kid.text if isinstance(kid, Mark) else kid.text() for kid in self.kids
                       if isinstance(kid, (Mark, Element)))


def characters_of(font):
    """Code → characters, by the font's ToUnicode."""
    cmap = font["/ToUnicode"].read_bytes().decode("latin-1")
    pairs = re.findall(r"<([0-9A-F]{4})>\s*<([0-9A-F]+)>", cmap.split("endcodespacerange", 1)[1])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


class PageReader:
    """The marks of a page's content in order; what breaks the rules of marking in `mistakes`."""

    def __init__(self, page, maps):
        self.page, self.maps = page, maps
        self.marks, self.mistakes, self.loose = [], [], []
        self.open, self.in_text, self.opened_in_text, self.font = None, False, False, None

    def read(self):
        for operands, operator in pikepdf.parse_content_stream(self.page):
            self.take(operands, str(operator))
        if self.open or self.in_text:
            self.mistakes.append("a mark or text object is open at the page's end")
        return self

    def take(self, operands, operator):
        if operator in ("BDC", "BMC"):
            self.begin(str(operands[0])[1:], operands[1] if operator == "BDC" else {})
        elif operator == "EMC":
            self.end()
        elif operator in ("BT", "ET"):
            self.turn_text(operator == "BT")
        elif operator == "Tf":
            self.font = str(operands[0])
        if operator in ("TJ", "Tj"):
            self.show(operands[0] if operator == "TJ" else [operands[0]])
        if operator in PAINTING and self.open is None:
            self.loose.append(operator)

    def begin(self, tag, properties):
        if self.open is not None:
            self.mistakes.append(f"{tag} begins inside {self.open.tag}")
        identifier = properties.get("/MCID")
        if tag == "Artifact" and identifier is not None:
            self.mistakes.append("an artifact has an identifier")
        if tag != "Artifact" and identifier is None:
            self.mistakes.append(f"{tag} without an identifier")
        self.open = Mark(tag, None if identifier is None else int(identifier))
        self.opened_in_text = self.in_text
        self.marks.append(self.open)

    def end(self):
        if self.open is None or self.opened_in_text != self.in_text:
            self.mistakes.append("EMC does not match: text objects and marks overlap")
        self.open = None

    def turn_text(self, begins):
        if begins == self.in_text or (not begins and self.open is not None and self.opened_in_text):
            self.mistakes.append("text objects and marks overlap")
        self.in_text = begins

    def show(self, parts):
        for part in parts:
            if not isinstance(part, pikepdf.String):
                continue
            raw = bytes(part)
            for at in range(0, len(raw), 2):
                code = raw[at] * 256 + raw[at + 1]
                if self.open is not None:
                    self.open.text += self.maps[self.font].get(code, "\ufffd")
                    self.open.codes.add((self.font, code))


class TaggedFile:
    def __init__(self, path):
        self.pdf = pikepdf.open(path)
        self.maps, self.pages = {}, []
        for page in self.pdf.pages:
            for name, font in page.get("/Resources", {}).get("/Font", {}).items():
                if name not in self.maps:
                    self.maps[name] = characters_of(font)
            self.pages.append(PageReader(page, self.maps).read())
        self.number_of = {page.objgen: number for number, page in enumerate(page.obj for page in self.pdf.pages)}
        self.by_identifier = [{mark.identifier: mark for mark in page.marks if mark.identifier is not None}
                              for page in self.pages]
        self.root = self.pdf.Root.get("/StructTreeRoot")
        self.owner = {}  # (page, identifier) → element that lists it
        self.seen = set()
        self.mistakes = []
        self.document = self.element(self.root["/K"], None) if self.root is not None else None

    def element(self, dictionary, parent):
        if dictionary.objgen in self.seen:
            self.mistakes.append(f"element {dictionary.objgen} stands twice in the tree")
        self.seen.add(dictionary.objgen)
        expected = self.root if parent is None else parent.dictionary
        if dictionary.get("/P").objgen != expected.objgen:
            self.mistakes.append(f"element {dictionary.objgen} names another parent")
        made = Element(str(dictionary["/S"])[1:], dictionary, parent)
        kids = dictionary.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self.add_kid(made, kid)
        return made

    def add_kid(self, made, kid):
        if isinstance(kid, int):
            self.add_mark(made, made.dictionary["/Pg"], kid)
        elif kid.get("/Type") == "/MCR":
            self.add_mark(made, kid["/Pg"], int(kid["/MCID"]))
        elif kid.get("/Type") == "/OBJR":
            made.kids.append(kid["/Obj"])
        else:
            made.kids.append(self.element(kid, made))

    def add_mark(self, made, page, identifier):
        number = self.number_of[page.objgen]
        mark = self.by_identifier[number].get(identifier)
        if mark is None or (number, identifier) in self.owner:
            self.mistakes.append(f"page {number + 1}: content {identifier} is missing or taken twice")
            return
        self.owner[(number, identifier)] = made
        made.kids.append(mark)

    def parents(self):
        """Key → value of the parent tree."""
        def leaves(node):
            for kid in node.get("/Kids", []):
                yield from leaves(kid)
            numbers = list(node.get("/Nums", []))
            yield from zip(numbers[::2], numbers[1::2])
        return {int(key): value for key, value in leaves(self.root["/ParentTree"])}
