import { randomBytes, randomUUID } from 'node:crypto'

import { expect, test } from 'vitest'

import { parseKeyring } from '../../secrets/keyring.ts'
import { tampered } from '../../testing/tampered.ts'
import { clickCounter } from './click-counter.ts'
import { countedAddresses, withAddresses } from './edition-links.ts'
import { isReading } from './is-reading.ts'
import { linkCode, readLinkCode } from './link-address.ts'

const origin = 'https://emen.example'
const link = { editionId: randomUUID(), position: 12 }
const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`

test('a link says which edition it stands in and where, whichever key of the ring made it', () => {
  const [old, current] = [newKey('old'), newKey('current')]
  const code = linkCode(link, parseKeyring(old))

  expect(readLinkCode(code, parseKeyring(`${current},${old}`))).toEqual(link)
  expect(readLinkCode(code, parseKeyring(current))).toBeNull()
})

test.for([
  ['another position', (code: string) => code.replace('.12.', '.13.')],
  ['another edition', (code: string) => tampered(code, 0)],
  ['another signature', (code: string) => tampered(code)],
  ['no signature', (code: string) => code.slice(0, code.lastIndexOf('.') + 1)],
  ['more behind it', (code: string) => `${code}.https://evil.example`],
  ['nothing', () => ''],
] as const)('a link with %s is not ours', ([, changed]) => {
  const ring = parseKeyring(newKey('one'))
  expect(readLinkCode(changed(linkCode(link, ring)), ring)).toBeNull()
})

test.for([
  ['an item', '<a href="https://emen.example/en/practices/shop">x</a>', true],
  ['an item’s calendar', '<a href="https://emen.example/en/events/talk/event.ics">x</a>', true],
  ['the outside', '<a class="b" href="https://other.example/?a=1&#38;b=2">x</a>', true],
  ['the web edition', '<a href="https://emen.example/en/newsletters/letter/7">x</a>', false],
  ['privacy', '<a href="https://emen.example/en/pages/privacy">x</a>', false],
  ['signing up', '<a href="https://emen.example/en/subscribe">x</a>', false],
  ['the start page', '<a href="https://emen.example/en">x</a>', false],
  ['a list of items', '<a href="https://emen.example/en/practices">x</a>', false],
  ['somebody’s own settings', '<a href="{{preferences_url}}">x</a>', false],
  ['a mailbox', '<a href="mailto:office@emen.example">x</a>', false],
  ['a picture', '<img src="https://emen.example/covers/1.png">', false],
] as const)('of a link to %s it is decided whether it is counted', ([, html, isCounted]) => {
  expect(countedAddresses(html, origin).length).toBe(isCounted ? 1 : 0)
})

test('an address that is replaced stands as one in HTML and alone in a line of plain text, and no other byte changes', () => {
  const url = 'https://other.example/?a=1&b=2'
  const letter = {
    html: '<p>https://other.example/?a=1&#38;b=2 <a id="x" href="https://other.example/?a=1&#38;b=2" style="y">z</a></p>',
    text: `Read it:\n${url}\nand not ${url}&c=3`,
  }

  expect(withAddresses(letter, new Map([[url, `${origin}/l/1`]]))).toEqual({
    html: `<p>https://other.example/?a=1&#38;b=2 <a id="x" href="${origin}/l/1" style="y">z</a></p>`,
    text: `Read it:\n${origin}/l/1\nand not ${url}&c=3`,
  })
})

const browser = {
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0',
  Accept: 'text/html,application/xhtml+xml',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Dest': 'document',
}
const { 'Sec-Fetch-Mode': _mode, 'Sec-Fetch-Dest': _dest, ...olderBrowser } = browser

test.for([
  ['a person’s browser', 'GET', browser, true],
  ['an older browser', 'GET', olderBrowser, true],
  ['a look at the head', 'HEAD', browser, false],
  ['a prefetch', 'GET', { ...browser, 'Sec-Purpose': 'prefetch;prerender' }, false],
  ['an older prefetch', 'GET', { ...browser, Purpose: 'prefetch' }, false],
  ['a script on a page', 'GET', { ...browser, 'Sec-Fetch-Mode': 'cors' }, false],
  ['a picture on a page', 'GET', { ...browser, 'Sec-Fetch-Dest': 'image' }, false],
  ['a scanner', 'GET', { ...browser, 'User-Agent': 'Mozilla/5.0 (compatible; BarracudaSentinel)' }, false],
  ['a program', 'GET', { 'User-Agent': 'curl/8.9', Accept: '*/*' }, false],
  ['somebody who says nothing', 'GET', {}, false],
] as const)('%s is told from a person who reads', ([, method, headers, expected]) => {
  expect(isReading({ method, headers: new Headers(headers) })).toBe(expected)
})

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 28, 9, 59, 50) + seconds * 1000)
const hour = (hours: number) => new Date(Date.UTC(2026, 10, 28, hours))
const follow = (visitor: string, position: number, seconds: number) => ({
  ...link,
  visitor,
  position,
  now: at(seconds),
})

test('links are counted by the hour, each visitor once for what they follow twice within seconds', () => {
  const counter = clickCounter()
  for (const click of [follow('a', 1, 0), follow('a', 1, 1), follow('b', 1, 2), follow('b', 2, 15)])
    counter.count(click)

  expect(counter.take(at(60))).toEqual([
    { editionId: link.editionId, position: 1, hour: hour(9), clicks: 2 },
    { editionId: link.editionId, position: 2, hour: hour(10), clicks: 1 },
  ])
  expect(counter.take(at(120))).toEqual([])
})

test('who follows many links at once is a program, and none of them counts', () => {
  const counter = clickCounter()
  for (const position of [1, 2, 3, 4]) counter.count(follow('scanner', position, position))
  counter.count(follow('person', 1, 2))

  expect(counter.take(at(60))).toEqual([{ editionId: link.editionId, position: 1, hour: hour(9), clicks: 1 }])
})

test('a visitor who may not be done is not counted yet', () => {
  const counter = clickCounter()
  counter.count(follow('a', 1, 0))

  expect(counter.take(at(1))).toEqual([])
  expect(counter.take(at(9))).toHaveLength(1)
})
