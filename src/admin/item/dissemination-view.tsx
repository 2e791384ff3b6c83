import type { DocumentViewServerProps } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { isContentCollection } from '../../content/published-item.ts'
import { databaseOf } from '../../database/database.ts'
import { itemReport } from '../../dissemination/item-report.ts'
import { DocumentFrame } from '../document-frame.tsx'
import { KeepFresh } from '../keep-fresh.tsx'
import { networkContext } from '../view-context.ts'
import { ViewHead } from '../view-head.tsx'
import { awaitsPlan } from './awaits-plan.ts'
import { CarriedBy } from './carried-by.tsx'
import { ChannelGrid } from './channel-grid.tsx'
import { gridModel } from './grid-model.ts'
import { panelTexts } from './panel-texts.ts'
import { PublicPlaces } from './public-places.tsx'
import { situationOf } from './situation.ts'
import { StateStrip } from './state-strip.tsx'

/** Where an item is public, where it went and why it did not go elsewhere, and what can be done about each place. */
export async function DisseminationView({ initPageResult }: DocumentViewServerProps) {
  const { req, docID, collectionConfig, permissions } = initPageResult
  const collection = collectionConfig?.slug
  if (docID === undefined || !isContentCollection(collection)) return null
  const { payload } = req
  const context = await networkContext(req)
  const { t } = context
  const item = { collection, id: String(docID) }
  const isPlanned = !(await awaitsPlan(item, databaseOf(payload)))
  const { channels, cells } = await gridModel(payload, item, context)
  const report = await itemReport(payload, item, context.language)
  const { title, lead, isMoving } = situationOf(report, { isPlanned }, context)
  const hasDeliveries = report.deliveries.length > 0
  return (
    <DocumentFrame page={initPageResult} step={t('views.tab.dissemination')}>
      <ViewHead title={title} lead={lead} live={isMoving} />
      {isMoving && <KeepFresh />}
      {hasDeliveries && <StateStrip deliveries={report.deliveries} context={context} />}
      {cells.length > 0 && (
        <ChannelGrid
          item={item}
          channels={channels}
          cells={cells}
          rights={{
            mayPrepare: permissions.collections?.[collection]?.update !== undefined,
            mayDecide: mayPublish(req.user),
          }}
          texts={panelTexts(context.language)}
          language={context.language}
        />
      )}
      <div className="em-two">
        <PublicPlaces collection={collection} places={report.publicLocales} context={context} />
        <CarriedBy editions={report.editions} context={context} />
      </div>
    </DocumentFrame>
  )
}
