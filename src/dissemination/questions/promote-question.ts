import type { PayloadRequest } from 'payload'

import { notePromoted } from '../../audience/questions/question-steps.ts'
import type { QuestionAnswer, StoredQuestion } from '../../audience/questions/read-questions.ts'
import { transactionOf } from '../../database/database.ts'
import { directionOf } from '../../i18n/locales.ts'

/** Characters of an entry's title at most, as the collection says. */
const MAX_TITLE = 300

/**
 * Makes a draft of an entry of the FAQ: the question and the answer, for an editor to take out what is personal before it is
 * published. Its language is the answer's; what the question is written in may be another, so an editor rewrites it.
 * The name of who asked is taken out already. Needs the request's transaction.
 * @returns the entry's id.
 */
export async function promoteQuestion(
  req: PayloadRequest,
  question: StoredQuestion,
  { answer, locale }: QuestionAnswer,
  now: Date,
): Promise<string> {
  const { id } = await req.payload.create({
    collection: 'faqs',
    locale,
    draft: true,
    req,
    data: {
      title: shortened(withoutName(question.question, question.name)),
      body: richTextOf(withoutName(answer, question.name), directionOf(locale)),
      topics: question.topicId === null ? [] : [question.topicId],
      countries: question.countryId === null ? [] : [question.countryId],
      sourceLocale: locale,
      _status: 'draft',
    },
  })
  const userId = String(req.user?.id)
  await notePromoted({ questionId: question.id, userId, now }, String(id), await transactionOf(req))
  return String(id)
}

const withoutName = (text: string, name: string | null): string =>
  name === null ? text : text.replaceAll(name, '…')

/** In one line, cut between characters as people see them. */
function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  const characters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment)
  let short = ''
  for (const character of characters) {
    if (short.length + character.length >= MAX_TITLE) return `${short.trimEnd()}…`
    short += character
  }
  return short
}

/** Paragraphs as the editor keeps them. https://payloadcms.com/docs/rich-text/overview */
const richTextOf = (text: string, direction: 'ltr' | 'rtl') => ({
  root: {
    ...block(direction),
    type: 'root',
    children: text
      .split(/\n\s*\n/u)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '')
      .map((paragraph) => ({
        ...block(direction),
        type: 'paragraph',
        textFormat: 0,
        textStyle: '',
        children: paragraph.split('\n').flatMap((line, index) => [
          ...(index > 0 ? [{ type: 'linebreak', version: 1 }] : []),
          {
            type: 'text',
            version: 1,
            text: line,
            format: 0,
            detail: 0,
            mode: 'normal' as const,
            style: '',
          },
        ]),
      })),
  },
})

const block = (direction: 'ltr' | 'rtl') => ({ version: 1, direction, format: '' as const, indent: 0 })
