import { type Html, html } from '../../content/markup/html.ts'
import { frame, say, size, time } from './frame.ts'
import type { MailContent, MailSummary, ReadMail } from './read-mail.ts'

const views = ['html', 'phone', 'text', 'headers', 'raw'] as const
export type View = (typeof views)[number]

/** https://support.google.com/mail: Gmail shows about this much of a mail's HTML and hides the rest behind a link. */
const GMAIL_CLIPS_AT_BYTES = 102 * 1024

/** The view that was asked for, or the richest there is. */
export const viewOf = (asked: string | null, { html: markup }: MailContent): View =>
  views.find((view) => view === asked) ?? (markup === null ? 'text' : 'html')

export const missingPage = (): Html =>
  frame(
    say('catcher.missingTitle'),
    html`<h1>${say('catcher.missingTitle')}</h1><p>${say('catcher.missing')}</p>`,
  )

/** One mail: who, what, the verdicts, and its parts one at a time. */
export function mailPage({ summary, content }: ReadMail, raw: Buffer, view: View): Html {
  const { id, subject, locale } = summary
  const title = subject === '' ? say('catcher.noSubject') : subject
  return frame(
    title,
    html`<p class="catcher-back"><a href="/">${say('catcher.back')}</a></p>
<h1><bdi lang="${locale ?? ''}">${title}</bdi></h1>
<dl class="catcher-facts">
${facts(summary, content).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
</dl>
<nav class="catcher-views" aria-label="${say('catcher.views')}">
${views.map(
  (other) =>
    html`<a href="/mails/${id}?view=${other}" ${other === view && html`aria-current="page"`}>${say(`catcher.view.${other}`)}</a>`,
)}
</nav>
${part(view, summary, content, raw)}`,
  )
}

function facts(summary: MailSummary, { attachments }: MailContent): [string, Html | string][] {
  const { from, to, envelope, at, locale, bytes, htmlBytes, oneClick } = summary
  return [
    [say('catcher.from'), html`<bdi>${from}</bdi>`],
    [say('catcher.to'), html`<bdi>${to}</bdi>`],
    [
      say('catcher.envelope'),
      say('catcher.envelopeIs', { from: envelope.from || '<>', to: envelope.to.join(', ') }),
    ],
    [say('catcher.received'), time(at)],
    [say('catcher.language'), locale ?? say('catcher.noLanguage')],
    [say('catcher.size'), size(bytes)],
    [say('catcher.htmlSize'), htmlVerdict(htmlBytes)],
    [
      say('catcher.oneClick'),
      html`<span class="verdict ${oneClick}">${say(`catcher.verdict.${oneClick}`)}</span> ${say(`catcher.why.${oneClick}`)}`,
    ],
    ...(attachments.length === 0
      ? []
      : [[say('catcher.attachments'), attachments.join(', ')] as [string, string]]),
  ]
}

function htmlVerdict(bytes: number | null): Html | string {
  if (bytes === null) return say('catcher.noHtml')
  if (bytes <= GMAIL_CLIPS_AT_BYTES) return size(bytes)
  return html`<span class="verdict no-post">${size(bytes)}</span> ${say('catcher.clipped')}`
}

function part(view: View, { id, locale }: MailSummary, content: MailContent, raw: Buffer): Html {
  if (view === 'headers') return headerTable(content)
  if (view === 'raw') return html`<pre class="catcher-raw" tabindex="0">${raw.toString('latin1')}</pre>`
  if (view === 'text') return plain(content.text, locale)
  return content.html === null ? plain(null, null) : picture(id, view)
}

const plain = (text: string | null, locale: string | null): Html =>
  text === null
    ? html`<p class="catcher-empty">${say('catcher.noPart')}</p>`
    : html`<pre class="catcher-text" dir="auto" lang="${locale ?? ''}" tabindex="0">${text}</pre>`

/** Twice shut in: by the attribute here and by the policy that the frame's own answer carries. */
const picture = (id: string, view: 'html' | 'phone'): Html =>
  html`<iframe class="catcher-mail ${view}" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mails/${id}/html" title="${say('catcher.frame')}"></iframe>`

const headerTable = ({
  headers,
}: MailContent): Html => html`<div class="scroll"><table class="catcher-headers">
<thead><tr><th scope="col">${say('catcher.header')}</th><th scope="col">${say('catcher.value')}</th></tr></thead>
<tbody>${headers.map(({ name, value }) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody>
</table></div>`
