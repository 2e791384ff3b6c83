/**
 * Takes out what only the source needs. White space between tags goes where it holds a line break: our templates put
 * no line break where a space is to be seen.
 */
export const compact = (html: string): string =>
  html
    .replace(/>[^\S\n]*\n\s*</g, '><')
    .replace(/<style[^>]*>[^<]*<\/style>/g, (style) => compactStyle(style))
    .replace(/ style="([^"]*)"/g, (_, rules: string) => ` style="${compactRules(rules)}"`)
    .replace(/\s*\n\s*/g, ' ')
    .trim()

const compactStyle = (style: string): string => style.replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?/g, '$1')

const compactRules = (rules: string): string =>
  rules
    .replace(/\s+/g, ' ')
    .replace(/ ?([:;]) ?/g, '$1')
    .replace(/;$/, '')
    .trim()
