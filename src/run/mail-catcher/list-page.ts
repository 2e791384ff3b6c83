import { type Html, html } from '../../content/markup/html.ts'
import { frame, say, size, time } from './frame.ts'
import type { MailQuery } from './mail-store.ts'
import type { MailSummary } from './read-mail.ts'

interface Found {
  readonly total: number
  readonly mails: readonly MailSummary[]
}

/** All mails, newest first. The script reloads it when a mail comes in. */
export function listPage({ total, mails }: Found, query: MailQuery): Html {
  return frame(
    say('catcher.mails'),
    html`<div class="catcher-title">
<h1 data-newest="${mails[0]?.id ?? ''}">${say('catcher.count', { count: total })}</h1>
<form class="catcher-search" role="search">
<label class="hidden" for="q">${say('catcher.search')}</label>
<input id="q" name="q" type="search" value="${query.words}" placeholder="${say('catcher.search')}">
</form>
<button class="button bad" type="button" data-delete="${say('catcher.deleteQuestion')}" ${total === 0 && html`disabled`}>${say('catcher.deleteAll')}</button>
</div>
${total === 0 ? nothing(query) : table(mails)}
${pager(total, query)}`,
  )
}

const nothing = ({ words }: MailQuery): Html =>
  html`<p class="catcher-empty">${words === '' ? say('catcher.empty') : say('catcher.notFound', { words })}</p>`

const table = (mails: readonly MailSummary[]): Html => html`<div class="scroll">
<table class="catcher-list">
<thead><tr>
${(['subject', 'to', 'from', 'language', 'size', 'oneClick', 'received'] as const).map(
  (column) => html`<th scope="col">${say(`catcher.${column}`)}</th>`,
)}
</tr></thead>
<tbody>${mails.map(row)}</tbody>
</table>
</div>`

const row = ({ id, subject, from, to, locale, bytes, oneClick, at }: MailSummary): Html => html`<tr>
<th scope="row"><a href="/mails/${id}"><bdi lang="${locale ?? ''}">${subject === '' ? say('catcher.noSubject') : subject}</bdi></a></th>
<td>${person(to)}</td>
<td>${person(from)}</td>
<td>${locale ?? '–'}</td>
<td class="number">${size(bytes)}</td>
<td><span class="verdict ${oneClick}">${say(`catcher.verdict.${oneClick}`)}</span></td>
<td>${time(at)}</td>
</tr>`

/** `Niki <niki@example.org>` on two lines; an address may break before its `@`. */
function person(text: string): Html {
  const [, name = '', address = text] = /^(.+) <([^<>]+)>$/.exec(text) ?? []
  const [local = '', ...rest] = address.split(/(?=@)/)
  const broken = html`${local}<wbr>${rest.join('')}`
  return name === ''
    ? html`<bdi>${broken}</bdi>`
    : html`<bdi>${name}</bdi><br><bdi class="address">${broken}</bdi>`
}

function pager(total: number, { words, offset, limit }: MailQuery): Html {
  const to = (start: number): string => `/?${new URLSearchParams({ q: words, offset: String(start) })}`
  return html`<nav class="actions" aria-label="${say('catcher.pages')}">
${offset > 0 && html`<a class="button quiet" href="${to(Math.max(0, offset - limit))}">${say('catcher.newer')}</a>`}
${offset + limit < total && html`<a class="button quiet" href="${to(offset + limit)}">${say('catcher.older')}</a>`}
</nav>`
}
