#include "cli/command.h"

#include <thread>

#include "cli/home.h"

#ifndef GONGKAI_VERSION
#error "the build passes the project's version"
#endif

namespace gongkai {
namespace {

int dispatch(const Arguments& arguments, Console& console) {
  if (arguments.command == "help") {
    console.result(help_text(arguments.operands.empty() ? std::string() : arguments.operands[0]));
    return 0;
  }
  if (arguments.command == "version") {
    console.result("gongkai " + program_version() + "\n");
    return 0;
  }
  if (!arguments.home.empty() && !find_home(arguments.home, {})) {
    return usage_error(console, "选项 --home：" + arguments.home + " 下没有 templates/");
  }
  if (arguments.command == "render") return render_command(arguments, console);
  if (arguments.command == "check") return check_command(arguments, console);
  if (arguments.command == "explain") return explain_command(arguments, console);
  if (arguments.command == "new") return new_command(arguments, console);
  return schema_command(arguments, console);
}

}  // namespace

std::string program_version() { return GONGKAI_VERSION; }

int usage_error(Console& console, const std::string& message) {
  console.message("用法错误：" + message + "\n用 gongkai help 查看用法\n");
  return exit_usage;
}

std::vector<FoundReport> wanted_reports(const std::vector<std::string>& operands, Console& console) {
  SearchResult found = search_reports(operands);
  if (!found.errors.empty()) {
    std::string all;
    for (const std::string& error : found.errors) all += (all.empty() ? "" : "；") + error;
    usage_error(console, all);
    return {};
  }
  if (found.reports.empty()) usage_error(console, "所给文件夹中没有数据文件（*.yaml、*.yml、*.json）");
  return std::move(found.reports);
}

unsigned job_count(const Arguments& arguments) {
  if (arguments.jobs != 0) return arguments.jobs;
  const unsigned processors = std::thread::hardware_concurrency();
  return processors == 0 ? 1 : processors;
}

int run(const std::vector<std::string>& words) {
  const ParsedArguments parsed = parse_arguments(words);
  Console console(parsed.arguments && parsed.arguments->quiet);
  if (!parsed.arguments) return usage_error(console, parsed.error);
  const int code = dispatch(*parsed.arguments, console);
  if (console.flush()) return code;
  console.message("写不了标准输出\n");
  return exit_output;
}

}  // namespace gongkai
