import type { TFunction } from 'i18next'

import { type NamedKind, namesFor } from '../../../audience/named.ts'
import type { Subscriber } from '../../../audience/subscriber.ts'
import type { Database } from '../../../database/database.ts'
import { translator } from '../../../i18n/translator.ts'
import type { ViewContext } from '../../view-context.ts'
import { languageNames } from './ties.tsx'

interface FactsProps {
  readonly person: Subscriber
  readonly database: Database
  readonly t: TFunction
  readonly context: ViewContext
}

/** What a person chose. */
export async function Facts({ person, database, t, context }: FactsProps) {
  const { language } = context
  const terms = translator(language, 'terms')
  const named = async (kind: NamedKind, ids: readonly (string | null)[], none: string): Promise<string> => {
    const known = ids.filter((id) => id !== null)
    const names = await namesFor(language, kind, known, database)
    return names.length === 0 ? none : names.map(({ name }) => name ?? t('numbers.gone')).join(', ')
  }
  const facts = [
    { term: t('person.languages'), value: languageNames([person.locale, ...person.furtherLocales]) },
    { term: t('numbers.frequency'), value: terms(`frequency.${person.frequency}`) },
    {
      term: t('numbers.wanted.topics'),
      value: await named('topics', person.topics, t('people.filter.all')),
    },
    {
      term: t('numbers.wanted.countries'),
      value: await named('terms', person.countries, t('people.filter.all')),
    },
    { term: t('person.role'), value: await named('terms', [person.role], t('person.unsaid')) },
    {
      term: t('person.organisation'),
      value: await named('organisations', [person.organisation], t('person.unsaid')),
    },
  ]
  return (
    <section className="em-section" aria-labelledby="em-choices">
      <h2 id="em-choices" className="em-rule em-audience-title">
        {t('person.choices')}
      </h2>
      <dl className="em-facts">
        {facts.map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
