import { useState } from 'react'

import type { Suggestions } from '../../translation/targets/suggestions.ts'
import type { Comment } from '../../translation/targets/translation.ts'
import { Comments } from './comments.tsx'
import { useSetting } from './editor-setting.ts'
import type { Entry } from './entry.ts'
import { GlossaryTerms } from './glossary-terms.tsx'
import { MemoryMatches } from './memory-matches.tsx'

interface HelpsProps {
  readonly entry: Entry
  /** Null: not there yet. */
  readonly suggestions: Suggestions | null
  /** Whether the server gave no answer. */
  readonly isLost: boolean
  readonly comments: readonly Comment[]
  /** Beside the list all at once, below the field one at a time. */
  readonly place: 'beside' | 'below'
  readonly onTake: (text: string) => void
  readonly onComment: (text: string) => Promise<boolean>
}

const kinds = ['memory', 'glossary', 'comments'] as const

/** What helps with the segment that is worked on: earlier translations, the glossary and what others said. */
export function Helps({ entry, suggestions, isLost, comments, place, onTake, onComment }: HelpsProps) {
  const { t } = useSetting()
  const [shown, setShown] = useState<(typeof kinds)[number]>('memory')
  const parts = {
    memory: <MemoryMatches isLost={isLost} suggestions={suggestions} onTake={onTake} />,
    glossary: <GlossaryTerms isLost={isLost} suggestions={suggestions} text={entry.text} />,
    comments: <Comments key={entry.segment.key} comments={comments} onComment={onComment} />,
  }
  const counts = {
    memory: suggestions?.matches.length ?? 0,
    glossary: suggestions?.terms.length ?? 0,
    comments: comments.length,
  }
  if (place === 'beside')
    return (
      <aside className="em-te-side" aria-label={t('editor.helps')}>
        {kinds.map((kind) => (
          <section key={kind} aria-labelledby={`helps-${kind}`}>
            <h2 id={`helps-${kind}`}>{t(`editor.${kind}`)}</h2>
            {parts[kind]}
          </section>
        ))}
      </aside>
    )
  return (
    <div className="em-te-below">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and nothing here is sent. */}
      <div role="group" aria-label={t('editor.helps')} className="em-te-tabs">
        {kinds.map((kind) => (
          <button key={kind} type="button" aria-pressed={shown === kind} onClick={() => setShown(kind)}>
            {t('editor.helps.tab', { name: t(`editor.${kind}`), number: counts[kind] })}
          </button>
        ))}
      </div>
      {parts[shown]}
    </div>
  )
}
