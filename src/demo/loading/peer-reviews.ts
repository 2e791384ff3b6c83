import type { Payload } from 'payload'

import { demoReviews } from '../network/peer-reviews.ts'
import type { DemoLocale } from '../network/shapes.ts'
import type { Known } from './item-fields.ts'
import { type ItemIds, idOf } from './items.ts'
import { findRow } from './keep-row.ts'
import { eachInTurn, type OnProgress } from './progress.ts'

/** Reviews that are over: their hosts have opened findings, recommendations and scores, and kept the peers' notes closed. */
export async function loadPeerReviews(
  payload: Payload,
  { vocabularies, bodies }: Known,
  items: ItemIds,
  onProgress: OnProgress,
): Promise<void> {
  await eachInTurn('reviews', demoReviews, onProgress, async (review) => {
    const { key, practice, host, peers, start, end, scores, recommendations, notes, texts } = review
    const facts = {
      practice: idOf(practice, items),
      hostOrganisation: bodies.organisation(host),
      responsibleOrganisation: bodies.organisation(host),
      licence: vocabularies.term('licences', 'cc-by-4.0'),
      sourceLocale: 'en',
      sample: true,
      approvedByHost: true,
      start,
      end,
      mode: 'onsite',
      stage: 'follow-up',
      peers: peers.map(({ organisation, country }) => ({
        organisation: bodies.organisation(organisation),
        country: vocabularies.term('countries', country),
      })),
      benchmark: {
        isPublic: true,
        scores: scores.map(({ dimension, before, after }) => ({
          framework: vocabularies.framework,
          dimension: String(dimension),
          before,
          after,
        })),
      },
    }
    let id = await findRow(payload, { collection: 'peer-reviews', where: { slug: { equals: key } } })
    for (const [locale, text] of Object.entries(texts) as [DemoLocale, (typeof texts)['en'] & object][]) {
      const data = {
        ...(id === null ? facts : {}),
        title: text.title,
        slug: key,
        summary: text.summary,
        questions: text.questions,
        findings: { isPublic: true, text: text.findings },
        recommendations: {
          isPublic: true,
          items: recommendations.map((each, index) => ({ ...each, text: text.recommendations[index] })),
        },
        peerNotes: { isPublic: false, ...(locale === 'en' && { text: notes }) },
        _status: 'published',
      } as never
      if (id === null) ({ id } = await payload.create({ collection: 'peer-reviews', locale, data, depth: 0 }))
      else await payload.update({ collection: 'peer-reviews', id, locale, data, depth: 0, select: {} })
    }
  })
}
