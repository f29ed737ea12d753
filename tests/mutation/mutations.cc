// gongkai_mutations REPOSITORY [SUMMARY]: alters one entered figure at a time in every report
// under data/ and sees whether a rule finds it. Fails when a report has errors untouched or
// too few are found, over all or of one report; SUMMARY is where to write what was found and what not.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "cli/pipeline.h"
#include "cli/search.h"
#include "cli/workers.h"
#include "mutants.h"

namespace {

namespace fs = std::filesystem;
using namespace gongkai;
using mutation::Mutant;

constexpr std::size_t per_report = 64;
constexpr std::uint64_t seed = 20230920;
constexpr std::size_t least_percent = 95;
constexpr std::size_t least_of_a_report = 88;
constexpr unsigned workers = 2;

/// The disk, and the mutants under names of their own.
class AlteredFiles final : public Files {
 public:
  void put(const std::string& path, std::string text) { texts_[path] = std::move(text); }
  std::optional<std::string> read(const std::string& path) const override {
    const auto found = texts_.find(path);
    return found != texts_.end() ? std::optional(found->second) : disk_.read(path);
  }
  bool is_folder(const std::string& path) const override { return disk_.is_folder(path); }
  std::vector<std::string> list(const std::string& path) const override { return disk_.list(path); }

 private:
  DiskFiles disk_;
  std::map<std::string, std::string> texts_;
};

/// What a check says that blocks or warns, and what it only mentions.
struct Said {
  std::multiset<std::string> findings;  // "XT-02 message"
  std::multiset<std::string> mentions;
};

Said said_by(const Diagnostics& diagnostics) {
  Said said;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const bool mention = diagnostic.severity == Severity::information;
    (mention ? said.mentions : said.findings).insert(diagnostic.code + " " + diagnostic.message);
  }
  return said;
}

Said check_file(const fs::path& path, const fs::path& home, ProfileShelf& shelf) {
  ReportRun run(FoundReport{path.filename().string(), path, true});
  if (read_report(run, home.string(), shelf) && settle_report(run, shelf.files())) check_report(run);
  return said_by(run.diagnostics);
}

std::vector<std::string> new_ones(const std::multiset<std::string>& now, const std::multiset<std::string>& before) {
  std::vector<std::string> found;
  std::set_difference(now.begin(), now.end(), before.begin(), before.end(), std::back_inserter(found));
  return found;
}

struct Tried {
  std::vector<std::string> codes;  // that found it
  bool mentioned = false;          // as a rounding tail
};

Tried outcome_of(const Said& now, const Said& before) {
  Tried outcome;
  std::set<std::string> codes;
  for (const std::string& finding : new_ones(now.findings, before.findings)) {
    codes.insert(finding.substr(0, finding.find(' ')));
  }
  outcome.codes.assign(codes.begin(), codes.end());
  for (const std::string& mention : new_ones(now.mentions, before.mentions)) {
    outcome.mentioned = outcome.mentioned || mention.find("尾差") != std::string::npos;
  }
  return outcome;
}

struct Count {
  std::size_t all = 0, found = 0;
  void add(bool is_found) {
    ++all;
    found += is_found ? 1 : 0;
  }
  [[nodiscard]] bool reaches(std::size_t percent) const { return found * 100 >= all * percent; }
  [[nodiscard]] std::string row(const std::string& name) const {
    return "| " + name + " | " + std::to_string(all) + " | " + std::to_string(found) + " | " +
           std::to_string(all == 0 ? 100 : found * 100 / all) + "% |\n";
  }
};

/// What becomes of all mutants, as the page tells it.
struct Page {
  Count total;
  std::map<std::string, Count> by_report;
  std::map<std::string, Count> by_kind;
  std::map<std::string, std::size_t> by_code;
  std::string tails, lone;

  void add(const std::string& report, const Mutant& mutant, const Tried& outcome) {
    const bool found = !outcome.codes.empty();
    total.add(found);
    by_report[report].add(found);
    by_kind[std::string(mutation::kind_names[static_cast<std::size_t>(mutant.kind)])].add(found);
    for (const std::string& code : outcome.codes) ++by_code[code];
    if (found) return;
    const std::string change = mutant.before.empty() ? "" : "：" + mutant.before + " → " + mutant.after;
    const std::string line = "- " + report + " " + mutant.place + "，" +
                             std::string(mutation::kind_names[static_cast<std::size_t>(mutant.kind)]) + change + "\n";
    (outcome.mentioned ? tails : lone) += line;
  }

