#include "write/pdf_structure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <compare>
#include <map>
#include <numeric>

#include "write/pdf_text.h"

namespace gongkai {
namespace {

constexpr std::uint32_t keys_per_leaf = 64;
// Columns of rows (PdfFile::add).
constexpr std::uint32_t for_reference = 10;
constexpr std::uint32_t list_columns = 2 * for_reference;
constexpr std::uint32_t column_unit = 4;

/// One object. In rows its entries begin at the same columns as those of others like it.
class ObjectText {
 public:
  explicit ObjectText(bool in_rows) : in_rows_(in_rows) {}

  void begin(std::string_view text) { text_ = text; }
  ObjectText& add(std::string_view text) {
    text_ += text;
    return *this;
  }
  ObjectText& number(std::uint32_t number) {
    std::array<char, 10> digits{};
    text_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
    return *this;
  }
  ObjectText& reference(std::uint32_t number_of_object) { return number(number_of_object).add(" 0 R"); }
  /// Blanks up to a column, or to a multiple of columns.
  void fill_to(std::size_t column) {
    if (in_rows_ && text_.size() < column) text_.append(column - text_.size(), ' ');
  }
  void fill(std::size_t columns) { fill_to((text_.size() + columns - 1) / columns * columns); }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  bool in_rows_;
  std::string text_;
};

/// What an attribute object says; elements that say the same share one.
struct Attributes {
  bool numbered = false;  // of a list
  HeaderScope scope = HeaderScope::none;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  auto operator<=>(const Attributes&) const = default;
};

Attributes attributes_of(const Element& element) {
  return {element.role == ElementRole::list, element.scope, element.row_span, element.column_span};
}

std::string attribute_object(const Attributes& said) {
  if (said.numbered) return "<</O/List/ListNumbering/Decimal>>";
  std::string text = "<</O/Table";
  if (said.scope == HeaderScope::column) text += "/Scope/Column";
  if (said.scope == HeaderScope::row) text += "/Scope/Row";
  if (said.row_span > 1) text += "/RowSpan " + std::to_string(said.row_span);
  if (said.column_span > 1) text += "/ColSpan " + std::to_string(said.column_span);
  return text + ">>";
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
        text_(canvas.in_rows()) {
    gather_pieces();
    gather_children();
    gather_extras(pages);
    number_objects();
  }

  void write() {
    for (std::uint32_t place = 0; place < blanks_; ++place) put(record(order_[place]), record_columns_);
    for (std::uint32_t place = blanks_; place < holders_; ++place) put(record(order_[place]), list_columns);
    for (const auto& [said, number] : attributes_) canvas_.add_last(attribute_object(said), list_columns);
    for (std::uint32_t place = holders_; place < order_.size(); ++place) put(holder(order_[place]), list_columns);
    for (std::uint32_t first = 0; first < key_count(); first += keys_per_leaf) put(parents(first), list_columns);
    put(root(), list_columns);
    canvas_.add_to_catalog("/MarkInfo <</Marked true>>\n/StructTreeRoot " + std::to_string(number_[0]) + " 0 R\n");
  }

 private:
  void put(const ObjectText& object, std::uint32_t columns) { canvas_.add_last(object.text(), columns); }

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

  /// What an element is in the file: a record with one stretch of content, a blank with none (half of the cells may
  /// be), or one that holds others, by its role. Those of one kind stand side by side and are numbered in reading
  /// order: from one to the next they count on.
  [[nodiscard]] std::size_t kind(ElementId id) const {
    const Element& element = structure_[id];
    const std::uint32_t pieces = pieces_of_.end(id) - pieces_of_.begin(id);
    const bool described = element.role == ElementRole::link || element.role == ElementRole::figure;
    if (described || pieces > 1 || children_of_.begin(id) < children_of_.end(id))
      return first_holder + static_cast<std::size_t>(element.role);
    return pieces == 1 ? 0 : 1;
  }

  void number_objects() {
    order_elements();
    for (ElementId id = 1; id <= structure_.count(); ++id)
      if (attributes_of(structure_[id]) != Attributes()) attributes_.try_emplace(attributes_of(structure_[id]));
    std::uint32_t next = canvas_.next_number();
    number_.resize(structure_.count() + std::size_t{1});
    for (std::uint32_t place = 0; place < holders_; ++place) number_[order_[place]] = next++;
    for (auto& [said, number] : attributes_) number = next++;
    for (std::uint32_t place = holders_; place < order_.size(); ++place) number_[order_[place]] = next++;
    first_leaf_ = next;
    number_[0] = leaf_number(key_count() + keys_per_leaf - 1);
    measure_records();
  }

  static std::uint32_t digits(std::size_t number) { return static_cast<std::uint32_t>(std::to_string(number).size()); }

  /// The columns that the widest numbers need.
  void measure_records() {
    const std::string_view longest_type = "/S/TH/A  0 R>>";
    std::size_t most_pieces = 0;
    for (const auto& page : marked_) most_pieces = std::max(most_pieces, page.size());
    const std::uint32_t reference = digits(number_[0]);
    const std::uint32_t page = objects_.empty() ? 0 : digits(objects_.back().number);
    content_column_ = static_cast<std::uint32_t>(std::string_view("<</P  0 R").size()) + reference;
    type_column_ = content_column_ + static_cast<std::uint32_t>(std::string_view("/Pg  0 R/K ").size()) + page +
                   digits(most_pieces);
    record_columns_ = type_column_ + static_cast<std::uint32_t>(longest_type.size()) + reference;
    record_columns_ += (column_unit - record_columns_ % column_unit) % column_unit;
  }

  void order_elements() {
    Grouped kinds(kind_count);
    for (ElementId id = 1; id <= structure_.count(); ++id) kinds.count(kind(id));
    kinds.sum();
    order_.resize(structure_.count());
    for (ElementId id = 1; id <= structure_.count(); ++id) order_[kinds.take(kind(id))] = id;
    blanks_ = kinds.begin(first_holder - 1);
    holders_ = kinds.begin(first_holder);
  }

  /// Of the parent tree's leaf with this key.
  [[nodiscard]] std::uint32_t leaf_number(std::uint32_t key) const { return first_leaf_ + key / keys_per_leaf; }

  void begin(ElementId id) {
    text_.begin("<</P ");
    text_.reference(number_[structure_[id].parent]).fill_to(content_column_);
  }

  /// /S and /A.
  void add_type(ElementId id) {
    text_.add("/S/").add(structure_type(structure_[id]));
    const auto said = attributes_.find(attributes_of(structure_[id]));
    if (said != attributes_.end()) text_.add("/A ").reference(said->second);
    if (structure_[id].role == ElementRole::note) text_.add("/ID").add(identifier(id));
  }

  void add_page(ElementId id) { text_.add("/Pg ").reference(objects_[pieces_[pieces_of_.begin(id)].page].number); }

  const ObjectText& record(ElementId id) {
    begin(id);
    if (pieces_of_.begin(id) < pieces_of_.end(id)) {
      add_page(id);
      text_.add("/K ").number(pieces_[pieces_of_.begin(id)].identifier).fill_to(type_column_);
    }
    add_type(id);
    return text_.add(">>");
  }

  /// Its content on its first page by number alone; children inside a text stand where their own content does.
  const ObjectText& holder(ElementId id) {
    begin(id);
    const std::uint32_t first = pieces_of_.begin(id);
    if (first < pieces_of_.end(id)) add_page(id);
    add_type(id);
    text_.add("/K[").fill(list_columns);
    std::uint32_t child = children_of_.begin(id);
    for (std::uint32_t piece = first; piece < pieces_of_.end(id); ++piece) {
      while (child < children_of_.end(id) && stands_before(children_[child], pieces_[piece]))
        add_kid(children_[child++]);
      add_content(pieces_[piece], pieces_[first].page);
    }
    while (child < children_of_.end(id)) add_kid(children_[child++]);
    add_annotations(id);
    const auto extra = std::lower_bound(extras_.begin(), extras_.end(), std::pair<ElementId, std::string>{id, {}});
    text_.add("]");
    if (extra != extras_.end() && extra->first == id) text_.add(extra->second);
    return text_.add(">>");
  }

  [[nodiscard]] bool stands_before(ElementId child, const Piece& piece) const {
    const std::uint32_t first = pieces_of_.begin(child);
    return first < pieces_of_.end(child) && before(pieces_[first], piece);
  }

  void add_kid(ElementId id) { text_.reference(number_[id]).add(" ").fill(for_reference); }

  void add_content(const Piece& piece, std::uint32_t page) {
    const bool elsewhere = piece.page != page;
    if (elsewhere) text_.add("<</Type/MCR/Pg ").reference(objects_[piece.page].number).add("/MCID ");
    text_.number(piece.identifier).add(elsewhere ? ">>" : " ").fill(for_reference);
  }

  /// An annotation on the page of the content says no page of its own.
  void add_annotations(ElementId id) {
    auto found = std::lower_bound(link_of_.begin(), link_of_.end(), std::pair<ElementId, std::size_t>{id, 0});
    for (; found != link_of_.end() && found->first == id; ++found) {
      const PlacedLink& link = links_[found->second];
      text_.add("<</Type/OBJR/Obj ").reference(link.annotation.number);
      const std::uint32_t piece = pieces_of_.begin(id);
      if (piece == pieces_of_.end(id) || pieces_[piece].page != link.page)
        text_.add("/Pg ").reference(objects_[link.page].number);
      text_.add(">>");
    }
  }

  [[nodiscard]] std::uint32_t key_count() const { return static_cast<std::uint32_t>(marked_.size() + links_.size()); }

  /// A leaf of the parent tree: by key, of a page an array by identifier, of a link its element.
  const ObjectText& parents(std::uint32_t first) {
    const std::uint32_t end = std::min(first + keys_per_leaf, key_count());
    text_.begin("<</Limits[");
    text_.number(first).add(" ").number(end - 1).add("]/Nums[").fill(list_columns);
    for (std::uint32_t key = first; key < end; ++key) {
      text_.number(key).add(key < marked_.size() ? "[" : " ").fill(for_reference);
      if (key >= marked_.size()) {
        add_kid(links_[key - marked_.size()].element);
        continue;
      }
      for (const ElementId id : marked_[key]) add_kid(id);
      text_.add("]").fill(for_reference);
    }
    return text_.add("]>>");
  }

  const ObjectText& root() {
    text_.begin("<</Type/StructTreeRoot/K ");
    text_.reference(number_[1]).add("/ParentTree<</Kids[");
    for (std::uint32_t key = 0; key < key_count(); key += keys_per_leaf) text_.reference(leaf_number(key)).add(" ");
    text_.add("]>>/ParentTreeNextKey ").number(key_count());
    std::string names;
    for (ElementId id = 1; id <= structure_.count(); ++id)
      if (structure_[id].role == ElementRole::note) names += identifier(id) + std::to_string(number_[id]) + " 0 R ";
    if (!names.empty()) text_.add("/IDTree<</Names[" + names + "]>>");
    return text_.add(">>");
  }

  /// Eight digits: names of a tree stand in the order of their bytes.
  static std::string identifier(ElementId id) {
    const std::string digits = std::to_string(id);
    return "(n" + std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits + ")";
  }

  static constexpr std::size_t first_holder = 2;  // of the kinds
  static constexpr std::size_t kind_count = first_holder + static_cast<std::size_t>(ElementRole::link) + 1;

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
  std::map<Attributes, std::uint32_t> attributes_;  // the number of their object
  std::vector<ElementId> order_;                    // in the file
  std::uint32_t blanks_ = 0;                        // where they begin there
  std::uint32_t holders_ = 0;                       // the same
  std::uint32_t content_column_ = 0;                // of a record
  std::uint32_t type_column_ = 0;                   // the same
  std::uint32_t record_columns_ = 0;                // of its row
  std::uint32_t first_leaf_ = 0;                    // its number
  std::vector<std::uint32_t> number_;               // of the object, by id; at 0 the tree's root
  ObjectText text_;                                 // of the object at hand
};

}  // namespace

std::string_view structure_type(const Element& element) {
  static constexpr std::array<std::string_view, 6> headings = {"H1", "H2", "H3", "H4", "H5", "H6"};
  switch (element.role) {
    case ElementRole::document: return "Document";
    case ElementRole::heading: return headings[std::clamp<std::size_t>(element.level, 1, headings.size()) - 1];
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
