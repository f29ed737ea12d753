#pragma once
// The fonts of a home, opened once per run when a format needs them.

#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/source.h"
#include "cli/shelf.h"
#include "layout/font_set.h"

namespace gongkai {

struct LoadedFonts {
  Sources sources;          // the manifest, fonts/fonts.yaml
  Diagnostics diagnostics;  // places are in `sources`
  std::optional<FontSet> fonts;
};

class FontShelf {
 public:
  explicit FontShelf(const Files& files) : files_(files) {}
  /// The fonts below `home`/fonts. From any thread.
  [[nodiscard]] std::shared_ptr<const LoadedFonts> get(const std::string& home);

 private:
  const Files& files_;
  Shelf<LoadedFonts> loaded_;
};

}  // namespace gongkai
