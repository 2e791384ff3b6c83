import { expect, test } from 'vitest'

import { heldLanguages } from '../../../testing/held-languages.ts'

const on = await heldLanguages()
const { payload, leftIssue } = on
const { readIssue } = await import('../../../dissemination/issue-source.ts')
const { releaseLanguages } = await import('../../../dissemination/readiness/release-languages.ts')
const { cancelIssue } = await import('../../../dissemination/steer-issue.ts')
const { editionLocalesOf } = await import('./shown-edition.ts')
const { tilesNow } = await import('./tiles-now.ts')
const { timedContext } = await import('../../view-context.ts')

const context = timedContext({ i18n: { language: 'en' } }, 'UTC', new Date('2026-11-28T12:00:00Z'))

async function shown(issueId: string) {
  const issue = await readIssue(payload, issueId)
  if (issue === null) throw new Error('the issue is gone')
  const { sent, open } = await tilesNow(issue, payload, context)
  return {
    sent: sent.map(({ locale, state }) => `${locale} ${state}`),
    open: open.map(
      ({ locale, state, missing, gate }) => `${locale} ${state} ${missing.length} ${gate?.rule}`,
    ),
    editions: await editionLocalesOf(payload, issue),
  }
}

test('while the others are under way, a language on hold says what it lacks and can be decided about', async () => {
  await on.newsletter.subscribe(2, ['el'])
  const issueId = await leftIssue()

  // Its item, and with that a subject.
  expect(await shown(issueId)).toMatchObject({ sent: ['en sent'], open: ['el on-hold 2 hold'] })
  await on.item.publish('el')
  expect(await shown(issueId)).toMatchObject({ sent: ['en sent'], editions: ['en', 'el'] })
})

test('once it is let go, or the issue is cancelled, nothing about it can be decided', async () => {
  await on.newsletter.subscribe(2, ['el'])
  const released = await leftIssue()
  await on.item.publish('el')
  await releaseLanguages(payload)
  expect(await shown(released)).toEqual({ sent: ['el sent', 'en sent'], open: [], editions: ['en', 'el'] })

  const cancelled = await leftIssue({ locales: ['de'] })
  await cancelIssue(payload, cancelled)
  expect(await shown(cancelled)).toMatchObject({ open: [], editions: expect.not.arrayContaining(['de']) })
})
