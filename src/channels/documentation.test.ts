import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { mastodonScopes } from '../demo/partners/mastodon-rules.ts'
import { services } from './services.ts'

const pages = readdirSync('docs/channels')
const read = (path: string) => readFileSync(`docs/${path}`, 'utf8')

/** Those whose page has another name. */
const elsewhere: Readonly<Record<string, string>> = { facebook: 'by-hand', x: 'by-hand' }

test.for(services.map(({ name }) => name))(
  'how to connect %s has a page, which the list leads to',
  (name) => {
    const page = `${elsewhere[name] ?? name}.md`

    expect(pages).toContain(page)
    expect(read('channels.md')).toContain(`(channels/${page})`)
  },
)

test('the rights that Mastodon is said to need are those that its server asks for', () => {
  const named = mastodonScopes.filter((scope) => read('channels/mastodon.md').includes(`\`${scope}\``))

  expect(named).toEqual(mastodonScopes)
})
