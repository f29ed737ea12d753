#pragma once
// The only window to the outside: reading. Writing is the command line's business
// (cli/output). Tests use MemoryFiles, which also records what was read.

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gongkai {

/// The bytes of a file, valid while `owner` is held.
struct FileBytes {
  std::shared_ptr<const void> owner;
  std::string_view bytes;
};

class Files {
 public:
  virtual ~Files() = default;
  /// The whole file, or nullopt when it does not exist or can't be read.
  [[nodiscard]] virtual std::optional<std::string> read(const std::string& path) const = 0;
  /// The same bytes without reading them all where that can be had (fonts of megabytes of
  /// which a report uses little). A file cut short while it is held must be expected by
  /// nobody: outputs are put in place by renaming, never by overwriting.
  [[nodiscard]] virtual std::optional<FileBytes> open(const std::string& path) const;
  [[nodiscard]] virtual bool is_folder(const std::string& path) const = 0;
  /// Names (not paths) in a folder, sorted by bytes; empty when there is no such folder.
  [[nodiscard]] virtual std::vector<std::string> list(const std::string& path) const = 0;
};

class DiskFiles final : public Files {
 public:
  [[nodiscard]] std::optional<std::string> read(const std::string& path) const override;
  [[nodiscard]] std::optional<FileBytes> open(const std::string& path) const override;  // mapped
  [[nodiscard]] bool is_folder(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& path) const override;
};

class MemoryFiles final : public Files {
 public:
  void add(const std::string& path, std::string text);
  [[nodiscard]] std::optional<std::string> read(const std::string& path) const override;
  [[nodiscard]] bool is_folder(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& path) const override;
  [[nodiscard]] const std::set<std::string>& were_read() const { return were_read_; }

 private:
  std::map<std::string, std::string> texts_;
  mutable std::set<std::string> were_read_;
};

}  // namespace gongkai
