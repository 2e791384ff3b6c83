// A month of events as a grid, with the events themselves as a list below: <emissary-events view="month">.
// https://www.w3.org/WAI/ARIA/apg/patterns/grid/

const DAY_MS = 86_400_000
/** Events that began before the month may reach into it. */
const LONGEST_DAYS = 31
/** Pages of a month that are asked for. */
const MOST_PAGES = 5
/** Titles that a day has room for. */
const MOST_TITLES = 3

export const monthStyles = new CSSStyleSheet()
monthStyles.replaceSync(`
.months { display: flex; gap: .5rem; align-items: center; justify-content: space-between; margin-block-end: .75rem; }
.months h3 { text-align: center; }
button { font: inherit; color: inherit; background: none; border: 1px solid currentColor; border-radius: 4px; min-inline-size: 2.75rem; min-block-size: 2.75rem; padding-inline: .75rem; cursor: pointer; }
button:hover, [aria-selected]:hover { background: color-mix(in srgb, currentColor 12%, transparent); }
table { inline-size: 100%; table-layout: fixed; border-collapse: collapse; margin-block-end: 1rem; }
th, td { border: 1px solid color-mix(in srgb, currentColor 40%, transparent); padding: .25rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { font-size: .875em; overflow: hidden; }
td { position: relative; block-size: 2.75rem; font-variant-numeric: tabular-nums; }
td b { font-weight: inherit; }
td[aria-current] b { text-decoration: underline 2px; text-underline-offset: .2em; }
[aria-selected] { cursor: pointer; font-weight: 700; }
[aria-selected="true"] { box-shadow: inset 0 0 0 2px currentColor; }
td .title { display: none; font-size: .8em; font-weight: 400; line-height: 1.3; margin-block-start: .25rem; padding-inline-start: .3em; border-inline-start: 3px solid var(--on); }
td .title.cancelled { text-decoration: line-through; }
td .dot { display: block; inline-size: .5rem; block-size: .5rem; border-radius: 50%; background: currentColor; margin-block-start: .1rem; }
.long { display: none; }
.said { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.chosen { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-block-end: 1rem; }
.chosen:empty { margin: 0; }
@container (min-inline-size: 40rem) {
  td { block-size: 5.5rem; }
  td .title, .long { display: block; }
  td .dot, .short { display: none; }
}
@media (forced-colors: active) { td .dot { background: CanvasText; } [aria-selected="true"] { outline: 2px solid Highlight; outline-offset: -2px; } }
@media print { .months button { display: none; } }
`)

/** What is seen of a day is said in one sentence, which it also has. */
const unsaid = { 'aria-hidden': 'true' }

/** A day of the calendar is its name, `2026-11-30`: it has no zone, so it is reckoned with in UTC. */
const momentOf = (day) => new Date(`${day}T00:00:00Z`)
const dayOf = (moment) => moment.toISOString().slice(0, 10)
const later = (day, days) => dayOf(new Date(momentOf(day).getTime() + days * DAY_MS))
const monthOf = (day) => day.slice(0, 7)
const lastOf = (month) => dayOf(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)))

/** The same day of a month beside it, or its last where it is shorter. */
function besideMonth(day, by) {
  const month = dayOf(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + by, 1)))
  const [last, same] = [lastOf(monthOf(month)), `${monthOf(month)}${day.slice(7)}`]
  return [last, same].sort()[0]
}

/** The days of an event, on the calendar of its place. */
function daysOf({ event: { start, end, timeZone } }) {
  const local = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const last = local.format(new Date(end))
  const days = [local.format(new Date(start))]
  while (days.at(-1) < last && days.length <= LONGEST_DAYS) days.push(later(days.at(-1), 1))
  return days
}

/** All events of a month. Null: they could not be had. */
async function eventsOf(month, ask) {
  const bounds = { from: later(`${month}-01`, -LONGEST_DAYS), to: later(lastOf(month), 1) }
  const found = []
  let cursor = ''
  for (let page = 0; page < MOST_PAGES && cursor !== null; page++) {
    const answer = await ask({ ...bounds, sort: 'oldest', limit: '100', ...(cursor !== '' && { cursor }) })
    if (answer === null) return null
    found.push(...answer.data)
    cursor = answer.next === null ? null : new URL(answer.next).searchParams.get('cursor')
  }
  return found.filter((item) => daysOf(item).some((day) => monthOf(day) === month))
}

