#include "write/scoped_style.h"

#include <doctest/doctest.h>

using gongkai::scoped_style;

TEST_CASE("every selector of a scoped style begins with the scope") {
  CHECK(scoped_style("/* text */\np, h2 > a:hover { color: red; }\n", ".g") ==
        ".g p, .g h2 > a:hover { color: red; }\n");
  CHECK(scoped_style(":root { --a: 1; }\nbody.wide { margin: 0; }\nhtml { font: 1em; }\n", ".g") ==
        ".g { --a: 1; }\n.g.wide { margin: 0; }\n");
  CHECK(scoped_style("section:has(> :is(h2, h3) + .x), b { top: 0; }", ".g") ==
        ".g section:has(> :is(h2, h3) + .x), .g b { top: 0; }\n");
}

TEST_CASE("a scoped style keeps @media and leaves the page to the outer page") {
  CHECK(scoped_style("@media print {\n  html { top: 0; }\n  p { top: 0; }\n}\nb { top: 0; }\n", ".g") ==
        "@media print{\n.g p { top: 0; }\n}\n.g b { top: 0; }\n");
  CHECK(scoped_style("@container (max-width: 9px) { p { top: 0; } }", ".g") ==
        "@container (max-width: 9px){\n.g p { top: 0; }\n}\n");
  CHECK(scoped_style(
            "@page { size: A4; @bottom-center { content: none; } }\n@page :first { margin: 0; }\nb { top: 0; }\n",
            ".g") == ".g b { top: 0; }\n");
  CHECK(scoped_style("@page front { margin: 0; @bottom-left { content: none; } @bottom-right { content: none; } }\n"
                     "@media print { b { top: 0; } }\n",
                     ".g") == "@media print{\n.g b { top: 0; }\n}\n");
}

TEST_CASE("a scoped style is light: whether a page is dark is the outer page's business") {
  CHECK(scoped_style("@media (prefers-color-scheme: dark) { :root { --a: 1; } b { top: 0; } }\nb { top: 1em; }\n",
                     ".g") == ".g b { top: 1em; }\n");
}
