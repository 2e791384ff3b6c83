import { projectWork } from '../reading/documents/project-documents.ts'
import { answerGraphql } from '../reading/graphql/answer-graphql.ts'
import { now, readAnswer, readNetwork } from './read-network.ts'

/** Titles of all news in English. */
export const news = '{ news(locale: en, sort: title) { nodes { title } } }'

/** What stands for a query that was registered. */
export const byHash = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } })

/** For the top of a test file: a network with two news items, and whoever reads it by GraphQL. */
export async function graphqlNetwork() {
  const { payload, both: alpha, greek: omega } = await readNetwork()
  await projectWork(payload)

  async function send(query: string | null, init: RequestInit = {}) {
    const url = `http://localhost:3000/v1/graphql${query === null ? '' : `?${query}`}`
    return readAnswer(await answerGraphql(payload, new Request(url, init), now))
  }
  const get = (parameters: Record<string, string>, headers = {}) =>
    send(String(new URLSearchParams(parameters)), { headers })
  const ask = (query: string, variables = {}) => get({ query, variables: JSON.stringify(variables) })
  const post = (body: object) => send(null, { method: 'POST', body: JSON.stringify(body) })
  const getByHash = (hash: string) => get({ extensions: JSON.stringify(byHash(hash)) })

  return { payload, alpha, omega, send, get, ask, post, getByHash }
}