/** How many days after the first of its week, which is from 1, Monday, to 7, Sunday. */
const placeInWeek = (day, firstDay) => (momentOf(day).getUTCDay() - firstDay + 7) % 7

/** Weeks of seven days; those of other months are null. */
function weeksOf(month, firstDay) {
  const days = Number(lastOf(month).slice(8))
  const before = placeInWeek(`${month}-01`, firstDay)
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, index) =>
    index < before || index >= before + days ? null : later(`${month}-01`, index - before),
  )
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** Where a key leads from a day. Undefined: it is none of ours. */
function targetOf(key, day, { isRightToLeft, firstDay }) {
  const forward = isRightToLeft ? -1 : 1
  const place = placeInWeek(day, firstDay)
  const [first, last] = [`${monthOf(day)}-01`, lastOf(monthOf(day))]
  const targets = new Map([
    ['ArrowRight', later(day, forward)],
    ['ArrowLeft', later(day, -forward)],
    ['ArrowDown', later(day, 7)],
    ['ArrowUp', later(day, -7)],
    ['Home', [later(day, -place), first].sort()[1]],
    ['End', [later(day, 6 - place), last].sort()[0]],
    ['PageDown', besideMonth(day, 1)],
    ['PageUp', besideMonth(day, -1)],
  ])
  return targets.get(key)
}

/** What stays in the page while months are leafed through, so that focus and what is read out stay with it. */
function frameOf({ root, locale, heading, words, make }) {
  const button = (sign) => make('button', { type: 'button' }, sign)
  const frame = {
    previous: button('‹'),
    name: make('h3', { id: 'month', attributes: { 'aria-live': 'polite' } }),
    next: button('›'),
    grid: make('table', { attributes: { role: 'grid', 'aria-labelledby': 'month' } }),
    chosen: make('b', { attributes: { role: 'status' } }),
    all: button(''),
    list: make('div'),
  }
  const { previous, name, next, grid, chosen, all, list } = frame
  root.replaceChildren(
    make(
      'section',
      { lang: locale, dir: words.direction, attributes: { 'aria-labelledby': 'heading' } },
      make('h2', { id: 'heading' }, heading),
      make('div', { className: 'months' }, previous, name, next),
      grid,
      make('div', { className: 'chosen' }, chosen, all),
      list,
    ),
  )
  return frame
}

/**
 * Shows the month of today, and others as somebody leafs through.
 * @param root where to.
 * @param ask what is asked of the server beside the filters; null: it does not answer.
 * @param isCurrent whether the element still shows this.
 */
