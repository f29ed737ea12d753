#include "cli/pipeline.h"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

#include "base/diagnostic_text.h"
#include "cli/data_layers.h"
#include "cli/home.h"
#include "ledger/likely_member.h"
#include "ledger/rule.h"
#include "load/data_keys.h"
#include "load/reader.h"
#include "load/shared_data.h"
#include "proof/proofread.h"
#include "value/overlay.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

constexpr const char* department_key = "部门";

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
    return is_one_of(entry.key, {version_key, year_key, department_key, unit_key});
  });
  if (!run.found.named && meant == nullptr && known < 2) return skip(run);
  if (meant != nullptr) {
    return fail(run, "REP-02", "缺少顶层的键“模板”，却有“" + meant->key + "”", meant->key_span, "是否想写“模板”？");
  }
  const Span first = known == 0 ? Span{} : record->front().key_span;
  return fail(run, "REP-02", run.found.shown + " 不是报告的数据文件：缺少顶层的键“模板”", first,
              "写明所用的模板，如“模板: sichuan/final-accounts”");
}

/// Sources are called by their path below the home: outputs name them.
SourceId add_text(ReportRun& run, const fs::path& path, std::string shown, std::string text) {
  const std::optional<std::string> inner = path_below(run.home, path);
  const SourceId source = run.sources.add(inner.value_or(path.filename().string()), std::move(text));
  run.texts.push_back({source, std::move(shown)});
  return source;
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

std::string year_of(const Value& data) {
  const Value* const year = data.find(year_key);
  const std::string* const text = year == nullptr ? nullptr : year->if_text();
  return text == nullptr ? std::string() : *text;
}

/// Lays the report over 共用.yaml of its folders, each over those further up.
bool lay_over_shared(ReportRun& run, const Files& files) {
  const Profile& profile = *run.profile->profile;
  const SharedFor report{profile.layers, year_of(run.data), profile.data_keys};
  Value below;
  bool readable = true;
  for (const fs::path& path : shared_places(run.home, run.found.path)) {
    std::optional<std::string> text = files.read(path.string());
    if (!text) continue;
    const SourceId source = add_text(run, path, shown_beside(run.found, path), std::move(*text));
    const std::optional<Value> shared = read_value(run.sources, source, run.diagnostics);
    readable = readable && shared.has_value();
    if (shared) below = overlay(below, shared_part(*shared, report, run.diagnostics));
  }
  run.data = overlay(below, run.data);
  return readable;
}

const std::string* text_of(const Record& record, std::string_view key) {
  for (const Entry& entry : record) {
    if (entry.key == key) return entry.value.if_text();
  }
  return nullptr;
}

/// 声明: [{规则: BAL-04, 理由: …}]; its shape was checked by the schema.
std::vector<Declaration> declarations(const Value& data) {
  std::vector<Declaration> found;
  const Value* const value = data.find(declarations_key);
  const List* const items = value == nullptr ? nullptr : value->if_list();
  if (items == nullptr) return found;
  for (const Value& item : *items) {
    const Record* const record = item.if_record();
    const std::string* const rule = record == nullptr ? nullptr : text_of(*record, "规则");
    if (rule == nullptr) continue;
    const std::string* const reason = text_of(*record, "理由");
    found.push_back({*rule, reason == nullptr ? std::string() : *reason, item.span});
  }
  return found;
}

SchemaAids aids(const Accounts& accounts, Entered& readable) {
  SchemaAids aids;
  aids.readable = &readable;
  aids.likely_code = [&accounts](const std::string& axis, const std::string& code, const std::string& name) {
    for (const Axis& candidate : accounts.axes) {
      if (candidate.name() == axis) return likely_code(candidate, code, name);
    }
    return std::string();
  };
  return aids;
}

/// So that one run tells all: what the ledger says of the part of faulty data that could be
/// read. Where a coordinate is missing, two amounts may seem to stand at one place (08).
void add_ledger_mistakes(ReportRun& run, const Accounts& accounts, const Entered& readable) {
  Diagnostics found;
  static_cast<void>(Ledger::settle(accounts, readable, run.journal, found));
  for (const Diagnostic& mistake : found.all()) {
    if (mistake.code.starts_with("LEDGER-") && mistake.code != "LEDGER-08") run.diagnostics.add(mistake);
  }
}

/// Where what is missing from a report is shown: its first line that has content, not one
/// of a file it shares.
Span report_place(const ReportRun& run) {
  const Record* const record = run.data.if_record();
  if (record == nullptr || record->empty()) return {run.data_source, 0, 0};
  const Entry* first = nullptr;
  for (const Entry& entry : *record) {
    if (entry.key_span.source != run.data_source) continue;
    if (entry.key == department_key) return entry.key_span;
    if (first == nullptr) first = &entry;
  }
  return first == nullptr ? Span{run.data_source, 0, 0} : first->key_span;
}

}  // namespace

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
  return read_data(run, shelf.files()) && read_profile(run, shelf) && lay_over_shared(run, shelf.files());
}

bool settle_report(ReportRun& run) {
  const Profile& profile = *run.profile->profile;
  if (!profile.schema) return fail(run, "REP-05", "模板 " + profile.id + " 没有 schema.yaml");
  Entered readable;
  run.entered = profile.schema->apply(run.data, run.journal, run.diagnostics, aids(profile.accounts, readable));
  if (!run.entered) {
    add_ledger_mistakes(run, profile.accounts, readable);
    return false;
  }
  run.ledger = Ledger::settle(profile.accounts, *run.entered, run.journal, run.diagnostics);
  return run.ledger.has_value();
}

Report report_of(const ReportRun& run) {
  return {*run.profile->profile, *run.profile->templates, *run.entered, *run.ledger, run.sources};
}

bool fill_report(ReportRun& run) {
  run.document = fill(report_of(run), run.journal, run.diagnostics);
  if (!run.document) return false;
  run.document->source = path_below(run.home, run.found.path).value_or("");
#ifndef NDEBUG
  if (const std::string breach = verify(*run.document); !breach.empty()) {
    return fail(run, "DOC-00", "生成的文档不完整：" + breach);
  }
#endif
  return true;
}

Scope report_scope(ReportRun& run) {
  std::vector<std::pair<std::string, Expression>> names;
  for (const NamedFigure& figure : run.profile->profile->names) names.emplace_back(figure.name, figure.expression);
  return ledger_scope(*run.ledger, names, run.entered->record, run.journal, run.diagnostics,
                      run.profile->profile->constants);
}

void check_report(ReportRun& run) {
  const Scope scope = report_scope(run);
  const Profile& profile = *run.profile->profile;
  Diagnostics proofs;
  if (run.document) proofread({*run.document, profile, run.entered->record, scope, run.sources}, proofs);
  check(profile.rules, declarations(run.data), *run.ledger, scope, run.diagnostics, report_place(run),
        std::move(proofs));
}

std::unique_ptr<ReportRun> run_report(const FoundReport& found, const std::string& home, ProfileShelf& shelf) {
  auto run = std::make_unique<ReportRun>(found);
  if (read_report(*run, home, shelf) && settle_report(*run)) {
    fill_report(*run);
    check_report(*run);
  }
  run->diagnostics.sort();
  return run;
}

fs::path output_stem(const fs::path& home, const fs::path& report) {
  const std::optional<std::string> inner = path_below(home / "data", report);
  return fs::path(inner.value_or(report.filename().string())).replace_extension();
}

}  // namespace gongkai
