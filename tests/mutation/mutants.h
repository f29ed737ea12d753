#pragma once
// Data files with one slip each: the slips people make when they type a figure.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "value/value.h"

namespace mutation {

/// The same numbers on every machine (SplitMix64); chosen by nobody.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t count);

 private:
  std::uint64_t state_;
};

enum class Kind : std::uint8_t { swap, digit, shift, sign, unit, other_figure, dropped_row, doubled_row };
inline constexpr std::array<std::string_view, 8> kind_names = {
    "相邻两位颠倒", "错一位数字", "小数点错位", "符号写反", "元、万元填混", "抄成别的数", "漏填一行", "一行填两次"};

struct Mutant {
  Kind kind = Kind::digit;
  std::string place;   // 支出[3].金额
  std::string before;  // as written; "" for rows
  std::string after;
  std::string text;  // of the whole file
};

/// About `count` mutants of a data file, spread over its figures and rows. `record` is the typed
/// data; figures under 官方表 and 已公布 are left alone: they were not entered for the report. So are
/// those under 成果 and 自评报告: counts and unscored goals within prose, each told once.
[[nodiscard]] std::vector<Mutant> mutants_of(const std::string& text, const gongkai::Value& record, std::size_t count,
                                             Random random);

}  // namespace mutation
