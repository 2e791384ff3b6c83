'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useRef } from 'react'

interface MatrixFilterProps {
  readonly label: string
  readonly children: ReactNode
}

/** A form whose address is the view: a choice shows at once, a text when Enter is pressed. Works without scripts too. */
export function MatrixFilter({ label, children }: MatrixFilterProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const show = (): void => {
    if (form.current === null) return
    const search = new URLSearchParams()
    const languages: string[] = []
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value !== 'string' || value === '') continue
      if (name === 'languages') languages.push(value)
      else search.set(name, value)
    }
    if (languages.length > 0) search.set('languages', languages.join(','))
    router.push(`/admin/translation?${search.toString().replaceAll('%2C', ',')}`, { scroll: false })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: `search` is not in the types of every browser yet.
    <form
      ref={form}
      role="search"
      aria-label={label}
      className="em-filter"
      action="/admin/translation"
      onSubmit={(event) => {
        event.preventDefault()
        show()
      }}
      onChange={({ target }) => {
        if (
          target instanceof HTMLSelectElement ||
          (target instanceof HTMLInputElement && target.name === 'wanted')
        )
          show()
      }}
    >
      {children}
    </form>
  )
}
