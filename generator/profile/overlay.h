#pragma once
// Layers: what a profile inherits and what it changes.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "profile/profile.h"
#include "value/overlay.h"

namespace gongkai {

/// Like overlay(), but the top-level lists of `added` go after those of `below`.
[[nodiscard]] Value with_lists_added(const Value& below, const Value& added);

/// What a layer's own file and the shared files it uses (引用) make of the layer above: a
/// shared list is added to the list it meets, a shared key stands below the layer's own.
[[nodiscard]] Value overlay_with_shared(const Value& upper, const std::vector<Value>& shared, const Value& own);

/// Everything read from the folders of one profile, merged.
struct LayeredFiles {
  std::vector<std::string> layers;        // root first
  std::map<std::string, Value> settings;  // by kind: profile, schema, axes …
  std::map<std::string, Value> tables;    // by file name: EX.yaml
  std::vector<TemplateText> texts;        // by path
  std::vector<ProfileFile> files;
  Value own_settings;            // profile.yaml of the lowest layer alone
  std::set<std::string> unread;  // kinds and tables/… with a file that is no YAML
};

/// Reads all layers; nullopt when the chain itself is broken (no such folder, a circle).
[[nodiscard]] std::optional<LayeredFiles> read_layers(const Files& files, const std::string& templates,
                                                      const std::string& id, Sources& sources,
                                                      Diagnostics& diagnostics);

}  // namespace gongkai
