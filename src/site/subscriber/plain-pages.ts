import { type Html, html } from '../../content/markup/html.ts'
import { icon } from '../../content/markup/icons.ts'
import { strip } from '../picture.ts'
import { document } from '../shell.ts'
import type { SiteContext } from '../site-context.ts'

interface Question {
  readonly title: string
  readonly text: Html
  readonly button: string
  /** What the form says that was pressed. */
  readonly action: string
  readonly more?: Html
}

/** One thing to decide, with one button. The form leads back to the page's own address. */
export const questionPage = (context: SiteContext, { title, text, button, action, more }: Question): Html =>
  page(
    context,
    title,
    html`<h1>${title}</h1>${text}<form method="post"><input type="hidden" name="action" value="${action}"><button class="button" type="submit">${button}</button></form>${more}`,
  )

interface Outcome {
  readonly title: string
  readonly text: string
  readonly mood: 'done' | 'sorry'
  readonly more?: Html | null
}

/** What has happened, and what may come next. */
export const donePage = (context: SiteContext, { title, text, mood, more }: Outcome): Html =>
  page(
    context,
    title,
    html`${mood === 'done' && html`<div class="badge">${icon('check')}</div>`}<h1>${title}</h1><p class="large">${text}</p>${more}`,
  )

const page = (context: SiteContext, title: string, body: Html): Html =>
  document(context, {
    title,
    description: null,
    main: html`${strip}<main id="main" class="wrap"><div class="form">${body}</div></main>`,
    alternates: {},
    unlisted: true,
  })
