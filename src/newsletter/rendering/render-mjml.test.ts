import { expect, test } from 'vitest'

import { digest } from '../../../emails/digest.ts'
import { mjml } from '../../../emails/mjml.ts'
import { editionProps } from '../../testing/editions.ts'
import { htmlOf } from '../html-of.ts'
import { letterAcknowledgements, letterItem } from '../letter-parts.ts'
import { textsIn } from '../render-edition.ts'
import { renderMjml } from './render-mjml.ts'

test('the thread gives the very bytes that rendering on the spot gives', async () => {
  const { network, newsletter, contents, acknowledgements, emblemUrl } = editionProps()
  const items = contents.flatMap((part) => (part.kind === 'items' ? part.items : []))
  const letter = digest(
    {
      language: { locale: 'en', direction: 'ltr' },
      network,
      postalAddress: newsletter.postalAddress,
      rhythm: 'weekly',
      preheader: 'What is new',
      chosen: [],
      emblemUrl,
      items: items.map(({ item, shownLocale }) => letterItem(item, shownLocale)),
      acknowledgements: letterAcknowledgements('en', acknowledgements),
    },
    textsIn('en'),
  )
  expect(await htmlOf(letter)).toBe(await renderMjml(letter.source))
})

test('what is no MJML is refused with the reason that the renderer gives', async () => {
  await expect(htmlOf(mjml`<mjml><mj-body><mj-nothing></mj-nothing></mj-body></mjml>`)).rejects.toThrow(
    'mj-nothing',
  )
})
