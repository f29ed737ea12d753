#pragma once
// Writing whole files or nothing. Bytes go to a hidden file beside the goal, to the
// disk, and only then under the goal's name; what stood there before stays until that
// moment. A killed run leaves at most its hidden files, which the next run removes.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// The files of one report. stage() all of them, then commit(): a disk that fills up
/// half-way has touched none of the earlier files.
class OutputFiles {
 public:
  OutputFiles() = default;
  OutputFiles(const OutputFiles&) = delete;
  OutputFiles& operator=(const OutputFiles&) = delete;
  ~OutputFiles();  // removes what was staged and not committed

  /// Writes `bytes` aside; folders on the way are made. False: see error().
  [[nodiscard]] bool stage(const std::filesystem::path& goal, std::string_view bytes);
  /// Gives every staged file its name, in the order of staging. False: see error().
  [[nodiscard]] bool commit();
  /// No goal has been replaced yet.
  [[nodiscard]] bool untouched() const { return untouched_; }
  /// Chinese, with the path and the reason: "写不了 out/x.md：磁盘已满".
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  struct Staged {
    std::filesystem::path goal;
    std::filesystem::path aside;
    int file = -1;  // open and locked as long as this run needs it
  };
  bool fail(const std::filesystem::path& goal, int code);
  bool write_aside(Staged& staged, std::string_view bytes);

  std::vector<Staged> staged_;
  std::string error_;
  bool untouched_ = true;
};

/// Why a system call failed, in Chinese.
[[nodiscard]] std::string reason_text(int code);

}  // namespace gongkai
