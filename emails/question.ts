import type { Texts } from './letter.ts'
import { type MailTemplate, type ShortMailProps, shortMail } from './short-mail.ts'

export interface ConfirmQuestionProps extends ShortMailProps {
  readonly confirmUrl: string
  /** How long the link works. */
  readonly validDays: number
}

/** Asks whether it was really this person who asks. Until they answer, nothing about them is stored. */
export function confirmQuestion(props: ConfirmQuestionProps, texts: Texts): MailTemplate {
  const { t } = texts
  return shortMail(
    props,
    {
      subject: t('ask.subject', { network: props.network.name }),
      preheader: t('ask.preheader'),
      title: t('ask.title'),
      sentence: t('ask.body', { network: props.network.name }),
      list: [],
      button: { text: t('ask.button'), url: props.confirmUrl },
      // Written out, the address would fill a screen: the question is in it.
      linkHint: null,
      after: [t('confirm.expires', { count: props.validDays }), t('confirm.ignore')],
    },
    texts,
  )
}

export interface StaffQuestionProps extends ShortMailProps {
  /** What people call the question by. */
  readonly number: number
  /** Topic, country and languages of the asker, as far as they have names in the mail's language. */
  readonly about: readonly string[]
  /** Whole days since it was asked. 0: just now. */
  readonly waitingDays: number
  /** In the admin. */
  readonly questionUrl: string
}

/** Tells those who are to answer a question that it is there, or still there. Neither the question nor the asker is in it. */
export function staffQuestion(props: StaffQuestionProps, texts: Texts): MailTemplate {
  const { t } = texts
  const { number, about, waitingDays, questionUrl, network } = props
  const isNew = waitingDays === 0
  const subject = isNew
    ? t('staffQuestion.subject', { number })
    : t('staffQuestion.remind', { number, count: waitingDays })
  return shortMail(
    props,
    {
      subject,
      preheader: t('staffQuestion.body'),
      title: subject,
      sentence: t('staffQuestion.body'),
      list: about,
      button: { text: t('staffQuestion.button'), url: questionUrl },
      linkHint: null,
      after: [],
      why: t('staffQuestion.why', { network: network.name }),
    },
    texts,
  )
}
