// From folders to merged values: the chain of layers, its files, the shared files.

#include <algorithm>
#include <array>
#include <string_view>

#include "load/reader.h"
#include "profile/overlay.h"
#include "profile/table_models.h"

namespace gongkai {
namespace {

constexpr std::array<std::string_view, 10> kinds = {"profile", "schema", "axes",  "measures", "names",
                                                    "wording", "charts", "rules", "terms",    "style"};

/// "sichuan/final-accounts" + "../../national/x" → "national/x"; nullopt above templates/.
std::optional<std::string> resolve(const std::string& folder, const std::string& relative) {
  std::vector<std::string> parts;
  const std::string path = folder + "/" + relative;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string part = path.substr(begin, end - begin);
    begin = end + 1;
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string resolved;
  for (const std::string& part : parts) resolved += (resolved.empty() ? "" : "/") + part;
  return resolved;
}

bool ends_with_yaml(const std::string& name) { return name.size() > 5 && name.ends_with(".yaml"); }
bool ends_with_md(const std::string& name) { return name.size() > 3 && name.ends_with(".md"); }

/// What a file holds: named by itself (wording.yaml, shared/wording.yaml) or by its folder
/// (shared/rules/balance.yaml).
std::string kind_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? std::string() : path.substr(0, slash);
  std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
  if (ends_with_yaml(name)) name.resize(name.size() - 5);
  const std::string last = folder.substr(folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/') + 1);
  for (const std::string& word : {name, last}) {
    if (std::find(kinds.begin(), kinds.end(), word) != kinds.end()) return word;
  }
  return {};
}

class LayerReader {
 public:
  LayerReader(const Files& files, const std::string& templates, Sources& sources, Diagnostics& diagnostics)
      : files_(&files), templates_(&templates), sources_(&sources), diagnostics_(&diagnostics) {}

  std::optional<LayeredFiles> read(const std::string& id) {
    if (!chain(id)) return std::nullopt;
    for (auto layer = profiles_.rbegin(); layer != profiles_.rend(); ++layer)
      read_layer(layer->folder, layer->settings);
    resolve_models(found_.tables, *diagnostics_);
    found_.own_settings = profiles_.front().settings;
    return std::move(found_);
  }

 private:
  struct Layer {
    std::string folder;
    Value settings;  // its own profile.yaml
  };

  /// The profile and what it extends, lowest first.
  bool chain(const std::string& id) {
    std::string folder = id;
    Span asked;
    while (true) {
      if (!enter(folder, asked)) return false;
      const Value* const base = profiles_.back().settings.find("继承");
      if (base == nullptr || base->is_absent()) return true;
      const std::string* const relative = base->if_text();
      const auto next = relative == nullptr ? std::nullopt : resolve(folder, *relative);
      if (!next || next->empty()) {
        diagnostics_->error("PROFILE-02", "“继承”应为 templates/ 下另一个方案的相对路径，如 ../final-accounts",
                            base->span);
        return false;
      }
      folder = *next;
      asked = base->span;
    }
  }

  bool enter(const std::string& folder, Span asked) {
    for (const Layer& layer : profiles_) {
      if (layer.folder != folder) continue;
      std::string circle;
      for (const Layer& each : profiles_) circle += each.folder + " → ";
      Diagnostic found;
      found.code = "PROFILE-03";
      found.message = "方案互相继承，成了一圈：" + circle + folder;
      found.span = asked;
      const Value* const base = layer.settings.find("继承");
      if (base != nullptr && &layer != &profiles_.back()) found.notes.push_back({folder + " 的“继承”", base->span});
      diagnostics_->add(std::move(found));
      return false;
    }
    std::optional<Value> settings = read_yaml(folder + "/profile.yaml", folder);
    if (!settings && !failed_) {
      diagnostics_->error("PROFILE-01", "没有方案 " + folder + "：找不到 templates/" + folder + "/profile.yaml", asked);
    }
    if (!settings) return false;
    profiles_.push_back({folder, std::move(*settings)});
    return true;
  }

