import { describe, expect, test } from 'vitest'

import { compileEdition } from '../newsletter/compiled-edition.ts'
import { letterHead } from '../newsletter/headers.ts'
import type { FrozenBatch, FrozenMail, SingleMail, Transport } from '../newsletter/transports/transport.ts'

/** A mail as the other side got it. */
interface ArrivedMail {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly attachments: readonly ArrivedAttachment[]
}

interface ArrivedAttachment {
  readonly name: string
  /** Without parameters. */
  readonly type: string
  readonly content: string
}

/** The other side, which behaves, and can be told to fail. */
interface Service extends AsyncDisposable {
  open(): Transport
  /** With credentials that are not known there. */
  openAsStranger(): Transport
  /** One that nobody listens for. */
  openToNowhere(): Transport
  arrived(): readonly ArrivedMail[]
  /** Nothing reaches this address, ever. */
  refuse(address: string): void
  /** The next mail or batch is taken, and then the answer is lost. */
  loseNextAnswer(): void
  /** The next mail or batch is taken, and then nothing is said. */
  stallNextAnswer(): void
  /** The next mail or batch is asked to come again later. */
  deferNext(): void
}

const letter = {
  html: '<p lang="el">Γειά σου</p><a href="{{unsubscribe_url}}">.</a> {{preferences_url}}',
  text: 'Γειά σου\n.\n{{unsubscribe_url}}\n{{preferences_url}}',
}
const edition = compileEdition(letter)

const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:Συνάντηση: مقابلة\r\nEND:VCALENDAR\r\n'
const calendarFile = {
  filename: 'event.ics',
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  content: calendar,
}
const editionWithFile = compileEdition({ ...letter, attachments: [calendarFile] })

export const frozenMail = (number: number, to = `reader${number}@example.org`): FrozenMail => ({
  head: letterHead({
    deliveryId: `0197b000-0000-7000-8000-00000000000${number}`,
    issueId: '0197b000-0000-7000-8000-0000000000aa',
    newsletterId: '0197b000-0000-7000-8000-0000000000bb',
    newsletterName: 'Δελτίο EMEN',
    locale: 'el',
    from: { name: 'Δίκτυο EMEN', address: 'news@emen.example' },
    replyTo: 'office@emen.example',
    to,
    subject: 'Έξι εβδομάδες',
    unsubscribeUrl: `https://emen.example/u/${number}`,
    subscribeUrl: 'https://emen.example/el/subscribe',
    archiveUrl: 'https://emen.example/el/newsletters/emen/9',
  }),
  values: {
    unsubscribe_url: `https://emen.example/u/${number}?a=1&b=2`,
    preferences_url: `https://emen.example/preferences/${number}`,
  },
})

export const frozenBatch = (
  mails: readonly FrozenMail[] = [frozenMail(1), frozenMail(2), frozenMail(3)],
): FrozenBatch => ({ key: 'nl/issue/1', edition, mails })

export const singleMail: SingleMail = {
  key: 'confirm/1',
  from: { name: 'Δίκτυο EMEN', address: 'hello@emen.example' },
  replyTo: null,
  to: 'amina@example.org',
  subject: 'Επιβεβαίωση',
  html: '<p>Ναι</p>',
  text: 'Ναι',
  locale: 'el',
}

const within = (milliseconds: number) => ({ signal: AbortSignal.timeout(milliseconds) })
const patient = () => within(10_000)
const kinds = (outcomes: readonly { readonly kind: string }[]) => outcomes.map(({ kind }) => kind)

