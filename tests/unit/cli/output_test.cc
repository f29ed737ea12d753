#include "cli/output.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "cli/folder.h"

using namespace gongkai;

TEST_CASE("nothing has its name before commit") {
  const Folder folder;
  OutputFiles files;
  REQUIRE(files.stage(folder.path() / "out/a.md", "text"));
  CHECK(folder.read("out/a.md").empty());
  REQUIRE(files.commit());
  CHECK(folder.read("out/a.md") == "text");
  CHECK(folder.names("out") == "a.md");
}

TEST_CASE("what was staged and not committed leaves no trace") {
  const Folder folder;
  folder.write("a.md", "earlier");
  {
    OutputFiles files;
    REQUIRE(files.stage(folder.path() / "a.md", "later"));
  }
  CHECK(folder.read("a.md") == "earlier");
  CHECK(folder.names() == "a.md");
}

TEST_CASE("a file in the way of a folder is named") {
  const Folder folder;
  folder.write("x", "a file");
  OutputFiles files;
  CHECK(!files.stage(folder.path() / "x/a.md", "text"));
  CHECK(files.error() == "写不了 " + (folder.path() / "x/a.md").string() + "：路径中有同名的文件");
  CHECK(files.untouched());
}

TEST_CASE("a folder in the place of the goal is named") {
  const Folder folder;
  folder.write("a.md/inner", "x");
  OutputFiles files;
  REQUIRE(files.stage(folder.path() / "a.md", "text"));
  CHECK(!files.commit());
  CHECK(files.error() == "写不了 " + (folder.path() / "a.md").string() + "：已有同名的文件夹");
}

TEST_CASE("what a killed run left is removed by the next that writes the same file") {
  const Folder folder;
  folder.write(".a.md.1.gongkai-tmp", "half");
  folder.write(".b.md.1.gongkai-tmp", "of another file");
  OutputFiles files;
  REQUIRE(files.stage(folder.path() / "a.md", "text"));
  REQUIRE(files.commit());
  CHECK(folder.names() == ".b.md.1.gongkai-tmp a.md");
}

TEST_CASE("what a living run holds is left alone") {
  const Folder folder;
  const auto path = folder.write(".a.md.1.gongkai-tmp", "half");
  const int held = ::open(path.c_str(), O_WRONLY);
  REQUIRE(::flock(held, LOCK_EX) == 0);
  OutputFiles files;
  REQUIRE(files.stage(folder.path() / "a.md", "text"));
  REQUIRE(files.commit());
  CHECK(folder.names() == ".a.md.1.gongkai-tmp a.md");
  ::close(held);
}
