const real = globalThis.Date
let skewMs = 0

/** This process's clock, by which nothing that the database or a mail service decides may go. */
const skewed = new Proxy(real, {
  construct: (target, given: [number?]) =>
    given.length === 0 ? new target(target.now() + skewMs) : Reflect.construct(target, given),
  get: (target, key) => (key === 'now' ? () => target.now() + skewMs : Reflect.get(target, key)),
})

/** Sets this process's clock so much wrong; 0 sets it right. */
export function skewClock(milliseconds: number): void {
  skewMs = milliseconds
  globalThis.Date = milliseconds === 0 ? real : skewed
}

/** Does it with the clock set right: of two versions of a document the later one is who says so. */
export async function withTrueClock<Result>(work: () => Promise<Result>): Promise<Result> {
  const skew = skewMs
  skewClock(0)
  try {
    return await work()
  } finally {
    skewClock(skew)
  }
}

/** What a clock that nobody tampers with says, in milliseconds since 1970. */
export const trueClock = (): number => real.now()
