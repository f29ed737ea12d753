#include "cli/font_shelf.h"

#include <utility>

#include "load/reader.h"

namespace gongkai {
namespace {

constexpr const char* manifest_path = "fonts/fonts.yaml";

std::shared_ptr<const LoadedFonts> open(const Files& files, const std::string& home) {
  auto loaded = std::make_shared<LoadedFonts>();
  std::optional<std::string> text = files.read(home + "/" + manifest_path);
  if (!text) {
    loaded->diagnostics.error("FONT-01", std::string("读不了字体清单 ") + manifest_path, {},
                              "只要网页和 Markdown 可以加 --to md,html");
    return loaded;
  }
  const SourceId id = loaded->sources.add(manifest_path, std::move(*text));
  const std::optional<Value> manifest = read_value(loaded->sources, id, loaded->diagnostics);
  if (manifest) loaded->fonts = FontSet::open(*manifest, home + "/fonts", files, loaded->diagnostics);
  return loaded;
}

}  // namespace

std::shared_ptr<const LoadedFonts> FontShelf::get(const std::string& home) {
  return loaded_.get(home, [&] { return open(files_, home); });
}

}  // namespace gongkai
