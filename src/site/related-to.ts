import type { Payload } from 'payload'

import type { Locale } from '../i18n/locales.ts'
import { isReadable, type PublicDocument } from '../reading/contract/document.ts'
import { documentsOf } from '../reading/documents/browse-documents.ts'

/** At most three: the page names what belongs together, it is no list. */
const MAX_RELATED = 3

/** What belongs to a document and is public in the language. */
export const relatedTo = (
  payload: Payload,
  { related }: Pick<PublicDocument, 'related'>,
  locale: Locale,
): Promise<readonly PublicDocument[]> =>
  documentsOf(
    payload,
    related
      .flatMap(({ collection, id }) => (isReadable(collection) ? [{ collection, id }] : []))
      .slice(0, MAX_RELATED),
    locale,
  )
