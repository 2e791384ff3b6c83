import Link from 'next/link'

interface PagesProps {
  readonly path: string
  /** Of the filter; empty ones are left out. */
  readonly query: Readonly<Record<string, string>>
  readonly page: number
  readonly hasMore: boolean
  readonly texts: { readonly newer: string; readonly older: string }
}

/** Ways to newer and older rows, under the same filter. */
export function Pages({ path, query, page, hasMore, texts }: PagesProps) {
  const to = (number: number): string => {
    const kept = Object.entries(query).filter(([, value]) => value !== '')
    return `${path}?${new URLSearchParams([...kept, ['page', String(number)]])}`
  }
  if (page === 1 && !hasMore) return null
  return (
    <p className="em-pages">
      {page > 1 && <Link href={to(page - 1)}>{texts.newer}</Link>}
      {hasMore && <Link href={to(page + 1)}>{texts.older}</Link>}
    </p>
  )
}

/** From the page's address: 1 for whatever is no page. */
export function pageNumber(text: string): number {
  const page = Number(text)
  return Number.isSafeInteger(page) && page > 0 && page < 1_000_000 ? page : 1
}
