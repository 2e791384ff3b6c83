'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

interface KeepFreshProps {
  /** @default 5 */
  readonly everySeconds?: number
}

/** Asks the server for the view again while something on it is moving. Rests while nobody looks. */
export function KeepFresh({ everySeconds = 5 }: KeepFreshProps) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, everySeconds * 1000)
    return () => clearInterval(timer)
  }, [router, everySeconds])
  return null
}
