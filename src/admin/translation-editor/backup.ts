/** What was typed, and over which version. */
interface KeptText {
  readonly text: string
  readonly version: number
}

/** Texts that are not saved yet, by key of their segment. */
export interface Backup {
  readonly all: () => readonly (readonly [key: string, kept: KeptText])[]
  readonly keep: (key: string, text: KeptText) => void
  readonly forget: (key: string) => void
}

/**
 * Keeps texts in a storage of the browser: they survive a reload, and end with the tab.
 * @param name one translation's own.
 */
export function backupIn(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, name: string): Backup {
  const read = (): Record<string, KeptText> => {
    const stored = storage.getItem(name)
    return stored === null ? {} : textsIn(stored)
  }
  const write = (texts: Record<string, KeptText>): void =>
    Object.keys(texts).length === 0 ? storage.removeItem(name) : storage.setItem(name, JSON.stringify(texts))
  return {
    all: () => Object.entries(read()),
    keep: (key, text) => write({ ...read(), [key]: text }),
    forget: (key) => {
      const { [key]: _, ...others } = read()
      write(others)
    },
  }
}

/** What another release of ours left behind may be no text of this one. */
const textsIn = (stored: string): Record<string, KeptText> =>
  Object.fromEntries(
    Object.entries(JSON.parse(stored) as Record<string, unknown>).filter(
      (entry): entry is [string, KeptText] => isKeptText(entry[1]),
    ),
  )

const isKeptText = (value: unknown): value is KeptText =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'version' in value &&
  typeof value.version === 'number'
