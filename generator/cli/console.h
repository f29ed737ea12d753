#pragma once
// The terminal: results on stdout, messages on stderr, a progress bar on a terminal only.

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>

namespace gongkai {

class Console {
 public:
  explicit Console(bool quiet);
  /// Diagnostics are coloured: stderr is a terminal and NO_COLOR is not set.
  [[nodiscard]] bool colour() const { return colour_; }
  [[nodiscard]] bool quiet() const { return quiet_; }

  /// To stdout.
  void result(const std::string& text);
  /// To stderr. A message seen before in this run (a mistake in a profile that many
  /// reports share) is not shown again.
  void message(const std::string& text);
  /// To stderr unless quiet.
  void remark(const std::string& text);
  /// "[####······] 4/10 text"; drawn over the last one, gone after clear_progress().
  void progress(std::size_t done, std::size_t total, const std::string& text);
  void clear_progress();
  /// False when stdout could not take all of it (a full disk).
  [[nodiscard]] bool flush();

 private:
  bool quiet_ = false;
  bool terminal_ = false;
  bool colour_ = false;
  bool bar_shown_ = false;
  std::set<std::pair<std::uint64_t, std::uint64_t>> shown_;  // hashes: messages of a large run fill the memory
};

}  // namespace gongkai
