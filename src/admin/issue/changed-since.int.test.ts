import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { heldLanguages } from '../../testing/held-languages.ts'

const on = await heldLanguages()
const { timedContext } = await import('../view-context.ts')
const { ChangedSince } = await import('./changed-since.tsx')

const context = timedContext({ i18n: { language: 'en' } }, 'UTC', new Date('2026-11-29T10:00:00Z'))
const shown = async (issueId: string): Promise<string> =>
  renderToStaticMarkup(await ChangedSince({ issueId, payload: on.payload, context }))

test('once the source has changed, its language is told as changed and the others as outdated, by name', async () => {
  await on.item.publish('el')
  const issueId = await on.leftIssue({ locales: [] })
  expect(await shown(issueId)).toBe('')

  await on.item.publish('en', { teaser: 'Another teaser.' })
  const html = await shown(issueId)
  expect(html).toContain('The site says something else by now.')
  expect(html).toMatch(
    /English.*1 item<.*Ελληνικά.*<small>\u2068Mentoring starts \(en\)\u2069: outdated<\/small>/,
  )
})
