import Link from 'next/link'

import { type MatrixQuery, matrixSearch } from '../../translation/matrix/matrix-query.ts'
import type { MatrixContext } from './matrix-context.ts'

interface MatrixPagerProps {
  readonly query: MatrixQuery
  readonly pages: number
  readonly context: MatrixContext
}

/** The way through the pages, where there are several. */
export function MatrixPager({ query, pages, context: { t, number } }: MatrixPagerProps) {
  if (pages === 1) return null
  const { page } = query
  const address = (to: number): string => `/admin/translation${matrixSearch({ ...query, page: to })}`
  return (
    <nav className="em-pager" aria-label={t('matrix.pages')}>
      {page > 1 && (
        <Link className="em-button" href={address(Math.min(page - 1, pages))} prefetch={false} rel="prev">
          {t('matrix.pages.previous')}
        </Link>
      )}
      <span>{t('matrix.pages.at', { page: number(page), pages: number(pages) })}</span>
      {page < pages && (
        <Link className="em-button" href={address(page + 1)} prefetch={false} rel="next">
          {t('matrix.pages.next')}
        </Link>
      )}
    </nav>
  )
}
