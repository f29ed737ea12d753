// gongkai new DATAFILE --profile: a data file to be filled in, from the profile's schema, last
// year's file and what the folder shares.

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "cli/command.h"
#include "cli/home.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/report_data.h"
#include "expr/expression.h"
#include "load/data_keys.h"
#include "load/shared_data.h"
#include "load/skeleton.h"
#include "value/number_text.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

constexpr const char* member_name = "键";  // what a 沿用 calls the row of a table

/// "2024-final-accounts.yaml" → "2024"; "" for other names.
std::string year_named_by(const fs::path& file) {
  constexpr std::size_t year_digits = 4;
  const std::string name = file.filename().string();
  const bool years = name.find_first_not_of("0123456789") == year_digits && (name[0] == '1' || name[0] == '2');
  return years ? name.substr(0, year_digits) : "";
}

/// Decimals that say how precisely an amount of 万元 is known; nullopt for an exact one.
std::optional<int> decimals_of(const Quantity& amount) {
  constexpr int decimals_of_fen = 6;
  Rational step = 1;
  for (int decimals = decimals_of_fen; decimals >= 0; --decimals) {
    if (amount.step() == step) return decimals;
    step = Rational::multiply(step, 10).value_or(step);
  }
  return std::nullopt;
}

/// A figure as a data file writes it.
std::string written(const Quantity& figure, MoneyUnit unit) {
  if (figure.dimension() != Dimension::money) return machine_text(figure);
  NumberFormat format{.unit = unit, .digits = 2, .trim = false, .grouping = false, .minus_sign = false};
  if (unit == MoneyUnit::wan_yuan) {
    const std::optional<int> decimals = decimals_of(figure);
    format.digits = decimals.value_or(6);
    format.trim = !decimals;
  }
  return number_text(figure, format);
}

Scope with_member(const Scope& outer, const std::string& key) {
  Scope scope = outer;
  scope.find = [&outer, key](std::string_view name, Span use) {
    return name == member_name ? std::optional(Value::text(key)) : outer.find(name, use);
  };
  return scope;
}

/// Last year's report, settled; its figures are asked for by name.
class LastYear {
 public:
  explicit LastYear(FoundReport found) : run_(std::move(found)) {}

  bool read(const std::string& home, ProfileShelf& shelf) {
    if (!read_report(run_, home, shelf) || !settle_report(run_, shelf.files())) return false;
    const Profile& profile = *run_.profile->profile;
    scope_ = ledger_scope(*run_.ledger, named_figures(profile), run_.entered->record, run_.journal, run_.diagnostics,
                          profile.constants);
    return true;
  }

  [[nodiscard]] const ReportRun& run() const { return run_; }
  [[nodiscard]] const Profile& profile() const { return *run_.profile->profile; }
  [[nodiscard]] std::string year() const { return top_text(run_.data, year_key); }
  [[nodiscard]] const char* unit() const { return run_.entered->unit == MoneyUnit::yuan ? "元" : "万元"; }

  [[nodiscard]] LastYearData data() const {
    return {run_.data, [this](const std::string& name, const std::string& key) { return figure(name, key); }};
  }

 private:
  /// What an older profile does not name is left to the accountant.
  [[nodiscard]] std::optional<std::string> figure(const std::string& name, const std::string& key) const {
    Diagnostics unasked;
    const auto expression = Expression::parse(name, {}, unasked);
    const auto value = expression ? evaluate(*expression, with_member(scope_, key), unasked) : std::nullopt;
    const Quantity* const quantity = value ? value->if_quantity() : nullptr;
    if (quantity == nullptr) return std::nullopt;
    return written(*quantity, run_.entered->unit);
  }

  ReportRun run_;
  Scope scope_;
};

class DataFileMaker {
 public:
  DataFileMaker(const Arguments& arguments, Console& console)
      : arguments_(arguments), console_(console), shelf_(disk_), file_(arguments.operands[0]) {}

  int make() {
    if (const std::string wrong = wrong_name(); !wrong.empty()) return usage_error(console_, wrong);
    const auto home = find_home(arguments_.home, file_.string());
    if (!home) return usage_error(console_, "找不到 templates/，请用 --home 指明它所在的文件夹");
    arguments_.home = home->string();  // one home for profile, shared data and last year
    int code = 0;
    if (!read_profile(code) || !read_last_year(code) || !choose_year(code)) return code;
    const std::optional<Value> shared = shared_values();
    if (!shared) return exit_input;
    OutputFiles outputs;
    if (!outputs.stage(file_, text(*shared)) || !outputs.commit()) {
      console_.message(outputs.error() + "\n");
      return exit_output;
    }
    console_.result(file_.generic_string() + "\n");
    return 0;
  }

 private:
  std::string wrong_name() const {
    std::error_code ignored;
    const std::string extension = file_.extension().string();
    if (extension != ".yaml" && extension != ".yml") return "数据文件“" + file_.string() + "”应以 .yaml 结尾";
    if (file_.filename() == shared_file_name)
      return "“共用.yaml”是一个县共用的内容，不是报告；报告文件如 2024-final-accounts.yaml";
    return fs::exists(file_, ignored) ? "已经有 " + file_.string() + "，不覆盖" : "";
  }

