#include "cli/data_layers.h"

#include <doctest/doctest.h>

#include "cli/folder.h"

using namespace gongkai;

namespace {

std::string places(const char* home, const char* report) {
  std::string all;
  for (const auto& path : shared_places(home, report)) all += path.generic_string() + "\n";
  return all;
}

}  // namespace

TEST_CASE("what a report shares stands from data/ down to its own folder") {
  CHECK(places("/h", "/h/data/省/县/甲局/2023.yaml") ==
        "/h/data/共用.yaml\n/h/data/省/共用.yaml\n/h/data/省/县/共用.yaml\n/h/data/省/县/甲局/共用.yaml\n");
  CHECK(places("/h", "/h/data/2023.yaml") == "/h/data/共用.yaml\n");
}

TEST_CASE("a report outside of data/ shares nothing") {
  CHECK(places("/h", "/h/elsewhere/2023.yaml").empty());
  CHECK(places("/h", "/h/data2/2023.yaml").empty());
}

TEST_CASE("another file is called as the report was") {
  const Folder folder;
  const auto report = folder.write("data/县/甲局/2023.yaml", "");
  const auto shared = folder.write("data/县/共用.yaml", "");
  const FoundReport found{report.string(), report, true};
  CHECK(shown_beside(found, shared) == shared.string());
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder.path() / "data/县/甲局");
  CHECK(shown_beside({"2023.yaml", report, true}, shared) == "../共用.yaml");
  std::filesystem::current_path(folder.path());
  CHECK(shown_beside({"data/县/甲局/2023.yaml", report, true}, shared) == "data/县/共用.yaml");
  std::filesystem::current_path(here);
}

TEST_CASE("behind a link the other file is told by its own path") {
  const Folder folder;
  const auto report = folder.write("data/县/甲局/2023.yaml", "");
  const auto shared = folder.write("data/县/共用.yaml", "");
  std::filesystem::create_directory_symlink(folder.path() / "data/县/甲局", folder.path() / "甲局");
  const FoundReport found{(folder.path() / "甲局/2023.yaml").string(), report, true};
  CHECK(shown_beside(found, shared) == shared.string());
}
