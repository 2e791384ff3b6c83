import { type Html, html } from '../../content/markup/html.ts'
import { icon } from '../../content/markup/icons.ts'
import type { SiteContext } from '../site-context.ts'

interface FormError {
  /** Id of what has to be corrected. */
  readonly target: string
  readonly text: string
}

/** Comes first on the page and leads to each field. It takes the focus, so that it is read out. */
export const errorSummary = ({ t }: SiteContext, errors: readonly FormError[]): Html | false =>
  errors.length > 0 &&
  html`<div class="summary" role="alert" tabindex="-1" autofocus><h2>${t('form.errors', { count: errors.length })}</h2><ul>${errors.map(
    ({ target, text }) => html`<li><a href="#${target}">${text}</a></li>`,
  )}</ul></div>`

/** Beside the field. */
export const fieldError = (id: string, text: string): Html =>
  html`<p class="error" id="${id}">${icon('warning')}<span>${text}</span></p>`
