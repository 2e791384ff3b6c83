import type { CollectionConfig, Field, GlobalConfig } from 'payload'

import { draftsOnly } from '../src/access/drafts-only.ts'
import { explicitFallback } from '../src/access/explicit-fallback.ts'
import { noOne } from '../src/access/nobody.ts'
import { ownOrganisation } from '../src/access/own-organisation.ts'
import { onlyPublishedLocales } from '../src/access/published-locales.ts'
import { boundedQueries } from '../src/access/query-guard.ts'
import { sameRows } from '../src/access/same-rows.ts'
import { serveInChain, tellServed } from '../src/access/served-locale.ts'
import { hasLanguages, sharedFieldsByAuthors } from '../src/access/shared-fields.ts'
import { updateTexts } from '../src/access/write-content.ts'
import { globalWithoutZeros, withoutZeros } from '../src/access/zero-bytes.ts'
import { completeToPublish } from '../src/content/publishing/complete-to-publish.ts'
import { keepApproved, rememberPublic } from '../src/content/publishing/keep-approved.ts'
import { noteEveryLocale } from '../src/content/publishing/locales-to-publish.ts'
import { oneWriter } from '../src/content/publishing/one-writer.ts'
import { restoreAsDraft } from '../src/content/publishing/restore-as-draft.ts'
import { statedSaves } from '../src/content/publishing/stated-saves.ts'
import { isTranslatable } from '../src/content/translatable.ts'
import { forgetTranslation, nameSegments, syncTranslation } from '../src/translation/sync/hooks.ts'

/** Payload's own field, but that a copy of something public is not public. */
const statusOfCopies: Field = {
  name: '_status',
  type: 'select',
  options: [],
  hooks: { beforeDuplicate: [() => 'draft'] },
}

/** Not stored: in which language an answer is, and what of it is in another. */
const served: Field = {
  name: 'served',
  type: 'json',
  virtual: true,
  access: { create: noOne, update: noOne },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  typescriptSchema: [
    () => ({
      type: 'object',
      properties: {
        locale: { type: 'string' },
        requested: { type: 'string' },
        reason: { enum: ['requested', 'fallback'] },
        fellBack: { type: 'array', items: { type: 'string' } },
      },
    }),
  ],
}

/**
 * Drafts and publishing per language, with what makes them safe: readers see published languages only, those who may
 * not publish save drafts only, nothing half-filled becomes public. No autosave: it would overwrite what somebody else
 * is typing.
 */
export function withDraftsPerLocale(collection: CollectionConfig): CollectionConfig {
  const { hooks = {}, fields, slug } = collection
  const isTranslated = isTranslatable(slug)
  return {
    ...collection,
    versions: {
      maxPerDoc: 30,
      drafts: { localizeStatus: true, autosave: false, schedulePublish: false, validate: false },
    },
    // The guards decide by these, whatever a reader selects.
    forceSelect: { _status: true, ...collection.forceSelect },
    endpoints: [restoreAsDraft, ...(collection.endpoints || [])],
    hooks: {
      ...hooks,
      beforeOperation: [
        draftsOnly,
        oneWriter,
        statedSaves,
        noteEveryLocale,
        ...(hooks.beforeOperation ?? []),
      ],
      beforeRead: [onlyPublishedLocales, ...(hooks.beforeRead ?? [])],
      beforeValidate: [ownOrganisation, sameRows, completeToPublish, ...(hooks.beforeValidate ?? [])],
      beforeChange: [...(hooks.beforeChange ?? []), rememberPublic, ...(isTranslated ? [nameSegments] : [])],
      // Before what tells readers of the change: what they see is settled and marked in here.
      afterChange: [keepApproved, ...(isTranslated ? [syncTranslation] : []), ...(hooks.afterChange ?? [])],
      afterDelete: [...(isTranslated ? [forgetTranslation] : []), ...(hooks.afterDelete ?? [])],
    },
    fields: [...sharedFieldsByAuthors(fields), statusOfCopies],
  }
}

/** What the globals keep to. */
export const guardedGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: { ...global.hooks, beforeOperation: [globalWithoutZeros, ...(global.hooks?.beforeOperation ?? [])] },
})

/** What every collection keeps to: no zero bytes, bounded queries, and translators who change texts only. */
export function guarded(collection: CollectionConfig): CollectionConfig {
  const { hooks = {}, fields } = collection
  const hasTranslators = collection.access?.update === updateTexts
  const speaks = hasLanguages(fields)
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeOperation: [
        withoutZeros,
        boundedQueries,
        explicitFallback,
        ...(hasTranslators ? [oneWriter] : []),
        ...(hooks.beforeOperation ?? []),
      ],
      ...(speaks && {
        beforeRead: [...(hooks.beforeRead ?? []), serveInChain],
        afterRead: [...(hooks.afterRead ?? []), tellServed],
      }),
      ...(hasTranslators && { beforeValidate: [sameRows, ...(hooks.beforeValidate ?? [])] }),
    },
    fields: [...(hasTranslators ? sharedFieldsByAuthors(fields) : fields), ...(speaks ? [served] : [])],
  }
}
