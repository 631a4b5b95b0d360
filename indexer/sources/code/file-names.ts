/** Extensions of source code, scripts, styles and settings whose lines are read as they stand. */
export const codeExtensions = [
  'py pyi pyw ipy js mjs cjs jsx ts mts cts tsx vue svelte astro java kt kts scala groovy gradle clj cljs cljc',
  'c h cc cpp cxx hh hpp hxx ino m mm cs csx fs fsx vb swift go rs zig nim d dart pas pp lpr ada adb ads',
  'rb erb rake gemspec php phtml pl pm t lua tcl r rmd rnw jl f f90 f95 f03 for cob cbl asm s lisp lsp el scm ss',
  'rkt hs lhs ml mli elm ex exs erl hrl cr v sv vhd vhdl sol proto thrift graphql gql',
  'sh bash zsh fish ksh csh ps1 psm1 psd1 bat cmd awk sed applescript ahk vim vba bas',
  'sql ddl psql prql css scss sass less styl tex sty cls bib ltx latex typ',
  'yaml yml toml ini cfg conf config properties editorconfig desktop service timer tf tfvars hcl nix cmake mk mak',
  'dockerfile makefile patch diff po pot strings reg ejs hbs mustache jinja j2 liquid pug haml',
  'feature robot http rest gitignore gitattributes dockerignore npmignore',
].join(' ');

const wholeNames =
  /^(?:(?:docker|container|make|gnumake|rake|gem|vagrant|jenkins|proc|brew|just|pod|fast|snake|task|cap|guard|berks|cheese|apt)file(?:\..+)?|build|workspace|codeowners|\.?(?:bash|zsh|csh|fish|vim|nano|input|screen|tmux|curl|wget|gem|eslint|prettier|babel)rc|\.(?:bash_|z)?(?:profile|aliases|login|logout|history)|\.(?:git(?:ignore|attributes|modules|config)|editorconfig|dockerignore|npmignore|tmux\.conf|emacs))$/i;

/** True for names that say what a file is without an extension: `Makefile`, `Dockerfile.dev`, `.bashrc`. */
export function isCodeName(name: string): boolean {
  return wholeNames.test(name);
}
