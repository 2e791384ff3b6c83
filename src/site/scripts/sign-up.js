import { prove } from './prove.js'

// Begins to work when somebody begins to fill in the form, so that it is mostly done when they press the button.
const form = document.querySelector('form[data-challenge]')
const status = form.querySelector('[role="status"]')
let proof
let isReady = false
let isWaiting = false
const begin = () => {
  proof ??= prove(JSON.parse(form.dataset.challenge))
    .then(add, () => undefined)
    .finally(() => {
      isReady = true
    })
  return proof
}
const add = (text) => {
  if (text === null) return
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'proof', value: text })
  form.append(field)
}
form.addEventListener('input', begin)
form.addEventListener('submit', async (event) => {
  if (isReady) return
  event.preventDefault()
  if (isWaiting) return
  isWaiting = true
  status.textContent = status.dataset.working
  await begin()
  // A form that is being sent ignores being asked to be sent: not before this event is over.
  setTimeout(() => {
    isWaiting = false
    form.requestSubmit()
  })
})
// Back from the next page, the form can be sent anew; its proof was used.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) status.textContent = ''
})
