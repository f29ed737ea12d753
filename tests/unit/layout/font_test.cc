#include "layout/font.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "base/utf8.h"
#include "fonts_of_tree.h"
#include "layout/font_set.h"

using namespace gongkai;
using gongkai::testing::fonts_folder;
using gongkai::testing::manifest_of;
using gongkai::testing::told;
using gongkai::testing::tree_fonts;
using gongkai::testing::tree_manifest;

namespace {

std::optional<Font> opened(std::string bytes, Diagnostics& diagnostics, std::uint32_t number = 0) {
  const auto held = std::make_shared<const std::string>(std::move(bytes));
  return Font::open({held, *held}, "试.ttf", number, {}, diagnostics);
}

std::string font_bytes(const std::string& name) { return *DiskFiles().read(fonts_folder() + "/" + name); }

void put(std::string& bytes, std::size_t at, std::uint32_t number, int size) {
  for (int part = 0; part < size; ++part)
    bytes[at + static_cast<std::size_t>(part)] = static_cast<char>(number >> (8 * (size - 1 - part)));
}

/// A font of three glyphs: .notdef, A (a square), 𠮷 (A moved); cmap as given.
std::string small_font(const std::string& cmap) {
  const std::string square("\0\1\0\0\0\0\1\364\1\364\0\3\0\0\1\1\1\1\0\0\1\364\0\0\376\14\0\0\0\0\1\364\0\0", 34);
  const std::string moved("\377\377\0\0\0\0\1\364\1\364\0\3\0\1\0\12\0\12", 18);
  std::string head(54, '\0');
  put(head, 18, 2000, 2);
  put(head, 50, 1, 2);
  std::string hhea(36, '\0');
  put(hhea, 4, 1760, 2);
  put(hhea, 6, 0x10000 - 240, 2);
  put(hhea, 34, 2, 2);
  std::string maxp(32, '\0');
  put(maxp, 4, 3, 2);
  const std::string hmtx("\3\350\0\0\7\320\0\12\0\24", 10);
  std::string loca(16, '\0');
  put(loca, 8, static_cast<std::uint32_t>(square.size()), 4);
  put(loca, 12, static_cast<std::uint32_t>(square.size() + moved.size()), 4);
  const std::pair<const char*, std::string> tables[] = {{"cmap", cmap}, {"glyf", square + moved}, {"head", head},
                                                        {"hhea", hhea}, {"hmtx", hmtx},           {"loca", loca},
                                                        {"maxp", maxp}};
  std::string file(12 + 16 * 7, '\0');
  put(file, 0, 0x00010000, 4);
  put(file, 4, 7, 2);
  std::size_t entry = 12;
  for (const auto& [tag, bytes] : tables) {
    file.replace(entry, 4, tag);
    put(file, entry + 8, static_cast<std::uint32_t>(file.size()), 4);
    put(file, entry + 12, static_cast<std::uint32_t>(bytes.size()), 4);
    file += bytes;
    entry += 16;
  }
  return file;
}

/// Format 12: A and 𠮷.
std::string wide_cmap() {
  std::string cmap(12 + 16 + 24, '\0');
  put(cmap, 2, 1, 2);
  put(cmap, 4, 3, 2);
  put(cmap, 6, 10, 2);
  put(cmap, 8, 12, 4);
  put(cmap, 12, 12, 2);
  put(cmap, 24, 2, 4);
  const std::uint32_t groups[] = {0x41, 0x41, 1, 0x20BB7, 0x20BB7, 2};
  for (std::size_t index = 0; index < 6; ++index) put(cmap, 28 + 4 * index, groups[index], 4);
  return cmap;
}

/// Format 4: A by a delta, B by a list of glyphs, and the closing segment.
std::string narrow_cmap() {
  std::string cmap(12 + 14 + 2 + 8 * 3 + 2, '\0');
  put(cmap, 2, 1, 2);
  put(cmap, 4, 3, 2);
  put(cmap, 6, 1, 2);
  put(cmap, 8, 12, 4);
  put(cmap, 12, 4, 2);
  put(cmap, 18, 6, 2);
  const std::uint32_t numbers[] = {0x41, 0x42, 0xFFFF, 0, 0x41, 0x42, 0xFFFF, 0x10000 - 0x40, 0, 1, 0, 4, 0, 2};
  for (std::size_t index = 0; index < 14; ++index) put(cmap, 26 + 2 * index, numbers[index], 2);
  return cmap;
}

}  // namespace

