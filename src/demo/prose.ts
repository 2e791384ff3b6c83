import type { DefaultTypedEditorState } from '@payloadcms/richtext-lexical'

import type { Direction } from '../i18n/locales.ts'
import type { Prose } from './network/shapes.ts'

type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly entries: readonly string[] }

/**
 * Formatted text as the editor keeps it. An empty line parts paragraphs, lines that start with `- ` are a list, a line
 * that starts with `## ` is a heading of the second level.
 */
export const richText = (prose: Prose, direction: Direction): DefaultTypedEditorState =>
  document(
    blocksOf(prose).map((block) => nodeOf(block, direction)),
    direction,
  )

/** Steps in their order, as a numbered list. */
export const numberedSteps = (steps: readonly string[], direction: Direction): DefaultTypedEditorState =>
  document([list('number', steps, direction)], direction)

function blocksOf(prose: Prose): Block[] {
  return prose.split('\n\n').flatMap((part): Block[] => {
    const entries = part.split('\n').filter((line) => line.startsWith('- '))
    const texts = part.split('\n').filter((line) => !line.startsWith('- '))
    const blocks = texts.map(
      (line): Block =>
        line.startsWith('## ') ? { kind: 'heading', text: line.slice(3) } : { kind: 'paragraph', text: line },
    )
    return entries.length === 0
      ? blocks
      : [...blocks, { kind: 'list', entries: entries.map((entry) => entry.slice(2)) }]
  })
}

function nodeOf(block: Block, direction: Direction) {
  if (block.kind === 'list') return list('bullet', block.entries, direction)
  const common = { ...element(direction), children: [text(block.text)] }
  return block.kind === 'heading'
    ? { ...common, type: 'heading', tag: 'h2' }
    : { ...common, type: 'paragraph', textFormat: 0, textStyle: '' }
}

const list = (listType: 'bullet' | 'number', entries: readonly string[], direction: Direction) => ({
  ...element(direction),
  type: 'list',
  listType,
  tag: listType === 'bullet' ? 'ul' : 'ol',
  start: 1,
  children: entries.map((entry, index) => ({
    ...element(direction),
    type: 'listitem',
    value: index + 1,
    children: [text(entry)],
  })),
})

const element = (direction: Direction) => ({ direction, format: '', indent: 0, version: 1 })

const text = (content: string) => ({
  type: 'text',
  text: content,
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  version: 1,
})

const document = (children: readonly object[], direction: Direction): DefaultTypedEditorState =>
  ({ root: { ...element(direction), type: 'root', children } }) as DefaultTypedEditorState
