#pragma once
// Keys of data files that the program itself knows, whatever a profile's schema says.

namespace gongkai {

inline constexpr const char* version_key = "格式版本";
inline constexpr const char* template_key = "模板";
inline constexpr const char* year_key = "年度";
inline constexpr const char* unit_key = "金额单位";
inline constexpr const char* declarations_key = "声明";
inline constexpr const char* units_key = "汇总";  // where the schema has it: the files of a department's units

}  // namespace gongkai
