#include "cli/units.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "cli/data_layers.h"
#include "cli/home.h"
#include "cli/report_data.h"
#include "cli/typed_data.h"
#include "ledger/check.h"
#include "ledger/consolidation.h"
#include "load/data_keys.h"
#include "load/reader.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

struct UnitFile {
  FoundReport found;
  SourceId source = 0;
  Span place;  // in the department's data
  Value data;
};

bool is_unit(const UnitRules& rules, const Value& data) {
  return !rules.mark.empty() && top_text(data, rules.mark) == rules.marked;
}

class UnitReader {
 public:
  UnitReader(ReportRun& run, const Files& files) : run_(run), profile_(*run.profile->profile), files_(files) {}

  /// The files that `data`, read from `above`, lists under 汇总; nullopt after errors.
  std::optional<std::vector<UnitEntered>> read_all(const Value& data, const FoundReport& above) {
    chain_.push_back(above.path);
    std::vector<UnitEntered> units;
    bool good = true;
    for (const Value& item : *data.find(units_key)->if_list()) {
      std::optional<UnitEntered> unit = read(item, above);
      good = good && unit.has_value();
      if (unit) units.push_back(std::move(*unit));
    }
    chain_.pop_back();
    if (!good) return std::nullopt;
    return units;
  }

  /// Makes what a file says by itself the sum of its units as well.
  std::vector<Disagreement> add_up(Entered& whole, const std::vector<UnitEntered>& units, bool is_part) {
    std::vector<const Value*> records;
    for (const UnitEntered& unit : units) records.push_back(&unit.entered.record);
    std::vector<Disagreement> known;
    for (Diagnostic& finding : profile_.schema->gather(whole.record, records, run_.journal)) {
      known.push_back({{"", {profile_.units->axis}}, std::move(finding)});
    }
    const Consolidation how{profile_.accounts, *profile_.units, is_part};
    for (Disagreement& found : consolidate(how, units, whole, run_.journal, run_.diagnostics)) {
      known.push_back(std::move(found));
    }
    return known;
  }

 private:
  std::optional<UnitEntered> read(const Value& item, const FoundReport& above) {
    std::optional<UnitFile> file = open(item, above);
    if (!file || !fits(*file) || !lay_over_shared(run_, file->found, file->data, files_) || !is_marked(*file)) {
      return std::nullopt;
    }
    Entered readable;
    SchemaAids aids = schema_aids(profile_.accounts, readable);
    aids.has_units = has_units(file->data);
    std::optional<Entered> entered = profile_.schema->apply(file->data, run_.journal, run_.diagnostics, aids);
    if (!entered) return std::nullopt;
    std::string name = name_of(*file, *entered);
    if (name.empty()) return std::nullopt;
    UnitEntered unit{std::move(name), file->place, std::move(*entered)};
    if (aids.has_units) {
      auto inner = read_all(file->data, file->found);
      if (!inner) return std::nullopt;
      unit.units = std::move(*inner);
    }
    if (!check_unit(*file, unit)) return std::nullopt;
    return unit;
  }

  bool fail(const char* code, std::string message, Span span, std::string hint = {}) {
    run_.diagnostics.error(code, std::move(message), span, std::move(hint));
    return false;
  }

  std::optional<UnitFile> open(const Value& item, const FoundReport& above) {
    const std::string* const text = item.if_text();
    const fs::path way = text == nullptr ? fs::path() : fs::path(*text);
    UnitFile file;
    file.place = item.span;
    file.found.path = absolute_path(above.path.parent_path() / way);
    if (way.empty() || way.is_absolute() || file.found.path == above.path) {
      fail("UNIT-04", "“汇总”的每一项应是另一个数据文件的相对路径", item.span,
           "从本文件所在的文件夹写起，如 图书馆/2023.yaml");
      return std::nullopt;
    }
    file.found.shown = shown_beside(above, file.found.path);
    if (std::find(chain_.begin(), chain_.end(), file.found.path) != chain_.end()) {
      fail("UNIT-07", "汇总绕了一圈：" + file.found.shown + " 汇总了这个文件，这里又把它列为单位", item.span,
           "只由上级列出下级");
      return std::nullopt;
    }
    std::optional<std::string> bytes = files_.read(file.found.path.string());
    if (!bytes) {
      fail("UNIT-05", "找不到单位的数据文件 " + file.found.shown, item.span);
      return std::nullopt;
    }
    file.source = add_text(run_, file.found.path, file.found.shown, std::move(*bytes));
    std::optional<Value> data = read_value(run_.sources, file.source, run_.diagnostics);
    if (!data) return std::nullopt;
    file.data = std::move(*data);
    return file;
  }

