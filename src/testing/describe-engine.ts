import { describe, expect, test } from 'vitest'

import type { Batch, Engine, Outcome, Piece, TranslateOptions } from '../translation/engines/engine.ts'
import { fromMarkup, toMarkup } from '../translation/engines/markup.ts'
import type { EngineFault } from './loopback-engine.ts'

/** A service that behaves, and can be told to fail. */
interface FakeService extends AsyncDisposable {
  readonly url: string
  failNext(fault: EngineFault): void
  slowDown?(milliseconds: number): void
  /** What it calls back with for what it took last. Absent where it answers at once. */
  callBack?(): string
}

interface Subject {
  startService(): Promise<FakeService>
  open(url: string): Engine
  /** With credentials that the service does not know. */
  openAsStranger(url: string): Engine
  /** Statuses that this engine, or its client, lets us tell apart only so far. */
  readonly statuses: readonly (readonly [status: number, reason: string])[]
  /** Whether it says until when to wait. */
  readonly saysUntilWhen: boolean
}

const options = (signal = AbortSignal.timeout(10_000)): TranslateOptions => ({
  signal,
  now: new Date('2026-11-28T12:00:00Z'),
  reference: '0199c0de-0000-7000-8000-000000000001',
  callbackUrl: new URL('https://emissary.example/api/translation/etranslation/token'),
})
const coded = [
  'Mentoring starts',
  'Write to ⟦1⟧our advisers⟦/1⟧⟦2/⟧ at help@emen.example & ask for {{name}} < 30 years',
  'EMEN meets in Lyon: see https://emen.example/lyon?a=1&b=2.',
]
const keep = [{ term: 'EMEN', caseSensitive: true }]
const batch: Batch = {
  source: 'en',
  target: 'fr',
  pieces: coded.map((text, index) => ({ id: `p${index}.hash`, markup: toMarkup(text, keep).markup })),
}

/** What every engine promises, whatever the service. Each adapter's test calls this once. */
export function describeEngine({
  startService,
  open,
  openAsStranger,
  statuses,
  saysUntilWhen,
}: Subject): void {
  const start = async () => {
    const service = await startService()
    return {
      service,
      engine: open(service.url),
      stranger: openAsStranger(service.url),
      [Symbol.asyncDispose]: () => service[Symbol.asyncDispose](),
    }
  }
  const pieces = (outcome: Outcome, engine: Engine, service: FakeService): readonly Piece[] => {
    if (outcome.kind === 'answered') return outcome.pieces
    const delivery = engine.receive?.(service.callBack?.() ?? '')
    if (delivery?.kind !== 'delivered') throw new Error('the engine delivered nothing')
    return delivery.pieces
  }
  const translate = async (engine: Engine, service: FakeService) =>
    pieces(await engine.translate(batch, options()), engine, service)

  describe('as an engine', () => {
    test('each piece comes back under its own name, translated, with marks, addresses and words that stay', async () => {
      await using it = await start()
      const answered = await translate(it.engine, it.service)
      const texts = answered.map(({ markup }, index) => fromMarkup(markup, coded[index] ?? '', keep))

      expect(answered.map(({ id }) => id)).toEqual(['p0.hash', 'p1.hash', 'p2.hash'])
      expect(texts).toEqual([
        { text: expect.not.stringContaining('Mentoring starts') },
        { text: expect.stringMatching(/⟦1⟧.+⟦\/1⟧⟦2\/⟧.+help@emen\.example.+\{\{name\}\}.+< 30/u) },
        { text: expect.stringMatching(/^\S*EMEN.*https:\/\/emen\.example\/lyon\?a=1&b=2\./u) },
      ])
    })

    test('a slow answer is an answer', async () => {
      await using it = await start()
      it.service.slowDown?.(400)

      expect(await translate(it.engine, it.service)).toHaveLength(batch.pieces.length)
    })

    test('it says what it can do, pair by pair, and never from a language into itself', async () => {
      await using it = await start()
      const pairs = await it.engine.capabilities(options())

      expect(pairs).toContainEqual({
        source: 'en',
        target: 'fr',
        formality: expect.any(Boolean),
        glossary: expect.any(Boolean),
      })
      expect(pairs.filter(({ source, target }) => source === target)).toEqual([])
    })

    test('limits are what one batch may hold', async () => {
      await using it = await start()

      expect(it.engine.limits.pieces).toBeGreaterThan(0)
      expect(it.engine.limits.characters).toBeGreaterThanOrEqual(2_000)
    })

    test.for(statuses)('answer %i means %s', async ([status, reason]) => {
      await using it = await start()
      it.service.failNext({ status })

      await expect(translate(it.engine, it.service)).rejects.toMatchObject({ name: 'EngineError', reason })
    })

    test.runIf(saysUntilWhen)('a service that is asked too often may say until when', async () => {
      await using it = await start()
      it.service.failNext({ status: 429, headers: { 'retry-after': '90' } })

      await expect(translate(it.engine, it.service)).rejects.toMatchObject({
        reason: 'rate-limited',
        retryAfter: new Date('2026-11-28T12:01:30Z'),
      })
    })

    test
      .runIf(statuses.length > 0)
      .for([{ hangUp: 'before' }, { hangUp: 'after' }, { garbage: true }] as const)(
      'after a lost or unreadable answer (%j) nobody knows what was translated',
      async (fault) => {
        await using it = await start()
        it.service.failNext(fault)

        await expect(translate(it.engine, it.service)).rejects.toMatchObject({ reason: 'unclear' })
      },
    )

    test.runIf(statuses.length > 0)('a service that never answers is given up', async () => {
      await using it = await start()
      it.service.failNext({ stall: 'after' })

      await expect(it.engine.translate(batch, options(AbortSignal.timeout(200)))).rejects.toMatchObject({
        reason: 'unclear',
      })
    })

    test.runIf(statuses.length > 0)('a service that is away was sent nothing', async () => {
      const it = await start()
      await it[Symbol.asyncDispose]()

      await expect(translate(it.engine, it.service)).rejects.toMatchObject({ reason: 'unavailable' })
    })

    test.runIf(statuses.length > 0)('wrong credentials translate nothing', async () => {
      await using it = await start()

      await expect(translate(it.stranger, it.service)).rejects.toMatchObject({ reason: 'unauthorised' })
    })
  })
}
