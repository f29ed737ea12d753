#include "write/pdf_font.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "write/pdf_font_subset.h"
#include "write/pdf_text.h"

namespace gongkai {
namespace {

constexpr std::size_t most_codes = 0xFFFF;
constexpr std::size_t characters_per_block = 100;  // a limit of CMap files
constexpr std::int32_t default_width = 1000;

constexpr std::string_view cmap_head =
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
constexpr std::string_view cmap_tail = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

/// Six letters told by the glyphs: two subsets of one font differ in name as they should.
std::string subset_tag(const std::vector<UsedGlyph>& glyphs) {
  std::uint64_t hash = 14695981039346656037U;
  for (const UsedGlyph& glyph : glyphs)
    hash = (hash ^ glyph.glyph ^ std::uint64_t{glyph.character} << 16) * 1099511628211U;
  hash ^= hash >> 32;
  std::string tag;
  for (int place = 0; place < 6; ++place, hash /= 26) tag.push_back(static_cast<char>('A' + hash % 26));
  return tag;
}

std::string to_unicode(const std::vector<UsedGlyph>& glyphs) {
  std::string cmap(cmap_head);
  for (std::size_t first = 1; first < glyphs.size(); first += characters_per_block) {
    const std::size_t last = std::min(glyphs.size(), first + characters_per_block);
    cmap += std::to_string(last - first) + " beginbfchar\n";
    for (std::size_t code = first; code < last; ++code) {
      cmap += '<';
      append_hex(cmap, static_cast<std::uint16_t>(code));
      cmap += "> <";
      append_utf16(cmap, glyphs[code].character);
      cmap += ">\n";
    }
    cmap += "endbfchar\n";
  }
  return cmap.append(cmap_tail);
}

/// /W: runs of codes whose width is not the default.
std::string widths(const Font& font, const std::vector<UsedGlyph>& glyphs) {
  std::string array = "[";
  bool in_run = false;
  for (std::size_t code = 0; code < glyphs.size(); ++code) {
    const std::int32_t width = font.advance(glyphs[code].glyph);
    const bool listed = width != default_width;
    if (listed && !in_run) array += std::to_string(code) + "[";
    if (listed) array += std::to_string(width) + " ";
    if (!listed && in_run) array.back() = ']';
    in_run = listed;
  }
  if (in_run) array.back() = ']';
  return array + "]";
}

PdfObject add_deflated(PdfCanvas& canvas, Deflater& deflater, std::string_view bytes, const std::string& entries) {
  return canvas.add_stream("/Filter /FlateDecode " + entries + "\n", deflater.deflate(bytes));
}

/// The width of stems is nowhere in the file; this rule of thumb from the weight is
/// what other writers use, and only matters where the font can't be loaded.
int stem_width(int weight) { return 50 + weight * weight / (65 * 65); }

/// A bit for each code, all of them in the subset; PDF/A-1 demands it (6.3.5).
std::string code_set(std::size_t codes) {
  std::string bits(codes / 8, '\xFF');
  if (codes % 8 != 0) bits.push_back(static_cast<char>(0xFF << (8 - codes % 8)));
  return bits;
}

std::string descriptor(const Font& font, const std::string& name, PdfObject file, PdfObject codes) {
  const FontMetrics& metrics = font.metrics();
  constexpr int symbolic = 4;
  const int flags = symbolic + (metrics.fixed_pitch ? 1 : 0) + (metrics.italic_angle != 0 ? 64 : 0);
  std::string entries = "/Type /FontDescriptor /FontName /" + name;
  const auto add = [&entries](const char* key, long value) {
    entries += std::string(key) + " " + std::to_string(value);
  };
  add("\n/Flags", flags);
  entries += " /FontBBox [" + std::to_string(metrics.x_min) + " " + std::to_string(metrics.y_min) + " " +
             std::to_string(metrics.x_max) + " " + std::to_string(metrics.y_max) + "]";
  add(" /ItalicAngle", metrics.italic_angle);
  add(" /Ascent", metrics.ascent);
  add(" /Descent", metrics.descent);
  add(" /CapHeight", metrics.cap_height);
  add(" /StemV", stem_width(metrics.weight));
  return entries + " /FontFile2 " + reference(file) + " /CIDSet " + reference(codes) + "\n";
}

void add_damaged_glyph(const Font& font, char32_t character, Diagnostics& diagnostics) {
  std::string shown;
  utf8::append(shown, character);
  diagnostics.error("FONT-08", "字体文件 " + font.shown() + " 损坏：字符“" + shown + "”的轮廓不完整", {},
                    "换一份完好的字体文件");
}

}  // namespace

std::uint16_t FontUse::code(GlyphId glyph, char32_t character) {
  if (glyph >= first_code_.size()) first_code_.resize(std::size_t{glyph} + 1, 0);
  std::uint16_t& first = first_code_[glyph];
  if (first != 0 && glyphs_[first].character == character) return first;
  std::uint16_t& code = first == 0 ? first : more_codes_[std::uint64_t{glyph} << 32 | character];
  if (code != 0) return code;
  if (glyphs_.size() > most_codes) {
    overflown_ = true;
    return 0;
  }
  code = static_cast<std::uint16_t>(glyphs_.size());
  glyphs_.push_back({glyph, character});
  return code;
}

std::optional<PdfObject> add_font(PdfCanvas& canvas, Deflater& deflater, const Font& font, const FontUse& use,
                                  Diagnostics& diagnostics) {
  const FontSubset subset = font_subset(font, use.glyphs());
  if (use.overflown() || subset.overflown) {
    diagnostics.error("PDF-03", "一份文件里字体 " + font.shown() + " 用了六万五千个以上的字形，PDF 容不下", {});
    return std::nullopt;
  }
  if (subset.damaged) {
    add_damaged_glyph(font, *subset.damaged, diagnostics);
    return std::nullopt;
  }
  const std::string name = subset_tag(use.glyphs()) + "+" + font.postscript_name();
  const std::string length = "/Length1 " + std::to_string(subset.file.size());
  const PdfObject file = add_deflated(canvas, deflater, subset.file, length);
  const PdfObject unicode = add_deflated(canvas, deflater, to_unicode(use.glyphs()), "");
  const PdfObject codes = add_deflated(canvas, deflater, code_set(use.glyphs().size()), "");
  const PdfObject described = canvas.add(descriptor(font, name, file, codes));
  const PdfObject descendant = canvas.add(
      "/Type /Font /Subtype /CIDFontType2 /BaseFont /" + name +
      "\n/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n/CIDToGIDMap /Identity /DW " +
      std::to_string(default_width) + " /W " + widths(font, use.glyphs()) + "\n/FontDescriptor " +
      reference(described) + "\n");
  return canvas.add("/Type /Font /Subtype /Type0 /BaseFont /" + name + " /Encoding /Identity-H\n/DescendantFonts [" +
                    reference(descendant) + "] /ToUnicode " + reference(unicode) + "\n");
}

}  // namespace gongkai
