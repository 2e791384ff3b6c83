import { dayOf } from './dates.ts'
import type { Texts } from './letter.ts'
import { type MailTemplate, type ShortMailProps, shortMail } from './short-mail.ts'

export interface ChannelOwnerProps extends ShortMailProps {
  readonly channelName: string
  readonly channelUrl: string
  /** `why`: a sentence. `on`: when the credentials end. */
  readonly trouble:
    | { readonly kind: 'paused'; readonly why: string }
    | { readonly kind: 'ending'; readonly on: Date }
}

/** Tells somebody of staff that a channel of theirs stands still, or soon will. */
export function channelOwner(props: ChannelOwnerProps, texts: Texts): MailTemplate {
  const { t } = texts
  const { channelName: channel, channelUrl, trouble, network, language } = props
  const isEnding = trouble.kind === 'ending'
  const subject = isEnding
    ? t('channelOwner.ending.subject', { channel, date: dayOf(trouble.on, 'UTC', language.locale) })
    : t('channelOwner.paused.subject', { channel })
  const body = isEnding ? t('channelOwner.ending.body', { channel }) : t('channelOwner.paused.body')
  return shortMail(
    props,
    {
      subject,
      preheader: body,
      title: subject,
      sentence: isEnding ? body : trouble.why,
      list: [],
      button: { text: t('channelOwner.button'), url: channelUrl },
      linkHint: null,
      after: isEnding ? [] : [body],
      why: t('channelOwner.why', { network: network.name }),
    },
    texts,
  )
}
