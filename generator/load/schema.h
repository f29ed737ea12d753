#pragma once
// What a data file of a profile may hold, in which unit, and what each amount posts to
// the ledger. The schema itself is data (schema.yaml of the profile).

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "value/posting.h"
#include "value/value.h"

namespace gongkai {

struct SchemaField;

class Schema {
 public:
  /// Reads the definition (the merged schema.yaml as a Value); reports every mistake in it.
  [[nodiscard]] static std::optional<Schema> read(const Value& definition, Diagnostics& diagnostics);
  /// Types a data file. All mistakes are reported in one run: unknown and missing keys
  /// (with the near miss), wrong units, digits, codes. nullopt if there was any error.
  /// `journal` gets an OriginKind::entered record for every amount, count, ratio and score.
  [[nodiscard]] std::optional<Entered> apply(const Value& data, Journal& journal, Diagnostics& diagnostics) const;
  /// JSON Schema (draft 2020-12) with Chinese titles and descriptions, for editors.
  [[nodiscard]] std::string json_schema(const std::string& title) const;

 private:
  std::shared_ptr<const SchemaField> root_;
};

}  // namespace gongkai
