#pragma once
// What the amounts of a data file post: postings, the lists they stand in, new members.
// The walk over the data (schema_apply.cc) says where it is; this keeps the account.

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "load/schema_field.h"
#include "value/posting.h"

namespace gongkai {

/// A later coordinate on the same axis replaces an earlier one: the nearer one counts.
void merge(std::vector<Coordinate>& coordinates, const std::vector<Coordinate>& nearer);

/// What holds for everything below a place of the data, shared until a place adds to it.
class SharedCoordinates {
 public:
  [[nodiscard]] const std::vector<Coordinate>& all() const { return *all_; }
  void add(const std::vector<Coordinate>& nearer);

 private:
  std::shared_ptr<const std::vector<Coordinate>> all_ = std::make_shared<const std::vector<Coordinate>>();
};

/// A list or table that is being walked. Each of its amounts (决算数, 调整预算 …) is a
/// list of its own: PostedList by field.
struct OpenList {
  Span span;
  std::string label;  // "收入 / 分科目"
  bool closed = true;
  std::size_t items = 0;  // so far
  struct Posted {
    std::uint32_t index = 0;  // in Entered::lists, plus 1
    std::size_t count = 0;
  };
  std::map<const SchemaField*, Posted> posted;
};

class PostingBook {
 public:
  explicit PostingBook(Entered& entered) : entered_(entered) {}

  /// An amount of `field`; `list` is what it stands in (nullptr: stated on its own), `scope`
  /// what that list covers.
  void post(const SchemaField& field, Posting posting, const std::vector<Coordinate>& scope, OpenList* list);
  /// Behind the last item: an amount that some item lacks is not listed completely. A list
  /// written out as empty says that all its amounts are zero.
  void close(const SchemaField& field, const OpenList& list, const std::vector<Coordinate>& scope);
  void define(NewMember member) { entered_.members.push_back(std::move(member)); }

 private:
  std::uint32_t add_list(const SchemaField& field, const OpenList& list, const std::vector<Coordinate>& scope);
  void add_empty(const SchemaField& part, const OpenList& list, std::vector<Coordinate> scope);

  Entered& entered_;
};

}  // namespace gongkai
