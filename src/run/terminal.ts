import { toolTexts } from '../i18n/tool-texts.ts'

/** The terminal speaks English. */
export const say = toolTexts

const NAME_WIDTH = 16
const CHILD_WIDTH = 9

/** What a person who waits sees. */
export interface Terminal {
  line(text?: string): void
  /** A line that a child wrote, with the child's name before it. */
  childLine(name: string, line: string): void
  /** A step with its name, how long it took, and what `work` returned as its outcome. */
  step(name: string, work: () => Promise<string>): Promise<void>
  /** The same for a step that takes long: what it does and how long that takes is said before. */
  longStep(name: string, expectation: string, work: () => Promise<string>): Promise<void>
}

export function terminal(out: NodeJS.WritableStream): Terminal {
  const line = (text = ''): void => void out.write(`${text}\n`)

  async function step(name: string, work: () => Promise<string>): Promise<void> {
    const begun = performance.now()
    try {
      const outcome = await work()
      const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(5)
      line(`  ✓ ${name.padEnd(NAME_WIDTH)}${say('start.seconds', { seconds })}  ${outcome}`)
    } catch (error) {
      line(`  ✗ ${name}`)
      throw error
    }
  }

  return {
    line,
    step,
    childLine: (name, text) => line(`${name.padEnd(CHILD_WIDTH)}│ ${text}`),
    async longStep(name, expectation, work) {
      line(`  · ${name.padEnd(NAME_WIDTH)}${expectation}`)
      await step(name, work)
    },
  }
}
