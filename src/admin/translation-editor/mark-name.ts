import type { Mark } from '../../translation/segments/segment.ts'
import type { EditorSetting } from './editor-setting.ts'

/** Lexical's bits: https://github.com/facebook/lexical/blob/main/packages/lexical/src/LexicalConstants.ts */
const formats = [
  [1, 'bold'],
  [2, 'italic'],
  [4, 'struck'],
  [8, 'underlined'],
  [16, 'code'],
  [32, 'subscript'],
  [64, 'superscript'],
] as const

type Format = (typeof formats)[number][1]

/** How a mark's words look, by name. */
export const formatsOf = ({ format = 0 }: Mark): readonly Format[] =>
  formats.flatMap(([bit, name]) => ((format & bit) === bit ? [name] : []))

/** What a mark stands for: `bold`, `link to example.org`. */
export function markName(mark: Mark, { t, tag }: Pick<EditorSetting, 't' | 'tag'>): string {
  if (mark.kind === 'break') return t('editor.mark.break')
  if (mark.kind === 'link') {
    const host = mark.url === undefined ? '' : (URL.parse(mark.url)?.host ?? mark.url)
    return host === '' ? t('editor.mark.link') : t('editor.mark.linkTo', { place: host })
  }
  const names = formatsOf(mark).map((name) => t(`editor.mark.${name}`))
  if (mark.kind === 'other' || names.length === 0) return t('editor.mark.other')
  return new Intl.ListFormat(tag, { type: 'conjunction' }).format(names)
}
