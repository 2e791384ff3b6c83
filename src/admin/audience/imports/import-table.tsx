import type { TFunction } from 'i18next'
import Link from 'next/link'

import type { AudienceImport, ImportState } from '../../../audience/imports/import-store.ts'
import { Mark, type MarkName, type Tone } from '../../marks.tsx'
import { ScrollArea } from '../../scroll-area.tsx'
import type { ViewContext } from '../../view-context.ts'

interface ImportTableProps {
  readonly imports: readonly AudienceImport[]
  readonly t: TFunction
  readonly context: ViewContext
}

const marks: Readonly<Record<ImportState, readonly [MarkName, Tone]>> = {
  uploaded: ['planned', 'quiet'],
  checking: ['submitting', 'info'],
  checked: ['planned', 'info'],
  applying: ['submitting', 'info'],
  applied: ['submitted', 'ok'],
  undoing: ['submitting', 'info'],
  undone: ['skipped', 'quiet'],
}

/** Lists that were brought in, the latest first. */
export const ImportTable = ({ imports, t, context }: ImportTableProps) => (
  <ScrollArea label={t('imports.list')}>
    <table className="em-officer-table em-officer-rows">
      <caption className="em-sr">{t('imports.list')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('imports.file')}</th>
          <th scope="col">{t('imports.state')}</th>
          <th scope="col">{t('imports.brings')}</th>
          <th scope="col" className="em-end">
            {t('imports.rows')}
          </th>
          <th scope="col">{t('officer.when')}</th>
        </tr>
      </thead>
      <tbody>
        {imports.map(({ id, fileName, state, brings, counts, createdAt }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/admin/audience/imports/${id}`} prefetch={false}>
                <bdi>{fileName}</bdi>
              </Link>
            </th>
            <td>
              <Mark name={marks[state][0]} tone={marks[state][1]} /> {t(`imports.state.${state}`)}
            </td>
            <td>{t(`imports.brings.${brings}`)}</td>
            <td className="em-end">{counts.rows === 0 ? '–' : context.number(counts.rows)}</td>
            <td>{context.shortMoment(createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
)
