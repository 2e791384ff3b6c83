import type { SuggestedTerm, Suggestions } from '../../translation/targets/suggestions.ts'
import { Mark } from '../marks.tsx'
import { useSetting } from './editor-setting.ts'
import { termStanding } from './term-standing.ts'

interface GlossaryTermsProps {
  readonly suggestions: Suggestions | null
  /** Whether the server gave no answer. */
  readonly isLost: boolean
  /** Of the translation. */
  readonly text: string
}

/** The network's terms that stand in the source, and whether the translation uses them. */
export function GlossaryTerms({ suggestions, isLost, text }: GlossaryTermsProps) {
  const { t } = useSetting()
  if (suggestions === null)
    return <p className="em-te-help">{t(isLost ? 'editor.memory.lost' : 'editor.memory.looking')}</p>
  const { terms } = suggestions
  if (terms.length === 0) return <p className="em-te-help">{t('editor.glossary.none')}</p>
  return (
    <ul>
      {terms.map((term) => (
        <Term key={term.id} term={term} text={text} />
      ))}
    </ul>
  )
}

function Term({ term, text }: { readonly term: SuggestedTerm; readonly text: string }) {
  const { t, tag, source, target } = useSetting()
  const { isUsed } = termStanding(term, text)
  const quoted = term.avoid.map((word) => t('editor.quoted', { word }))
  const notes = [
    ...(quoted.length > 0
      ? [
          t('editor.glossary.not', {
            words: new Intl.ListFormat(tag, { type: 'disjunction' }).format(quoted),
          }),
        ]
      : []),
    ...(term.note === null ? [] : [term.note]),
  ]
  return (
    <li className="em-te-entry">
      <b lang={source.locale}>{term.term}</b>
      {term.doNotTranslate && <span className="em-te-help">{t('editor.glossary.stays')}</span>}
      {term.translation !== null && (
        <span className="em-te-other" lang={target.locale} dir={target.direction}>
          {term.translation}
        </span>
      )}
      <small>
        {isUsed && (
          <span className="em-te-used">
            <Mark name="submitted" tone="ok" size={12} /> {t('editor.glossary.used')}
          </span>
        )}
        {notes.map((note) => (
          <bdi key={note}>{note} </bdi>
        ))}
      </small>
    </li>
  )
}
