#include <algorithm>
#include <map>
#include <utility>

#include "base/diagnostic_text.h"
#include "cli/attachments.h"
#include "cli/batch_summary.h"
#include "cli/command.h"
#include "cli/font_shelf.h"
#include "cli/home.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/pipeline.h"
#include "cli/workers.h"
#include "template/entered_figures.h"
#include "write/format.h"

namespace gongkai {
namespace fs = std::filesystem;
namespace {

/// What one report came to, told later and in order.
struct Rendered {
  std::vector<std::string> written;
  std::vector<std::string> messages;
  Totals totals;
  ReportTally tally;
  int code = 0;
  bool skipped = false;
};

struct RenderPlan {
  const Arguments& arguments;
  std::vector<const Format*> formats;
  bool colour = false;
  ProfileShelf& profiles;
  FontShelf& fonts;

  /// Does any format need what `member` names?
  [[nodiscard]] bool needs(bool Format::*member) const {
    return std::any_of(formats.begin(), formats.end(), [member](const Format* format) { return format->*member; });
  }
};

bool stage_format(const WriteContext& context, const Format& format, const fs::path& goal, OutputFiles& files,
                  Diagnostics& diagnostics) {
  const std::optional<Written> written = format.write(context, diagnostics);
  if (!written) return false;
  for (const Companion& companion : written->companions) {
    if (!files.stage(goal.parent_path() / companion.name, companion.bytes)) return false;
  }
  fs::path main = goal;
  main += format.extension;
  return files.stage(main, written->main);
}

/// False when the fonts can't be used: said, and the report is not written.
bool find_fonts(const ReportRun& run, const RenderPlan& plan, Rendered& rendered, const FontSet*& fonts) {
  if (!plan.needs(&Format::needs_fonts)) return true;
  const std::shared_ptr<const LoadedFonts> loaded = plan.fonts.get(run.home.string());
  for (const Diagnostic& diagnostic : loaded->diagnostics.all()) {
    rendered.messages.push_back(show(diagnostic, loaded->sources, {.colour = plan.colour}));
  }
  rendered.totals.add(loaded->diagnostics);
  rendered.code = worse_exit_code(rendered.code, loaded->diagnostics.exit_code());
  if (loaded->fonts) fonts = &*loaded->fonts;  // the shelf holds them
  return fonts != nullptr;
}

PdfRequest pdf_request(const ReportRun& run, const Arguments& arguments) {
  if (arguments.attach) return {PdfEdition::attached, attachments_of(run)};
  return {arguments.archive ? PdfEdition::archive : PdfEdition::screen};
}

std::vector<WrittenFile> files_of(const RenderPlan& plan, const std::string& name) {
  std::vector<WrittenFile> files;
  for (const Format* const format : plan.formats)
    files.push_back({name + std::string(format->extension), format->media_type});
  return files;
}

/// All formats of a report or none.
void write_report(ReportRun& run, const RenderPlan& plan, Rendered& rendered) {
  const FontSet* fonts = nullptr;
  if (!find_fonts(run, plan, rendered, fonts)) return;
  const fs::path goal = fs::path(plan.arguments.out) / output_stem(run.home, run.found.path);
  std::vector<EnteredFigure> entered;
  if (plan.needs(&Format::needs_entered)) entered = entered_figures(report_of(run));
  const WriteContext context{.document = *run.document,
                             .journal = run.journal,
                             .sources = run.sources,
                             .name = goal.filename().string(),
                             .fonts = fonts,
                             .entered = &entered,
                             .pdf = pdf_request(run, plan.arguments),
                             .fragment = plan.arguments.fragment,
                             .together = files_of(plan, goal.filename().string())};
  OutputFiles files;
  bool good = true;
  for (std::size_t at = 0; good && at < plan.formats.size(); ++at) {
    good = stage_format(context, *plan.formats[at], goal, files, run.diagnostics);
  }
  if (good && files.commit()) {
    for (const Format* const format : plan.formats) {
      rendered.written.push_back(goal.generic_string() + std::string(format->extension));
    }
    return;
  }
  if (!files.error().empty()) {
    run.diagnostics.add({.severity = Severity::error,
                         .fault = Fault::output,
                         .code = "OUT-01",
                         .message = files.error(),
                         .span = {},
                         .notes = {},
                         .hint = files.untouched() ? "原有的文件没有改动" : ""});
  }
}

Rendered render_report(const FoundReport& found, const RenderPlan& plan) {
  Rendered rendered;
  const std::unique_ptr<ReportRun> run = run_report(found, plan.arguments.home, plan.profiles);
  rendered.skipped = run->skipped;
  if (run->skipped) return rendered;
  const bool refused = run->diagnostics.has_errors() && !plan.arguments.allow_findings;
  const bool possible = run->document.has_value() && !run->diagnostics.has_faults();
  if (possible && !refused) write_report(*run, plan, rendered);
  for (std::string& message : shown_messages(*run, false, plan.colour)) rendered.messages.push_back(std::move(message));
  if (possible && refused) {
    rendered.messages.push_back("未生成 " + found.shown +
                                "：核对有错误。改正数据，或在数据的“声明”中写明理由；仍要生成可加 --allow-findings\n");
  }
  rendered.tally = tally_of(*run);
  rendered.totals.add(run->diagnostics);
  rendered.totals.reports = 1;
  rendered.totals.files = rendered.written.size();
  rendered.code = worse_exit_code(rendered.code, run->diagnostics.exit_code());
  return rendered;
}

bool is_report(const FoundReport& report, const Files& files) {
  const std::optional<std::string> text = files.read(report.path.string());
  return report.named || (text && names_a_template(*text));
}

/// Two reports that would be written to the same place, as a sentence; "" if none.
std::string clash(const std::vector<FoundReport>& reports, const std::string& home, const Files& files) {
  std::map<std::string, const FoundReport*> goals;
  for (const FoundReport& report : reports) {
    const std::optional<fs::path> found = find_home(home, report.path);
    if (!found) continue;
    const auto [entry, fresh] = goals.try_emplace(output_stem(*found, report.path).native(), &report);
    if (fresh || !is_report(*entry->second, files) || !is_report(report, files)) continue;
    return entry->second->shown + " 和 " + report.shown + " 会写到同一个文件，请分开生成";
  }
  return {};
}

std::vector<const Format*> wanted_formats(const Arguments& arguments) {
  std::vector<const Format*> wanted;
  for (const Format& format : formats()) {
    bool named = arguments.to.empty() && !format.on_request;
    for (const std::string& name : arguments.to) named = named || name == format.name;
    if (named) wanted.push_back(&format);
  }
  return wanted;
}

}  // namespace

int render_command(const Arguments& arguments, Console& console) {
  const std::vector<FoundReport> reports = wanted_reports(arguments.operands, console);
  if (reports.empty()) return exit_usage;
  const DiskFiles disk;
  if (const std::string both = clash(reports, arguments.home, disk); !both.empty()) return usage_error(console, both);
  ProfileShelf profiles(disk);
  FontShelf fonts(disk);
  const RenderPlan plan{arguments, wanted_formats(arguments), console.colour(), profiles, fonts};
  Totals totals;
  BatchSummary summary;
  std::vector<std::string> passed_over;
  int code = 0;
  const auto make = [&](std::size_t index) { return render_report(reports[index], plan); };
  const auto tell = [&](std::size_t index, Rendered rendered) {
    for (const std::string& message : rendered.messages) console.message(message);
    for (const std::string& path : rendered.written) console.result(path + "\n");
    if (rendered.skipped) passed_over.push_back(reports[index].shown);
    if (!rendered.skipped) summary.add(std::move(rendered.tally));
    totals.add(rendered.totals);
    code = worse_exit_code(code, rendered.code);
    console.progress(index + 1, reports.size(), reports[index].shown);
  };
  work_in_order<Rendered>(reports.size(), job_count(arguments), make, tell);
  if (totals.reports == 0) return usage_error(console, "所给文件夹中没有写明“模板”的数据文件");
  console.remark(passed_over_text(passed_over));
  console.remark(summary.text());
  console.remark(totals_text(totals, true));
  return code;
}

}  // namespace gongkai
