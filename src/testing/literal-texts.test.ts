// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources that are tested are templates
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

import { literalTexts } from './literal-texts.ts'

const sources = ['src/admin', 'src/site', 'src/app', 'src/feeds', 'src/newsletter', 'emails', 'collections']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))

test('no word that a person sees stands in the code: all are taken from locales/', () => {
  expect(sources.length).toBeGreaterThan(150)
  expect(sources.flatMap((path) => literalTexts(path, readFileSync(path, 'utf8')))).toEqual([])
})

test.for([
  ['<p>Send now</p>', 'Send now'],
  ['<p>{`Send ${name}`}</p>', 'Send'],
  ["<p>{isOpen ? 'Close' : t('open')}</p>", 'Close'],
  ["<p>{name ?? 'Nobody'}</p>", 'Nobody'],
  ['<img alt="A map" />', 'A map'],
  ["<button aria-label={'Close'} />", 'Close'],
  ['html`<p>${t("a")} or not</p>`', 'or not'],
  ['html`<input type="text" placeholder="Your name">`', 'Your name'],
  ['mjml`<mj-text>Read more</mj-text>`', 'Read more'],
  ['html` and more`', 'and more'],
  ["toast.error('Not saved')", 'Not saved'],
] as const)('%s is found', ([source, text]) => {
  expect(literalTexts('a.tsx', `const a = ${source}`)).toEqual([`a.tsx:1 ${text}`])
})

test.for([
  ["<p className=\"large\" id='x'>{t('send')}</p>"],
  ["<p>{state === 'open' && t('open')}</p>"],
  ['<p>&nbsp;·&nbsp;{count}</p>'],
  ['html` aria-current="page"`'],
  ['html` selected`'],
  ['html`lang="${a}" dir="${b}"`'],
  ['mjml`margin:0 ${a}px;color:${b}`'],
  ['html`<a href="${href}" class="button quiet">${name}</a>`'],
  ['html`${a}" class="b">${c}`'],
  ['html`<p>Emissary</p>`'],
] as const)('%s is none', ([source]) => {
  expect(literalTexts('a.tsx', `const a = ${source}`)).toEqual([])
})
