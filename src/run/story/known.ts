import type { Known } from '../../demo/loading/item-fields.ts'
import type { Editor } from './editor.ts'

/** Looks the demo network's names up at the API, as an editor does in the forms' lists. */
export async function readKnown(
  editor: Editor,
): Promise<Known & { topic(key: string): string; licence: string }> {
  const terms = new Map<string, string>()
  for (let page = 1; ; page++) {
    const found = await editor.list('terms', `&page=${page}`)
    for (const { id, vocabulary, code } of found) terms.set(`${vocabulary}/${code}`, id)
    if (found.length === 0) break
  }
  const bySlug = async (collection: string) =>
    new Map((await editor.list(collection)).map(({ id, slug }) => [String(slug), id]))
  const [topics, organisations, communities] = [
    await bySlug('topics'),
    await bySlug('organisations'),
    await bySlug('communities'),
  ]
  const [framework] = await editor.list('frameworks')
  const [project] = await editor.list('projects')
  const topic = (key: string) => named(topics, key)
  return {
    topic,
    licence: named(terms, 'licences/cc-by-4.0'),
    vocabularies: {
      topic,
      term: (vocabulary, key) => named(terms, `${vocabulary}/${key}`),
      framework: framework?.id ?? '',
    },
    bodies: {
      organisation: (key) => named(organisations, key),
      community: (key) => named(communities, key),
      project: project?.id ?? '',
    },
  }
}

function named(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new RangeError(`the demo network has no ${key}`)
  return id
}
