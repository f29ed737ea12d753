#pragma once
// A field of a schema, as schema.yaml defines it.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "value/number_text.h"
#include "value/posting.h"
#include "value/value.h"

namespace gongkai {

enum class FieldType : std::uint8_t {
  text,        // 文字
  paragraphs,  // 段落
  money,       // 金额
  count,       // 数量
  ratio,       // 比率
  points,      // 分数
  year,        // 年度
  date,        // 日期
  truth,       // 是否
  choice,      // 枚举
  code,        // 科目
  member,      // 成员
  group,       // 组
  table,       // 表
  list         // 列表
};

/// 汇总: what a department's field takes from the reports of its units.
enum class Gathering : std::uint8_t {
  none,
  sum,     // 相加: the sum of their figures, where the department gives none
  append,  // 并列: their items, behind those of the department
};

/// 封闭: whether what a list leaves out is zero.
enum class Closing : std::uint8_t { unstated, closed, open, by_sibling };

/// Begins a 沿用 that names a key of the same item of last year's list.
inline constexpr std::string_view same_item = "本项.";

struct SchemaField {
  std::string name;  // "" for the root and for 每项
  FieldType type = FieldType::group;
  bool required = false;
  bool new_member = false;
  bool proper_name = false;  // 专名: lines of titles keep it whole
  bool counterpart = false;  // 往来: names the unit on the other side of a transfer
  Gathering gathering = Gathering::none;
  std::string description;
  std::string form;  // 出处: the official form and column it is copied from
  std::string kept;  // 沿用: 是, or what last year's report calls it
  Span kept_span;
  std::string counter;                  // 计量
  Value fallback;                       // 缺省 as written; Absent if none
  std::optional<MoneyUnit> unit;        // 单位; else that of the file
  std::optional<bool> negative;         // 可为负
  std::string measure;                  // 指标, here or further up; "" posts nothing
  std::string axis;                     // 维度, of a table 键维度
  std::vector<Coordinate> coordinates;  // 坐标 of this field only
  std::vector<std::size_t> digits;      // 位数
  std::vector<std::string> choices;     // 可选
  Closing closing = Closing::unstated;
  std::string open_key;    // 封闭: 看 <open_key>
  std::size_t fewest = 0;  // 最少项
  std::vector<SchemaField> fields;
  std::unique_ptr<SchemaField> item;
  Span span;

  [[nodiscard]] const SchemaField* find(const std::string& key) const;
  [[nodiscard]] bool may_be_negative() const;
  /// 未知 may stand for its figure.
  [[nodiscard]] bool may_be_unknown() const { return !required && fallback.is_absent(); }
  /// 沿用: 是, the value as last year's file has it.
  [[nodiscard]] bool kept_as_written() const { return kept == "是" || kept == "true"; }
};

/// 文字, 金额 …
[[nodiscard]] const char* type_name(FieldType type);
[[nodiscard]] std::optional<FieldType> type_named(const std::string& name);
[[nodiscard]] std::vector<std::string> type_names();

/// One value, written behind its key: neither a 组, 表 or 列表 nor 段落.
[[nodiscard]] bool is_scalar(FieldType type);
/// An amount, a number of things, a rate or a score: what may be 0 and may be 未知.
[[nodiscard]] bool is_figure(FieldType type);
/// Has to be written: required, and without a 缺省 in its place.
[[nodiscard]] bool must_be_written(const SchemaField& field);
/// 说明 with 出处 behind it.
[[nodiscard]] std::string told(const SchemaField& field);
/// Some 金额 is given in the unit of the file.
[[nodiscard]] bool needs_file_unit(const SchemaField& field);
/// Reports of units can give all that this field requires.
[[nodiscard]] bool gathers(const SchemaField& field);
/// A 金额 in this field that posts: itself or inside its groups, not in lists of its own.
[[nodiscard]] bool posts(const SchemaField& field);

}  // namespace gongkai
