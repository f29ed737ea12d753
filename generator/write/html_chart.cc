#include <algorithm>

#include "layout/drawing.h"
#include "write/escape.h"
#include "write/html_parts.h"
#include "write/svg.h"

namespace gongkai {

namespace {

// 图1 收、支决算总计变动情况图
std::string name_of(const Chart& chart) {
  if (chart.number.empty()) return chart.title;
  return chart.number + ' ' + chart.title;
}

// The figures of the picture as text: for readers who can't see it, and for machines.
void append_values(HtmlPage& page, const Chart& chart) {
  const bool shares = std::any_of(chart.values.begin(), chart.values.end(),
                                  [](const ChartValue& value) { return !value.printed_share.empty(); });
  page.out += "<details>\n<summary>" + escaped(chart.number) + "数据</summary>\n<table>\n<thead>\n<tr>";
  page.out += "<th scope=\"col\">项目</th><th scope=\"col\">" + escaped(chart.unit) + "</th>";
  if (shares) page.out += "<th scope=\"col\">占比</th>";
  page.out += "</tr>\n</thead>\n<tbody>\n";
  for (const ChartValue& value : chart.values) {
    page.out += "<tr><th scope=\"row\">";
    append_name(page, {PlainText{value.label}});
    page.out += "</th><td>";
    append_figure(page, value.printed, value.quantity, value.origin);
    page.out += "</td>";
    if (shares) page.out += "<td>" + escaped(value.printed_share) + "</td>";
    page.out += "</tr>\n";
  }
  page.out += "</tbody>\n</table>\n</details>\n";
}

}  // namespace

void append_chart(HtmlPage& page, const Chart& chart) {
  ++page.charts;
  const std::string id = page.id(chart.id.empty() ? "chart-" + std::to_string(page.charts) : chart.id);
  page.out += "<figure class=\"chart\" id=\"" + id + "\">\n";
  const Drawing drawing = draw_chart(chart, page.context.document.style.chart);
  if (drawing.width > 0) {
    page.out +=
        "<div class=\"picture\" role=\"group\" aria-label=\"" + escaped(name_of(chart)) + "\" tabindex=\"0\">\n";
    append_inline_svg(page.out, drawing, {name_of(chart), chart.alternative}, id, page.origins);
    page.out += "</div>\n";
  }
  if (!chart.statement.empty()) append_line(page, "statement", chart.statement);
  page.out += "<figcaption>" + escaped(name_of(chart)) + "</figcaption>\n";
  if (!chart.values.empty()) append_values(page, chart);
  page.out += "</figure>\n";
}

}  // namespace gongkai
