//! Shapes of Markdown that readers of it have stumbled over, and of front matter: a piece over and over, between a beginning
//! and an end. `{}` in a piece is its number.

/// A name, the beginning, the piece and the end.
type Shape = (&'static str, &'static str, &'static str, &'static str);

pub const SHAPES: &[Shape] = &[
    ("link openings", "", "[a](<b", ""),
    ("brackets", "", "[", ""),
    ("image brackets", "", "![[](", ""),
    ("empty links", "", "[](", ""),
    ("bracket paren", "", "[ (](", ""),
    ("emphasis ends", "", "a***", ""),
    ("emphasis begins", "", "*a _b ", ""),
    ("emphasis open", "", "[*_a", ""),
    ("strong pairs", "", "**x* ", ""),
    ("list marks", "", "* ", "a"),
    ("quotes", "", "> ", "a"),
    ("quote lists", "", "> - ", "a"),
    ("backticks", "", "``\\", ""),
    ("tildes", "", "~~a ~b ", ""),
    ("carets", "", "^a ", ""),
    ("closed carets", "", "^a^", ""),
    ("comments", "", "a <!-- ", ""),
    ("cdata", "", "a <![CDATA[", ""),
    ("instructions", "", "a <? ", ""),
    ("declarations", "", "a <!A", ""),
    ("tags", "", "<a ", ""),
    ("tag lines", "", "<div>\n\n", ""),
    ("div headings", "", "<div>\n\n# a\n\n", ""),
    ("ends", "", "</b> ", ""),
    ("divs ends", "<div><b><i>", "</a>", ""),
    ("html divs", "", "<div><p>", ""),
    ("spans", "", "<span>a ", ""),
    ("scripts", "<div>", "<script>a</b>", ""),
    ("closed scripts", "<div>", "<script>a</script>", ""),
    ("script ends", "<script>\n", "</script ", ""),
    ("attributes", "<div ", "a=1 b ", ">"),
    ("entities", "", "&amp;", ""),
    ("entities in html", "<div>", "&amp;", "</div>"),
    ("ampersands", "<div>", "&a", "</div>"),
    ("footnote refs", "[^a]: b\n\n", "[^a] ", ""),
    ("footnotes", "", "a[^{}] \n\n[^{}]: b\n\n", ""),
    ("footnotes unplaced", "", "[^{}]: b\n", ""),
    ("references", "", "[{}]: /a 'b'\n", ""),
    (
        "reference use",
        "[a]: /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa 'bb'\n\n",
        "[a] ",
        "",
    ),
    ("undefined references", "", "[a][b] ", ""),
    ("commands", "", "{{ ", ""),
    ("commands of kinds", "", "{{< {% ", "%}"),
    ("braces behind brackets", "", "]{ ", "}"),
    ("highlights", "", "== a", ""),
    ("boxes", "", "::: a\n", ""),
    ("tables", "|a|b|\n|-|-|\n", "|1|2|\n", ""),
    (
        "short rows",
        "|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n",
        "a\n",
        "",
    ),
    ("wide table", "", "|a", "\n"),
    ("long rows", "|a|\n|-|\n", "|1|2|3|4\n", ""),
    ("headings", "", "# a {#b .c}\n", ""),
    ("heading braces", "# a ", "{a ", "}\n"),
    ("headings with braces", "", "# a {b {c\n", ""),
    ("setext", "", "a\n=\n", ""),
    ("definition lists", "", "a\n: b\n", ""),
    ("nested lists", "", "- a\n  - b\n    - c\n", ""),
    ("deep list", "", "- ", "a"),
    ("lines", "", "a\n", ""),
    ("page marks", "", "[p. 12]\n", ""),
    ("page paragraphs", "", "[p. 12]\n\n", ""),
    ("code fences", "", "```\n", ""),
    ("tabs", "", "\t", "a"),
    ("stars lines", "", "***\n", ""),
    ("autolinks", "", "<http://", ""),
    ("nested quotes lazy", "", ">a\n", ""),
    ("emphasis in quote", "", "> *a\n", ""),
    ("yaml brackets", "---\na: ", "[", "\n---\nb"),
    ("yaml dashes", "---\na:\n", "- ", "\n---\nb"),
    ("yaml maps", "---\n", "? ", "\n---\nb"),
    ("yaml keys", "---\n", "k{}: v\n", "---\nb"),
    ("yaml flow keys", "---\na: {", "k{}: v, ", "}\n---\nb"),
    ("yaml quotes", "---\na: ", "\"a\" ", "\n---\nb"),
    (
        "yaml anchors",
        "---\na: &a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nb: [",
        "*a, ",
        "]\n---\nb",
    ),
    ("toml brackets", "+++\na = ", "[", "\n+++\nb"),
    ("toml keys", "+++\n", "k{} = 1\n", "+++\nb"),
    ("toml dots", "+++\na", ".a", " = 1\n+++\nb"),
];

/// A document of a shape, of so many bytes and a few more.
pub fn document((_, beginning, piece, end): &Shape, size: usize) -> String {
    let mut document = (*beginning).to_owned();
    let mut number = 0;
    while document.len() < size {
        number += 1;
        document += &piece.replace("{}", &number.to_string());
    }
    document + end
}
