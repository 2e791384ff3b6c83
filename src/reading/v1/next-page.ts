import { siteUrl } from '../../content/site-url.ts'

/** The same question, one page on. */
export function nextPage({ url }: Request, cursor: string): string {
  const { pathname, searchParams } = new URL(url)
  const query = new URLSearchParams(searchParams)
  query.set('cursor', cursor)
  return siteUrl(`${pathname}?${query}`)
}
