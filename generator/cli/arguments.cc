#include "cli/arguments.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "base/diagnostic_text.h"
#include "cli/messages.h"
#include "write/format.h"

namespace gongkai {
namespace {

constexpr std::uint8_t render = 1;
constexpr std::uint8_t check = 2;
constexpr std::uint8_t explain = 4;
constexpr std::uint8_t schema = 8;
constexpr std::uint8_t help = 16;
constexpr std::uint8_t make = 32;

struct Command {
  std::string_view name;
  std::uint8_t bit;
  std::size_t least, most;  // operands
  std::string_view operands;
  std::string_view summary;
};

constexpr std::size_t many = 1U << 30;
constexpr Command commands[] = {
    {"render", render, 1, many, "路径…", "生成报告；路径是数据文件，或要在其中查找数据文件的文件夹"},
    {"check", check, 1, many, "路径…", "只核对：数据、勾稽规则和文字，不写文件"},
    {"explain", explain, 1, 4, "数据文件 数字", "说明报告中一个数字（名称、印出的样子，或表 行 列）的来历"},
    {"schema", schema, 1, 1, "模板", "输出该模板数据文件的 JSON Schema，供编辑器使用"},
    {"new", make, 0, 1, "[数据文件] --profile 模板", "新建一份待填的数据文件；不写数据文件，就新建一个模板的文件夹"},
    {"help", help, 0, 1, "[命令]", "显示用法"},
};

struct Option {
  std::string_view name;
  char letter;             // 0: none
  std::string_view value;  // "" for a flag
  std::uint8_t commands;
  std::string_view summary;
  /// "" when taken, else what was expected.
  std::string (*take)(Arguments&, const std::string&);
};

std::string take_formats(Arguments& arguments, const std::string& value) {
  std::vector<std::string> known;
  for (const Format& format : formats()) known.emplace_back(format.name);
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    const std::string name = value.substr(begin, end - begin);
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      std::string list;
      for (const std::string& format : known) list += (list.empty() ? "" : "、") + format;
      return "没有格式“" + name + "”，可用的有 " + list;
    }
    const bool again = std::find(arguments.to.begin(), arguments.to.end(), name) != arguments.to.end();
    if (!again) arguments.to.push_back(name);
    begin = end + 1;
  }
  return {};
}

std::string take_rules(Arguments& arguments, const std::string& value) {
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    if (begin == end) return "应为规则编号，如 BAL-01,SUM-03，写的是“" + value + "”";
    arguments.rules.push_back(value.substr(begin, end - begin));
    begin = end + 1;
  }
  return {};
}

std::string take_jobs(Arguments& arguments, const std::string& value) {
  unsigned jobs = 0;
  const char* const end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, jobs);
  if (error != std::errc{} || rest != end || jobs == 0 || jobs > 256)
    return "应为 1 到 256 的整数，写的是“" + value + "”";
  arguments.jobs = jobs;
  return {};
}

std::string take_check_format(Arguments& arguments, const std::string& value) {
  const bool known = value == "text" || value == "json" || value == "sarif" || value == "html";
  if (!known) return "应为 text、json、sarif 或 html，写的是“" + value + "”";
  arguments.format = value;
  return {};
}

std::string take_profile_format(Arguments& arguments, const std::string& value) {
  if (value != "text" && value != "json") return "应为 text 或 json，写的是“" + value + "”";
  arguments.format = value;
  return {};
}

