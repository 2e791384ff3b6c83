import Link from 'next/link'

import type { StoredQuestion } from '../../audience/questions/read-questions.ts'
import { translator } from '../../i18n/translator.ts'
import type { ViewContext } from '../view-context.ts'
import { endonymsOf, type QuestionNames } from './question-names.ts'

interface QuestionFactsProps {
  readonly question: StoredQuestion
  readonly names: QuestionNames
  readonly context: ViewContext
}

/** What it is about, which languages the asker reads, and whose it is and why. */
export function QuestionFacts({ question, names, context: { t, language } }: QuestionFactsProps) {
  const terms = translator(language, 'terms')
  const { locales, organisationId, why, note, faqId } = question
  const facts = [
    { term: t('views.question.column.about'), value: names.topic(question), more: names.country(question) },
    { term: t('views.question.column.reads'), value: endonymsOf(locales), more: null },
    {
      term: t('views.question.column.whose'),
      value: names.organisation(organisationId),
      more: note === '' ? terms(`questionReason.${why}`) : `${terms(`questionReason.${why}`)}: ${note}`,
    },
  ]
  return (
    <section className="em-section" aria-labelledby="em-question-facts">
      <h2 id="em-question-facts" className="em-rule em-sub">
        {t('views.question.about')}
      </h2>
      <dl className="em-facts em-question-facts">
        {facts.map(({ term, value, more }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <bdi>{value}</bdi>
              {more !== null && <small>{more}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {faqId !== null && (
        <p>
          <Link href={`/admin/collections/faqs/${faqId}?locale=${locales[0]}`} prefetch={false}>
            {t('views.question.toFaq')}
          </Link>
        </p>
      )}
    </section>
  )
}
