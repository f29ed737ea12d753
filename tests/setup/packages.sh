# Sourced by regenerate and tests/run: need PACKAGE… installs what is missing on Debian,
# quietly, and says in one line what is missing when it can't.

missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

say_missing() {
  echo "缺少软件包，请先安装 / missing packages, please install: apt-get install $*" >&2
  exit 3
}

need() {
  command -v dpkg-query >/dev/null || return 0 # not Debian: let the build say what it lacks
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -eq 0 ] && return 0
  local -a root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || say_missing "${missing[@]}"
    root=(sudo -n)
  fi
  export DEBIAN_FRONTEND=noninteractive
  {
    "${root[@]}" apt-get update -qq &&
      "${root[@]}" apt-get install -qq -y --no-install-recommends "${missing[@]}"
  } >/dev/null 2>&1 || say_missing "${missing[@]}"
}

build_packages=(cmake g++ make nlohmann-json3-dev libyaml-cpp-dev libhpdf-dev libdeflate-dev)
test_packages=(doctest-dev poppler-utils qpdf mupdf-tools python3 python3-jinja2 python3-fonttools python3-jsonschema cmark-gfm chromium
  python3-pikepdf python3-icu libpdfbox2-java libactivation-java libjaxb-java default-jre-headless)
# A Node.js from elsewhere brings its npm along; Debian's two would not go in beside it.
command -v npm >/dev/null || test_packages+=(nodejs npm)

# configure_and_build PRESET [TARGET…]: ninja if it is there, make otherwise; a build
# folder keeps the generator it was begun with. Whoever asks for a target needs none of what
# the tests need; a folder once made for them stays so.
configure_and_build() {
  local preset=$1 folder=build settings=() targets=()
  shift
  [ "$preset" = release ] || folder=build/$preset
  if [ "$#" -eq 0 ]; then
    settings+=(-D GONGKAI_TESTS=ON)
  else
    targets=(--target "$@")
    [ -f "$folder/CMakeCache.txt" ] || settings+=(-D GONGKAI_TESTS=OFF)
  fi
  if [ ! -f "$folder/CMakeCache.txt" ] && command -v ninja >/dev/null; then settings+=(-G Ninja); fi
  mkdir -p build
  {
    cmake --preset "$preset" "${settings[@]}" && cmake --build --preset "$preset" -j "$(nproc)" "${targets[@]}"
  } >"$folder.log" 2>&1 && return
  grep -v '^\[' "$folder.log" >&2 # the compiler's words without ninja's counting
  return 3
}
