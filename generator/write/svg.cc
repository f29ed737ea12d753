#include "write/svg.h"

#include "write/escape.h"

namespace gongkai {

namespace {

constexpr std::string_view font_stack =
    "'Noto Sans SC','Source Han Sans SC','Noto Sans CJK SC','PingFang SC','Microsoft YaHei','Heiti SC',"
    "'SimHei',sans-serif";
constexpr std::string_view text_colour = "#1b1f24";

// 12345 → 12.345, 12000 → 12: points are the unit of the picture.
void append_length(std::string& out, Length length) {
  std::int64_t rest = length;
  if (rest < 0) {
    out += '-';
    rest = -rest;
  }
  out += std::to_string(rest / 1000);
  std::string thousandths = std::to_string(1000 + rest % 1000).substr(1);
  while (!thousandths.empty() && thousandths.back() == '0') thousandths.pop_back();
  if (!thousandths.empty()) out += '.' + thousandths;
}

void append_point(std::string& out, Point point) {
  append_length(out, point.x);
  out += ' ';
  append_length(out, point.y);
}

void append_step(std::string& out, const PathStep& step) {
  switch (step.kind) {
    case PathStep::Kind::move:
      out += 'M';
      append_point(out, step.to);
      return;
    case PathStep::Kind::line:
      out += 'L';
      append_point(out, step.to);
      return;
    case PathStep::Kind::curve:
      out += 'C';
      append_point(out, step.control1);
      out += ' ';
      append_point(out, step.control2);
      out += ' ';
      append_point(out, step.to);
      return;
    case PathStep::Kind::close: out += 'Z'; return;
  }
}

void append_item(std::string& out, const Shape& shape) {
  out += "<path d=\"";
  for (const PathStep& step : shape.steps) append_step(out, step);
  out += "\" fill=\"" + (shape.fill.is_none() ? "none" : shape.fill.text()) + '"';
  if (!shape.stroke.is_none()) {
    out += " stroke=\"" + shape.stroke.text() + "\" stroke-width=\"";
    append_length(out, shape.stroke_width);
    out += '"';
  }
  out += "/>\n";
}

std::string_view anchor_name(Label::Anchor anchor) {
  switch (anchor) {
    case Label::Anchor::start: return "start";
    case Label::Anchor::middle: return "middle";
    case Label::Anchor::end: return "end";
  }
  return "start";
}

void append_item(std::string& out, const Label& label, OriginText* origins) {
  out += "<text x=\"";
  append_length(out, label.at.x);
  out += "\" y=\"";
  append_length(out, label.at.y);
  out += "\" font-size=\"";
  append_length(out, label.size);
  out += '"';
  if (label.anchor != Label::Anchor::start) out.append(" text-anchor=\"").append(anchor_name(label.anchor)) += '"';
  if (label.strong) out += " font-weight=\"600\"";
  if (origins != nullptr && label.origin != 0) {
    out += " data-origin=\"";
    append_escaped(out, origins->of(label.origin));
    out += '"';
  }
  out += '>';
  append_escaped(out, label.text);
  out += "</text>\n";
}

void append_items(std::string& out, const Drawing& drawing, OriginText* origins) {
  for (const DrawingItem& item : drawing.items) {
    if (const auto* shape = std::get_if<Shape>(&item)) append_item(out, *shape);
    if (const auto* label = std::get_if<Label>(&item)) append_item(out, *label, origins);
  }
}

// Attributes that both forms share: the frame and the face of all texts.
void append_frame(std::string& out, const Drawing& drawing) {
  out += " viewBox=\"0 0 ";
  append_point(out, {drawing.width, drawing.height});
  out += "\" width=\"";
  append_length(out, drawing.width);
  out += "pt\" height=\"";
  append_length(out, drawing.height);
  out += "pt\" role=\"img\"";
  out.append(" font-family=\"").append(font_stack).append("\" fill=\"").append(text_colour) += '"';
}

void append_named(std::string& out, const SvgFrame& frame, std::string_view id) {
  const std::string name(id);
  out += " aria-labelledby=\"" + name + "-name " + name + "-text\">\n<title id=\"" + name + "-name\">";
  append_escaped(out, frame.title);
  out += "</title>\n<desc id=\"" + name + "-text\">";
  append_escaped(out, frame.description);
  out += "</desc>\n";
}

}  // namespace

std::string svg_file(const Drawing& drawing, const SvgFrame& frame) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"zh-CN\"";
  append_frame(out, drawing);
  append_named(out, frame, "chart");
  out += "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
  append_items(out, drawing, nullptr);
  out += "</svg>\n";
  return out;
}

void append_inline_svg(std::string& out, const Drawing& drawing, const SvgFrame& frame, std::string_view id,
                       OriginText& origins) {
  out += "<svg";
  append_frame(out, drawing);
  append_named(out, frame, id);
  append_items(out, drawing, &origins);
  out += "</svg>\n";
}

}  // namespace gongkai
