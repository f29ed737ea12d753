#pragma once
// How a report looks: one description for whatever shows it, the dense report style unless the
// profile's style.yaml says otherwise. Lengths in 1/1000 pt.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace gongkai {

using Length = std::int32_t;  // 1/1000 pt

/// Faces by what they are for; fonts.yaml and style.yaml name them so.
enum class FontRole : std::uint8_t { title, heading1, heading2, body, table };
inline constexpr std::array<std::string_view, 5> font_role_names = {"题名", "一级标题", "二级标题", "正文", "表格"};

enum class Justification : std::uint8_t { start, centre, end, justify };

constexpr Length points(int whole) { return whole * 1000; }
/// Millimetres: 1 mm = 72/25.4 pt = 2834.6 units.
constexpr Length millimetres(int whole) {
  return static_cast<Length>(static_cast<std::int64_t>(whole) * 7200000 / 2540);
}

struct TextStyle {
  FontRole role = FontRole::body;
  Length size = points(12);
  Length leading = points(21);
  Length before = 0;
  Length after = 0;
  Length first_indent = 0;
  Justification justification = Justification::justify;
  std::string colour = "#000000";
  Length rest_indent = 0;  // of all lines but the first
};

struct PageStyle {
  Length width = millimetres(210);
  Length height = millimetres(297);
  Length top = millimetres(28);
  Length bottom = millimetres(26);
  Length left = millimetres(27);
  Length right = millimetres(25);
  [[nodiscard]] Length room() const { return width - left - right; }
  [[nodiscard]] Length depth() const { return height - top - bottom; }
};

struct TableStyle {
  std::array<Length, 4> sizes{10500, 9000, 8200, 7500};  // 五号, 小五, between, 六号
  Length padding_x = 3500;
  Length padding_y = 2200;
  Length thin = 400;   // inner rules
  Length thick = 900;  // first and last rule
  std::string rule = "#6b747d";
  std::string frame = "#1b1f24";
  std::string header_fill = "#eef1f4";
  std::string total_fill = "#f7f8fa";
  std::string continued = "续表";  // above a table's rows on its later pages; "" for nothing
};

struct Style {
  PageStyle portrait;
  PageStyle landscape{millimetres(297), millimetres(210), millimetres(24),
                      millimetres(22),  millimetres(20),  millimetres(20)};
  TextStyle body{FontRole::body, points(12), points(21), 0, 0, points(24), Justification::justify, "#000000"};
  TextStyle item = body;
  TextStyle note{FontRole::body, 10500, points(17), points(3), points(3), 0, Justification::justify, "#333333"};
  TextStyle draft{FontRole::body, 10500, points(17), points(3), points(3), 0, Justification::justify, "#5c4a12"};
  TextStyle centred{FontRole::body, points(12), points(21), 0, 0, 0, Justification::centre, "#000000"};
  TextStyle closing{FontRole::body, points(12), points(21), 0, 0, 0, Justification::end, "#000000"};
  TextStyle caption{FontRole::body, 10500, points(17), points(2), points(8), 0, Justification::centre, "#000000"};
  TextStyle cover_title{FontRole::title, points(26), points(44), 0, points(20), 0, Justification::centre, "#000000"};
  TextStyle cover_subtitle{FontRole::heading2,    points(18), points(32), 0, points(8), 0,
                           Justification::centre, "#000000"};
  TextStyle cover_line{FontRole::body, points(14), points(26), 0, 0, 0, Justification::centre, "#000000"};
  std::array<TextStyle, 4> headings{
      TextStyle{FontRole::title, points(20), points(34), points(6), points(14), 0, Justification::centre, "#000000"},
      TextStyle{FontRole::heading1, 15000, points(26), points(10), points(4), 0, Justification::start, "#000000"},
      TextStyle{FontRole::heading2, points(14), points(24), points(6), points(2), points(24), Justification::start,
                "#000000"},
      TextStyle{FontRole::heading2, points(12), points(21), points(3), 0, points(24), Justification::start, "#000000"}};
  TextStyle table_title{FontRole::heading1,    points(14), points(22), points(2), points(4), 0,
                        Justification::centre, "#000000"};
  TextStyle table_note{FontRole::body, points(9), points(14), 0, points(2), 0, Justification::start, "#000000"};
  Length table_gap = points(3);     // between a table and its footnotes
  Length table_after = points(10);  // below both
  TextStyle contents_title{FontRole::title,       points(20), points(34), points(6), points(14), 0,
                           Justification::centre, "#000000"};
  std::array<TextStyle, 3> contents{
      TextStyle{FontRole::heading1, points(12), points(22), points(5), 0, 0, Justification::start, "#000000"},
      TextStyle{FontRole::body, points(12), points(20), 0, 0, points(24), Justification::start, "#000000"},
      TextStyle{FontRole::body, 10500, points(18), 0, 0, points(48), Justification::start, "#000000"}};
  int contents_tightest = 68;  // percent: lines may close up so far if that saves a page
  TextStyle page_number{FontRole::body, 10500, points(14), 0, 0, 0, Justification::centre, "#000000"};
  Length page_number_drop = millimetres(10);  // base line below the type area
  TableStyle table;
  Length chart_width = points(340);  // wider drawings are scaled down
  bool page_number_outside = false;  // odd pages right, even left, a character in; else in the middle
  int chart_least = 80;              // percent of that: a chart may shrink so far to stand where it belongs
};

}  // namespace gongkai
