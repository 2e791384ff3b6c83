import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { TargetEdit } from '../../translation/targets/save-target.ts'
import type { TranslatedSegment } from '../../translation/targets/translation.ts'
import { backupIn } from './backup.ts'
import { createDesk, type Sent } from './desk.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const segment: TranslatedSegment = {
  key: 'title',
  field: 'title',
  text: 'Ask first',
  marks: [],
  hash: 'a',
  maxCharacters: 100,
  state: 'missing',
  target: null,
}

function storage() {
  const values = new Map<string, string>()
  return {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  }
}

/** A server that keeps one text and its version, and can be out of reach. */
function deskWith({ kept = storage(), segments = [segment] as readonly TranslatedSegment[] } = {}) {
  const server = {
    version: segments[0]?.target?.version ?? 0,
    text: '',
    isAway: false,
    saves: 0,
    source: segment,
  }
  const send = async (edit: TargetEdit): Promise<Sent> => {
    if (server.isAway) return { outcome: 'unreachable' }
    if (edit.version !== server.version)
      return { outcome: 'conflict', version: server.version, text: server.text, authorName: 'Nadia' }
    if (edit.verdict !== 'in-translation' && edit.sourceHash !== server.source.hash)
      return { outcome: 'source-changed' }
    if (edit.verdict !== 'in-translation' && edit.text === '')
      return { outcome: 'refused', reason: 'empty', faults: [] }
    server.saves += 1
    server.version += 1
    server.text = edit.text
    const state = edit.verdict === 'in-translation' ? 'in-translation' : 'needs-review'
    return { outcome: 'saved', version: server.version, state }
  }
  const reload = async () => [server.source]
  const desk = createDesk({
    segments,
    send,
    reload,
    backup: backupIn(kept, 'texts'),
    now: () => new Date('2026-11-28T10:42:00Z'),
  })
  const entry = () => desk.state().entries[0]
  return { desk, server, kept, entry }
}

const rest = () => vi.advanceTimersByTimeAsync(1000)

test('a text is saved once its writer rests, not with each key', async () => {
  const { desk, server, entry } = deskWith()
  for (const text of ['ا', 'اس', 'اسأل']) desk.write('title', text)
  expect(entry()?.saving).toBe('unsaved')
  await rest()
  expect(server).toMatchObject({ text: 'اسأل', saves: 1 })
  expect(entry()).toMatchObject({ saving: 'saved', version: 1, segment: { state: 'in-translation' } })
  expect(desk.state().savedAt).toEqual(new Date('2026-11-28T10:42:00Z'))
})

test('saves follow each other, so that nobody conflicts with themselves', async () => {
  const { desk, server, entry } = deskWith()
  desk.write('title', 'اسأل')
  const first = desk.save('title')
  desk.write('title', 'اسأل أولًا')
  expect(await Promise.all([first, desk.finish('title', 'needs-review')])).toEqual([true, true])
  expect(server.text).toBe('اسأل أولًا')
  expect(entry()).toMatchObject({ saving: 'saved', objection: null, segment: { state: 'needs-review' } })
})

test('without a connection the text is kept and sent as soon as there is one', async () => {
  const { desk, server, kept, entry } = deskWith()
  server.isAway = true
  desk.write('title', 'اسأل')
  await rest()
  expect(entry()?.saving).toBe('unreachable')
  expect(kept.getItem('texts')).toContain('اسأل')
  server.isAway = false
  await vi.advanceTimersByTimeAsync(5000)
  expect(server.text).toBe('اسأل')
  expect(entry()?.saving).toBe('saved')
  expect(kept.getItem('texts')).toBeNull()
})

test('what was typed survives a page that went away', async () => {
  const { desk, kept, server } = deskWith()
  server.isAway = true
  desk.write('title', 'اسأل')
  await rest()
  const later = deskWith({ kept })
  later.desk.restore()
  expect(later.entry()).toMatchObject({ text: 'اسأل', saving: 'unsaved' })
  await rest()
  expect(later.server.text).toBe('اسأل')
})

describe('somebody else saved in between', () => {
  async function conflict() {
    const both = deskWith()
    both.server.version = 3
    both.server.text = 'استشر'
    both.desk.write('title', 'اسأل')
    await rest()
    return both
  }

  test('nothing is overwritten, and both texts are there to choose from', async () => {
    const { entry, server, desk } = await conflict()
    expect(entry()).toMatchObject({
      text: 'اسأل',
      objection: { kind: 'conflict', text: 'استشر', authorName: 'Nadia' },
    })
    desk.write('title', 'اسأل أولًا')
    await rest()
    expect(server.text).toBe('استشر')
  })

  test('mine is written over theirs when I say so', async () => {
    const { entry, server, desk } = await conflict()
    desk.keepMine('title')
    await rest()
    expect(server.text).toBe('اسأل')
    expect(entry()).toMatchObject({ objection: null, saving: 'saved', version: 4 })
  })

  test('theirs is taken when I say so', async () => {
    const { entry, server, desk, kept } = await conflict()
    server.source = {
      ...segment,
      state: 'in-translation',
      target: {
        text: 'استشر',
        state: 'in-translation',
        sourceText: 'Ask first',
        origin: 'person',
        engine: null,
        authorName: 'Nadia',
        version: 3,
        updatedAt: '',
        isInDraft: false,
      },
    }
    await desk.takeTheirs('title')
    expect(entry()).toMatchObject({ text: 'استشر', version: 3, saving: 'saved', objection: null })
    expect(kept.getItem('texts')).toBeNull()
  })
})

test('a text that is not accepted as finished is kept as work under way', async () => {
  const { desk, entry } = deskWith()
  expect(await desk.finish('title', 'needs-review')).toBe(false)
  await rest()
  expect(entry()).toMatchObject({ saving: 'saved', objection: { kind: 'refused', reason: 'empty' } })
})

test('a source that changes meanwhile is shown with what it said before, and the text stays', async () => {
  const { desk, server, entry } = deskWith()
  desk.write('title', 'اسأل أولًا')
  server.source = { ...segment, text: 'Ask twice', hash: 'b' }
  expect(await desk.finish('title', 'needs-review')).toBe(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(entry()).toMatchObject({
    text: 'اسأل أولًا',
    sourceBefore: 'Ask first',
    objection: { kind: 'source-changed' },
    segment: { text: 'Ask twice' },
  })
  expect(await desk.finish('title', 'needs-review')).toBe(true)
  expect(entry()?.sourceBefore).toBeNull()
})
