import type { TFunction } from 'i18next'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Payload } from 'payload'
import type { ReactNode } from 'react'

import { isDataOfficer } from '../../../access/data-officers.ts'
import { translator } from '../../../i18n/translator.ts'
import { networkContext, type ViewContext } from '../../view-context.ts'
import { ViewFrame } from '../../view-frame.tsx'
import { ViewHead } from '../../view-head.tsx'

/** What a view for data officers is given. */
export interface OfficerView {
  readonly payload: Payload
  readonly context: ViewContext
  readonly t: TFunction
  /** A word of the page's address. Empty: it is not there. */
  readonly asked: (name: string) => string
  /** For forms and buttons. */
  readonly texts: { readonly failed: string; readonly keep: string; readonly saved: string }
}

/** Frame of a view that only data officers see; to everybody else it says so and loads nothing. */
export async function officerView(
  view: AdminViewServerProps,
  { path, title }: { readonly path: string; readonly title: string },
  render: (view: OfficerView) => Promise<ReactNode>,
): Promise<ReactNode> {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (user === null) redirect(`/admin/login?redirect=${encodeURIComponent(path)}`)
  const context = await networkContext(req)
  const t = translator(context.language, 'audience')
  const steps = [{ label: t(title) }]
  if (!isDataOfficer(user))
    return (
      <ViewFrame view={view} steps={steps}>
        <ViewHead level={1} title={t(title)} lead={t('officer.closed')} />
      </ViewFrame>
    )
  const asked = (name: string): string => [view.searchParams?.[name] ?? []].flat()[0]?.trim() ?? ''
  const texts = {
    failed: t('officer.failed'),
    keep: t('officer.keep'),
    // The browser puts the name in.
    saved: t('officer.saved', { name: '{{name}}' }),
  }
  return (
    <ViewFrame view={view} steps={steps}>
      {await render({ payload, context, t, asked, texts })}
    </ViewFrame>
  )
}