constexpr Option options[] = {
    {"to", 0, "格式,…", render, "只写这些格式，如 md,html,pdf,json,csv；缺省写 md、html、pdf", take_formats},
    {"out", 'o', "文件夹", render, "写到这个文件夹，缺省 out",
     [](Arguments& a, const std::string& v) {
       a.out = v;
       return std::string(v.empty() ? "不能为空" : "");
     }},
    {"allow-findings", 0, "", render, "核对有错误也照样生成（仍以 1 退出）",
     [](Arguments& a, const std::string&) {
       a.allow_findings = true;
       return std::string();
     }},
    {"archive", 0, "", render, "PDF 写成存档用的 PDF/A-1b",
     [](Arguments& a, const std::string&) {
       a.archive = true;
       return std::string();
     }},
    {"attach", 0, "", render, "PDF 里附上数据文件和核对结果，写成 PDF/A-3b",
     [](Arguments& a, const std::string&) {
       a.attach = true;
       return std::string();
     }},
    {"fragment", 0, "", render, "网页只写正文片段，供政府网站的后台粘贴",
     [](Arguments& a, const std::string&) {
       a.fragment = true;
       return std::string();
     }},
    {"format", 0, "样式", check, "结果写成 text、json、sarif 或 html，缺省 text", take_check_format},
    {"rule", 0, "编号,…", check, "只核对这些规则，并逐条列出比较了哪些数、结果如何；可以写几次", take_rules},
    {"list-rules", 0, "", check, "不核对，只列出一个模板的规则：级别、依据、停用或改级的理由",
     [](Arguments& a, const std::string&) {
       a.list_rules = true;
       return std::string();
     }},
    {"profile", 0, "", explain, "说明一个模板（及其中一个键）：哪一层写的，改了什么，哪些是类推",
     [](Arguments& a, const std::string&) {
       a.profile = true;
       return std::string();
     }},
    {"profile", 0, "模板", make, "数据文件所用的模板，或要新建的模板",
     [](Arguments& a, const std::string& v) {
       a.new_profile = v;
       return std::string(v.empty() ? "不能为空" : "");
     }},
    {"from", 0, "来源", make,
     "上年的数据文件，不变的和上年数照抄过来；新建模板的，继承哪个模板，缺省 national/final-accounts",
     [](Arguments& a, const std::string& v) {
       a.from = v;
       return std::string(v.empty() ? "不能为空" : "");
     }},
    {"format", 0, "样式", explain, "与 --profile 同用：text 或 json，缺省 text", take_profile_format},
    {"shared", 0, "", schema, "输出的是共用文件（共用.yaml）的，不是报告的",
     [](Arguments& a, const std::string&) {
       a.shared = true;
       return std::string();
     }},
    {"complete", 0, "", schema, "必填的键都要写在报告自己的文件里（没有共用文件的）；缺省只要求模板、年度",
     [](Arguments& a, const std::string&) {
       a.complete = true;
       return std::string();
     }},
    {"home", 0, "文件夹", render | check | explain | schema | make, "templates/ 和 fonts/ 所在的文件夹，缺省自动查找",
     [](Arguments& a, const std::string& v) {
       a.home = v;
       return std::string(v.empty() ? "不能为空" : "");
     }},
    {"jobs", 'j', "数目", render | check, "同时处理几份报告，缺省按处理器数", take_jobs},
    {"quiet", 'q', "", render | check, "不显示进度、提示和小结，只报错误和警告",
     [](Arguments& a, const std::string&) {
       a.quiet = true;
       return std::string();
     }},
    {"help", 'h', "", 0xff, "显示用法",
     [](Arguments& a, const std::string&) {
       a.operands = {a.command};
       a.command = "help";
       return std::string();
     }},
};

const Command* find_command(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(commands), std::end(commands), [&](const Command& c) { return c.name == name; });
  return found == std::end(commands) ? nullptr : found;
}

/// "，是否想写 --format？" when a known word is near.
std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = nearest(word, known);
  return near.empty() ? std::string() : "，是否想写 " + near + "？";
}

std::string unknown_command(const std::string& word) {
  std::vector<std::string> names;
  for (const Command& command : commands) names.emplace_back(command.name);
  return "没有命令“" + word + "”" + suggestion(word, names);
}

std::string unknown_option(const std::string& word, const Command& command) {
  std::vector<std::string> names;
  for (const Option& option : options) {
    if ((option.commands & command.bit) != 0) names.push_back("--" + std::string(option.name));
  }
  return "命令 " + std::string(command.name) + " 没有选项 " + word + suggestion(word, names);
}

/// One pass over the words after the command.
class Parser {
 public:
  Parser(const std::vector<std::string>& words, const Command& command) : words_(words), command_(command) {
    arguments_.command = command.name;
  }

  ParsedArguments parse() {
    for (at_ = 1; at_ < words_.size() && arguments_.command == command_.name; ++at_) {
      if (std::string error = take_word(words_[at_]); !error.empty()) return {std::nullopt, error};
    }
    if (std::string error = count_operands(); !error.empty()) return {std::nullopt, error};
    if (std::string error = compare_options(); !error.empty()) return {std::nullopt, error};
    return {arguments_, {}};
  }

 private:
  /// Options that contradict each other, or say nothing of the formats asked for.
  [[nodiscard]] std::string compare_options() const {
    if (arguments_.archive && arguments_.attach) return "选项 --archive 和 --attach 不能同用：PDF/A-1 不许带附件";
    const std::vector<std::string>& to = arguments_.to;
    const auto writes = [&to](const char* name) {
      return to.empty() || std::find(to.begin(), to.end(), name) != to.end();
    };
    if (arguments_.archive && !writes("pdf")) return "选项 --archive 只用于 PDF，--to 里没有 pdf";
    if (arguments_.attach && !writes("pdf")) return "选项 --attach 只用于 PDF，--to 里没有 pdf";
    if (arguments_.fragment && !writes("html")) return "选项 --fragment 只用于网页，--to 里没有 html";
    return {};
  }

  std::string take_word(const std::string& word) {
    if (only_operands_ || word.size() < 2 || word.front() != '-') {
      arguments_.operands.push_back(word);
      return {};
    }
    if (word == "--") {
      only_operands_ = true;
      return {};
    }
    return word[1] == '-' ? take_long(word) : take_short(word);
  }

