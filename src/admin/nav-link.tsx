'use client'

import { useNav } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

interface NavLinkProps {
  readonly href: string
  /** Other places have addresses below this one. */
  readonly isExact: boolean
  readonly children: ReactNode
}

/** A place in the navigation, in the look of Payload's own. */
export function NavLink({ href, isExact, children }: NavLinkProps) {
  const { navOpen } = useNav()
  const pathname = usePathname()
  const [path = href] = href.split('?')
  const isShown = pathname === path || (!isExact && pathname.startsWith(`${path}/`))
  return (
    <Link
      className="nav__link"
      href={href}
      prefetch={false}
      tabIndex={navOpen ? undefined : -1}
      aria-current={isShown ? 'page' : undefined}
    >
      {isShown && <div className="nav__link-indicator" />}
      <span className="nav__link-label em-nav-label">{children}</span>
    </Link>
  )
}
