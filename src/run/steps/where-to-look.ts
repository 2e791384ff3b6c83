import { DEMO_PASSWORD, demoUsers } from '../../demo/network/users.ts'
import { type LaunchPlan, portFor } from '../launch-plan.ts'
import { say } from '../terminal.ts'

const NAME_WIDTH = 18

/** What the terminal shows once everything runs: the site first, each with where it is. */
export function whereToLook(plan: LaunchPlan): string {
  const { publicUrl } = plan
  const local = (purpose: 'mails' | 'partners'): string | null => {
    const port = portFor(plan, purpose)
    return port === null ? null : `http://localhost:${port}`
  }
  const isDemo = plan.databaseUrl === null
  const places: [string, string | null][] = [
    ['site', publicUrl],
    ['admin', `${publicUrl}/admin`],
    ['rest', `${publicUrl}/api`],
    ['graphql', `${publicUrl}/api/graphql`],
    ['mails', local('mails')],
    ['partners', local('partners')],
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
