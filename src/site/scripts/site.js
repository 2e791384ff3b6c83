const sheets = () => document.querySelectorAll('details.sheet-holder[open]')
const close = (sheet, refocus) => {
  sheet.open = false
  if (refocus) sheet.querySelector('summary').focus()
}
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') for (const sheet of sheets()) close(sheet, true)
})
addEventListener('click', (event) => {
  for (const sheet of sheets()) if (!sheet.contains(event.target)) close(sheet, false)
})
