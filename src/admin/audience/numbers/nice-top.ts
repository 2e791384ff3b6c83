const steps = [1, 2, 4, 5, 10] as const

/** The next number that an axis may end with, so that its half is a round number too from 2 on. */
export function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  const step = steps.find((each) => each * power >= value) ?? 10
  // Half of 5 would be no number of people.
  return step === 5 && power === 1 ? 6 : step * power
}
