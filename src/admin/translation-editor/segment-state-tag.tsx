import type { SegmentState } from '../../translation/segments/segment.ts'
import { Mark, type MarkName, type Tone } from '../marks.tsx'
import { useSetting } from './editor-setting.ts'

const looks: Readonly<Record<SegmentState, { readonly mark: MarkName; readonly tone: Tone }>> = {
  missing: { mark: 'missing', tone: 'quiet' },
  machine: { mark: 'machine', tone: 'machine' },
  'in-translation': { mark: 'submitting', tone: 'info' },
  'needs-review': { mark: 'review', tone: 'warn' },
  current: { mark: 'current', tone: 'ok' },
  outdated: { mark: 'outdated', tone: 'bad' },
}

/** A state as its mark and its word. */
export function SegmentStateTag({ state }: { readonly state: SegmentState }) {
  const { t } = useSetting()
  const { mark, tone } = looks[state]
  const isLoud = state === 'outdated'
  return (
    <span className={`em-te-state em-${tone}${isLoud ? ' em-te-state-loud' : ''}`}>
      <Mark name={mark} tone={tone} size={14} />
      {t(state === 'current' ? 'editor.state.approved' : `state.${state}`)}
    </span>
  )
}
