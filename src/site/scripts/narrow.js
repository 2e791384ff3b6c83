// A list that is narrowed is fetched and put in place, so that whoever ticks several boxes is not sent back to the top.
let last = 0
const isOurs = (path) => path === location.pathname

async function show(address, keepHistory) {
  const turn = ++last
  const answer = await fetch(address)
  if (turn !== last) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = page.querySelector('[data-results]')
  const stale = document.querySelector('[data-results]')
  if (fresh === null || stale === null || !answer.ok) return void location.assign(address)
  const again = placeOf(document.activeElement)
  const open = [...stale.querySelectorAll('details')].map((each) => each.open)
  const status = stale.querySelector('[role=status]')
  const words = fresh.querySelector('[role=status]').textContent
  // The one that says how many there are stays, or nobody hears that it changed.
  fresh.querySelector('[role=status]').replaceWith(status)
  stale.replaceChildren(...fresh.childNodes)
  status.textContent = words
  const groups = stale.querySelectorAll('.narrow details')
  for (const [index, each] of groups.entries()) each.open ||= open[index] === true
  document.title = page.title
  if (!keepHistory) history.pushState(null, '', address)
  const next = (again && stale.querySelector(again)) ?? status
  if (next === status) status.tabIndex = -1
  next.focus({ preventScroll: true })
}

/** How the same control is found among the new ones. */
function placeOf(control) {
  if (!control?.name) return null
  const name = `[name="${CSS.escape(control.name)}"]`
  return control.type === 'checkbox'
    ? `[type=checkbox]${name}[value="${CSS.escape(control.value)}"]`
    : `${name}:not([type=hidden])`
}

const addressOf = (form) => {
  const fields = [...new FormData(form)].filter(([, value]) => value !== '')
  const query = new URLSearchParams(fields).toString()
  return query === '' ? location.pathname : `${location.pathname}?${query}`
}

addEventListener('change', (event) => {
  const form = event.target.closest('form[data-narrow]')
  if (form !== null && event.target.type !== 'search') void show(addressOf(form))
})
addEventListener('submit', (event) => {
  if (!event.target.matches('form[data-narrow]')) return
  event.preventDefault()
  void show(addressOf(event.target))
})
addEventListener('click', (event) => {
  const link = event.target.closest('[data-results] :is(.chips, .map, .nothing) a')
  if (link === null || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
  const { pathname } = new URL(link.href?.baseVal ?? link.href, location.href)
  if (!isOurs(pathname)) return
  event.preventDefault()
  void show(link.href?.baseVal ?? link.href)
})
addEventListener('popstate', () => void show(location.href, true))
