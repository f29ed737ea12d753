#include "base/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace gongkai {

namespace {

struct Close {
  void operator()(std::FILE* file) const { static_cast<void>(std::fclose(file)); }
};

/// "a/./b//c/" → "a/b/c"; the root of relative paths is "".
std::string normal(const std::string& path) {
  std::string text = std::filesystem::path(path).lexically_normal().generic_string();
  if (text == ".") return {};
  if (text.size() > 1 && text.back() == '/') text.pop_back();
  return text;
}

std::string prefix_of(const std::string& folder) {
  std::string prefix = normal(folder);
  if (!prefix.empty() && prefix.back() != '/') prefix.push_back('/');
  return prefix;
}

/// A regular file that is not empty; nullptr for anything else.
std::shared_ptr<const void> mapped(int file, std::size_t& size) {
  struct stat status = {};
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0) return nullptr;
  size = static_cast<std::size_t>(status.st_size);
  void* const start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (start == MAP_FAILED) return nullptr;
  return {start, [size](void* held) { munmap(held, size); }};
}

}  // namespace

std::optional<FileBytes> Files::open(const std::string& path) const {
  std::optional<std::string> text = read(path);
  if (!text) return std::nullopt;
  const auto held = std::make_shared<const std::string>(std::move(*text));
  return FileBytes{held, *held};
}

std::optional<FileBytes> DiskFiles::open(const std::string& path) const {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::nullopt;
  std::size_t size = 0;
  std::shared_ptr<const void> start = mapped(file, size);
  close(file);
  if (!start) return Files::open(path);
  const std::string_view bytes(static_cast<const char*>(start.get()), size);
  return FileBytes{std::move(start), bytes};
}

std::optional<std::string> DiskFiles::read(const std::string& path) const {
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rb"));
  if (!file) return std::nullopt;
  std::error_code unknown_size;
  const auto expected = std::filesystem::file_size(path, unknown_size);
  std::string text;
  std::size_t used = 0;
  text.resize(unknown_size ? 4096 : static_cast<std::size_t>(expected) + 1);
  // One byte more than the size: the end is seen without growing. Pipes have no size.
  while (const std::size_t got = std::fread(text.data() + used, 1, text.size() - used, file.get())) {
    used += got;
    if (used == text.size()) text.resize(2 * used);
  }
  if (std::ferror(file.get()) != 0) return std::nullopt;  // a folder opens, but can't be read
  text.resize(used);
  return text;
}

bool DiskFiles::is_folder(const std::string& path) const {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

std::vector<std::string> DiskFiles::list(const std::string& path) const {
  std::vector<std::string> names;
  std::error_code error;
  std::filesystem::directory_iterator entry(path, error);
  for (const std::filesystem::directory_iterator end; !error && entry != end; entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void MemoryFiles::add(const std::string& path, std::string text) { texts_[normal(path)] = std::move(text); }

std::optional<std::string> MemoryFiles::read(const std::string& path) const {
  const auto found = texts_.find(normal(path));
  if (found == texts_.end()) return std::nullopt;
  were_read_.insert(found->first);
  return found->second;
}

bool MemoryFiles::is_folder(const std::string& path) const {
  const std::string prefix = prefix_of(path);
  const auto found = texts_.lower_bound(prefix);
  return found != texts_.end() && found->first.starts_with(prefix);
}

std::vector<std::string> MemoryFiles::list(const std::string& path) const {
  const std::string prefix = prefix_of(path);
  std::set<std::string> names;
  for (auto it = texts_.lower_bound(prefix); it != texts_.end() && it->first.starts_with(prefix); ++it) {
    const std::string rest = it->first.substr(prefix.size());
    names.insert(rest.substr(0, rest.find('/')));
  }
  return {names.begin(), names.end()};
}

}  // namespace gongkai
