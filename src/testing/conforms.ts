import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import Validator from 'rdf-validate-shacl'
import { expect } from 'vitest'

/** What both libraries mean by a set of triples: each has its own types for it. */
type Dataset = ConstructorParameters<typeof Validator>[0]

/** A JSON-LD document as triples. It must bring its context along: nothing is fetched. */
export async function triplesOf(document: object): Promise<Store> {
  const quads = await jsonld.toRDF(document, {
    format: 'application/n-quads',
    documentLoader: async (url: string) => {
      throw new Error(`the document needs ${url}, which nobody may fetch for it`)
    },
  })
  return new Store(new Parser({ format: 'N-Quads' }).parse(String(quads)))
}

/** What of it breaks the shapes: where, and which property. @param shapes in Turtle. */
export async function brokenBy(document: object, shapes: string): Promise<readonly string[]> {
  const validator = new Validator(new Store(new Parser().parse(shapes)) as unknown as Dataset)
  const report = await validator.validate((await triplesOf(document)) as unknown as Dataset)
  return report.results.map(({ focusNode, path, message }) =>
    [focusNode?.value, JSON.stringify(path), message.map(({ value }) => value).join()].join(' '),
  )
}

/** So that a shape that matches nothing is not taken for one that holds. */
export async function expectSome(document: object, type: string): Promise<void> {
  const store = await triplesOf(document)
  const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
  expect(store.getQuads(null, rdfType, type, null).length).toBeGreaterThan(0)
}
