import type { Texts } from './letter.ts'
import { type MailTemplate, type ShortMailProps, shortMail } from './short-mail.ts'

export interface ConfirmFollowProps extends ShortMailProps {
  /** Names of what is to be followed. At least one. */
  readonly subjects: readonly string[]
  readonly confirmUrl: string
  /** How long the link works. */
  readonly validDays: number
}

/** Asks whether it was really this person who wants to be told. Until they answer, nothing about them is stored. */
export function confirmFollow(props: ConfirmFollowProps, texts: Texts): MailTemplate {
  const { t } = texts
  return shortMail(
    props,
    {
      subject: t('notice.ask.subject', { title: props.subjects[0] }),
      preheader: t('notice.ask.preheader'),
      title: t('notice.ask.title'),
      sentence: t('notice.ask.body', { network: props.network.name }),
      list: props.subjects,
      button: { text: t('notice.ask.button'), url: props.confirmUrl },
      linkHint: t('confirm.linkHint'),
      after: [t('confirm.expires', { count: props.validDays }), t('confirm.ignore')],
    },
    texts,
  )
}
