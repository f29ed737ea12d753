#include "cli/report_data.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/diagnostic_text.h"
#include "cli/data_layers.h"
#include "cli/home.h"
#include "load/data_keys.h"
#include "load/reader.h"
#include "load/shared_data.h"
#include "value/overlay.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

bool fail(ReportRun& run, std::string code, std::string message, Span span = {}, std::string hint = {}) {
  run.diagnostics.error(std::move(code), std::move(message), span, std::move(hint));
  return false;
}

bool skip(ReportRun& run) {
  run.diagnostics = {};
  run.skipped = true;
  return false;
}

bool is_one_of(const std::string& word, std::initializer_list<const char*> words) {
  return std::any_of(words.begin(), words.end(), [&word](const char* one) { return word == one; });
}

/// YAML that is sound, but of a kind no data file is written in (anchors, tags, several
/// documents): other programs' files, which may stand beside ours.
bool is_foreign_yaml(const Diagnostics& diagnostics) {
  return std::all_of(diagnostics.all().begin(), diagnostics.all().end(), [](const Diagnostic& found) {
    return is_one_of(found.code, {"YAML-17", "YAML-18", "YAML-19", "YAML-20", "YAML-29"});
  });
}

/// The key meant for 模板 (模版), if there is one.
const Entry* misspelt_template_key(const Record& record) {
  for (const Entry& entry : record) {
    const bool other_word = entry.key.size() != std::string_view(template_key).size();
    if (!other_word && !nearest(entry.key, {template_key}).empty()) return &entry;
  }
  return nullptr;
}

/// A file without 模板: an error if it was named or looks like a report all the same.
bool refuse_without_template(ReportRun& run) {
  if (run.found.path.filename() == shared_file_name) {
    return fail(run, "REP-06", run.found.shown + " 供所在文件夹的报告共用，本身不是报告", {},
                "要核对用到它的报告，写它所在的文件夹");
  }
  const Record* const record = run.data.if_record();
  const Entry* const meant = record == nullptr ? nullptr : misspelt_template_key(*record);
  const auto known = record == nullptr ? 0 : std::count_if(record->begin(), record->end(), [](const Entry& entry) {
    return is_one_of(entry.key, {version_key, year_key, "部门", unit_key});
  });
  if (!run.found.named && meant == nullptr && known < 2) return skip(run);
  if (meant != nullptr) {
    return fail(run, "REP-02", "缺少顶层的键“模板”，却有“" + meant->key + "”", meant->key_span, "是否想写“模板”？");
  }
  const Span first = known == 0 ? Span{} : record->front().key_span;
  return fail(run, "REP-02", run.found.shown + " 不是报告的数据文件：缺少顶层的键“模板”", first,
              "写明所用的模板，如“模板: sichuan/final-accounts”");
}

/// A file met while searching that is plainly something else is passed over; one that can't
/// be read, or looks like a report, never is.
bool read_data(ReportRun& run, const Files& files) {
  std::optional<std::string> text = files.read(run.found.path.string());
  if (!text) return fail(run, "REP-01", "读不了文件 " + run.found.shown);
  const bool likely = run.found.named || names_a_template(*text);
  run.data_source = add_text(run, run.found.path, run.found.shown, std::move(*text));
  std::optional<Value> data = read_value(run.sources, run.data_source, run.diagnostics);
  if (!data) return likely || !is_foreign_yaml(run.diagnostics) ? false : skip(run);
  run.data = std::move(*data);
  return run.data.find(template_key) != nullptr || refuse_without_template(run);
}

bool is_plain_folder(const std::string& id) {
  const fs::path path(id);
  if (path.empty() || path.is_absolute()) return false;
  for (const fs::path& part : path) {
    if (part.empty() || part.native().front() == '.') return false;
  }
  return true;
}

bool read_profile(ReportRun& run, ProfileShelf& shelf) {
  const Value& named = *run.data.find(template_key);
  const std::string* const id = named.if_text();
  if (id == nullptr || !is_plain_folder(*id)) {
    return fail(run, "REP-03", "“模板”应为 templates/ 下的文件夹，如 sichuan/final-accounts", named.span);
  }
  const std::string templates = (run.home / "templates").string();
  if (!shelf.files().is_folder(templates + "/" + *id)) {
    const std::string near = nearest(*id, profile_ids(shelf.files(), templates));
    return fail(run, "REP-04", "没有模板“" + *id + "”", named.span, near.empty() ? "" : "是否想写 " + near + "？");
  }
  run.profile = shelf.get(templates, *id);
  run.sources.share(run.profile->sources);
  run.diagnostics.append(Diagnostics(run.profile->diagnostics));
  return run.profile->usable() && !run.profile->diagnostics.has_errors();
}

/// A shared file is read once for a department and its units.
const std::optional<Value>& shared_value(ReportRun& run, const fs::path& path, const FoundReport& of,
                                         const Files& files) {
  const auto [entry, fresh] = run.shared.try_emplace(path.native());
  if (!fresh) return entry->second;
  entry->second = Value();
  if (std::optional<std::string> text = files.read(path.string())) {
    const SourceId source = add_text(run, path, shown_beside(of, path), std::move(*text));
    entry->second = read_value(run.sources, source, run.diagnostics);
  }
  return entry->second;
}

}  // namespace

SourceId add_text(ReportRun& run, const fs::path& path, std::string shown, std::string text) {
  const std::optional<std::string> inner = path_below(run.home, path);
  const SourceId source = run.sources.add(inner.value_or(path.filename().string()), std::move(text));
  run.texts.push_back({source, std::move(shown)});
  return source;
}

bool lay_over_shared(ReportRun& run, const FoundReport& file, Value& data, const Files& files) {
  const Profile& profile = *run.profile->profile;
  const SharedFor report{profile.layers, top_text(data, year_key), profile.data_keys};
  Value below;
  bool readable = true;
  for (const fs::path& path : shared_places(run.home, file.path)) {
    const std::optional<Value>& shared = shared_value(run, path, file, files);
    readable = readable && shared.has_value();
    if (shared) below = overlay(below, shared_part(*shared, report, run.diagnostics), Blank::counts_not);
  }
  data = overlay(below, data, Blank::counts_not);
  return readable;
}

std::string top_text(const Value& data, std::string_view key) {
  const Value* const value = data.find(key);
  const std::string* const text = value == nullptr ? nullptr : value->if_text();
  return text == nullptr ? std::string() : *text;
}

bool names_a_template(const std::string& text) {
  // Other writers of JSON escape what is not ASCII.
  for (const char* const form : {template_key, "\\u6a21\\u677f", "\\u6A21\\u677F"}) {
    if (text.find(form) != std::string::npos) return true;
  }
  return false;
}

bool read_report(ReportRun& run, const std::string& home, ProfileShelf& shelf) {
  const std::optional<fs::path> found = find_home(home, run.found.path);
  if (!found) {
    return fail(run, "HOME-01", "找不到 templates/：" + run.found.shown + " 的上级、当前文件夹的上级和程序的上级都没有",
                {}, "用 --home 指明 templates/ 所在的文件夹");
  }
  run.home = *found;
  return read_data(run, shelf.files()) && read_profile(run, shelf) &&
         lay_over_shared(run, run.found, run.data, shelf.files());
}

}  // namespace gongkai