  bool read_profile(int& code) {
    Arguments wanted = arguments_;
    wanted.operands = {arguments_.new_profile};
    profile_ = wanted_profile(wanted, console_, shelf_, code);
    if (profile_ == nullptr || !profile_->usable()) return false;
    const Profile& profile = *profile_->profile;
    if (profile.schema && !profile.base_only) return true;
    code =
        usage_error(console_, "模板 " + profile.id + (profile.base_only ? " 是底本，只供继承" : " 没有 schema.yaml"));
    return false;
  }

  bool read_last_year(int& code) {
    if (arguments_.from.empty()) return true;
    std::error_code ignored;
    if (!fs::is_regular_file(arguments_.from, ignored)) {
      code = usage_error(console_, "找不到上年的数据文件 " + arguments_.from);
      return false;
    }
    last_year_.emplace(FoundReport{arguments_.from, absolute_path(arguments_.from), true});
    const bool good = last_year_->read(arguments_.home, shelf_);
    code = exit_input;
    if (!good) tell(last_year_->run());
    if (!good || kind_of(last_year_->profile()) == kind_of(*profile_->profile)) return good;
    code = usage_error(console_, arguments_.from + " 是" + name_of(last_year_->profile()) + "，要建的是" +
                                     name_of(*profile_->profile) + "；--from 写同一种报告的上年数据文件");
    return false;
  }

  /// 决算, 预算, …: reports of another kind hold other figures under other keys.
  static std::string kind_of(const Profile& profile) { return top_text(profile.settings, "文种"); }
  static std::string name_of(const Profile& profile) { return top_text(profile.settings, "名称"); }

  void tell(const ReportRun& run) {
    for (const std::string& message : shown_messages(run, false, console_.colour())) console_.message(message);
  }

  /// The file's name tells it, else the year after last year's.
  bool choose_year(int& code) {
    const std::string next = last_year_ ? std::to_string(std::stoi(last_year_->year()) + 1) : "";
    year_ = year_named_by(file_);
    if (year_.empty()) year_ = next;
    if (next.empty() || year_ == next) return true;
    code = usage_error(console_, "上年的数据文件是 " + last_year_->year() + " 年度的，新文件 " +
                                     file_.filename().string() + " 应是 " + next + " 年度");
    return false;
  }

  std::optional<Value> shared_values() {
    const fs::path path = absolute_path(file_);
    ReportRun run(FoundReport{file_.string(), path, true});
    run.home = arguments_.home;
    run.profile = profile_;
    run.sources.share(profile_->sources);
    Value data = Value::record({{year_key, {}, Value::text(year_)}});
    const bool readable = lay_over_shared(run, run.found, data, disk_);
    tell(run);
    if (!readable || run.diagnostics.has_errors()) return std::nullopt;
    Record shared = *data.if_record();
    std::erase_if(shared, [this](const Entry& entry) { return entry.key == year_key || is_other_unit(entry); });
    return Value::record(std::move(shared));
  }

  /// Last year's figures stand in last year's unit: a shared one that differs does not count.
  [[nodiscard]] bool is_other_unit(const Entry& entry) const {
    const std::string* const unit = entry.key == unit_key ? entry.value.if_text() : nullptr;
    return unit != nullptr && last_year_ && *unit != last_year_->unit();
  }

  std::string text(const Value& shared) const {
    const Profile& profile = *profile_->profile;
    SkeletonSources sources;
    sources.opening = "# " + name_of(profile) + "的数据文件，待填。" + legend;
    if (last_year_) sources.opening += "# 名称、编码和上年数取自 " + arguments_.from + "，请逐项核对。\n";
    Record given = {{template_key, {}, Value::text(profile.id)}};
    if (!year_.empty()) given.push_back({year_key, {}, Value::text(year_)});
    if (last_year_) given.push_back({unit_key, {}, Value::text(last_year_->unit())});
    sources.given = Value::record(std::move(given));
    sources.shared = shared;
    if (last_year_) sources.last_year = last_year_->data();
    sources.members = [&profile](const std::string& axis) { return lowest_members(profile.accounts, axis); };
    return profile.schema->skeleton(sources);
  }

  static std::vector<std::string> lowest_members(const Accounts& accounts, const std::string& name) {
    std::vector<std::string> keys;
    for (const Axis& axis : accounts.axes) {
      if (axis.name() != name || axis.coded() || axis.extensible) continue;
      for (MemberId id = 1; id < axis.size(); ++id) {
        if (axis.children(id).empty()) keys.push_back(axis.at(id).key);
      }
    }
    return keys;
  }

  static constexpr const char* legend =
      "\n# 每项写明必填还是选填、单位、是什么。选填的以 # 开头，用得着就去掉这个 #；选填的组里写“必填”的，\n"
      "# 填了这一组才要填。金额都按“金额单位”填，没有的写 0 或 []；不知道的不填，\n"
      "# 报告中会注明未提供。填好后用 gongkai check 核对。\n";

  Arguments arguments_;
  Console& console_;
  DiskFiles disk_;
  ProfileShelf shelf_;
  fs::path file_;
  std::shared_ptr<const LoadedProfile> profile_;
  std::optional<LastYear> last_year_;
  std::string year_;
};

}  // namespace

int new_data_file(const Arguments& arguments, Console& console) { return DataFileMaker(arguments, console).make(); }

}  // namespace gongkai
