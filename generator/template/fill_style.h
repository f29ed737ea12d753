#pragma once
// profile.yaml 序号, 目录, 图, 文档: how the engine numbers and names what it makes.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "document/style.h"
#include "profile/profile.h"
#include "template/line.h"

namespace gongkai {

struct FillStyle {
  std::array<std::string, 4> headings;  // 第{中}部分, {中}、 …; "" for a level without number
  std::string item = "{数}.";
  std::string subitem = "（{数}）";
  std::string annex = "附件：{数}. ";
  std::string contents_title = "目录";
  int contents_levels = 3;
  std::string chart_number = "图{数}";
  std::string chart_format, share_format;     // styles of 数字; "" for the first that fits
  Line all_zero, not_given;                   // why a chart is not drawn
  Style look;                                 // style.yaml
  Line title, author, subject, date, period;  // of the document; empty when not given
  std::vector<std::string> words;             // 文档 不拆: kept whole like names
};

[[nodiscard]] FillStyle read_fill_style(const Profile& profile, Diagnostics& diagnostics);

/// "第{中}部分", 2 → 第二部分; "{数}." → 2.
[[nodiscard]] std::string numbered(const std::string& pattern, int number);

/// What stands before an annex in 附件说明: "附件：" alone if there is one only; else "附件：1. ", and for the
/// further ones wide blanks instead of what stands before the number.
[[nodiscard]] std::string annex_label(const std::string& pattern, int number, int count);

}  // namespace gongkai
