#pragma once
// Short ways to read texts in tests.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic_text.h"
#include "load/reader.h"
#include "load/schema.h"
#include "value/journal.h"

namespace gongkai::reading {

inline std::string show_all(Diagnostics& diagnostics, const Sources& sources) {
  diagnostics.sort();
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all()) text += show(diagnostic, sources);
  return text;
}

/// One text read: its value, or what was reported.
struct Reading {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<Value> value;

  explicit Reading(std::string text, std::string path = "a.yaml") {
    const SourceId id = sources.add(std::move(path), std::move(text));
    value = read_value(sources, id, diagnostics);
  }
  [[nodiscard]] std::string result() { return value ? dump(*value) : show_all(diagnostics, sources); }
  [[nodiscard]] std::string_view written(const Value& part) const { return sources.text(part.span); }
};

inline std::string yaml(std::string text) { return Reading(std::move(text)).result(); }
inline std::string json(std::string text) { return Reading(std::move(text), "a.json").result(); }

/// The code and place of the one slip in a YAML text: "YAML-12 1:3".
inline std::string slip(std::string text, std::string path = "a.yaml") {
  const Reading reading(std::move(text), std::move(path));
  if (reading.diagnostics.all().size() != 1) return "expected one diagnostic";
  const Diagnostic& found = reading.diagnostics.all()[0];
  const Position position = reading.sources.at(found.span.source).position(found.span.begin);
  return found.code + " " + std::to_string(position.line) + ":" + std::to_string(position.column);
}

/// A schema applied to a data file.
struct Application {
  Sources sources;
  Diagnostics diagnostics;
  Journal journal;
  std::optional<Schema> schema;
  std::optional<Entered> entered;

  Application(std::string definition, std::string data, std::string path = "data.yaml") {
    const SourceId defining = sources.add("schema.yaml", std::move(definition));
    const SourceId id = sources.add(std::move(path), std::move(data));
    const std::optional<Value> defined = read_value(sources, defining, diagnostics);
    if (defined) schema = Schema::read(*defined, diagnostics);
    const std::optional<Value> value = read_value(sources, id, diagnostics);
    if (schema && value) entered = schema->apply(*value, journal, diagnostics);
  }
  [[nodiscard]] std::string errors() { return show_all(diagnostics, sources); }
};

}  // namespace gongkai::reading
