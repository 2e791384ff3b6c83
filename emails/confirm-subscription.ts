import type { Texts } from './letter.ts'
import { type MailTemplate, type ShortMailProps, shortMail } from './short-mail.ts'

export interface ConfirmSubscriptionProps extends ShortMailProps {
  /** Names of the newsletters asked for, in the mail's language. */
  readonly newsletters: readonly string[]
  readonly confirmUrl: string
  /** How long the link works. */
  readonly validDays: number
}

/** Asks whether it was really this person who subscribed. Until they answer, nothing about them is stored. */
export function confirmSubscription(props: ConfirmSubscriptionProps, texts: Texts): MailTemplate {
  const { t } = texts
  const { name } = props.network
  return shortMail(
    props,
    {
      subject: t('confirm.subject', { network: name }),
      preheader: t('confirm.preheader'),
      title: t('confirm.title'),
      sentence: t('confirm.body', { network: name }),
      list: props.newsletters,
      button: { text: t('confirm.button'), url: props.confirmUrl },
      linkHint: t('confirm.linkHint'),
      after: [t('confirm.expires', { count: props.validDays }), t('confirm.ignore')],
    },
    texts,
  )
}
