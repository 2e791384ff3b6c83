const POLL_MS = 2000

const heading = document.querySelector('[data-newest]')
const remove = document.querySelector('[data-delete]')

remove?.addEventListener('click', async () => {
  if (!confirm(remove.dataset.delete)) return
  await fetch('/api/mails', { method: 'DELETE' })
  location.assign('/')
})

// A list that shows its first page follows what comes in. Reading on, and typing a search, is not disturbed.
const follows = heading !== null && !new URLSearchParams(location.search).has('offset')
if (follows) setInterval(follow, POLL_MS)

async function follow() {
  if (document.hidden || document.activeElement?.id === 'q') return
  const q = new URLSearchParams(location.search).get('q') ?? ''
  const answer = await fetch(`/api/mails?${new URLSearchParams({ q, limit: '1' })}`).catch(() => null)
  if (!answer?.ok) return
  const { mails } = await answer.json()
  if ((mails[0]?.id ?? '') !== heading.dataset.newest) location.reload()
}
