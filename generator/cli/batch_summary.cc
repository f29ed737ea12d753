#include "cli/batch_summary.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "load/shared_data.h"

namespace gongkai {
namespace {

constexpr std::size_t most_listed = 100;
constexpr std::size_t most_codes = 4;

std::string shown_shared(const ReportRun& run, SourceId source) {
  for (const ReadText& text : run.texts) {
    const bool shared = std::filesystem::path(text.shown).filename() == shared_file_name;
    if (text.source == source && shared) return text.shown;
  }
  return {};
}

/// The folder all of them stand in, with its slash; "" for none.
std::string folder_of_all(const std::vector<const ReportTally*>& tallies) {
  std::string folder = tallies.front()->shown;
  for (const ReportTally* const tally : tallies) {
    const auto [end, other] = std::mismatch(folder.begin(), folder.end(), tally->shown.begin(), tally->shown.end());
    folder.erase(end, folder.end());
  }
  const std::size_t slash = folder.rfind('/');
  return slash == std::string::npos ? std::string() : folder.substr(0, slash + 1);
}

/// As wide as the two characters of its heading.
std::string column(std::size_t number) {
  constexpr std::size_t width = 4;
  const std::string text = std::to_string(number);
  return std::string(text.size() < width ? width - text.size() : 0, ' ') + text + " ";
}

std::string told_codes(const std::vector<std::string>& codes) {
  std::string text;
  for (std::size_t at = 0; at < codes.size() && at < most_codes; ++at) text += (at == 0 ? "" : " ") + codes[at];
  return codes.size() > most_codes ? text + " …" : text;
}

std::string line_of(const ReportTally& tally, const std::string& name, std::size_t name_width) {
  std::string line = column(tally.errors) + column(tally.warnings) + column(tally.information) +
                     column(tally.rules.evaluated) + column(tally.rules.skipped) + " " + name;
  if (tally.codes.empty()) return line + "\n";
  return line.append(name_width - utf8::display_width(name) + 2, ' ') + told_codes(tally.codes) + "\n";
}

std::string table_of(const std::vector<const ReportTally*>& tallies) {
  const std::string folder = folder_of_all(tallies);
  std::string text = "错误 警告 提示 核对 未核  " + folder + "\n";
  std::size_t width = 0;
  for (const ReportTally* const tally : tallies)
    width = std::max(width, utf8::display_width(tally->shown.substr(folder.size())));
  for (const ReportTally* const tally : tallies) text += line_of(*tally, tally->shown.substr(folder.size()), width);
  return text;
}

}  // namespace

ReportTally tally_of(const ReportRun& run) {
  std::set<std::string> codes, shared;
  for (const Diagnostic& found : run.diagnostics.all()) {
    if (found.severity != Severity::error) continue;
    codes.insert(found.code);
    const std::string file = found.span.known() ? shown_shared(run, found.span.source) : std::string();
    if (!file.empty()) shared.insert(file);
  }
  return {run.found.shown,
          run.diagnostics.count(Severity::error),
          run.diagnostics.count(Severity::warning),
          run.diagnostics.count(Severity::information),
          count_rules(run.outcomes),
          {codes.begin(), codes.end()},
          {shared.begin(), shared.end()}};
}

void BatchSummary::add(ReportTally tally) {
  ++reports_;
  if (tally.errors + tally.warnings == 0) return;
  ++(tally.errors != 0 ? faulty_ : warned_);
  for (const std::string& code : tally.codes) ++by_code_[code];
  for (const std::string& file : tally.shared) ++by_shared_[file];
  std::vector<ReportTally>& first = tally.errors != 0 ? first_faulty_ : first_warned_;
  if (first.size() < most_listed) first.push_back(std::move(tally));
}

std::vector<const ReportTally*> BatchSummary::listed() const {
  std::vector<const ReportTally*> tallies;
  for (const std::vector<ReportTally>* const first : {&first_faulty_, &first_warned_}) {
    for (const ReportTally& tally : *first) {
      if (tallies.size() < most_listed) tallies.push_back(&tally);
    }
  }
  return tallies;
}

std::string BatchSummary::text() const {
  const std::size_t told = faulty_ + warned_;
  if (reports_ < 2 || told == 0) return {};
  const std::vector<const ReportTally*> tallies = listed();
  std::string text = "\n" + table_of(tallies);
  if (told > tallies.size()) {
    text += "……另有 " + std::to_string(told - tallies.size()) + " 份，其中 " +
            std::to_string(faulty_ - std::min(faulty_, tallies.size())) + " 份有错误\n";
  }
  if (reports_ > told) text += "其余 " + std::to_string(reports_ - told) + " 份没有错误和警告\n";
  std::string codes;
  for (const auto& [code, count] : by_code_) {
    codes += (codes.empty() ? "" : "，") + code + " " + std::to_string(count) + " 份";
  }
  text += codes.empty() ? codes : std::to_string(faulty_) + " 份有错误：" + codes + "\n";
  for (const auto& [file, count] : by_shared_) text += file + " 的错误影响 " + std::to_string(count) + " 份报告\n";
  return text;
}

}  // namespace gongkai
