import type { TFunction } from 'i18next'

import { leftBy } from '../../../audience/numbers/growth.ts'
import type { HistoryEntry } from '../../../audience/people/history-of.ts'
import { LanguageName } from '../../language-name.tsx'
import type { ViewContext } from '../../view-context.ts'
import type { PersonNames } from './person-names.ts'

interface HistoryProps {
  readonly entries: readonly HistoryEntry[]
  readonly names: PersonNames
  readonly t: TFunction
  readonly context: ViewContext
}

/** The ledger of a person as it can be read out to them: what, when, in which words, and by whom. */
export function History({ entries, names, t, context }: HistoryProps) {
  return (
    <section className="em-section" aria-labelledby="em-history">
      <h2 id="em-history" className="em-rule em-audience-title">
        {t('person.history')}
      </h2>
      <ol className="em-timeline">
        {entries.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at.toISOString()}>{context.moment(entry.at)}</time>
            <div>
              <p>
                <b>{t(`person.kind.${entry.kind}`)}</b>
                {isWay(entry.how) && <> · {t(`numbers.way.${entry.how}`)}</>}
              </p>
              <What entry={entry} names={names} t={t} />
              <Whence entry={entry} names={names} t={t} />
              <Proof entry={entry} t={t} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

const isWay = (how: string | null): how is string => leftBy.some((way) => way === how)

type PartProps = Omit<HistoryProps, 'entries' | 'context'> & { readonly entry: HistoryEntry }

function What({ entry: { newsletterIds, follows }, names, t }: PartProps) {
  const things = [
    ...newsletterIds.map((id) => names.newsletter(id)),
    ...follows.map(({ target, targetId }) => names.follow(target, targetId)),
  ].map((name) => name ?? t('numbers.gone'))
  return things.length > 0 && <p>{things.join(' · ')}</p>
}

/** Where it happened, and who of staff had a hand in it. */
function Whence({ entry: { source, actor, importFile, note }, names, t }: PartProps) {
  const parts = [
    source.startsWith('/') ? t('person.at', { path: source }) : null,
    importFile === null ? null : t('person.import', { file: importFile }),
    actor === null ? null : t('person.by', { name: names.staff(actor) ?? t('numbers.gone') }),
  ].filter((part) => part !== null)
  return (
    <>
      {parts.length > 0 && <small>{parts.join(' · ')}</small>}
      {note !== null && (
        <small>
          <q>{note}</q>
        </small>
      )}
    </>
  )
}

function Proof({ entry, t }: { readonly entry: HistoryEntry; readonly t: TFunction }) {
  const { wording, wordingVersion, wordingHash, locale, evidence } = entry
  if (wording === '' && evidence === null) return null
  return (
    <details className="em-log">
      <summary>{t('person.words')}</summary>
      {wording !== '' && (
        <>
          <blockquote className="em-words" lang={locale} dir="auto">
            {wording}
          </blockquote>
          <small>
            {t('person.version', { version: wordingVersion })} · <LanguageName locale={locale} /> ·{' '}
            <code dir="ltr">{wordingHash}</code>
          </small>
        </>
      )}
      {isTold(evidence) && (
        <dl className="em-facts">
          {Object.entries(evidence).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </details>
  )
}

const isTold = (evidence: unknown): evidence is Readonly<Record<string, unknown>> =>
  typeof evidence === 'object' && evidence !== null
