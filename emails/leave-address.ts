import type { Texts } from './letter.ts'
import { type MailTemplate, type ShortMailProps, shortMail } from './short-mail.ts'

export interface LeaveAddressProps extends ShortMailProps {
  readonly newAddress: string
  readonly confirmUrl: string
  /** How long the link works. */
  readonly validDays: number
}

/** Asks at the address that is to be left whether its owner wants that. */
export function leaveAddress(props: LeaveAddressProps, texts: Texts): MailTemplate {
  const { t } = texts
  return shortMail(
    props,
    {
      subject: t('leaveAddress.subject'),
      preheader: t('confirm.expires', { count: props.validDays }),
      title: t('leaveAddress.subject'),
      sentence: t('leaveAddress.body', { network: props.network.name }),
      list: [props.newAddress],
      button: { text: t('leaveAddress.button'), url: props.confirmUrl },
      linkHint: t('confirm.linkHint'),
      after: [t('confirm.expires', { count: props.validDays }), t('leaveAddress.ignore')],
    },
    texts,
  )
}
