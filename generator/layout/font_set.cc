#include "layout/font_set.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/diagnostic_text.h"
#include "base/utf8.h"

namespace gongkai {
namespace {

constexpr std::string_view fallback_name = "后备";

/// "0" … "99": which font of a collection.
std::optional<std::uint32_t> small_number(const std::string& text) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  std::uint32_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = 10 * number + static_cast<std::uint32_t>(digit - '0');
  }
  return number;
}

using Chain = std::vector<std::uint16_t>;

/// Reads the manifest and opens each font it names once.
class ManifestReader {
 public:
  ManifestReader(std::string folder, const Files& files, Diagnostics& diagnostics)
      : folder_(std::move(folder)), files_(files), diagnostics_(diagnostics) {}

  std::vector<Font> fonts;

  /// Fonts of one role, in order; empty after an error.
  Chain chain(const Value& value) {
    if (const List* const items = value.if_list()) {
      Chain all;
      for (const Value& item : *items) add_font(item, all);
      if (items->empty()) wrong("这里至少要有一个字体", value.span);
      return all;
    }
    Chain single;
    add_font(value, single);
    return single;
  }

  void wrong(const std::string& message, Span span, const std::string& hint = {}) {
    diagnostics_.error("FONT-01", message, span, hint);
  }

 private:
  void add_font(const Value& value, Chain& chain) {
    const Value* const file = value.if_record() == nullptr ? &value : value.find("文件");
    const std::string* const name = file == nullptr ? nullptr : file->if_text();
    if (name == nullptr || name->empty()) {
      wrong("字体应写文件名，如 song-regular.ttf，或 {文件: simsun.ttc, 序号: 0}", value.span);
      return;
    }
    const Value* const place = value.find("序号");
    const std::string* const digits = place == nullptr ? nullptr : place->if_text();
    const std::optional<std::uint32_t> number = place == nullptr ? 0 : small_number(digits == nullptr ? "" : *digits);
    if (!number) {
      wrong("“序号”应为 0 到 99 的整数", place->span);
      return;
    }
    if (const std::optional<std::uint16_t> index = opened(*name, *number, file->span)) chain.push_back(*index);
  }

  std::optional<std::uint16_t> opened(const std::string& name, std::uint32_t number, Span span) {
    const auto [entry, fresh] = indexes_.try_emplace({name, number}, std::nullopt);
    if (!fresh) return entry->second;
    const std::string path = name.front() == '/' ? name : folder_ + "/" + name;
    std::optional<FileBytes> bytes = files_.open(path);
    if (!bytes) {
      diagnostics_.error("FONT-02", "没有字体文件 " + path, span);
      return std::nullopt;
    }
    std::optional<Font> font = Font::open(std::move(*bytes), name, number, span, diagnostics_);
    if (!font) return std::nullopt;
    entry->second = static_cast<std::uint16_t>(fonts.size());
    fonts.push_back(std::move(*font));
    return entry->second;
  }

  std::string folder_;
  const Files& files_;
  Diagnostics& diagnostics_;
  std::map<std::pair<std::string, std::uint32_t>, std::optional<std::uint16_t>> indexes_;
};

void check_keys(const Value& manifest, ManifestReader& reader) {
  std::vector<std::string> known(font_role_names.begin(), font_role_names.end());
  known.emplace_back(fallback_name);
  for (const Entry& entry : *manifest.if_record()) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    const std::string near = nearest(entry.key, known);
    reader.wrong("字体清单里没有“" + entry.key + "”这一项", entry.key_span,
                 near.empty() ? "" : "是否想写“" + near + "”？");
  }
}

Length scaled_to(std::int32_t thousandths, Length size) {
  const std::int64_t product = std::int64_t{thousandths} * size;
  return static_cast<Length>((product + (product < 0 ? -500 : 500)) / 1000);
}

}  // namespace

std::string_view role_name(FontRole role) { return font_role_names[static_cast<std::size_t>(role)]; }

std::optional<FontSet> FontSet::open(const Value& manifest, const std::string& folder, const Files& files,
                                     Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.count(Severity::error);
  ManifestReader reader(folder, files, diagnostics);
  if (manifest.if_record() == nullptr) {
    reader.wrong("字体清单应写明各项用哪个字体文件，如“正文: song-regular.ttf”", manifest.span);
    return std::nullopt;
  }
  check_keys(manifest, reader);
  FontSet set;
  const Value* const fallback = manifest.find(fallback_name);
  const Chain last = fallback == nullptr ? Chain() : reader.chain(*fallback);
  for (std::size_t role = 0; role < font_role_count; ++role) {
    const Value* const own = manifest.find(font_role_names[role]);
    if (own == nullptr) {
      reader.wrong("字体清单缺少“" + std::string(font_role_names[role]) + "”", manifest.span);
      continue;
    }
    set.chains_[role] = reader.chain(*own);
    set.chains_[role].insert(set.chains_[role].end(), last.begin(), last.end());
  }
  if (diagnostics.count(Severity::error) != errors) return std::nullopt;
  set.fonts_ = std::move(reader.fonts);
  return set;
}

Glyph FontSet::glyph(FontRole role, char32_t character) const {
  const Chain& fonts = chain(role);
  for (const std::uint16_t index : fonts) {
    const GlyphId glyph = fonts_[index].glyph(character);
    if (glyph != 0) return {index, glyph, fonts_[index].advance(glyph), true};
  }
  return {fonts.front(), 0, fonts_[fonts.front()].advance(0), false};
}

Length FontSet::ascent(FontRole role, Length size) const {
  return scaled_to(fonts_[chain(role).front()].metrics().ascent, size);
}

Length FontSet::descent(FontRole role, Length size) const {
  return scaled_to(-fonts_[chain(role).front()].metrics().descent, size);
}

Length FontSet::cap_height(FontRole role, Length size) const {
  return scaled_to(fonts_[chain(role).front()].metrics().cap_height, size);
}

Length at_size(std::int32_t advance, Length size) { return scaled_to(advance, size); }

}  // namespace gongkai
