import { anyone } from '@folkmoot/basics/actor.ts'
import { page, refused, route, type Route } from '../../platform/http/index.ts'
import { linkState } from '../../platform/identity/index.ts'
import { enterByLink } from './commands.ts'
import { signInWords } from './messages/words.ts'
import { safeNext, withNext } from './next.ts'
import { LinkPage } from './pages/link-page.tsx'
import { goOn, signInPage } from './show.tsx'

/** The link in the mail: its page has one button, and only the press of it signs in. */
export const linkRoutes: readonly Route[] = [
  route('sign-in.link', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const { token } = visit.params
    const next = safeNext(visit.query.get('next'), '')
    const state = await linkState(visit.read, { browser: visit.attempt, link: token }, visit.now)
    if (state !== 'here') return signInPage(visit, { next, note: `link.${state}`, isSecret: true })
    const say = signInWords.say(visit.lang)
    const title = say('link.title', { place: visit.jurisdiction.name })
    const action = withNext(visit.to('sign-in.use-link', { token }), next)
    return page({ title, body: <LinkPage say={say} title={title} action={action} />, isSecret: true })
  }),

  route('sign-in.use-link', { allowed: anyone, records: 'nothing' }, async (visit) => {
    if (visit.jurisdiction.isTold) return refused(visit.common('refused.told'), 403)
    const next = safeNext(visit.query.get('next'), '')
    const entered = await enterByLink(visit, visit.params.token)
    if (entered.kind === 'right') return goOn(visit, entered, next)
    if (entered.kind === 'moved-away' || entered.kind === 'mailbox-known')
      return refused(signInWords.say(visit.lang)(`refused.${entered.kind}`))
    return signInPage(visit, {
      next,
      note: entered.kind === 'elsewhere' ? 'link.elsewhere' : 'link.over',
      isSecret: true,
    })
  }),
]
