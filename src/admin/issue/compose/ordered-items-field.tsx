import type { RelationshipFieldServerProps } from 'payload'

import { contentCollections } from '../../../content/published-item.ts'
import { shownMessages, translator } from '../../../i18n/translator.ts'
import { viewContext } from '../../view-context.ts'
import { OrderedItems } from './ordered-items.tsx'

/** The items of a part of an issue: in their order, by mouse or by keyboard, and the choice of further ones. */
export function OrderedItemsField({ req, path, readOnly, clientField }: RelationshipFieldServerProps) {
  const { language, t } = viewContext(req)
  const kinds = translator(language, 'terms')
  return (
    <OrderedItems
      path={path}
      field={clientField}
      label={t('field.items')}
      isReadOnly={readOnly === true}
      kinds={Object.fromEntries(contentCollections.map((id) => [id, kinds(`collection.${id}`)]))}
      at={shownMessages(language, 'translation')['editor.steps.at'] ?? ''}
      language={language}
    />
  )
}
