import config from '@payload-config'
import { load } from 'cheerio'
import { expect, test } from 'vitest'

import { openApi } from '../../reading/openapi/open-api.ts'
import { problemStatus } from '../../reading/v1/problem.ts'
import { routesOf } from '../../reading/v1/routes.ts'
import { docsPage } from './docs-page.ts'

const built = await config
const page = load(docsPage(openApi(routesOf(built), built) as never).source)

test('every address has its section, and every link on the page leads somewhere', () => {
  for (const { name, path } of routesOf(built)) expect(page(`#${name}`).text()).toBe(`GET ${path}`)
  const targets = page('a[href^="#"]')
    .toArray()
    .map((each) => page(each).attr('href')?.slice(1) ?? '')
  expect(targets.filter((id) => page(`[id="${id}"]`).length !== 1)).toEqual([])
})

test('every refusal is explained where its type leads', () => {
  for (const name of Object.keys(problemStatus)) expect(page(`#problem-${name}`).length).toBe(1)
})

test('it runs no script and every text of it is written', () => {
  expect(page('script').length).toBe(0)
  expect(page('body').text()).not.toMatch(/v1\.docs\./)
})
