import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest, longest first. What is left out here costs at most its own time at the end of a run. */
const slow = [
  'dissemination/faults.int.test.ts',
  'demo/load-demo-network.int.test.ts',
  'dissemination/kill.int.test.ts',
  'dissemination/digest/digest-kill.int.test.ts',
  'dissemination/digest/digest.property.int.test.ts',
  'dissemination/rehearsal/rehearsal.int.test.ts',
  'dissemination/stop.int.test.ts',
  'site/fediverse/following.int.test.ts',
  'dissemination/issue.int.test.ts',
  'access/roles.int.test.ts',
  'translation/memory/tmx/tmx.int.test.ts',
  'dissemination/database-restart.int.test.ts',
  'site/follow/follow-path.int.test.ts',
  'newsletter/designs.int.test.ts',
  'content/publishing/payload-copies.int.test.ts',
  'content/publishing/payload-bugs.int.test.ts',
  'admin/translation-editor.browser.test.ts',
  'admin/editor.browser.test.ts',
  'admin/item/channels-tab.browser.test.ts',
  'site/subscriber/sign-up.browser.test.ts',
  'admin/translation-matrix.browser.test.ts',
]

const rank = ({ moduleId }: TestSpecification): number => {
  const index = slow.findIndex((end) => moduleId.endsWith(end))
  return index < 0 ? slow.length : index
}

/**
 * Begins with the files that take longest, so that none of them is still under way when everything else is done. Vitest
 * wants a class.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}
