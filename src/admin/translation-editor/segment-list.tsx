import type { ReactNode } from 'react'

import type { Entry } from './entry.ts'
import type { FieldLabel } from './field-labels.ts'

interface SegmentListProps {
  readonly entries: readonly Entry[]
  readonly labels: Readonly<Record<string, FieldLabel>>
  readonly segment: (entry: Entry) => ReactNode
}

/** The segments in the order of the item, those of one tab under its name. */
export function SegmentList({ entries, labels, segment }: SegmentListProps) {
  return groupsOf(entries, labels).map(({ tab, members }, index) => (
    <section key={members[0]?.segment.key} aria-label={tab ?? undefined}>
      {tab !== null && <h2 className={index === 0 ? 'em-te-tab em-te-tab-first' : 'em-te-tab'}>{tab}</h2>}
      <ol>{members.map(segment)}</ol>
    </section>
  ))
}

interface Group {
  readonly tab: string | null
  readonly members: readonly Entry[]
}

function groupsOf(entries: readonly Entry[], labels: SegmentListProps['labels']): Group[] {
  const groups: { tab: string | null; members: Entry[] }[] = []
  for (const entry of entries) {
    const tab = labels[entry.segment.field]?.tab ?? null
    const last = groups.at(-1)
    if (last !== undefined && last.tab === tab) last.members.push(entry)
    else groups.push({ tab, members: [entry] })
  }
  return groups
}
