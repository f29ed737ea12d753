#include "base/files.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <string_view>

using gongkai::DiskFiles;
using gongkai::MemoryFiles;

namespace {

using Names = std::vector<std::string>;

/// A folder of this process, removed at the end.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("gongkai-files-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_ / "部门");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  [[nodiscard]] std::string at(const std::string& name) const { return (path_ / name).string(); }
  void put(const std::string& name, std::string_view text) const {
    std::FILE* file = std::fopen(at(name).c_str(), "wb");
    REQUIRE(file != nullptr);
    CHECK(std::fwrite(text.data(), 1, text.size(), file) == text.size());
    CHECK(std::fclose(file) == 0);
  }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("a file on disk is read whole, byte for byte") {
  const Folder folder;
  const std::string bytes("\0\r\n\xFF年", 7);
  const std::string big(100'000, 'x');
  folder.put("bytes", bytes);
  folder.put("空", "");
  folder.put("big", big);
  const DiskFiles files;
  CHECK(files.read(folder.at("bytes")) == bytes);
  CHECK(files.read(folder.at("空")) == "");
  CHECK(files.read(folder.at("big")) == big);
}

TEST_CASE("what isn't there or is a folder can't be read") {
  const Folder folder;
  const DiskFiles files;
  CHECK_FALSE(files.read(folder.at("nothing")));
  CHECK_FALSE(files.read(folder.at("部门")));
}

TEST_CASE("a file without a size, as a pipe, is read to its end") {
  CHECK(DiskFiles().read("/dev/null") == "");
  const auto own = DiskFiles().read("/proc/self/cmdline");
  REQUIRE(own);
  CHECK_FALSE(own->empty());
}

TEST_CASE("a folder on disk lists its names in the order of their bytes") {
  const Folder folder;
  folder.put("b", "");
  folder.put("B", "");
  folder.put("a", "");
  const DiskFiles files;
  CHECK(files.list(folder.at("")) == Names{"B", "a", "b", "部门"});
  CHECK(files.list(folder.at("nothing")).empty());
  CHECK(files.list(folder.at("a")).empty());
  CHECK(files.is_folder(folder.at("部门")));
  CHECK_FALSE(files.is_folder(folder.at("a")));
  CHECK_FALSE(files.is_folder(folder.at("nothing")));
}

TEST_CASE("files in memory have folders, too") {
  MemoryFiles files;
  files.add("templates/shared/rules.yaml", "规则");
  files.add("templates/sichuan/report.md", "正文");
  files.add("data.yaml", "数据");
  CHECK(files.is_folder("templates"));
  CHECK(files.is_folder("templates/"));
  CHECK(files.is_folder("."));
  CHECK_FALSE(files.is_folder("temp"));
  CHECK_FALSE(files.is_folder("data.yaml"));
  CHECK(files.list("templates") == Names{"shared", "sichuan"});
  CHECK(files.list("") == Names{"data.yaml", "templates"});
  CHECK(files.list("nothing").empty());
}

TEST_CASE("paths in memory mean the same however they are written") {
  MemoryFiles files;
  files.add("a/./b//x.md", "文");
  CHECK(files.read("a/b/x.md") == "文");
  CHECK(files.read("a/c/../b/x.md") == "文");
}

TEST_CASE("files in memory remember what was read, not what was missed") {
  MemoryFiles files;
  files.add("a", "1");
  files.add("b", "2");
  CHECK(files.read("a") == "1");
  CHECK_FALSE(files.read("c"));
  CHECK(files.were_read() == std::set<std::string>{"a"});
}