export async function showMonth({ root, locale, firstDay, heading, words, ask, isCurrent, parts }) {
  const { make, dates, eventOf, footerOf, moreOf } = parts
  const isRightToLeft = words.direction === 'rtl'
  const inUtc = (options) => dates(locale, { timeZone: 'UTC', ...options })
  const monthName = inUtc({ month: 'long', year: 'numeric' })
  const dayName = inUtc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const now = new Date()
  const today = dayOf(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())))
  const known = new Map()
  /** The day that the keyboard is on, and the one whose events alone are listed, if any. */
  let [day, chosen] = [today, null]
  let turn = 0

  const eventsOn = (wanted) => known.get(monthOf(wanted)).filter((item) => daysOf(item).includes(wanted))
  const nameOf = (wanted) => monthName.format(momentOf(wanted))
  const titleOf = ({ title, event: { status } }) =>
    status === 'as-planned' ? title : `${title} (${words.status[status]})`

  /** Whether the events of its month are known now: what cannot be had is not shown as if nothing took place. */
  async function learn(wanted) {
    const month = monthOf(wanted)
    if (known.has(month)) return true
    const events = await eventsOf(month, ask)
    if (events !== null) known.set(month, events)
    return events !== null
  }

  const first = await learn(day)
  if (!first || !isCurrent()) return
  const frame = frameOf({ root, locale, heading, words, make })

  async function go(wanted, takesFocus) {
    const own = ++turn
    frame.grid.setAttribute('aria-busy', 'true')
    const isKnown = await learn(wanted)
    if (own !== turn || !isCurrent()) return
    frame.grid.removeAttribute('aria-busy')
    if (!isKnown) return
    if (monthOf(wanted) !== monthOf(day)) chosen = null
    day = wanted
    render(takesFocus)
  }

  function choose(wanted) {
    day = wanted
    chosen = chosen === wanted || eventsOn(wanted).length === 0 ? null : wanted
    render(true)
  }

  function press(event, from) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const target = targetOf(event.key, from, { isRightToLeft, firstDay })
    const isChoice = event.key === 'Enter' || event.key === ' '
    if (target === undefined && !isChoice) return
    event.preventDefault()
    if (isChoice) choose(from)
    else void go(target, true)
  }

  function cellOf(own) {
    if (own === null) return make('td', { attributes: { role: 'gridcell' } })
    const events = eventsOn(own)
    const attributes = {
      role: 'gridcell',
      ...(events.length > 0 && { 'aria-selected': String(own === chosen) }),
      ...(own === today && { 'aria-current': 'date' }),
    }
    return make(
      'td',
      {
        tabIndex: own === day ? 0 : -1,
        onkeydown: (event) => press(event, own),
        onclick: () => choose(own),
        attributes,
      },
      make(
        'span',
        { className: 'said' },
        [dayName.format(momentOf(own)), ...events.map(titleOf)].join(' · '),
      ),
      make('b', { attributes: unsaid }, String(Number(own.slice(8)))),
      ...events
        .slice(0, MOST_TITLES)
        .map(({ title, event: { status } }) =>
          make(
            'span',
            { className: status === 'cancelled' ? 'title cancelled' : 'title', attributes: unsaid },
            title,
          ),
        ),
      events.length === 0 ? null : make('span', { className: 'dot', attributes: unsaid }),
    )
  }

  function weekdayOf(place) {
    // 5 January 1970 was a Monday.
    const name = (weekday) =>
      inUtc({ weekday }).format(new Date(Date.UTC(1970, 0, 5 + ((firstDay - 1 + place) % 7))))
    return make(
      'th',
      { attributes: { role: 'columnheader', scope: 'col', 'aria-label': name('long') } },
      make('span', { className: 'long' }, name('short')),
      make('span', { className: 'short' }, name('narrow')),
    )
  }

  function render(takesFocus) {
    const { previous, name, next, grid, chosen: said, all, list } = frame
    for (const [button, text, by] of [
      [previous, words.previous, -1],
      [next, words.next, 1],
    ]) {
      const there = besideMonth(day, by)
      button.setAttribute('aria-label', `${text} ${nameOf(there)}`)
      button.onclick = () => go(there, false)
    }
    const own = nameOf(day)
    if (name.textContent !== own) name.textContent = own
    said.textContent = chosen === null ? '' : dayName.format(momentOf(chosen))
    all.textContent = own
    all.hidden = chosen === null
    all.onclick = () => choose(chosen)
    const row = (cells) => make('tr', { attributes: { role: 'row' } }, ...cells)
    grid.replaceChildren(
      make('thead', {}, row([0, 1, 2, 3, 4, 5, 6].map(weekdayOf))),
      make('tbody', {}, ...weeksOf(monthOf(day), firstDay).map((week) => row(week.map(cellOf)))),
    )
    const listed = chosen === null ? known.get(monthOf(day)) : eventsOn(chosen)
    list.replaceChildren(
      listed.length === 0
        ? make('p', {}, words.noneInMonth)
        : make('ul', { className: 'days' }, ...listed.map((item) => eventOf(item, words))),
      moreOf(),
      footerOf(listed, locale),
    )
    if (takesFocus) grid.querySelector('[tabindex="0"]').focus()
  }

  render(false)
}
