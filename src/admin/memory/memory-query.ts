import type { AdminViewServerProps } from 'payload'

import { isLocale } from '../../i18n/locales.ts'
import type { MemorySearch } from '../../translation/memory/search-memory.ts'

const LONGEST = 200

/** Reads the page's address: `?text=mentor&from=en&to=el&before=5012`. What makes no sense does not matter. */
export function memoryQuery(params: AdminViewServerProps['searchParams']): MemorySearch {
  const first = (name: string): string => [params?.[name] ?? []].flat()[0]?.trim() ?? ''
  const [from, to, text, before] = [first('from'), first('to'), first('text'), Number(first('before'))]
  return {
    text: text === '' ? null : text.slice(0, LONGEST),
    from: isLocale(from) ? from : null,
    to: isLocale(to) ? to : null,
    before: Number.isSafeInteger(before) && before > 0 ? before : null,
  }
}

/** The address of the same search, further on. */
export function memoryAddress({ text, from, to }: MemorySearch, before: number | null = null): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ text, from, to, before }))
    if (value !== null) query.set(name, String(value))
  return `/admin/translation/memory${query.size === 0 ? '' : `?${query}`}`
}
