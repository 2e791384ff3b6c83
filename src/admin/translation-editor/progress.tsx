import { useSetting } from './editor-setting.ts'
import type { Entry } from './entry.ts'

/** One box for each segment in the colour of its state, and how many are approved. */
export function Progress({ entries }: { readonly entries: readonly Entry[] }) {
  const { t, tag } = useSetting()
  const number = (value: number): string => new Intl.NumberFormat(tag).format(value)
  const approved = entries.filter(({ segment }) => segment.state === 'current').length
  const values = { count: entries.length, done: number(approved), number: number(entries.length) }
  return (
    <>
      <span className="em-te-progress" aria-hidden="true">
        {entries.map(({ segment }) => (
          <i key={segment.key} className={`em-te-is-${segment.state}`} />
        ))}
      </span>
      <span>{t('editor.progress', values)}</span>
    </>
  )
}
