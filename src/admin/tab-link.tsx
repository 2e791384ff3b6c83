'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import Link from 'next/link'
import { useParams, usePathname, useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'

interface TabLinkProps {
  /** Behind the document's own address. */
  readonly href: string
  readonly countsVersions: boolean
  readonly children: ReactNode
}

/** A tab as a list item with a link, in the look of Payload's. Keeps the language that is being edited. */
export function TabLink({ href, countsVersions, children }: TabLinkProps) {
  const { segments } = useParams<{ segments?: string[] }>()
  const { versionCount } = useDocumentInfo()
  const pathname = usePathname()
  const locale = useSearchParams().get('locale')
  const [kind = '', slug = '', id = ''] = segments ?? []
  const own = kind === 'collections' ? `/admin/${kind}/${slug}/${id}` : `/admin/${kind}/${slug}`
  const address = `${own}${href}`
  const isShown = href === '' ? pathname === own : pathname.startsWith(address)
  const look = 'btn doc-tab btn--style-tab btn--size-medium btn--no-margin btn--withoutPopup'
  return (
    <li className="em-tab">
      <Link
        href={locale === null ? address : `${address}?locale=${locale}`}
        prefetch={false}
        className={isShown ? `${look} doc-tab--active` : look}
        aria-current={isShown ? 'page' : undefined}
      >
        <span className="doc-tab__label">
          {children}
          {countsVersions && versionCount > 0 && <span className="pill-version-count">{versionCount}</span>}
        </span>
      </Link>
    </li>
  )
}