  bool fits(const UnitFile& file) {
    for (const char* const key : {template_key, year_key}) {
      const std::string ours = top_text(run_.data, key);
      const std::string theirs = top_text(file.data, key);
      if (ours == theirs) continue;
      const Value* const written = file.data.find(key);
      const Span span = written == nullptr ? report_place(file.data, file.source) : written->span;
      return refuse(file, "UNIT-06", "单位的“" + std::string(key) + "”是“" + theirs + "”，部门的是“" + ours + "”",
                    span);
    }
    return true;
  }

  /// Its own report would call it a department.
  bool is_marked(const UnitFile& file) {
    const UnitRules& rules = *profile_.units;
    if (rules.mark.empty() || is_unit(rules, file.data)) return true;
    const Value* const written = file.data.find(rules.mark);
    const Span span = written == nullptr ? report_place(file.data, file.source) : written->span;
    return refuse(file, "UNIT-09", "单位的数据文件应写明“" + rules.mark + ": " + rules.marked + "”", span,
                  "不写，它自己的报告就不是单位的报告");
  }

  bool refuse(const UnitFile& file, const char* code, std::string message, Span span, std::string hint = {}) {
    Diagnostic mistake;
    mistake.code = code;
    mistake.message = std::move(message);
    mistake.span = span;
    mistake.notes.push_back({"汇总", file.place});
    mistake.hint = std::move(hint);
    run_.diagnostics.add(std::move(mistake));
    return false;
  }

  std::string name_of(const UnitFile& file, const Entered& entered) {
    const Value* value = &entered.record;
    std::string path;
    for (const std::string& step : profile_.units->name) {
      if (value != nullptr) value = value->find(step);
      path += (path.empty() ? "" : " / ") + step;
    }
    const std::string* const name = value == nullptr ? nullptr : value->if_text();
    if (name != nullptr) return *name;
    fail("UNIT-08", "单位没有写名称（" + path + "）", report_place(file.data, file.source));
    return {};
  }

  /// The unit's own report must be sound before anything is built on it. What it gathers from
  /// its own units is for those above to gather in turn.
  bool check_unit(const UnitFile& file, UnitEntered& unit) {
    const std::size_t before = run_.diagnostics.count(Severity::error);
    Entered whole = unit.entered;
    std::vector<Disagreement> known;
    if (!unit.units.empty()) known = add_up(whole, unit.units, true);
    unit.entered.record = whole.record;
    Diagnostics found;
    if (const auto ledger = Ledger::settle(profile_.accounts, whole, run_.journal, found, std::move(known))) {
      const Scope scope =
          ledger_scope(*ledger, named_figures(profile_), whole.record, run_.journal, found, profile_.constants);
      const std::vector<Declaration> declared = declarations(file.data);
      check({.rules = profile_.rules,
             .declarations = declared,
             .ledger = *ledger,
             .scope = scope,
             .report = report_place(file.data, file.source)},
            found);
    }
    for (const Diagnostic& one : found.all()) {
      if (one.severity == Severity::error) run_.diagnostics.add(one);
    }
    return run_.diagnostics.count(Severity::error) == before;
  }

  ReportRun& run_;
  const Profile& profile_;
  const Files& files_;
  std::vector<fs::path> chain_;  // the files being read, each listed by the one before
};

}  // namespace

bool has_units(const Value& data) {
  const Value* const files = data.find(units_key);
  return files != nullptr && files->if_list() != nullptr && !files->if_list()->empty();
}

bool add_units(ReportRun& run, const Files& files, std::vector<Disagreement>& known) {
  const Profile& profile = *run.profile->profile;
  const Value& list = *run.data.find(units_key);
  if (!profile.units) {
    run.diagnostics.error("REP-07", "模板 " + profile.id + " 没有写怎样汇总单位", list.span,
                          "在 profile.yaml 写“汇总”");
    return false;
  }
  UnitReader reader(run, files);
  const auto units = reader.read_all(run.data, run.found);
  if (!units) return false;
  const std::size_t before = run.diagnostics.count(Severity::error);
  known = reader.add_up(*run.entered, *units, is_unit(*profile.units, run.data));
  return run.diagnostics.count(Severity::error) == before;
}

}  // namespace gongkai