  /// nullopt when there is no such file, or (failed_) it can't be read.
  std::optional<Value> read_yaml(const std::string& path, const std::string& layer) {
    failed_ = false;
    std::optional<std::string> text = files_->read(*templates_ + "/" + path);
    if (!text) return std::nullopt;
    const SourceId source = sources_->add("templates/" + path, std::move(*text));
    std::optional<Value> value = read_value(*sources_, source, *diagnostics_);
    failed_ = !value;
    const std::string inner = path == layer ? path : path.substr(layer.size() + 1);
    if (failed_) found_.unread.insert(inner.starts_with("tables/") ? inner : kind_of(inner));
    found_.files.push_back({source, layer, inner, value.value_or(Value())});
    return value;
  }

  void read_layer(const std::string& folder, const Value& settings) {
    found_.layers.push_back(folder);
    const std::map<std::string, std::vector<Value>> shared = read_shared(settings);
    for (const std::string_view kind : kinds) {
      const std::string name(kind);
      const std::optional<Value> own =
          name == "profile" ? std::optional(settings) : read_yaml(folder + "/" + name + ".yaml", folder);
      const auto used = shared.find(name);
      Value& merged = found_.settings[name];
      const std::vector<Value> added = used == shared.end() ? std::vector<Value>() : used->second;
      if (name != "rules") {
        merged = overlay_with_shared(merged, added, own.value_or(Value()));
        continue;
      }
      // Checks add up: a layer that wants one gone says so (调整), with its reason.
      for (const Value& one : added) merged = with_lists_added(merged, one);
      merged = with_lists_added(merged, own.value_or(Value()));
    }
    for (const std::string& name : files_->list(*templates_ + "/" + folder + "/tables")) {
      if (!ends_with_yaml(name)) continue;
      if (const auto table = read_yaml(folder + "/tables/" + name, folder)) {
        found_.tables[name] = overlay(found_.tables[name], *table);
      }
    }
    read_texts(folder, "");
    read_texts(folder, "parts/");
  }

  std::map<std::string, std::vector<Value>> read_shared(const Value& settings) {
    std::map<std::string, std::vector<Value>> shared;
    const Value* const paths = settings.find("引用");
    const List* const items = paths == nullptr ? nullptr : paths->if_list();
    if (paths != nullptr && items == nullptr) diagnostics_->error("PROFILE-04", "“引用”应为文件的列表", paths->span);
    for (const Value& item : items == nullptr ? List{} : *items) {
      const std::string* const path = item.if_text();
      const std::string kind = path == nullptr ? std::string() : kind_of(*path);
      if (kind.empty()) {
        diagnostics_->error("PROFILE-05", "看不出引用的是哪一种文件", item.span,
                            "文件名或所在文件夹用 rules、wording、names 等");
        continue;
      }
      std::optional<Value> value = read_yaml(*path, *path);
      if (value) {
        shared[kind].push_back(std::move(*value));
      } else if (!failed_) {
        diagnostics_->error("PROFILE-06", "找不到引用的文件 templates/" + *path, item.span);
      }
    }
    return shared;
  }

  void read_texts(const std::string& folder, const std::string& inner) {
    const std::string path = *templates_ + "/" + folder;
    for (const std::string& name :
         files_->list(inner.empty() ? path : path + "/" + inner.substr(0, inner.size() - 1))) {
      if (!ends_with_md(name)) continue;
      std::optional<std::string> text = files_->read(*templates_ + "/" + folder + "/" + inner + name);
      if (!text) continue;
      const SourceId source = sources_->add("templates/" + folder + "/" + inner + name, std::move(*text));
      found_.files.push_back({source, folder, inner + name, {}});
      put_text({inner + name, source});
    }
  }

  void put_text(TemplateText text) {
    for (TemplateText& known : found_.texts) {
      if (known.path == text.path) return void(known = std::move(text));
    }
    found_.texts.push_back(std::move(text));
  }

  const Files* files_;
  const std::string* templates_;
  Sources* sources_;
  Diagnostics* diagnostics_;
  std::vector<Layer> profiles_;
  LayeredFiles found_;
  bool failed_ = false;
};

}  // namespace

std::optional<LayeredFiles> read_layers(const Files& files, const std::string& templates, const std::string& id,
                                        Sources& sources, Diagnostics& diagnostics) {
  return LayerReader(files, templates, sources, diagnostics).read(id);
}

}  // namespace gongkai
