import { SaxesParser } from 'saxes'

export interface XmlElement {
  readonly namespace: string
  /** Without prefix. */
  readonly name: string
  /** By name; those of a namespace by `{namespace}name`. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
  /** Where it begins, from 1. */
  readonly line: number
}

/** Why a text was not read. */
export interface XmlFault {
  readonly reason: 'not-xml' | 'doctype' | 'too-deep' | 'too-many'
  readonly line: number
  readonly column: number
  /** In the parser's words, English; empty where the reason says it all. */
  readonly detail: string
}

const MAX_DEPTH = 64
const MAX_ELEMENTS = 500_000

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[]
}

/** Ends the reading; never leaves this file. */
class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly fault: XmlFault
  constructor(fault: XmlFault) {
    super(fault.reason)
    this.fault = fault
  }
}

/**
 * Reads XML strictly, with namespaces. A document type declaration is refused whatever it declares, so there are no
 * entities but XML's own five: nothing to expand and nothing to fetch.
 */
export function readXml(text: string): XmlElement | XmlFault {
  const parser = new SaxesParser({ xmlns: true })
  const around: OpenElement[] = []
  let root: XmlElement | undefined
  let elements = 0
  const refuse = (reason: XmlFault['reason'], detail = ''): never => {
    throw new Unreadable({ reason, line: parser.line, column: parser.column, detail })
  }
  const add = (words: string): void => void around.at(-1)?.children.push(words)

  parser.on('error', ({ message }) => refuse('not-xml', message.replace(/^[\d:]*\s*/u, '')))
  parser.on('doctype', () => refuse('doctype'))
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('opentag', ({ uri, local, attributes }) => {
    elements += 1
    if (elements > MAX_ELEMENTS) refuse('too-many')
    if (around.length >= MAX_DEPTH) refuse('too-deep')
    const named = Object.values(attributes).map(
      (each) => [each.uri === '' ? each.local : `{${each.uri}}${each.local}`, each.value] as const,
    )
    const element: OpenElement = {
      namespace: uri,
      name: local,
      attributes: new Map(named),
      children: [],
      line: parser.line,
    }
    around.at(-1)?.children.push(element)
    around.push(element)
    root ??= element
  })
  parser.on('closetag', () => void around.pop())
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Unreadable) return error.fault
    throw error
  }
  return root ?? { reason: 'not-xml', line: 1, column: 0, detail: '' }
}

export const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== 'string'

/** Children of this name in the element's own namespace, in order. */
export const childrenOf = (element: XmlElement, ...names: readonly string[]): XmlElement[] =>
  element.children
    .filter(isElement)
    .filter(({ namespace, name }) => namespace === element.namespace && names.includes(name))
