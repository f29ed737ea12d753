#pragma once
// Template text + ledger → Document. Blocks are parsed from the template once;
// {{ }} yields inlines, so data can never become markup.

#include <optional>

#include "base/diagnostic.h"
#include "base/source.h"
#include "document/document.h"
#include "ledger/ledger.h"
#include "profile/profile.h"
#include "value/posting.h"

namespace gongkai {

/// The parsed templates of a profile; parse once, fill many times. Thread-safe to share.
class Templates {
 public:
  [[nodiscard]] static std::optional<Templates> parse(const Profile& profile, const Sources& sources,
                                                      Diagnostics& diagnostics);
  struct Parsed;
  [[nodiscard]] const Parsed& parsed() const { return *parsed_; }

 private:
  std::shared_ptr<const Parsed> parsed_;
};

/// Everything one report is filled from.
struct Report {
  const Profile& profile;
  const Templates& templates;
  const Entered& entered;
  const Ledger& ledger;
  const Sources& sources;
};

/// The document, or nullopt after errors; all errors of the run are reported, each with
/// the template's place and, where a data value is at fault, the data's place as a note.
[[nodiscard]] std::optional<Document> fill(const Report& report, Journal& journal, Diagnostics& diagnostics);

}  // namespace gongkai
