#include "template/style_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "template/style_contrast.h"
#include "template/style_values.h"

namespace gongkai {
namespace {

constexpr std::size_t ink = 2, line = 5, header_fill = 7, total_fill = 8, note = 9;  // of web_colours

class StyleFile {
 public:
  StyleFile(Style& style, Diagnostics& diagnostics) : style_(style), read_(diagnostics) {}

  void read(const Value& file) {
    if (file.is_absent()) return;
    const std::string all = "版式";
    read_.only_keys(file, {"页面", "文字", "表格", "目录", "附件", "图", "网页", "说明"}, "style.yaml");
    if (const Value* const pages = read_.group(file, "页面", all)) read_pages(*pages);
    if (const Value* const texts = read_.group(file, "文字", all)) read_texts(*texts);
    if (const Value* const table = read_.group(file, "表格", all)) read_table(*table);
    if (const Value* const contents = read_.group(file, "目录", all)) read_contents(*contents);
    if (const Value* const annexes = read_.group(file, "附件", all)) read_annexes(*annexes);
    if (const Value* const charts = read_.group(file, "图", all)) read_charts(*charts);
    if (const Value* const web = read_.group(file, "网页", all)) read_web(*web);
    if (!read_.has_errors()) check_contrasts(file, style_, read_);
  }

 private:
  void read_pages(const Value& pages) {
    const std::string what = "“页面”";
    read_.only_keys(pages, {"竖", "横", "装订", "页码", "页码距版心", "横页页码"}, what);
    read_.need(pages, {"装订", "页码", "页码距版心", "横页页码"}, what);
    for (const auto& [key, page] : {std::pair{"竖", &style_.portrait}, std::pair{"横", &style_.landscape}})
      if (const Value* const given = read_.group(pages, key, what)) read_page(*given, *page);
    read_.choice(pages, "装订", "双面", "单面", style_.two_sided);
    read_.choice(pages, "页码", "外侧", "居中", style_.page_number.outside);
    read_.millimetres(pages, "页码距版心", style_.page_number.drop);
    read_.choice(pages, "横页页码", "同竖页", "页脚", style_.page_number.as_upright);
  }

  void read_page(const Value& given, PageStyle& page) {
    const std::string what = "一种页面";
    read_.only_keys(given, {"宽", "高", "上", "下", "左", "右"}, what);
    read_.need(given, {"宽", "高", "上", "下", "左", "右"}, what);
    for (const auto& [key, goal] :
         {std::pair{"宽", &page.width}, std::pair{"高", &page.height}, std::pair{"上", &page.top},
          std::pair{"下", &page.bottom}, std::pair{"左", &page.left}, std::pair{"右", &page.right}})
      read_.millimetres(given, key, *goal);
    constexpr Length least = points(100);
    if (page.room() < least || page.depth() < least) read_.wrong(given, "版心太小，排不下文字");
  }

  void read_texts(const Value& texts) {
    const std::pair<std::string_view, TextStyle*> all[] = {{"正文", &style_.body},
                                                           {"条款", &style_.item},
                                                           {"注", &style_.note},
                                                           {"提示", &style_.draft},
                                                           {"居中", &style_.centred},
                                                           {"落款", &style_.closing},
                                                           {"附件说明", &style_.annexes},
                                                           {"附件标记", &style_.annex_mark},
                                                           {"图题", &style_.caption},
                                                           {"封面题名", &style_.cover_title},
                                                           {"封面副题", &style_.cover_subtitle},
                                                           {"封面行", &style_.cover_line},
                                                           {"标题1", style_.headings.data()},
                                                           {"标题2", &style_.headings[1]},
                                                           {"标题3", &style_.headings[2]},
                                                           {"标题4", &style_.headings[3]},
                                                           {"表题", &style_.table_title},
                                                           {"表注", &style_.table_note},
                                                           {"目录题名", &style_.contents_title},
                                                           {"目录1", style_.contents.data()},
                                                           {"目录2", &style_.contents[1]},
                                                           {"目录3", &style_.contents[2]},
                                                           {"页码", &style_.page_number.text}};
    for (const auto& [key, text] : all)
      if (const Value* const given = read_.group(texts, key, "“文字”")) read_text(*given, *text);
    for (const Entry& entry : *texts.if_record())
      if (std::none_of(std::begin(all), std::end(all), [&](const auto& one) { return one.first == entry.key; }))
        read_.wrong(entry.value, "没有叫“" + entry.key + "”的文字样式");
  }

  void read_text(const Value& given, TextStyle& text) {
    const std::string what = "一种文字";
    read_.only_keys(given, {"字体", "字号", "行距", "段前", "段后", "首行缩进", "右空", "对齐", "颜色"}, what);
    read_.need(given, {"字体", "字号", "行距", "对齐", "颜色"}, what);
    read_.face(given, "字体", text.role);
    read_.size(given, "字号", text.size);
    read_.length(given, "行距", text.leading);
    read_.length(given, "段前", text.before);
    read_.length(given, "段后", text.after);
    read_.characters(given, "首行缩进", text.size, text.first_indent);
    read_end_indent(given, text);
    read_.side(given, "对齐", text.justification);
    read_.colour(given, "颜色", text.colour);
    if (text.size < points(1) || text.leading < text.size) read_.wrong(given, "行距小于字号");
  }

  /// Of the lines that close a report alone: the date stands so far from the right, its signatory centred above it.
  void read_end_indent(const Value& given, TextStyle& text) {
    if (&text == &style_.closing) return read_.characters(given, "右空", text.size, text.end_indent);
    if (const Value* const indent = given.find("右空"))
      read_.wrong(*indent, "只有“落款”可以写“右空”", "删去“右空”；别的文字靠哪边，用“对齐”");
  }

