import type { Texts } from './letter.ts'
import { type MailTemplate, type ShortMailProps, shortMail } from './short-mail.ts'

export interface MyDataLinkProps extends ShortMailProps {
  readonly myDataUrl: string
  /** How long the link works. */
  readonly validMinutes: number
}

/** Takes a person to everything that is kept about them. Only the owner of the mailbox gets so far. */
export function myDataLink(props: MyDataLinkProps, texts: Texts): MailTemplate {
  const { t } = texts
  return shortMail(
    props,
    {
      subject: t('myData.subject'),
      preheader: t('myData.expires', { count: props.validMinutes }),
      title: t('myData.subject'),
      sentence: t('myData.body', { network: props.network.name }),
      list: [],
      button: { text: t('myData.button'), url: props.myDataUrl },
      linkHint: t('confirm.linkHint'),
      after: [t('myData.expires', { count: props.validMinutes }), t('myData.ignore')],
    },
    texts,
  )
}
