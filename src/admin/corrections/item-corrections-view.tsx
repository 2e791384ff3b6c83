import type { DocumentViewServerProps } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { publicNames } from '../../content/public-locales.ts'
import { isContentCollection } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { MAX_REASON } from '../../dissemination/corrections/correct-item.ts'
import { correctionTargets } from '../../dissemination/corrections/correction-targets.ts'
import { directionOf, endonymOf } from '../../i18n/locales.ts'
import { correctionsOfItem } from '../../ledger/item-corrections.ts'
import { DocumentFrame } from '../document-frame.tsx'
import { KeepFresh } from '../keep-fresh.tsx'
import { networkContext, type ViewContext } from '../view-context.ts'
import { ViewHead } from '../view-head.tsx'
import { CorrectForm, type CorrectFormTexts } from './correct-form.tsx'
import { TargetList } from './target-list.tsx'
import { ToldReasons } from './told-reasons.tsx'

/** Corrects or withdraws an item once, and shows for each correction how far it has come at every place. */
export async function ItemCorrectionsView({ initPageResult }: DocumentViewServerProps) {
  const { req, docID, collectionConfig } = initPageResult
  const collection = collectionConfig?.slug
  if (docID === undefined || !isContentCollection(collection) || !mayPublish(req.user)) return null
  const item = { collection, id: String(docID) }
  const context = await networkContext(req)
  const { t, shortMoment } = context
  const database = databaseOf(req.payload)
  const names = await publicNames(item, database)
  const told = []
  for (const correction of await correctionsOfItem(item, database))
    told.push({ correction, targets: await correctionTargets(req.payload, correction, context.language) })
  const isMoving = told.some(({ targets }) => targets.some(({ state }) => state === 'moving'))
  const isPublic = names.size > 0
  return (
    <DocumentFrame page={initPageResult} step={t('views.tab.corrections')}>
      <ViewHead
        title={t(isPublic ? 'views.correction.title' : 'views.correction.notPublic')}
        lead={isPublic ? t('views.correction.lead') : undefined}
      />
      {isMoving && <KeepFresh />}
      {isPublic && (
        <CorrectForm
          address={`/api/dissemination/${collection}/${item.id}/corrections`}
          locales={[...names.keys()].map((locale) => ({
            locale,
            name: endonymOf(locale),
            direction: directionOf(locale),
          }))}
          most={MAX_REASON}
          texts={formTexts(context)}
        />
      )}
      {told.map(({ correction, targets }) => (
        <section key={correction.id} className="em-section" aria-labelledby={`em-${correction.id}`}>
          <h3 id={`em-${correction.id}`} className="em-rule">
            {t(`views.correction.kind.${correction.kind}`, { when: shortMoment(correction.at) })}
          </h3>
          <ToldReasons correction={correction} />
          <TargetList targets={targets} context={context} />
        </section>
      ))}
    </DocumentFrame>
  )
}

const formTexts = ({ t, number }: ViewContext): CorrectFormTexts => ({
  legend: t('views.correction.what'),
  corrected: t('views.correction.choose.corrected'),
  withdrawn: t('views.correction.choose.withdrawn'),
  languages: t('views.correction.languages'),
  reason: t('views.correction.reasonIn', { language: '%' }),
  hint: t('views.correction.hint'),
  publishesDraft: t('views.correction.publishesDraft'),
  submit: {
    corrected: t('views.correction.submit.corrected'),
    withdrawn: t('views.correction.submit.withdrawn'),
  },
  confirm: t('views.correction.confirm'),
  done: t('views.correction.done'),
  faults: {
    'no-reason': t('views.correction.fault.no-reason'),
    'too-long': t('views.correction.fault.too-long', { number: number(MAX_REASON) }),
    'not-public': t('views.correction.fault.not-public'),
    'draft-incomplete': t('views.correction.fault.draft-incomplete'),
  },
  unreachable: t('views.unreachable'),
})
