#include "load/reader.h"

#include "load/json_events.h"
#include "load/text_check.h"
#include "load/yaml_events.h"

namespace gongkai {

std::optional<Value> read_value(const Sources& sources, SourceId id, Diagnostics& diagnostics) {
  const Source& source = sources.at(id);
  const bool json = source.path().ends_with(".json");
  if (!check_text(source.text(), id, json ? "JSON" : "YAML", diagnostics)) return std::nullopt;
  return json ? read_json(source.text(), id, diagnostics) : read_yaml(source.text(), id, diagnostics);
}

}  // namespace gongkai
