import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { FileFault } from './file-fault.ts'
import type { FileFormat } from './file-format.ts'
import { type FileRecord, limits, readRecords } from './read-records.ts'

const folder = mkdtempSync(join(tmpdir(), 'emissary-records-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const comma: FileFormat = { encoding: 'utf-8', delimiter: ',', hasHeader: true, source: 'other' }

async function read(content: string | Uint8Array, format: Partial<FileFormat> = {}): Promise<FileRecord[]> {
  const path = join(folder, randomUUID())
  writeFileSync(path, content)
  const records: FileRecord[] = []
  for await (const batch of readRecords(path, { ...comma, ...format }, 2)) records.push(...batch)
  return records
}

test('each row is known by the line on which it begins, also where texts go over several lines', async () => {
  expect(await read('e,t\n\n"a","one\r\ntwo\nthree"\nb,x\r\nc,y\rd,z')).toEqual([
    { line: 3, cells: ['a', 'one\r\ntwo\nthree'] },
    { line: 6, cells: ['b', 'x'] },
    { line: 7, cells: ['c', 'y'] },
    { line: 8, cells: ['d', 'z'] },
  ])
})

test('the mark at the beginning of a file is no part of its first cell', async () => {
  expect(await read('\uFEFFa,b', { hasHeader: false })).toEqual([{ line: 1, cells: ['a', 'b'] }])
  expect(
    await read(Buffer.from('\uFEFFa;b', 'utf16le'), {
      encoding: 'utf-16le',
      delimiter: ';',
      hasHeader: false,
    }),
  ).toEqual([{ line: 1, cells: ['a', 'b'] }])
})

test('a formula that we defused comes back as it was', async () => {
  expect(await read("e\n\"'=1+1\"\n'@x\n'quoted'")).toMatchObject([
    { cells: ['=1+1'] },
    { cells: ['@x'] },
    { cells: ["'quoted'"] },
  ])
})

test('quotes that nobody doubled are part of the text', async () => {
  expect(await read('e\na "b" c')).toMatchObject([{ cells: ['a "b" c'] }])
})

const many = 'x'.repeat(limits.recordCharacters * 2)
test.for([
  ['a quote that is never closed', 'e\nfirst\n"second\nthird', 'quote-open', 3],
  ['a line that fills the memory', `e\nfirst\n${many}`, 'line-too-long', 3],
  ['a quote that swallows the rest of a large file', `e\n"${'a\n'.repeat(40_000)}`, 'line-too-long', 2],
  ['more columns than any list has', `e\n${','.repeat(limits.columns)}`, 'too-many-columns', 2],
  ['a zero among the letters', 'e\nfirst\nsec\0ond', 'nul', 3],
] as const)('%s is refused by its line', async ([, content, reason, line]) => {
  const fault = await read(content).catch((error: unknown) => error)

  expect(fault).toBeInstanceOf(FileFault)
  expect({ ...(fault as FileFault) }).toMatchObject({ reason, line })
})

test('a file that is gone is said to be gone', async () => {
  const reading = readRecords(join(folder, 'nothing'), comma, 10)
  await expect(reading.next()).rejects.toMatchObject({ reason: 'gone', line: null })
})
