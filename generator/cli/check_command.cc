#include <optional>
#include <utility>

#include "cli/batch_summary.h"
#include "cli/command.h"
#include "cli/findings_form.h"
#include "cli/messages.h"
#include "cli/pipeline.h"
#include "cli/rule_checks.h"
#include "cli/rule_list.h"
#include "cli/workers.h"

namespace gongkai {
namespace {

struct Checked {
  std::vector<std::string> messages;
  std::string cases;  // of --rule
  ReportFindings findings;
  Totals totals;
  ReportTally tally;
  int code = 0;
  bool skipped = false;
};

Checked check_one(const FoundReport& found, const Arguments& arguments, bool colour, ProfileShelf& shelf) {
  Checked checked;
  const bool asked = !arguments.rules.empty();
  const CheckRequest request{{arguments.rules.begin(), arguments.rules.end()}, asked};
  const std::unique_ptr<ReportRun> run = run_report(found, arguments.home, shelf, request);
  checked.skipped = run->skipped;
  if (run->skipped) return checked;
  if (arguments.format == "text") {
    checked.messages = shown_messages(*run, !arguments.quiet, colour);
    if (asked) checked.cases = rule_checks_text(run->found.shown, rule_checks(*run));
  } else {
    checked.findings = placed_findings(*run);
  }
  checked.tally = tally_of(*run);
  checked.totals.add(run->diagnostics);
  checked.totals.add(checked.tally.rules);
  checked.totals.reports = 1;
  checked.code = run->diagnostics.exit_code();
  return checked;
}

std::optional<FindingsForm> wanted_form(const std::string& format) {
  if (format == "json") return json_form();
  if (format == "sarif") return sarif_form(program_version());
  if (format == "html") return html_form();
  return std::nullopt;
}

int list_rules(const Arguments& arguments, Console& console) {
  if (arguments.operands.size() > 1) return usage_error(console, "--list-rules 要一个模板，如 sichuan/final-accounts");
  const DiskFiles disk;
  ProfileShelf shelf(disk);
  int code = 0;
  const auto loaded = wanted_profile(arguments, console, shelf, code);
  if (loaded != nullptr && loaded->profile != nullptr) console.result(rule_list(*loaded->profile));
  return code;
}

}  // namespace

int check_command(const Arguments& arguments, Console& console) {
  if (arguments.list_rules) return list_rules(arguments, console);
  const std::vector<FoundReport> reports = wanted_reports(arguments.operands, console);
  if (reports.empty()) return exit_usage;
  const DiskFiles disk;
  ProfileShelf shelf(disk);
  if (const std::string unknown = unknown_rules(reports, arguments.rules, arguments.home, shelf); !unknown.empty())
    return usage_error(console, "选项 --rule：" + unknown);
  Totals totals;
  BatchSummary summary;
  std::vector<std::string> passed_over;
  const std::optional<FindingsForm> form = wanted_form(arguments.format);
  int code = 0;
  const bool colour = console.colour();
  const auto make = [&](std::size_t index) { return check_one(reports[index], arguments, colour, shelf); };
  const auto tell = [&](std::size_t index, Checked checked) {
    for (const std::string& message : checked.messages) console.message(message);
    if (!checked.cases.empty()) console.result(checked.cases);
    if (checked.skipped) passed_over.push_back(reports[index].shown);
    if (!checked.skipped) summary.add(std::move(checked.tally));
    if (!checked.skipped && form) console.result(form->add(std::move(checked.findings)));
    totals.add(checked.totals);
    code = worse_exit_code(code, checked.code);
    console.progress(index + 1, reports.size(), reports[index].shown);
  };
  work_in_order<Checked>(reports.size(), job_count(arguments), make, tell);
  if (totals.reports == 0) return usage_error(console, "所给文件夹中没有写明“模板”的数据文件");
  console.remark(passed_over_text(passed_over));
  if (form) console.result(form->end(totals));
  console.remark(summary.text());
  console.remark(totals_text(totals, false));
  return code;
}

}  // namespace gongkai
