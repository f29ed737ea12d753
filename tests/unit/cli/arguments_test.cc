#include "cli/arguments.h"

#include <doctest/doctest.h>

using namespace gongkai;

namespace {

Arguments good(const std::vector<std::string>& words) {
  const ParsedArguments parsed = parse_arguments(words);
  REQUIRE_MESSAGE(parsed.arguments.has_value(), parsed.error);
  return *parsed.arguments;
}

std::string error(const std::vector<std::string>& words) {
  const ParsedArguments parsed = parse_arguments(words);
  REQUIRE(!parsed.arguments.has_value());
  return parsed.error;
}

}  // namespace

TEST_CASE("options stand before, between and after the operands") {
  const Arguments arguments = good({"render", "-o", "x", "a.yaml", "--allow-findings", "b.yaml", "-j4"});
  CHECK(arguments.operands == std::vector<std::string>{"a.yaml", "b.yaml"});
  CHECK(arguments.out == "x");
  CHECK(arguments.allow_findings);
  CHECK(arguments.jobs == 4);
}

TEST_CASE("a long option takes its value with an equals sign or as the next word") {
  CHECK(good({"check", "--format=sarif", "a"}).format == "sarif");
  CHECK(good({"check", "--format", "json", "a"}).format == "json");
}

TEST_CASE("after -- everything is an operand") {
  CHECK(good({"render", "--", "-o", "--to"}).operands == std::vector<std::string>{"-o", "--to"});
}

TEST_CASE("a single dash is an operand") { CHECK(good({"render", "-"}).operands == std::vector<std::string>{"-"}); }

TEST_CASE("formats are named once, in the order given") {
  CHECK(good({"render", "a", "--to", "html,md,html"}).to == std::vector<std::string>{"html", "md"});
}

TEST_CASE("a misspelt word names the near one") {
  CHECK(error({"rendr", "a"}) == "没有命令“rendr”，是否想写 render？");
  CHECK(error({"check", "--fromat", "json", "a"}) == "命令 check 没有选项 --fromat，是否想写 --format？");
  CHECK(error({"frobnicate"}) == "没有命令“frobnicate”");
}

TEST_CASE("an option of another command is unknown") {
  CHECK(error({"check", "--to", "md", "a"}) == "命令 check 没有选项 --to");
}

TEST_CASE("missing and superfluous operands show the form") {
  CHECK(error({}) == "缺少命令");
  CHECK(error({"render"}) == "参数不够，应为 gongkai render 路径…");
  CHECK(error({"explain", "a.yaml"}) == "参数不够，应为 gongkai explain 数据文件 数字");
  CHECK(error({"schema", "a", "b"}) == "参数太多，应为 gongkai schema 模板");
}

TEST_CASE("a profile is explained without a figure") {
  CHECK(good({"explain", "--profile", "x"}).operands == std::vector<std::string>{"x"});
  CHECK(good({"explain", "--profile", "x", "表.顺序"}).operands == std::vector<std::string>{"x", "表.顺序"});
  CHECK(good({"explain", "--profile", "x", "--format", "json"}).format == "json");
  CHECK(error({"explain", "--profile", "x", "y", "z"}) == "参数太多，应为 gongkai explain --profile 模板 [键]");
  CHECK(error({"explain", "x", "y", "--format", "json"}) == "选项 --format 要与 --profile 同用");
  CHECK(error({"explain", "--profile", "x", "--format", "sarif"}) == "选项 --format：应为 text 或 json，写的是“sarif”");
}

TEST_CASE("wrong values say what was expected") {
  CHECK(error({"render", "a", "-j", "0"}) == "选项 -j：应为 1 到 256 的整数，写的是“0”");
  CHECK(error({"render", "a", "-jx"}) == "选项 -j：应为 1 到 256 的整数，写的是“x”");
  CHECK(error({"check", "a", "--format", "xml"}) == "选项 --format：应为 text、json、sarif 或 html，写的是“xml”");
  CHECK(error({"check", "a", "--format"}) == "选项 --format 后面缺 样式");
  CHECK(error({"render", "a", "--quiet=yes"}) == "选项 --quiet 不带值");
  CHECK(error({"render", "a", "-o", ""}) == "选项 -o：不能为空");
}

TEST_CASE("help is asked for in three ways") {
  CHECK(good({"--help"}).command == "help");
  CHECK(good({"render", "-h"}).operands == std::vector<std::string>{"render"});
  CHECK(good({"help", "check"}).operands == std::vector<std::string>{"check"});
  CHECK(error({"help", "chekc"}) == "没有命令“chekc”，是否想写 check？");
  CHECK(good({"--version"}).command == "version");
}
