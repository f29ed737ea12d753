#pragma once
// Schema::apply: the walk over a data file beside its schema.

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/schema.h"
#include "load/schema_field.h"
#include "load/schema_posting.h"
#include "load/schema_scalar.h"
#include "value/journal.h"
#include "value/posting.h"

namespace gongkai {

/// Where the walk is: what holds for everything below.
struct SchemaPlace {
  SharedCoordinates coordinates;  // with those of the item
  SharedCoordinates scope;        // of the innermost list: without them
  OpenList* list = nullptr;
  Counterpart counterpart;           // of the item: the other side of a transfer
  std::string label;                 // "支出 / 2060701 机构运行"
  std::string name;                  // its last part
  Span span;                         // of the key or item here, shown for what is missing below
  const Record* siblings = nullptr;  // the record the field stands in

  /// One step down to `field`, called `step`; its own 坐标 count from here on.
  [[nodiscard]] SchemaPlace below(const SchemaField& field, const std::string& step, Span where) const;
};

class SchemaApplication {
 public:
  SchemaApplication(const SchemaField& root, Journal& journal, Diagnostics& diagnostics, const SchemaAids& aids)
      : root_(root), journal_(journal), diagnostics_(diagnostics), aids_(aids), book_(entered_) {}

  [[nodiscard]] std::optional<Entered> run(const Value& data);

 private:
  [[nodiscard]] Value node(const SchemaField& field, const Value& value, const SchemaPlace& place);
  [[nodiscard]] Value scalar(const SchemaField& field, const Value& value, const SchemaPlace& place);
  [[nodiscard]] Value figure(const SchemaField& field, const WrittenScalar& written, const SchemaPlace& place);
  [[nodiscard]] Value group(const SchemaField& field, const Value& value, SchemaPlace place);
  [[nodiscard]] Value part(const SchemaField& part, const Record& record, const SchemaPlace& place);
  [[nodiscard]] Value missing(const SchemaField& part, const Value* written, const SchemaPlace& place);
  [[nodiscard]] Value list(const SchemaField& field, const Value& value, const SchemaPlace& place);
  [[nodiscard]] Value table(const SchemaField& field, const Value& value, const SchemaPlace& place);
  [[nodiscard]] Value item(const SchemaField& field, const Value& value, const SchemaPlace& place);
  [[nodiscard]] Value wrong_kind(const SchemaField& field, const Value& value, const SchemaPlace& place);

  [[nodiscard]] OpenList open_list(const SchemaField& field, const Value& value, const SchemaPlace& place) const;
  [[nodiscard]] bool table_key(const SchemaField& field, const Entry& entry, SchemaPlace& place, std::string& key);
  void define_member(const SchemaField& part, const Value& typed, const Record& siblings);
  void check_fewest(const SchemaField& field, std::size_t count, const Value& value, const SchemaPlace& place);
  void check_version(const Record& data);
  void read_unit(const Record& data);
  void report_unknown(const SchemaField& group, const Entry& entry);

  const SchemaField& root_;
  Journal& journal_;
  Diagnostics& diagnostics_;
  const SchemaAids& aids_;
  Entered entered_;
  PostingBook book_;
  MoneyUnit unit_ = MoneyUnit::wan_yuan;
};

}  // namespace gongkai
