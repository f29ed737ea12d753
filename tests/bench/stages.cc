// Milliseconds by stage for one report, medians of many warm runs:
//   gongkai_bench REPORT [RUNS]
// Of the processor, not of the wall: what else the machine does is left out. Times are told, never
// tested: a slow machine is not a mistake.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "cli/font_shelf.h"
#include "cli/home.h"
#include "cli/pipeline.h"
#include "template/entered_figures.h"
#include "write/format.h"

namespace {

double milliseconds_of_processor() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Stage {
  std::string name;
  std::vector<double> milliseconds;
};

class Stages {
 public:
  bool time(const std::string& name, const std::function<bool()>& work) {
    const double begin = milliseconds_of_processor();
    const bool good = work();
    const double spent = milliseconds_of_processor() - begin;
    auto stage = std::find_if(stages_.begin(), stages_.end(), [&](const Stage& s) { return s.name == name; });
    if (stage == stages_.end()) stage = stages_.insert(stages_.end(), Stage{name, {}});
    stage->milliseconds.push_back(spent);
    if (!good) std::fprintf(stderr, "%s failed\n", name.c_str());
    return good;
  }

  void print() {
    double sum = 0;
    double checked = 0;
    for (Stage& stage : stages_) {
      auto& times = stage.milliseconds;
      std::sort(times.begin(), times.end());
      const double median = times[times.size() / 2];
      sum += median;
      if (stage.name == "settle" || stage.name == "fill" || stage.name == "check") checked += median;
      std::printf("%-12s %8.2f ms   (best %.2f, of %zu)\n", stage.name.c_str(), median, times.front(), times.size());
    }
    std::printf("%-12s %8.2f ms\n", "all", sum);
    std::printf("a check takes %.2f ms beyond reading\n", checked);
  }

 private:
  std::vector<Stage> stages_;
};

bool run_once(const gongkai::FoundReport& found, Stages& stages, gongkai::ProfileShelf& shelf,
              gongkai::FontShelf& fonts) {
  gongkai::ReportRun run(found);
  const auto check = [&] {
    gongkai::check_report(run);
    return true;
  };
  const bool filled = stages.time("read", [&] { return gongkai::read_report(run, "", shelf); }) &&
                      stages.time("settle", [&] { return gongkai::settle_report(run, shelf.files()); }) &&
                      stages.time("fill", [&] { return gongkai::fill_report(run); }) && stages.time("check", check);
  if (!filled) return false;
  std::shared_ptr<const gongkai::LoadedFonts> loaded;
  const auto open_fonts = [&] {
    loaded = fonts.get(run.home.string());
    return loaded->fonts.has_value();
  };
  const bool has_fonts = stages.time("fonts", open_fonts);
  for (const gongkai::Format& format : gongkai::formats()) {
    if (format.needs_fonts && !has_fonts) continue;
    std::vector<gongkai::EnteredFigure> entered;
    if (format.needs_entered) entered = gongkai::entered_figures(gongkai::report_of(run));
    const gongkai::WriteContext context{.document = *run.document,
                                        .journal = run.journal,
                                        .sources = run.sources,
                                        .name = "report",
                                        .fonts = has_fonts ? &*loaded->fonts : nullptr,
                                        .entered = &entered};
    const auto write = [&] { return format.write(context, run.diagnostics).has_value(); };
    if (!stages.time(std::string(format.name), write)) return false;
  }
  return true;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::fprintf(stderr, "gongkai_bench REPORT [RUNS]\n");
    return 2;
  }
  const int runs = count > 2 ? std::atoi(words[2]) : 50;
  const gongkai::FoundReport found{words[1], gongkai::absolute_path(words[1]), true};
  const gongkai::DiskFiles disk;
  gongkai::ProfileShelf shelf(disk);
  gongkai::FontShelf fonts(disk);
  Stages first;
  Stages stages;
  std::printf("first, with the profile:\n");
  if (!run_once(found, first, shelf, fonts)) return 3;
  first.print();
  for (int round = 0; round < runs; ++round) {
    if (!run_once(found, stages, shelf, fonts)) return 3;
  }
  std::printf("warm:\n");
  stages.print();
}
