import { useNav } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

/** Closes Payload's navigation while two languages need the room, and gives it back as it was. It can still be opened. */
export function useClosedNav(): void {
  const { navOpen, setNavOpen, hydrated } = useNav()
  const before = useRef<boolean | null>(null)
  useEffect(() => {
    if (!hydrated || before.current !== null) return
    before.current = navOpen
    setNavOpen(false)
  }, [hydrated, navOpen, setNavOpen])
  useEffect(
    () => () => {
      if (before.current === true) setNavOpen(true)
    },
    [setNavOpen],
  )
}
