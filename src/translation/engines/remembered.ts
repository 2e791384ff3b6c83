const HOUR_MS = 3_600_000

/** Asks at most once an hour, and again at once after a failure. */
export function remembered<Options extends { readonly now: Date }, Value>(
  ask: (options: Options) => Promise<Value>,
): (options: Options) => Promise<Value> {
  let known: { readonly value: Value; readonly until: number } | null = null
  return async (options) => {
    if (known !== null && known.until > options.now.getTime()) return known.value
    const value = await ask(options)
    known = { value, until: options.now.getTime() + HOUR_MS }
    return value
  }
}
