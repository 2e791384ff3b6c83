import ts from 'typescript'

/** Attributes and properties whose value a person sees or hears. */
const shownAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-valuetext',
  'description',
  'heading',
  'label',
  'message',
  'placeholder',
  'title',
  'tooltip',
])

/** Tags of templates whose words are shown. */
const markup = new Set(['html', 'mjml', 'xml', 'plain'])

/** Names that no language translates. */
const NAMES = /\b(?:Emissary|RSS|Atom|DOI|RIS|BibTeX)\b/g

/** Two letters in a row: a word, where one alone may be a unit or a sign. */
const WORD = /\p{L}{2}/u

/** Words in a source file that a person would see though they are not in `locales/`, each with its line. */
export function literalTexts(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const note = (node: ts.Node, text: string) => {
    const words = text
      .replace(NAMES, '')
      .replace(/&#?\w+;/g, '')
      .replace(/\s+/g, ' ')
      .trim()
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
    if (WORD.test(words)) found.push(`${path}:${line} ${words}`)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text)
    if (ts.isJsxExpression(node) && node.parent.kind !== ts.SyntaxKind.JsxAttribute)
      for (const text of literalsOf(node.expression)) note(node, text)
    if (ts.isJsxAttribute(node) && shownAttributes.has(node.name.getText(file)))
      for (const text of literalsOf(node.initializer)) note(node, text)
    if (ts.isTaggedTemplateExpression(node) && markup.has(node.tag.getText(file)))
      for (const text of markupTexts(wholeOf(node.template))) note(node, text)
    if (ts.isCallExpression(node) && /^(toast\b|alert$|confirm$)/.test(node.expression.getText(file)))
      for (const argument of node.arguments) for (const text of literalsOf(argument)) note(node, text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** What an expression may come to that stands in the code: `a`, `open ? 'a' : 'b'`, `name ?? 'a'`. */
function literalsOf(node: ts.Node | undefined): string[] {
  if (node === undefined) return []
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) return [wholeOf(node)]
  if (ts.isJsxExpression(node)) return literalsOf(node.expression)
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression)
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)]
  if (ts.isBinaryExpression(node))
    return [...literalsOf(node.left), ...literalsOf(node.right)].filter(() => joins(node))
  return []
}

/** Comparisons come to no text. */
const joins = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  [
    ts.SyntaxKind.PlusToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.QuestionQuestionToken,
  ].includes(kind)

/** A template without what is put into it. */
const wholeOf = (template: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join(' ')

/** Text and spoken attributes of markup. A template may be a part that begins inside a tag. */
function markupTexts(source: string): string[] {
  const shown = source
    .replace(/<!--[\s\S]*?-->|<!\[CDATA\[|\]\]>|<\?[\s\S]*?\?>/g, '')
    .replace(/<(style|script|mj-style)\b[\s\S]*?<\/\1>/g, '')
  const attributes = Array.from(shown.matchAll(/\s([\w-]+)="([^"]*)"/g), ([, name = '', value = '']) =>
    shownAttributes.has(name) ? value : '',
  )
  const tags = /<[^<>]*>|^[^<>]*>|<[^<>]*$/g
  const texts = isInsideTag(shown) ? [] : shown.split(tags)
  return [...texts, ...attributes]
}

/** Parts of a tag or of a style, such as ` class="long"`, ` selected` or `margin:0 8px;`. */
const isInsideTag = (source: string): boolean =>
  !/[<>]/.test(source) && /^\s*[\w-]+="|^\s+[a-z]+\s*$|^\s*[a-z-]+:[^;]*;/.test(source)
