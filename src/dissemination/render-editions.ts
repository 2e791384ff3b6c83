import type { Payload } from 'payload'

import { databaseOf } from '../database/database.ts'
import type { Locale } from '../i18n/locales.ts'
import type { ManifestEntry, NewEdition } from '../ledger/editions.ts'
import { EditionError } from '../newsletter/edition-error.ts'
import type { RenderedEdition } from '../newsletter/render-edition.ts'
import { lastKnown } from '../outbox/outbox.ts'
import { editionToKeep } from './compose/edition-to-keep.ts'
import type { ComposedEdition } from './compose-editions.ts'
import type { IssueSource } from './issue-source.ts'
import { renderIssue } from './render-issue.ts'

/** An edition to be kept. What it owes to those who funded what it tells of its HTML says, so that is not kept. */
export type FreshEdition = NewEdition & Pick<RenderedEdition, 'acknowledgements' | 'attachments'>

/**
 * Renders editions of an issue as they will be kept.
 * @param editionLocales all languages that the issue has editions in by then.
 */
export async function renderEditions(
  payload: Payload,
  issue: IssueSource,
  composed: readonly ComposedEdition[],
  editionLocales: readonly Locale[],
): Promise<FreshEdition[] | 'edition-refused'> {
  const editions: FreshEdition[] = []
  try {
    for (const edition of composed) {
      // Before it is rendered: what changes meanwhile then counts as changed since.
      const hashes = await hashesOf(payload, edition.manifest)
      const made = await renderIssue(payload, issue, edition, { editionLocales, test: false })
      const manifest = made.manifest.map((entry, index) => ({
        ...entry,
        contentHash: hashes[index] ?? null,
      }))
      const { acknowledgements, attachments } = made.rendered
      editions.push({ ...editionToKeep(issue.id, { ...made, manifest }), acknowledgements, attachments })
    }
  } catch (error) {
    if (!(error instanceof EditionError)) throw error
    payload.logger.warn({ msg: 'an edition was refused', issueId: issue.id, err: error })
    return 'edition-refused'
  }
  return editions
}

/** What readers see of each item now, in the order of the manifest. */
async function hashesOf(payload: Payload, manifest: readonly ManifestEntry[]): Promise<(string | null)[]> {
  const hashes: (string | null)[] = []
  for (const { collection, id, shownIn } of manifest) {
    const known = shownIn === null ? null : await lastKnown({ collection, id }, databaseOf(payload))
    hashes.push(shownIn === null ? null : (known?.get(shownIn) ?? null))
  }
  return hashes
}
