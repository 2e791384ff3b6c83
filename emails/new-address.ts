import type { Texts } from './letter.ts'
import { type MailTemplate, type ShortMailProps, shortMail } from './short-mail.ts'

export interface NewAddressProps extends ShortMailProps {
  /** Names of the newsletters that come along, in the mail's language. */
  readonly newsletters: readonly string[]
  readonly confirmUrl: string
  /** How long the link works. */
  readonly validDays: number
}

/** Asks at the new address, once the old one has agreed. Until the answer nothing about the new one is stored. */
export function newAddress(props: NewAddressProps, texts: Texts): MailTemplate {
  const { t } = texts
  return shortMail(
    props,
    {
      subject: t('newAddress.subject'),
      preheader: t('confirm.expires', { count: props.validDays }),
      title: t('newAddress.subject'),
      sentence: t('newAddress.body', { network: props.network.name }),
      list: props.newsletters,
      button: { text: t('newAddress.button'), url: props.confirmUrl },
      linkHint: t('confirm.linkHint'),
      after: [t('confirm.expires', { count: props.validDays }), t('confirm.ignore')],
    },
    texts,
  )
}
