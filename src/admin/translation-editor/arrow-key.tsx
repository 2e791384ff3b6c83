import { useSetting } from './editor-setting.ts'

/** A key with an arrow on it, drawn: not every font has arrows. */
export function ArrowKey({ to }: { readonly to: 'up' | 'down' }) {
  const { t } = useSetting()
  return (
    <kbd>
      <svg width="9" height="10" viewBox="0 0 9 10" aria-hidden="true" focusable="false">
        <path
          d={to === 'up' ? 'M4.5 9.5v-8M1 5l3.5-3.5L8 5' : 'M4.5.5v8M1 5l3.5 3.5L8 5'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
        />
      </svg>
      <span className="em-sr">{t(`editor.keys.${to}`)}</span>
    </kbd>
  )
}