TEST_CASE("a font of two thousand units an em is told in thousandths") {
  Diagnostics diagnostics;
  const std::optional<Font> font = opened(small_font(wide_cmap()), diagnostics);
  REQUIRE(told(diagnostics) == "");
  CHECK(font->glyph(U'A') == 1);
  CHECK(font->glyph(0x20BB7) == 2);
  CHECK(font->glyph(U'B') == 0);
  CHECK(font->glyph(0x7FFFFFFF) == 0);
  CHECK(font->advance(0) == 500);
  CHECK(font->advance(1) == 1000);
  CHECK(font->advance(2) == 1000);  // the last advance stands for all that follow
  CHECK(font->raw_left_bearing(2) == 20);
  CHECK(font->metrics().ascent == 880);
  CHECK(font->metrics().descent == -120);
  CHECK(font->outline(0) == std::string_view());
  CHECK(font->outline(3) == std::nullopt);
  CHECK(font->box(1)->x_max == 250);
  CHECK(font->postscript_name() == "Font");
}

TEST_CASE("format 4 maps by deltas and by lists of glyphs") {
  Diagnostics diagnostics;
  const std::optional<Font> font = opened(small_font(narrow_cmap()), diagnostics);
  REQUIRE(told(diagnostics) == "");
  CHECK(font->glyph(U'A') == 1);
  CHECK(font->glyph(U'B') == 2);
  CHECK(font->glyph(0xFFFF) == 0);
}

TEST_CASE("groups of a cmap that overlap are damage") {
  std::string cmap = wide_cmap();
  put(cmap, 40, 0x41, 4);
  Diagnostics diagnostics;
  CHECK_FALSE(opened(small_font(cmap), diagnostics).has_value());
  CHECK(told(diagnostics) == "FONT-04 字体文件 试.ttf 损坏：字符表 cmap不完整（换一份完好的字体文件）\n");
}

TEST_CASE("what is no TrueType font is refused with the reason") {
  Diagnostics diagnostics;
  CHECK_FALSE(opened("", diagnostics).has_value());
  std::string otto = small_font(wide_cmap());
  otto.replace(0, 4, "OTTO");
  CHECK_FALSE(opened(otto, diagnostics).has_value());
  CHECK(told(diagnostics) ==
        "FONT-04 字体文件 试.ttf 损坏：文件头不完整（换一份完好的字体文件）\n"
        "FONT-05 字体文件 试.ttf 不是 TrueType 轮廓的字体，不能嵌入（请用 .ttf（glyf 轮廓）的字体；.otf（CFF "
        "轮廓）须先转换）\n");
}

TEST_CASE("a font whose licence bits forbid embedding is refused") {
  std::string bytes = font_bytes("rare-kai.ttf");
  FontTables tables;
  REQUIRE(tables.read(bytes, 0) == FontTables::Outcome::good);
  const auto at = static_cast<std::size_t>(tables.find(font_tag("OS/2")).data() - bytes.data());
  put(bytes, at + 8, 2, 2);
  Diagnostics diagnostics;
  CHECK_FALSE(opened(bytes, diagnostics).has_value());
  CHECK(told(diagnostics) ==
        "FONT-06 字体文件 试.ttf "
        "的许可标志（fsType）不允许嵌入文档（换用允许嵌入的字体，或向字体厂商取得可嵌入的版本）\n");
}

TEST_CASE("a font of a collection is chosen by its number") {
  const std::string font = small_font(wide_cmap());
  std::string collection("ttcf\0\1\0\0\0\0\0\1\0\0\0\20", 16);
  std::string moved = font;
  for (std::size_t entry = 12; entry < 12 + 16 * 7; entry += 16)
    put(moved, entry + 8, read_u32(font, entry + 8) + 16, 4);
  Diagnostics diagnostics;
  CHECK(opened(collection + moved, diagnostics)->glyph(U'A') == 1);
  CHECK_FALSE(opened(collection + moved, diagnostics, 1).has_value());
  CHECK_FALSE(opened(font, diagnostics, 1).has_value());
}

TEST_CASE("no damage to a font's bytes does harm") {
  const std::string whole[] = {small_font(wide_cmap()), small_font(narrow_cmap())};
  std::uint32_t state = 20231121;
  const auto random = [&state](std::size_t limit) {
    state = state * 1664525 + 1013904223;
    return static_cast<std::size_t>(state >> 8) % limit;
  };
  for (int round = 0; round < 20000; ++round) {
    std::string bytes = whole[round % 2];
    for (std::size_t change = 0; change <= random(4); ++change)
      bytes[random(bytes.size())] = static_cast<char>(random(256));
    if (random(4) == 0) bytes.resize(random(bytes.size()));
    Diagnostics diagnostics;
    const std::optional<Font> font = opened(bytes, diagnostics);
    CHECK(font.has_value() == diagnostics.all().empty());
    if (!font) continue;
    for (const char32_t character : {U'A', U'B', U'\x20BB7', U'\xFFFF'}) {
      const GlyphId glyph = font->glyph(character);
      CHECK(glyph < font->glyph_count());
      static_cast<void>(font->advance(glyph));
      static_cast<void>(font->outline(glyph));
      static_cast<void>(font->box(glyph));
    }
  }
}