  [[nodiscard]] std::string text() const {
    std::string text =
        "# 录入错误查出多少\n\n"
        "在 `data/` 的每份报告里，每次只改一个录入的数或一行，看规则查不查得出来（种子固定）。由 `gongkai_mutations` "
        "写成，数据改了可以重写。绩效报告里“成果”的个数、老式自评表（自评报告）里不计分的指标是文字的一部分，各只写一次"
        "，不在其列。\n\n";
    text += "| 报告 | 改动 | 查出 | 比例 |\n|---|---|---|---|\n";
    for (const auto& [name, count] : by_report) text += count.row(name);
    text += total.row("合计") + "\n| 错法 | 改动 | 查出 | 比例 |\n|---|---|---|---|\n";
    for (const auto& [name, count] : by_kind) text += count.row(name);
    text += "\n查出它们的规则（一处改动可由几条查出）：";
    for (const auto& [code, count] : by_code) text += code + " " + std::to_string(count) + "；";
    text +=
        "\n\n## 没有查出的\n\n### 差额在尾差以内\n\n以万元两位小数填报的数只知道到 0.005，改动与四舍五入分不开，"
        "核对时作提示。\n\n" +
        tails + "\n### 没有另一处可比\n\n公开稿只印了这一处，没有合计、分项或官方表可核。填了“官方表”就查得出来。\n\n" +
        lone;
    return text;
  }
};

struct Job {
  std::string report;
  fs::path path;
  Mutant mutant;
  std::size_t base = 0;
};

struct Work {
  std::vector<Said> bases;
  std::vector<Job> jobs;
};

/// Nothing when the untouched report has an error: there is nothing to compare with.
bool add_report(const FoundReport& found, const fs::path& home, ProfileShelf& shelf, AlteredFiles& files, Work& work) {
  ReportRun run(found);
  if (!read_report(run, home.string(), shelf) || !settle_report(run, shelf.files())) return false;
  const std::string text = run.sources.at(run.data_source).text();
  const Value record = run.entered->record;
  check_report(run);
  if (run.diagnostics.has_errors()) return false;
  work.bases.push_back(said_by(run.diagnostics));
  const std::string name = found.path.lexically_relative(home / "data").generic_string();
  const std::uint64_t own = seed + work.bases.size();
  for (Mutant& mutant : mutation::mutants_of(text, record, per_report, mutation::Random(own))) {
    fs::path path = found.path.parent_path() / ("~" + std::to_string(work.jobs.size()) + ".yaml");
    files.put(path.string(), std::move(mutant.text));
    work.jobs.push_back({name, std::move(path), std::move(mutant), work.bases.size() - 1});
  }
  return true;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  const fs::path home = fs::absolute(words[1]).lexically_normal();
  AlteredFiles files;
  ProfileShelf shelf(files);
  Work work;
  for (const FoundReport& found : search_reports({(home / "data").string()}).reports) {
    if (add_report(found, home, shelf, files, work)) continue;
    std::printf("%s has errors untouched\n", found.shown.c_str());
    return 1;
  }
  Page page;
  const auto make = [&](std::size_t index) {
    const Job& job = work.jobs[index];
    return outcome_of(check_file(job.path, home, shelf), work.bases[job.base]);
  };
  const auto tell = [&](std::size_t index, const Tried& outcome) {
    page.add(work.jobs[index].report, work.jobs[index].mutant, outcome);
  };
  work_in_order<Tried>(work.jobs.size(), workers, make, tell);
  std::printf("%zu of %zu found\n", page.total.found, page.total.all);
  bool enough = page.total.reaches(least_percent);
  if (!enough) std::printf("fewer than %zu%%\n", least_percent);
  for (const auto& [name, found] : page.by_report) {
    if (found.reaches(least_of_a_report)) continue;
    std::printf("fewer than %zu%% of %s\n", least_of_a_report, name.c_str());
    enough = false;
  }
  if (count > 2) std::ofstream(words[2], std::ios::binary) << page.text();
  return enough ? 0 : 1;
}
