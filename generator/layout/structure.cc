#include "layout/structure.h"

#include <algorithm>
#include <utility>

namespace gongkai {

ElementId Structure::add(const Element& element) {
  elements_.push_back(element);
  if (element.role == ElementRole::heading) {
    const int deepest = heading_level_ + 1;
    heading_level_ = static_cast<std::uint8_t>(std::min<int>(element.level, deepest));
    elements_.back().level = heading_level_;
  }
  return count();
}

void Structure::move_pictures(std::uint32_t page, Length right, Length down) {
  for (Picture& picture : pictures_) {
    if (picture.page != page) continue;
    picture.at.x += right;
    picture.at.y += down;
  }
}

ElementId Structure::append(Structure other, std::uint32_t pages) {
  if (empty()) {
    *this = std::move(other);
    return 0;
  }
  // Their root is left out: its children hang from ours.
  const ElementId by = count() - 1;
  elements_.reserve(elements_.size() + other.elements_.size());
  for (ElementId id = 2; id <= other.count(); ++id) {
    Element element = other[id];
    element.parent = moved(element.parent, by);
    elements_.push_back(element);
  }
  for (Picture& picture : other.pictures_) {
    picture.element = moved(picture.element, by);
    picture.page += pages;
    pictures_.push_back(std::move(picture));
  }
  return by;
}

namespace {

std::string name_of(ElementRole role) {
  switch (role) {
    case ElementRole::document: return "document";
    case ElementRole::heading: return "heading";
    case ElementRole::paragraph: return "paragraph";
    case ElementRole::list: return "list";
    case ElementRole::item: return "item";
    case ElementRole::label: return "label";
    case ElementRole::item_body: return "item body";
    case ElementRole::note: return "note";
    case ElementRole::group: return "group";
    case ElementRole::figure: return "figure";
    case ElementRole::caption: return "caption";
    case ElementRole::table: return "table";
    case ElementRole::table_head: return "table head";
    case ElementRole::table_body: return "table body";
    case ElementRole::row: return "row";
    case ElementRole::header_cell: return "header cell";
    case ElementRole::data_cell: return "data cell";
    case ElementRole::contents: return "contents";
    case ElementRole::contents_line: return "contents line";
    case ElementRole::reference: return "reference";
    case ElementRole::link: return "link";
  }
  return {};
}

}  // namespace

std::string role_name(ElementId id, const Structure& structure) {
  if (id == decoration) return "decoration";
  if (id == repeated) return "repeated";
  if (id == page_foot) return "page foot";
  const Element& element = structure[id];
  std::string name = name_of(element.role);
  if (element.role == ElementRole::heading) name += " " + std::to_string(element.level);
  if (element.row_span > 1) name += ", " + std::to_string(element.row_span) + " rows";
  if (element.column_span > 1) name += ", " + std::to_string(element.column_span) + " columns";
  return name;
}

}  // namespace gongkai