  void read_table(const Value& given) {
    const std::string what = "“表格”";
    const auto keys = {std::string_view("字体"),   std::string_view("表头字体"), std::string_view("字号"),
                       std::string_view("左右空"), std::string_view("上下空"),   std::string_view("细线"),
                       std::string_view("粗线"),   std::string_view("颜色"),     std::string_view("线色"),
                       std::string_view("框色"),   std::string_view("表头底色"), std::string_view("合计底色"),
                       std::string_view("续表"),   std::string_view("注前"),     std::string_view("表后")};
    read_.only_keys(given, keys, what);
    read_.need(given, keys, what);
    TableStyle& table = style_.table;
    read_.face(given, "字体", table.role);
    read_.face(given, "表头字体", table.header_role);
    read_.sizes(given, "字号", table.sizes);
    for (const auto& [key, goal] :
         {std::pair{"左右空", &table.padding_x}, std::pair{"上下空", &table.padding_y}, std::pair{"细线", &table.thin},
          std::pair{"粗线", &table.thick}, std::pair{"注前", &table.gap}, std::pair{"表后", &table.after}})
      read_.length(given, key, *goal);
    for (const auto& [key, goal] :
         {std::pair{"颜色", &table.colour}, std::pair{"线色", &table.rule}, std::pair{"框色", &table.frame},
          std::pair{"表头底色", &table.header_fill}, std::pair{"合计底色", &table.total_fill}})
      read_.colour(given, key, *goal);
    read_.text(given, "续表", table.continued);
  }

  void read_contents(const Value& given) {
    read_.only_keys(given, {"最紧", "引线", "后"}, "“目录”");
    read_.need(given, {"最紧", "引线", "后"}, "“目录”");
    read_.length(given, "后", style_.contents_after);
    read_.percent(given, "最紧", style_.contents_tightest);
    read_.colour(given, "引线", style_.leaders);
  }

  void read_annexes(const Value& given) {
    read_.only_keys(given, {"标记"}, "“附件”");
    read_.need(given, {"标记"}, "“附件”");
    read_.choice(given, "标记", "另行", "同行", style_.mark_apart);
  }

  void read_charts(const Value& given) {
    const auto keys = {std::string_view("宽"),   std::string_view("最小"), std::string_view("底"),
                       std::string_view("字"),   std::string_view("轴线"), std::string_view("格线"),
                       std::string_view("本年"), std::string_view("上年"), std::string_view("各块")};
    read_.only_keys(given, keys, "“图”");
    read_.need(given, keys, "“图”");
    ChartStyle& chart = style_.chart;
    read_.length(given, "宽", chart.width);
    read_.percent(given, "最小", chart.least);
    for (const auto& [key, goal] :
         {std::pair{"底", &chart.ground}, std::pair{"字", &chart.ink}, std::pair{"轴线", &chart.axis},
          std::pair{"格线", &chart.grid}, std::pair{"本年", &chart.latest}, std::pair{"上年", &chart.earlier}})
      read_.colour(given, key, *goal);
    read_.colours(given, "各块", chart.slices);
  }

  void read_web(const Value& web) {
    const std::string what = "“网页”";
    read_.only_keys(web, {"字号", "最小字号", "字族", "亮", "暗"}, what);
    read_.need(web, {"字号", "最小字号"}, what);
    read_.size(web, "字号", style_.web.size);
    read_.size(web, "最小字号", style_.web.least);
    if (const Value* const faces = read_.group(web, "字族", what)) read_faces(*faces);
    if (const Value* const light = read_.group(web, "亮", what)) {
      as_printed();
      read_colours(*light, "“亮”", style_.web.light);
    }
    if (const Value* const dark = read_.group(web, "暗", what)) read_colours(*dark, "“暗”", style_.web.dark);
  }

  /// What paper has, the page has too unless it says otherwise.
  void as_printed() {
    style_.web.light[ink] = style_.body.colour;
    style_.web.light[line] = style_.table.rule;
    style_.web.light[header_fill] = style_.table.header_fill;
    style_.web.light[total_fill] = style_.table.total_fill;
    style_.web.light[note] = style_.draft.colour;
  }

  void read_faces(const Value& faces) {
    for (std::size_t role = 0; role < font_role_names.size(); ++role) {
      const Value* const given = read_.group(faces, font_role_names[role], "“字族”");
      if (given == nullptr) continue;
      read_.need(*given, {"字体", "粗细"}, "“字族”的“" + std::string(font_role_names[role]) + "”");
      read_.families(*given, "字体", style_.web.faces[role].families);
      read_.weight(*given, "粗细", style_.web.faces[role].weight);
    }
  }

  void read_colours(const Value& given, const std::string& what, std::array<std::string, web_colours.size()>& goals) {
    for (std::size_t index = 0; index < web_colours.size(); ++index) {
      read_.colour(given, web_colours[index].name, goals[index]);
      if (goals[index].empty()) read_.need(given, {web_colours[index].name}, what);
    }
    for (const Entry& entry : *given.if_record())
      if (std::none_of(web_colours.begin(), web_colours.end(), [&](const auto& one) { return one.name == entry.key; }))
        read_.wrong(entry.value, what + "没有叫“" + entry.key + "”的颜色");
  }

  Style& style_;
  StyleValues read_;
};

}  // namespace

Style read_style(const Value& file, Diagnostics& diagnostics) {
  Style style;
  StyleFile(style, diagnostics).read(file);
  return style;
}

}  // namespace gongkai
