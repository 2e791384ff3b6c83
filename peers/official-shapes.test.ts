import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { catalogue } from '../src/feeds/catalogue/catalogue.ts'
import { publicEventNode, publicServiceNode } from '../src/reading/formats/european.ts'
import { ownContext } from '../src/reading/formats/json-ld-answer.ts'
import { projectRoot } from '../src/run/project-root.ts'
import { brokenBy, expectSome } from '../src/testing/conforms.ts'
import { fullEvent, fullPractice } from '../src/testing/rich-documents.ts'

const folder = join(projectRoot, '.data', 'official')
/** What the Union publishes, by the name under which it is kept. */
const sources = {
  'dcat-ap-SHACL.ttl':
    'https://github.com/SEMICeu/DCAT-AP/blob/master/releases/3.0.1/shacl/dcat-ap-SHACL.ttl',
  'cpsv-ap-SHACL.ttl':
    'https://github.com/SEMICeu/CPSV-AP/blob/master/releases/3.2.0/shacl/cpsv-ap-SHACL.ttl',
} as const

/** @throws when it is not there: shapes that are not asked hold everything. */
async function officialShapes(name: keyof typeof sources): Promise<string> {
  const file = join(folder, name)
  if (!existsSync(file)) throw new Error(`${file} is missing: save ${sources[name]} there`)
  return readFile(file, 'utf8')
}

const changedAt = new Date('2026-11-01T08:00:00Z')
const ourCatalogue = (names: Readonly<Record<string, string>>) =>
  catalogue({
    locales: ['en', 'fr', 'ar'],
    names,
    taglines: { en: 'What works' },
    contactEmail: 'office@emen.example',
    changedAt: new Map([['news', changedAt]]),
  })
const graph = (...nodes: readonly unknown[]) => ({ '@context': ownContext, '@graph': nodes })

test('the catalogue holds to the official shapes of DCAT-AP', async () => {
  const ours = ourCatalogue({ en: 'EMEN', ar: 'الشبكة' })

  expect(await brokenBy(ours, await officialShapes('dcat-ap-SHACL.ttl'))).toEqual([])
  await expectSome(ours, 'http://www.w3.org/ns/dcat#Catalog')
})

test('the official shapes of DCAT-AP find out a catalogue without a title', async () => {
  const broken = await brokenBy(ourCatalogue({}), await officialShapes('dcat-ap-SHACL.ttl'))

  expect(broken.join()).toContain('http://purl.org/dc/terms/title')
})

test('a public service and a public event hold to the official shapes of CPSV-AP', async () => {
  const ours = graph(publicServiceNode(fullPractice), publicEventNode(fullEvent))

  expect(await brokenBy(ours, await officialShapes('cpsv-ap-SHACL.ttl'))).toEqual([])
  await expectSome(ours, 'http://purl.org/vocab/cpsv#PublicService')
})

test('the official shapes of CPSV-AP find out a service without a name', async () => {
  const { 'dct:title': _, ...nameless } = publicServiceNode(fullPractice) ?? {}

  expect((await brokenBy(graph(nameless), await officialShapes('cpsv-ap-SHACL.ttl'))).join()).toContain(
    'http://purl.org/dc/terms/title',
  )
})
