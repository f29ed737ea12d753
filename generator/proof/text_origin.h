#pragma once
// Which line of the data or of the profile a printed text was written in.

#include <string_view>
#include <vector>

#include "base/source.h"
#include "profile/profile.h"
#include "proof/passage.h"
#include "value/value.h"

namespace gongkai {

/// All texts that can have been printed, gathered when first asked: data, terms, wording,
/// titles and notes of tables.
class TextOrigin {
 public:
  /// The arguments must outlive it.
  TextOrigin(const Value& data, const Profile& profile, const Sources& sources)
      : data_(&data), profile_(&profile), sources_(&sources) {}

  /// Where [begin, end) of the passage was written: the words themselves where they can be
  /// found in the source, else the text they are in; the passage's template line at last.
  [[nodiscard]] Span of(const Passage& passage, std::size_t begin, std::size_t end);

 private:
  struct Written {
    std::string_view text;
    Span span;
  };
  void gather(const Value& value);
  void gather();
  [[nodiscard]] Span narrowed(Span span, std::string_view words) const;

  const Value* data_;
  const Profile* profile_;
  const Sources* sources_;
  std::vector<Written> texts_;
  bool gathered_ = false;
};

}  // namespace gongkai
