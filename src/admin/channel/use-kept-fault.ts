import { useEffect, useRef, useState } from 'react'

/**
 * What the server refused of a field, until it is changed. The form itself forgets it as soon as anything else in it is
 * looked at again, since only saving checks an account as a whole.
 * @param about whatever the fault depends on.
 */
export function useKeptFault(message: string | undefined, about: unknown): string | undefined {
  const [fault, setFault] = useState<{ readonly message: string; readonly about: string } | null>(null)
  const now = JSON.stringify(about)
  const latest = useRef(now)
  useEffect(() => {
    latest.current = now
  }, [now])
  useEffect(() => {
    if (message !== undefined) setFault({ message, about: latest.current })
  }, [message])
  return message ?? (fault?.about === now ? fault.message : undefined)
}
