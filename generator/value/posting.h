#pragma once
// What the reader of a data file hands to the ledger: every amount with its measure
// and coordinates, and the lists they stood in. The schema decides which entry posts
// what (templates/README.md, 数据格式); the ledger decides what it means.

#include <cstdint>
#include <string>
#include <vector>

#include "base/source.h"
#include "value/number_text.h"
#include "value/value.h"

namespace gongkai {

/// One axis fixed: 功能分类 = 2060702, as the data wrote it.
struct Coordinate {
  std::string axis;
  std::string member;       // code or name
  std::string stated_name;  // name written beside the code, "" if none
  Span span;
};

/// The other side of a transfer between units of one department ("" if it is none): taken
/// out when the department adds up its units.
struct Counterpart {
  std::string unit;
  Span span;
};

struct Posting {
  std::string measure;
  std::vector<Coordinate> coordinates;
  Quantity quantity;
  Span span;
  std::uint32_t list = 0;  // index into Entered::lists + 1; 0: a figure stated on its own
  Counterpart counterpart = {};
  OriginId origin = 0;  // line of the journal; 0: that of the amount read at `span`
};

/// A list of parts. `closed`: what is not listed inside `scope` is zero, not unknown.
struct PostedList {
  std::string measure;
  std::vector<Coordinate> scope;
  bool closed = true;
  Span span;
  std::string field = {};  // which list of the schema: "支出 / 金额"
};

/// A member that the data itself defines (a project, a unit).
struct NewMember {
  std::string axis;
  std::string member;
  std::string name;
  Span span;
  std::string parent = {};  // a member defined before this one; "": stands at the top
};

struct Entered {
  Value record;  // the typed data: amounts are Quantity, dates and codes are Text
  std::vector<PostedList> lists;
  std::vector<Posting> postings;
  std::vector<NewMember> members;
  std::vector<std::string> names;        // proper ones the data gives: 专名 of the schema
  std::vector<std::string> whole_axes;   // whose members are all there are (the units of a department)
  MoneyUnit unit = MoneyUnit::wan_yuan;  // 金额单位 of the file: messages speak in it
};

}  // namespace gongkai
