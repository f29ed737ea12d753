#include "cli/batch_summary.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "load/shared_data.h"

namespace gongkai {
namespace {

constexpr std::size_t most_listed = 20;

std::string shown_shared(const ReportRun& run, SourceId source) {
  for (const ReadText& text : run.texts) {
    const bool shared = std::filesystem::path(text.shown).filename() == shared_file_name;
    if (text.source == source && shared) return text.shown;
  }
  return {};
}

}  // namespace

ReportFaults faults_of(const ReportRun& run) {
  std::set<std::string> codes, shared;
  for (const Diagnostic& found : run.diagnostics.all()) {
    if (found.severity != Severity::error) continue;
    codes.insert(found.code);
    const std::string file = found.span.known() ? shown_shared(run, found.span.source) : std::string();
    if (!file.empty()) shared.insert(file);
  }
  return {run.found.shown, {codes.begin(), codes.end()}, {shared.begin(), shared.end()}};
}

void BatchSummary::add(ReportFaults faults) {
  ++reports_;
  if (faults.codes.empty()) return;
  ++faulty_;
  for (const std::string& code : faults.codes) ++by_code_[code];
  for (const std::string& file : faults.shared) ++by_shared_[file];
  if (first_.size() < most_listed) first_.push_back(std::move(faults));
}

std::string BatchSummary::text() const {
  if (reports_ < 2 || faulty_ == 0) return {};
  std::string text = std::to_string(faulty_) + " 份有错误：\n";
  for (const ReportFaults& faults : first_) {
    text += "  " + faults.shown + " ";
    for (const std::string& code : faults.codes) text += " " + code;
    text += "\n";
  }
  if (faulty_ > first_.size()) text += "  ……另有 " + std::to_string(faulty_ - first_.size()) + " 份\n";
  std::string codes;
  for (const auto& [code, count] : by_code_) {
    codes += (codes.empty() ? "" : "，") + code + " " + std::to_string(count) + " 份";
  }
  text += codes + "\n";
  for (const auto& [file, count] : by_shared_) text += file + " 的错误影响 " + std::to_string(count) + " 份报告\n";
  return text;
}

}  // namespace gongkai
