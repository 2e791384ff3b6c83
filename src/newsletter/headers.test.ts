import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'

import { headOf, type LetterHead, letterHead } from './headers.ts'

const letter: LetterHead = {
  deliveryId: '0197b000-0000-7000-8000-000000000001',
  issueId: '0197b000-0000-7000-8000-0000000000aa',
  newsletterId: '0197b000-0000-7000-8000-0000000000bb',
  newsletterName: 'EMEN newsletter',
  locale: 'el',
  from: { name: 'EMEN', address: 'news@news.emen.example' },
  replyTo: 'office@emen.example',
  to: 'amina@example.org',
  subject: 'Έξι εβδομάδες σε ένα δανεικό κατάστημα, και τι είπε ο λογιστής για όλα αυτά στο τέλος',
  unsubscribeUrl: 'https://emen.example/u/v1.k1.abc.def',
  subscribeUrl: 'https://emen.example/el/subscribe',
  archiveUrl: 'https://emen.example/el/newsletters/emen/9',
}

const written = (changes: Partial<LetterHead> = {}) =>
  headOf(letterHead({ ...letter, ...changes }), {
    date: new Date('2026-06-02T07:00:00Z'),
    contentType: 'multipart/alternative; boundary="=_b"',
  })

const read = async (changes: Partial<LetterHead> = {}) => {
  const parsed = await PostalMime.parse(`${written(changes)}--=_b--\r\n`)
  return {
    ...parsed,
    header: (name: string) => parsed.headers.filter(({ key }) => key === name.toLowerCase()),
  }
}

test('a letter carries every header that mailbox providers ask for, each once', async () => {
  const { header } = await read()
  const domain = 'news.emen.example'
  const expected = {
    'List-ID': `"EMEN newsletter" <${letter.newsletterId}.el.${domain}>`,
    'List-Unsubscribe': '<https://emen.example/u/v1.k1.abc.def>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Help': '<https://emen.example/el/subscribe>',
    'List-Subscribe': '<https://emen.example/el/subscribe>',
    'List-Archive': '<https://emen.example/el/newsletters/emen/9>',
    'Feedback-ID': `${letter.issueId}:el:newsletter:emissary`,
    'Content-Language': 'el',
    'Auto-Submitted': 'auto-generated',
    Precedence: 'bulk',
    'X-Delivery-ID': letter.deliveryId,
    'Message-ID': `<${letter.deliveryId}@${domain}>`,
    Date: 'Tue, 02 Jun 2026 07:00:00 +0000',
    'Reply-To': 'office@emen.example',
    To: 'amina@example.org',
    'MIME-Version': '1.0',
  }
  for (const [name, value] of Object.entries(expected))
    expect([name, header(name).map((each) => each.value)]).toEqual([name, [value]])
})

test.for([
  'Plain',
  'Έξι εβδομάδες σε ένα δανεικό κατάστημα, και τι είπε ο λογιστής για όλα αυτά στο τέλος',
  'ستة أسابيع في متجر معار، وما قاله المحاسب',
  'Réseau européen: “quoted” = ? _ 👩‍👩‍👧',
  '=?utf-8?Q?not_really?=',
])('a subject comes through whole: %s', async (subject) => {
  expect((await read({ subject })).subject).toBe(subject)
})

test.for([
  ['ar', 'EMEN: ستة أسابيع في متجر', '\u200fEMEN: ستة أسابيع في متجر'],
  ['ar', 'ستة أسابيع، EMEN', 'ستة أسابيع، EMEN'],
  ['en', 'EMEN: six weeks in a shop', 'EMEN: six weeks in a shop'],
] as const)(
  'a subject is read in its language’s direction, whatever it begins with: %s, %s',
  async ([locale, subject, shown]) => {
    expect((await read({ locale, subject })).subject).toBe(shown)
  },
)

test.for(['EMEN', 'EMEN, "the network" \\', 'Δίκτυο EMEN'])('so does a sender’s name: %s', async (name) => {
  const { from } = await read({ from: { ...letter.from, name } })
  expect(from).toMatchObject({ name, address: 'news@news.emen.example' })
})

test('the head is ASCII, and no line is longer than mail allows', () => {
  const head = written({
    newsletterName: 'Ενημερωτικό δελτίο του δικτύου',
    subject: letter.subject.repeat(3),
  })
  expect(head).toMatch(/^[\x20-\x7e\r\n]*$/)
  expect(Math.max(...head.split('\r\n').map(({ length }) => length))).toBeLessThanOrEqual(200)
})

test.for([
  { subject: 'Hello\r\nBcc: victim@example.org' },
  { from: { name: 'EMEN\nBcc: victim@example.org', address: letter.from.address } },
  { newsletterName: 'x\rBcc: victim@example.org' },
  { unsubscribeUrl: 'https://emen.example/u\r\nBcc: victim@example.org' },
] as const)('a line break in a value starts no header: %j', async (changes) => {
  const { header } = await read(changes)
  expect(header('Bcc')).toEqual([])
})

test('an address that could smuggle in a header is no address', () => {
  expect(() => written({ to: 'a@example.org>\r\nBcc: b' })).toThrow(RangeError)
  expect(() => written({ to: 'a\r\nBcc: b@example.org' })).toThrow('no e-mail address')
})

test('a domain in another script is written in ASCII; a mailbox in another script is said to need more', () => {
  expect(letterHead({ ...letter, to: 'amina@δοκιμή.gr' }).to).toEqual({
    address: 'amina@xn--jxalpdlp.gr',
    needsSmtpUtf8: false,
  })
  expect(letterHead({ ...letter, to: 'χρήστος@δοκιμή.gr' }).to).toEqual({
    address: 'χρήστος@xn--jxalpdlp.gr',
    needsSmtpUtf8: true,
  })
})
