#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "reading.h"
#include "schema_samples.h"

namespace gongkai {

using reading::Reading;
using samples::schema;

namespace {

std::string complaint(const std::string& definition) {
  Reading reading(definition, "schema.yaml");
  REQUIRE(reading.value);
  const std::optional<Schema> read = Schema::read(*reading.value, reading.diagnostics);
  CHECK_FALSE(read);
  if (reading.diagnostics.all().size() != 1) {
    return "expected one diagnostic:\n" + reading::show_all(reading.diagnostics, reading.sources);
  }
  const Diagnostic& found = reading.diagnostics.all()[0];
  return found.code + " " + reading.sources.place(found.span) + " " + found.message + " → " + found.hint;
}

nlohmann::json json_schema(const std::string& definition, SchemaUse use = SchemaUse::report) {
  Reading reading(definition, "schema.yaml");
  REQUIRE(reading.value);
  const std::optional<Schema> read = Schema::read(*reading.value, reading.diagnostics);
  REQUIRE(read);
  return nlohmann::json::parse(read->json_schema("试", use));
}

}  // namespace

TEST_CASE("mistakes in a definition are named at their place") {
  CHECK(complaint(schema("  甲: {类型: 金颔}\n")) == "SCHEMA-02 schema.yaml:3:11 没有类型“金颔” → 是否想写“金额”？");
  CHECK(complaint(schema("  甲: {类型: 文字, 必添: 是}\n")) ==
        "SCHEMA-01 schema.yaml:3:15 schema.yaml 没有属性“必添” → 是否想写“必填”？");
  CHECK(complaint(schema("  甲: {类型: 文字, 位数: [3]}\n")) ==
        "SCHEMA-03 schema.yaml:3:15 类型为“文字”的字段不能有属性“位数” → ");
  CHECK(complaint(schema("  甲: {类型: 列表}\n")) == "SCHEMA-04 schema.yaml:3:6 类型为“列表”的字段缺少属性“每项” → ");
  CHECK(complaint(schema("  甲: {类型: 组}\n")) == "SCHEMA-04 schema.yaml:3:6 类型为“组”的字段缺少属性“字段” → ");
  CHECK(complaint(schema("  甲: {必填: 是}\n")) == "SCHEMA-04 schema.yaml:3:6 字段缺少属性“类型” → 如 类型: 金额");
  CHECK(complaint(schema("  甲: {类型: 成员}\n")) == "SCHEMA-04 schema.yaml:3:6 类型为“成员”的字段缺少属性“维度” → ");
  CHECK(complaint(schema("  甲: {类型: 金额, 单位: 千元}\n")) == "SCHEMA-05 schema.yaml:3:19 “单位”应为万元或元 → ");
  CHECK(complaint(schema("  甲: {类型: 金额, 必填: 对}\n")) == "SCHEMA-05 schema.yaml:3:19 “必填”应为是或否 → ");
  CHECK(complaint(schema("  甲: {类型: 列表, 指标: 支出, 每项: {类型: 金额}}\n")) ==
        "SCHEMA-06 schema.yaml:3:6 这里的金额要记账，须写明列表是否完整 → "
        "写“封闭: 是”（没有列出的为零）或“封闭: 否”（没有列出的为未提供）");
  CHECK(complaint(schema("  甲: {类型: 列表, 封闭: 看 乙, 每项: {类型: 文字}}\n")) ==
        "SCHEMA-07 schema.yaml:3:6 “封闭: 看 乙”要求同组有类型为“是否”的字段“乙” → ");
  CHECK(complaint("字断: {}\n").starts_with("expected one diagnostic"));
}

TEST_CASE("the JSON Schema says in Chinese what editors have to know") {
  const nlohmann::json json = json_schema(samples::kinds);
  CHECK(json["$schema"] == "https://json-schema.org/draft/2020-12/schema");
  CHECK(json["title"] == "试");
  CHECK(json["additionalProperties"] == false);
  CHECK(json["required"] == nlohmann::json::array({"模板", "年度"}));
  const nlohmann::json& properties = json["properties"];
  CHECK(properties["部门"]["properties"]["名称"] ==
        nlohmann::json::parse(R"({"title": "名称", "description": "部门全称", "type": ["string", "number"]})"));
  CHECK(properties["收入"] == nlohmann::json::parse(R"({"title": "收入", "description": "单位：万元",
        "type": ["number", "string", "null"], "pattern": "^(-?[0-9]+(\\.[0-9]{1,6})?|未知|不详)$"})"));
  CHECK(properties["车辆"] == nlohmann::json::parse(R"({"title": "车辆", "description": "单位：辆",
        "type": ["integer", "string", "null"], "pattern": "^([0-9]+|未知|不详)$", "minimum": 0})"));
  CHECK(properties["口径"]["enum"] == nlohmann::json::parse(R"(["部门全部", "指定单位", null])"));
  CHECK(properties["科目"]["pattern"] == "^([0-9]{3}|[0-9]{5}|[0-9]{7})( .+)?$");
  CHECK(properties["附件"]["minItems"] == 1);
  CHECK(properties["原因"]["additionalProperties"]["type"] == nlohmann::json::parse(R"(["string", "number", "null"])"));
}

TEST_CASE("what is required must stand in a report only where it shares nothing") {
  const nlohmann::json beside_shared = json_schema(samples::kinds);
  const nlohmann::json alone = json_schema(samples::kinds, SchemaUse::complete);
  CHECK(alone["required"] == nlohmann::json::array({"格式版本", "模板", "年度"}));
  CHECK(alone["properties"]["部门"]["required"] == nlohmann::json::array({"名称"}));
  CHECK_FALSE(beside_shared["properties"]["部门"].contains("required"));
}

TEST_CASE("the national schema reads a data file that needs no province's additions") {
  const DiskFiles files;
  const std::string home = GONGKAI_HOME;
  const std::string folder = home + "/templates/national/final-accounts/";
  const std::optional<std::string> definition = files.read(folder + "schema.yaml");
  REQUIRE(definition);
  const std::optional<std::string> data = files.read(home + "/data/shili/shilixian/kewenju/2023-final-accounts.yaml");
  REQUIRE(data);
  // Control totals, the last of both, need what profiles share (templates/shared/schema.yaml).
  reading::Application applied(definition->substr(0, definition->find("\n  官方表:")),
                               data->substr(0, data->find("\n官方表:")));
  CHECK(applied.errors() == "");
  CHECK(applied.entered);
}

}  // namespace gongkai
