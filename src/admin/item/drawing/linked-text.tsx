import type { ReactNode } from 'react'

const ADDRESS_OR_TAG = /(https?:\/\/[^\s<>]+[^\s<>.,;:!?)\]])|((?<![\p{L}\p{N}&])#[\p{L}\p{M}\p{N}_]+)/gu

/** Plain text as services show it: line breaks kept, addresses and hashtags coloured. Nothing in it can be followed. */
export function LinkedText({ children }: { readonly children: string }) {
  const parts: ReactNode[] = []
  let end = 0
  for (const match of children.matchAll(ADDRESS_OR_TAG)) {
    parts.push(children.slice(end, match.index))
    const [shown] = match
    parts.push(
      <span key={match.index} className="em-drawn-link">
        {shown.startsWith('http') ? <bdi dir="ltr">{withoutScheme(shown)}</bdi> : shown}
      </span>,
    )
    end = match.index + shown.length
  }
  parts.push(children.slice(end))
  return <>{parts}</>
}

/** Services leave out what every address begins with. */
const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '')
