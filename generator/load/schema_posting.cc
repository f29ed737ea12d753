#include "load/schema_posting.h"

#include <algorithm>
#include <utility>

namespace gongkai {

void merge(std::vector<Coordinate>& coordinates, const std::vector<Coordinate>& nearer) {
  for (const Coordinate& coordinate : nearer) {
    const auto same_axis = [&coordinate](const Coordinate& other) { return other.axis == coordinate.axis; };
    const auto found = std::find_if(coordinates.begin(), coordinates.end(), same_axis);
    if (found != coordinates.end()) {
      *found = coordinate;
    } else {
      coordinates.push_back(coordinate);
    }
  }
}

void SharedCoordinates::add(const std::vector<Coordinate>& nearer) {
  if (nearer.empty()) return;
  auto merged = std::make_shared<std::vector<Coordinate>>(*all_);
  merge(*merged, nearer);
  all_ = std::move(merged);
}

std::uint32_t PostingBook::add_list(const SchemaField& field, const OpenList& list,
                                    const std::vector<Coordinate>& scope) {
  entered_.lists.push_back({field.measure, scope, list.closed, list.span, list.label + " / " + field.name});
  return static_cast<std::uint32_t>(entered_.lists.size());
}

void PostingBook::post(const SchemaField& field, Posting posting, const std::vector<Coordinate>& scope,
                       OpenList* list) {
  if (list != nullptr) {
    OpenList::Posted& posted = list->posted[&field];
    if (posted.index == 0) posted.index = add_list(field, *list, scope);
    ++posted.count;
    posting.list = posted.index;
  }
  entered_.postings.push_back(std::move(posting));
}

void PostingBook::close(const SchemaField& field, const OpenList& list, const std::vector<Coordinate>& scope) {
  if (list.items == 0) return add_empty(*field.item, list, scope);
  for (const auto& [part, posted] : list.posted) {
    if (posted.count < list.items) entered_.lists[posted.index - 1].closed = false;
  }
}

void PostingBook::add_empty(const SchemaField& part, const OpenList& list, std::vector<Coordinate> scope) {
  merge(scope, part.coordinates);
  if (part.type == FieldType::money && !part.measure.empty()) add_list(part, list, scope);
  if (part.type != FieldType::group) return;
  for (const SchemaField& field : part.fields) add_empty(field, list, scope);
}

}  // namespace gongkai