  std::string take_long(const std::string& word) {
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    for (const Option& option : options) {
      if (name != "--" + std::string(option.name) || (option.commands & command_.bit) == 0) continue;
      if (equals == std::string::npos) return take(option, name, std::nullopt);
      return take(option, name, word.substr(equals + 1));
    }
    return unknown_option(name, command_);
  }

  /// -j4, -j 4; flags can't be run together (there is but one).
  std::string take_short(const std::string& word) {
    for (const Option& option : options) {
      if (option.letter != word[1] || (option.commands & command_.bit) == 0) continue;
      if (word.size() == 2) return take(option, word, std::nullopt);
      return take(option, word.substr(0, 2), word.substr(2));
    }
    return unknown_option(word, command_);
  }

  std::string take(const Option& option, const std::string& shown, std::optional<std::string> value) {
    if (option.value.empty()) {
      if (value) return "选项 " + shown + " 不带值";
      return option.take(arguments_, {});
    }
    if (!value) {
      if (at_ + 1 >= words_.size()) return "选项 " + shown + " 后面缺 " + std::string(option.value);
      value = words_[++at_];
    }
    const std::string error = option.take(arguments_, *value);
    return error.empty() ? error : "选项 " + shown + "：" + error;
  }

  std::string count_operands() {
    if (arguments_.command != command_.name) return {};  // --help
    const std::size_t count = arguments_.operands.size();
    const std::size_t wanted = command_.bit == explain && !arguments_.profile ? 2 : command_.least;
    const std::string form =
        "gongkai " + std::string(command_.name) + " " +
        (arguments_.profile && command_.bit == explain ? "--profile 模板 [键]" : std::string(command_.operands));
    if (count < wanted) return "参数不够，应为 " + form;
    if (command_.bit == make && arguments_.new_profile.empty()) return "应为 " + form;
    if (count > (command_.bit == explain && arguments_.profile ? 2 : command_.most)) return "参数太多，应为 " + form;
    const bool figure = command_.bit == explain && !arguments_.profile;
    if (figure && arguments_.format != "text") return "选项 --format 要与 --profile 同用";
    if (arguments_.list_rules && !arguments_.rules.empty()) return "选项 --rule 不能与 --list-rules 同用";
    return {};
  }

  const std::vector<std::string>& words_;
  const Command& command_;
  Arguments arguments_;
  std::size_t at_ = 0;
  bool only_operands_ = false;
};

std::string option_lines(std::uint8_t bit) {
  std::string lines;
  for (const Option& option : options) {
    if ((option.commands & bit) == 0) continue;
    std::string form = "  ";
    form += option.letter != 0 ? std::string("-") + option.letter + ", " : "    ";
    form += "--" + std::string(option.name);
    if (!option.value.empty()) form += " " + std::string(option.value);
    lines += padded(form, 26) + std::string(option.summary) + "\n";
  }
  return lines;
}

}  // namespace

ParsedArguments parse_arguments(const std::vector<std::string>& words) {
  Arguments plain;
  plain.command = "help";
  if (words.empty()) return {std::nullopt, "缺少命令"};
  if (words[0] == "--help" || words[0] == "-h") return {plain, {}};
  if (words[0] == "--version") {
    plain.command = "version";
    return {plain, {}};
  }
  const Command* const command = find_command(words[0]);
  if (command == nullptr) return {std::nullopt, unknown_command(words[0])};
  ParsedArguments parsed = Parser(words, *command).parse();
  const bool asks_help = parsed.arguments && parsed.arguments->command == "help" && !parsed.arguments->operands.empty();
  if (asks_help && find_command(parsed.arguments->operands[0]) == nullptr) {
    return {std::nullopt, unknown_command(parsed.arguments->operands[0])};
  }
  return parsed;
}

std::string help_text(std::string_view name) {
  if (const Command* const command = find_command(name); command != nullptr && command->bit != help) {
    return "用法：gongkai " + std::string(command->name) + " " + std::string(command->operands) + " [选项]\n\n" +
           std::string(command->summary) + "。\n\n选项：\n" + option_lines(command->bit);
  }
  std::string text = "gongkai（公开）：由一份数据文件生成部门公开报告\n\n用法：\n";
  for (const Command& command : commands) {
    const std::string form = "  gongkai " + std::string(command.name) + " " + std::string(command.operands);
    text += padded(form, 34) + std::string(command.summary) + "\n";
  }
  text +=
      "  gongkai --version               显示版本\n\n各命令的选项见 gongkai help 命令。\n\n退出码：\n"
      "  0  正常\n  1  数字前后不一致（核对有错误）\n  2  用法错误\n  3  数据、模板或字体有错误\n  4  写不出文件\n";
  return text;
}

}  // namespace gongkai
