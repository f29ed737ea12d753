#include "write/pdf_structure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>

#include "write/pdf_text.h"

namespace gongkai {
namespace {

constexpr std::uint32_t keys_per_leaf = 64;
constexpr std::size_t kind_count = 2 * (static_cast<std::size_t>(ElementRole::link) + 1);

void append_number(std::string& out, std::uint32_t number) {
  std::array<char, 10> digits{};
  out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void append_reference(std::string& out, std::uint32_t number) {
  append_number(out, number);
  out += " 0 R";
}

std::string number_reference(std::uint32_t number) {
  std::string text;
  append_reference(text, number);
  return text;
}

/// Rows of one table of numbers, each row's numbers together. First all are counted, then each takes its place: until
/// then a row's end stands at its begin.
class Grouped {
 public:
  explicit Grouped(std::size_t rows) : begin_(rows + 2, 0) {}
  void count(std::size_t row) { ++begin_[row + 2]; }
  void sum() { std::partial_sum(begin_.begin(), begin_.end(), begin_.begin()); }
  [[nodiscard]] std::uint32_t take(std::size_t row) { return begin_[row + 1]++; }
  [[nodiscard]] std::uint32_t begin(std::size_t row) const { return begin_[row]; }
  [[nodiscard]] std::uint32_t end(std::size_t row) const { return begin_[row + 1]; }
  [[nodiscard]] std::uint32_t size() const { return begin_.back(); }

 private:
  std::vector<std::uint32_t> begin_;
};

/// A stretch of marked content.
struct Piece {
  std::uint32_t page = 0;
  std::uint32_t identifier = 0;
};

bool before(const Piece& a, const Piece& b) { return a.page != b.page ? a.page < b.page : a.identifier < b.identifier; }

class Tree {
 public:
  Tree(PdfCanvas& canvas, const Pages& pages, const std::vector<PdfObject>& objects,
       const std::vector<std::vector<ElementId>>& marked, const std::vector<PlacedLink>& links)
      : canvas_(canvas),
        structure_(pages.structure),
        objects_(objects),
        marked_(marked),
        links_(links),
        pieces_of_(structure_.count() + std::size_t{1}),
        children_of_(structure_.count() + std::size_t{1}),
        root_(canvas.next_number()) {
    gather_pieces();
    gather_children();
    number_elements();
    gather_extras(pages);
  }

  void write() {
    write_root();
    for (const ElementId id : order_) canvas_.add_last(entries(id));
    write_parents();
    canvas_.add_to_catalog("/MarkInfo <</Marked true>>\n/StructTreeRoot " + number_reference(root_) + "\n");
  }

 private:
  void gather_pieces() {
    for (const auto& page : marked_)
      for (const ElementId id : page) pieces_of_.count(id);
    pieces_of_.sum();
    pieces_.resize(pieces_of_.size());
    for (std::uint32_t page = 0; page < marked_.size(); ++page)
      for (std::uint32_t identifier = 0; identifier < marked_[page].size(); ++identifier)
        pieces_[pieces_of_.take(marked_[page][identifier])] = {page, identifier};
  }

  void gather_children() {
    for (ElementId id = 1; id <= structure_.count(); ++id) children_of_.count(structure_[id].parent);
    children_of_.sum();
    children_.resize(children_of_.size());
    for (ElementId id = 1; id <= structure_.count(); ++id) children_[children_of_.take(structure_[id].parent)] = id;
  }

  /// What few elements have: sorted by element.
  void gather_extras(const Pages& pages) {
    for (const Picture& picture : structure_.pictures()) {
      std::string text = "/Alt " + text_string(picture.alternative) + "/A<</O/Layout/Placement/Block/BBox[";
      const Length height = pages.pages[picture.page].height;
      for (const Length edge : {picture.at.x, height - picture.at.y - picture.height, picture.at.x + picture.width,
                                height - picture.at.y}) {
        append_points(text, edge);
        text += ' ';
      }
      text.back() = ']';
      extras_.emplace_back(picture.element, text + ">>");
    }
    for (std::size_t index = 0; index < links_.size(); ++index) link_of_.emplace_back(links_[index].element, index);
    std::sort(extras_.begin(), extras_.end());
    std::sort(link_of_.begin(), link_of_.end());
  }

  /// In the file elements of one kind stand side by side: what they have alike is deflated away.
  void number_elements() {
    Grouped kinds(kind_count);
    for (ElementId id = 1; id <= structure_.count(); ++id) kinds.count(kind(id));
    kinds.sum();
    order_.resize(structure_.count());
    number_.resize(structure_.count() + std::size_t{1}, root_);
    for (ElementId id = 1; id <= structure_.count(); ++id) {
      const std::uint32_t place = kinds.take(kind(id));
      order_[place] = id;
      number_[id] = root_ + 1 + place;
    }
  }

  /// Its role, and whether it has content of its own: half of the cells may be blank.
  [[nodiscard]] std::size_t kind(ElementId id) const {
    const bool filled = pieces_of_.begin(id) < pieces_of_.end(id);
    return 2 * static_cast<std::size_t>(structure_[id].role) + (filled ? 1 : 0);
  }

  [[nodiscard]] std::uint32_t number(ElementId id) const { return number_[id]; }  // of the root's own root at 0

  void write_root() {
    std::string text = "<</Type/StructTreeRoot/K " + number_reference(number(1)) + "/ParentTree<<";
    text += "/Kids[";
    for (std::uint32_t leaf = 0; leaf * keys_per_leaf < key_count(); ++leaf)
      text += number_reference(root_ + structure_.count() + 1 + leaf) + " ";
    text += "]>>/ParentTreeNextKey " + std::to_string(key_count());
    std::string names;
    for (ElementId id = 1; id <= structure_.count(); ++id)
      if (structure_[id].role == ElementRole::note) names += identifier(id) + number_reference(number(id)) + " ";
    if (!names.empty()) text += "/IDTree<</Names[" + names + "]>>";
    canvas_.add_last(text + ">>");
  }

  /// Eight digits: names of a tree stand in the order of their bytes.
  static std::string identifier(ElementId id) {
    const std::string digits = std::to_string(id);
    return "(n" + std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits + ")";
  }

  [[nodiscard]] std::string entries(ElementId id) const {
    const Element& element = structure_[id];
    std::string text = "<</S/" + structure_type(element) + "/P ";
    append_reference(text, number(element.parent));
    text += content(id);
    text += attributes(element);
    if (element.role == ElementRole::note) text += "/ID" + identifier(id);
    const auto extra = std::lower_bound(extras_.begin(), extras_.end(), std::pair<ElementId, std::string>{id, {}});
    if (extra != extras_.end() && extra->first == id) text += extra->second;
    return text + ">>";
  }

  static std::string attributes(const Element& element) {
    if (element.role == ElementRole::list) return "/A<</O/List/ListNumbering/Decimal>>";
    std::string text;
    if (element.scope == HeaderScope::column) text += "/Scope/Column";
    if (element.scope == HeaderScope::row) text += "/Scope/Row";
    if (element.row_span > 1) text += "/RowSpan " + std::to_string(element.row_span);
    if (element.column_span > 1) text += "/ColSpan " + std::to_string(element.column_span);
    return text.empty() ? text : "/A<</O/Table" + text + ">>";
  }

  /// /Pg and /K: its own content on the first page by number alone.
  [[nodiscard]] std::string content(ElementId id) const {
    const std::uint32_t begin = pieces_of_.begin(id);
    const std::uint32_t end = pieces_of_.end(id);
    std::string kids;
    std::size_t count = 0;
    std::uint32_t child = children_of_.begin(id);
    const auto add_child = [&] {
      append_reference(kids, number(children_[child++]));
      kids += ' ';
      ++count;
    };
    for (std::uint32_t piece = begin; piece < end; ++piece, ++count) {
      // Children inside a text stand where their own content does.
      while (child < children_of_.end(id) && stands_before(children_[child], pieces_[piece])) add_child();
      append_kid(kids, pieces_[piece], pieces_[begin].page);
    }
    while (child < children_of_.end(id)) add_child();
    count += add_annotation(id, kids);
    if (count == 0) return {};
    kids.pop_back();
    const std::string page = begin < end ? "/Pg " + reference(objects_[pieces_[begin].page]) : std::string();
    return page + (count == 1 ? "/K " + kids : "/K[" + kids + "]");
  }

  [[nodiscard]] bool stands_before(ElementId child, const Piece& piece) const {
    const std::uint32_t first = pieces_of_.begin(child);
    return first < pieces_of_.end(child) && before(pieces_[first], piece);
  }

  void append_kid(std::string& kids, const Piece& piece, std::uint32_t page) const {
    const bool elsewhere = piece.page != page;
    if (elsewhere) kids += "<</Type/MCR/Pg " + reference(objects_[piece.page]) + "/MCID ";
    append_number(kids, piece.identifier);
    kids += elsewhere ? ">> " : " ";
  }

  std::size_t add_annotation(ElementId id, std::string& kids) const {
    std::size_t count = 0;
    auto found = std::lower_bound(link_of_.begin(), link_of_.end(), std::pair<ElementId, std::size_t>{id, 0});
    for (; found != link_of_.end() && found->first == id; ++found, ++count) {
      const PlacedLink& link = links_[found->second];
      kids += "<</Type/OBJR/Obj " + reference(link.annotation) + "/Pg " + reference(objects_[link.page]) + ">> ";
    }
    return count;
  }

  [[nodiscard]] std::uint32_t key_count() const { return static_cast<std::uint32_t>(marked_.size() + links_.size()); }

  /// By key: of a page an array by identifier, of a link its element.
  void write_parents() {
    for (std::uint32_t first = 0; first < key_count(); first += keys_per_leaf) {
      const std::uint32_t end = std::min(first + keys_per_leaf, key_count());
      std::string text = "<</Limits[" + std::to_string(first) + " " + std::to_string(end - 1) + "]/Nums[";
      for (std::uint32_t key = first; key < end; ++key) {
        text += std::to_string(key);
        text += key < marked_.size() ? parents_of_page(marked_[key])
                                     : " " + number_reference(number(links_[key - marked_.size()].element)) + " ";
      }
      canvas_.add_last(text + "]>>");
    }
  }

  [[nodiscard]] std::string parents_of_page(const std::vector<ElementId>& elements) const {
    std::string text = "[";
    for (const ElementId id : elements) {
      append_reference(text, number(id));
      text += ' ';
    }
    return text + "]";
  }

  PdfCanvas& canvas_;
  const Structure& structure_;
  const std::vector<PdfObject>& objects_;
  const std::vector<std::vector<ElementId>>& marked_;
  const std::vector<PlacedLink>& links_;
  Grouped pieces_of_;
  std::vector<Piece> pieces_;
  Grouped children_of_;
  std::vector<ElementId> children_;
  std::vector<std::pair<ElementId, std::string>> extras_;
  std::vector<std::pair<ElementId, std::size_t>> link_of_;
  std::uint32_t root_;
  std::vector<ElementId> order_;       // in the file
  std::vector<std::uint32_t> number_;  // by id
};

}  // namespace

std::string structure_type(const Element& element) {
  switch (element.role) {
    case ElementRole::document: return "Document";
    case ElementRole::heading: return "H" + std::to_string(std::clamp<int>(element.level, 1, 6));
    case ElementRole::paragraph: return "P";
    case ElementRole::list: return "L";
    case ElementRole::item: return "LI";
    case ElementRole::label: return "Lbl";
    case ElementRole::item_body: return "LBody";
    case ElementRole::note: return "Note";
    case ElementRole::group: return "Div";
    case ElementRole::figure: return "Figure";
    case ElementRole::caption: return "Caption";
    case ElementRole::table: return "Table";
    case ElementRole::table_head: return "THead";
    case ElementRole::table_body: return "TBody";
    case ElementRole::row: return "TR";
    case ElementRole::header_cell: return "TH";
    case ElementRole::data_cell: return "TD";
    case ElementRole::contents: return "TOC";
    case ElementRole::contents_line: return "TOCI";
    case ElementRole::reference: return "Reference";
    case ElementRole::link: return "Link";
  }
  return "Span";
}

void add_structure(PdfCanvas& canvas, const Pages& pages, const std::vector<PdfObject>& page_objects,
                   const std::vector<std::vector<ElementId>>& marked, const std::vector<PlacedLink>& links) {
  Tree(canvas, pages, page_objects, marked, links).write();
}

}  // namespace gongkai