TEST_CASE("rare names are found in the fallback, common characters in the role's own font") {
  const FontSet& fonts = tree_fonts();
  const Glyph common = fonts.glyph(FontRole::body, U'决');
  CHECK(common.found);
  CHECK(fonts.font(common.font).shown() == "song-regular.ttf");
  CHECK(common.advance == 1000);
  for (const char32_t character : {U'䶮', U'〇', U'\x2CC56', U'\x2B5AF'}) {
    for (const FontRole role :
         {FontRole::title, FontRole::heading1, FontRole::heading2, FontRole::body, FontRole::table}) {
      CHECK(fonts.glyph(role, character).found);
      CHECK(fonts.glyph(role, character).font == fonts.chain(role).front());
    }
  }
  CHECK(fonts.font(fonts.glyph(FontRole::body, U'\x20BB7').font).shown() == "rare-kai.ttf");
  CHECK(fonts.font(fonts.glyph(FontRole::heading1, U'㐁').font).shown() == "rare-song.ttf");
  CHECK_FALSE(fonts.glyph(FontRole::body, U'\xF8FF').found);
}

TEST_CASE("figures of a role are all of one width and a dash joins the next") {
  const FontSet& fonts = tree_fonts();
  for (const FontRole role :
       {FontRole::title, FontRole::heading1, FontRole::heading2, FontRole::body, FontRole::table}) {
    const std::int32_t width = fonts.glyph(role, U'0').advance;
    for (char32_t digit = U'0'; digit <= U'9'; ++digit) CHECK(fonts.glyph(role, digit).advance == width);
    const Glyph dash = fonts.glyph(role, U'—');
    const std::optional<GlyphBox> box = fonts.font(dash.font).box(dash.glyph);
    CHECK(dash.advance == 1000);
    CHECK(box->x_min == 0);
    CHECK(box->x_max == 1000);
    for (const char32_t quote : U"‘’“”") {
      if (quote != 0) CHECK(fonts.glyph(role, quote).advance == 1000);
    }
    CHECK(fonts.glyph(role, U'·').advance == 500);
  }
}

TEST_CASE("the em box is one em high") {
  CHECK(tree_fonts().ascent(FontRole::body, 16000) == 14080);
  CHECK(tree_fonts().descent(FontRole::body, 16000) == 1920);
  CHECK(tree_fonts().cap_height(FontRole::body, 10000) == 7290);
  CHECK(at_size(333, 10500) == 3497);
}

TEST_CASE("a character no font has is named with its words, its role and the fonts") {
  Diagnostics diagnostics;
  CHECK(check_coverage("部门：凉山州科学技术协会\n2023年", FontRole::table, {}, tree_fonts(), diagnostics));
  CHECK_FALSE(check_coverage("凉山州科学技术协会主席：\U000F8000某某、\U000F8000，及其他各位同志", FontRole::body, {},
                             tree_fonts(), diagnostics));
  CHECK_FALSE(check_coverage("合\uFEFF计", FontRole::table, {}, tree_fonts(), diagnostics));
  CHECK(told(diagnostics) ==
        "FONT-07 “正文”的字体里没有字符“\U000F8000”（U+F8000）：…学技术协会主席：\U000F8000某某、\U000F8000，及其他…"
        "（已找过 song-regular.ttf、rare-song.ttf、rare-kai.ttf；改用通用的写法，或在 fonts/fonts.yaml "
        "的“后备”中加一个有此字的字体）\n"
        "FONT-07 “表格”的字体里没有字符（U+FEFF）：合计（这个字符看不见，多半是复制带来的，请删去）\n");
}

TEST_CASE("a wrong manifest is told item by item") {
  Diagnostics diagnostics;
  const Value manifest = manifest_of({{"正文字", {"a.ttf"}}, {"正文", {"a.ttf"}}, {"表格", {}}, {"题名", {""}}});
  CHECK_FALSE(FontSet::open(manifest, "fonts", MemoryFiles(), diagnostics).has_value());
  CHECK_FALSE(FontSet::open(Value::text("宋体"), "fonts", MemoryFiles(), diagnostics).has_value());
  CHECK(told(diagnostics) ==
        "FONT-01 字体清单里没有“正文字”这一项（是否想写“正文”？）\n"
        "FONT-01 字体应写文件名，如 song-regular.ttf，或 {文件: simsun.ttc, 序号: 0}\n"
        "FONT-01 字体清单缺少“一级标题”\n"
        "FONT-01 字体清单缺少“二级标题”\n"
        "FONT-02 没有字体文件 fonts/a.ttf\n"
        "FONT-01 这里至少要有一个字体\n"
        "FONT-01 字体清单应写明各项用哪个字体文件，如“正文: song-regular.ttf”\n");
}

TEST_CASE("a font named by several roles is opened once") {
  CHECK(tree_fonts().count() == 6);
  CHECK(tree_fonts().chain(FontRole::body) == tree_fonts().chain(FontRole::table));
}
