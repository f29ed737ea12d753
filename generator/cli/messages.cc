#include "cli/messages.h"

#include "base/diagnostic_text.h"
#include "base/utf8.h"

namespace gongkai {

void Totals::add(const Diagnostics& diagnostics) {
  errors += diagnostics.count(Severity::error);
  warnings += diagnostics.count(Severity::warning);
  information += diagnostics.count(Severity::information);
  for (const Diagnostic& diagnostic : diagnostics.all()) declared += diagnostic.declared.empty() ? 0 : 1;
}

void Totals::add(const RuleCounts& rules) {
  evaluated += rules.evaluated;
  skipped += rules.skipped;
}

void Totals::add(const Totals& other) {
  reports += other.reports;
  files += other.files;
  errors += other.errors;
  warnings += other.warnings;
  information += other.information;
  declared += other.declared;
  evaluated += other.evaluated;
  skipped += other.skipped;
}

int worse_exit_code(int a, int b) { return a > b ? a : b; }

Sources shown_sources(const ReportRun& run) {
  Sources sources;
  for (const ReadText& text : run.texts) sources.add(text.shown, run.sources.at(text.source).text());
  if (run.profile) sources.share(run.profile->sources);
  return sources;
}

std::vector<std::string> shown_messages(const ReportRun& run, bool information, bool colour) {
  std::vector<std::string> messages;
  if (run.diagnostics.all().empty()) return messages;
  const Sources sources = shown_sources(run);
  for (const Diagnostic& diagnostic : run.diagnostics.all()) {
    if (diagnostic.severity == Severity::information && !information) continue;
    std::string text = show(diagnostic, sources, {.colour = colour});
    if (!text.empty() && text.back() != '\n') text += '\n';
    messages.push_back(std::move(text));
  }
  return messages;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t shown = utf8::display_width(text);
  return text.append(shown < width ? width - shown : 1, ' ');
}

std::string passed_over_text(const std::vector<std::string>& files) {
  constexpr std::size_t most_named = 10;
  std::string names;
  for (std::size_t at = 0; at < files.size() && at < most_named; ++at) names += (at == 0 ? "" : "，") + files[at];
  if (files.size() > most_named) names += " 等";
  return files.empty() ? names : "跳过 " + std::to_string(files.size()) + " 个没有写“模板”的文件：" + names + "\n";
}

std::string totals_text(const Totals& totals, bool writes) {
  std::string text = std::to_string(totals.reports) + " 份报告";
  if (writes) text += "，写出 " + std::to_string(totals.files) + " 个文件";
  std::string found;
  const auto count = [&](std::size_t number, const char* what) {
    if (number != 0) found += (found.empty() ? "；" : "，") + std::to_string(number) + what;
  };
  count(totals.errors, " 个错误");
  count(totals.warnings, " 个警告");
  count(totals.information, " 条提示");
  if (totals.declared != 0) found += "，其中已声明 " + std::to_string(totals.declared) + " 处";
  text += found.empty() && !writes ? "，没有发现问题" : found;
  if (!writes && totals.evaluated + totals.skipped != 0) {
    text += "；核对规则 " + std::to_string(totals.evaluated) + " 条";
    if (totals.skipped != 0) text += "，缺数未核 " + std::to_string(totals.skipped) + " 条";
  }
  return text + "\n";
}

}  // namespace gongkai
