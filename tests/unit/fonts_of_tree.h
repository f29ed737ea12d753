#pragma once
// The fonts of this tree, opened as fonts/fonts.yaml says but without a YAML reader.

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "layout/font_set.h"

namespace gongkai::testing {

inline std::string fonts_folder() { return std::string(GONGKAI_HOME) + "/fonts"; }

inline Value manifest_of(const std::vector<std::pair<std::string, std::vector<std::string>>>& roles) {
  Record record;
  for (const auto& [role, names] : roles) {
    List items;
    for (const std::string& name : names) items.push_back(Value::text(name));
    record.push_back({role, {}, names.size() == 1 ? items.front() : Value::list(items)});
  }
  return Value::record(record);
}

inline Value tree_manifest() {
  return manifest_of({{"题名", {"song-black.ttf"}},
                      {"一级标题", {"hei-bold.ttf"}},
                      {"二级标题", {"kai-regular.ttf"}},
                      {"正文", {"song-regular.ttf"}},
                      {"表格", {"song-regular.ttf"}},
                      {"后备", {"rare-song.ttf", "rare-kai.ttf"}}});
}

inline std::optional<FontSet> open_tree_fonts(Diagnostics& diagnostics) {
  return FontSet::open(tree_manifest(), fonts_folder(), DiskFiles(), diagnostics);
}

inline const FontSet& tree_fonts() {
  static const FontSet fonts = [] {
    Diagnostics diagnostics;
    std::optional<FontSet> opened = open_tree_fonts(diagnostics);
    if (!opened) std::abort();  // no test has a meaning without them
    return std::move(*opened);
  }();
  return fonts;
}

/// Every diagnostic as "code message（hint）", one a line.
inline std::string told(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    all += diagnostic.code + " " + diagnostic.message;
    if (!diagnostic.hint.empty()) all += "（" + diagnostic.hint + "）";
    all += "\n";
  }
  return all;
}

}  // namespace gongkai::testing
