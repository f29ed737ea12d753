#include "cli/units.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "cli/data_layers.h"
#include "cli/home.h"
#include "cli/report_data.h"
#include "cli/typed_data.h"
#include "ledger/consolidation.h"
#include "ledger/rule.h"
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

class UnitReader {
 public:
  UnitReader(ReportRun& run, const Files& files) : run_(run), profile_(*run.profile->profile), files_(files) {}

  std::optional<UnitEntered> read(const Value& item) {
    std::optional<UnitFile> file = open(item);
    if (!file || !fits(*file) || !lay_over_shared(run_, file->found, file->data, files_)) return std::nullopt;
    Entered readable;
    std::optional<Entered> entered =
        profile_.schema->apply(file->data, run_.journal, run_.diagnostics, schema_aids(profile_.accounts, readable));
    if (!entered) return std::nullopt;
    std::string name = name_of(*file, *entered);
    if (name.empty() || !check_unit(*file, *entered)) return std::nullopt;
    return UnitEntered{std::move(name), file->place, std::move(*entered)};
  }

 private:
  bool fail(const char* code, std::string message, Span span, std::string hint = {}) {
    run_.diagnostics.error(code, std::move(message), span, std::move(hint));
    return false;
  }

  std::optional<UnitFile> open(const Value& item) {
    const std::string* const text = item.if_text();
    const fs::path way = text == nullptr ? fs::path() : fs::path(*text);
    UnitFile file;
    file.place = item.span;
    file.found.path = absolute_path(run_.found.path.parent_path() / way);
    if (way.empty() || way.is_absolute() || file.found.path == run_.found.path) {
      fail("UNIT-04", "“汇总”的每一项应是另一个数据文件的相对路径", item.span,
           "从本文件所在的文件夹写起，如 图书馆/2023.yaml");
      return std::nullopt;
    }
    file.found.shown = shown_beside(run_.found, file.found.path);
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
    if (has_units(file.data)) {
      return fail("UNIT-07", "单位的数据文件里不能再写“汇总”", file.data.find(units_key)->span,
                  "把它的下属单位直接列在部门的“汇总”里");
    }
    for (const char* const key : {template_key, year_key}) {
      const std::string ours = top_text(run_.data, key);
      const std::string theirs = top_text(file.data, key);
      if (ours == theirs) continue;
      const Value* const written = file.data.find(key);
      const Span span = written == nullptr ? report_place(file.data, file.source) : written->span;
      Diagnostic mistake;
      mistake.code = "UNIT-06";
      mistake.message = "单位的“" + std::string(key) + "”是“" + theirs + "”，部门的是“" + ours + "”";
      mistake.span = span;
      mistake.notes.push_back({"汇总", file.place});
      run_.diagnostics.add(std::move(mistake));
      return false;
    }
    return true;
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

  /// The unit's own report must be sound before anything is built on it.
  bool check_unit(const UnitFile& file, const Entered& entered) {
    Diagnostics found;
    if (const auto ledger = Ledger::settle(profile_.accounts, entered, run_.journal, found)) {
      std::vector<std::pair<std::string, Expression>> names;
      for (const NamedFigure& figure : profile_.names) names.emplace_back(figure.name, figure.expression);
      const Scope scope = ledger_scope(*ledger, names, entered.record, run_.journal, found, profile_.constants);
      check(profile_.rules, declarations(file.data), *ledger, scope, found, report_place(file.data, file.source));
    }
    const bool good = !found.has_errors();
    for (const Diagnostic& one : found.all()) {
      if (one.severity == Severity::error) run_.diagnostics.add(one);
    }
    return good;
  }

  ReportRun& run_;
  const Profile& profile_;
  const Files& files_;
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
  std::vector<UnitEntered> units;
  bool good = true;
  for (const Value& item : *list.if_list()) {
    std::optional<UnitEntered> unit = reader.read(item);
    good = good && unit.has_value();
    if (unit) units.push_back(std::move(*unit));
  }
  if (!good) return false;
  std::vector<const Value*> records;
  for (const UnitEntered& unit : units) records.push_back(&unit.entered.record);
  for (Diagnostic& finding : profile.schema->gather(run.entered->record, records, run.journal)) {
    known.push_back({"", {profile.units->axis}, std::move(finding)});
  }
  const std::size_t before = run.diagnostics.count(Severity::error);
  for (Disagreement& found :
       consolidate(profile.accounts, *profile.units, units, *run.entered, run.journal, run.diagnostics)) {
    known.push_back(std::move(found));
  }
  return run.diagnostics.count(Severity::error) == before;
}

}  // namespace gongkai
