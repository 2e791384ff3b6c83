import { DEMO_PASSWORD, demoUsers } from '../../demo/network/users.ts'
import { type LaunchPlan, placesOf } from '../launch-plan.ts'
import { say } from '../terminal.ts'

const NAME_WIDTH = 18

/** What the terminal shows once everything runs: the site first, each with where it is. */
export function whereToLook(plan: LaunchPlan): string {
  const { site, mails, partners } = placesOf(plan)
  const isDemo = plan.databaseUrl === null
  const places: [string, string | null][] = [
    ['site', site],
    ['admin', `${site}/admin`],
    ['rest', `${site}/v1/docs`],
    ['graphql', `${site}/v1/graphql`],
    ['mails', mails],
    ['partners', partners],
  ]
  return [
    '',
    say('start.ready'),
    '',
    ...places.flatMap(([name, address]) =>
      address === null ? [] : [`  ${say(`start.place.${name}`).padEnd(NAME_WIDTH)}${address}`],
    ),
    '',
    ...(isDemo ? [`  ${say('start.signIn', { email: demoUsers[0]?.email, password: DEMO_PASSWORD })}`] : []),
    ...(isDemo ? [`  ${say('start.tryDemo')}`] : []),
    ...(!isDemo && plan.catchesMail ? [`  ${say('start.mailsAreCaught')}`] : []),
    `  ${say('start.howToStop')}`,
    '',
  ].join('\n')
}
