#pragma once
// How a report looks: one description for paper and web page, read from the profile's style.yaml
// (template/style_reader). No value of it stands in the program. Lengths in 1/1000 pt.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

using Length = std::int32_t;  // 1/1000 pt

constexpr Length points(int whole) { return whole * 1000; }
/// Thousandths of a millimetre: 1 mm = 72/25.4 pt.
constexpr Length micrometres(std::int64_t length) { return static_cast<Length>(length * 360 / 127); }

/// Faces by what they are for; fonts.yaml and style.yaml name them so.
enum class FontRole : std::uint8_t { title, heading1, heading2, body, table };
inline constexpr std::array<std::string_view, 5> font_role_names = {"题名", "一级标题", "二级标题", "正文", "表格"};

enum class Justification : std::uint8_t { start, centre, end, justify };

struct TextStyle {
  FontRole role = FontRole::body;
  Length size = 0;
  Length leading = 0;  // from base line to base line
  Length before = 0;
  Length after = 0;
  Length first_indent = 0;
  Justification justification = Justification::justify;
  std::string colour;      // "#rrggbb", as all colours here
  Length rest_indent = 0;  // of all lines but the first
  Length end_indent = 0;   // at the right, of a signature's last line, over which the others stand centred
};

struct PageStyle {
  Length width = 0;
  Length height = 0;
  Length top = 0;
  Length bottom = 0;
  Length left = 0;
  Length right = 0;
  [[nodiscard]] Length room() const { return width - left - right; }
  [[nodiscard]] Length depth() const { return height - top - bottom; }
};

struct PageNumberStyle {
  TextStyle text;
  Length drop = 0;          // from the type area to the upper edge of the dashes
  bool outside = false;     // odd pages right, even left, a character of the body in; else in the middle
  bool as_upright = false;  // lying pages bear it where they would if they stood
};

struct TableStyle {
  FontRole role = FontRole::table;
  FontRole header_role = FontRole::heading1;
  std::string colour;
  std::vector<Length> sizes;  // the largest first; the smaller ones for tables that need them
  Length padding_x = 0;
  Length padding_y = 0;
  Length thin = 0;   // inner rules
  Length thick = 0;  // first and last rule
  std::string rule;
  std::string frame;
  std::string header_fill;
  std::string total_fill;
  std::string continued;  // 续表, above a table's rows on its later pages; "" for nothing
  Length gap = 0;         // between a table and its footnotes
  Length after = 0;       // below both
};

struct ChartStyle {
  Length width = 0;  // wider drawings are scaled down
  int least = 100;   // percent of that: a chart may shrink so far to stand where it belongs
  std::string ground;
  std::string ink;
  std::string axis;
  std::string grid;
  std::string latest;               // bars of the report's year
  std::string earlier;              // the one before, where there are two
  std::vector<std::string> slices;  // in order, then again; four at least
};

/// A colour of the web page: its name in style.yaml, its property in the style sheet.
struct WebColour {
  std::string_view name;
  std::string_view property;
};
inline constexpr std::array<WebColour, 13> web_colours = {{{"纸", "paper"},
                                                           {"边栏", "desk"},
                                                           {"字", "ink"},
                                                           {"淡字", "soft"},
                                                           {"链接", "link"},
                                                           {"线", "line"},
                                                           {"淡线", "faint"},
                                                           {"表头底", "shade"},
                                                           {"合计底", "total"},
                                                           {"提示", "note"},
                                                           {"提示底", "note-paper"},
                                                           {"图底", "picture"},
                                                           {"焦点", "focus"}}};

/// A reader's own faces that stand for a role's.
struct WebFace {
  std::vector<std::string> families;  // the first that is there
  int weight = 0;
};

struct WebStyle {
  Length size = 0;   // of the body, a reader's own being 16 CSS pixels, 12 points
  Length least = 0;  // of anything
  std::array<WebFace, font_role_names.size()> faces;
  std::array<std::string, web_colours.size()> light;
  std::array<std::string, web_colours.size()> dark;
};

struct Style {
  PageStyle portrait, landscape;
  PageNumberStyle page_number;
  bool two_sided = false;  // even pages have the margins of odd ones changed about, to lie back to back
  TextStyle body, item, note, draft, centred, closing, caption, annexes;
  TextStyle cover_title, cover_subtitle, cover_line;
  std::array<TextStyle, 4> headings;
  TextStyle annex_mark;
  bool mark_apart = false;  // what a part's heading begins with before a wide space (附件1　…) has a line of its own
  TextStyle table_title, table_note;
  TableStyle table;
  TextStyle contents_title;
  std::array<TextStyle, 3> contents;
  Length contents_after = 0;    // below its last line, if something stands there
  int contents_tightest = 100;  // percent: lines may close up so far if that saves a page
  std::string leaders;          // colour of the dots between a line and its page
  ChartStyle chart;
  WebStyle web;

  /// A profile that says nothing of its looks has only texts to give (Markdown, data).
  [[nodiscard]] bool given() const { return body.size > 0; }
};

}  // namespace gongkai