/** What every transport promises. Each adapter's test calls this once. */
export function describeTransport(start: () => Promise<Service>): void {
  describe('as a transport', () => {
    test('each person gets their own letter, once, with the headers of a letter', async () => {
      await using service = await start()
      expect(await service.open().send(frozenBatch(), patient())).toEqual(
        [1, 2, 3].map(() => ({ kind: 'accepted', providerId: expect.stringMatching(/./) })),
      )
      const arrived = [...service.arrived()].sort((a, b) => a.to.localeCompare(b.to))
      expect(arrived.map(({ to }) => to)).toEqual([1, 2, 3].map((number) => `reader${number}@example.org`))
      for (const [index, mail] of arrived.entries()) {
        const own = `https://emen.example/u/${index + 1}`
        expect(mail.html.trimEnd()).toBe(
          `<p lang="el">Γειά σου</p><a href="${own}?a=1&#38;b=2">.</a> https://emen.example/preferences/${index + 1}`,
        )
        expect(mail.text.replaceAll('\r\n', '\n').trimEnd()).toBe(
          `Γειά σου\n.\n${own}?a=1&b=2\nhttps://emen.example/preferences/${index + 1}`,
        )
        expect(mail.subject).toBe('Έξι εβδομάδες')
        expect(mail.headers).toMatchObject({
          'list-unsubscribe': `<${own}>`,
          'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
          'content-language': 'el',
          'x-delivery-id': `0197b000-0000-7000-8000-00000000000${index + 1}`,
        })
      }
    })

    test('one address that is refused keeps nobody else from their letter', async () => {
      await using service = await start()
      service.refuse('reader2@example.org')
      expect(kinds(await service.open().send(frozenBatch(), patient()))).toEqual([
        'accepted',
        'refused',
        'accepted',
      ])
      expect(
        service
          .arrived()
          .map(({ to }) => to)
          .sort(),
      ).toEqual(['reader1@example.org', 'reader3@example.org'])
    })

    test('a lost answer is in doubt, never a refusal and never to be sent anew', async () => {
      await using service = await start()
      service.loseNextAnswer()
      expect(kinds(await service.open().send(frozenBatch([frozenMail(1)]), patient()))).toEqual(['ambiguous'])
      expect(service.arrived()).toHaveLength(1)
    })

    test('so is an answer that does not come in time', async () => {
      await using service = await start()
      service.stallNextAnswer()
      expect(kinds(await service.open().send(frozenBatch([frozenMail(1)]), within(1500)))).toEqual([
        'ambiguous',
      ])
      expect(service.arrived()).toHaveLength(1)
    })

    test('what is asked to come later was not taken, and can be handed over again', async () => {
      await using service = await start()
      const transport = service.open()
      service.deferNext()
      const [first] = await transport.send(frozenBatch([frozenMail(1)]), patient())
      expect(first).toMatchObject({ kind: 'not-now', retryAt: expect.any(Date) })
      expect(service.arrived()).toEqual([])

      expect(kinds(await transport.send(frozenBatch([frozenMail(1)]), patient()))).toEqual(['accepted'])
      expect(service.arrived()).toHaveLength(1)
    })

    test('if a repeated key is dropped, a batch in doubt can be replayed and arrives once', async (context) => {
      await using service = await start()
      const transport = service.open()
      if (!transport.capabilities.idempotent) context.skip()

      service.loseNextAnswer()
      await transport.send(frozenBatch(), patient())
      expect(kinds(await transport.send(frozenBatch(), patient()))).toEqual([
        'accepted',
        'accepted',
        'accepted',
      ])
      expect(service.arrived()).toHaveLength(3)
    })

    const withFile = (): FrozenBatch => ({
      ...frozenBatch([frozenMail(1), frozenMail(2)]),
      edition: editionWithFile,
    })

    test('letters with a file arrive each once, and it with them', async () => {
      await using service = await start()
      expect(kinds(await service.open().send(withFile(), patient()))).toEqual(['accepted', 'accepted'])
      const arrived = [...service.arrived()].sort((a, b) => a.to.localeCompare(b.to))
      expect(arrived.map(({ to }) => to)).toEqual(['reader1@example.org', 'reader2@example.org'])
      for (const mail of arrived) {
        expect(mail.attachments).toEqual([{ name: 'event.ics', type: 'text/calendar', content: calendar }])
        expect(mail.text.trim()).toContain('Γειά σου')
        expect(mail.headers).toMatchObject({ 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' })
      }
    })

    test('if a repeated key is dropped, letters with a file can be replayed too', async (context) => {
      await using service = await start()
      const transport = service.open()
      if (!transport.capabilities.idempotent) context.skip()

      service.loseNextAnswer()
      expect(kinds(await transport.send(withFile(), patient()))).toEqual(['ambiguous', 'accepted'])
      expect(kinds(await transport.send(withFile(), patient()))).toEqual(['accepted', 'accepted'])
      expect(service.arrived()).toHaveLength(2)
    })

    test('credentials that are not known lose no letter: they wait for a person', async () => {
      await using service = await start()
      const outcomes = await service.openAsStranger().send(frozenBatch([frozenMail(1)]), patient())
      expect(outcomes).toMatchObject([{ kind: 'not-now', reason: 'unauthorised' }])
      expect(service.arrived()).toEqual([])
    })

    test('where nobody listens nothing is lost and nothing is claimed', async () => {
      await using service = await start()
      const transport = service.openToNowhere()
      const [outcome] = await transport.send(frozenBatch([frozenMail(1)]), patient())
      // Only a transport that may ask again can leave it open whether the request left.
      expect(outcome?.kind).toBe(transport.capabilities.idempotent ? 'ambiguous' : 'not-now')
    })

    test('the same batch has the same hash, and another reader, link or word another', async () => {
      await using service = await start()
      const transport = service.open()
      const hash = transport.payloadHash(frozenBatch([frozenMail(1)]))
      expect(transport.payloadHash(frozenBatch([frozenMail(1)]))).toBe(hash)
      const [mail] = frozenBatch().mails
      if (mail === undefined) throw new Error('the sample batch has a mail')
      const others = [
        frozenBatch([frozenMail(2)]),
        frozenBatch([{ ...mail, values: { ...mail.values, preferences_url: 'https://emen.example/p/x' } }]),
        { ...frozenBatch([mail]), edition: compileEdition({ html: 'x', text: 'x' }) },
        { ...frozenBatch([mail]), edition: editionWithFile },
        frozenBatch([frozenMail(1), frozenMail(2)]),
      ].map((batch) => transport.payloadHash(batch))
      expect(new Set([hash, ...others]).size).toBe(6)
    })

    test('a single mail arrives with its own sender, as HTML and text', async () => {
      await using service = await start()
      expect(await service.open().sendOne(singleMail, patient())).toMatchObject({ kind: 'accepted' })
      const [mail] = service.arrived()
      expect(mail).toMatchObject({
        to: 'amina@example.org',
        from: 'hello@emen.example',
        subject: 'Επιβεβαίωση',
        headers: { 'auto-submitted': 'auto-generated', 'content-language': 'el' },
      })
      expect([mail?.html.trim(), mail?.text.trim()]).toEqual(['<p>Ναι</p>', 'Ναι'])
      expect(mail?.headers).not.toHaveProperty('list-unsubscribe')
      expect(mail?.attachments).toEqual([])
    })

    test('what is attached to a single mail arrives byte for byte, and its text with it', async () => {
      await using service = await start()
      expect(
        await service.open().sendOne({ ...singleMail, attachments: [calendarFile] }, patient()),
      ).toMatchObject({
        kind: 'accepted',
      })
      const [mail] = service.arrived()
      expect(mail?.attachments).toEqual([{ name: 'event.ics', type: 'text/calendar', content: calendar }])
      expect(mail?.html.trim()).toBe('<p>Ναι</p>')
    })
  })
}
