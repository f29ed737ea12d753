#include "load/shared_data.h"

#include <doctest/doctest.h>

#include "load/reading.h"

using namespace gongkai;

namespace {

const std::vector<std::string> profiles = {"national/x", "province/x"};
const std::vector<std::string> keys = {"格式版本", "模板", "年度", "部门", "公开时间"};

std::string part(std::string text) {
  reading::Reading shared(std::move(text), "共用.yaml");
  REQUIRE(shared.value);
  const Value found = shared_part(*shared.value, {profiles, "2023", keys}, shared.diagnostics);
  return shared.diagnostics.all().empty() ? dump(found) : reading::show_all(shared.diagnostics, shared.sources);
}

std::string with_keys(std::string text) { return part("部门: {名称: 甲}\n" + std::move(text)); }

}  // namespace

TEST_CASE("a shared file without content adds nothing") { CHECK(part("# 还没有\n") == dump(Value())); }

TEST_CASE("keys of other kinds of report are left out") {
  CHECK(with_keys("评价等级: 优\n") == part("部门: {名称: 甲}\n"));
}

TEST_CASE("an entry counts for its year, its profile and the profiles that extend it") {
  const std::string dated = part("部门: {名称: 甲}\n公开时间: 2024-09-20\n");
  CHECK(with_keys("另写: [{年度: 2023, 公开时间: 2024-09-20}]\n") == dated);
  CHECK(with_keys("另写: [{模板: national/x, 公开时间: 2024-09-20}]\n") == dated);
  CHECK(with_keys("另写: [{模板: province/x, 年度: 2023, 公开时间: 2024-09-20}]\n") == dated);
  CHECK(with_keys("另写: [{模板: province/x, 年度: 2022, 公开时间: 2024-09-20}]\n") == part("部门: {名称: 甲}\n"));
  CHECK(with_keys("另写: [{模板: province/y, 公开时间: 2024-09-20}]\n") == part("部门: {名称: 甲}\n"));
}

TEST_CASE("a later entry goes over an earlier one, key by key") {
  CHECK(with_keys("另写:\n  - {年度: 2023, 部门: {名称: 乙, 电话: 1}}\n  - {年度: 2023, 部门: {名称: 丙}}\n") ==
        part("部门: {名称: 丙, 电话: 1}\n"));
}

TEST_CASE("what is no group of keys is refused") {
  CHECK(part("- 甲\n") ==
        "错误[SHARE-04] 共用文件应是一组“键: 值”\n"
        "  共用.yaml:1:1\n"
        "    1 │ - 甲\n"
        "      │ ^^^^\n");
}

TEST_CASE("the units of one department can't be shared") {
  CHECK(part("汇总: [甲.yaml]\n") ==
        "错误[SHARE-02] 共用文件里不能写“汇总”\n"
        "  共用.yaml:1:1\n"
        "    1 │ 汇总: [甲.yaml]\n"
        "      │ ^^^^\n"
        "  提示：它写在部门自己的数据文件里\n");
}
