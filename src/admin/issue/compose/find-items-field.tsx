import type { UIFieldServerProps } from 'payload'

import { mayPublish } from '../../../access/roles.ts'
import { viewContext } from '../../view-context.ts'
import { composeTexts } from './compose-texts.ts'
import { FindItems } from './find-items.tsx'
import { loadConditionOffers } from './load-condition-offers.ts'

/** Looks for what could go into an issue, above its contents. */
export async function FindItemsField({ req }: UIFieldServerProps) {
  if (!mayPublish(req.user)) return null
  const { language } = viewContext(req)
  return (
    <FindItems offers={await loadConditionOffers(req)} texts={composeTexts(language)} language={language} />
  )
}
