#include "cli/search.h"

#include <doctest/doctest.h>

#include "cli/folder.h"
#include "cli/home.h"

using namespace gongkai;

namespace {

std::string found(const SearchResult& result, const Folder& folder) {
  std::string all;
  for (const FoundReport& report : result.reports)
    all += *path_below(folder.path(), report.path) + (report.named ? "! " : " ");
  return all;
}

}  // namespace

TEST_CASE("a folder is searched at any depth in the order of bytes, hidden entries and shared files left out") {
  const Folder folder;
  for (const char* name :
       {"b/2.yaml", "b/1.json", "a.yml", "乙.yaml", "notes.md", ".hidden/x.yaml", ".y.yaml", "b/共用.yaml"})
    folder.write(name, "");
  CHECK(found(search_reports({folder.path().string()}), folder) == "a.yml b/1.json b/2.yaml 乙.yaml ");
}

TEST_CASE("a file named twice or found again is taken once") {
  const Folder folder;
  const std::string file = folder.write("x/1.yaml", "").string();
  CHECK(found(search_reports({file, folder.path().string(), file}), folder) == "x/1.yaml! ");
}

TEST_CASE("a path that does not exist is an error") {
  const SearchResult result = search_reports({"nowhere.yaml"});
  CHECK(result.errors == std::vector<std::string>{"找不到 nowhere.yaml"});
}

TEST_CASE("the home is the nearest folder with templates above the report") {
  const Folder folder;
  folder.write("templates/a/profile.yaml", "");
  folder.write("county/templates/b/profile.yaml", "");
  const auto report = folder.write("county/data/x/2023.yaml", "");
  CHECK(find_home("", report) == folder.path() / "county");
  CHECK(find_home(folder.path().string(), report) == folder.path());
  CHECK(!find_home((folder.path() / "county/data").string(), report).has_value());
}

TEST_CASE("a path is below a folder by whole names") {
  CHECK(path_below("/a/b", "/a/b/c.yaml") == "c.yaml");
  CHECK(!path_below("/a/b", "/a/bc/c.yaml").has_value());
  CHECK(!path_below("/a/b", "/a/b").has_value());
}
