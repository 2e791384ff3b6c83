import { lengthOf } from './character-limit.ts'
import { useSetting } from './editor-setting.ts'

interface SegmentLengthProps {
  readonly text: string
  /** Null: none, and nothing is shown. */
  readonly limit: number | null
  readonly withBar?: boolean
}

/** How long a text is and how long it may be; beyond that, by how much. */
export function SegmentLength({ text, limit, withBar = false }: SegmentLengthProps) {
  const { t, tag } = useSetting()
  if (limit === null) return null
  const { characters, over } = lengthOf(text, limit)
  const number = (value: number): string => new Intl.NumberFormat(tag).format(value)
  return (
    <span className={over > 0 ? 'em-te-length em-bad' : 'em-te-length'}>
      {over > 0 && <b>{t('editor.length.over', { count: over, number: number(over) })} · </b>}
      <span dir="ltr">{t('editor.length', { used: number(characters), limit: number(limit) })}</span>
      {withBar && (
        <span className="em-te-bar" aria-hidden="true">
          <i style={{ inlineSize: `${Math.min(100, (characters / limit) * 100)}%` }} />
        </span>
      )}
    </span>
  )
}
