import type { JSONFieldServerProps } from 'payload'

import { shownMessages } from '../../../i18n/translator.ts'
import { viewContext } from '../../view-context.ts'
import { ConditionBuilder } from './condition-builder.tsx'
import { loadOffers } from './load-offers.ts'

/** A segment's condition, built without a line of code, with whom it chooses beside it. */
export async function ConditionField({ path, req, readOnly }: JSONFieldServerProps) {
  const { language } = viewContext(req)
  const texts = Object.entries(shownMessages(language, 'audience')).filter(([key]) =>
    key.startsWith('segment.'),
  )
  return (
    <ConditionBuilder
      path={path}
      isReadOnly={readOnly === true}
      offers={await loadOffers(req)}
      texts={Object.fromEntries(texts)}
      language={language}
    />
  )
}
