import type { UIFieldServerProps } from 'payload'

import { hasRole, mayPublish } from '../../access/roles.ts'
import { serviceNamed } from '../../channels/services.ts'
import { databaseOf } from '../../database/database.ts'
import { canReplay } from '../../dissemination/channel-care/replay-endpoint.ts'
import { lastFollowers } from '../../ledger/channel-followers.ts'
import { reasonText } from '../reasons.ts'
import { viewContext } from '../view-context.ts'
import { accessEnd } from './access-end.ts'
import { BackfillPanel } from './backfill-panel.tsx'
import { formTexts } from './form-texts.ts'
import { LogPanel } from './log-panel.tsx'
import { ReceiverPanel } from './receiver-panel.tsx'
import { TestPanel } from './test-panel.tsx'

/** Not a field: whether a stored channel works, a look whether it does, and what is public and was never announced there. */
export async function CareField({ id, req }: UIFieldServerProps) {
  if (id === undefined) return null
  const { payload } = req
  const { t, language, day, number } = viewContext(req)
  const channel = await payload.findByID({
    collection: 'channels',
    id: String(id),
    depth: 0,
    disableErrors: true,
    select: { paused: true, pausedReason: true, service: true },
    req,
  })
  if (channel === null) return null
  const end = await accessEnd(String(id), databaseOf(payload))
  const audience = (await lastFollowers(databaseOf(payload))).get(String(id))
  const texts = formTexts(language)
  const why = reasonText(t, 'channel', channel.pausedReason) ?? ''
  return (
    <div className="field-type em-channel-care">
      <section aria-labelledby="em-channel-standing">
        <h3 id="em-channel-standing">{t('views.channel.standing')}</h3>
        {channel.paused && (
          <p className="em-note em-note-warn">
            {t('views.channel.standing.paused', { why })} {t('views.channel.standing.resume')}
          </p>
        )}
        {end !== null && <p>{t('views.channel.test.expires', { at: day(end) })}</p>}
        {audience !== undefined && (
          <p>
            {t('views.channel.followers', {
              count: audience.followers,
              number: number(audience.followers),
              day: day(new Date(audience.day)),
            })}
          </p>
        )}
        <TestPanel channelId={String(id)} texts={texts} language={language} />
      </section>
      {mayPublish(req.user) && (
        <>
          <BackfillPanel channelId={String(id)} texts={texts} language={language} />
          {canReplay(channel.service) && (
            <ReceiverPanel
              channelId={String(id)}
              canRotate={
                serviceNamed(channel.service)?.rotate !== undefined && hasRole(req.user, 'administrator')
              }
              texts={texts}
              language={language}
            />
          )}
          <LogPanel
            channelId={String(id)}
            canReplay={canReplay(channel.service)}
            texts={texts}
            language={language}
          />
        </>
      )}
    </div>
  )
}
