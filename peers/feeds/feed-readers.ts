import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { XmlFeedKind } from '../../src/feeds/feed-document.ts'
import { DEBIAN_PYTHON, type Program, runProgram } from '../run-program.ts'

/** An entry as a reader has it. Moments are as in `Date.toISOString`. Absent: the reader does not say. */
export interface SeenEntry {
  readonly id: string
  readonly title: string
  readonly link: string
  readonly published: string
  readonly updated?: string
  readonly language?: string
  readonly author?: string
  readonly categories?: readonly string[]
  readonly html: string
}

export interface SeenFeed {
  readonly title?: string
  /** Of the page that shows the same. */
  readonly link?: string
  readonly language?: string
  readonly entries: readonly SeenEntry[]
}

export interface FeedReader {
  readonly name: string
  read(file: string): Promise<SeenFeed>
  /** What it tells nobody, of a feed and of an entry. */
  readonly hides: Readonly<
    Record<
      XmlFeedKind,
      { readonly feed: readonly (keyof SeenFeed)[]; readonly entry: readonly (keyof SeenEntry)[] }
    >
  >
}

const nothing = { feed: [], entry: [] } as const

const reading = (program: Program) => async (file: string) =>
  JSON.parse(await runProgram(program, [file])) as SeenFeed

const ours = (name: string): string => join(import.meta.dirname, name)
const node = (name: string): Program => ({
  name,
  command: process.execPath,
  args: [ours(`${name}.mjs`)],
  installedBy: 'npm',
})

export const feedReaders: readonly FeedReader[] = [
  {
    name: 'rss-parser',
    read: reading(node('rss-parser')),
    hides: {
      rss: { feed: [], entry: ['updated'] },
      atom: { feed: ['language'], entry: ['updated', 'language', 'categories'] },
    },
  },
  { name: 'feedsmith', read: reading(node('feedsmith')), hides: { rss: nothing, atom: nothing } },
  {
    name: 'feedparser',
    read: reading({
      name: 'feedparser',
      command: DEBIAN_PYTHON,
      args: [ours('read_with_feedparser.py')],
      installedBy: 'readers',
    }),
    hides: { rss: nothing, atom: nothing },
  },
  {
    name: 'sfeed',
    read: readWithSfeed,
    hides: {
      rss: { feed: ['title', 'link', 'language'], entry: ['updated', 'language'] },
      atom: { feed: ['title', 'link', 'language'], entry: ['updated', 'language'] },
    },
  },
]

/** One line an entry, fields between tabs: sfeed(5). */
async function readWithSfeed(file: string): Promise<SeenFeed> {
  const program = { name: 'sfeed', command: 'sfeed', installedBy: 'readers' } as const
  const lines = await runProgram(program, [], await readFile(file, 'utf8'))
  const entries = lines.split('\n').filter((line) => line !== '')
  return { entries: entries.map(entryOfSfeed) }
}

function entryOfSfeed(line: string): SeenEntry {
  const [seconds, title = '', link = '', content = '', , id = '', author = '', , categories = ''] =
    line.split('\t')
  return {
    id,
    title,
    link,
    published: new Date(Number(seconds) * 1000).toISOString(),
    author,
    categories: categories.split('|'),
    html: content.replace(/\\([tn\\])/g, (_, letter: string) => unescaped[letter] ?? letter),
  }
}

const unescaped: Readonly<Record<string, string>> = { t: '\t', n: '\n', '\\': '\\' }
