#pragma once
// A folder of one test, gone afterwards.

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace gongkai {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "gongkai-test-XXXXXX").string();
    path_ = std::filesystem::canonical(::mkdtemp(name.data()));
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    const std::filesystem::path whole = path_ / name;
    std::filesystem::create_directories(whole.parent_path());
    std::ofstream(whole, std::ios::binary) << text;
    return whole;
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  /// Names directly in a folder, sorted.
  [[nodiscard]] std::string names(const std::string& folder = ".") const {
    std::set<std::string> sorted;
    for (const auto& entry : std::filesystem::directory_iterator(path_ / folder))
      sorted.insert(entry.path().filename());
    std::string all;
    for (const std::string& name : sorted) all += (all.empty() ? "" : " ") + name;
    return all;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace gongkai
